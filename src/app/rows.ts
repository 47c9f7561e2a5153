import { type Json, canonicalJson } from '#domain/kernel/canonical.ts'
import {
  type EntryBody,
  type Envelope,
  type JournalRow,
  type Sealed,
  canonicalEntry,
} from '#domain/ledger/entry.ts'
import { assertSound } from '#domain/ledger/posting.ts'
import type { Hasher } from '#domain/ports.ts'
import type { Body } from '#domain/village.ts'
import type { Accepted, Answer } from '#src/app/answer.ts'
import type { Session } from '#src/app/standing.ts'

/** A row of a journal as the domain reads it, with its data, which somebody has read already. */
export const openedWith = <B extends EntryBody = Body>(
  row: JournalRow,
  data: object,
): Sealed<B> => ({
  id: row.id,
  seq: row.seq,
  effectiveOn: row.effectiveOn,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  hash: row.hash,
  body: { type: row.type, v: row.v, ...data } as B,
  data: row.data,
})

/** A row of a journal as the domain reads it. */
export const opened = <B extends EntryBody = Body>(row: JournalRow): Sealed<B> =>
  openedWith(row, JSON.parse(row.data) as object)

/** A clock that was set back makes no entry older than the one before it: what was known when is read by these times. */
export const instantAfterLast = (now: string, last: JournalRow | undefined): string =>
  last !== undefined && now < last.recordedAt ? last.recordedAt : now

/** The row that a decision becomes: after the last one, with the hash of both. */
export const seal = (
  { hash }: { readonly hash: Hasher },
  command: Envelope,
  {
    fundId,
    body,
    last,
    recordedAt,
    actor,
    device,
  }: {
    readonly fundId: string
    readonly body: EntryBody
    readonly last: JournalRow | undefined
    readonly recordedAt: string
  } & Session,
): JournalRow => {
  assertSound(body.postings)
  const { type, v, ...data } = body
  const row = {
    fundId,
    seq: (last?.seq ?? 0) + 1,
    id: command.id,
    type,
    v,
    effectiveOn: command.effectiveOn,
    recordedAt,
    recordedBy: actor,
    device,
    commandHash: hash(canonicalJson(command as unknown as Json)),
    reverses: command.reverses,
    data: canonicalJson(data as unknown as Json),
    prevHash: last?.hash ?? '',
  }
  return { ...row, hash: hash(canonicalEntry(row)) }
}

/** What a command is answered whose entry stands. */
export const accepted = (
  { id, seq, hash, recordedAt }: JournalRow,
  flags: Accepted['flags'],
): Accepted => {
  const outcome = flags.length > 0 ? 'flagged' : 'recorded'
  return { id, outcome, seq, hash, recordedAt, flags }
}

/** What a command is answered whose row is there: the same again, or that another one has its id. */
export const answerTo = (row: JournalRow, commandHash: string): Answer => {
  if (row.commandHash !== commandHash)
    return { id: row.id, outcome: 'conflict', code: 'id-used-for-another-command' }
  return accepted(row, opened(row).body.flags)
}
