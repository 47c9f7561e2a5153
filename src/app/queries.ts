import type { LocalDate } from '#domain/kernel/dates.ts'
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

/** The last day on which anything happened in the fund. */
export const lastDayOf = ({ meetings, balances, fund }: FundBook): LocalDate =>
  [...meetings.map(({ heldOn }) => heldOn), ...balances.map(({ on }) => on)].reduce(
    (a, b) => (a > b ? a : b),
    fund.openedOn,
  )
