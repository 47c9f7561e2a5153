import { trailDigits, trailMax } from '#domain/network/witnessing.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { NetworkFund } from '#domain/network.ts'
import {
  type Hasher,
  type Journal,
  type NetworkJournal,
  type NetworkViews,
  type Signer,
  StorageUnavailable,
} from '#domain/ports.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { receiptOf } from '#src/app/proof/receipts.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'

type Needs = {
  readonly store: Journal & NetworkViews & { readonly networks: NetworkJournal }
  readonly record: Recorder
  readonly recordNetwork: NetworkRecorder
  readonly signer: Signer
  readonly hash: Hasher
  readonly today: () => LocalDate
}

type Found = { readonly networkId: string; readonly fund: NetworkFund }

/** The network that a fund is of, with what it has kept of it; undefined for a fund of none. */
const networkWith = async (store: Needs['store'], fundId: string): Promise<Found | undefined> => {
  for (const networkId of await store.networks.fundIds()) {
    const book = await networkBookOf(store, networkId)
    const fund = book?.funds.find((one) => one.fundId === fundId)
    if (fund) return { networkId, fund }
  }
  return undefined
}

/** Entries since the last checkpoint; where the book has become shorter, the newest that there are. */
const since = async (
  { store }: Needs,
  closing: JournalRow,
  { witnessed }: NetworkFund,
): Promise<readonly JournalRow[]> => {
  const last = witnessed !== undefined && witnessed.seq < closing.seq ? witnessed.seq : 0
  const after = Math.max(last, closing.seq - trailMax)
  return store.read(closing.fundId, after, closing.seq - after)
}

const witness = async (needs: Needs, closing: JournalRow, by: Session): Promise<void> => {
  const { fundId, seq, id: entryId, hash, recordedAt } = closing
  const found = await networkWith(needs.store, fundId)
  if (!found) return
  const rows = await since(needs, closing, found.fund)
  const { signature } = receiptOf(needs.signer, closing)
  const command = {
    type: 'WitnessFund' as const,
    v: 1 as const,
    // One checkpoint an entry, however often it is told.
    id: uuidOfHash(needs.hash(`village-fund/witness/1 ${fundId} ${entryId} ${hash}`)),
    effectiveOn: needs.today(),
    fundId,
    seq,
    entryId,
    hash,
    recordedAt,
    signature,
    from: rows[0]?.seq ?? seq,
    trail: rows.map((row) => row.hash.slice(0, trailDigits)),
  }
  await needs.recordNetwork(found.networkId, [command], by)
}

/** What could not be kept now is in the trail of the next checkpoint: nothing fails for it. */
const unlessAway = async (kept: () => Promise<void>): Promise<void> => {
  try {
    await kept()
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
  }
}

const portion = 500

/** Keeps where the book of a fund stood at the last meeting that was closed in it: once it has come into a network, whole. */
export const witnessLast = (needs: Needs, fundId: string, by: Session): Promise<void> =>
  unlessAway(async () => {
    let closing: JournalRow | undefined
    for (let after = 0; ;) {
      const rows = await needs.store.read(fundId, after, portion)
      closing = rows.findLast(({ type }) => type === 'MeetingClosed') ?? closing
      after = rows.at(-1)?.seq ?? after
      if (rows.length < portion) break
    }
    if (closing) await witness(needs, closing, by)
  })

/**
 * The same way into funds, after which the network has kept where the book stood whenever a meeting was closed. A closing
 * never fails for it: what could not be kept now is in the trail of the next checkpoint.
 */
export const witnessing =
  (needs: Needs): Recorder =>
  async (fundId, commands, options) => {
    const answers = await needs.record(fundId, commands, options)
    const closings = commands.filter(({ type }) => type === 'CloseMeeting').map(({ id }) => id)
    const taken = answers.filter(({ outcome }) => outcome === 'recorded' || outcome === 'flagged')
    const ids = taken.map(({ id }) => id).filter((id) => closings.includes(id))
    if (ids.length === 0 || options.dryRun) return answers
    await unlessAway(async () => {
      const rows = await needs.store.find(fundId, ids)
      const last = rows.toSorted((a, b) => a.seq - b.seq).at(-1)
      const { actor, device } = options
      if (last) await witness(needs, last, { actor, device })
    })
    return answers
  }
