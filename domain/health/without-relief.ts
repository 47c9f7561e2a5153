import { difference } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { FundBook } from '#domain/health/book.ts'

const isOfDeath = ({ eventId }: Loan['deferrals'][number]): boolean => eventId === 'death'

/**
 * The same book as if relief had never been given: every payment stands, and each loan is counted without its
 * windows. Undefined where no relief was. A death is none.
 */
export const withoutRelief = (book: FundBook): FundBook | undefined => {
  const relieved = book.loans.filter((loan) => !loan.deferrals.every(isOfDeath))
  if (relieved.length === 0) return undefined
  const bare = new Map(
    relieved.map((loan) => [loan.loanId, { ...loan, deferrals: loan.deferrals.filter(isOfDeath) }]),
  )
  const moved = relieved.flatMap((loan) => difference(books(loan), books(bare.get(loan.loanId)!)))
  return {
    ...book,
    events: [],
    loans: book.loans.map((loan) => bare.get(loan.loanId) ?? loan),
    balances: [...book.balances, ...moved.map((posting) => ({ ...posting, isClosing: false }))],
  }
}
