import { type LocalDate, dayAfter, earlier, later } from '#domain/kernel/dates.ts'
import { isQuorum } from '#domain/fund/hands.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { countActive } from '#domain/fund/people/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type DeclaredEvent, declaredIn } from '#domain/relief/event.ts'
import { type ReliefState, waitsForMeeting } from '#domain/relief/giving.ts'
import type { TouchedSince, Given } from '#domain/relief/relief.ts'

export type AfterState = ReliefState & {
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
  /** Where in the journal an entry about a loan stands. */
  readonly kept: ReadonlyMap<EntryId, { readonly seq: number }>
}

/** The event that is spoken of once it was declared; or why nothing can be said of it on that day. */
export const eventFor = (
  { events }: Pick<AfterState, 'events'>,
  { eventId, effectiveOn }: { readonly eventId: string; readonly effectiveOn: LocalDate },
): DeclaredEvent | 'event-not-declared' | 'before-the-event' => {
  const event = declaredIn(events, eventId)
  if (!event) return 'event-not-declared'
  return effectiveOn < event.declaredOn ? 'before-the-event' : event
}

/** What is left of windows that nothing is put off in after a day. */
export const through = (windows: readonly TouchedSince[], last: LocalDate): TouchedSince[] =>
  windows
    .filter(({ from }) => from <= last)
    .map((window) => ({ ...window, to: earlier(window.to, last) }))

/** Whether a meeting of that day could have spoken: so many were there that it could decide. */
const couldSpeak = (
  { members, charter }: Pick<ReliefState, 'members' | 'charter'>,
  { heldOn, present }: Meeting,
): boolean => isQuorum(present.length, { active: countActive(members, heldOn), charter })

/**
 * What officers gave and the meeting has not spoken of though it was to, as it was known on a day, and the first
 * day on which that was so: the thirty days are over, and one was held, then or later, at which it could have
 * spoken. While the water stands and nobody can meet, nothing runs out.
 */
export const missedOn = (
  state: Pick<AfterState, 'members' | 'charter' | 'meetings'>,
  { told }: DeclaredEvent,
  day: LocalDate,
): { readonly given: Given; readonly since: LocalDate } | undefined => {
  const isBefore = (on: LocalDate | undefined): boolean => on !== undefined && on <= day
  const given = told.given.find((one) => one.by === 'officers' && !isBefore(one.ratifiedOn))
  if (!given || isBefore(told.endedOn)) return undefined
  const [able] = [...state.meetings.values()]
    .filter((meeting) => meeting.heldOn > given.on && couldSpeak(state, meeting))
    .map(({ heldOn }) => heldOn)
    .toSorted()
  if (able === undefined) return undefined
  const since = dayAfter(later(given.ratifyBy!, able))
  return since <= day ? { given, since } : undefined
}

/** Whether the meeting was to speak and did not, and nobody has written down what follows from it. */
export const isMissed = (
  state: Pick<AfterState, 'members' | 'charter' | 'meetings'>,
  event: DeclaredEvent,
  on: LocalDate,
): boolean => waitsForMeeting(event) && missedOn(state, event, on) !== undefined
