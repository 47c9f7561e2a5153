import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Product } from '#domain/fund/charter/charter.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'

/** One general and one emergency loan at a time: whether another of the same sort is owed on a day. */
export const hasOtherLoan = (
  loans: ReadonlyMap<string, Loan>,
  asked: {
    readonly loanId: string
    readonly memberId: string
    readonly product: Product
    readonly on: LocalDate
  },
): boolean =>
  [...loans.values()].some((loan) => {
    const isSameSort = (loan.terms.product === 'emergency') === (asked.product === 'emergency')
    return (
      loan.loanId !== asked.loanId &&
      loan.memberId === asked.memberId &&
      isSameSort &&
      (standingOf(loan, asked.on)?.owed ?? 0) > 0
    )
  })
