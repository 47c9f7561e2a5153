import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Marks } from '#domain/access/marks.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { type Journal, StorageUnavailable } from '#domain/ports.ts'
import { codeOf } from '#infra/db/codes.ts'
import { type Place, findRows, funds, networks } from '#infra/db/journal.ts'
import { migrateUpPostgres, postgresMigrations, reachPostgres } from '#infra/db/postgres.ts'
import type { KnownMarks } from '#infra/db/marked.ts'
import { CommitInDoubt, type Leases, StatementLost, leasesOf } from '#infra/db/postgres-lease.ts'
import { transactionsOn } from '#infra/db/postgres-runs.ts'
import { type MigrationStatus, assertNotNewer, migrationNames } from '#infra/db/steps.ts'
import { type Store, storeOn } from '#infra/db/store.ts'
import type { Runs, Scope, Statements } from '#infra/db/tables.ts'
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
  /** It was opened before, and is sound and of this version since then. */
  readonly isKnown?: boolean
  /** Statements are prepared by name, and sent before the last is answered; not where each connection is had for one request. */
  readonly isPrepared?: boolean
  /** By a key outside of the database; without it no row is looked at for whose it is. */
  readonly marks?: Marks | undefined
}

/** A server that has not answered by then is gone, however long the work itself may take. */
const reachMsMax = 10_000

/** How often a transaction is tried that only another one's turn stood in the way of. */
const triesMax = 4

/** Lost to another transaction, which goes on: the same work may succeed now. */
const mayTryAgain = (error: unknown): boolean =>
  error instanceof StatementLost || ['40001', '40P01', '55P03'].includes(codeOf(error) ?? '')

/**
 * The server has no room, takes no writes, is going away, was told to stop the statement, or has not the tables of this
 * version: no fault of the work.
 */
const isOfServer = (error: unknown): boolean => {
  const code = codeOf(error)
  return code !== undefined && /^(?:08|25006|28|3D|53|57|58|XX|42P01|42703)/.test(code)
}

/** Asks for a transaction, and again where another one's turn came first. */
const tried = async <T>(until: number, ask: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask()
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error
      if (isOfServer(error)) throw new StorageUnavailable('the store failed', { cause: error })
      if (!mayTryAgain(error)) throw error
      if (tries === triesMax || Date.now() >= until)
        throw new StorageUnavailable('the store is too busy', { cause: error })
      await setTimeout(Math.random() * 10 * tries)
    }
  }
}

type Run = <T>(scope: string, until: number, work: Work<T>) => Promise<T>

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
      transaction: (until, work) => run(scope, until, work),
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

