/*
 * A loan's account counted a second time, from `docs/conventions/village.md` alone: slow and plain, in
 * whole numbers of any size, with a calendar of its own. Days are numbers.
 */
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { CommandOf } from '#test/sim/kinds.ts'
import {
  type Days,
  type LoanWindow,
  type Period,
  interestOf,
  partsGone,
  periodOf,
} from '#test/sim/naive-days.ts'
import type { Change, Conversion, Fact, Payment, Sum } from '#test/sim/naive-loan-facts.ts'
import {
  type NaiveDue,
  drawDues,
  duesAfterChange,
  duesAgreed,
  payDues,
  payOldest,
} from '#test/sim/naive-dues.ts'
import { textOf } from '#test/support/oracle/calendar.ts'

export type NaiveLoan = {
  /** The entry with which it began. */
  readonly id: string
  readonly memberId: string
  readonly product: string
  readonly principal: number
  readonly months: number
  readonly plan: PlanTerms
  /** True for months of equal principal, or a season. */
  readonly isPlain: boolean
  /** All of it falls due at the end. */
  readonly isBullet: boolean
  readonly interestStep: number
  readonly asWritten: CommandOf<'TakeOverLoan'>['asWritten']
  /** Old interest in what is owed, what of it was gone from the first day, and all that was charged before. */
  readonly oldInterest: number
  readonly gone: number
  readonly chargedBefore: number
  /** What the lender took, and what of it came back on which day. */
  readonly taken: readonly string[]
  returns: (Fact & { readonly what: string })[]
  conversions: Conversion[]
  /** To tell what an older book would ask: without the limits of fair lending. */
  readonly isUncut?: boolean
  readonly instalmentStep: number
  readonly currency: string
  readonly firstDueOn: number
  readonly dueDay: number
  readonly isTakenOver: boolean
  readonly beganOn: number
  readonly paidOutOn: number
  readonly owed: number
  readonly moneyBackUntil: number | undefined
  isVoid: boolean
  payments: Payment[]
  writeOffs: Sum[]
  draws: Sum[]
  changes: Change[]
  fines: Sum[]
  recoveries: Sum[]
  readonly windows: LoanWindow[]
}

export type Part = { readonly on: number; readonly amount: number }
export type Split = {
  readonly id: string
  readonly on: number
  readonly interest: number
  readonly principal: number
  readonly excess: number
  readonly excessTo: 'savings' | 'suspense'
  readonly from?: Payment['from']
}
export type NaiveAccount = {
  readonly owed: number
  readonly settled: number
  readonly interestDue: number
  readonly interestCounted: number
  readonly counted: readonly Part[]
  readonly splits: readonly Split[]
  readonly writtenOff: readonly Part[]
  /** Every instalment, by day. */
  readonly dues: readonly Part[]
}

/** The account while it is counted. */
type Running = {
  owed: number
  lent: number
  /** What of it is old interest, paid last. */
  still: number
  plan: PlanTerms
  due: number
  /** Counted, and put off to a later instalment. */
  waiting: number
  counted: number
  list: Part[]
  countedAfterDefault: number
  owedAtDefault: number
  days: Days
  k: number
  period: Period
  periodsEnded: number
  /** Principal that was repaid, or (below zero) paid out, since the period or a settlement began. */
  moved: Part[]
  dues: NaiveDue[]
}

/** Principal x parts of the period for what moved within it. */
const movedWeight = ({ moved, days, period }: Running): bigint =>
  moved.reduce((sum, m) => sum + BigInt(m.amount) * BigInt(partsGone(days, period, m.on)), 0n)

const charge = (loan: NaiveLoan, now: Running, parts: number, on: number): void => {
  const weight = BigInt(now.owed - now.still) * BigInt(parts) + movedWeight(now)
  const half = Math.floor((loan.isTakenOver ? loan.principal : now.lent) / 2)
  const ofHalf = half - loan.chargedBefore - now.counted
  const within = Math.min(ofHalf, now.owedAtDefault - now.countedAfterDefault)
  const room = loan.isUncut ? Infinity : within
  const more = Math.max(Math.min(interestOf(now.plan, weight, now.period.of), room), 0)
  now.list.push({ on, amount: more })
  now.counted += more
  now.waiting += more
  if (now.owedAtDefault < Infinity) now.countedAfterDefault += more
}

const fallDue = (now: Running): void => {
  now.due += now.waiting
  now.waiting = 0
}

/** Handed back whole in time: it has cost nothing. */
const handBack = (now: Running): void => {
  Object.assign(now, { due: 0, waiting: 0, counted: 0, list: [], moved: [] })
}

const settle = (loan: NaiveLoan, now: Running, on: number): void => {
  const gone = partsGone(now.days, now.period, on)
  if (!now.period.isFree) charge(loan, now, gone, on)
  fallDue(now)
  now.period = { ...now.period, start: on, whole: now.period.whole - gone }
  now.moved = []
}

const pay = (loan: NaiveLoan, now: Running, payment: Payment): Split => {
  const { id, on, amount, written, early = 'next', excessTo = 'suspense' } = payment
  const out = payment.from ? { from: payment.from } : {}
  if (on < loan.beganOn) {
    const paid = written?.interest ?? 0
    return { id, on, interest: paid, principal: 0, excess: amount - paid, excessTo, ...out }
  }
  const isAll = written
    ? written.principal >= now.owed
    : amount >= now.owed + Math.max(now.due + now.waiting, 0)
  const settles = isAll && now.owed > 0
  const { moneyBackUntil } = loan
  if (moneyBackUntil !== undefined && on <= moneyBackUntil && amount >= now.owed) handBack(now)
  else if (settles) settle(loan, now, on)
  const interest = written ? written.interest : Math.min(amount, Math.max(now.due, 0))
  const principal = Math.min(written ? written.principal : amount - interest, now.owed)
  const bore = now.owed - now.still
  lower(now, principal)
  if (!settles) now.moved.push({ on, amount: bore - (now.owed - now.still) })
  now.due -= interest
  payDues(now.dues, now.days, { on, principal, early })
  const excess = amount - interest - principal
  return { id, on, interest, principal, excess, excessTo, ...out }
}

