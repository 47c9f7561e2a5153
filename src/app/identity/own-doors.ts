import type { Cards, People, SessionRow } from '#domain/ports.ts'

/**
 * What one person comes in by, or hears by: two logins of one member are one person, and so is her card. What was done to
 * one of them she is told at all of them.
 */
export type OwnDoor = {
  readonly kind: 'login' | 'card' | 'phone'
  /** A user id or the id of a card, as what was given stands in the log. */
  readonly id: string
  /** Since when there is one; nobody comes in by a phone. */
  readonly since: string | undefined
}

type Logins = Pick<People, 'memberships' | 'membershipsOfFund' | 'user'>
type Whose = { readonly networkId: string; readonly userId: string }
type OfMember = { readonly fundId: string; readonly memberId: string }

/** Every login that somebody has as a member of a fund. */
export const loginsOfMember = async (
  store: Pick<People, 'membershipsOfFund'>,
  { networkId, fundId, memberId }: OfMember & Pick<Whose, 'networkId'>,
): Promise<readonly string[]> =>
  (await store.membershipsOfFund(networkId, fundId))
    .filter((one) => one.memberId === memberId)
    .map(({ userId }) => userId)

/** Every login of one person: two logins of one member are one person. */
export const loginsOf = async (
  store: Pick<People, 'memberships' | 'membershipsOfFund'>,
  { networkId, userId }: Whose,
): Promise<readonly string[]> => {
  const own = (await store.memberships(networkId, userId)).map((member) =>
    loginsOfMember(store, { ...member, networkId }),
  )
  return [...new Set([userId, ...(await Promise.all(own)).flat()])]
}

/** The logins among the doors of a person. */
export const loginDoors = (store: Logins, whose: Whose): Promise<readonly OwnDoor[]> =>
  loginsOf(store, whose).then((ids) =>
    Promise.all(
      ids.map(async (id): Promise<OwnDoor> => {
        const user = await store.user(whose.networkId, id)
        return { kind: 'login', id, since: user?.createdAt }
      }),
    ),
  )

/** Where hands in a member's phone are written down. */
export const phoneOf = ({ fundId, memberId }: OfMember): string => `phone:${fundId}:${memberId}`

/** Everything that whoever is signed in comes in by, as a member of each fund. */
export const ownDoors = async (
  store: Logins & Cards,
  {
    networkId,
    userId,
    card,
    deviceId,
  }: Pick<SessionRow, 'networkId' | 'userId' | 'deviceId'> & {
    readonly card?: OfMember | undefined
  },
): Promise<readonly OwnDoor[]> => {
  const members: readonly OfMember[] =
    userId === undefined ? (card ? [card] : []) : await store.memberships(networkId, userId)
  const doors = new Map<string, OwnDoor>()
  const add = (door: OwnDoor): unknown => doors.set(door.id, door)
  if (userId === undefined) add({ kind: 'card', id: deviceId, since: undefined })
  else for (const door of await loginDoors(store, { networkId, userId })) add(door)
  for (const member of members) {
    const { fundId, memberId } = member
    for (const id of await loginsOfMember(store, { networkId, fundId, memberId }))
      add({ kind: 'login', id, since: (await store.user(networkId, id))?.createdAt })
    for (const one of await store.cards(fundId))
      if (one.memberId === memberId && one.revokedAt === undefined)
        add({ kind: 'card', id: one.cardId, since: one.issuedAt })
    add({ kind: 'phone', id: phoneOf(member), since: undefined })
  }
  return [...doors.values()]
}
