import { lateLines } from '#domain/ledger/late-lines.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type StatementTable, column } from '#domain/ledger/statement.ts'
import { charterOf, periodOf } from '#domain/health/book.ts'
import { accountName } from '#src/lists/account-name.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'

/** Whether a line of an account concerns a statement. */
export type LateAbout = (account: PostingRow['account']) => boolean

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
  const shown = (asked.late ?? lateLines(asked)).filter(
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
