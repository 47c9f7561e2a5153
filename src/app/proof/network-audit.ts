import {
  type Network,
  type NetworkBody,
  type NetworkEntry,
  emptyNetwork,
  evolveNetwork,
  isKnownToNetwork,
} from '#domain/network.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { unsound } from '#domain/ledger/posting.ts'
import {
  type Hasher,
  type NetworkJournal,
  type NetworkSubjectRow,
  type NetworkViews,
  StorageUnavailable,
} from '#domain/ports.ts'
import {
  type Found,
  type Rows,
  allRows,
  checkChain,
  differing,
} from '#src/app/proof/audit-chain.ts'
import { networkChanges } from '#src/app/network/network-views.ts'
import { opened } from '#src/app/rows.ts'

export type AuditedNetworks = Pick<
  NetworkViews,
  'networkSubjects' | 'potSubjects' | 'auditSubjects' | 'registerSubjects'
> & {
  readonly networks: NetworkJournal
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
      if (unsound(entry.body.postings) !== undefined) found(row, 'data', 'sum-to-zero')
      if (!isKnownToNetwork(network, entry)) {
        // What it is about is not there, so there is nothing that it could be taken into.
        found(row, 'data', 'reference')
        continue
      }
      evolveNetwork(network, entry)
      entries.push(entry)
    } catch {
      found(row, 'data', 'readable')
    }
  }
  return { network, entries }
}

const keyed = (subjects: readonly NetworkSubjectRow[]): Rows =>
  subjects.map((row) => [`${row.kind} ${row.key}`, row, null])

/** A network's journal like a fund's: chain, hashes, sums, references, and its views against a refold. */
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
    const stored = keyed([
      ...(await store.networkSubjects(networkId)),
      ...(await store.potSubjects(networkId)),
      ...(await store.auditSubjects(networkId)),
      ...(await store.registerSubjects(networkId)),
    ])
    for (const { field } of differing(expected, stored)) found(undefined, field, 'view')
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error
    found(undefined, 'views', 'readable')
  }
  return rows.length
}
