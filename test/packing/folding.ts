import type { JournalRow } from '#domain/ledger/entry.ts'
import { bookAfter, emptyBook, fundBookOf } from '#src/pwa/book.ts'

/** The book of some rows, as the app that was packed for phones folds them. */
export const folded = (rows: readonly JournalRow[]) => fundBookOf(bookAfter(emptyBook(), rows))

/** A phone’s book after each row, and what it decides. */
export { bookAfter, emptyBook } from '#src/pwa/book.ts'
export { decide } from '#domain/village.ts'

/** What is done beside the table, as a packed phone asks it. */
export { besideActs } from '#src/pwa/beside/acts.ts'
export { phoneDesk } from '#src/pwa/beside/desk.ts'

/** What a meeting reads aloud at its end. */
export { minutesOf } from '#src/app/meeting/minutes.ts'
export { lineHeading, lineText } from '#src/pages/meeting/minute-text.ts'
