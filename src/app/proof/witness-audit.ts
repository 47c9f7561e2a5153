import type { FundWitnessed } from '#domain/network/operations/funds.ts'
import { firstWrittenAnew } from '#domain/network/witnessing.ts'
import type { NetworkBody } from '#domain/network.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal, NetworkJournal, Signer } from '#domain/ports.ts'
import { type Found, allRows } from '#src/app/proof/audit-chain.ts'
import { receiptText } from '#src/app/proof/receipts.ts'
import { opened } from '#src/app/rows.ts'

type Store = Pick<Journal, 'read'> & { readonly networks: NetworkJournal }

type Kept = { readonly row: JournalRow; readonly body: FundWitnessed }

const keptIn = (rows: readonly JournalRow[]): readonly Kept[] =>
  rows
    .filter(({ type }) => type === 'FundWitnessed')
    .flatMap((row) => {
      try {
        return [{ row, body: opened<NetworkBody>(row).body as FundWitnessed }]
      } catch {
        // Told already as one that cannot be read.
        return []
      }
    })

/** By the key of now, or by one before it: a checkpoint does not name its key. */
const isSigned = (signer: Signer, { fundId, entryId: id, ...body }: FundWitnessed): boolean =>
  [signer.publicKey(fundId), ...signer.olderKeys(fundId)].some(
    ({ keyId }) =>
      signer.signAs(keyId, fundId, receiptText({ fundId, id, ...body })) === body.signature,
  )

/**
 * Whether the books of a network's funds still hold what the network has kept of them. Of each fund the first entry is told
 * that was written anew, also where every hash after it was counted anew. With `signer` it is also told where a
 * checkpoint in the network's own journal is none that the service signed.
 */
export const auditWitnessed = async (
  store: Store,
  networkId: string,
  {
    foundIn,
    signer,
  }: { readonly foundIn: (journalId: string) => Found; readonly signer?: Signer | undefined },
): Promise<void> => {
  const kept = keptIn(await allRows(store.networks, networkId))
  const told = new Set<string>()
  for (const { row, body } of kept) {
    const { fundId, seq, from } = body
    if (signer && !isSigned(signer, body)) {
      foundIn(networkId)(row, 'signature', 'witness')
      continue
    }
    if (told.has(fundId)) continue
    const rows = await store.read(fundId, from - 1, seq - from + 1)
    const first = firstWrittenAnew(body, rows)
    if (first === undefined) continue
    told.add(fundId)
    const id = rows.find((one) => one.seq === first)?.id ?? (first === seq ? body.entryId : '')
    foundIn(fundId)({ seq: first, id }, 'hash', 'witness')
  }
}
