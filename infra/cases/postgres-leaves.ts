import { setTimeout } from 'node:timers/promises'
import { Client, Pool, type PoolClient } from 'pg'
import type { LeafChange, LeafId, Leaves } from '#domain/cases/leaves.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { type CasesStore, assertSound, isSame } from '#infra/cases/sound.ts'
import { codeOf, isRule } from '#infra/db/codes.ts'

export type PostgresLeavesOptions = {
  /** `postgres://login:password@host:port/database`, a database and a login of its own. */
  readonly url: string
  /** The ledger's, which must not be able to come in here; left out where the books are no server's. */
  readonly ledgerUrl?: string | undefined
  readonly poolMax?: number
  readonly deadlineMs?: number
}

/** The ledger's login can come in where the cases are: nothing is kept there before that is mended. */
export class CasesNotApart extends Error {
  override readonly name = 'CasesNotApart'

  constructor() {
    super(
      "the login of the books can open the database of cases: give the cases a database of their own, 'revoke connect on database … from public', and let their own login alone connect (docs/hosts/postgresql.md)",
    )
  }
}

const nothingToDo = (): void => undefined

/** Whether whoever has the ledger's login comes in where the cases are. Throws where nobody can say. */
const comesIn = async (url: string, ledgerUrl: string, reachMs: number): Promise<boolean> => {
  const asLedger = new URL(url)
  const { username, password } = new URL(ledgerUrl)
  Object.assign(asLedger, { username, password })
  const client = new Client({ connectionString: asLedger.href, connectionTimeoutMillis: reachMs })
  client.on('error', nothingToDo)
  try {
    await client.connect()
    return true
  } catch (error) {
    // A server that knows no such login or password, or lets it not into this database, has answered.
    if (/^(?:28|42501)/.test(codeOf(error) ?? '')) return false
    throw error
  } finally {
    client.end().catch(nothingToDo)
  }
}

/** One number for all who make the table or lay it anew: they come one after another. */
const turn = 5_118_200_231

/** Bytes of chance are not pressed together, and one length is a rule of the table too. */
const tableOf = (name: string): string =>
  `create table if not exists ${name} (
    id text collate "C" primary key check (id ~ '^[0-9a-f]{32}$'),
    sealed bytea storage external not null check (octet_length(sealed) = 4096))`

const layingAnew = [
  'lock table leaf in access exclusive mode',
  tableOf('leaf_anew'),
  'insert into leaf_anew select id, sealed from leaf order by id',
  'drop table leaf',
  'alter table leaf_anew rename to leaf',
] as const

/** Lost to another transaction, which goes on: the same work may succeed now. */
const mayTryAgain = (error: unknown): boolean =>
  ['40001', '40P01', '55P03'].includes(codeOf(error) ?? '')

/** Another one has made the very row meanwhile. */
const isTaken = (error: unknown): boolean => codeOf(error) === '23505'

const triesMax = 4

/** What holds for this transaction only, so that a pooler may hand the connection to anybody afterwards. */
const begun = async (client: PoolClient, deadlineMs: number): Promise<void> => {
  await client.query('begin')
  await client.query(
    `select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true),
      set_config('idle_in_transaction_session_timeout', '5000', true),
      case when current_setting('synchronous_commit') = 'off'
        then set_config('synchronous_commit', 'on', true) end`,
    [`${deadlineMs}`, `${Math.ceil(deadlineMs * 0.4)}`],
  )
}

const held = async (client: PoolClient, ids: readonly LeafId[]) => {
  const { rows } = await client.query<{ id: string; sealed: Buffer }>(
    'select id, sealed from leaf where id = any($1) order by id for update',
    [ids],
  )
  return new Map(rows.map(({ id, sealed }) => [id, new Uint8Array(sealed)]))
}

class Stale extends Error {}

const change = async (client: PoolClient, changes: readonly LeafChange[]): Promise<void> => {
  const sorted = changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const there = await held(
    client,
    sorted.map(({ id }) => id),
  )
  if (sorted.some(({ id, seen }) => !isSame(there.get(id), seen))) throw new Stale()
  const gone = sorted.filter(({ sealed }) => !sealed).map(({ id }) => id)
  const kept = sorted.filter(({ sealed }) => sealed)
  const values = (of: readonly LeafChange[]) => [
    of.map(({ id }) => id),
    of.map(({ sealed }) => Buffer.from(sealed!)),
  ]
  if (gone.length > 0) await client.query('delete from leaf where id = any($1)', [gone])
  const written = kept.filter(({ id }) => there.has(id))
  if (written.length > 0)
    await client.query(
      `update leaf set sealed = anew.sealed
        from unnest($1::text[], $2::bytea[]) as anew (id, sealed) where leaf.id = anew.id`,
      values(written),
    )
  const added = kept.filter(({ id }) => !there.has(id))
  if (added.length > 0)
    await client.query(
      'insert into leaf (id, sealed) select * from unnest($1::text[], $2::bytea[])',
      values(added),
    )
}

