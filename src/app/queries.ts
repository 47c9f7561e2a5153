import { type LocalDate, later } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { kindLinesOf } from '#domain/ledger/balance-list.ts'
import { lastMoved } from '#domain/ledger/running.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type BookViews, bookFrom, readParts } from '#src/app/book-parts.ts'
import { type FollowedViews, keptBookOf, lateLinesOf } from '#src/app/kept-books.ts'
import { type LateLine, lateLines } from '#domain/ledger/late-lines.ts'

export type { BookViews } from '#src/app/book-parts.ts'

const isFollowed = (views: BookViews | FollowedViews): views is FollowedViews =>
  'viewsHead' in views

/**
 * A fund's book; undefined when there is no such fund. Of a store's views only what changed since they were asked last is
 * read; those of a village as it was known once are read whole.
 */
export const bookOf = async (
  views: BookViews | FollowedViews,
  fundId: string,
): Promise<FundBook | undefined> =>
  isFollowed(views) ? keptBookOf(views, fundId) : bookFrom(await readParts(views, fundId))

/** Postings to some accounts, or to all; nothing is asked where none is named. */
export const postingsTo = async (
  views: Pick<BookViews, 'postings'>,
  fundId: string,
  accounts: readonly AccountId[] | 'all',
): Promise<readonly PostingRow[]> => {
  if (accounts === 'all') return views.postings(fundId, {})
  return accounts.length === 0 ? [] : views.postings(fundId, { accounts })
}

/** What came when its period was closed, by the views that a book is of. */
export const lateOf = async (
  views: BookViews | FollowedViews,
  fundId: string,
  book: FundBook,
): Promise<readonly LateLine[]> =>
  isFollowed(views)
    ? lateLinesOf(views, fundId, book)
    : lateLines({ book, postings: await views.postings(fundId, {}) })

const lastDaysOf = (balances: FundBook['balances']): LocalDate[] =>
  [...kindLinesOf(balances)].flatMap(({ line }) => lastMoved(line) ?? [])

/** The last day on which anything happened in the fund. */
export const lastDayOf = ({ meetings, balances, fund }: FundBook): LocalDate =>
  [...meetings.map(({ heldOn }) => heldOn), ...lastDaysOf(balances)].reduce(later, fund.openedOn)
