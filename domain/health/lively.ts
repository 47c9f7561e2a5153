import type { LocalDate } from '#domain/kernel/dates.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { type FundBook, standingsOn } from '#domain/health/book.ts'
import { onceADay } from '#domain/health/once.ts'

/** Whether anything of a loan is owed, or was lent, paid, given up or due since a day. */
const isLivelySince =
  (from: LocalDate) =>
  ({ loan, owed, overdue, splits, dues, writeOffs }: LoanStanding): boolean =>
    owed !== 0 ||
    overdue !== 0 ||
    loan.origin.on >= from ||
    [splits, dues, writeOffs].some((dated) => dated.some(({ on }) => on >= from))

/**
 * Loans that the figures of a day can be made of: those that were over before its year are most of an old book, and nothing
 * of them is in any figure.
 */
export const livelyStandingsOn = onceADay(
  (loans: FundBook['loans'], day: LocalDate): readonly LoanStanding[] =>
    standingsOn({ loans }, day).filter(isLivelySince(`${day.slice(0, 4)}-01-01`)),
)
