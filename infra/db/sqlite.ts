import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Migrator } from '@mikro-orm/migrations'
import { MikroORM } from '@mikro-orm/sqlite'
import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'
import { keepBrokenLog } from '#infra/db/broken-log.ts'
import { sqliteDialect } from '#infra/db/dialects.ts'
import { type MigrationStatus, migrationsIn } from '#infra/db/migrations.ts'
import { prepared } from '#infra/db/prepared.ts'
import { entities } from '#infra/db/schema.ts'

/** An open database: MikroORM on a connection of our own, so that it can be closed whatever happens. */
export type OpenDatabase = {
  readonly orm: MikroORM
  /** Closes the connection at once, also when a query of it hangs. */
  readonly close: () => void
}

/** What every connection is set to, and must answer when asked. WAL where there is a file. */
const settings = {
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 1000,
  // What is erased is written over, and not only taken out of the lists.
  secure_delete: 1,
} as const

/** How often and how long a write asks for the turn that another connection has. */
const turn = { everyMs: 5, atMostMs: 1000 } as const

/** Sets how long a statement waits for a turn by itself, in milliseconds. */
type WaitFor = (ms: number) => void

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')

/**
 * SQLite begins deferred, and two writers that read first then lose each other's work: begin at once.
 * Its own wait for a turn would stop this whole process, the one who has the turn perhaps included.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #waitFor: WaitFor

  constructor(config: SqliteDialectConfig, waitFor: WaitFor) {
    super(config)
    this.#waitFor = waitFor
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const until = Date.now() + turn.atMostMs
    this.#waitFor(0)
    try {
      while (!(await this.#hasBegun(connection, until))) await setTimeout(turn.everyMs)
    } finally {
      this.#waitFor(settings.busy_timeout)
    }
  }

  async #hasBegun(connection: DatabaseConnection, until: number): Promise<boolean> {
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
      return true
    } catch (error) {
      if (!isBusy(error) || Date.now() >= until) throw error
      return false
    }
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  readonly #waitFor: WaitFor

  constructor(config: SqliteDialectConfig, waitFor: WaitFor) {
    super(config)
    this.#config = config
    this.#waitFor = waitFor
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config, this.#waitFor)
  }
}

const set = (database: Database.Database, isInMemory: boolean): void => {
  const journal = database.pragma('journal_mode = wal', { simple: true })
  if (!isInMemory && journal !== 'wal') throw new Error('the database cannot use a write-ahead log')
  for (const [name, value] of Object.entries(settings)) {
    database.pragma(`${name} = ${value}`)
    if (database.pragma(name, { simple: true }) !== value)
      throw new Error(`the database does not keep ${name}`)
  }
}

export const inMemory = ':memory:'

/**
 * Makes a file that its owner alone can read; SQLite gives the same rights to what it lays beside it. One that
 * is there is not opened: closing it would let go of the locks that this process holds on it.
 */
const makeFile = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/**
 * Opens a SQLite file with the settings that make a commit durable, set and read back. `create` makes
 * the folder and the file; without it a missing file is an error.
 */
export const openSqlite = async (
  path: string,
  { create }: { readonly create: boolean },
): Promise<OpenDatabase> => {
  const isInMemory = path === inMemory
  if (create && !isInMemory) makeFile(path)
  if (!isInMemory) await keepBrokenLog(path)
  const database = new Database(path, {
    fileMustExist: !create && !isInMemory,
    timeout: settings.busy_timeout,
  })
  const waitFor = (ms: number): void => {
    database.pragma(`busy_timeout = ${ms}`)
  }
  try {
    set(database, isInMemory)
    const orm = await MikroORM.init({
      dbName: path,
      entities,
      extensions: [Migrator],
      migrations: { migrationsList: migrationsIn(sqliteDialect), snapshot: false, silent: true },
      driverOptions: () => new ImmediateDialect({ database: prepared(database) }, waitFor),
      debug: false,
      discovery: { warnWhenNoEntities: false },
    })
    return { orm, close: () => database.close() }
  } catch (error) {
    database.close()
    throw error
  }
}

export const migrationStatus = async ({ orm }: OpenDatabase): Promise<MigrationStatus> => {
  const done = await orm.migrator.getExecuted()
  const waiting = await orm.migrator.getPending()
  return { done: done.map(({ name }) => name), waiting: waiting.map(({ name }) => name) }
}

/** Brings the schema up to this version's; a second call changes nothing. */
export const migrateUp = async ({ orm }: OpenDatabase): Promise<void> => {
  await orm.migrator.up()
}
