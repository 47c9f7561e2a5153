import { setTimeout } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import {
  CasesNotApart,
  type Transaction,
  comesIn,
  poolOf,
  transactionOn,
} from '#infra/cases/postgres-pool.ts'
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

const held = async (client: PoolClient, ids: readonly LeafId[]) => {
  const { rows } = await client.query<{ id: string; sealed: Buffer }>(
    'select id, sealed from leaf where id = any($1) order by id for update',
    [ids],
  )
  return new Map(rows.map(({ id, sealed }) => [id, new Uint8Array(sealed)]))
}

class Stale extends Error {}

const add = async (client: PoolClient, leaves: readonly Leaf[]): Promise<void> => {
  if (leaves.length === 0) return
  await client.query(
    'insert into leaf (id, sealed) select * from unnest($1::text[], $2::bytea[])',
    [leaves.map(({ id }) => id), leaves.map(({ sealed }) => Buffer.from(sealed))],
  )
}

/** Within one transaction, during which nobody else writes. */
const fill = async (client: PoolClient, batches: AsyncIterable<readonly Leaf[]>) => {
  await client.query('lock table leaf in exclusive mode')
  const { rowCount } = await client.query('select 1 from leaf limit 1')
  if (rowCount !== 0) return 'not-empty' as const
  let count = 0
  for await (const batch of batches) {
    await add(client, batch)
    count += batch.length
  }
  return count
}

const change = async (client: PoolClient, changes: readonly LeafChange[]): Promise<void> => {
  const sorted = changes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const there = await held(
    client,
    sorted.map(({ id }) => id),
  )
  if (sorted.some(({ id, seen }) => !isSame(there.get(id), seen))) throw new Stale()
  const gone = sorted.filter(({ sealed }) => !sealed).map(({ id }) => id)
  const kept = sorted.flatMap(({ id, sealed }) => (sealed ? [{ id, sealed }] : []))
  if (gone.length > 0) await client.query('delete from leaf where id = any($1)', [gone])
  const written = kept.filter(({ id }) => there.has(id))
  if (written.length > 0)
    await client.query(
      `update leaf set sealed = anew.sealed
        from unnest($1::text[], $2::bytea[]) as anew (id, sealed) where leaf.id = anew.id`,
      [written.map(({ id }) => id), written.map(({ sealed }) => Buffer.from(sealed))],
    )
  await add(
    client,
    kept.filter(({ id }) => !there.has(id)),
  )
}

export type PostgresLeaves = CasesStore & {
  /** Opens it now: throws `CasesNotApart`, or `StorageUnavailable` where the server cannot be had. */
  readonly ready: () => Promise<void>
  /** How many bytes all of it takes. */
  readonly size: () => Promise<number>
  /** Lays all rows anew in the order of their ids, which are of chance. */
  readonly layAnew: () => Promise<void>
  /** All leaves by id, as they are at one moment. */
  readonly all: () => AsyncGenerator<Leaf>
  /** Takes in all that is given, or nothing where something is there; how many those were. */
  readonly fill: (batches: AsyncIterable<readonly Leaf[]>) => Promise<number | 'not-empty'>
}

type Leaf = { readonly id: LeafId; readonly sealed: Uint8Array }

/** To make a table, or lay it anew, may take longer than a request. */
const makingMs = 60_000
const pageSize = 500

const told = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Stale || error instanceof CasesNotApart || isRule(error)) throw error
    throw new StorageUnavailable('the store of cases failed', { cause: error })
  }
}

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

const make = (making: Transaction, statements: readonly string[]): Promise<void> =>
  making(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [turn])
    for (const statement of statements) await client.query(statement)
  })

/** Opens once, and again where that failed: nothing is asked of a database before it is known to be apart. */
const openingOf = (
  making: Transaction,
  { url, ledgerUrl, deadlineMs = 1800 }: PostgresLeavesOptions,
) => {
  let opening: Promise<void> | undefined
  const open = async (): Promise<void> => {
    if (ledgerUrl !== undefined && (await comesIn(url, ledgerUrl, deadlineMs)))
      throw new CasesNotApart()
    await make(making, [tableOf('leaf')])
    await make(making, layingAnew)
  }
  return (): Promise<void> =>
    told(async () => {
      opening ??= open()
      try {
        await opening
      } catch (error) {
        opening = undefined
        throw error
      }
    })
}

type Asked = Pick<PoolClient, 'query'>

const readIn = async (client: Asked, ids: readonly LeafId[]) => {
  const { rows } = await client.query<{ id: string; sealed: Buffer }>(
    'select id, sealed from leaf where id = any($1)',
    [ids],
  )
  return new Map(rows.map(({ id, sealed }) => [id, new Uint8Array(sealed)]))
}

const idsIn = async (client: Asked, after: LeafId, limit: number): Promise<readonly LeafId[]> => {
  const { rows } = await client.query<{ id: string }>(
    'select id from leaf where id > $1 order by id limit $2',
    [after, limit],
  )
  return rows.map(({ id }) => id)
}

const sizeIn = async (client: Asked): Promise<number> => {
  const { rows } = await client.query<{ bytes: string }>(
    `select pg_total_relation_size('leaf') as bytes`,
  )
  return Number(rows[0]!.bytes)
}

const page = async (client: Asked, after: LeafId): Promise<readonly Leaf[]> => {
  const { rows } = await client.query<Leaf>(
    'select id, sealed from leaf where id > $1 order by id limit $2',
    [after, pageSize],
  )
  return rows
}

async function* allIn(client: PoolClient): AsyncGenerator<Leaf> {
  try {
    await client.query('begin isolation level repeatable read read only')
    for (let rows = await page(client, ''); rows.length > 0;) {
      yield* rows
      rows = await page(client, rows.at(-1)!.id)
    }
  } finally {
    client.release(true)
  }
}

/**
 * The leaves of a PostgreSQL database of their own. Rows lie there in the order in which they were written, and bear the
 * number of their transaction, until they are laid anew: when this opens, and before each backup. A change that answers
 * `StorageUnavailable` while it was being committed may stand all the same: whoever tries again reads first.
 */
export const postgresLeaves = (options: PostgresLeavesOptions): PostgresLeaves => {
  const { url, poolMax = 4, deadlineMs = 1800 } = options
  const pool = poolOf(url, poolMax, deadlineMs)
  const makingPool = poolOf(url, 1, makingMs)
  const transaction = transactionOn(pool, deadlineMs)
  const making = transactionOn(makingPool, makingMs)
  const ready = openingOf(making, options)
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    await ready()
    return told(work)
  }

  return {
    read: (ids) => asked(() => readIn(pool, ids)),
    ids: (after, limit) => asked(() => idsIn(pool, after ?? '', limit)),
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
    ready,
    size: () => asked(() => sizeIn(pool)),
    layAnew: () => asked(() => make(making, layingAnew)),
    fill: async (batches) => {
      await ready()
      return making((client) => fill(client, batches))
    },
    all: async function* () {
      await ready()
      yield* allIn(await pool.connect())
    },
    close: async () => {
      await Promise.all([pool.end(), makingPool.end()])
    },
  }
}
