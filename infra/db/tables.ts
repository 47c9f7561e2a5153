import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type {
  KinDeclared,
  MemberName,
  MemberPhoto,
  Nominee,
} from '#domain/fund/people/particulars.ts'
import type { MessageRow } from '#domain/fund/messages.ts'
import type { HeldClaim, SealedFile } from '#domain/grants/files.ts'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import type {
  ActivityRow,
  Budget,
  Card,
  Device,
  Membership,
  OneTimeKey,
  SessionRow,
  SubjectRow,
  User,
} from '#domain/ports.ts'

type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Snake<Rest>}`
    : `_${Lowercase<First>}${Snake<Rest>}`
  : ''

/** A row as its table has it: `userId` is `user_id`, and what is not there is null. */
export type Columns<Row> = {
  readonly [Name in keyof Row & string as Snake<Name>]: undefined extends Row[Name]
    ? Exclude<Row[Name], undefined> | null
    : Row[Name]
}

/** A session without its card, which takes two columns. */
export type FlatSession = Omit<SessionRow, 'card'> & {
  readonly cardFundId: string | undefined
  readonly cardMemberId: string | undefined
}

type NoteRow = { readonly fundId: string; readonly subject: string; readonly text: string }

/** A row about a phone: the keyed hash that it is found by stands in `about`, since `mark` says who wrote it. */
export type KeptMessage = Omit<MessageRow, 'mark'> & { readonly about: string }

export type EntryTable = Columns<JournalRow>
export type PostingTable = Columns<Omit<PostingRow, 'on'>> & {
  readonly fund_id: string
  readonly book_on: string
}

/** A table whose rows bear a mark; null in what a program without the key wrote. */
export type WithMark<Row> = Columns<Row> & { readonly mark: string | null }

/** The tables as the statements see them: bound values, column names as stored. */
export type Tables = {
  readonly entry: EntryTable
  readonly posting: PostingTable
  readonly balance: {
    readonly fund_id: string
    readonly account: string
    readonly currency: string
    readonly book_on: string
    readonly closing: number
    readonly amount: number
  }
  readonly flag: Columns<FlagRow> & { readonly fund_id: string }
  readonly subject: SubjectRow & { readonly fund_id: string; readonly seq: number }
  readonly note: WithMark<NoteRow>
  readonly network_entry: Omit<EntryTable, 'fund_id'> & { readonly network_id: string }
  readonly network_subject: SubjectRow & { readonly network_id: string }
  readonly user_account: WithMark<User>
  readonly membership: WithMark<Membership>
  readonly device: WithMark<Device>
  readonly session: WithMark<FlatSession>
  readonly one_time_key: WithMark<OneTimeKey>
  readonly card: WithMark<Card>
  readonly budget: WithMark<Budget> & { readonly scope: string; readonly subject: string }
  readonly activity: WithMark<ActivityRow>
  readonly member_name: WithMark<MemberName>
  readonly member_photo: WithMark<MemberPhoto>
  readonly nominee: WithMark<Nominee>
  readonly kinship: WithMark<KinDeclared>
  readonly support_file: WithMark<SealedFile>
  readonly support_claim: WithMark<HeldClaim>
  readonly message_row: WithMark<KeptMessage>
  readonly register: {
    readonly scope: string
    readonly kind: string
    readonly changes: number
    readonly rows: number
    readonly digest: string
    readonly mark: string
  }
}

export const tables = (em: EntityManager): Kysely<Tables> => em.getKysely<Tables>()

/**
 * Whose rows a piece of work is about: the id of a fund or of a network. PostgreSQL shows it no others.
 * `allIds` may see nothing of any row but whose it is.
 */
export type Scope = string | typeof allIds
export const allIds = Symbol('all ids')

/** Runs work on a connection of the moment: a read, or a write that is all or nothing. */
export type Runs = {
  readonly read: <T>(scope: Scope, work: (em: EntityManager) => Promise<T>) => Promise<T>
  readonly transaction: <T>(scope: string, work: (em: EntityManager) => Promise<T>) => Promise<T>
}

/** A name that is made of another one, once: there are as many as columns, and every row of every page needs them. */
const namedOnce = (nameOf: (name: string) => string): ((name: string) => string) => {
  const names = new Map<string, string>()
  return (name) => {
    const known = names.get(name) ?? nameOf(name)
    names.set(name, known)
    return known
  }
}
const columnOf = namedOnce((name) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
)
const propertyOf = namedOnce((name) =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
)

export const toColumns = <Row extends object>(row: Row): Columns<Row> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [columnOf(name), value ?? null]),
  ) as Columns<Row>

export const fromColumns = <Row extends object>(columns: Columns<Row>): Row =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [propertyOf(name), value ?? undefined]),
  ) as Row

const boundMost = 3000

/** How many values one statement may bind: some databases take fewer, and their dialect says so. */
export const boundMax = (em: EntityManager): number => {
  const { adapter } = em.getKysely().getExecutor()
  return 'boundMax' in adapter ? Number(adapter.boundMax) : boundMost
}

/** So many questions make one statement; a Durable Object, which binds fewer values as well, takes five. */
const togetherMax = (em: EntityManager): number => (boundMax(em) < boundMost ? 5 : 100)

type Each<Key, Row> = {
  readonly of: (key: Key) => SelectQueryBuilder<Tables, keyof Tables, Row>
  /** How many values each question binds. */
  readonly bound: number
}

/** The statements for what is found of each of some keys. */
export const unionsOf = <Key, Row>(
  em: EntityManager,
  keys: readonly Key[],
  { of, bound }: Each<Key, Row>,
): SelectQueryBuilder<Tables, keyof Tables, Row>[] => {
  const length = Math.max(1, Math.min(togetherMax(em), Math.floor(boundMax(em) / bound)))
  return Array.from({ length: Math.ceil(keys.length / length) }, (_, i) => {
    const [first, ...others] = keys.slice(i * length, (i + 1) * length).map(of)
    return others.reduce((all, one) => all.unionAll(one), first!)
  })
}

/**
 * What is found of each of some keys, in no order. SQLite knows nothing of how many rows there are, and for a list of keys it
 * goes through a whole fund; for one key it takes the index. So it is asked for each of them, in one statement.
 */
export const eachOf = async <Key, Row>(
  em: EntityManager,
  keys: readonly Key[],
  asked: Each<Key, Row>,
): Promise<Row[]> => {
  const found: Row[] = []
  for (const query of unionsOf(em, keys, asked)) found.push(...(await query.execute()))
  return found
}

type Question<Row> = SelectQueryBuilder<Tables, keyof Tables, Row>
type Answers<Rows extends readonly unknown[]> = { [At in keyof Rows]: Rows[At][] }

/** What several questions find. Where a server is asked over a line they are one statement; elsewhere nothing is won by that. */
export const askAll = async <Rows extends readonly unknown[]>(
  em: EntityManager,
  ...questions: { readonly [At in keyof Rows]: Question<Rows[At]> }
): Promise<Answers<Rows>> => {
  const { adapter } = em.getKysely().getExecutor()
  const found: unknown[] = []
  if (!('asksAtOnce' in adapter)) {
    for (const question of questions) found.push(await question.execute())
    return found as Answers<Rows>
  }
  const parts = questions.map(
    (question, i) =>
      sql`(select coalesce(json_agg(found), '[]') from (${question}) as found) as ${sql.ref(`${i}`)}`,
  )
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(parts)}`.execute(tables(em))
  return questions.map((_, i) => rows[0]![i]) as Answers<Rows>
}

