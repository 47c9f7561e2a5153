import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { textOf } from '#infra/db/digits.ts'

type Altered = {
  readonly fundId: string
  readonly seq: number
  readonly before: string
  readonly after: string
}

type Row = { readonly fund_id: string | Uint8Array; readonly seq: number; readonly data: string }

/** The first digit of a sum in an entry's data, one higher (or one lower, for a nine). */
const oneByteElsewhere = (data: string): string =>
  data.replace(
    /("amount":-?)(\d)/,
    (_, before: string, digit: string) => `${before}${digit === '9' ? '8' : Number(digit) + 1}`,
  )

/**
 * Copies a database and changes one byte of the newest sum in the copy, the way somebody would who has
 * the file and knows SQLite: past the triggers, leaving no trace in the schema. For showing what the audit is for.
 * Returns undefined where no entry holds a sum. Throws `SqliteError` where there is no such database.
 */
export const alteredCopy = (path: string, copy: string): Altered | undefined => {
  const source = new Database(path, { readonly: true, fileMustExist: true })
  for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
  source.prepare('vacuum into ?').run(copy)
  source.close()
  const database = new Database(copy)
  try {
    const row = database
      .prepare<[], Row>(
        `select fund_id, seq, data from entry where data like '%"amount":%' order by seq desc limit 1`,
      )
      .get()
    if (!row) return undefined
    const after = oneByteElsewhere(row.data)
    const trigger = database
      .prepare<[], { readonly sql: string }>(
        `select sql from sqlite_master where name = 'entry_no_update'`,
      )
      .get()!
    database.exec('drop trigger entry_no_update')
    database
      .prepare('update entry set data = ? where fund_id = ? and seq = ?')
      .run(after, row.fund_id, row.seq)
    database.exec(trigger.sql)
    const sumIn = (data: string): string => /"amount":(-?\d+)/.exec(data)![1]!
    return {
      fundId: textOf(row.fund_id),
      seq: row.seq,
      before: sumIn(row.data),
      after: sumIn(after),
    }
  } finally {
    database.close()
  }
}
