import Database from 'better-sqlite3'
import { sqliteDialect } from '#infra/db/dialects.ts'
import { statusOf } from '#infra/db/sqlite-file.ts'
import { guardsIn } from '#infra/db/steps.ts'

/**
 * What SQLite itself finds wrong with a file: broken pages and indexes. It sees nothing of altered
 * content, which only the hash chain does. Its own connection, because the file may not be usable.
 */
export const fileProblems = (path: string): readonly string[] => {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const rows = database.pragma('integrity_check(20)') as { readonly integrity_check: string }[]
    return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : ''
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return []
    return ['the file cannot be read as a database']
  } finally {
    database?.close()
  }
}

type Guard = { readonly name: string; readonly sql: string }

/** SQLite writes the first words of a definition in capitals. */
const words = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim().toLowerCase()

/**
 * The guards of the journals and the log that are gone from a file, or are there in name alone: somebody who wrote into it took
 * them away. Those of tables that the file does not have yet are not missed.
 */
export const missingGuards = (path: string): readonly string[] => {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const all = database.prepare<[], Guard & { readonly type: string }>(
      `select type, name, sql from sqlite_schema where type in ('trigger', 'table')`,
    )
    const found = all.all()
    const tables = found.filter(({ type }) => type === 'table').map(({ name }) => name)
    const there = new Map(
      found.filter(({ type }) => type === 'trigger').map(({ name, sql }) => [name, words(sql)]),
    )
    return guardsIn(sqliteDialect, statusOf(database).done)
      .filter(({ name, table, sql }) => tables.includes(table) && there.get(name) !== words(sql))
      .map(({ name }) => name)
  } catch {
    // What cannot be read is told by whoever looks at the file itself.
    return []
  } finally {
    database?.close()
  }
}
