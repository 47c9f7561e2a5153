import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { bytesOf, hasBytes, textOf } from '#infra/db/digits.ts'

/**
 * Copies a database as it is at one moment, while others read and write it. The copy has no log beside
 * it and only its owner can read it. Throws `SqliteError` where there is no such database or no room.
 */
export const copyOnline = (path: string, copy: string): void => {
  closeSync(openSync(copy, 'wx', 0o600))
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    database.prepare('vacuum into ?').run(copy)
  } finally {
    database.close()
  }
}

/** A file of an older version has texts where bytes are kept now. */
type Stored = string | Uint8Array

type FileHead = {
  readonly kind: 'fund' | 'network'
  readonly id: string
  readonly seq: number
  readonly hash: string
}

const journals = [
  { kind: 'fund', table: 'entry', owner: 'fund_id' },
  { kind: 'network', table: 'network_entry', owner: 'network_id' },
] as const

/** The last entry of every journal in a file and the migrations that made it; nothing in it is touched. */
export const aboutFile = (
  path: string,
): { readonly heads: readonly FileHead[]; readonly migrations: readonly string[] } => {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const tables = database
      .prepare<[], string>(`select name from sqlite_schema where type = 'table'`)
      .pluck()
      .all()
    const heads = journals
      .filter(({ table }) => tables.includes(table))
      .flatMap(({ kind, table, owner }) =>
        database
          .prepare<[], { readonly id: Stored; readonly seq: number; readonly hash: Stored }>(
            `select ${owner} as id, max(seq) as seq, hash from ${table} group by ${owner} order by ${owner}`,
          )
          .all()
          .map((head) => ({ kind, ...head, id: textOf(head.id), hash: textOf(head.hash) })),
      )
    const migrations = tables.includes('mikro_orm_migrations')
      ? database
          .prepare<[], string>('select name from mikro_orm_migrations order by name')
          .pluck()
          .all()
      : []
    return { heads, migrations }
  } finally {
    database.close()
  }
}

/** The hash of one entry of a journal in a file; undefined where there is no such entry. */
export const hashAt = (
  path: string,
  { kind, id, seq }: Pick<FileHead, 'kind' | 'id' | 'seq'>,
): string | undefined => {
  const { table, owner } = journals.find((one) => one.kind === kind)!
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const hash = database
      .prepare<[Stored, Stored, number], Stored>(
        `select hash from ${table} where ${owner} in (?, ?) and seq = ?`,
      )
      .pluck()
      .get(id, hasBytes(id) ? bytesOf(id) : id, seq)
    return hash === undefined ? undefined : textOf(hash)
  } finally {
    database.close()
  }
}

/** When the last entry of any journal in a file was recorded; undefined where there is none. */
export const lastRecordedAt = (path: string): string | undefined => {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const last = journals.flatMap(({ table, owner }) =>
      database
        .prepare<[], string>(
          `select recorded_at from (select recorded_at, max(seq) from ${table} group by ${owner})`,
        )
        .pluck()
        .all(),
    )
    return last.toSorted().at(-1)
  } finally {
    database.close()
  }
}