/** Work on the connections of a pool, until it is closed. */
const runsOn = (leases: Leases, deadlineMs: number) => {
  const transactions = transactionsOn(leases, deadlineMs)
  let isClosed = false
  const open = <T>(until: number, ask: () => Promise<T>): Promise<T> =>
    tried(until, async () => {
      if (isClosed) throw new StorageUnavailable('the store is closed')
      return ask()
    })
  const run: Run = (scope, until, work) =>
    open(until, () => transactions.write({ scope, until, work }))
  const { runs, rest } = counted({
    read: (scope, work) => {
      const until = Date.now() + deadlineMs
      return open(until, () => transactions.read({ scope, until, work }))
    },
    transaction: writersOf(run, deadlineMs),
  })
  const close = async (): Promise<void> => {
    isClosed = true
    await rest()
    await transactions.close()
  }
  return { run, runs, close }
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

type Lookup = { readonly run: Run; readonly place: Place; readonly deadlineMs: number }

/**
 * A journal that knows what became of an append whose COMMIT was never answered. It asks under the fund's
 * own lock, which the transaction in doubt holds until it is over, and never writes blindly again: rows
 * that do not stand are `stale`, and whoever records decides anew.
 */
const sure = (journal: Journal, { run, place, deadlineMs }: Lookup): Journal => ({
  ...journal,
  append: async (id, rows, changes, lines) => {
    const until = Date.now() + deadlineMs
    try {
      return await journal.append(id, rows, changes, lines)
    } catch (error) {
      if (!(error instanceof CommitInDoubt) || rows.length === 0) throw error
      const areThere = await run(id, until, (em) => stand(em, place, { id, rows }))
      return areThere ? 'appended' : 'stale'
    }
  },
})

/** Everything of a store, in one transaction that is open already. */
const inside = (em: Statements, marks: KnownMarks): Omit<Store, 'close'> => {
  const runs = {
    read: (_: Scope, work: Work<never>) => work(em),
    transaction: (_: string, work: Work<never>) => work(em),
  }
  return storeOn(runs as unknown as Runs, marks)
}

type Turns = Lookup & {
  readonly transaction: Runs['transaction']
  readonly marks: KnownMarks
  readonly journalOf: (store: Omit<Store, 'close'>) => Journal
}

/**
 * Whoever decides by a journal and writes into it has its turn from the first question to the commit: other processes wait
 * in line behind it, and nobody has decided on what is old by then.
 */
const inTurnOf = ({ run, place, deadlineMs, transaction, marks, journalOf }: Turns) => {
  const inTurn: NonNullable<Journal['inTurn']> = async (id, work) => {
    const until = Date.now() + deadlineMs
    let rows: readonly JournalRow[] = []
    let told: { readonly value: Awaited<ReturnType<typeof work>> } | undefined
    try {
      return await transaction(id, async (em) => {
        const journal = journalOf(inside(em, marks))
        rows = []
        const value = await work({
          ...journal,
          append: (journalId, appended, changes, lines) => {
            rows = appended
            return journal.append(journalId, appended, changes, lines)
          },
        })
        told = { value }
        return value
      })
    } catch (error) {
      if (!(error instanceof CommitInDoubt) || rows.length === 0 || !told) throw error
      const areThere = await run(id, until, (em) => stand(em, place, { id, rows }))
      return areThere ? told.value : inTurn(id, work)
    }
  }
  return inTurn
}

const upToDate: MigrationStatus = { done: [], waiting: [] }

/**
 * What is done and what waits. The list of migrations is there before the roles and the right to read it are: whoever may bring
 * the schema up waits for the turn of that other one, who is at it now, and looks again.
 */
const statusIn = async (pool: Pool, create: boolean): Promise<MigrationStatus> => {
  try {
    return await postgresMigrations({ pool })
  } catch (error) {
    if (!create || !['42501', '22023'].includes(codeOf(error) ?? '')) throw error
    return { done: [], waiting: migrationNames }
  }
}

/** Opens the store of a PostgreSQL database. Whatever the login, it works as `village_app`. */
export const postgresStore = async ({
  url,
  create,
  poolMax = 10,
  deadlineMs = 1800,
  isKnown = false,
  isPrepared = true,
  marks,
}: PostgresOptions): Promise<Store> => {
  const reachMs = Math.min(deadlineMs, reachMsMax)
  const bounds = { max: poolMax, reachMs, isPipelined: isPrepared }
  const { pool } = await reachPostgres(url, bounds, isKnown)
  try {
    const { done, waiting } = isKnown ? upToDate : await statusIn(pool, create)
    assertNotNewer(done)
    if (waiting.length > 0) {
      if (!create) throw new StorageUnavailable('the database is of an older version')
      await migrateUpPostgres(url, reachMs)
    }
  } catch (error) {
    await pool.end()
    throw error
  }
  const { run, runs, close } = runsOn(leasesOf(pool, { isPrepared }), deadlineMs)
  const store = storeOn(runs, marks)
  const about = { run, deadlineMs, transaction: runs.transaction, marks }
  const journalIn = (place: Place, journalOf: Turns['journalOf']): Journal => ({
    ...sure(journalOf(store), { ...about, place }),
    inTurn: inTurnOf({ ...about, place, journalOf }),
  })
  const { append, inTurn } = journalIn(funds, (own) => own)
  return {
    ...store,
    append,
    inTurn: inTurn!,
    networks: journalIn(networks, (own) => own.networks),
    close: async () => {
      await close()
      await pool.end()
    },
  }
}
