import type { LocalDate } from '#domain/kernel/dates.ts'
import { type AccountId, accountKinds, kindOf, subjectOf } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { amountOf, trialBalance } from '#domain/ledger/statements.ts'
import {
  type FundBook,
  atStart,
  balancesOn,
  periodOf,
  resultsOf,
  total,
} from '#domain/health/book.ts'
import type { HealthFigures } from '#domain/health/health.ts'
import type { Report } from '#src/exchange/report.ts'

/** An account as people know it: its kind and the card, loan or window number. */
export const accountName = (book: FundBook, account: AccountId): string => {
  const kind = kindOf(account)
  const subject = subjectOf(account)
  if (subject === undefined) return kind
  const number =
    kind === 'asset:loan'
      ? book.loans.find(({ loanId }) => loanId === subject)?.number
      : (book.members.find(({ memberId }) => memberId === subject)?.card ?? subject)
  return `${kind}:${number ?? subject}`
}

export const trialBalanceReport = (book: FundBook, asOf: LocalDate): Report => {
  const lines = trialBalance(book.balances, asOf)
  const place = ({ account }: { readonly account: AccountId }): number =>
    accountKinds.indexOf(kindOf(account))
  const named = lines
    .map((line) => ({ ...line, place: place(line), account: accountName(book, line.account) }))
    .toSorted((a, b) => a.place - b.place || (a.account < b.account ? -1 : 1))
    .map(({ account, currency, debit, credit }) => ({ account, currency, debit, credit }))
  return {
    title: `Trial balance on ${asOf}, postings only`,
    columns: [
      { key: 'account', heading: 'Account', kind: 'text' },
      { key: 'currency', heading: 'Currency', kind: 'text' },
      { key: 'debit', heading: 'Debit', kind: 'sum' },
      { key: 'credit', heading: 'Credit', kind: 'sum' },
    ],
    rows: named,
    totals: {
      account: 'Total',
      currency: '',
      debit: total(lines.map(({ debit }) => debit)),
      credit: total(lines.map(({ credit }) => credit)),
    },
  }
}

const statementColumns: Report['columns'] = [
  { key: 'part', heading: 'Part', kind: 'text' },
  { key: 'line', heading: 'Line', kind: 'text' },
  { key: 'amount', heading: 'Amount', kind: 'sum' },
]

/** What the fund has and owes. Provision and surplus of the day are computed; what is not posted says so. */
export const balanceSheetReport = (book: FundBook, health: HealthFigures): Report => {
  const lines = balancesOn(book, health.as_of)
  const owed = (kind: Parameters<typeof amountOf>[1]): number => 0 - amountOf(lines, kind)
  const unposted = 0 - health.provision - amountOf(lines, 'asset:loan-loss-provision')
  const posted = health.reserve - unposted
  const row = (part: string, line: string, amount: number) => ({ part, line, amount })
  const optional = (part: string, line: string, amount: number) =>
    amount === 0 ? [] : [row(part, line, amount)]
  const liabilities = [
    row('liabilities', 'member savings', health.member_savings),
    row('liabilities', 'social fund', health.social_fund),
    row('liabilities', 'restricted grant windows', health.restricted_migration),
    ...optional('liabilities', 'borrowing', owed('liability:borrowing')),
    ...optional(
      'liabilities',
      'suspense: money whose owner must say what it is for',
      owed('liability:suspense'),
    ),
  ]
  return {
    title: `Balance sheet on ${health.as_of}`,
    columns: statementColumns,
    rows: [
      row('assets', 'cash', health.cash),
      row('assets', 'loans', health.gross_loan_portfolio),
      row('assets', 'loan-loss provision', 0 - health.provision),
      ...optional('assets', 'advances', amountOf(lines, 'asset:advance')),
      row('assets', 'total assets', health.total_assets),
      ...liabilities,
      row('equity', 'reserves and results, posted', posted),
      row('equity', 'provision of the day, unposted', unposted),
      row(
        'equity',
        'total liabilities and equity',
        total(liabilities.map(({ amount }) => amount)) + health.reserve,
      ),
    ],
  }
}

/** Income and costs of the period; provision is what the day needs over what was set aside at the start. */
export const incomeReport = (book: FundBook, health: HealthFigures): Report => {
  const period = periodOf(book, health.as_of)
  const { interest, otherIncome, runningCosts, otherCosts } = resultsOf(book, period)
  const provision = interest + otherIncome - runningCosts - otherCosts - health.surplus
  const row = (part: string, line: string, amount: number) => ({ part, line, amount })
  return {
    title: `Income statement from ${period.from} to ${period.to}`,
    columns: statementColumns,
    rows: [
      row('income', 'interest received', interest),
      row('income', 'donations for running costs and other income', otherIncome),
      row('costs', 'running costs', runningCosts),
      row('costs', 'interest paid and cash shortage', otherCosts),
      row(
        'costs',
        `provision and write-offs (at the start ${atStart(book, period).provision} was set aside)`,
        provision,
      ),
    ],
    totals: { part: 'surplus', line: 'surplus of the period', amount: health.surplus },
  }
}

const cashLines: Readonly<Record<string, string>> = {
  FundFounded: 'taken_over',
  SharesBought: 'savings_in',
  SocialContributionPaid: 'social_in',
  FinePaid: 'fines_in',
  RepaymentRecorded: 'repayments_in',
  DonationReceived: 'donations_in',
  LoanPaidOut: 'loans_out',
  SavingsWithdrawn: 'savings_out',
  SocialSupportPaid: 'social_out',
  GrantPaid: 'grants_out',
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
]

/** The box day by day as the ledger has it, whatever the committee's own totals say. */
export const cashBookReport = (book: FundBook, asOf: LocalDate): Report => {
  const byDay = Map.groupBy(
    book.cashPostings.filter(({ on }) => on <= asOf),
    ({ on }) => on,
  )
  let balance = 0
  const rows = [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, postings]) => {
      const opening = balance
      balance += total(postings.map(({ amount }) => amount))
      return { date, opening, ...movedThatDay(postings), closing: balance }
    })
  return {
    title: `Cash book to ${asOf}, money out with a minus`,
    columns: [
      { key: 'date', heading: 'Date', kind: 'text' },
      ...['opening', ...cashColumns, 'closing'].map((key) => ({
        key,
        heading: key.replaceAll('_', ' '),
        kind: 'sum' as const,
      })),
    ],
    rows,
  }
}

const movedThatDay = (postings: readonly PostingRow[]): Record<string, number> => {
  const moved: Record<string, number> = Object.fromEntries(cashColumns.map((column) => [column, 0]))
  for (const { entryType, amount } of postings) moved[cashLines[entryType] ?? 'other']! += amount
  return moved
}
