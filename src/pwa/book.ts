import { type FundBook } from '#domain/health/book.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import { boxFrom } from '#domain/ledger/box-list.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { operations } from '#domain/operations/all.ts'
import type { SubjectKind } from '#domain/ports.ts'
import { type Entry, type Village, copyOf, emptyVillage, evolve } from '#domain/village.ts'
import { type BookParts, bookFrom } from '#src/app/book-parts.ts'
import { partsWith } from '#src/app/kept-books.ts'
import { opened } from '#src/app/rows.ts'
import { isOfSavings, rowsWith } from '#src/app/savings-rows.ts'
import { rowsOfEntries, subjectRow, touchedIn } from '#src/app/views.ts'

/** A fund's book on a phone: the fold, and what pages read of it. */
export type PhoneBook = {
  readonly village: Village
  readonly last: JournalRow | undefined
  /** The journal has an entry that this app is too old to know: the fold stands before it, and decides nothing any more. */
  readonly isBehind: boolean
  readonly parts: BookParts
  /** What was posted to savings in the open. */
  readonly savings: ListOf<PostingRow>
}

export const emptyBook = (): PhoneBook => ({
  village: emptyVillage(),
  last: undefined,
  isBehind: false,
  parts: { subjects: new Map(), size: 0, balances: [], flags: [], box: boxFrom([], []) },
  savings: [],
})

/** The same book, which can go on by itself. */
export const bookCopy = (book: PhoneBook): PhoneBook => ({ ...book, village: copyOf(book.village) })

/** What no screen of a meeting reads, and the fold of a packed app does not hold (`src/packing/unread.ts`). */
const unread: ReadonlySet<SubjectKind> = new Set([
  ...(['hand', 'count-change', 'support', 'window', 'venture', 'borrowing'] as const),
  ...(['bank-line', 'summary'] as const),
])

const rereadParts = (book: PhoneBook, entries: readonly Entry[]): PhoneBook => {
  const { village } = book
  const { postings, flags } = rowsOfEntries(village, entries)
  const touched = [...touchedIn(village, entries).values()].filter(({ kind }) => !unread.has(kind))
  const subjects = touched.map((one) => subjectRow(village, one))
  return {
    ...book,
    parts: partsWith(book.parts, { postings, flags, subjects }),
    savings: rowsWith(book.savings, postings.filter(isOfSavings)),
  }
}

const known: ReadonlySet<string> = new Set(operations.map(({ entry }) => entry))

/** The version of entries that this app reads; a newer one means what it cannot know. */
const versionKnown = 1

/** Which entries an edition of this app reads. */
export type Reads = (row: JournalRow) => boolean

const isKnown: Reads = ({ type, v }) => known.has(type) && v <= versionKnown

/**
 * The book with rows that follow on its last one; its fold evolves in place. From the first entry on that this app is too old
 * for it only follows the chain: half a book would be a wrong one.
 */
export const bookAfter = (
  book: PhoneBook,
  rows: readonly JournalRow[],
  reads: Reads = isKnown,
): PhoneBook => {
  if (rows.length === 0) return book
  const odd = book.isBehind ? 0 : rows.findIndex((row) => !reads(row))
  const taken = odd < 0 ? rows : rows.slice(0, odd)
  const entries = taken.map((row) => opened(row))
  for (const entry of entries) evolve(book.village, entry)
  const after = entries.length === 0 ? book : rereadParts(book, entries)
  return { ...after, last: rows.at(-1), isBehind: odd >= 0 }
}

/** What pages read; undefined before the fund is founded. */
export const fundBookOf = ({ parts }: PhoneBook): FundBook | undefined => bookFrom(parts)
