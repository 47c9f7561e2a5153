import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, dayAfter, dayBefore, earlier, later } from '#domain/kernel/dates.ts'
import { isQuorum } from '#domain/fund/hands.ts'
import type { Meeting } from '#domain/fund/meetings.ts'
import { type Member, countActive, isActingOn } from '#domain/fund/members.ts'
import type { Ballot } from '#domain/fund/voting.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { standingOn } from '#domain/loans/fold.ts'
import { type Loan, withDeferrals } from '#domain/loans/loan.ts'
import { duesOf, walk } from '#domain/loans/village-convention.ts'
import { type ReliefBallotRefusal, judgedForRelief } from '#domain/relief/authority.ts'
import { type DeclaredEvent, type Given, declaredIn, isTouched } from '#domain/relief/event.ts'
import { type ReliefShelf, waitsForMeeting } from '#domain/relief/giving.ts'
import { loansOf, postingsOfChange } from '#domain/relief/moving.ts'
import { type TouchedSince, windowsOf } from '#domain/relief/relief.ts'

type Plain = {
  readonly v: 1
  readonly eventId: string
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}
type ReliefDeclined = Plain & {
  readonly type: 'ReliefDeclined'
  readonly memberId: string
  /** Of this member's loans, and the windows that are left on them: what is past stays put off. */
  readonly loanIds: readonly string[]
  readonly left: readonly TouchedSince[]
}
type ReliefRatified = Plain & {
  readonly type: 'ReliefRatified'
  readonly isCarried: boolean
  readonly ballot: Ballot
  /** Where the meeting said no: the loans that were put off, and the windows that are left on them. */
  readonly loanIds?: readonly string[]
  readonly left?: readonly TouchedSince[]
}
type ReliefLapsed = Plain & {
  readonly type: 'ReliefLapsed'
  readonly loanIds: readonly string[]
  readonly left: readonly TouchedSince[]
}
type ReliefUndone = Plain & {
  readonly type: 'ReliefUndone'
  readonly approvedBy: string
  readonly loanIds: readonly string[]
}

type About<Type extends string, Facts> = Envelope &
  Facts & { readonly type: Type; readonly eventId: string }
/** A household does not want it, before it was given or after. */
type DeclineRelief = About<'DeclineRelief', { readonly memberId: string }>
/** The meeting says whether it stands behind what officers gave. */
type RatifyRelief = About<'RatifyRelief', { readonly ballot: Ballot }>
/** No meeting spoke though one could: what officers gave ends. */
type LapseRelief = About<'LapseRelief', object>
/** It was given by mistake, and nothing has been paid on it: every loan is as it was before. */
type UndoRelief = About<'UndoRelief', { readonly approvedBy: string }>
export type AfterCommand = DeclineRelief | RatifyRelief | LapseRelief | UndoRelief
export type AfterBody = ReliefDeclined | ReliefRatified | ReliefLapsed | ReliefUndone

type AfterRefusal =
  | ReliefBallotRefusal
  | 'event-not-declared'
  | 'before-the-event'
  | 'not-of-the-event'
  | 'declined-before'
  | 'nothing-to-ratify'
  | 'meeting-not-missed'
  | 'nothing-to-undo'
  | 'paid-since'
  | 'approver-not-an-officer'

export type AfterShelf = ReliefShelf & {
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
  /** Where in the journal an entry about a loan stands. */
  readonly kept: ReadonlyMap<EntryId, { readonly seq: number }>
}

const bare = { v: 1, flags: [] } as const

/** What is left of windows that nothing is put off in after a day. */
const through = (windows: readonly TouchedSince[], last: LocalDate): TouchedSince[] =>
  windows
    .filter(({ from }) => from <= last)
    .map((window) => ({ ...window, to: earlier(window.to, last) }))

