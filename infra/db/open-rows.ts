import Database from 'better-sqlite3'
import type { Marks } from '#domain/access/marks.ts'
import type { AtRest } from '#domain/access/row-seal.ts'
import { lyingAs } from '#infra/db/lying-as.ts'
import { bodyOf, sealedTables } from '#infra/db/sealed-cells.ts'

/** So long is what a sealed text says of its key. */
const saidMax = 18

/** How many rows of a file lie in clear or under another key, read and nothing made; those of tables that are not there yet are none. */
export const openRowsIn = (path: string, marks: Marks | undefined): AtRest => {
  const count = { open: 0, now: 0, older: 0, shut: 0 }
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    for (const table of sealedTables) {
      const isThere = database
        .prepare(`select 1 from sqlite_schema where type = 'table' and name = ?`)
        .get(table)
      if (!isThere) continue
      const said = database
        .prepare<[], { readonly said: string | null; readonly rows: number }>(
          `select substr(${bodyOf(table)}, 1, ${saidMax}) as said, count(*) as rows from ${table} group by 1`,
        )
        .all()
      for (const { said: text, rows } of said) count[lyingAs(marks, text)] += rows
    }
  } finally {
    database.close()
  }
  return count
}
