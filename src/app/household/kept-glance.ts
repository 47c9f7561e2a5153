import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { type Glance, glanceOf } from '#src/app/network/home.ts'
import { type BookViews, bookOf } from '#src/app/queries.ts'
import type { FollowedViews } from '#src/app/kept-books.ts'

type Seen = { readonly glance: Glance; readonly charter: Charter }

const seenOn = whileSame((book: FundBook, today: LocalDate): Seen => {
  const day = later(today, book.fund.openedOn)
  return { glance: glanceOf(book, day), charter: charterOf(book, day) }
})

/**
 * A fund at a glance, counted anew only when its book has grown or the day has turned: the first page
 * is open to anybody, and must not cost as much as a report each time.
 */
export const glanceOn = async (
  store: BookViews | FollowedViews,
  fundId: string,
  today: LocalDate,
): Promise<Seen | undefined> => {
  const book = await bookOf(store, fundId)
  return book && seenOn(book, today)
}
