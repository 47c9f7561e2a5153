import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type RawBuilder, SqliteAdapter, sql } from 'kysely'
import { bytesOf, hasBytes, shownInSql, fromShown } from '#infra/db/digits.ts'

/** Whether a database keeps ids and hashes of journals as bytes. */
export const keepsBytes = (em: EntityManager): boolean =>
  em.getKysely().getExecutor().adapter instanceof SqliteAdapter

/** A text as it is stored; said to be a text, as the columns are declared. */
export const stored = (em: EntityManager, text: string): string =>
  hasBytes(text) && keepsBytes(em) ? (bytesOf(text) as unknown as string) : text

/** A column of an id or a hash, to be read by `reading`. */
export const shown = (em: EntityManager, column: string): RawBuilder<string> =>
  keepsBytes(em) ? sql.raw(shownInSql(column)) : sql.ref(column)

const asItIs = (value: string): string => value
const textOfShown = (value: string): string => fromShown(String(value))[0] ?? ''

/** Makes a text of what `shown` asked for. */
export const reading = (em: EntityManager): ((value: string) => string) =>
  keepsBytes(em) ? textOfShown : asItIs