const poolOf = (url: string, max: number, deadlineMs: number): Pool => {
  const pool = new Pool({
    connectionString: url,
    application_name: 'village-fund-cases',
    max,
    connectionTimeoutMillis: deadlineMs,
    // The server ends a statement by itself before; one that is gone without a word does not.
    query_timeout: 2 * deadlineMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  })
  pool.on('error', nothingToDo)
  pool.on('connect', (client) => client.on('error', nothingToDo))
  return pool
}

type Transaction = <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>

const transactionOn =
  (pool: Pool, deadlineMs: number): Transaction =>
  async (work) => {
    const client = await pool.connect()
    let failure: unknown
    try {
      await begun(client, deadlineMs)
      const done = await work(client)
      await client.query('commit')
      return done
    } catch (error) {
      failure = error
      throw error
    } finally {
      // A connection on which something failed is nobody's any more.
      client.release(failure !== undefined)
    }
  }

export type PostgresLeaves = CasesStore & {
  /** Opens it now: throws `CasesNotApart`, or `StorageUnavailable` where the server cannot be had. */
  readonly ready: () => Promise<void>
  /** Lays all rows anew in the order of their ids, which are of chance. */
  readonly layAnew: () => Promise<void>
  /** All leaves by id, as they are at one moment. */
  readonly all: () => AsyncGenerator<
    readonly { readonly id: LeafId; readonly sealed: Uint8Array }[]
  >
}

/** To make a table, or lay it anew, may take longer than a request. */
const makingMs = 60_000
const pageSize = 500

/**
 * The leaves of a PostgreSQL database of their own. Rows lie there in the order in which they were written, and bear the
 * number of their transaction, until they are laid anew: when this opens, and before each backup. A change that answers
 * `StorageUnavailable` while it was being committed may stand all the same: whoever tries again reads first.
 */
export const postgresLeaves = (options: PostgresLeavesOptions): PostgresLeaves => {
  const { url, ledgerUrl, poolMax = 4, deadlineMs = 1800 } = options
  const pool = poolOf(url, poolMax, deadlineMs)
  const transaction = transactionOn(pool, deadlineMs)
  const makingPool = poolOf(url, 1, makingMs)
  const making = transactionOn(makingPool, makingMs)
  let opening: Promise<void> | undefined

  const make = (statements: readonly string[]): Promise<void> =>
    making(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [turn])
      for (const statement of statements) await client.query(statement)
    })
  const layAnew = (): Promise<void> => make(layingAnew)

  const open = async (): Promise<void> => {
    if (ledgerUrl !== undefined && (await comesIn(url, ledgerUrl, deadlineMs)))
      throw new CasesNotApart()
    await make([tableOf('leaf')])
    await layAnew()
  }

  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Stale || error instanceof CasesNotApart || isRule(error)) throw error
      throw new StorageUnavailable('the store of cases failed', { cause: error })
    }
  }

  const ready = (): Promise<void> =>
    told(async () => {
      opening ??= open()
      try {
        await opening
      } catch (error) {
        opening = undefined
        throw error
      }
    })

  const tried = async (work: () => Promise<void>): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work()
      } catch (error) {
        if (!mayTryAgain(error) || tries === triesMax) throw error
        await setTimeout(Math.random() * 10 * tries)
      }
    }
  }

  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    await ready()
    return told(work)
  }

  const idsAbove = async (client: Pick<Pool, 'query'>, after: LeafId, limit: number) =>
    (
      await client.query<{ id: string }>('select id from leaf where id > $1 order by id limit $2', [
        after,
        limit,
      ])
    ).rows.map(({ id }) => id)

  const read: Leaves['read'] = (ids) =>
    asked(async () => {
      const { rows } = await pool.query<{ id: string; sealed: Buffer }>(
        'select id, sealed from leaf where id = any($1)',
        [ids],
      )
      return new Map(rows.map(({ id, sealed }) => [id, new Uint8Array(sealed)]))
    })

  return {
    read,
    change: async (changes) => {
      assertSound(changes)
      try {
        await asked(() => tried(() => transaction((client) => change(client, changes))))
        return 'kept'
      } catch (error) {
        if (error instanceof Stale || isTaken(error)) return 'stale'
        throw error
      }
    },
    ids: (after, limit) => asked(() => idsAbove(pool, after ?? '', limit)),
    ready,
    layAnew: () => asked(layAnew),
    all: async function* () {
      await ready()
      const client = await pool.connect()
      try {
        await client.query('begin isolation level repeatable read read only')
        for (let after = ''; ;) {
          const { rows } = await client.query<{ id: string; sealed: Buffer }>(
            'select id, sealed from leaf where id > $1 order by id limit $2',
            [after, pageSize],
          )
          if (rows.length === 0) return
          yield rows
          after = rows.at(-1)!.id
        }
      } finally {
        client.release(true)
      }
    },
    close: async () => {
      await Promise.all([pool.end(), makingPool.end()])
    },
  }
}
