import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/** Made where the command is made; the entry's id and its idempotency key, for ever. */
export type EntryId = string

/** What every command carries beside its own fields. Actor and device come from the session. */
export type Envelope = {
  readonly id: EntryId
  readonly v: 1
  readonly effectiveOn: LocalDate
  /** The entry that this one takes back. */
  readonly reverses?: EntryId
}

/** What every entry says beside its own facts. */
export type EntryBody = {
  readonly type: string
  readonly v: number
  readonly flags: readonly string[]
  readonly postings: readonly Posting[]
}

/**
 * A row of the journal, as stored on every host. `data` is the canonical JSON of the body without
 * type and version; it is hashed as stored and never written again.
 */
export type JournalRow = {
  readonly fundId: string
  readonly seq: number
  readonly id: EntryId
  readonly type: string
  readonly v: number
  readonly effectiveOn: LocalDate
  readonly recordedAt: string
  readonly recordedBy: string
  readonly device: string
  readonly commandHash: string
  readonly reverses: string | undefined
  readonly data: string
  readonly prevHash: string
  readonly hash: string
}

/** An entry as the domain reads it: the row's facts, its `data` opened. */
export type Sealed<Body extends EntryBody> = {
  readonly id: EntryId
  readonly seq: number
  readonly effectiveOn: LocalDate
  readonly recordedAt: string
  /** Who wrote it, as the journal names them. */
  readonly recordedBy: string
  readonly hash: string
  readonly body: Body
  /** What the body was read from, where that was a row: its text, without type and version. */
  readonly data?: string
}

/** The bytes under an entry's hash: every column but the hash itself, in this order, for ever. */
export const canonicalEntry = (row: Omit<JournalRow, 'hash'>): string =>
  lengthPrefixed([
    'village-fund/entry/1',
    row.fundId,
    String(row.seq),
    row.id,
    row.type,
    String(row.v),
    row.effectiveOn,
    row.recordedAt,
    row.recordedBy,
    row.device,
    row.commandHash,
    row.reverses,
    row.data,
    row.prevHash,
  ])

/** Where in the journal something stands, and the day by the clock on which it was written; of an older book only where. */
export type WrittenDown = { readonly seq?: number; readonly writtenOn?: LocalDate }
