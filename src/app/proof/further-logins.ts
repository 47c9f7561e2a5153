import { isSealedByAnother } from '#domain/access/row-seal.ts'
import type { NetworkJournal, NetworkViews, People } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

type Store = Pick<People, 'membershipsOfFund' | 'user'> &
  NetworkViews & { readonly networks: Pick<NetworkJournal, 'fundIds'> }

type Further = { readonly fundId: string; readonly memberId: string }

/**
 * Members who sign in by more than one login. This house gives nobody a second one, because what one person may do alone is
 * counted by login; those of before are named here, until all but one of them are shut out.
 */
export const furtherLogins = async (store: Store): Promise<readonly Further[]> => {
  try {
    return await furtherIn(store)
  } catch (error) {
    // Whoever looks at a copy elsewhere has no key to logins: what can be checked without is.
    if (isSealedByAnother(error)) return []
    throw error
  }
}

const furtherIn = async (store: Store): Promise<readonly Further[]> => {
  const found: Further[] = []
  for (const networkId of await store.networks.fundIds())
    for (const fundId of (await networkBookOf(store, networkId))?.fundIds ?? []) {
      const logins = new Map<string, number>()
      for (const { userId, memberId } of await store.membershipsOfFund(networkId, fundId)) {
        const user = await store.user(networkId, userId)
        if (user && user.disabledAt === undefined)
          logins.set(memberId, (logins.get(memberId) ?? 0) + 1)
      }
      for (const [memberId, count] of logins) if (count > 1) found.push({ fundId, memberId })
    }
  return found
}
