import { Decimal } from 'decimal.js'
import { type LocalDate, daysBetween, later, monthlyDay } from '#domain/kernel/dates.ts'
import { roundDown } from '#domain/kernel/money.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/law.ts'
import {
  type Loan,
  type Repayment,
  type WriteOff,
  owedAtOrigin,
  paidOutOn,
} from '#domain/loans/loan.ts'
import { dues, monthEndAt } from '#domain/loans/schedule.ts'

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

/** A loan's account after walking through its facts up to a day. Sums in smallest units. */
export type Walk = {
  readonly owed: number
  /** Interest counted and not yet paid; negative where the book took more than had fallen due. */
  readonly interestDue: number
  readonly interestCounted: number
  readonly splits: readonly Split[]
  readonly writtenOff: readonly WriteOff[]
}

/** A month of interest has thirty parts, whatever its days. */
export const monthDays = 30

/**
 * The account while the walk goes on. `monthWeight` is how many thirtieths of a month the running
 * month still bears; `repaidWeight` is principal x thirtieths for what was repaid within it.
 */
type Account = {
  owed: number
  interestDue: number
  interestCounted: number
  countedInDefault: number
  owedAtDefault: number | undefined
  monthStart: LocalDate
  monthWeight: number
  repaidWeight: number
}

/** Interest of the running month: principal that stood `days` more of it, and what was repaid within it. */
const monthInterest = (loan: Loan, account: Account, days: number): number => {
  const { rateMonthlyPercent, interestStep } = loan.terms
  const weight = new Decimal(account.owed)
    .times(Math.min(days, account.monthWeight))
    .plus(account.repaidWeight)
  return roundDown(weight.times(rateMonthlyPercent).div(100 * monthDays), interestStep)
}

/**
 * Counts interest, within the two hard limits of fair lending: over its life a loan bears at most half
 * of its principal, and after its first default at most the principal that was then outstanding.
 */
const count = (loan: Loan, account: Account, interest: number): void => {
  const lifetimeMax = roundDown(
    new Decimal(loan.terms.principal).times(lifetimeChargesMaxPercent).div(100),
    1,
  )
  const leftOfDefault =
    account.owedAtDefault === undefined
      ? Infinity
      : account.owedAtDefault - account.countedInDefault
  const counted = Math.max(
    Math.min(interest, lifetimeMax - account.interestCounted, leftOfDefault),
    0,
  )
  account.interestCounted += counted
  account.interestDue += counted
  if (account.owedAtDefault !== undefined) account.countedInDefault += counted
}

const ruledSplit = (account: Account, amount: number): { interest: number; principal: number } => {
  const interest = Math.min(amount, Math.max(account.interestDue, 0))
  return { interest, principal: Math.min(amount - interest, account.owed) }
}

/** Takes in a repayment. One that settles the loan counts the interest of the days since the month began. */
const repay = (loan: Loan, account: Account, repayment: Repayment, isDeferred: boolean): Split => {
  const { on, amount, written } = repayment
  const days = isDeferred ? 0 : Math.min(daysBetween(account.monthStart, on), account.monthWeight)
  const settles = written
    ? written.principal >= account.owed
    : amount >= account.owed + Math.max(account.interestDue, 0)
  if (settles && account.owed > 0) {
    if (!isDeferred) count(loan, account, monthInterest(loan, account, days))
    account.monthStart = on
    account.monthWeight -= days
    account.repaidWeight = 0
  }
  const ruled = ruledSplit(account, amount)
  const interest = written ? written.interest : ruled.interest
  const principal = written ? Math.min(written.principal, account.owed) : ruled.principal
  if (!settles) account.repaidWeight += principal * days
  account.owed -= principal
  account.interestDue -= interest
  return { ...repayment, interest, principal, excess: amount - interest - principal, ruled }
}

/**
 * The village convention, version 1 (`docs/conventions/village.md`): at each month end that is not
 * deferred, principal that stood the whole month bears the monthly rate, principal repaid within it
 * rate x days / 30, the sum rounded down once; unpaid interest never bears interest.
 */
