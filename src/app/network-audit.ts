import type { Json } from '#domain/kernel/canonical.ts'
import {
  type Network,
  type NetworkBody,
  type NetworkEntry,
  emptyNetwork,
  evolveNetwork,
} from '#domain/network.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import {
  type Hasher,
  type NetworkJournal,
  type NetworkSubjectRow,
  type NetworkViews,
  StorageUnavailable,
} from '#domain/ports.ts'
import { type Found, type Rows, allRows, checkChain, differing } from '#src/app/audit-chain.ts'
import { networkChanges } from '#src/app/network-views.ts'
import { opened } from '#src/app/record.ts'

export type AuditedNetworks = Pick<NetworkViews, 'networkSubjects'> & {
  readonly networks: NetworkJournal
}

const isKnown = (network: Network, { body }: NetworkEntry): boolean => {
  if (body.type === 'NetworkFounded') return network.foundedOn === undefined
  if (network.foundedOn === undefined) return false
  return body.type !== 'StaffAssigned' || network.funds.has(body.fundId)
}

const refold = (
  rows: readonly JournalRow[],
  found: Found,
): { readonly network: Network; readonly entries: NetworkEntry[] } => {
  const network = emptyNetwork()
  const entries: NetworkEntry[] = []
  for (const row of rows) {
    try {
      const entry = opened<NetworkBody>(row)
      if (!isKnown(network, entry)) found(row, 'data', 'reference')
      evolveNetwork(network, entry)
      entries.push(entry)
    } catch {
      found(row, 'data', 'readable')
    }
  }
  return { network, entries }
}

const keyed = (subjects: readonly NetworkSubjectRow[]): Rows =>
  subjects.map((row) => [`${row.kind} ${row.key}`, { ...row } as Json, null])

/** A network's journal like a fund's: chain, hashes, references, and its views against a refold. */
export const auditNetwork = async (
  store: AuditedNetworks,
  networkId: string,
  { hash, found }: { readonly hash: Hasher; readonly found: Found },
): Promise<number> => {
  const rows = await allRows(store.networks, networkId)
  checkChain(rows, hash, found)
  const { network, entries } = refold(rows, found)
  try {
    const expected = keyed(networkChanges(network, entries).subjects)
    const stored = keyed(await store.networkSubjects(networkId))
    for (const { field } of differing(expected, stored)) found(undefined, field, 'view')
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error
    found(undefined, 'views', 'readable')
  }
  return rows.length
}
