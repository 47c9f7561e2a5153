import type { Member } from '#domain/fund/people/members.ts'
import { liesIn } from '#domain/relief/places.ts'
import type { Declared, ReliefEvent, EventHistory } from '#domain/relief/relief.ts'

export type DeclaredEvent = ReliefEvent & { readonly told: EventHistory }

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
