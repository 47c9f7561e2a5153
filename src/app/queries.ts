import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { kindLinesOf } from '#domain/ledger/balance-list.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type BookViews, bookFrom, readParts } from '#src/app/book-parts.ts'
import { type FollowedViews, keptBookOf } from '#src/app/kept-books.ts'

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

const lastDaysOf = (balances: FundBook['balances']): LocalDate[] =>
  [...kindLinesOf(balances)].flatMap(({ line }) => line.days.at(-1) ?? [])

/** The last day on which anything happened in the fund. */
export const lastDayOf = ({ meetings, balances, fund }: FundBook): LocalDate =>
  [...meetings.map(({ heldOn }) => heldOn), ...lastDaysOf(balances)].reduce(later, fund.openedOn)
