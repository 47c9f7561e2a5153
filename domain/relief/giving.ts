import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, type Span, daysAfter, earlier, isLocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter.ts'
import { stateOn } from '#domain/fund/life.ts'
import type { Member } from '#domain/fund/members.ts'
import type { Ballot } from '#domain/fund/voting.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { type Loan, lentOn } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { type ReliefBallotRefusal, judgedForRelief, ratifyDays } from '#domain/relief/authority.ts'
import { type DeclaredEvent, declaredIn, isTouched } from '#domain/relief/event.ts'
import { postingsOfChange } from '#domain/relief/moving.ts'
import type { ReliefEvent, TouchedLoan } from '#domain/relief/relief.ts'
import { isFarmLoan, renewedWindow, windowOf, windowsFor } from '#domain/relief/windows.ts'

type Given = {
  readonly v: 1
  readonly eventId: string
  readonly touched: readonly TouchedLoan[]
  readonly ballot: Ballot
  /** Where officers gave it: the meeting speaks by this day, or at the first one that can be held after it. */
  readonly ratifyBy?: LocalDate
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}
export type ReliefActivated = Given & { readonly type: 'ReliefActivated' }
export type ReliefRenewed = Given & { readonly type: 'ReliefRenewed' }

type Giving = Envelope & {
  readonly eventId: string
  /** The list as it was shown: every loan with its windows. Another list than the rule's is refused. */
  readonly touched: readonly TouchedLoan[]
  readonly ballot: Ballot
}
/** All loans that an event touches are put off, by one act. */
export type ActivateRelief = Giving & { readonly type: 'ActivateRelief' }
/** Once more, once an event: from the day after the event's own window ends. */
export type RenewRelief = Giving & { readonly type: 'RenewRelief' }

type GivingRefusal =
  | ReliefBallotRefusal
  | 'event-not-declared'
  | 'before-the-event'
  | 'relief-already-given'
  | 'relief-has-ended'
  | 'renewed-before'
  | 'nothing-to-renew'
  | 'ratify-first'
  | 'nothing-to-defer'
  | 'list-has-changed'

export type ReliefShelf = {
  readonly events: ReadonlyMap<string, ReliefEvent>
  readonly members: ReadonlyMap<string, Member>
  readonly loans: ReadonlyMap<string, Loan>
  readonly requests: ReadonlyMap<string, LoanRequest>
  readonly villageCode: string
  /** The one in force on the command's day. */
  readonly charter: Charter
}

const place = ({ loanId, from, to }: TouchedLoan): string => `${loanId} ${from} ${to}`
const inOrder = (list: readonly TouchedLoan[]): TouchedLoan[] =>
  list.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))

/** Loans of the living on which something is owed, of members that a test takes. */
const owedBy = (
  { loans, members }: Pick<ReliefShelf, 'loans' | 'members'>,
  on: LocalDate,
  test: (member: Member) => boolean,
): Loan[] =>
  [...loans.values()].filter((loan) => {
    const member = members.get(loan.memberId)!
    const isOwed = (standingOf(loan, on)?.owed ?? 0) > 0
    return isOwed && stateOn(member, on) !== 'dead' && test(member)
  })

const windowsIn = (
  { requests }: Pick<ReliefShelf, 'requests'>,
  loan: Loan,
  { eventId, on, window }: { eventId: string; on: LocalDate; window: Span },
): TouchedLoan[] => {
  const isFarm = isFarmLoan(loan, requests.get(loan.loanId))
  const named = { eventId, declaredOn: on }
  return windowsFor(loan, window, { isFarm, named }).map((span) => ({
    loanId: loan.loanId,
    ...span,
  }))
}

/**
 * Every loan that an event touches, with its windows: what is owed on the day by whoever lives there or is
 * listed, lent by the day on which the event was declared. Who has declined is left out.
 */
export const touchedBy = (
  shelf: ReliefShelf,
  event: DeclaredEvent,
  on: LocalDate,
): TouchedLoan[] => {
  const { told, eventId, declaredOn } = event
  const declined = new Set(told.declined.map(({ memberId }) => memberId))
  const window = windowOf(shelf.charter, told)
  const isTaken = (member: Member): boolean =>
    !declined.has(member.memberId) && isTouched(member, told, shelf.villageCode)
  return inOrder(
    owedBy(shelf, on, isTaken)
      .filter((loan) => lentOn(loan) <= declaredOn)
      .flatMap((loan) => windowsIn(shelf, loan, { eventId, on, window })),
  )
}

