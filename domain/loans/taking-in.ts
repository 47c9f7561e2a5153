import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Account,
  bearing,
  count,
  fallDue,
  forgetMoves,
  noteMove,
  periodInterest,
  takeOff,
  weighAnew,
} from '#domain/loans/account.ts'
import {
  type OpenDue,
  dueAnew,
  leftOf,
  lowerAll,
  payOldest,
  placed,
  takeOffLast,
} from '#domain/loans/plan/dues.ts'
import type {
  Conversion,
  Draw,
  EarlyMoney,
  Loan,
  PlanChange,
  Repayment,
  WriteOff,
} from '#domain/loans/loan.ts'
import { calendarAfter, partsGone, periodAt } from '#domain/loans/plan/loan-calendar.ts'
import { spreadAnew } from '#domain/loans/loan-plan.ts'
import { rateOf } from '#domain/loans/plan/plan-figures.ts'

/**
 * How one repayment was split. `excess` is what the loan no longer needed; `ruled` is the split that
 * the convention gives, where the book's own differs.
 */
export type Split = Repayment & {
  readonly interest: number
  readonly principal: number
  readonly excess: number
  readonly ruled: { readonly interest: number; readonly principal: number }
}

/**
 * What has fallen due comes first, interest before principal or the other way round as the loan's charter
 * had it; then principal that is ahead.
 */
const ruledSplit = (
  { terms }: Loan,
  account: Account,
  { on, amount }: Repayment,
): { interest: number; principal: number } => {
  const fallen = leftOf(account.dues.filter((due) => due.on <= on))
  const first = terms.repaymentOrder === 'principal-first' ? Math.min(amount, fallen) : 0
  const interest = Math.min(amount - first, Math.max(account.interestDue, 0))
  return { interest, principal: Math.min(amount - interest, account.owed) }
}

/** Instalments that are still ahead after a day. */
const ahead = (account: Account, on: LocalDate): OpenDue[] =>
  account.dues.filter((due) => due.on > on && due.left > 0)

/** Lets what is ahead, and so much more, fall due on the days that are ahead. */
const spreadAhead = (account: Account, on: LocalDate, more: number): void => {
  const dues = ahead(account, on)
  dueAnew(dues, spreadAnew(account.calendar.plan, leftOf(dues) + more, dues.length))
}

/** Early principal that is no next instalment: it stands as one of its own, and what is ahead shrinks by it. */
const payAhead = (
  account: Account,
  { on, early, amount }: { readonly on: LocalDate; readonly early: EarlyMoney; amount: number },
): void => {
  if (amount === 0) return
  const dues = ahead(account, on)
  const { step } = account.calendar.plan.instalmentRounding
  if (early === 'fewer') takeOffLast(dues, amount)
  else lowerAll(dues, amount, step)
  account.dues = [...account.dues, { on, principal: amount, left: 0 }]
}

const payDues = (account: Account, { on, early = 'next' }: Repayment, principal: number): void => {
  if (early === 'next') {
    payOldest(account.dues, principal)
    return
  }
  const more = payOldest(
    account.dues.filter((due) => due.on <= on),
    principal,
  )
  if (more > 0) payAhead(account, { on, early, amount: Math.min(more, leftOf(ahead(account, on))) })
}

/** The whole sum handed back while it still may be, in one sum or several: it has cost nothing. */
const isHandedBack = (loan: Loan, account: Account, { on, amount }: Repayment): boolean =>
  loan.moneyBackUntil !== undefined && on <= loan.moneyBackUntil && amount >= account.owed

const handBack = (account: Account): void => {
  account.interestDue = 0
  account.interestWaiting = 0
  account.interestCounted = 0
  account.counted.length = 0
  forgetMoves(account)
}

/** Counts the interest of the days since the period began, and lets all of it fall due. */
const settle = (loan: Loan, account: Account, on: LocalDate): void => {
  const { period, calendar } = account
  const gone = partsGone(calendar, period, on)
  if (!period.isDeferred) count(loan, account, { on, interest: periodInterest(account, gone) })
  fallDue(account)
  account.period = { ...period, from: on, whole: period.whole - gone }
  forgetMoves(account)
}

