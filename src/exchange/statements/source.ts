import type { LocalDate } from '#domain/kernel/dates.ts'
import type { LateLine } from '#domain/ledger/late-lines.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import type { FundBook } from '#domain/health/book.ts'

/** What every statement is made from: the book as it was known at an instant, and a day. */
export type StatementSource = {
  readonly book: FundBook
  readonly asOf: LocalDate
  /** ISO 8601 in UTC; null for as it is known now. */
  readonly knownAt: string | null
  /** Words kept beside the journal, by what they are about. */
  readonly notes: ReadonlyMap<string, string>
  /** All that was posted by the entries that were known, in the order of the journal, later days among it. */
  readonly postings: readonly PostingRow[]
  /** What came when its period was closed, where it is known already; else it is found among the postings. */
  readonly late?: readonly LateLine[]
}
