import type { LocalDate } from '#domain/kernel/dates.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import { type OpenDue, placed } from '#domain/loans/plan/dues.ts'
import {
  type Conversion,
  type Draw,
  type Loan,
  type PlanChange,
  type Repayment,
  type WriteOff,
  carriedIn,
  owedAtOrigin,
  writtenAtOrigin,
} from '#domain/loans/loan.ts'
import {
  type Calendar,
  type Period,
  calendarOf,
  partsGone,
  periodAt,
} from '#domain/loans/plan/loan-calendar.ts'
import {
  type Share,
  rateOf,
  roundedProduct,
  roundedWeight,
} from '#domain/loans/plan/plan-figures.ts'
import { agreedParts } from '#domain/loans/plan/schedule.ts'

/**
 * The account of a loan while its facts are walked through. `repaidWeight` is principal x parts of the
 * running period for what was repaid within it; what was paid out within it counts the other way.
 */
export type Account = {
  owed: number
  /** All principal that was ever owed: what was taken over or paid out. */
  lent: number
  /** What of it is old interest and bears none; principal is paid before it. */
  bearsNone: number
  interestDue: number
  /** Interest counted that falls due with a later instalment. */
  interestWaiting: number
  interestCounted: number
  /** Each sum that was counted, on its day. */
  readonly counted: { readonly on: LocalDate; readonly amount: number }[]
  countedInDefault: number
  owedAtDefault: number | undefined
  repaidWeight: number
  /** The sums and days that the weight is made of, for a period that is counted anew. */
  moved: { readonly on: LocalDate; readonly amount: number }[]
  calendar: Calendar
  /** The place of the running period in its calendar. */
  k: number
  period: Period
  /** Periods that have ended and were not put off. */
  ended: number
  dues: OpenDue[]
  rate: Share
  /** Whether the limits of fair lending are left out: an older book asks on all that it wrote. */
  readonly isUncut: boolean
}

export const opened = (loan: Loan, isUncut = false): Account => {
  const calendar = calendarOf(loan)
  const { interest } = calendar.plan
  const owed = isUncut ? writtenAtOrigin(loan) : owedAtOrigin(loan)
  return {
    owed,
    lent: owed,
    bearsNone: isUncut ? 0 : carriedIn(loan).oldInterest,
    interestDue: 0,
    interestWaiting: 0,
    interestCounted: 0,
    counted: [],
    countedInDefault: 0,
    owedAtDefault: undefined,
    repaidWeight: 0,
    moved: [],
    calendar,
    k: 0,
    period: periodAt(calendar, 0),
    ended: 0,
    dues: placed(calendar, agreedParts(loan)),
    rate: rateOf(interest.per === 'day' ? interest.yearlyPercent : interest.ratePercent),
    isUncut,
  }
}

/** Principal that bears interest. */
export const bearing = ({ owed, bearsNone }: Account): number => owed - bearsNone

/** Takes a sum off what is owed: principal first, then old interest that was carried over. */
export const takeOff = (account: Account, amount: number): void => {
  account.owed -= amount
  account.bearsNone = Math.min(account.bearsNone, account.owed)
}

/** Principal that moved within the running period bears interest for its days: repaid, or negative paid out. */
export const noteMove = (account: Account, on: LocalDate, amount: number): void => {
  account.repaidWeight += amount * partsGone(account.calendar, account.period, on)
  account.moved.push({ on, amount })
}

export const forgetMoves = (account: Account): void => {
  account.repaidWeight = 0
  account.moved = []
}

/** The running period is another one now: what moved in it is weighed by its days. */
export const weighAnew = (account: Account): void => {
  const { moved } = account
  forgetMoves(account)
  for (const { on, amount } of moved) noteMove(account, on, amount)
}

/** Interest of the running period: what stood `parts` of it, and what was repaid within it. */
export const periodInterest = (account: Account, parts: number): number => {
  const { repaidWeight, period, rate, calendar } = account
  return roundedWeight({ owed: bearing(account), parts, repaidWeight }, rate, {
    of: period.of,
    rounding: calendar.plan.interestRounding,
  })
}

/**
 * Counts interest, within the two hard limits of fair lending: over its life a loan bears at most half
 * of its principal as far as it was paid out, and after its first default at most the principal that was then outstanding.
 */
export const count = (
  loan: Loan,
  account: Account,
  { on, interest }: { readonly on: LocalDate; readonly interest: number },
): void => {
  const counted = account.isUncut ? interest : Math.min(interest, room(loan, account))
  if (counted <= 0) return
  account.interestCounted += counted
  account.interestWaiting += counted
  account.counted.push({ on, amount: counted })
  if (account.owedAtDefault !== undefined) account.countedInDefault += counted
}

/** What may still be counted; what was charged before these books is part of the half. */
const room = (loan: Loan, account: Account): number => {
  const { origin, terms } = loan
  const lifetimeMax = roundedProduct(
    origin.kind === 'paid-out' ? account.lent : terms.principal,
    { parts: lifetimeChargesMaxPercent, of: 100 },
    { parts: 1, of: 1 },
    { mode: 'down', step: 1 },
  )
  const leftOfDefault =
    account.owedAtDefault === undefined
      ? Infinity
      : account.owedAtDefault - account.countedInDefault
  const { chargedBefore } = carriedIn(loan)
  return Math.min(lifetimeMax - chargedBefore - account.interestCounted, leftOfDefault)
}

/** Lets all interest fall due that has been counted. */
export const fallDue = (account: Account): void => {
  account.interestDue += account.interestWaiting
  account.interestWaiting = 0
}

/** Counts the period's interest unless it is put off, and begins the next period. */
export const endPeriod = (loan: Loan, account: Account): void => {
  const { period, calendar } = account
  const { graceOnInterest } = calendar.plan
  if (!period.isDeferred) {
    const inGrace = account.ended < (graceOnInterest?.instalments ?? 0)
    if (!(inGrace && graceOnInterest!.is === 'forgiven'))
      count(loan, account, { on: period.on, interest: periodInterest(account, period.whole) })
    account.ended += 1
    if (!inGrace || graceOnInterest!.is === 'forgiven') fallDue(account)
  }
  account.k += 1
  account.period = periodAt(calendar, account.k)
  forgetMoves(account)
}

export type Fact =
  | { readonly kind: 'draw'; readonly fact: Draw }
  | { readonly kind: 'change'; readonly fact: PlanChange }
  | { readonly kind: 'conversion'; readonly fact: Conversion }
  | { readonly kind: 'repayment'; readonly fact: Repayment }
  | { readonly kind: 'write-off'; readonly fact: WriteOff }

/** On one day: paid out, agreed anew, converted, repaid, written off; each kind in the order of its ids. */
const places = { draw: 1, change: 2, conversion: 3, repayment: 4, 'write-off': 5 } as const

export const factsInOrder = (loan: Loan, through: LocalDate): Fact[] => {
  const { repayments, writeOffs, draws = [], planChanges = [], conversions = [] } = loan
  const facts: Fact[] = [
    ...draws.map((fact): Fact => ({ kind: 'draw', fact })),
    ...planChanges.map((fact): Fact => ({ kind: 'change', fact })),
    ...conversions.map((fact): Fact => ({ kind: 'conversion', fact })),
    ...repayments.map((fact): Fact => ({ kind: 'repayment', fact })),
    ...writeOffs.map((fact): Fact => ({ kind: 'write-off', fact })),
  ]
  const place = ({ kind, fact }: Fact): string => `${fact.on} ${places[kind]} ${fact.id}`
  return facts
    .filter(({ fact }) => fact.on <= through)
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}
