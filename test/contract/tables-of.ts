import type Database from 'better-sqlite3'

/** Every table of ours that a file has, by name. */
export const tablesOf = (database: Database.Database): string[] => {
  const rows = database
    .prepare(`select name from sqlite_schema where type = 'table' order by name`)
    .all() as { readonly name: string }[]
  return rows.map(({ name }) => name).filter((name) => !/^(?:sqlite|mikro_orm)_/.test(name))
}
