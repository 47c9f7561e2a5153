import { type LocalDate, daysBetween, daysCovered, later } from '#domain/kernel/dates.ts'
import type { Due } from '#domain/loans/plan/dues.ts'
import { type Loan, type WriteOff, loanAsOf } from '#domain/loans/loan.ts'
import { type Split, walk } from '#domain/loans/plan/village-convention.ts'

type LoanStatus = 'open' | 'closed' | 'written-off'

/** Where a loan stands on a day, all of it computed from its facts up to that day. */
export type LoanStanding = {
  readonly loan: Loan
  /** With what came after the day too: books take a window of relief from its first day, whenever it was declared. */
  readonly whole: Loan
  readonly status: LoanStatus
  readonly owed: number
  /** Principal paid or written off. */
  readonly settled: number
  readonly interestDue: number
  readonly principalPaid: number
  readonly interestPaid: number
  readonly writtenOff: number
  /** What each write-off took off, never more than was owed. */
  readonly writeOffs: readonly WriteOff[]
  readonly splits: readonly Split[]
  readonly dues: readonly Due[]
  /** Principal of instalments that have fallen due and are not paid. */
  readonly overdue: number
  readonly daysPastDue: number
  readonly nextDue: Due | undefined
  readonly eventIds: readonly string[]
  readonly isUnderRelief: boolean
}

const onTimePaymentsToLeaveRelief = 3

const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0)

/** Of how many days the standing of a loan is kept, and of how many what it comes to; a page of a year asks for fourteen. */
const [daysKept, briefsKept] = [4, 40]

/** What a loan comes to on a day, which is little enough to keep it of many days. */
export type BriefStanding = Pick<LoanStanding, 'owed' | 'daysPastDue' | 'isUnderRelief'>

type Found = {
  /** The last day that the loan says anything about. */
  readonly lastDay: LocalDate
  readonly days: Map<LocalDate, LoanStanding>
  readonly briefs: Map<LocalDate, BriefStanding>
  /** Where it stands from its last day on, once nothing is owed and nothing can fall due. */
  ended?: LoanStanding
}

/** What was worked out of loans that cannot change any more. */
const found = new WeakMap<Loan, Found>()

const keep = <Value>(days: Map<LocalDate, Value>, day: LocalDate, value: Value, most: number) => {
  if (days.size >= most) days.clear()
  days.set(day, Object.freeze(value))
  return value
}

/** What is known of a loan; undefined where somebody may still change it. */
const foundOf = (loan: Loan): Found | undefined => {
  const known = found.get(loan)
  if (known || !Object.isFrozen(loan)) return known
  const days = JSON.stringify(loan).match(/(?<=")\d{4}-\d\d-\d\d(?=")/g) ?? []
  const lastDay = days.reduce(later, loan.origin.on)
  const first: Found = { lastDay, days: new Map(), briefs: new Map() }
  found.set(loan, first)
  return first
}

/** Whether nothing is owed of it and nothing can fall due. */
export const hasEnded = ({ owed, interestDue, overdue, nextDue }: LoanStanding): boolean =>
  owed === 0 && interestDue === 0 && overdue === 0 && nextDue === undefined

/**
 * The loan on a day; undefined before it was in these books. Of a loan that is frozen what was worked out is kept: loans
 * that were paid back long ago are most of an old book.
 */
export const standingOf = (loan: Loan, asOf: LocalDate): LoanStanding | undefined =>
  stoodOn(loan, asOf, (days, standing) => keep(days, asOf, standing, daysKept))

const stoodOn = (
  loan: Loan,
  asOf: LocalDate,
  kept: (days: Found['days'], standing: LoanStanding) => LoanStanding,
): LoanStanding | undefined => {
  if (loan.isVoid || loan.origin.on > asOf) return undefined
  const known = foundOf(loan)
  if (!known) return workedOut(loan, loanAsOf(loan, asOf), asOf)
  const isAfter = asOf >= known.lastDay
  const before = (isAfter ? known.ended : undefined) ?? known.days.get(asOf)
  if (before) return before
  // Frozen, by which what is asked of it for another day is kept with it.
  const asKnown = isAfter ? loan : Object.freeze(loanAsOf(loan, asOf))
  const standing = workedOut(loan, asKnown, asOf)
  if (isAfter && hasEnded(standing)) {
    known.ended = Object.freeze(standing)
    return standing
  }
  return kept(known.days, standing)
}

