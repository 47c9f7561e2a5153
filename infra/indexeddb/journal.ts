import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Journal, ViewChanges } from '#domain/ports.ts'
import type { Closing } from '#infra/indexeddb/closing.ts'
import { asked, inOne, ofFund } from '#infra/indexeddb/database.ts'
import { assertRowsSound } from '#infra/memory/journal.ts'

/** Rows that came together lie together, closed as one: to open each by itself takes a phone a minute. */
type Block = { readonly through: number; readonly closed: Uint8Array<ArrayBuffer> }
type Place = readonly [fundId: string, first: number]

const placeOf = (fundId: string, first: number): string => `rows ${fundId} ${first}`

/** `undefined` has no place in JSON, and comes back as what it was. */
const written = (rows: readonly JournalRow[]): string =>
  JSON.stringify(rows.map((row) => ({ ...row, reverses: row.reverses ?? null })))

const readBack = (text: string): readonly JournalRow[] =>
  (JSON.parse(text) as (JournalRow & { readonly reverses: string | null })[]).map((row) => ({
    ...row,
    reverses: row.reverses ?? undefined,
  }))

const lastBlock = async (
  blocks: IDBObjectStore,
  fundId: string,
): Promise<{ readonly through: number }> => {
  const cursor = await asked(blocks.openCursor(ofFund(fundId), 'prev'))
  return (cursor?.value as Block | undefined) ?? { through: 0 }
}

type Kept = readonly [Place, Block]

/** What stands beside rows and is written with them; throws where it cannot be. It waits for nothing. */
type Beside = (
  fundId: string,
  rows: readonly JournalRow[],
  changes: ViewChanges,
) => Promise<unknown>

const keyOf = (cursor: IDBCursor | null): Place | undefined =>
  cursor?.key as unknown as Place | undefined

/** The block that holds a row, by its place. */
const holding = async (blocks: IDBObjectStore, fundId: string, seq: number) =>
  keyOf(await asked(blocks.openKeyCursor(IDBKeyRange.bound([fundId], [fundId, seq]), 'prev')))

const fundsIn = (database: IDBDatabase, atMost: number): Promise<readonly string[]> =>
  inOne(database, 'readonly', async (list) => {
    const ids: string[] = []
    const after = () => (ids.length === 0 ? null : IDBKeyRange.lowerBound([ids.at(-1)!, []]))
    for (let found; ids.length < atMost; ids.push(found[0])) {
      found = keyOf(await asked(list('blocks').openKeyCursor(after())))
      if (found === undefined) break
    }
    return ids
  })

const readingFrom = (database: IDBDatabase, closing: Closing) => {
  const opened = async (fundId: string, kept: readonly Kept[]): Promise<readonly JournalRow[]> => {
    const texts = kept.map(([[, first], { closed }]) =>
      closing.open(placeOf(fundId, first), closed),
    )
    return (await Promise.all(texts)).flatMap(readBack)
  }

  /** Blocks from the one that holds a row on, until so many rows are among them. */
  const blocksFrom = (fundId: string, seq: number, limit: number): Promise<readonly Kept[]> =>
    inOne(database, 'readonly', async (list) => {
      const blocks = list('blocks')
      const from = (await holding(blocks, fundId, seq)) ?? [fundId, seq]
      const range = IDBKeyRange.bound(from, [fundId, seq + limit - 1])
      const [keys, values] = await Promise.all([
        asked(blocks.getAllKeys(range)),
        asked(blocks.getAll(range)),
      ])
      return keys.map((key, i) => [key as unknown as Place, values[i] as Block] as const)
    })

  const read: Journal['read'] = async (fundId, afterSeq, limit) => {
    if (limit <= 0) return []
    const rows = await opened(fundId, await blocksFrom(fundId, afterSeq + 1, limit))
    return rows.filter(({ seq }) => seq > afterSeq && seq <= afterSeq + limit)
  }

  const blocksOf = (fundId: string, ids: readonly string[]): Promise<readonly Kept[]> =>
    inOne(database, 'readonly', async (list) => {
      const blocks = list('blocks')
      const seqs = await Promise.all(ids.map((id) => asked(list('ids').get([fundId, id]))))
      const firsts = new Set<number>()
      for (const seq of seqs as readonly (number | undefined)[])
        if (seq !== undefined) firsts.add((await holding(blocks, fundId, seq))![1])
      return Promise.all(
        [...firsts]
          .toSorted((a, b) => a - b)
          .map(
            async (first) =>
              [[fundId, first], (await asked(blocks.get([fundId, first]))) as Block] as const,
          ),
      )
    })

  const find: Journal['find'] = async (fundId, ids) => {
    const wanted = new Set(ids)
    const rows = await opened(fundId, await blocksOf(fundId, [...wanted]))
    return rows.filter(({ id }) => wanted.has(id))
  }

  return { read, find }
}

/**
 * Journals as a phone keeps them: rows that the service has sealed, closed up, with nothing readable beside them but how
 * many there are and which ids.
 */
export const indexedJournal = (
  database: IDBDatabase,
  closing: Closing,
  beside: Beside = async () => undefined,
): Journal => {
  const append = async (
    fundId: string,
    rows: readonly JournalRow[],
    changes: ViewChanges,
  ): Promise<'appended' | 'stale'> => {
    if (rows.length === 0) return 'appended'
    const first = rows[0]!.seq
    const closed = await closing.close(placeOf(fundId, first), written(rows))
    return inOne(database, 'readwrite', async (list) => {
      const { through } = await lastBlock(list('blocks'), fundId)
      const known = await Promise.all(rows.map(({ id }) => asked(list('ids').getKey([fundId, id]))))
      if (first !== through + 1 || known.some((key) => key !== undefined)) return 'stale'
      assertRowsSound(rows, through)
      await beside(fundId, rows, changes)
      const block: Block = { through: rows.at(-1)!.seq, closed }
      list('blocks').add(block, [fundId, first])
      for (const { id, seq } of rows) list('ids').add(seq, [fundId, id])
      return 'appended'
    })
  }
  return {
    ...readingFrom(database, closing),
    fundIds: (atMost = Infinity) => fundsIn(database, atMost),
    append,
  }
}
