import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { countedWrites, writtenBy } from '#infra/db/prepared.ts'

type Value = ArrayBuffer | string | number | null
type Rows = { readonly toArray: () => Record<string, Value>[] }

/** What is used of the storage of a SQLite Durable Object. */
export type DurableStorage = {
  readonly sql: { readonly exec: (statement: string, ...values: Value[]) => Rows }
  readonly transaction: <T>(work: () => Promise<T>) => Promise<T>
  readonly getAlarm: () => Promise<number | null>
  readonly setAlarm: (at: number) => Promise<void>
}

class TakenBack extends Error {}

/**
 * Transactions that are begun in one place and ended in another. A Durable Object refuses BEGIN and
 * SAVEPOINT in SQL; its own transaction lasts as long as the promise of its work, so that promise is
 * held until somebody says how it ends. One inside another is a savepoint.
 */
const openTransactions = (storage: DurableStorage) => {
  type Open = { readonly end: (isKept: boolean) => void; readonly done: Promise<void> }
  const open: Open[] = []
  return {
    isAny: (): boolean => open.length > 0,
    begin: (): Promise<void> =>
      new Promise((begun, failed) => {
        const { promise, resolve: end } = Promise.withResolvers<boolean>()
        const done = storage.transaction(async () => {
          begun()
          if (!(await promise)) throw new TakenBack()
        })
        done.catch(failed)
        open.push({ end, done })
      }),
    end: async (isKept: boolean): Promise<void> => {
      const last = open.pop()
      if (!last) throw new Error('no transaction is open')
      last.end(isKept)
      try {
        await last.done
      } catch (error) {
        if (!(error instanceof TakenBack)) throw error
      }
    },
  }
}

/** Settings that every Durable Object has and lets nobody ask for: foreign keys hold, there is one file. */
const isSetting = (statement: string): boolean =>
  /^\s*pragma\s+(?:foreign_keys|database_list)/i.test(statement)

/** Also one that was written in SQL. */
const isQuestion = ({ query, sql: statement }: CompiledQuery): boolean =>
  query.kind === 'SelectQueryNode' || /^\s*select\s/i.test(statement)

/** What stands for a value here: a truth is a number, a whole number of any length is a text, bytes are a buffer of their own. */
const stored = (value: unknown): Value => {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Uint8Array) return new Uint8Array(value).buffer
  return typeof value === 'bigint' ? String(value) : ((value ?? null) as Value)
}

type Options = {
  readonly storage: DurableStorage
  /** True while nothing was ever written: then every question is answered with no rows. */
  readonly isEmpty: () => boolean
}

/** What is written into is told by a statement's text; there are as many as the program has. */
const tableWritten = new Map<string, string | undefined>()
const tablesMost = 2000
const intoWhich = (statement: string): string | undefined => {
  if (!tableWritten.has(statement)) {
    if (tableWritten.size >= tablesMost) tableWritten.clear()
    tableWritten.set(statement, writtenBy(statement))
  }
  return tableWritten.get(statement)
}

const connectionOf = (
  { storage, isEmpty }: Options,
  writes: ReturnType<typeof countedWrites>,
): DatabaseConnection => ({
  executeQuery: async <R>(asked: CompiledQuery): Promise<QueryResult<R>> => {
    const { sql: statement, parameters } = asked
    const into = intoWhich(statement)
    if (into !== undefined) writes.add(into)
    if (isSetting(statement) || (isQuestion(asked) && isEmpty())) return { rows: [] }
    const rows = storage.sql.exec(statement, ...parameters.map(stored)).toArray() as R[]
    // How many rows were written is asked by the ORM alone, which writes its statements itself.
    if (asked.query.kind !== 'RawNode' || isQuestion(asked)) return { rows }
    const [told] = storage.sql
      .exec('select changes() as changes, last_insert_rowid() as id')
      .toArray()
    return {
      rows,
      numAffectedRows: BigInt(Number(told!['changes'])),
      insertId: BigInt(Number(told!['id'])),
    }
  },
  streamQuery: () => {
    throw new Error('a Durable Object has its rows at once: nothing is streamed')
  },
})

/** One connection, had by one at a time: what is asked meanwhile waits until a transaction is over. */
const driverOf = (
  options: Options,
  {
    writes,
    transactions: { begin, end },
  }: {
    readonly writes: ReturnType<typeof countedWrites>
    readonly transactions: ReturnType<typeof openTransactions>
  },
): Driver => {
  const connection = connectionOf(options, writes)
  let last = Promise.resolve()
  let release = (): void => undefined
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      last = promise
      await before
      release = resolve
      return connection
    },
    releaseConnection: async () => release(),
    beginTransaction: begin,
    commitTransaction: () => end(true),
    rollbackTransaction: () => end(false),
    savepoint: begin,
    releaseSavepoint: () => end(true),
    rollbackToSavepoint: () => end(false),
    destroy: async () => undefined,
  }
}

/** How many values a statement may bind there; it is refused with one more. */
const boundMax = 100

class DurableAdapter extends SqliteAdapter {
  readonly boundMax = boundMax
}

/**
 * Kysely, and through it MikroORM, on the SQLite of a Durable Object; and how it is asked at once. Nobody else writes there, so
 * that what it counts itself tells whether anything was written.
 */
export const durableConnection = (options: Options) => {
  const writes = countedWrites()
  const transactions = openTransactions(options.storage)
  const dialect: Dialect = {
    createAdapter: () => new DurableAdapter(),
    createDriver: () => driverOf(options, { writes, transactions }),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database: Kysely<unknown>) => new SqliteIntrospector(database),
  }
  const editionOf = (tables: readonly string[]): string => `${writes.into(tables)}`
  return { dialect, isFree: () => !transactions.isAny(), editionOf }
}