/** Rows in parts that one statement can take. */
export const chunksOf = <T extends object>(
  em: EntityManager,
  rows: readonly T[],
): (readonly T[])[] => {
  const columns = Object.keys(rows[0] ?? {}).length
  const length = Math.max(1, Math.floor(boundMax(em) / Math.max(1, columns)))
  return Array.from({ length: Math.ceil(rows.length / length) }, (_, i) =>
    rows.slice(i * length, (i + 1) * length),
  )
}

/** Inserts rows in order, many a statement, values bound. */
export const writeRows = async <Name extends keyof Tables>(
  em: EntityManager,
  name: Name,
  rows: readonly Tables[Name][],
): Promise<void> => {
  for (const chunk of chunksOf(em, rows)) {
    await tables(em)
      .insertInto(name)
      .values(chunk as never)
      .execute()
  }
}

/** Writes rows in place of those that have their keys; of two with one key the last one stands. */
export const putRows = async <Name extends keyof Tables>(
  em: EntityManager,
  name: Name,
  keys: readonly (keyof Tables[Name] & string)[],
  rows: readonly Tables[Name][],
): Promise<void> => {
  const names = Object.keys(rows[0] ?? {}) as (keyof Tables[Name] & string)[]
  const rest = names.filter((column) => !keys.includes(column))
  // PostgreSQL refuses a statement that would write one row twice.
  const last = new Map(rows.map((row) => [JSON.stringify(keys.map((key) => row[key])), row]))
  for (const chunk of chunksOf(em, [...last.values()])) {
    await tables(em)
      .insertInto(name)
      .values(chunk as never)
      .onConflict((conflict) =>
        conflict
          .columns(keys as never)
          .doUpdateSet(
            ({ ref }) =>
              Object.fromEntries(
                rest.map((column) => [column, ref(`excluded.${column}` as never)]),
              ) as never,
          ),
      )
      .execute()
  }
}
