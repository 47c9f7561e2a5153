import type { LocalDate } from '#domain/kernel/dates.ts'
import type {
  Statement,
  StatementColumn,
  StatementNote,
  StatementRow,
  StatementTable,
} from '#domain/ledger/statement.ts'
import { charterOf, total } from '#domain/health/book.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'
import type { ListColumn } from '#src/lists/column.ts'
import { type LateAbout, lateTable } from '#src/exchange/statements/late.ts'

/** A column of a list as statements have it. */
export const listedColumn = ({ key, kind }: ListColumn): StatementColumn => ({
  key,
  kind: kind === 'percent' ? 'number' : kind === 'instant' ? 'text' : kind,
})

/** What some of the columns come to over all rows. */
export const sumsOf = (rows: readonly StatementRow[], keys: readonly string[]): StatementRow =>
  Object.fromEntries(keys.map((key) => [key, total(rows.map((row) => Number(row[key])))]))

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
  asked: StatementSource,
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
