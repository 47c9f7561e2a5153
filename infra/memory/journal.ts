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

/** Journals, each written together with what `apply` does and its lines in the log; whatever is thrown leaves all as they were. */
export const journals = (
  apply: (ownerId: string, changes: ViewChanges, seq: number) => void,
  log: LogInMemory,
): Journal & { readonly last: (ownerId: string) => JournalRow | undefined } => {
  const owners = new Map<string, JournalRow[]>()
  const rowsOf = (ownerId: string): JournalRow[] => owners.get(ownerId) ?? []
  return {
    last: (ownerId) => rowsOf(ownerId).at(-1),
    fundIds: async (atMost) => [...owners.keys()].toSorted().slice(0, atMost),
    read: async (ownerId, afterSeq, limit) => rowsOf(ownerId).slice(afterSeq, afterSeq + limit),
    find: async (ownerId, ids) => {
      const wanted = new Set(ids)
      return rowsOf(ownerId).filter(({ id }) => wanted.has(id))
    },
    append: async (ownerId, rows, changes, lines = []) => {
      const before = rowsOf(ownerId)
      const ids = new Set(before.map(({ id }) => id))
      if (rows.length > 0 && rows[0]!.seq !== before.length + 1) return 'stale'
      if (rows.some(({ id }) => ids.has(id))) return 'stale'
      assertRowsSound(rows, before.length)
      log.assertNew(lines)
      if (rows.length > 0) apply(ownerId, changes, rows.at(-1)!.seq)
      if (rows.length > 0) owners.set(ownerId, [...before, ...rows])
      log.add(lines)
      return 'appended'
    },
  }
}
