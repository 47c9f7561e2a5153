import type Database from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** So many statements are kept ready; a list of ids of another length is another statement. */
const readyMax = 300

/** What can be run again as it was prepared. A pragma may do its work while it is prepared, and is prepared each time. */
const isKept = (sql: string): boolean =>
  /^(select|insert|update|delete|begin|commit|rollback|savepoint|release) ?/i.test(sql)

/** What writes into no table. A rollback unmakes what was counted when it was written. */
const isRead = /^(select|begin|commit|rollback|savepoint|release)\b/i
const writesInto = /^(?:insert into|update|delete from) "(\w+)"(?!\s*\.)/i

/** The table that a statement writes into; nothing where it writes into none, a star where that cannot be told. */
export const writtenBy = (sql: string): string | undefined =>
  isRead.test(sql) ? undefined : (writesInto.exec(sql)?.[1] ?? '*')

/** How often each table was written into over a connection; a star counts for all. */
export const countedWrites = () => {
  const writes = new Map<string, number>()
  return {
    add: (into: string): void => void writes.set(into, (writes.get(into) ?? 0) + 1),
    /** A number that grows whenever one of some tables is written into. */
    into: (tables: readonly string[]): number =>
      ['*', ...tables].reduce((sum, table) => sum + (writes.get(table) ?? 0), 0),
  }
}

type Ready = {
  readonly made: ReturnType<SqliteDatabase['prepare']>
  readonly into: string | undefined
}

/** A database whose statements are prepared once, which takes about as long as running one; and how often each table was written into. */
export const prepared = (database: Database.Database) => {
  const ready = new Map<string, Ready>()
  const writes = countedWrites()
  const counted = ({ made, into }: Ready): Ready['made'] => {
    // Whoever asks for a statement runs it next.
    if (into !== undefined) writes.add(into)
    return made
  }
  const through: SqliteDatabase = {
    prepare: (sql) => {
      const known = ready.get(sql)
      if (known) return counted(known)
      const made = database.prepare<unknown[]>(sql) as Ready['made']
      const one = { made, into: writtenBy(sql) }
      if (isKept(sql)) {
        if (ready.size >= readyMax) ready.clear()
        ready.set(sql, one)
      }
      return counted(one)
    },
    close: () => {
      ready.clear()
      database.close()
    },
  }
  const byOthers = database.prepare('pragma data_version').pluck()
  /** A text that changes whenever one of some tables is written into over this connection, or any over another one. */
  const editionOf = (tables: readonly string[]): string =>
    `${String(byOthers.get())} ${writes.into(tables)}`
  return { through, editionOf }
}
