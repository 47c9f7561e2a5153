import { type FundBook } from '#domain/health/book.ts'
import { boxFrom } from '#domain/ledger/box-list.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type Entry, type Village, copyOf, emptyVillage, evolve } from '#domain/village.ts'
import { type BookParts, bookFrom } from '#src/app/book-parts.ts'
import { partsWith } from '#src/app/kept-books.ts'
import { opened } from '#src/app/rows.ts'
import { isOfSavings, rowsWith } from '#src/app/savings-rows.ts'
import { viewChanges } from '#src/app/views.ts'

/** A fund's book on a phone: the fold, and what pages read of it. */
export type PhoneBook = {
  readonly village: Village
  readonly last: JournalRow | undefined
  readonly parts: BookParts
  /** What was posted to savings in the open. */
  readonly savings: readonly PostingRow[]
}

export const emptyBook = (): PhoneBook => ({
  village: emptyVillage(),
  last: undefined,
  parts: { subjects: new Map(), size: 0, balances: [], flags: [], box: boxFrom([], []) },
  savings: [],
})

/** The same book, which can go on by itself. */
export const bookCopy = (book: PhoneBook): PhoneBook => ({ ...book, village: copyOf(book.village) })

const rereadParts = (book: PhoneBook, entries: readonly Entry[]): PhoneBook => {
  const news = viewChanges(book.village, entries)
  return {
    ...book,
    parts: partsWith(book.parts, news),
    savings: rowsWith(book.savings, news.postings.filter(isOfSavings)),
  }
}

/** The book with rows that follow on its last one; its fold evolves in place. */
export const bookAfter = (book: PhoneBook, rows: readonly JournalRow[]): PhoneBook => {
  if (rows.length === 0) return book
  const entries = rows.map((row) => opened(row))
  for (const entry of entries) evolve(book.village, entry)
  return { ...rereadParts(book, entries), last: rows.at(-1) }
}

/** What pages read; undefined before the fund is founded. */
export const fundBookOf = ({ parts }: PhoneBook): FundBook | undefined => bookFrom(parts)
