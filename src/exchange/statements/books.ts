import { balancesOf } from '#domain/ledger/balance-list.ts'
import { statement } from '#src/exchange/statements/making.ts'
import { type AccountKind, accountKinds, kindOf } from '#domain/ledger/accounts.ts'
import {
  type Statement,
  type StatementRow,
  type StatementTable,
  column,
} from '#domain/ledger/statement.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import {
  type TrialBalanceLine,
  amountOf,
  trialBalance,
  withoutLoansAtZero,
} from '#domain/ledger/statements.ts'
import { costAccount, costKinds } from '#domain/fund/costs.ts'
import {
  type Period,
  atStart,
  balancesOn,
  charterOf,
  foreignCost,
  periodOf,
  resultsOf,
  total,
} from '#domain/health/book.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { accountName } from '#src/lists/account-name.ts'
import { type StatementSource } from '#src/exchange/statements/source.ts'

const ofAll = (): boolean => true

const trialColumns = [
  column.account('account'),
  column.text('currency'),
  column.sum('debit'),
  column.sum('credit'),
]

/** A line under the name by which people know the account. */
const namedLine = whileSame(
  ({ currency, place, debit, credit }: TrialBalanceLine, account: string) => ({
    place,
    row: Object.freeze({ account, currency, debit, credit }),
  }),
)

const trialBalanceWith = (
  asked: StatementSource,
  lines: readonly TrialBalanceLine[],
  more: Pick<StatementTable, 'loansAtZero'> = {},
): Statement => {
  const { book, asOf } = asked
  const own = charterOf(book, asOf).currency
  const ownLines = lines.filter(({ currency }) => currency === own)
  const rows = lines
    .map((line) => namedLine(line, accountName(book, line.account)))
    .toSorted((a, b) => a.place - b.place || (a.row.account < b.row.account ? -1 : 1))
    .map(({ row: told }) => told)
  return statement(asked, {
    name: 'trial-balance',
    from: null,
    columns: trialColumns,
    rows,
    // Sums of different currencies are never added up.
    totals: {
      account: 'total',
      currency: own,
      debit: total(ownLines.map(({ debit }) => debit)),
      credit: total(ownLines.map(({ credit }) => credit)),
    },
    late: ofAll,
    ...(lines.length === ownLines.length ? {} : { notes: [{ code: 'note-other-currencies' }] }),
    ...more,
  })
}

/** Every account that was ever posted to, by kind and number; postings only. */
export const trialBalanceOf = (asked: StatementSource): Statement =>
  trialBalanceWith(asked, trialBalance(asked.book.balances, asked.asOf))

/** The same as a page shows it, which tells of loans at zero how many they are; they move no total. */
export const trialBalanceOnPage = (asked: StatementSource): Statement => {
  const all = trialBalance(asked.book.balances, asked.asOf)
  const lines = withoutLoansAtZero(all)
  return trialBalanceWith(asked, lines, { loansAtZero: all.length - lines.length })
}

const row = (part: string, line: string, amount: number): StatementRow => ({ part, line, amount })
const unlessZero = (part: string, line: string, amount: number): StatementRow[] =>
  amount === 0 ? [] : [row(part, line, amount)]

const lineColumns = [column.code('part'), column.code('line'), column.sum('amount')]

const isEquity = (kind: AccountKind): boolean => kind.startsWith('equity:')
const isResult = (kind: AccountKind): boolean => /^(?:income|expense):/.test(kind)

/**
 * What the fund has and owes. The provision that the day needs is computed; until a close posts it, and carries the
 * result of the period, both say so in lines of their own.
 */
