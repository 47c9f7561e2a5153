import { type LocalDate, type Span, earlier } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type Loan, lentOn } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { type DeclaredEvent, isTouched } from '#domain/relief/event.ts'
import type { ReliefEvent, TouchedLoan } from '#domain/relief/relief.ts'
import { isFarmLoan, renewedWindow, windowOf, windowsFor } from '#domain/relief/windows.ts'

type GivingRefusal =
  | 'before-the-event'
  | 'relief-already-given'
  | 'relief-has-ended'
  | 'renewed-before'
  | 'nothing-to-renew'
  | 'ratify-first'

export type ReliefState = {
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
  { loans, members }: Pick<ReliefState, 'loans' | 'members'>,
  on: LocalDate,
  test: (member: Member) => boolean,
): Loan[] =>
  [...loans.values()].filter((loan) => {
    const member = members.get(loan.memberId)!
    const isOwed = (standingOf(loan, on)?.owed ?? 0) > 0
    return isOwed && stateOn(member, on) !== 'dead' && test(member)
  })

const windowsIn = (
  { requests }: Pick<ReliefState, 'requests'>,
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
  state: ReliefState,
  event: DeclaredEvent,
  on: LocalDate,
): TouchedLoan[] => {
  const { told, eventId, declaredOn } = event
  const declined = new Set(told.declined.map(({ memberId }) => memberId))
  const window = windowOf(state.charter, told)
  const isTaken = (member: Member): boolean =>
    !declined.has(member.memberId) && isTouched(member, told, state.villageCode)
  return inOrder(
    owedBy(state, on, isTaken)
      .filter((loan) => lentOn(loan) <= declaredOn)
      .flatMap((loan) => windowsIn(state, loan, { eventId, on, window })),
  )
}

/** The loans that are still owed of those that an event puts off, with their second windows. */
export const renewedBy = (
  state: ReliefState,
  event: DeclaredEvent,
  on: LocalDate,
): TouchedLoan[] => {
  const { eventId, told } = event
  const ends = endsOf(event)
  const declined = new Set(told.declined.map(({ memberId }) => memberId))
  return inOrder(
    owedBy(state, on, ({ memberId }) => !declined.has(memberId))
      .filter(({ loanId }) => ends.has(loanId))
      .flatMap((loan) => {
        const window = renewedWindow(state.charter, told.kind, ends.get(loan.loanId)!)
        return windowsIn(state, loan, { eventId, on, window })
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

/** Whether two lists tell of the same loans and windows, in whatever order. */
export const isSame = (a: readonly TouchedLoan[], b: readonly TouchedLoan[]): boolean =>
  a.length === b.length && inOrder(a).every((one, i) => place(one) === place(b[i]!))

/** An event with more windows on it. */
export const withWindows = (
  event: DeclaredEvent,
  more: readonly TouchedLoan[],
  since: LocalDate,
): DeclaredEvent => ({
  ...event,
  touched: [...event.touched, ...more.map(({ loanId, from, to }) => ({ loanId, from, to, since }))],
})
