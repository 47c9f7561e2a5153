import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'

/** How far a fund's book had come when a meeting of it closed, as its signed receipt says. */
type Checkpoint = {
  readonly fundId: string
  readonly seq: number
  readonly entryId: EntryId
  readonly hash: string
  readonly recordedAt: string
  /** Ed25519 of the fund's own key over the receipt of the entry, base64url. */
  readonly signature: string
}

/**
 * The beginnings of the hashes of entries `from` up to the checkpoint, 16 digits each: enough to name the first entry that
 * was written anew later, and nothing of what stands in any of them.
 */
type Trail = { readonly from: number; readonly trail: readonly string[] }

/** The network keeps where the book of one of its funds stood: outside of that fund's own journal. */
export type FundWitnessed = Checkpoint &
  Trail & {
    readonly type: 'FundWitnessed'
    readonly v: 1
    readonly flags: readonly never[]
    readonly postings: readonly never[]
  }

export type WitnessFund = Envelope & { readonly type: 'WitnessFund' } & Checkpoint & Trail

/** So many hexadecimal digits of each hash stand in a trail. */
export const trailDigits = 16
/** The longest trail of one checkpoint: beyond it the entries before are vouched for by the first one's hash alone. */
export const trailMax = 1000

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0
const isTrail = (trail: unknown): trail is readonly string[] =>
  Array.isArray(trail) &&
  trail.length <= trailMax &&
  trail.every((one) => typeof one === 'string' && /^[0-9a-f]{16}$/.test(one))

const faultOf = (command: WitnessFund): Decision<never, never> | undefined => {
  const { seq, from, trail, entryId, hash, signature } = command
  if (!isWhole(seq)) return invalid('number-not-whole', '/seq')
  if (!isUuid(entryId)) return invalid('id-not-an-id', '/entryId')
  if (!/^[0-9a-f]{64}$/.test(hash)) return invalid('hash-unreadable', '/hash')
  if (!/^[\w-]{86}$/.test(signature)) return invalid('signature-unreadable', '/signature')
  if (!isWhole(from) || !isTrail(trail) || from + trail.length !== seq + 1)
    return invalid('trail-unreadable', '/trail')
  return hash.startsWith(trail.at(-1)!) ? undefined : invalid('trail-unreadable', '/trail')
}

/** Taken whatever was witnessed before: that a book has become shorter is the very thing to keep. */
export const witnessFund = (
  isOfNetwork: boolean,
  command: WitnessFund,
): Decision<FundWitnessed, 'fund-not-in-network'> => {
  const fault = faultOf(command)
  if (fault) return fault
  if (!isOfNetwork) return refused('fund-not-in-network')
  const { fundId, seq, entryId, hash, recordedAt, signature, from, trail } = command
  return recorded({
    type: 'FundWitnessed',
    v: 1,
    fundId,
    seq,
    entryId,
    hash,
    recordedAt,
    signature,
    from,
    trail,
    flags: [],
    postings: [],
  })
}

/** A row of a journal as far as it is compared with a trail. */
type Row = { readonly seq: number; readonly hash: string }

/**
 * The number of the first entry that is not what it was when it was witnessed; undefined where all are. `rows` are those
 * of the book from `from` on, as many as there are.
 */
export const firstWrittenAnew = (
  { from, trail, seq, hash }: Trail & Pick<Checkpoint, 'seq' | 'hash'>,
  rows: readonly Row[],
): number | undefined => {
  const bySeq = new Map(rows.map((row) => [row.seq, row.hash]))
  const place = trail.findIndex((beginning, i) => !bySeq.get(from + i)?.startsWith(beginning))
  if (place >= 0) return from + place
  return bySeq.get(seq) === hash ? undefined : seq
}
