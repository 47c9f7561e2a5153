import type { LeftBehind, Told } from '#domain/phone/outbox.ts'
import { asked, inOne, lists } from '#infra/indexeddb/database.ts'

/** As much of a row of the outbox as can be read without a book. */
type Row = { readonly id: string; readonly told?: Told; readonly left?: string }
type Place = readonly [fundId: string, place: number]

const unanswered = (keys: readonly IDBValidKey[], rows: readonly Row[]): readonly LeftBehind[] =>
  rows.flatMap(({ id, told, left }, i) => {
    const [fundId] = keys[i] as unknown as Place
    return told === undefined && left !== undefined ? [{ fundId, id, sealed: left }] : []
  })

const leftPlace = 'left'

/** What waits here and was closed to the service; `list` is of one transaction. */
const leftIn = async (list: (name: 'outbox' | 'kept') => IDBObjectStore) => {
  const [keys, rows, before] = await Promise.all([
    asked(list('outbox').getAllKeys()),
    asked(list('outbox').getAll()),
    asked(list('kept').get(leftPlace)),
  ])
  const all = [...((before as readonly LeftBehind[] | undefined) ?? []), ...unanswered(keys, rows)]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

/** What a phone still has of what was written on it, without a PIN and without a book: nothing of it can be read here. */
export const leftBehind = (database: IDBDatabase) => ({
  all: (): Promise<readonly LeftBehind[]> => inOne(database, 'readonly', leftIn),
  /** Nothing stays but that: keys, book, names, and what can be read are gone. */
  wipe: (): Promise<void> =>
    inOne(database, 'readwrite', async (list) => {
      const left = await leftIn(list)
      for (const name of lists) list(name).clear()
      if (left.length > 0) list('kept').put(left, leftPlace)
    }),
  /** What stands in the book by now is there. */
  forget: (isInBook: (id: string) => boolean): Promise<void> =>
    inOne(database, 'readwrite', async (list) => {
      const before = (await asked(list('kept').get(leftPlace))) as readonly LeftBehind[] | undefined
      const rest = before?.filter(({ id }) => !isInBook(id)) ?? []
      if (rest.length > 0) list('kept').put(rest, leftPlace)
      else list('kept').delete(leftPlace)
    }),
})
