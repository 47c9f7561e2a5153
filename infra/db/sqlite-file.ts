import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { keepBrokenLog } from '#infra/db/broken-log.ts'
import { type MigrationStatus, migrationNames } from '#infra/db/steps.ts'

export const busyMs = 1000

/** What every connection is set to, and must answer when asked. WAL where there is a file. */
const settings = {
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: busyMs,
  // What is erased is written over, and not only taken out of the lists.
  secure_delete: 1,
} as const

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
export const makeFile = (path: string): void => {
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
export const openFile = async (
  path: string,
  { create }: { readonly create: boolean },
): Promise<Database.Database> => {
  const isInMemory = path === inMemory
  if (create && !isInMemory) makeFile(path)
  if (!isInMemory) await keepBrokenLog(path)
  const database = new Database(path, {
    fileMustExist: !create && !isInMemory,
    timeout: busyMs,
  })
  try {
    set(database, isInMemory)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Which migrations a file has had, read and nothing made: MikroORM, which keeps the list, need not be loaded for it. */
export const statusOf = (database: Database.Database): MigrationStatus => {
  const table = `select 1 from sqlite_schema where name = 'mikro_orm_migrations'`
  const done = database.prepare(table).get()
    ? database
        .prepare<[], string>('select name from mikro_orm_migrations order by id')
        .pluck()
        .all()
    : []
  return { done, waiting: migrationNames.filter((name) => !done.includes(name)) }
}
