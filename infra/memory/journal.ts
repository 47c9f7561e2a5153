import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal, ViewChanges } from '#domain/ports.ts'
import type { LogInMemory } from '#infra/memory/watch.ts'

/** What a schema would refuse: a gap, an id twice, a version that is not whole, data that is no JSON. */
export const assertRowsSound = (rows: readonly JournalRow[], seqBefore: number): void => {
  if (new Set(rows.map(({ id }) => id)).size < rows.length) throw new Error('an id comes twice')
  for (const [i, { seq, v, data }] of rows.entries()) {
    if (seq !== seqBefore + 1 + i) throw new Error('the journal has no gaps')
    if (!Number.isSafeInteger(v)) throw new Error('a version is not whole')
    JSON.parse(data)
  }
}

/** The rows of one journal in their order, and by their ids. */
type Kept = { readonly rows: JournalRow[]; readonly byId: Map<string, JournalRow> }

/** Journals, each written together with what `apply` does and its lines in the log; whatever is thrown leaves all as they were. */
export const journals = (
  apply: (ownerId: string, changes: ViewChanges, seq: number) => void,
  log: LogInMemory,
): Journal & { readonly last: (ownerId: string) => JournalRow | undefined } => {
  const owners = new Map<string, Kept>()
  const rowsOf = (ownerId: string): readonly JournalRow[] => owners.get(ownerId)?.rows ?? []
  return {
    last: (ownerId) => rowsOf(ownerId).at(-1),
    fundIds: async (atMost) => [...owners.keys()].toSorted().slice(0, atMost),
    read: async (ownerId, afterSeq, limit) => rowsOf(ownerId).slice(afterSeq, afterSeq + limit),
    find: async (ownerId, ids) => {
      const byId = owners.get(ownerId)?.byId
      const found = [...new Set(ids)].flatMap((id) => byId?.get(id) ?? [])
      return found.toSorted((a, b) => a.seq - b.seq)
    },
    append: async (ownerId, rows, changes, lines = []) => {
      const kept = owners.get(ownerId) ?? { rows: [], byId: new Map() }
      if (rows.length > 0 && rows[0]!.seq !== kept.rows.length + 1) return 'stale'
      if (rows.some(({ id }) => kept.byId.has(id))) return 'stale'
      assertRowsSound(rows, kept.rows.length)
      log.assertNew(lines)
      if (rows.length > 0) {
        apply(ownerId, changes, rows.at(-1)!.seq)
        for (const row of rows) {
          kept.rows.push(row)
          kept.byId.set(row.id, row)
        }
        owners.set(ownerId, kept)
      }
      log.add(lines)
      return 'appended'
    },
  }
}
