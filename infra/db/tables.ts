import type { SqlEntityManager } from '@mikro-orm/sql'
import type { Kysely } from 'kysely'
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

export type NoteRow = { readonly fundId: string; readonly subject: string; readonly text: string }

/** A row about a phone: the keyed hash that it is found by stands in `about`, since `mark` says who wrote it. */
export type KeptMessage = Omit<MessageRow, 'mark'> & { readonly about: string }

export type EntryTable = Columns<JournalRow>
/** A posting: its account by number, and the day of its entry where that is another than its own. */
export type PostingTable = Columns<Pick<PostingRow, 'seq' | 'line' | 'entryType' | 'amount'>> & {
  readonly fund_id: string
  readonly account: number
  readonly book_on: string
  readonly effective_on: string | null
}

/** A table whose rows bear a mark; null in what a program without the key wrote. */
export type WithMark<Row> = Columns<Row> & { readonly mark: string | null }

/** The tables as the statements see them: bound values, column names as stored. */
export type Tables = {
  readonly entry: EntryTable
  readonly posting: PostingTable
  readonly account: {
    readonly fund_id: string
    readonly number: number
    readonly account: string
    readonly currency: string
  }
  readonly balance: {
    readonly fund_id: string
    readonly account: number
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

/** Where statements go: a connection, or the transaction that it is in. Of the ORM's own this is all that is used. */
export type Statements = Pick<SqlEntityManager, 'getKysely'>

/** A connection, or a transaction, as the place where statements go. */
export const onKysely = (kysely: Kysely<Tables>): Statements =>
  ({ getKysely: () => kysely }) as unknown as Statements

export const tables = (em: Statements): Kysely<Tables> => em.getKysely<Tables>()

/** Runs work whose writes stand all or none. A rollback that fails as well does not hide why it was asked for. */
export const inTransaction = async <T>(
  em: Statements,
  work: (em: Statements) => Promise<T>,
): Promise<T> => {
  const open = await tables(em).startTransaction().execute()
  try {
    const done = await work(onKysely(open))
    await open.commit().execute()
    return done
  } catch (error) {
    await open
      .rollback()
      .execute()
      .catch(() => undefined)
    throw error
  }
}

/**
 * Whose rows a piece of work is about: the id of a fund or of a network. PostgreSQL shows it no others.
 * `allIds` may see nothing of any row but whose it is.
 */
export type Scope = string | typeof allIds
export const allIds = Symbol('all ids')

/** Runs work on a connection of the moment: a read, or a write that is all or nothing. */
export type Runs = {
  readonly read: <T>(scope: Scope, work: (em: Statements) => Promise<T>) => Promise<T>
  readonly transaction: <T>(scope: string, work: (em: Statements) => Promise<T>) => Promise<T>
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

export const toColumns = <Row extends object>(row: Row): Columns<Row> => {
  const columns: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) columns[columnOf(name)] = value ?? null
  return columns as Columns<Row>
}

export const fromColumns = <Row extends object>(columns: Columns<Row>): Row => {
  const row: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(columns)) row[propertyOf(name)] = value ?? undefined
  return row as Row
}
