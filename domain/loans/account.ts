import type { LocalDate } from '#domain/kernel/dates.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/law.ts'
import { type OpenDue, placed } from '#domain/loans/dues.ts'
import {
  type Draw,
  type Loan,
  type PlanChange,
  type Repayment,
  type WriteOff,
  owedAtOrigin,
} from '#domain/loans/loan.ts'
import {
  type Calendar,
  type Period,
  calendarOf,
  partsGone,
  periodAt,
} from '#domain/loans/loan-calendar.ts'
import { type Share, rateOf, roundedProduct, roundedWeight } from '#domain/loans/plan-figures.ts'
import { agreedParts } from '#domain/loans/schedule.ts'

/**
 * The account of a loan while its facts are walked through. `repaidWeight` is principal x parts of the
 * running period for what was repaid within it; what was paid out within it counts the other way.
 */
export type Account = {
  owed: number
  /** All principal that was ever owed: what was taken over or paid out. */
  lent: number
  interestDue: number
  /** Interest counted that falls due with a later instalment. */
  interestWaiting: number
  interestCounted: number
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
  readonly rate: Share
}

export const opened = (loan: Loan): Account => {
  const calendar = calendarOf(loan)
  const { interest } = calendar.plan
  const owed = owedAtOrigin(loan)
  return {
    owed,
    lent: owed,
    interestDue: 0,
    interestWaiting: 0,
    interestCounted: 0,
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
  }
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
export const periodInterest = (
  { owed, repaidWeight, period, rate, calendar }: Account,
  parts: number,
): number =>
  roundedWeight({ owed, parts, repaidWeight }, rate, {
    of: period.of,
    rounding: calendar.plan.interestRounding,
  })

/**
 * Counts interest, within the two hard limits of fair lending: over its life a loan bears at most half
 * of its principal as far as it was paid out, and after its first default at most the principal that was then outstanding.
 */
export const count = (loan: Loan, account: Account, interest: number): void => {
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
  const counted = Math.max(
    Math.min(interest, lifetimeMax - account.interestCounted, leftOfDefault),
    0,
  )
  account.interestCounted += counted
  account.interestWaiting += counted
  if (account.owedAtDefault !== undefined) account.countedInDefault += counted
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
      count(loan, account, periodInterest(account, period.whole))
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
  | { readonly kind: 'repayment'; readonly fact: Repayment }
  | { readonly kind: 'write-off'; readonly fact: WriteOff }

/** On one day: paid out, agreed anew, repaid, written off; each kind in the order of its ids. */
const places = { draw: 1, change: 2, repayment: 3, 'write-off': 4 } as const

export const factsInOrder = (loan: Loan, through: LocalDate): Fact[] => {
  const { repayments, writeOffs, draws = [], planChanges = [] } = loan
  const facts: Fact[] = [
    ...draws.map((fact): Fact => ({ kind: 'draw', fact })),
    ...planChanges.map((fact): Fact => ({ kind: 'change', fact })),
    ...repayments.map((fact): Fact => ({ kind: 'repayment', fact })),
    ...writeOffs.map((fact): Fact => ({ kind: 'write-off', fact })),
  ]
  const place = ({ kind, fact }: Fact): string => `${fact.on} ${places[kind]} ${fact.id}`
  return facts
    .filter(({ fact }) => fact.on <= through)
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}