export const balanceSheetOf = (asked: StatementSource): Statement => {
  const { book, asOf } = asked
  const health = healthSumsOf(book, asOf)
  const lines = balancesOn(book, asOf)
  const owed = (kind: AccountKind): number => 0 - amountOf(lines, kind)
  const { currency } = charterOf(book, asOf)
  const provisionUnposted = 0 - health.provision - amountOf(lines, 'asset:loan-loss-provision')
  const resultUnposted =
    0 - total(accountKinds.filter(isResult).map((kind) => amountOf(lines, kind)))
  // As posted: where a repayment came after its period was closed, the loans themselves are ahead of the books.
  const loans = amountOf(lines, 'asset:loan')
  const beyondBook = health.gross_loan_portfolio - loans
  const liabilities = [
    row('liabilities', 'member-savings', health.member_savings),
    row('liabilities', 'social-fund', health.social_fund),
    row('liabilities', 'restricted', health.restricted_migration),
    ...unlessZero('liabilities', 'borrowing', owed('liability:borrowing')),
    ...unlessZero('liabilities', 'suspense', owed('liability:suspense')),
  ]
  const equity = [
    ...accountKinds.filter(isEquity).flatMap((kind) => unlessZero('equity', kind, owed(kind))),
    ...unlessZero('equity', 'result-unposted', resultUnposted),
    ...unlessZero('equity', 'provision-unposted', provisionUnposted),
  ]
  const isOpen = resultUnposted !== 0 || provisionUnposted !== 0
  return statement(asked, {
    name: 'balance-sheet',
    from: null,
    columns: lineColumns,
    rows: [
      row('assets', 'cash', health.cash),
      row('assets', 'loans', loans),
      row('assets', 'loan-loss-provision', 0 - health.provision),
      ...unlessZero('assets', 'advances', amountOf(lines, 'asset:advance')),
      ...unlessZero('assets', 'foreign-cash', foreignCost(lines, currency)),
      row('assets', 'total-assets', health.total_assets),
      ...liabilities,
      ...equity,
      row(
        'equity',
        'total-liabilities-and-equity',
        total([...liabilities, ...equity].map(({ amount }) => Number(amount))),
      ),
    ],
    notes: [
      ...(isOpen ? [{ code: 'note-not-closed' }] : []),
      ...(beyondBook === 0
        ? []
        : [
            {
              code: 'note-loans-by-facts',
              values: { sum: { sum: health.gross_loan_portfolio } },
            },
          ]),
    ],
    late: ofAll,
  })
}

/** What of the running costs was spent on what, and of how much it was not told; part of them, and no cost more. */
const costsByKind = ({ book }: StatementSource, { from, to }: Period) =>
  [...costKinds, undefined].flatMap((kind) => {
    const account = costAccount(kind)
    const own = balancesOf(book.balances, account).filter(
      (one) => from <= one.on && one.on <= to && !one.isClosing,
    )
    return unlessZero(
      'of-running-costs',
      `cost-${kind ?? 'not-told'}`,
      total(own.map(({ amount }) => amount)),
    )
  })

/** Income and costs of the period; provision is what the day needs over what was set aside at the start. */
export const incomeOf = (asked: StatementSource): Statement => {
  const { book, asOf } = asked
  const { surplus } = healthSumsOf(book, asOf)
  const period = periodOf(book, asOf)
  const { interest, otherIncome, runningCosts, otherCosts } = resultsOf(book, period)
  const provision = interest + otherIncome - runningCosts - otherCosts - surplus
  return statement(asked, {
    name: 'income',
    from: period.from,
    columns: lineColumns,
    rows: [
      row('income', 'interest-received', interest),
      row('income', 'other-income', otherIncome),
      row('costs', 'running-costs', runningCosts),
      ...costsByKind(asked, period),
      row('costs', 'other-costs', otherCosts),
      row('costs', 'provision-and-write-offs', provision),
    ],
    totals: row('surplus', 'surplus-of-period', surplus),
    notes: [
      {
        code: 'note-provision-at-start',
        values: { sum: { sum: atStart(book, period).provision } },
      },
    ],
    late: (account) => isResult(kindOf(account)),
  })
}
