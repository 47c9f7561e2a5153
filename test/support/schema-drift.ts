/** One column of a table as a database or a list of entities says it; `pk` counts from one, 0 for none. */
type ColumnFact = {
  readonly table: string
  readonly column: string
  readonly isNullable: boolean
  readonly isWhole: boolean
  readonly pk: number
}

/** An index that is no primary key, by its columns in order. Its name is the database's own matter. */
type IndexFact = {
  readonly table: string
  readonly columns: readonly string[]
  readonly isUnique: boolean
}

export type SchemaFacts = {
  readonly columns: readonly ColumnFact[]
  readonly indexes: readonly IndexFact[]
}

const columnLines = ({ columns }: SchemaFacts): Map<string, string> =>
  new Map(
    columns.map(({ table, column, isNullable, isWhole, pk }) => [
      `${table}.${column}`,
      `${isWhole ? 'whole' : 'text'}, ${isNullable ? 'may be null' : 'not null'}${pk > 0 ? `, key ${pk}` : ''}`,
    ]),
  )

const indexLines = ({ indexes }: SchemaFacts): Map<string, string> =>
  new Map(
    indexes.map(({ table, columns, isUnique }) => [
      `${table} (${columns.join(', ')})`,
      isUnique ? 'unique index' : 'index',
    ]),
  )

const differences = (
  declared: ReadonlyMap<string, string>,
  built: ReadonlyMap<string, string>,
): string[] =>
  [...new Set([...declared.keys(), ...built.keys()])]
    .filter((key) => declared.get(key) !== built.get(key))
    .map(
      (key) =>
        `${key}: declared ${declared.get(key) ?? 'nowhere'}, built ${built.get(key) ?? 'nowhere'}`,
    )

/**
 * Where the entities and a migrated database differ, in both directions: tables and columns that only
 * one of them has, kinds, nullability, keys and indexes. The same for every database, whose catalogue the
 * caller reads.
 */
export const schemaDrift = (declared: SchemaFacts, built: SchemaFacts): string[] =>
  [
    ...differences(columnLines(declared), columnLines(built)),
    ...differences(indexLines(declared), indexLines(built)),
  ].toSorted()
