import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { SqlEntityManager } from '@mikro-orm/sql'
import type { Marks } from '#domain/access/marks.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { type Journal, StorageUnavailable } from '#domain/ports.ts'
import { codeOf } from '#infra/db/codes.ts'
import { postgresRoles } from '#infra/db/dialects.ts'
import { type Place, findRows, funds, networks } from '#infra/db/journal.ts'
import {
  type PoolBounds,
  migrateUpPostgres,
  openPostgres,
  postgresMigrations,
} from '#infra/db/postgres.ts'
import { type Call, CommitInDoubt, inCall } from '#infra/db/postgres-lease.ts'
import { type Store, storeOn } from '#infra/db/store.ts'
import { type Statements, type Runs, type Scope, allIds } from '#infra/db/tables.ts'
import { type Work, together } from '#infra/db/together.ts'

type Together = ReturnType<typeof together>

export type PostgresOptions = {
  /** `postgres://login:password@host:port/database`. */
  readonly url: string
  /** Brings the schema up to date, where this login may; without it an older schema is an error. */
  readonly create: boolean
  /** Connections of this process at most. */
  readonly poolMax?: number
  /** How long a call may take in all. */
  readonly deadlineMs?: number
  readonly compiledFunctions?: PoolBounds['compiledFunctions']
  /** By a key outside of the database; without it no row is looked at for whose it is. */
  readonly marks?: Marks | undefined
}

/** A server that has not answered by then is gone, however long the work itself may take. */
const reachMsMax = 10_000

/** How often a transaction is tried that only another one's turn stood in the way of. */
const triesMax = 4

/** Of a call's time, what one try may spend waiting for the turn of its fund. */
const lockShare = 0.4

/** A transaction whose client is gone without a word must not hold its fund's turn for long. */
const idleMs = 5000

/** Lost to another transaction, which goes on: the same work may succeed now. */
const mayTryAgain = (error: unknown): boolean =>
  ['40001', '40P01', '55P03'].includes(codeOf(error) ?? '')

/**
 * The server has no room, takes no writes, is going away, was told to stop the statement, or has not the tables of this
 * version: no fault of the work.
 */
const isOfServer = (error: unknown): boolean => {
  const code = codeOf(error)
  return code !== undefined && /^(?:08|25006|28|3D|53|57|58|XX|42P01|42703)/.test(code)
}

type Settings = { readonly scope: Scope; readonly call: Call; readonly deadlineMs: number }

/**
 * The first statement of every transaction. All of it holds for this transaction only, so that a pooler
 * may hand the connection to anybody afterwards; a write then waits for the turn of its fund or network.
 */
const begun = async (em: Statements, { scope, call, deadlineMs }: Settings): Promise<void> => {
  const role = scope === allIds ? postgresRoles.lister : postgresRoles.app
  const whose = scope === allIds ? '' : scope
  const waitMs = Math.ceil(deadlineMs * lockShare)
  const forWriting = sql`,
    case when current_setting('synchronous_commit') = 'off'
      then set_config('synchronous_commit', 'on', true) end,
    pg_advisory_xact_lock(hashtextextended(${whose}, 0))`
  const forReading = sql`, set_config('transaction_read_only', 'on', true)`
  await sql`select set_config('role', ${role}, true), set_config('village.scope', ${whose}, true),
    set_config('statement_timeout', ${`${deadlineMs}`}, true),
    set_config('lock_timeout', ${`${waitMs}`}, true),
    set_config('idle_in_transaction_session_timeout', ${`${idleMs}`}, true)
    ${call.isRead ? forReading : forWriting}`.execute(em.getKysely())
}

type Bounded = { readonly call: Call; readonly scope: Scope }
type Run = <T>(bounded: Bounded, work: Work<T>) => Promise<T>

/** Runs work in a transaction of its own, again where another one's turn came first. */
const runOn =
  (em: () => SqlEntityManager, deadlineMs: number): Run =>
  async ({ call, scope }, work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await inCall(call, () =>
          em()
            .fork()
            .transactional(async (inside) => {
              await begun(inside, { scope, call, deadlineMs })
              return work(inside)
            }),
        )
      } catch (error) {
        if (error instanceof StorageUnavailable) throw error
        if (isOfServer(error)) throw new StorageUnavailable('the store failed', { cause: error })
        if (!mayTryAgain(error)) throw error
        if (tries === triesMax || Date.now() >= call.until)
          throw new StorageUnavailable('the store is too busy', { cause: error })
        await setTimeout(Math.random() * 10 * tries)
      }
    }
  }