export const walk = (loan: Loan, through: LocalDate): Walk => {
  const begin = loan.origin.on
  const facts = factsInOrder(loan, through)
  const instalments = dues(loan)
  const account = opened(loan)
  const splits: Split[] = []
  const writtenOff: WriteOff[] = []
  let next = 0
  const takeIn = (isNow: (day: LocalDate) => boolean, isDeferred: boolean): void => {
    for (let fact = facts[next]; fact && isNow(fact.on); fact = facts[++next]) {
      if (fact.kind === 'repayment') {
        const open = fact.on < begin ? { ...account, owed: 0, interestDue: 0 } : account
        splits.push(repay(loan, open, fact.repayment, isDeferred))
      } else {
        const amount = fact.on < begin ? 0 : Math.min(fact.writeOff.amount, account.owed)
        account.owed -= amount
        writtenOff.push({ ...fact.writeOff, amount })
      }
    }
  }
  const isFinished = (): boolean =>
    next === facts.length && account.owed === 0 && account.repaidWeight === 0
  for (let k = 0; !isFinished(); k += 1) {
    const { on, isDeferred } = monthEndAt(loan, k)
    takeIn((day) => day < on, isDeferred)
    if (on > through) break
    endMonth(loan, account, { on, isDeferred })
    takeIn((day) => day === on, false)
    noteDefault(loan, account, { on, instalments })
  }
  const { owed, interestDue, interestCounted } = account
  return { owed, interestDue, interestCounted, splits, writtenOff }
}

type Fact =
  | {
      readonly kind: 'repayment'
      readonly on: LocalDate
      readonly id: string
      readonly repayment: Repayment
    }
  | {
      readonly kind: 'write-off'
      readonly on: LocalDate
      readonly id: string
      readonly writeOff: WriteOff
    }

/** On one day repayments come before write-offs, and each kind in the order of its ids. */
const factsInOrder = (loan: Loan, through: LocalDate): Fact[] => {
  const facts: Fact[] = [
    ...loan.repayments.map((repayment) => ({
      kind: 'repayment' as const,
      on: repayment.on,
      id: repayment.id,
      repayment,
    })),
    ...loan.writeOffs.map((writeOff) => ({
      kind: 'write-off' as const,
      on: writeOff.on,
      id: writeOff.id,
      writeOff,
    })),
  ]
  const place = ({ on, kind, id }: Fact): string => `${on} ${kind} ${id}`
  return facts.filter(({ on }) => on <= through).toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** A first month that is shorter than a full one bears interest for its days only. */
const opened = (loan: Loan): Account => {
  const { firstDueOn, dueDay } = loan.terms
  const monthBefore = monthlyDay(firstDueOn, -1, dueDay)
  const monthStart = later(monthBefore, paidOutOn(loan))
  return {
    owed: owedAtOrigin(loan),
    interestDue: 0,
    interestCounted: 0,
    countedInDefault: 0,
    owedAtDefault: undefined,
    monthStart,
    monthWeight:
      monthStart === monthBefore
        ? monthDays
        : Math.min(daysBetween(monthStart, firstDueOn), monthDays),
    repaidWeight: 0,
  }
}

/** Counts the month's interest unless it is deferred, and begins the next month. */
const endMonth = (
  loan: Loan,
  account: Account,
  { on, isDeferred }: { readonly on: LocalDate; readonly isDeferred: boolean },
): void => {
  if (!isDeferred) count(loan, account, monthInterest(loan, account, account.monthWeight))
  account.monthStart = on
  account.monthWeight = monthDays
  account.repaidWeight = 0
}

/** The first default: a day ends on which an instalment has fallen due and is not paid. */
const noteDefault = (
  loan: Loan,
  account: Account,
  {
    on,
    instalments,
  }: {
    readonly on: LocalDate
    readonly instalments: readonly { on: LocalDate; principal: number }[]
  },
): void => {
  if (account.owedAtDefault !== undefined) return
  const fallenDue = instalments.reduce((sum, due) => (due.on <= on ? sum + due.principal : sum), 0)
  if (owedAtOrigin(loan) - account.owed < fallenDue) account.owedAtDefault = account.owed
}
