import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/postgresql'
import { PostgresDialect } from 'kysely'
import { Client, type ClientConfig, Pool, type PoolClient, TypeOverrides, types } from 'pg'
import { StorageUnavailable } from '#domain/ports.ts'
import { codeOf } from '#infra/db/codes.ts'
import { postgresDialect, postgresRoles } from '#infra/db/dialects.ts'
import { migrationsIn } from '#infra/db/migrations.ts'
import { entities } from '#infra/db/schema.ts'
import {
  type MigrationStatus,
  assertNotNewer,
  isOfNewerVersion,
  migrationNames,
} from '#infra/db/steps.ts'

/** A database that the books can be kept in, on connections of our own, so that each call's bounds are ours. */
type Reached = { readonly pool: Pool; readonly name: string }

/** The same with MikroORM on it, which makes the tables and does nothing else. */
export type OpenPostgres = {
  readonly orm: MikroORM
  readonly pool: Pool
  readonly close: () => Promise<void>
}

/** A whole number that a JavaScript number holds exactly; any other is never shown as something near. */
const wholeOf = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('a whole number of the database is too large')
  return value
}

const parsers = new TypeOverrides()
parsers.setTypeParser(types.builtins.INT8, wholeOf)

/**
 * Nothing that a pooler in transaction mode would refuse or forget: what a session is set to, each
 * transaction sets for itself.
 */
const clientOf = (url: string, reachMs: number): ClientConfig => ({
  connectionString: url,
  application_name: 'village-fund',
  connectionTimeoutMillis: reachMs,
  keepAlive: true,
  types: parsers,
})

/** Heard, so that it does not end the process: a connection that dies at rest is told to whoever uses it next. */
const nothingToDo = (): void => undefined
const nothing = async (): Promise<void> => undefined

/** A pool whose connections may die without a word: whoever uses one next is told, the process goes on. */
export const poolOf = (url: string, { max, reachMs, isPipelined = false }: PoolBounds): Pool => {
  const client = { ...clientOf(url, reachMs), pipeline: isPipelined }
  const pool = new Pool({ ...client, max, idleTimeoutMillis: 30_000 })
  pool.on('error', nothingToDo)
  pool.on('connect', (client) => client.on('error', nothingToDo))
  return pool
}

export type PoolBounds = {
  readonly max: number
  readonly reachMs: number
  /** Statements may be sent before those before them are answered. */
  readonly isPipelined?: boolean
}

const versionMin = 140_000

/** The name of the database behind the URL, once it is one that the books can be kept in. */
const soundDatabase = async (client: PoolClient): Promise<string> => {
  const { rows } = await client.query<{ name: string; encoding: string; version: number }>(
    `select current_database() as name, current_setting('server_encoding') as encoding,
      current_setting('server_version_num')::int as version`,
  )
  const [{ name, encoding, version } = { name: '', encoding: '', version: 0 }] = rows
  if (encoding !== 'UTF8')
    throw new StorageUnavailable(`its encoding is ${encoding}: make it with encoding 'UTF8'`)
  if (version < versionMin) throw new StorageUnavailable('PostgreSQL 14 or newer is needed')
  return name
}

export const onClient = async <T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> => {
  let client: PoolClient
  try {
    client = await pool.connect()
  } catch (error) {
    throw new StorageUnavailable('the database cannot be reached', { cause: error })
  }
  let failure: unknown
  try {
    return await work(client)
  } catch (error) {
    failure = error
    throw error
  } finally {
    client.release(failure instanceof Error ? failure : false)
  }
}

