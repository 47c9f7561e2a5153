import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Member } from '#domain/fund/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Evidence } from '#domain/relief/evidence.ts'
import { liesIn } from '#domain/relief/places.ts'
import type { EventKind, ReliefEvent } from '#domain/relief/relief.ts'

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

/** Whether an event touches a member: listed by name, or living in one of its places. */
export const isTouched = (
  { memberId, zone }: Member,
  { places = [], memberIds = [] }: Pick<Declared, 'places' | 'memberIds'>,
  villageCode: string,
): boolean =>
  memberIds.includes(memberId) || places.some((place) => liesIn(zone, villageCode, place))