const isSettling = (account: Account, { amount, written }: Repayment): boolean => {
  if (account.owed === 0) return false
  if (written) return written.principal >= account.owed
  return amount >= account.owed + Math.max(account.interestDue + account.interestWaiting, 0)
}

/** Takes in a repayment. One that settles the loan counts the interest of the days since the period began. */
export const repay = (loan: Loan, account: Account, repayment: Repayment): Split => {
  const { on, amount, written } = repayment
  // What was written down before the loan began found nothing that was owed.
  if (on < loan.origin.on) return unowed(repayment)
  const settles = isSettling(account, repayment)
  if (isHandedBack(loan, account, repayment)) handBack(account)
  else if (settles) settle(loan, account, on)
  const ruled = ruledSplit(loan, account, repayment)
  const interest = written ? written.interest : ruled.interest
  const principal = written ? Math.min(written.principal, account.owed) : ruled.principal
  const bore = bearing(account)
  takeOff(account, principal)
  if (!settles) noteMove(account, on, bore - bearing(account))
  account.interestDue -= interest
  payDues(account, repayment, principal)
  return { ...repayment, interest, principal, excess: amount - interest - principal, ruled }
}

const unowed = (repayment: Repayment): Split => {
  const interest = repayment.written?.interest ?? 0
  const excess = repayment.amount - interest
  return { ...repayment, interest, principal: 0, excess, ruled: { interest: 0, principal: 0 } }
}

/** A later part of the pay-out bears interest from its day, and falls due with what is ahead. */
export const draw = (account: Account, { on, amount }: Draw): void => {
  noteMove(account, on, -amount)
  account.owed += amount
  account.lent += amount
  if (ahead(account, on).length === 0)
    account.dues = [...account.dues, { on: nextDay(account, on), principal: amount, left: amount }]
  else spreadAhead(account, on, amount)
}

/** The next day after one on which something can fall due. */
const nextDay = ({ calendar, k }: Account, on: LocalDate): LocalDate => {
  for (let next = k; ; next += 1) {
    const period = periodAt(calendar, next)
    if (!period.isDeferred && period.on > on) return period.on
  }
}

/** All that is owed falls due by the new plan; what was paid ahead of its day counts as paid now. */
export const changePlan = (account: Account, change: PlanChange): void => {
  const { on, instalments } = change
  const paid = account.dues.map(({ on: dueOn, principal, left }) => ({
    on: dueOn < on ? dueOn : on,
    principal: principal - left,
    left: 0,
  }))
  const { period } = account
  account.calendar = calendarAfter(account.calendar, change, period.from)
  account.k = 0
  account.period = periodAt(account.calendar, 0)
  weighAnew(account)
  // The new instalments bear interest from the running period on, not from the pay-out.
  const plan = { ...account.calendar.plan, paidOutOn: account.period.from }
  const parts = account.owed === 0 ? [] : spreadAnew(plan, account.owed, instalments)
  account.dues = [...paid, ...placed(account.calendar, parts)]
}

export const writeOff = (loan: Loan, account: Account, fact: WriteOff): WriteOff => {
  const { id, on } = fact
  const amount = on < loan.origin.on ? 0 : Math.min(fact.amount, account.owed)
  takeOff(account, amount)
  payOldest(account.dues, amount)
  return { id, on, amount }
}

/** The first default: a day ends on which an instalment has fallen due and is not paid. */
export const noteDefault = (account: Account, on: LocalDate): void => {
  if (account.owedAtDefault !== undefined) return
  if (account.dues.some((due) => due.on <= on && due.left > 0))
    account.owedAtDefault = bearing(account)
}

/** The running month and all that come bear the new rate, which is never the higher one. */
export const convert = (account: Account, { rateMonthlyPercent }: Conversion): void => {
  account.rate = rateOf(rateMonthlyPercent)
}
