import type { LocalDate } from '#domain/kernel/dates.ts'
import { percentOf } from '#domain/kernel/money.ts'
import type { FundBook } from '#domain/health/book.ts'
import { portfolioOn } from '#domain/health/portfolio.ts'
import { lastMonthEnds } from '#src/app/network/home.ts'

/**
 * What a fund held at the end of a month, in smallest units, and which part of its loans was more than 30 days late:
 * alone, and with what is put off by relief. Percentages with two decimals, null where nothing was lent.
 */
export type TrendMonth = {
  readonly month: string
  readonly cash: number
  readonly savings: number
  readonly loansOut: number
  readonly par30: number | null
  readonly par30WithRelief: number | null
}

/** The last twelve months that a book covers until a day, the oldest first; that day is the newest month's end. */
export const trendOf = (book: FundBook, asOf: LocalDate): readonly TrendMonth[] =>
  lastMonthEnds(book, asOf).map(({ on, ...end }) => {
    const { late, lateOrRelieved } = portfolioOn(book.loans, on)
    return {
      ...end,
      par30: percentOf(late, end.loansOut),
      par30WithRelief: percentOf(lateOrRelieved, end.loansOut),
    }
  })
