import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter.ts'
import { type Member, isCode } from '#domain/fund/members.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { type Evidence, evidenceFault } from '#domain/relief/evidence.ts'
import { liesIn } from '#domain/relief/places.ts'
import { type EventKind, type ReliefEvent, eventKinds, isEventCode } from '#domain/relief/relief.ts'
import { windowOf } from '#domain/relief/windows.ts'

/** What an officer says has happened: where or to whom, from which day on, and what shows it. */
export type Declared = {
  readonly kind: EventKind
  /** Zones of the fund's own or codes of the gazetteer; or `memberIds`, and never both. */
  readonly places?: readonly string[]
  readonly memberIds?: readonly string[]
  readonly from: LocalDate
  /** Where it is over already. */
  readonly to?: LocalDate
  readonly evidence: Evidence
}

/** One act of relief on an event: what was decided, by whom, and whether the meeting stands behind it. */
export type Given = {
  readonly entryId: EntryId
  readonly seq: number
  readonly on: LocalDate
  readonly isRenewal: boolean
  readonly by: 'meeting' | 'officers'
  /** Officers alone: through this day the meeting ratifies, or at the first one that can be held after it. */
  readonly ratifyBy?: LocalDate
  readonly ratifiedOn?: LocalDate
}

/** An event with everything that was decided about it. */
export type Told = Declared & {
  readonly given: readonly Given[]
  /** Members who do not want it. */
  readonly declined: readonly { readonly memberId: string; readonly on: LocalDate }[]
  /** The meeting did not stand behind it, or never spoke: nothing more is put off after this day. */
  readonly endedOn?: LocalDate
}

export type DeclaredEvent = ReliefEvent & { readonly told: Told }

/** The event where it was declared here; one that was taken over from an older book was not. */
export const declaredIn = (
  events: ReadonlyMap<string, ReliefEvent>,
  eventId: string,
): DeclaredEvent | undefined => {
  const event = events.get(eventId)
  return event?.told ? (event as DeclaredEvent) : undefined
}

export type EventDeclared = Declared & {
  readonly type: 'EventDeclared'
  readonly v: 1
  readonly eventId: string
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** An officer declares an event. It puts nothing off by itself. */
export type DeclareEvent = Envelope &
  Declared & { readonly type: 'DeclareEvent'; readonly eventId: string }

type DeclareRefusal = 'event-already-declared' | 'nobody-lives-there' | 'event-long-past'

type DeclareShelf = {
  readonly events: ReadonlyMap<string, ReliefEvent>
  readonly members: ReadonlyMap<string, Member>
  readonly villageCode: string
  /** The one in force on the command's day. */
  readonly charter: Charter
}

/** Whether an event touches a member: listed by name, or living in one of its places. */
export const isTouched = (
  { memberId, zone }: Member,
  { places = [], memberIds = [] }: Pick<Declared, 'places' | 'memberIds'>,
  villageCode: string,
): boolean =>
  memberIds.includes(memberId) || places.some((place) => liesIn(zone, villageCode, place))

/** One household, as many as live together. */
const householdMax = 20
const listMax = 200

type Fault = { readonly code: string; readonly at: string }

const scopeFault = (
  { members }: DeclareShelf,
  { kind, places, memberIds }: DeclareEvent,
): Fault | undefined => {
  if ((places === undefined) === (memberIds === undefined))
    return { code: 'scope-cannot-hold', at: '/places' }
  if (places !== undefined) {
    const odd = places.findIndex((place) => !isCode(place))
    if (odd >= 0) return { code: 'place-not-a-code', at: `/places/${odd}` }
    const isOdd = kind === 'personal' || isOddList(places, listMax)
    return isOdd ? { code: 'scope-cannot-hold', at: '/places' } : undefined
  }
  const stranger = memberIds!.findIndex((memberId) => !members.has(memberId))
  if (stranger >= 0) return { code: 'member-unknown', at: `/memberIds/${stranger}` }
  const most = kind === 'personal' ? householdMax : listMax
  return isOddList(memberIds!, most) ? { code: 'scope-cannot-hold', at: '/memberIds' } : undefined
}

const isOddList = (list: readonly string[], most: number): boolean =>
  list.length === 0 || list.length > most || new Set(list).size < list.length

const faultOf = (shelf: DeclareShelf, command: DeclareEvent): Fault | undefined => {
  const { eventId, kind, from, to, evidence, effectiveOn: on } = command
  if (!isEventCode(eventId)) return { code: 'event-not-a-code', at: '/eventId' }
  if (!eventKinds.includes(kind)) return { code: 'event-kind-unknown', at: '/kind' }
  const scope = scopeFault(shelf, command)
  if (scope) return scope
  if (!isLocalDate(from) || from > on) return { code: 'event-days-cannot-hold', at: '/from' }
  if (to !== undefined && (!isLocalDate(to) || to < from))
    return { code: 'event-days-cannot-hold', at: '/to' }
  const fault = evidenceFault(evidence, (memberId) => shelf.members.has(memberId))
  if (fault) return { code: fault.code, at: `/evidence${fault.at}` }
  // Of one household the journal is told no more than that, and of others nobody hides what it was.
  return (evidence.is === 'reason') === (kind === 'personal')
    ? undefined
    : { code: 'evidence-cannot-hold', at: '/evidence/is' }
}

/**
 * That something happened, said by an officer with what shows it. Whoever lives there is found anew when relief is
 * given; what is over for longer than relief would have lasted puts nothing off any more.
 */
export const declareEvent = (
  shelf: DeclareShelf,
  command: DeclareEvent,
): Decision<EventDeclared, DeclareRefusal> => {
  const fault = faultOf(shelf, command)
  if (fault) return invalid(fault.code, fault.at)
  const { eventId, kind, places, memberIds, from, to, evidence, effectiveOn: on } = command
  if (shelf.events.has(eventId)) return refused('event-already-declared')
  const isThere = [...shelf.members.values()].some((one) =>
    isTouched(one, command, shelf.villageCode),
  )
  if (!isThere) return refused('nobody-lives-there')
  if (windowOf(shelf.charter, { kind, from }).to < on) return refused('event-long-past')
  return recorded({
    type: 'EventDeclared',
    v: 1,
    eventId,
    kind,
    ...(places === undefined ? {} : { places }),
    ...(memberIds === undefined ? {} : { memberIds }),
    from,
    ...(to === undefined ? {} : { to }),
    evidence,
    flags: [],
    postings: [],
  })
}
