import type { JournalRow } from '#domain/ledger/entry.ts'
import { bookAfter, emptyBook, fundBookOf } from '#src/pwa/book.ts'

/** The book of some rows, as the app that was packed for phones folds them. */
export const folded = (rows: readonly JournalRow[]) => fundBookOf(bookAfter(emptyBook(), rows))

/** A phone’s book after each row, and what it decides. */
export { bookAfter, emptyBook } from '#src/pwa/book.ts'
export { decide } from '#domain/village.ts'
