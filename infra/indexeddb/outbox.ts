import type { Kept, Outbox, Told } from '#domain/phone/outbox.ts'
import type { Closing } from '#infra/indexeddb/closing.ts'
import { asked, inOne, ofFund } from '#infra/indexeddb/database.ts'

/** What became of it lies beside the closed command: it is written down without opening anything. */
type Row = {
  readonly id: string
  readonly closed: Uint8Array<ArrayBuffer>
  readonly told?: Told
  readonly isSeen?: true
  /** The same closed to the service alone: it is there when this book does not open any more. */
  readonly left?: string
}
type Place = readonly [fundId: string, place: number]

const placeOf = (fundId: string, id: string): string => `outbox ${fundId} ${id}`

/** Closes something to the service alone; undefined where its key is not known. */
type Leave = (fundId: string, one: Omit<Kept, 'place'>) => Promise<string | undefined>

const rowIn =
  (fundId: string, closing: Closing, leave: Leave) =>
  async (one: Omit<Kept, 'place'>): Promise<Row> => {
    const { id } = one.command
    const left = await leave(fundId, one)
    const closed = await closing.close(placeOf(fundId, id), JSON.stringify(one))
    return { id, closed, ...(left !== undefined && { left }) }
  }

/** What a phone has written down, closed up. Nothing is taken out of it. */
export const indexedOutbox = (
  database: IDBDatabase,
  closing: Closing,
  leave: Leave = async () => undefined,
): Outbox => {
  const rowsOf = (fundId: string) =>
    inOne(database, 'readonly', async (list) => {
      const [keys, values] = await Promise.all([
        asked(list('outbox').getAllKeys(ofFund(fundId))),
        asked(list('outbox').getAll(ofFund(fundId))),
      ])
      return keys.map((key, i) => [key as unknown as Place, values[i] as Row] as const)
    })

  const changed = (fundId: string, change: (row: Row) => Row | undefined): Promise<void> =>
    inOne(database, 'readwrite', async (list) => {
      let cursor = await asked(list('outbox').openCursor(ofFund(fundId)))
      for (; cursor; cursor = await next(cursor)) {
        const after = change(cursor.value as Row)
        if (after) cursor.update(after)
      }
    })

  return {
    all: async (fundId) =>
      Promise.all(
        (await rowsOf(fundId)).map(async ([[, place], { id, closed, told, isSeen }]) => {
          const said = JSON.parse(await closing.open(placeOf(fundId, id), closed)) as Omit<
            Kept,
            'place'
          >
          return { ...said, place, ...(told && { told }), ...(isSeen && { isSeen }) }
        }),
      ),
    add: async (fundId, some) => {
      const rows = await Promise.all(some.map(rowIn(fundId, closing, leave)))
      await inOne(database, 'readwrite', async (list) => {
        const all = (await asked(list('outbox').getAll(ofFund(fundId)))) as readonly Row[]
        const known = new Set(all.map(({ id }) => id))
        const last = await asked(list('outbox').openKeyCursor(ofFund(fundId), 'prev'))
        let place = (last?.key as Place | undefined)?.[1] ?? 0
        for (const row of rows) if (!known.has(row.id)) list('outbox').add(row, [fundId, ++place])
      })
    },
    tell: (fundId, told) => {
      const by = new Map(told.map((one) => [one.id, one]))
      return changed(fundId, (row) => {
        const own = by.get(row.id)
        return own && { ...row, told: own }
      })
    },
    see: (fundId, id) =>
      changed(fundId, (row) => (row.id === id ? { ...row, isSeen: true } : undefined)),
  }
}

const next = (cursor: IDBCursorWithValue): Promise<IDBCursorWithValue | null> => {
  const going = asked(cursor.request as IDBRequest<IDBCursorWithValue | null>)
  cursor.continue()
  return going
}
