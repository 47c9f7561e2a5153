import { statement } from '#src/exchange/statements/making.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type Statement, column } from '#domain/ledger/statement.ts'
import { charterOf, total } from '#domain/health/book.ts'
import { type StatementSource } from '#src/exchange/statements/source.ts'
import { takenBackBy } from '#domain/ledger/late-lines.ts'

const lines: Readonly<Record<string, string>> = {
  FundFounded: 'taken_over',
  SharesBought: 'savings_in',
  SavingsDeposited: 'savings_in',
  SocialContributionPaid: 'social_in',
  FinePaid: 'fines_in',
  RepaymentRecorded: 'repayments_in',
  PaymentSpread: 'repayments_in',
  DonationReceived: 'donations_in',
  LoanPaidOut: 'loans_out',
  LoanPartPaidOut: 'loans_out',
  SavingsWithdrawn: 'savings_out',
  SavingsPaidToHeirs: 'savings_out',
  SocialSupportPaid: 'social_out',
  GrantPaid: 'grants_out',
  SupportPartPaid: 'grants_out',
  DonationReturned: 'grants_out',
  ExpensePaid: 'expenses_out',
}

const cashColumns = [
  'taken_over',
  'savings_in',
  'social_in',
  'fines_in',
  'repayments_in',
  'donations_in',
  'loans_out',
  'savings_out',
  'social_out',
  'grants_out',
  'expenses_out',
  'other',
] as const

/** Private savings are savings to the cash book, in or out. */
const columnOf = (entryType: string, amount: number): string => {
  if (entryType === 'PrivateSavingsMoved') return amount > 0 ? 'savings_in' : 'savings_out'
  return lines[entryType] ?? 'other'
}

const box = 'asset:cash-box'

/** The box day by day as the ledger has it, whatever the committee's own totals say; money out with a minus. */
export const cashBookOf = (asked: StatementSource): Statement => {
  const { book, asOf, postings } = asked
  const { currency } = charterOf(book, asOf)
  const typeOf = new Map(postings.map(({ seq, entryType }) => [seq, entryType]))
  const back = takenBackBy(book)
  // A line that takes something back stands in the column of what it takes back.
  const moved = (ofDay: readonly PostingRow[]): Record<string, number> => {
    const sums: Record<string, number> = Object.fromEntries(cashColumns.map((key) => [key, 0]))
    for (const { seq, entryType, amount } of ofDay) {
      const original = typeOf.get(back.get(seq) ?? seq)
      const key = back.has(seq)
        ? columnOf(original ?? entryType, -amount)
        : columnOf(entryType, amount)
      sums[key]! += amount
    }
    return sums
  }
  const byDay = Map.groupBy(
    postings.filter(
      (line) => line.account === box && line.currency === currency && line.on <= asOf,
    ),
    ({ on }) => on,
  )
  let balance = 0
  const rows = [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, ofDay]) => {
      const opening = balance
      balance += total(ofDay.map(({ amount }) => amount))
      return { date, opening, ...moved(ofDay), closing: balance }
    })
  return statement(asked, {
    name: 'cash-book',
    from: null,
    columns: [
      column.day('date'),
      ...['opening', ...cashColumns, 'closing'].map((key) => column.sum(key)),
    ],
    rows,
    notes: [{ code: 'note-out-is-minus' }],
    late: (account) => account === box,
  })
}
