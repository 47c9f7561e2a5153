import { type LocalDate, dayBefore, later } from '#domain/kernel/dates.ts'
import { recorded, refused } from '#domain/kernel/decision.ts'
import { id } from '#domain/kernel/shape.ts'
import { ownWordFault, ownWordOrSecond } from '#domain/fund/second.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { type Loan, loanAsOf, withDeferrals } from '#domain/loans/loan.ts'
import { duesOf, walk } from '#domain/loans/plan/village-convention.ts'
import { another } from '#domain/operations/another.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import { eventFor, through } from '#domain/relief/after.ts'
import { type DeclaredEvent, isTouched } from '#domain/relief/event.ts'
import { loansOf, postingsOfChange } from '#domain/relief/moving.ts'
import { type TouchedSince, windowsOf } from '#domain/relief/relief.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import { eventId } from '#domain/relief/shapes.ts'
import { eventAndLoans } from '#domain/relief/subjects.ts'

/** Whether windows change nothing about a loan: neither a due date nor a riel of interest, nor a fine that was paid. */
const moveNothing = (
  loan: Loan,
  event: DeclaredEvent,
  windows: readonly TouchedSince[],
): boolean => {
  const bareLoan = {
    ...loan,
    deferrals: loan.deferrals.filter((one) => one.eventId !== event.eventId),
  }
  const after = withDeferrals(bareLoan, windowsOf({ ...event, touched: windows }, loan.loanId))
  const ends = windows.map(({ to }) => to)
  // What fell due before a window bears interest through it.
  const last = [bareLoan, after]
    .flatMap((one) => duesOf(one).map(({ on }) => on))
    .reduce(later, ends.reduce(later, loan.origin.on))
  // A plan agreed anew hides what fell due before it, and how late that was.
  const hidden = (loan.planChanges ?? []).map(({ on }) => dayBefore(on))
  const at = (one: Loan, day: LocalDate) => {
    const { dues, counted } = walk(one, day)
    return [dues, counted]
  }
  // In the end every window counts, also one that was declared when nothing fell due any more.
  const told = (one: Loan): string =>
    JSON.stringify([hidden.map((day) => at(loanAsOf(one, day), day)), at(one, last), finesOf(one)])
  return told(bareLoan) === told(after)
}

const withoutLoans = (
  event: DeclaredEvent,
  loanIds: readonly string[],
  left: readonly TouchedSince[],
): DeclaredEvent => ({
  ...event,
  touched: [...event.touched.filter(({ loanId }) => !loanIds.includes(loanId)), ...left],
})

/**
 * A household does not want it, before it was given or after. Past windows stay put off; from the day on which she
 * says so her loans go on as agreed.
 */
export const declineRelief = operation({
  command: 'DeclineRelief',
  entry: 'ReliefDeclined',
  oneHand: 'decision',
  ownWord: true,
  asks: {
    eventId,
    memberId: id('member'),
    ...ownWordOrSecond,
  },
  keeps: ['eventId', 'memberId', 'approvedBy'],
  may: chairOrRecordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'tells-of-somebody',
  isReversible: false,
  decide: (now: Relieving, command) => {
    const event = eventFor(now, command)
    if (typeof event === 'string') return refused(event)
    const { memberId, approvedBy, effectiveOn: on } = command
    const unseconded = ownWordFault(now.members, command, memberId)
    if (unseconded) return unseconded
    const { told, touched } = event
    const own = loansOf(event)
      .map((loanId) => now.loans.get(loanId)!)
      .filter((loan) => loan.memberId === memberId)
    const isOfIt =
      told.given.length > 0
        ? own.length > 0
        : isTouched(now.members.get(memberId)!, told, now.villageCode)
    if (told.declined.some((one) => one.memberId === memberId)) return refused('declined-before')
    if (!isOfIt) return refused('not-of-the-event')
    const left = own.flatMap((loan) => {
      const windows = through(
        touched.filter(({ loanId }) => loanId === loan.loanId),
        dayBefore(on),
      )
      return moveNothing(loan, event, windows) ? [] : windows
    })
    const loanIds = own.map(({ loanId }) => loanId)
    const postings = postingsOfChange(now.loans, event, withoutLoans(event, loanIds, left))
    const flags = flagsOf({ 'by-one-word': approvedBy === undefined })
    return recorded({ loanIds, left, flags, postings })
  },
  about: (entry) => eventAndLoans(entry.eventId, entry.loanIds),
})
