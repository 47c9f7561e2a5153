import {
  type Compilable,
  type CompiledQuery,
  ControlledTransaction,
  type DatabaseConnection,
  type Kysely,
  SqliteAdapter,
  sql,
} from 'kysely'
import type { Tables } from '#infra/db/tables.ts'

/*
 * What is asked with every request is put into words once a connection: to build a statement and to write it out takes
 * several times as long as SQLite takes to answer it.
 */

type Database = Kysely<Tables>

/** Stands in a statement where a value is bound when it is asked. */
class Place {
  readonly at: number

  constructor(at: number) {
    this.at = at
  }
}

/** The place of a value in a statement, whatever the value's type is. */
export type ValueAt = (at: number) => never
const valueAt = ((at: number) => new Place(at)) as unknown as ValueAt

/** A connection that answers in the moment in which it is asked. */
type Near = {
  readonly connection: DatabaseConnection
  /** Whether nobody's transaction is open on it. */
  readonly isFree: () => boolean
  /** A text that is another one once somebody has written into one of some tables. */
  readonly editionOf: (tables: readonly string[]) => string
}
const nearBy = new WeakMap<object, Near>()

/**
 * Has statements asked of a connection without waiting in line for it, which takes longer than they do: while a transaction is
 * open, those of the transaction alone.
 */
export const answersAtOnce = async (
  db: Database,
  how: Pick<Near, 'isFree' | 'editionOf'>,
): Promise<void> => {
  const executor = db.getExecutor()
  const connection = await executor.provideConnection(async (found) => found)
  nearBy.set(executor.adapter, { connection, ...how })
}

/** The edition of some tables, where what is asked now is asked of a connection that knows it, and of no open transaction. */
const editionNow = (db: Database, names: readonly (keyof Tables)[]): string | undefined => {
  const near = db.isTransaction ? undefined : nearBy.get(db.getExecutor().adapter)
  return near?.isFree() ? near.editionOf(names) : undefined
}

const isOpen = (db: Database): boolean =>
  db instanceof ControlledTransaction && !db.isCommitted && !db.isRolledBack

const answered = async <Row>(db: Database, query: CompiledQuery<Row>): Promise<Row[]> => {
  const near = nearBy.get(db.getExecutor().adapter)
  const isNow = near !== undefined && (db.isTransaction ? isOpen(db) : near.isFree())
  const { rows } = await (isNow ? near.connection.executeQuery<Row>(query) : db.executeQuery(query))
  return rows
}

/** So many are kept of one kind; a list of another length may be another statement. Of a long one writing is the least. */
const keptMax = 300
const lengthMax = 20_000

/** Statements of one kind, told apart by a key. Whatever stands in one, and in no place of a value, belongs into its key. */
export const statements = () => {
  const known = new WeakMap<object, Map<string, CompiledQuery>>()
  return async <Row>(
    db: Database,
    key: string,
    values: readonly unknown[],
    make: (value: ValueAt) => Compilable<Row>,
  ): Promise<Row[]> => {
    const { adapter } = db.getExecutor()
    const ours = known.get(adapter) ?? new Map<string, CompiledQuery>()
    known.set(adapter, ours)
    const query = ours.get(key) ?? make(valueAt).compile()
    if (query.sql.length <= lengthMax) {
      if (ours.size >= keptMax && !ours.has(key)) ours.clear()
      ours.set(key, query)
    }
    const parameters = query.parameters.map((one) => (one instanceof Place ? values[one.at] : one))
    return answered(db, { ...query, parameters } as CompiledQuery<Row>)
  }
}

type Make<Row> = (db: Database, value: ValueAt) => Compilable<Row>

/** A statement that is asked with values; `make` puts it into another one. */
export type Statement<Row> = {
  (db: Database, values: readonly unknown[]): Promise<Row[]>
  readonly make: Make<Row>
}

/** One statement, asked each time with other values. */
export const statement = <Row>(make: Make<Row>, ask = statements(), key = ''): Statement<Row> =>
  Object.assign(
    (db: Database, values: readonly unknown[]): Promise<Row[]> =>
      ask(db, key, values, (value) => make(db, value)),
    { make },
  )

