import { inBlocks } from '#domain/kernel/blocks.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { balancesAnd } from '#domain/ledger/balance-list.ts'
import { type Posting, difference } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { FundBook } from '#domain/health/book.ts'

const isOfDeath = ({ eventId }: Loan['deferrals'][number]): boolean => eventId === 'death'

type Bare = { readonly loan: Loan; readonly moved: readonly Posting[] }

/** A loan without its windows, and what that moves in the books; undefined where it has none. */
const bareOf = whileSame((loan: Loan): Bare | undefined => {
  if (loan.deferrals.every(isOfDeath)) return undefined
  const bare = Object.freeze({ ...loan, deferrals: loan.deferrals.filter(isOfDeath) })
  return { loan: bare, moved: difference(books(loan), books(bare)) }
})

const bareLoans = inBlocks((loans: readonly Loan[]) =>
  loans.map((loan) => bareOf(loan)?.loan ?? loan),
)

const relievedIn = inBlocks((loans: readonly Loan[]) => loans.flatMap((loan) => bareOf(loan) ?? []))

const noEvents: FundBook['events'] = Object.freeze([])

/**
 * The same book as if relief had never been given: every payment stands, and each loan is counted without its
 * windows. Undefined where no relief was. A death is none.
 */
export const withoutRelief = whileSame((book: FundBook): FundBook | undefined => {
  const relieved = relievedIn(book.loans)
  if (relieved.length === 0) return undefined
  const moved = relieved.flatMap((one) => one.moved)
  return Object.freeze({
    ...book,
    events: noEvents,
    loans: bareLoans(book.loans),
    balances: balancesAnd(
      book.balances,
      moved.map((posting) => ({ ...posting, isClosing: false })),
    ),
  })
})
