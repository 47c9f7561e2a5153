import type { FundBook } from '#domain/health/book.ts'

/** A book with the lists put together that a kept one puts together only when somebody reads them. */
export const plainly = <Book extends FundBook | undefined>(book: Book): Book =>
  book && { ...book, balances: [...book.balances], cashPostings: [...book.cashPostings] }
