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
import { sqliteDialect } from '#infra/db/dialects.ts'
import { migrationsIn } from '#infra/db/migrations.ts'
import { prepared } from '#infra/db/prepared.ts'
import { entities } from '#infra/db/schema.ts'
import { type Statements, onKysely, tables } from '#infra/db/tables.ts'
import { busyMs, openFile, statusOf } from '#infra/db/sqlite-file.ts'
import { answersAtOnce } from '#infra/db/statement.ts'
import { type MigrationStatus, assertNotNewer } from '#infra/db/steps.ts'

/** An open database: MikroORM on a connection of our own, so that it can be closed whatever happens. */
export type OpenDatabase = {
  readonly orm: MikroORM
  /** Its connection, without what the ORM makes anew for whoever has rows of its own. */
  readonly em: Statements
  /** Which migrations are done. */
  readonly status: () => MigrationStatus
  /** Gives back to the disk what stands empty in the file. */
  readonly compact: () => void
  /** Closes the connection at once, also when a query of it hangs. */
  readonly close: () => void
}

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
      this.#waitFor(busyMs)
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

/**
 * Opens a SQLite file as `openFile` does, with MikroORM on it. What the tables hold is told to it on request alone: it makes
 * them by migrations and hands our statements on, and to go through all tables takes as long as the rest of an opening.
 */
export const openSqlite = async (
  path: string,
  { create, isDescribed = false }: { readonly create: boolean; readonly isDescribed?: boolean },
): Promise<OpenDatabase> => {
  const database = await openFile(path, { create })
  const waitFor = (ms: number): void => {
    database.exec(`pragma busy_timeout = ${ms}`)
  }
  try {
    const { through, editionOf } = prepared(database)
    const orm = await MikroORM.init({
      dbName: path,
      entities: isDescribed ? entities : [],
      extensions: [Migrator],
      migrations: { migrationsList: migrationsIn(sqliteDialect), snapshot: false, silent: true },
      driverOptions: () => new ImmediateDialect({ database: through }, waitFor),
      debug: false,
      discovery: { warnWhenNoEntities: false },
    })
    const db = tables(orm.em.fork())
    await answersAtOnce(db, { isFree: () => !database.inTransaction, editionOf })
    const em = onKysely(db)
    const compact = (): void => void database.exec('vacuum')
    return { orm, em, status: () => statusOf(database), compact, close: () => database.close() }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Brings the schema up to this version's; a second call changes nothing. */
export const migrateUp = async ({ orm, status, compact }: OpenDatabase): Promise<void> => {
  const { done, waiting } = status()
  assertNotNewer(done)
  // To ask the ORM what it would do takes longer than all the rest of an opening.
  if (waiting.length === 0) return
  await orm.migrator.up()
  // Tables that were laid out anew leave the room that they had before.
  if (done.length > 0) compact()
}
