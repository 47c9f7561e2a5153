import { z } from '@hono/zod-openapi'
import type { TypedResponse } from 'hono'
import { decodeBase64Url, encodeBase64Url } from 'hono/utils/encode'
import { placeIn } from '#domain/kernel/blocks.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type LocalDate, isLocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { LateLine } from '#domain/ledger/late-lines.ts'
import type { FundBook } from '#domain/health/book.ts'
import { lateOf, postingsTo } from '#src/app/queries.ts'
import { bookKnownAt, instantOf } from '#src/app/known-at.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FieldFault, problem } from '#src/http/problem.ts'

export const day = z.string().refine(isLocalDate, 'date-impossible').openapi({ format: 'date' })
export const sum = z.int().openapi({ description: 'In the smallest unit of the currency' })
export const id = z.string().openapi({ format: 'uuid' })
export const anId = z.string().refine(isUuid, 'not-an-id').openapi({ format: 'uuid' })
export const yesOrNo = z
  .enum(['true', 'false'], 'not-true-or-false')
  .transform((value) => value === 'true')
  .openapi({ type: 'boolean' })

const instant = z.iso.datetime({ offset: true, error: 'not-an-instant' })

/** The day whose balances are asked for, and the instant at which they were known. */
export const times = {
  asOf: day
    .optional()
    .openapi({ description: 'Effective day; today where it is left out', example: '2025-12-31' }),
  knownAt: instant.optional().openapi({
    format: 'date-time',
    description:
      'The book as it was known at this instant; as it is known now where it is left out',
    example: '2025-12-31T02:00:00Z',
  }),
}

const limitMax = 200
const limitUsual = 50

/** How far a page of a list goes and where it begins; a cursor of another list cannot be read. */
export const pagingOf = (list: string) => ({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'limit-not-whole')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= limitMax, 'limit-out-of-range')
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: limitMax, default: limitUsual }),
  cursor: z
    .string()
    .refine((cursor) => keyIn(list, cursor) !== undefined, 'cursor-unreadable')
    .optional()
    .openapi({ description: '`nextCursor` of the page before' }),
})

type Paging<T> = {
  readonly list: string
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly key: (row: T) => string
}

const cursorLengthMax = 400

const cursorOf = (list: string, key: string): string =>
  encodeBase64Url(new TextEncoder().encode(`${list} ${key}`).buffer).replaceAll('=', '')

const keyIn = (list: string, cursor: string): string | undefined => {
  if (cursor.length > cursorLengthMax || !/^[\w-]+$/.test(cursor)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(decodeBase64Url(cursor))
    return text.startsWith(`${list} `) ? text.slice(list.length + 1) : undefined
  } catch {
    return undefined
  }
}

/** A key for cursors whose order as text is the order as numbers. */
export const numberKey = (...parts: readonly number[]): string =>
  parts.map((part) => String(part).padStart(12, '0')).join('.')

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** Of a list that stays, as most of a book's do, the order stays: a page of it costs as much as it is long. */
const inOrder = whileSame((rows: readonly unknown[], key: (row: never) => string) =>
  rows.map((row) => ({ row, at: key(row as never) })).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
)

const byKeys = <T>(rows: readonly T[], key: (row: T) => string) =>
  inOrder(rows, key) as readonly { readonly row: T; readonly at: string }[]

/** One page of rows by their keys. It goes on where the last one ended, whatever has come in between. */
export const paged = <T>(
  rows: readonly T[],
  { list, limit = limitUsual, cursor, key }: Paging<T>,
): { items: T[]; nextCursor: string | null } => {
  const after = cursor === undefined ? undefined : keyIn(list, cursor)
  const all = byKeys(rows, key)
  const from = after === undefined ? 0 : placeIn(all, ({ at }) => at <= after)
  const shown = all.slice(from, from + limit)
  return {
    items: shown.map(({ row }) => row),
    nextCursor: all.length > from + limit ? cursorOf(list, shown.at(-1)!.at) : null,
  }
}

/** A fund's book for the times that were asked, and what reads it further. */
export type QueriedBook = {
  readonly book: FundBook
  readonly asOf: LocalDate
  /** The instant at which the book was so known; null for now. */
  readonly knownAt: string | null
  /** Those of later days too; of some accounts where they are named. */
  readonly allPostings: (accounts: readonly AccountId[] | 'all') => Promise<readonly PostingRow[]>
  /** What came when its period was closed. */
  readonly late: () => Promise<readonly LateLine[]>
  /** Of one account, or of all. */
  readonly postings: (account?: AccountId) => Promise<readonly PostingRow[]>
}

/** Why a read has no answer; routes tell the types of their answers, and of these the documents tell. */
export type NoAnswer = Response & TypedResponse<never, never, never>

const fault = (field: FieldFault): NoAnswer =>
  problem(400, 'invalid-request', { errors: [field] }) as NoAnswer

/** There is none, or none of theirs: one answer for both, as the guard gives it. */
export const none = (): NoAnswer => problem(404, 'not-found') as NoAnswer

/** Whether rows about this member may be told: a household reads of its own alone. */
export const isOpenTo = (context: HttpContext, memberId: string): boolean => {
  const { scope, ownMemberId } = context.get('fund')
  return scope === 'all' || memberId === ownMemberId
}

/** Ten years ahead: the longest loan has ended by then, and every month of it takes time to work out. */
const furthestFrom = (today: LocalDate): LocalDate => monthlyDay(today, 120, 31)

/** The book of the fund in the path for the times of the query, or why it has none for that day or that instant. */
export const bookForQuery = async (context: HttpContext): Promise<QueriedBook | NoAnswer> => {
  const { asOf, knownAt } = context.req.query()
  const { store, today } = context.get('needs')
  const { fundId } = context.get('fund')
  const instant = knownAt === undefined ? undefined : instantOf(knownAt)
  const known = await bookKnownAt(store, fundId, instant)
  if (!known) return fault({ pointer: '/knownAt', code: 'before-the-fund-was-recorded' })
  const { views, book } = known
  const asked = asOf ?? today()
  if (asked < book.fund.openedOn) return fault({ pointer: '/asOf', code: 'before-the-fund-began' })
  if (asked > furthestFrom(today())) return fault({ pointer: '/asOf', code: 'date-too-far' })
  return {
    book,
    asOf: asked,
    knownAt: instant ?? null,
    allPostings: (accounts) => postingsTo(views, fundId, accounts),
    late: () => lateOf(views, fundId, book),
    postings: (account) =>
      views.postings(fundId, {
        through: asked,
        ...(account === undefined ? {} : { accounts: [account] }),
      }),
  }
}

/** What a statement is made from, with the words that are kept beside the journal. */
export const statementForQuery = async (
  context: HttpContext,
  { book, asOf, knownAt, allPostings, late }: QueriedBook,
  accounts: readonly AccountId[] | 'all',
): Promise<StatementSource> => {
  const notes = await context.get('needs').store.of(context.get('fund').fundId)
  const postings = await allPostings(accounts)
  return { book, asOf, knownAt, notes, postings, late: await late() }
}