/** Reaches a database; it must be there and sound, its schema need not be. `isKnown`: it was reached before. */
export const reachPostgres = async (
  url: string,
  bounds: PoolBounds,
  isKnown = false,
): Promise<Reached> => {
  const pool = poolOf(url, bounds)
  try {
    return { pool, name: isKnown ? '' : await onClient(pool, soundDatabase) }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** Opens a database whose tables are to be made. */
export const openPostgres = async (url: string, bounds: PoolBounds): Promise<OpenPostgres> => {
  const { pool, name: dbName } = await reachPostgres(url, bounds)
  try {
    const orm = await MikroORM.init({
      dbName,
      entities,
      extensions: [Migrator],
      migrations: { migrationsList: migrationsIn(postgresDialect), snapshot: false, silent: true },
      // Whoever made the pool ends it: a client that never asked anything would not.
      driverOptions: () =>
        new PostgresDialect({ pool: { connect: () => pool.connect(), end: nothing, options: {} } }),
      debug: false,
      discovery: { warnWhenNoEntities: false },
    })
    return { orm, pool, close: () => orm.close().then(() => pool.end()) }
  } catch (error) {
    await pool.end()
    throw error
  }
}

const cannotWorkAs = `this login may not work as ${postgresRoles.app}: grant it ${postgresRoles.app} and ${postgresRoles.lister}`

const doneNow = async (client: PoolClient): Promise<readonly string[]> => {
  const { rows } = await client.query<{ table: string | null }>(
    `select to_regclass('mikro_orm_migrations')::text as table`,
  )
  if (rows[0]?.table == null) return []
  await client.query('begin')
  try {
    for (const role of [postgresRoles.lister, postgresRoles.app])
      await client.query(`select set_config('role', $1, true)`, [role])
    const found = await client.query<{ name: string }>(
      'select name from mikro_orm_migrations order by name',
    )
    return found.rows.map(({ name }) => name)
  } catch (error) {
    if (['42501', '22023'].includes(codeOf(error) ?? ''))
      throw new StorageUnavailable(cannotWorkAs, { cause: error })
    throw error
  } finally {
    await client.query('rollback')
  }
}

/** What is done and what waits, as the service itself may see it; nothing is made by looking. */
export const postgresMigrations = ({ pool }: Pick<Reached, 'pool'>): Promise<MigrationStatus> =>
  onClient(pool, async (client) => {
    const done = await doneNow(client)
    return {
      done,
      waiting: migrationNames.filter((name) => !done.includes(name)),
    }
  })

/** One number for all who migrate one database, and one for all who found its first network: they come one after another. */
const turns = { migrating: 8_243_106_415, founding: 8_243_106_416 } as const

/** On a connection of its own, which holds the turn; a process that ends, however it does, has lost it. */
const inTurn = <T>(pool: Pool, turn: number, work: () => Promise<T>): Promise<T> =>
  onClient(pool, async (client) => {
    await client.query('begin')
    try {
      await client.query('select pg_advisory_xact_lock($1)', [turn])
      return await work()
    } finally {
      await client.query('rollback')
    }
  })

/** Does what only one process may do at a time while nobody administers a database yet. */
export const inFoundersTurn = async <T>(
  url: string,
  work: () => Promise<T>,
  reachMs = 10_000,
): Promise<T> => {
  const { pool } = await reachPostgres(url, { max: 1, reachMs })
  try {
    return await inTurn(pool, turns.founding, work)
  } finally {
    await pool.end()
  }
}

const mayNotMigrate =
  'the schema must be brought up and this login may not: run migrate up as the owner of the database, with the roles made (docs/hosts/postgresql.md)'

const migrate = async ({ pool, orm }: OpenPostgres): Promise<void> => {
  try {
    await inTurn(pool, turns.migrating, async () => {
      assertNotNewer((await postgresMigrations({ pool })).done)
      await orm.migrator.up()
    })
  } catch (error) {
    if (error instanceof StorageUnavailable || codeOf(error) !== '42501') throw error
    throw new StorageUnavailable(mayNotMigrate, { cause: new Error(mayNotMigrate) })
  }
}

/**
 * Brings the schema up to this version's; a second call, or another process at the same time, changes
 * nothing. On connections of its own: one holds the turn, others do the work.
 */
export const migrateUpPostgres = async (
  url: string,
  reachMs = 10_000,
): Promise<MigrationStatus> => {
  const database = await openPostgres(url, { max: 3, reachMs })
  try {
    await migrate(database)
    return await postgresMigrations(database)
  } finally {
    await database.close()
  }
}

/** What is done and what waits in the database of a URL. */
export const postgresStatus = async (url: string, reachMs = 10_000): Promise<MigrationStatus> => {
  const { pool } = await reachPostgres(url, { max: 1, reachMs })
  try {
    return await postgresMigrations({ pool })
  } finally {
    await pool.end()
  }
}

/** As much as a meeting writes, in the room that the server sorts in where there is none in its memory. */
const roomSql = `select count(*) from (select md5(n::text) as text from generate_series(1, 3000) as n order by 1 offset 1) as sorted`

/**
 * Whether a new connection can read the journal's table now and, where that is asked, whether the server takes writes: it
 * gives a number to a transaction and brings its end to its log, and it has room on its disk. Nothing of ours is written.
 */
export const canUsePostgres = async (
  url: string,
  { writes, reachMs = 1000 }: { readonly writes: boolean; readonly reachMs?: number },
): Promise<boolean> => {
  const client = new Client({ ...clientOf(url, reachMs), query_timeout: reachMs })
  client.on('error', nothingToDo)
  try {
    await client.connect()
    await client.query('begin')
    await client.query(`select set_config('role', $1, true)`, [postgresRoles.app])
    await client.query('select seq from entry limit 1')
    const done = await client.query<{ name: string }>('select name from mikro_orm_migrations')
    if (isOfNewerVersion(done.rows.map(({ name }) => name))) return false
    if (!writes) return true
    const { rows } = await client.query<{ said: string }>(
      `select current_setting('transaction_read_only') as said, set_config('work_mem', '64kB', true)`,
    )
    if (rows[0]?.said !== 'off') return false
    await client.query(roomSql)
    await client.query('select pg_current_xact_id()')
    await client.query('commit')
    return true
  } catch {
    return false
  } finally {
    client.end().catch(nothingToDo)
  }
}

const writesEveryMs = 5000

/** Whether the database can be used now; that it can be written is tried every five seconds at most, until it cannot. */
export const postgresReadiness = (url: string, now = Date.now): (() => Promise<boolean>) => {
  let writtenAt: number | undefined
  return async () => {
    const writes = writtenAt === undefined || now() - writtenAt >= writesEveryMs
    const isUsable = await canUsePostgres(url, { writes })
    if (writes) writtenAt = isUsable ? now() : undefined
    return isUsable
  }
}
