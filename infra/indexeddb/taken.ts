import type { Closing } from '#infra/indexeddb/closing.ts'
import { asked, inOne } from '#infra/indexeddb/database.ts'

/** Something that a phone keeps closed up beside journal and outbox, one of a name: names of members, who writes here. */
export const keptThings = <T>(database: IDBDatabase, closing: Closing, name: string) => ({
  keep: async (what: T): Promise<void> => {
    const closed = await closing.close(name, JSON.stringify(what))
    await inOne(database, 'readwrite', (list) => asked(list('kept').put(closed, name)))
  },
  read: async (): Promise<T | undefined> => {
    const closed = (await inOne(database, 'readonly', (list) => asked(list('kept').get(name)))) as
      | Uint8Array<ArrayBuffer>
      | undefined
    return closed && (JSON.parse(await closing.open(name, closed)) as T)
  },
})
