import type { Device, People } from '#domain/ports.ts'

type Store = Pick<People, 'devices' | 'deviceUsers' | 'membershipsOfFund'>

/**
 * The phones and computers of one fund: people of this fund have signed in on them, and nobody else ever did. What is shared
 * with another fund or with the staff of the network is not the officers' to shut out.
 */
export const devicesOfFund = async (
  store: Store,
  { networkId, fundId }: { readonly networkId: string; readonly fundId: string },
): Promise<readonly Device[]> => {
  const own = new Set((await store.membershipsOfFund(networkId, fundId)).map((one) => one.userId))
  const good = (await store.devices(networkId)).filter(({ revokedAt }) => revokedAt === undefined)
  const users = await Promise.all(
    good.map(({ deviceId }) => store.deviceUsers(networkId, deviceId)),
  )
  return good.filter((_, i) => users[i]!.length > 0 && users[i]!.every((id) => own.has(id)))
}