/** What comes off is principal first. */
const lower = (now: Running, amount: number): void => {
  now.owed -= amount
  now.still = Math.min(now.still, now.owed)
}

const convert = (now: Running, { rate }: Conversion): void => {
  now.plan = { ...now.plan, interest: { per: 'period', ratePercent: rate } }
}

const lend = (now: Running, { on, amount }: Sum): void => {
  now.moved.push({ on, amount: -amount })
  now.owed += amount
  now.lent += amount
  drawDues(now.dues, now.days, { on, amount, k: now.k })
}

const agreeAnew = (now: Running, { on, instalments, firstDueOn, dueDay }: Change): void => {
  const { plan } = now.days
  const every = 'every' in plan.due ? plan.due.every : ({ n: 1, unit: 'months' } as const)
  const isOfMonths = every.unit === 'months' || every.unit === 'years'
  const day = isOfMonths ? { dayOfMonth: dueDay } : {}
  const due = { every, firstDueOn: textOf(firstDueOn), ...day }
  now.days = { ...now.days, plan: { ...plan, due }, begun: now.period.start }
  now.k = 0
  now.period = periodOf(now.days, 0)
  now.dues = duesAfterChange(now.dues, now.days, { on, owed: now.owed, instalments })
}

const giveUp = (loan: NaiveLoan, now: Running, { on, amount }: Sum): Part => {
  const off = on < loan.beganOn ? 0 : Math.min(amount, now.owed)
  lower(now, off)
  payOldest(now.dues, off)
  return { on, amount: off }
}

const endPeriod = (loan: NaiveLoan, now: Running): void => {
  const { isFree, whole, end } = now.period
  const { instalments = 0, is } = loan.plan.graceOnInterest ?? {}
  if (!isFree) {
    const isGrace = now.periodsEnded < instalments
    if (!isGrace || is === 'deferred') charge(loan, now, whole, end)
    if (!isGrace || is === 'forgiven') fallDue(now)
    now.periodsEnded += 1
  }
  now.k += 1
  now.period = periodOf(now.days, now.k)
  now.moved = []
}

const begun = (loan: NaiveLoan, windows: readonly LoanWindow[]): Running => {
  const days: Days = { plan: loan.plan, begun: loan.paidOutOn, windows }
  const none = { due: 0, waiting: 0, counted: 0, countedAfterDefault: 0, k: 0, periodsEnded: 0 }
  const sums = { owed: loan.owed, lent: loan.owed, owedAtDefault: Infinity }
  const older = { still: loan.oldInterest, plan: loan.plan, list: [] }
  return {
    ...none,
    ...sums,
    ...older,
    days,
    period: periodOf(days, 0),
    moved: [],
    dues: duesAgreed(loan, days),
  }
}

type Doing = Fact & { readonly rank: number; readonly does: (now: Running) => void }

/** The account after all that happened through a day, with these windows. */
export const naiveAccount = (
  loan: NaiveLoan,
  through: number,
  windows: readonly LoanWindow[] = loan.windows,
): NaiveAccount => {
  const splits: Split[] = []
  const writtenOff: Part[] = []
  const doing = <F extends Fact>(
    rank: number,
    facts: readonly F[],
    does: (now: Running, fact: F) => void,
  ) =>
    facts.map((fact): Doing => ({ id: fact.id, on: fact.on, rank, does: (now) => does(now, fact) }))
  const queue = [
    ...doing(1, loan.draws, lend),
    ...doing(2, loan.changes, agreeAnew),
    ...doing(3, loan.conversions, convert),
    ...doing(4, loan.payments, (now, fact) => void splits.push(pay(loan, now, fact))),
    ...doing(5, loan.writeOffs, (now, fact) => void writtenOff.push(giveUp(loan, now, fact))),
  ]
    .filter(({ on }) => on <= through)
    .toSorted((a, b) => a.on - b.on || a.rank - b.rank || (a.id < b.id ? -1 : 1))
  const now = begun(loan, windows)
  const take = (until: number): void => {
    while (queue[0] && queue[0].on <= until) queue.shift()!.does(now)
  }
  while (queue.length > 0 || now.owed > 0 || movedWeight(now) !== 0n) {
    // What is done may move the period's end: each day is taken by itself.
    while (queue[0] && queue[0].on < now.period.end) queue.shift()!.does(now)
    const { end } = now.period
    if (end > through) break
    endPeriod(loan, now)
    take(end)
    const isLate = now.dues.some(({ on, amount, paid }) => on <= end && paid < amount)
    if (now.owedAtDefault === Infinity && isLate) now.owedAtDefault = now.owed - now.still
  }
  const dues = now.dues
    .filter(({ amount }) => amount > 0)
    .map(({ on, amount }) => ({ on, amount }))
    .toSorted((a, b) => a.on - b.on)
  const { owed, lent, due, counted, list } = now
  return {
    owed,
    settled: lent - owed,
    interestDue: due,
    interestCounted: counted,
    counted: list,
    splits,
    writtenOff,
    dues,
  }
}
