import type { InsertQueryBuilder, InsertResult, Kysely, SelectQueryBuilder } from 'kysely'
import { type Question, type ValueAt, inParts, statement, statements } from '#infra/db/statement.ts'
import { type Statements, type Tables, tables } from '#infra/db/tables.ts'

/* What many rows are asked for, or written, by few statements. */

const boundMost = 3000

/** How many values one statement may bind: some databases take fewer, and their dialect says so. */
const boundMax = (em: Statements): number => {
  const { adapter } = em.getKysely().getExecutor()
  return 'boundMax' in adapter ? Number(adapter.boundMax) : boundMost
}

/** So many questions make one statement; a Durable Object, which binds fewer values as well, takes five. */
const togetherMax = (em: Statements): number => (boundMax(em) < boundMost ? 5 : 100)

const askEach = statements()

type Each<Row> = {
  readonly name: string
  readonly shared: readonly (string | number)[]
  readonly of: (
    db: Kysely<Tables>,
    key: never,
    shared: readonly never[],
  ) => SelectQueryBuilder<Tables, keyof Tables, Row>
}

/** The questions for what is found of each of some keys. */
export const questionsOf = <Row>(
  em: Statements,
  keys: readonly (string | number)[],
  { name, shared, of }: Each<Row>,
): Question<Row>[] => {
  const bound = shared.length + 1
  const length = Math.max(1, Math.min(togetherMax(em), Math.floor(boundMax(em) / bound)))
  return inParts(tables(em), keys, length).map((part) => {
    const make = (db: Kysely<Tables>, value: ValueAt) => {
      const inAll = shared.map((_one, i) => value(i))
      const [first, ...others] = part.map((_, n) => of(db, value(shared.length + n), inAll))
      return others.reduce((all, one) => all.unionAll(one), first!)
    }
    const asked = statement<Row>(make, askEach, `${name} ${part.length}`)
    return { of: asked, values: [...shared, ...part] }
  })
}

/** What some questions find, one after the other. */
export const foundBy = async <Row>(
  em: Statements,
  questions: readonly Question<Row>[],
): Promise<Row[]> => {
  const found: Row[] = []
  for (const { of, values } of questions)
    // One by one: an account of an old fund has more rows than a call takes arguments.
    for (const row of await of(tables(em), values)) found.push(row)
  return found
}

/**
 * What is found of each of some keys, in no order. SQLite knows nothing of how many rows there are, and for a list of keys it
 * goes through a whole fund; for one key it takes the index. So it is asked for each of them, in one statement, which `name`
 * tells from those of others. `shared` are the values that the questions have in common, each bound again.
 */
export const eachOf = <Row>(
  em: Statements,
  keys: readonly (string | number)[],
  asked: Each<Row>,
): Promise<Row[]> => foundBy(em, questionsOf(em, keys, asked))

/** Rows in parts that one statement can take. */
export const chunksOf = <T extends object>(
  em: Statements,
  rows: readonly T[],
): (readonly T[])[] => {
  const columns = Object.keys(rows[0] ?? {}).length
  return inParts(tables(em), rows, Math.max(1, Math.floor(boundMax(em) / Math.max(1, columns))))
}

type Row = Readonly<Record<string, unknown>>
type Insert = InsertQueryBuilder<Tables, keyof Tables, InsertResult>

/** Whether each of some rows has a value for each of some columns, and for no other one. */
const areAlike = (rows: readonly Row[], columns: readonly string[]): boolean =>
  rows.every(
    (row) =>
      Object.keys(row).length === columns.length &&
      columns.every((column) => row[column] !== undefined),
  )

const insert = statements()

/**
 * Inserts rows in order, many a statement, values bound. `end` says what becomes of those that are there, and by its name
 * one end is told from another.
 */
export const insertRows = async (
  em: Statements,
  name: keyof Tables,
  rows: readonly object[],
  end: { readonly name: string; readonly of: (begun: Insert) => Insert } = {
    name: '',
    of: (begun) => begun,
  },
): Promise<void> => {
  const db = tables(em)
  const columns = Object.keys(rows[0] ?? {})
  const into = (values: readonly object[]) => end.of(db.insertInto(name).values(values as never))
  for (const part of chunksOf(em, rows) as (readonly Row[])[]) {
    if (!areAlike(part, columns)) {
      await into(part).execute()
      continue
    }
    const key = `${name} ${columns.join(',')} ${part.length} ${end.name}`
    const values = part.flatMap((row) => columns.map((column) => row[column]))
    await insert(db, key, values, (value) =>
      into(
        part.map((_, n) =>
          Object.fromEntries(columns.map((column, i) => [column, value(n * columns.length + i)])),
        ),
      ),
    )
  }
}

/** Inserts rows in order, many a statement, values bound. */
export const writeRows = <Name extends keyof Tables>(
  em: Statements,
  name: Name,
  rows: readonly Tables[Name][],
): Promise<void> => insertRows(em, name, rows)

/** Writes rows in place of those that have their keys; of two with one key the last one stands. */
export const putRows = async <Name extends keyof Tables>(
  em: Statements,
  name: Name,
  keys: readonly (keyof Tables[Name] & string)[],
  rows: readonly Tables[Name][],
): Promise<void> => {
  const names = Object.keys(rows[0] ?? {}) as (keyof Tables[Name] & string)[]
  const rest = names.filter((column) => !keys.includes(column))
  // PostgreSQL refuses a statement that would write one row twice.
  const last = new Map(rows.map((row) => [JSON.stringify(keys.map((key) => row[key])), row]))
  await insertRows(em, name, [...last.values()], {
    name: `put by ${keys.join(',')}`,
    of: (begun) =>
      begun.onConflict((conflict) =>
        conflict
          .columns(keys as never)
          .doUpdateSet(
            ({ ref }) =>
              Object.fromEntries(
                rest.map((column) => [column, ref(`excluded.${column}` as never)]),
              ) as never,
          ),
      ),
  })
}
