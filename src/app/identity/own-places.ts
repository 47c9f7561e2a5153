import { isOfficerOn } from '#domain/fund/people/members.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundViews, People } from '#domain/ports.ts'
import { ownSubject } from '#src/app/activity.ts'
import { memberOf } from '#src/app/identity/persons.ts'

/**
 * Where it is written down that somebody with a login comes or goes, and about what: in the network, and in each fund of
 * the person's. When a household comes is its own business, because a complaint of the same minute would name it.
 */
export const placesOfUser = async (
  store: FundViews & People,
  {
    networkId,
    userId,
    about,
    day,
  }: {
    readonly networkId: string
    readonly userId: string
    /** What stands in the network's log, and in the log of a fund whose officer it is. */
    readonly about: string
    readonly day: LocalDate
  },
): Promise<readonly { readonly scope: string; readonly subject: string }[]> => {
  const places = [{ scope: networkId, subject: about }]
  for (const { fundId, memberId } of await store.memberships(networkId, userId)) {
    const member = await memberOf(store, fundId, memberId)
    const isOfficer = member !== undefined && isOfficerOn(member, day)
    places.push({ scope: fundId, subject: isOfficer ? about : ownSubject(memberId) })
  }
  return places
}