/** Whether windows change nothing about a loan: neither a due date nor a riel of interest, nor a fine that was paid. */
const moveNothing = (
  loan: Loan,
  event: DeclaredEvent,
  windows: readonly TouchedSince[],
): boolean => {
  const bareLoan = {
    ...loan,
    deferrals: loan.deferrals.filter(({ eventId }) => eventId !== event.eventId),
  }
  const after = withDeferrals(bareLoan, windowsOf({ ...event, touched: windows }, loan.loanId))
  const ends = windows.map(({ to }) => to)
  // What fell due before a window bears interest through it.
  const last = [bareLoan, after]
    .flatMap((one) => duesOf(one).map(({ on }) => on))
    .reduce(later, ends.reduce(later, loan.origin.on))
  const told = (one: Loan): string => {
    const { dues, counted } = walk(one, last)
    return JSON.stringify([dues, counted, finesOf(one)])
  }
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

/** Past ones stay put off; from the day on which she says so her loans go on as agreed. */
const declineRelief = (
  shelf: AfterShelf,
  event: DeclaredEvent,
  { eventId, memberId, effectiveOn: on }: DeclineRelief,
): Decision<ReliefDeclined, AfterRefusal> => {
  const { told, touched } = event
  const own = loansOf(event)
    .map((id) => shelf.loans.get(id)!)
    .filter((loan) => loan.memberId === memberId)
  const isOfIt =
    told.given.length > 0
      ? own.length > 0
      : isTouched(shelf.members.get(memberId)!, told, shelf.villageCode)
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
  const postings = postingsOfChange(shelf.loans, event, withoutLoans(event, loanIds, left))
  return recorded({ ...bare, type: 'ReliefDeclined', eventId, memberId, loanIds, left, postings })
}

/** A refusal ends coming deferrals, never past ones: what fell on the day of the vote stays put off. */
const ratifyRelief = (
  shelf: AfterShelf,
  event: DeclaredEvent,
  { eventId, ballot, effectiveOn: on }: RatifyRelief,
): Decision<ReliefRatified, AfterRefusal> => {
  if (!waitsForMeeting(event)) return refused('nothing-to-ratify')
  if (ballot.by === 'officers') return refused('the-meeting-must-vote')
  const vote = judgedForRelief(ballot, shelf, { declared: event.told, day: on })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  const { isCarried } = vote
  const told = { ...bare, type: 'ReliefRatified', eventId, isCarried, ballot } as const
  if (isCarried) return recorded({ ...told, postings: [] })
  const left = through(event.touched, on)
  const postings = postingsOfChange(shelf.loans, event, { ...event, touched: left })
  return recorded({ ...told, loanIds: loansOf(event), left, postings })
}

/** Whether a meeting of that day could have spoken: so many were there that it could decide. */
const couldSpeak = (
  { members, charter }: Pick<ReliefShelf, 'members' | 'charter'>,
  { heldOn, present }: Meeting,
): boolean => isQuorum(present.length, { active: countActive(members, heldOn), charter })

/**
 * What officers gave and the meeting has not spoken of though it was to, as it was known on a day, and the first
 * day on which that was so: the thirty days are over, and one was held, then or later, at which it could have
 * spoken. While the water stands and nobody can meet, nothing runs out.
 */
export const missedOn = (
  shelf: Pick<AfterShelf, 'members' | 'charter' | 'meetings'>,
  { told }: DeclaredEvent,
  day: LocalDate,
): { readonly given: Given; readonly since: LocalDate } | undefined => {
  const isBefore = (on: LocalDate | undefined): boolean => on !== undefined && on <= day
  const given = told.given.find((one) => one.by === 'officers' && !isBefore(one.ratifiedOn))
  if (!given || isBefore(told.endedOn)) return undefined
  const [able] = [...shelf.meetings.values()]
    .filter((meeting) => meeting.heldOn > given.on && couldSpeak(shelf, meeting))
    .map(({ heldOn }) => heldOn)
    .toSorted()
  if (able === undefined) return undefined
  const since = dayAfter(later(given.ratifyBy!, able))
  return since <= day ? { given, since } : undefined
}

/** Whether the meeting was to speak and did not, and nobody has written down what follows from it. */
export const isMissed = (
  shelf: Pick<AfterShelf, 'members' | 'charter' | 'meetings'>,
  event: DeclaredEvent,
  on: LocalDate,
): boolean => waitsForMeeting(event) && missedOn(shelf, event, on) !== undefined

const lapseRelief = (
  shelf: AfterShelf,
  event: DeclaredEvent,
  { eventId, effectiveOn: on }: LapseRelief,
): Decision<ReliefLapsed, AfterRefusal> => {
  if (!waitsForMeeting(event)) return refused('nothing-to-ratify')
  if (!isMissed(shelf, event, on)) return refused('meeting-not-missed')
  const left = through(event.touched, on)
  const postings = postingsOfChange(shelf.loans, event, { ...event, touched: left })
  const loanIds = loansOf(event)
  return recorded({ ...bare, type: 'ReliefLapsed', eventId, loanIds, left, postings })
}

/** What was written about the event's loans after relief was first given on it, the last one first. */
const writtenSince = (
  { loans, kept }: Pick<AfterShelf, 'loans' | 'kept'>,
  event: DeclaredEvent,
): EntryId[] => {
  const since = event.told.given[0]?.seq ?? 0
  const ids = loansOf(event).flatMap((loanId) => standingOn(loans.get(loanId)!))
  const after = [...new Set(ids)].filter((id) => (kept.get(id)?.seq ?? 0) > since)
  return after.toSorted((a, b) => kept.get(b)!.seq - kept.get(a)!.seq)
}

const undoRelief = (
  shelf: AfterShelf,
  event: DeclaredEvent,
  { eventId, approvedBy, effectiveOn: on }: UndoRelief,
): Decision<ReliefUndone, AfterRefusal> => {
  const approver: Member | undefined = shelf.members.get(approvedBy)
  if (!approver) return invalid('member-unknown', '/approvedBy')
  if (event.told.given.length === 0) return refused('nothing-to-undo')
  // A term that has run out stops nobody here.
  if (!isActingOn(approver, on)) return refused('approver-not-an-officer')
  const since = writtenSince(shelf, event)
  if (since.length > 0) return refused('paid-since', since)
  const postings = postingsOfChange(shelf.loans, event, { ...event, touched: [] })
  const loanIds = loansOf(event)
  return recorded({ ...bare, type: 'ReliefUndone', eventId, approvedBy, loanIds, postings })
}

/** What is decided about an event once it was declared. */
export const decideAfter = (
  shelf: AfterShelf,
  command: AfterCommand,
): Decision<AfterBody, AfterRefusal> => {
  const event = declaredIn(shelf.events, command.eventId)
  if (!event) return refused('event-not-declared')
  if (command.effectiveOn < event.declaredOn) return refused('before-the-event')
  switch (command.type) {
    case 'DeclineRelief':
      return declineRelief(shelf, event, command)
    case 'RatifyRelief':
      return ratifyRelief(shelf, event, command)
    case 'LapseRelief':
      return lapseRelief(shelf, event, command)
    case 'UndoRelief':
      return undoRelief(shelf, event, command)
  }
}