/** What the loan comes to on a day; undefined before it was in these books. */
export const briefStandingOf = (loan: Loan, asOf: LocalDate): BriefStanding | undefined => {
  if (loan.isVoid || loan.origin.on > asOf) return undefined
  const known = foundOf(loan)
  const before = known?.briefs.get(asOf)
  if (before) return before
  // The few days of which all is kept are not pushed out by many of which this is enough.
  const standing = stoodOn(loan, asOf, (_, worked) => worked)!
  // Most loans of an old book are over by any day: what is kept once of them is not kept again by day.
  if (!known || standing === known.ended) return standing
  const { owed, daysPastDue, isUnderRelief } = standing
  return keep(known.briefs, asOf, { owed, daysPastDue, isUnderRelief }, briefsKept)
}

/**
 * Where a loan stands on a day. An instalment is paid once all principal
 * due up to and with it is paid; days past due count from the oldest that is not, less days under
 * relief (DF 3, DF 8.4).
 */
const workedOut = (loan: Loan, known: Loan, asOf: LocalDate): LoanStanding => {
  // Books take a window in from its first day, also when it was declared later; due dates do not.
  const walked = walk({ ...known, deferrals: loan.deferrals }, asOf)
  const { owed, interestDue, splits, writtenOff, settled } = walked
  const isAllKnown = known.deferrals.length === loan.deferrals.length
  const instalments = isAllKnown ? walked.dues : walk(known, asOf).dues
  const unpaid = unpaidDues(instalments, settled)
  const oldest = unpaid.find(({ on }) => on < asOf)
  const isGivenUp = writtenOff.some(({ isGone }) => !isGone)
  const status = owed > 0 ? 'open' : isGivenUp ? 'written-off' : 'closed'
  return {
    loan: known,
    whole: loan,
    status,
    owed,
    settled,
    interestDue,
    principalPaid: sum(splits.map(({ principal }) => principal)),
    interestPaid: sum(splits.map(({ interest }) => interest)),
    writtenOff: sum(writtenOff.map(({ amount }) => amount)),
    writeOffs: writtenOff,
    splits,
    dues: instalments,
    overdue: sum(unpaid.filter(({ on }) => on < asOf).map(({ principal }) => principal)),
    daysPastDue: oldest
      ? daysBetween(oldest.on, asOf) - daysCovered(known.deferrals, oldest.on, asOf)
      : 0,
    nextDue: unpaid.find(({ on }) => on >= asOf),
    eventIds: [...new Set(known.deferrals.map(({ eventId }) => eventId))].toSorted(),
    isUnderRelief: owed > 0 && isUnderRelief(known, instalments, { splits, asOf }),
  }
}

/** What is still to be paid of each instalment when `settled` has been paid, oldest first. */
export const unpaidDues = (instalments: readonly Due[], settled: number): Due[] => {
  let left = settled
  const unpaid: Due[] = []
  for (const { on, principal } of instalments) {
    const paid = Math.min(left, principal)
    left -= paid
    if (paid < principal) unpaid.push({ on, principal: principal - paid })
  }
  return unpaid
}

/** A touched loan counts as under relief until three instalments after its last window were paid on time. */
const isUnderRelief = (
  loan: Loan,
  instalments: readonly Due[],
  { splits, asOf }: { readonly splits: readonly Split[]; readonly asOf: LocalDate },
): boolean => {
  if (loan.deferrals.length === 0) return false
  const ended = loan.deferrals.map(({ to }) => to).reduce(later)
  let dueSoFar = 0
  let onTime = 0
  for (const { on, principal } of instalments) {
    dueSoFar += principal
    if (on <= ended || on > asOf) continue
    const paidByThen = sum(splits.filter((split) => split.on <= on).map((split) => split.principal))
    if (paidByThen >= dueSoFar) onTime += 1
  }
  return onTime < onTimePaymentsToLeaveRelief
}
