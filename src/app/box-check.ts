import { type LocalDate, dayAfter } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { closedBefore } from '#src/app/meeting/meetings.ts'

/** The newest closing of the box, and what the books say that it held then. */
export type BoxCheck = {
  readonly on: LocalDate
  readonly booked: number
  readonly found: number
  /** Counted by note; otherwise the committee only wrote a total. */
  readonly isByNote: boolean
}

/** What the box held when it was last closed, against the book; undefined before any closing. */
export const boxCheckOf = (book: FundBook, asOf: LocalDate): BoxCheck | undefined => {
  const last = closedBefore(book, dayAfter(asOf))
  if (!last?.closing) return undefined
  return {
    on: last.heldOn,
    booked: balanceOf(postedOf(book.balances), 'asset:cash-box', last.heldOn),
    found: last.closing.amount,
    isByNote: last.closing.isByNote,
  }
}