/** A rule that said no, or a fault of the work itself: what others wrote beside it may stand. */
const isOfOne = (error: unknown): boolean =>
  !(error instanceof StorageUnavailable) && !mayTryAgain(error) && !isOfServer(error)

/**
 * Those who write about one fund in this process go together, on one connection: they would only stand
 * in each other's way, and a fund where much happens must not take every connection from the others.
 */
const writersOf = (run: Run, deadlineMs: number): Runs['transaction'] => {
  const lines = new Map<string, { readonly write: Together['write']; users: number }>()
  const lineOf = (scope: string) => {
    const found = lines.get(scope)
    if (found) return found
    const { write } = together({
      transaction: (until, work) => run({ call: { isRead: false, until }, scope }, work),
      isSound: isOfOne,
      deadlineMs,
    })
    const made = { write, users: 0 }
    lines.set(scope, made)
    return made
  }
  return async (scope, work) => {
    const line = lineOf(scope)
    line.users += 1
    try {
      return await line.write(work)
    } finally {
      line.users -= 1
      if (line.users === 0) lines.delete(scope)
    }
  }
}

/** Counts what is under way, so that closing can wait for it. */
const counted = ({ read, transaction }: Runs) => {
  const underWay = new Set<Promise<unknown>>()
  const count = <T>(call: Promise<T>): Promise<T> => {
    underWay.add(call)
    const over = (): boolean => underWay.delete(call)
    call.then(over, over)
    return call
  }
  const runs: Runs = {
    read: (scope, work) => count(read(scope, work)),
    transaction: (scope, work) => count(transaction(scope, work)),
  }
  return { runs, rest: async (): Promise<unknown> => Promise.allSettled(underWay) }
}

/** Whether all rows stand in the journal, each the very one. */
const stand = async (
  em: Statements,
  place: Place,
  { id, rows }: { readonly id: string; readonly rows: readonly JournalRow[] },
): Promise<boolean> => {
  const found = await findRows(em, place, { id, ids: rows.map((row) => row.id) })
  const hashes = new Map(found.map((row) => [row.id, row.hash]))
  return rows.every((row) => hashes.get(row.id) === row.hash)
}

/**
 * A journal that knows what became of an append whose COMMIT was never answered. It asks under the fund's
 * own lock, which the transaction in doubt holds until it is over, and never writes blindly again: rows
 * that do not stand are `stale`, and whoever records decides anew.
 */
const sure = (
  journal: Journal,
  { run, place, deadlineMs }: { run: Run; place: Place; deadlineMs: number },
): Journal => ({
  ...journal,
  append: async (id, rows, changes, lines) => {
    const call = { isRead: false, until: Date.now() + deadlineMs }
    try {
      return await journal.append(id, rows, changes, lines)
    } catch (error) {
      if (!(error instanceof CommitInDoubt) || rows.length === 0) throw error
      const areThere = await run({ call, scope: id }, (em) => stand(em, place, { id, rows }))
      return areThere ? 'appended' : 'stale'
    }
  },
})

/** Opens the store of a PostgreSQL database. Whatever the login, it works as `village_app`. */
export const postgresStore = async ({
  url,
  create,
  poolMax = 10,
  deadlineMs = 1800,
  compiledFunctions,
  marks,
}: PostgresOptions): Promise<Store> => {
  const reachMs = Math.min(deadlineMs, reachMsMax)
  const database = await openPostgres(url, { max: poolMax, reachMs, compiledFunctions })
  try {
    const { waiting } = await postgresMigrations(database)
    if (waiting.length > 0) {
      if (!create) throw new StorageUnavailable('the database is of an older version')
      await migrateUpPostgres(url, reachMs)
    }
  } catch (error) {
    await database.close()
    throw error
  }
  let isClosed = false
  const emOf = (): SqlEntityManager => {
    if (isClosed) throw new StorageUnavailable('the store is closed')
    return database.orm.em
  }
  const run = runOn(emOf, deadlineMs)
  const { runs, rest } = counted({
    read: (scope, work) =>
      run({ call: { isRead: true, until: Date.now() + deadlineMs }, scope }, work),
    transaction: writersOf(run, deadlineMs),
  })
  const store = storeOn(runs, marks)
  return {
    ...store,
    append: sure(store, { run, place: funds, deadlineMs }).append,
    networks: sure(store.networks, { run, place: networks, deadlineMs }),
    close: async () => {
      isClosed = true
      await rest()
      await database.close()
    },
  }
}
