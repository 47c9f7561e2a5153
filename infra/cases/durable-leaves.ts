import type { Leaves } from '#domain/cases/leaves.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { type Ask, isSlotted, makeSlots, slotsOn } from '#infra/cases/slots.ts'
import { assertSound } from '#infra/cases/sound.ts'

/** What is used of the storage of a SQLite Durable Object. */
type Storage = {
  readonly sql: {
    readonly exec: (
      statement: string,
      ...values: (ArrayBuffer | string | number)[]
    ) => { readonly toArray: () => Record<string, unknown>[] }
  }
  readonly transactionSync: <T>(work: () => T) => T
}

const askOn =
  ({ sql }: Storage): Ask =>
  (statement, ...values) =>
    sql
      .exec(
        statement,
        ...values.map((value) => (value instanceof Uint8Array ? value.slice().buffer : value)),
      )
      .toArray()

const told = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw new StorageUnavailable('the store of cases failed', { cause: error })
  }
}

/**
 * The leaves of a Durable Object of their own, with nothing beside them. The tables are made when something is first
 * kept: an object that nobody has used answers that there is nothing.
 */
export const durableLeaves = (storage: Storage): Leaves => {
  const ask = askOn(storage)
  const isThere = (): boolean => isSlotted(ask)
  return {
    read: async (ids) => told(() => (isThere() ? slotsOn(ask).read(ids) : new Map())),
    change: async (changes) => {
      assertSound(changes)
      return told(() =>
        storage.transactionSync(() => {
          makeSlots(ask)
          return slotsOn(ask).change(changes)
        }),
      )
    },
    ids: async (after, limit) => told(() => (isThere() ? slotsOn(ask).ids(after, limit) : [])),
  }
}

/** One row of sealed bytes in an object that keeps nothing else. */
export const keptRow = (storage: Storage) => ({
  read: async (): Promise<Uint8Array | undefined> =>
    told(() => {
      const { sql } = storage
      const isThere = sql.exec(`select 1 from sqlite_schema where name = 'kept'`).toArray()
      const [row] = isThere.length === 0 ? [] : sql.exec('select sealed from kept').toArray()
      return row && new Uint8Array(row['sealed'] as ArrayBuffer)
    }),
  write: async (sealed: Uint8Array): Promise<void> =>
    told(() =>
      storage.transactionSync(() => {
        const { sql } = storage
        sql.exec('create table if not exists kept (one integer primary key, sealed blob not null)')
        sql.exec('insert or replace into kept values (1, ?)', sealed.slice().buffer)
      }),
    ),
})
