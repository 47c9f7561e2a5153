import type { LocalDate } from '#domain/kernel/dates.ts'
import { staffRolesOn } from '#domain/network.ts'
import type { Device, NetworkViews, People } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

type Store = NetworkViews &
  Pick<People, 'devices' | 'deviceUsers' | 'memberships' | 'membershipsOfFund'>

type Of = { readonly networkId: string; readonly fundId: string; readonly day: LocalDate }

/** Who is in this fund, in no other one, and works at no desk of the network. */
const ofThisAlone = async (
  store: Store,
  { networkId, fundId, day }: Of,
): Promise<ReadonlySet<string>> => {
  const staff = (await networkBookOf(store, networkId))?.staff ?? []
  const atDesks = new Set(
    staff.filter((one) => staffRolesOn(one, day).length > 0).map(({ userId }) => userId),
  )
  const own = (await store.membershipsOfFund(networkId, fundId)).map(({ userId }) => userId)
  const all = await Promise.all(own.map((userId) => store.memberships(networkId, userId)))
  const isOurs = (i: number): boolean => all[i]!.every((one) => one.fundId === fundId)
  return new Set(own.filter((userId, i) => isOurs(i) && !atDesks.has(userId)))
}

/**
 * The phones and computers of one fund: people of this fund alone have signed in on them, and nobody else ever did. What is
 * shared with another fund or with the staff of the network, by one person too, is not the officers' to shut out.
 */
export const devicesOfFund = async (store: Store, of: Of): Promise<readonly Device[]> => {
  const { networkId } = of
  const own = await ofThisAlone(store, of)
  const good = (await store.devices(networkId)).filter(({ revokedAt }) => revokedAt === undefined)
  const users = await Promise.all(
    good.map(({ deviceId }) => store.deviceUsers(networkId, deviceId)),
  )
  return good.filter((_, i) => users[i]!.length > 0 && users[i]!.every((id) => own.has(id)))
}
