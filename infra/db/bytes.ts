import { type Kysely, type RawBuilder, SqliteAdapter, sql } from 'kysely'
import { bytesOf, fromShown, hasBytes, shownInSql } from '#infra/db/digits.ts'
import type { Tables } from '#infra/db/tables.ts'

type Database = Kysely<Tables>

/** Whether a database keeps ids and hashes of journals as bytes. */
export const keepsBytes = (db: Pick<Database, 'getExecutor'>): boolean =>
  db.getExecutor().adapter instanceof SqliteAdapter

/** A text as it is stored; said to be a text, as the columns are declared. */
export const stored = (db: Pick<Database, 'getExecutor'>, text: string): string =>
  hasBytes(text) && keepsBytes(db) ? (bytesOf(text) as unknown as string) : text

/** A column of an id or a hash, to be read by `reading`. */
export const shown = (db: Pick<Database, 'getExecutor'>, column: string): RawBuilder<string> =>
  keepsBytes(db) ? sql.raw(shownInSql(column)) : sql.ref(column)

const asItIs = (value: string): string => value
const textOfShown = (value: string): string => fromShown(String(value))[0] ?? ''

/** Makes a text of what `shown` asked for. */
export const reading = (db: Pick<Database, 'getExecutor'>): ((value: string) => string) =>
  keepsBytes(db) ? textOfShown : asItIs
