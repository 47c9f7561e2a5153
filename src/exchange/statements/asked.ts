import type { LocalDate } from '#domain/kernel/dates.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import type { Statement, StatementNote, StatementTable } from '#domain/ledger/statement.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { type LateAbout, lateTable } from '#src/exchange/statements/late.ts'

/** What every statement is made from: the book as it was known at an instant, and a day. */
export type Asked = {
  readonly book: FundBook
  readonly asOf: LocalDate
  /** ISO 8601 in UTC; null for as it is known now. */
  readonly knownAt: string | null
  /** Words kept beside the journal, by what they are about. */
  readonly notes: ReadonlyMap<string, string>
  /** All that was posted by the entries that were known, in the order of the journal, later days among it. */
  readonly postings: readonly PostingRow[]
}

type Made = StatementTable & {
  readonly name: Statement['name']
  readonly from: LocalDate | null
  readonly card?: string
  readonly notes?: readonly StatementNote[]
  readonly more?: readonly StatementTable[]
  /** Which lines of closed periods concern it. */
  readonly late: LateAbout
}

/** A statement in the common shape, with the entries that belong to a period that was closed already. */
export const statement = (
  asked: Asked,
  { from, card, notes = [], more = [], late, ...table }: Made,
): Statement => {
  const lateOnes = lateTable(asked, late)
  return {
    ...table,
    period: { from, to: asked.asOf },
    knownAt: asked.knownAt,
    currency: charterOf(asked.book, asked.asOf).currency,
    card: card ?? null,
    notes: [...notes, ...(lateOnes === undefined ? [] : [{ code: 'note-late' }])],
    more: [...more, ...(lateOnes === undefined ? [] : [lateOnes])],
  }
}
