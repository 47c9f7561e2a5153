import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** So many statements are kept ready; a list of ids of another length is another statement. */
const readyMax = 300

/** What can be run again as it was prepared. A pragma may do its work while it is prepared, and is prepared each time. */
const isKept = (sql: string): boolean =>
  /^(select|insert|update|delete|begin|commit|rollback|savepoint|release) ?/i.test(sql)

/** A database whose statements are prepared once: preparing one takes about as long as running it. */
export const prepared = (database: Database.Database): SqliteDatabase => {
  const ready = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    prepare: (sql) => {
      const known = ready.get(sql)
      if (known) return known
      const made = database.prepare<unknown[]>(sql) as ReturnType<SqliteDatabase['prepare']>
      if (!isKept(sql)) return made
      if (ready.size >= readyMax) ready.clear()
      ready.set(sql, made)
      return made
    },
    close: () => {
      ready.clear()
      database.close()
    },
  }
}
