import type { JournalRow } from '#domain/ledger/entry.ts'
import { bookAfter, emptyBook, fundBookOf } from '#src/pwa/book.ts'

/** The book of some rows, as the app that was packed for phones folds them. */
export const folded = (rows: readonly JournalRow[]) => fundBookOf(bookAfter(emptyBook(), rows))
