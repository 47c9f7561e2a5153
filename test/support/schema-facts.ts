import type { MikroORM } from '@mikro-orm/core'
import type Database from 'better-sqlite3'
import { tablesOf } from '#test/contract/tables-of.ts'
import type { SchemaFacts } from '#test/support/schema-drift.ts'

/** What the entities of `infra/db/schema.ts` say, as the ORM has understood them. */
export const declaredFacts = (orm: Pick<MikroORM, 'getMetadata'>): SchemaFacts => {
  const entities = [...orm.getMetadata().getAll().values()]
  return {
    columns: entities.flatMap(({ tableName, props, primaryKeys }) =>
      props.map(({ name, fieldNames, nullable, type }) => ({
        table: tableName,
        column: fieldNames[0]!,
        isNullable: nullable === true,
        isWhole: type === 'integer',
        pk: primaryKeys.indexOf(name as never) + 1,
      })),
    ),
    indexes: entities.flatMap(({ tableName, props, uniques, indexes }) => {
      const fieldOf = (property: unknown): string =>
        props.find(({ name }) => name === property)!.fieldNames[0]!
      const factOf =
        (isUnique: boolean) =>
        ({ properties }: { readonly properties?: unknown }) => ({
          table: tableName,
          columns: [properties].flat().map(fieldOf),
          isUnique,
        })
      return [...uniques.map(factOf(true)), ...indexes.map(factOf(false))]
    }),
  }
}

type ColumnRow = {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}
type IndexRow = { readonly name: string; readonly unique: number; readonly origin: string }

/** What a SQLite file has, by its own catalogue. */
export const sqliteFacts = (database: Database.Database): SchemaFacts => {
  const rows = <Row>(sql: string, ...values: readonly string[]): Row[] =>
    database.prepare(sql).all(...values) as Row[]
  const tables = tablesOf(database)
  return {
    columns: tables.flatMap((table) =>
      rows<ColumnRow>('select name, type, "notnull", pk from pragma_table_info(?)', table).map(
        ({ name, type, notnull, pk }) => ({
          table,
          column: name,
          isNullable: notnull === 0,
          isWhole: type.toLowerCase() === 'integer',
          pk,
        }),
      ),
    ),
    indexes: tables.flatMap((table) =>
      rows<IndexRow>('select name, "unique", origin from pragma_index_list(?)', table)
        .filter(({ origin }) => origin !== 'pk')
        .map(({ name, unique }) => ({
          table,
          columns: rows<{ readonly name: string }>(
            'select name from pragma_index_info(?) order by seqno',
            name,
          ).map((column) => column.name),
          isUnique: unique === 1,
        })),
    ),
  }
}