/** A statement with the values that it is asked with. */
export type Question<Row> = { readonly of: Statement<Row>; readonly values: readonly unknown[] }
type Answers<Rows extends readonly unknown[]> = { -readonly [At in keyof Rows]: Rows[At][] }

const askAtOnce = statements()

/** Several questions that are told from others by a name. */
type Together = {
  readonly name: string
  /** Whether the others need to be asked at all, by what the first one found; one statement asks them anyhow. */
  readonly goesOn?: (first: readonly unknown[]) => boolean
}

/**
 * What several questions find. Where a server is asked over a line they are one statement; elsewhere nothing is won by that.
 */
export const askAll = async <Rows extends readonly unknown[]>(
  db: Database,
  { name, goesOn = () => true }: Together,
  ...questions: { readonly [At in keyof Rows]: Question<Rows[At]> }
): Promise<Answers<Rows>> => {
  const asked = questions as unknown as readonly Question<unknown>[]
  const found: unknown[] = []
  if (!('asksAtOnce' in db.getExecutor().adapter)) {
    for (const [i, { of, values }] of asked.entries())
      found.push(i === 0 || goesOn(found[0] as readonly unknown[]) ? await of(db, values) : [])
    return found as Answers<Rows>
  }
  const all = asked.flatMap(({ values }) => values)
  const [row] = await askAtOnce<Record<string, unknown>>(db, name, all, (value) => {
    let bound = 0
    const parts = asked.map(({ of, values }, i) => {
      const before = bound
      bound += values.length
      const question = of.make(db, ((at) => value(before + at)) as ValueAt)
      return sql`(select coalesce(json_agg(found), '[]') from (${question}) as found) as ${sql.ref(`${i}`)}`
    })
    const query = sql<Record<string, unknown>>`select ${sql.join(parts)}`
    return { compile: () => query.compile(db) }
  })
  return asked.map((_, i) => row![i]) as Answers<Rows>
}

/**
 * How many rows at most. SQLite prepares a statement anew whenever a number is bound there, to plan by it; one that it cannot
 * look at it leaves alone.
 */
export const atMost = (rows: number | never) => sql<number>`cast(${rows} as integer)`

/** Whether a statement costs no way to a server. */
export const isNear = (db: Database): boolean => db.getExecutor().adapter instanceof SqliteAdapter

/** A list in parts of at most so many. Near by few lengths are enough for every list: 37 rows are 32, 4 and 1. */
export const inParts = <T>(db: Database, all: readonly T[], most: number): (readonly T[])[] => {
  const parts: (readonly T[])[] = []
  const isSplit = isNear(db)
  for (let from = 0; from < all.length;) {
    const left = Math.min(all.length - from, most)
    const length = isSplit ? 2 ** Math.floor(Math.log2(left)) : left
    parts.push(all.slice(from, from + length))
    from += length
  }
  return parts
}

/*
 * Every request asks who it is that asks, of rows that seldom change. What was found, with its marks looked at, stands until
 * somebody writes into one of the tables that it is from: over this connection, which counts what it writes, or over another
 * one, which SQLite tells. So it is what would be found again, and a right that was taken away is gone with the next question.
 */

/** So much is kept of one kind; then it begins anew. */
const answersMax = 2000

type Kept<Answer> = { readonly edition: string; readonly answers: Map<string, Answer> }

/** Answers of one kind, each under a name, from some tables. Nothing is kept of what is not there, which anybody could ask for. */
export const keptAnswers = <Answer>(names: readonly (keyof Tables)[]) => {
  const known = new WeakMap<object, Kept<Answer>>()
  return async (
    db: Kysely<Tables>,
    name: string,
    ask: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> => {
    // Asked before the rows are: what is written meanwhile makes of it an answer of before.
    const edition = editionNow(db, names)
    if (edition === undefined) return ask()
    const { adapter } = db.getExecutor()
    const before = known.get(adapter)
    const isStill = before?.edition === edition && before.answers.size < answersMax
    const kept = isStill ? before : { edition, answers: new Map<string, Answer>() }
    known.set(adapter, kept)
    const answer = kept.answers.get(name) ?? (await ask())
    if (answer !== undefined) kept.answers.set(name, answer)
    return answer
  }
}