/** The loans that are still owed of those that an event puts off, with their second windows. */
export const renewedBy = (
  shelf: ReliefShelf,
  event: DeclaredEvent,
  on: LocalDate,
): TouchedLoan[] => {
  const { eventId, told } = event
  const ends = endsOf(event)
  const declined = new Set(told.declined.map(({ memberId }) => memberId))
  return inOrder(
    owedBy(shelf, on, ({ memberId }) => !declined.has(memberId))
      .filter(({ loanId }) => ends.has(loanId))
      .flatMap((loan) => {
        const window = renewedWindow(shelf.charter, told.kind, ends.get(loan.loanId)!)
        return windowsIn(shelf, loan, { eventId, on, window })
      }),
  )
}

/** The last day of the event's own window, for each of its loans: the hungry months of a field come after it. */
const endsOf = ({ touched }: ReliefEvent): ReadonlyMap<string, LocalDate> => {
  const ends = new Map<string, LocalDate>()
  for (const { loanId, to } of touched) ends.set(loanId, earlier(ends.get(loanId) ?? to, to))
  return ends
}

/** Officers gave it and the meeting has not spoken. */
export const waitsForMeeting = ({ told }: DeclaredEvent): boolean =>
  told.endedOn === undefined &&
  told.given.some(({ by, ratifiedOn }) => by === 'officers' && ratifiedOn === undefined)

/** Why relief on an event cannot be given now, whatever the vote says. */
export const givingRefusal = (
  event: DeclaredEvent,
  { isRenewal, on }: { readonly isRenewal: boolean; readonly on: LocalDate },
): GivingRefusal | undefined => {
  const { told, declaredOn } = event
  if (on < declaredOn) return 'before-the-event'
  if (told.endedOn !== undefined) return 'relief-has-ended'
  if (!isRenewal) return told.given.length > 0 ? 'relief-already-given' : undefined
  if (told.given.length === 0) return 'nothing-to-renew'
  if (told.given.some((one) => one.isRenewal)) return 'renewed-before'
  if (waitsForMeeting(event)) return 'ratify-first'
  return [...endsOf(event).values()].every((to) => to < on) ? 'nothing-to-renew' : undefined
}

const isSame = (a: readonly TouchedLoan[], b: readonly TouchedLoan[]): boolean =>
  a.length === b.length && inOrder(a).every((one, i) => place(one) === place(b[i]!))

const listFault = (touched: readonly TouchedLoan[]) => {
  const odd = touched.findIndex(({ from, to }) => !isLocalDate(from) || !isLocalDate(to))
  return odd < 0 ? undefined : invalid('window-cannot-hold', `/touched/${odd}`)
}

/** An event with more windows on it. */
export const withWindows = (
  event: DeclaredEvent,
  more: readonly TouchedLoan[],
  since: LocalDate,
): DeclaredEvent => ({
  ...event,
  touched: [...event.touched, ...more.map(({ loanId, from, to }) => ({ loanId, from, to, since }))],
})

/**
 * One act for all: the caller sends the list that it was shown, and it is taken only where it is the rule's own
 * for this day. Books of every loan follow in the same entry.
 */
export const giveRelief = (
  shelf: ReliefShelf,
  command: ActivateRelief | RenewRelief,
): Decision<ReliefActivated | ReliefRenewed, GivingRefusal> => {
  const { eventId, touched, ballot, effectiveOn: on } = command
  const fault = listFault(touched)
  if (fault) return fault
  const event = declaredIn(shelf.events, eventId)
  if (!event) return refused('event-not-declared')
  const isRenewal = command.type === 'RenewRelief'
  const not = givingRefusal(event, { isRenewal, on })
  if (not !== undefined) return refused(not)
  const list = isRenewal ? renewedBy(shelf, event, on) : touchedBy(shelf, event, on)
  if (list.length === 0) return refused('nothing-to-defer')
  if (!isSame(touched, list)) return refused('list-has-changed')
  const vote = judgedForRelief(ballot, shelf, { declared: event.told, day: on })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  const after = withWindows(event, list, on)
  return recorded({
    type: isRenewal ? 'ReliefRenewed' : 'ReliefActivated',
    v: 1,
    eventId,
    touched: list,
    ballot,
    ...(ballot.by === 'officers' ? { ratifyBy: daysAfter(on, ratifyDays) } : {}),
    flags: [],
    postings: postingsOfChange(shelf.loans, event, after),
  })
}
