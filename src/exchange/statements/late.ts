import { type LocalDate, dayAfter } from '#domain/kernel/dates.ts'
import { type PostingRow, takesBack } from '#domain/ledger/rows.ts'
import { type StatementTable, column } from '#domain/ledger/statement.ts'
import { type FundBook, charterOf, periodOf } from '#domain/health/book.ts'
import { accountName } from '#src/lists/account-name.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'

/** Whether a line of an account concerns a statement. */
export type LateAbout = (account: PostingRow['account']) => boolean

/** A posting of an entry that came when the period it belongs to was closed already. */
type LateLine = PostingRow & {
  /** The day on which it happened; of a line that takes back, the day of what it takes back. */
  readonly trueDay: LocalDate
}

/** Seq of the entry that an entry takes back, by its own. */
export const takenBackBy = ({ flags }: Pick<FundBook, 'flags'>): ReadonlyMap<number, number> =>
  new Map(
    flags
      .filter(({ flag }) => flag === takesBack)
      .map(({ seq, subject }) => [seq, Number(subject.slice('entry:'.length))]),
  )

/**
 * Postings that stand on the first open day because their own day was closed when they came. A close that had
 * nothing to post has left no trace among postings, and is not seen here.
 */
export const lateLines = ({
  book,
  postings,
}: Pick<StatementSource, 'postings'> & { readonly book: Pick<FundBook, 'flags'> }): LateLine[] => {
  const back = takenBackBy(book)
  const dayOf = new Map(postings.map(({ seq, effectiveOn }) => [seq, effectiveOn]))
  const lines: LateLine[] = []
  let closed: LocalDate | undefined
  for (const line of postings) {
    if (line.entryType === 'PeriodClosed') closed = line.effectiveOn
    else if (closed !== undefined && line.on === dayAfter(closed)) {
      const trueDay = dayOf.get(back.get(line.seq) ?? line.seq) ?? line.effectiveOn
      if (trueDay <= closed) lines.push({ ...line, trueDay })
    }
  }
  return lines
}

export const lateColumns = [
  column.day('true_day'),
  column.day('booked_on'),
  column.number('entry'),
  column.code('what'),
  column.account('account'),
  column.sum('amount'),
  column.code('where'),
] as const

/**
 * What a reader of a statement should know of closed periods: lines in it that belong to an earlier one, and lines
 * that belong to it and stand in a later one. Undefined where there are none.
 */
export const lateTable = (
  asked: StatementSource,
  isAbout: LateAbout,
): StatementTable | undefined => {
  const { book, asOf } = asked
  const { from } = periodOf(book, asOf)
  const shown = lateLines(asked).filter(
    ({ account, on, trueDay }) =>
      isAbout(account) && ((on >= from && on <= asOf) || (trueDay <= asOf && on > asOf)),
  )
  if (shown.length === 0) return undefined
  // A file has no other place to say that a sum is of another money than the statement's.
  const isOfOthers = shown.some(({ currency }) => currency !== charterOf(book, asOf).currency)
  return {
    name: 'late-entries',
    columns: [...lateColumns, ...(isOfOthers ? [column.text('currency')] : [])],
    rows: shown.map(({ trueDay, on, seq, entryType, account, amount, currency }) => ({
      true_day: trueDay,
      booked_on: on,
      entry: seq,
      what: entryType,
      account: accountName(book, account),
      amount,
      currency,
      where: on > asOf ? 'belongs-here' : 'belongs-earlier',
    })),
  }
}
