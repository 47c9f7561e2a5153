import { setTimeout } from 'node:timers/promises'
import type { DatabaseConnection } from 'kysely'
import { type OpenDatabase, openSqlite } from '#infra/db/sqlite.ts'
import type { StoreOptions } from '#infra/db/sqlite-store.ts'

/**
 * How a write fails. `undone`: SQLite has rolled the transaction back itself, as it may on a full
 * disk. `left-open`: only the statement failed. `answer-lost`: it was done and nobody hears of it.
 * `stuck`: no answer ever comes. `half-kept`: what was written of it before stays, as by a store that
 * commits when it should roll back; ours must not, and whoever looks for half entries must find them.
 */
export type Fault = 'undone' | 'left-open' | 'answer-lost' | 'stuck' | 'half-kept'

export type FailingDisk = {
  readonly open: NonNullable<StoreOptions['open']>
  /** Every connection that was opened, the newest last. */
  readonly opened: readonly OpenDatabase[]
  /** From now on the `at`-th write statement fails, once; begin and commit count. */
  readonly failAt: (at: number, fault: Fault) => void
  /** What the last fault that was asked for did: the statement that failed, if any has. */
  readonly struck: () => string | undefined
  /** How many write statements there were; begin and commit count. */
  readonly written: () => number
  /** While it is full every write fails, also those of an opening. */
  readonly fill: (isFull: boolean) => void
  /** The next read fails, once. */
  readonly failRead: () => void
  /** How long an opening takes, in milliseconds. */
  readonly slowDown: (openingMs: number) => void
}

const isWrite = (sql: string): boolean =>
  /^\s*(begin|commit|insert|update|delete|replace|create|drop|alter)\b/i.test(sql)

const fullDisk = (): Error =>
  Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })

type Run = DatabaseConnection['executeQuery']

const failed = async (run: Run, args: Parameters<Run>, fault: Fault): Promise<never> => {
  const [{ sql }] = args
  if (fault === 'stuck') return new Promise(() => {})
  if (fault === 'answer-lost') await run(...args)
  const isInTransaction = !/^\s*begin/i.test(sql)
  const end = fault === 'undone' ? 'rollback' : fault === 'half-kept' ? 'commit' : undefined
  if (end !== undefined && isInTransaction) {
    const [query, options] = args
    await run({ ...query, sql: end, parameters: [] }, options)
  }
  throw fullDisk()
}

/** The faults that are waiting, and which statement each of them strikes. */
const faults = () => {
  let next: { at: number; readonly fault: Fault } | undefined
  let struck: string | undefined
  let isFull = false
  let isUnreadable = false
  let written = 0

  const ofRead = (sql: string): Fault | undefined => {
    if (!isUnreadable || !/^\s*select/i.test(sql)) return undefined
    isUnreadable = false
    return 'left-open'
  }
  const ofWrite = (sql: string): Fault | undefined => {
    written += 1
    if (isFull) return 'undone'
    if (!next) return undefined
    next.at -= 1
    if (next.at > 0) return undefined
    const { fault } = next
    next = undefined
    struck = sql
    return fault
  }
  return {
    of: (sql: string) => (isWrite(sql) ? ofWrite(sql) : ofRead(sql)),
    failAt: (at: number, fault: Fault) => {
      next = { at, fault }
      struck = undefined
    },
    struck: () => struck,
    written: () => written,
    fill: (full: boolean) => {
      isFull = full
    },
    failRead: () => {
      isUnreadable = true
    },
  }
}

/** A disk under real SQLite connections whose write statements fail when told to. */
export const failingDisk = (): FailingDisk => {
  const opened: OpenDatabase[] = []
  const { of: faultOf, ...waiting } = faults()
  let openingMs = 0

  const open: FailingDisk['open'] = async (path, options) => {
    if (openingMs > 0) await setTimeout(openingMs)
    const database = await openSqlite(path, options)
    opened.push(database)
    // The driver has one connection object for everything, transactions included.
    const executor = database.orm.em.fork().getKysely().getExecutor()
    await executor.provideConnection(async (connection) => {
      const run: Run = connection.executeQuery.bind(connection)
      connection.executeQuery = async (...args) => {
        const fault = faultOf(args[0].sql)
        return fault ? failed(run, args, fault) : run(...args)
      }
    })
    return database
  }
  const slowDown = (ms: number): void => {
    openingMs = ms
  }
  return { ...waiting, open, opened, slowDown }
}
