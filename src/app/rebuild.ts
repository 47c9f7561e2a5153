import {
  type NetworkBody,
  type NetworkEntry,
  emptyNetwork,
  evolveNetwork,
} from '#domain/network.ts'
import type { FundViews, Journal, NetworkJournal, NetworkViews } from '#domain/ports.ts'
import { type Entry, emptyVillage, evolve } from '#domain/village.ts'
import { allRows } from '#src/app/proof/audit-chain.ts'
import { networkChanges } from '#src/app/network/network-views.ts'
import { opened } from '#src/app/rows.ts'
import { viewChanges } from '#src/app/views.ts'

const readMax = 5000

/** Drops a fund's views and makes them anew from its journal; the number of entries folded. */
export const rebuildViews = async (store: Journal & FundViews, fundId: string): Promise<number> => {
  const village = emptyVillage()
  const entries: Entry[] = []
  for (;;) {
    const rows = await store.read(fundId, entries.at(-1)?.seq ?? 0, readMax)
    for (const row of rows) {
      const entry = opened(row)
      evolve(village, entry)
      entries.push(entry)
    }
    if (rows.length < readMax) break
  }
  await store.replace(fundId, viewChanges(village, entries))
  return entries.length
}

/** The same for a network. */
export const rebuildNetworkViews = async (
  store: NetworkViews & { readonly networks: NetworkJournal },
  networkId: string,
): Promise<number> => {
  const network = emptyNetwork()
  const entries: NetworkEntry[] = []
  for (const row of await allRows(store.networks, networkId)) {
    const entry = opened<NetworkBody>(row)
    evolveNetwork(network, entry)
    entries.push(entry)
  }
  await store.replaceNetwork(networkId, networkChanges(network, entries).subjects)
  return entries.length
}
