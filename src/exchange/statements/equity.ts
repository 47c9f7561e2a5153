import { statement, sumsOf } from '#src/exchange/statements/making.ts'
import { dayBefore } from '#domain/kernel/dates.ts'
import { type AccountKind, accountKinds, kindOf } from '#domain/ledger/accounts.ts'
import { type Statement, column } from '#domain/ledger/statement.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { balancesOn, periodOf, total } from '#domain/health/book.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { windUpOf } from '#domain/health/wind-up.ts'
import { type StatementSource } from '#src/exchange/statements/source.ts'

const equityKinds = accountKinds.filter((kind) => kind.startsWith('equity:'))
const resultKinds = accountKinds.filter((kind) => /^(?:income|expense):/.test(kind))

/** What the fund owns beyond what it owes, line by line: at the start of the period, what changed it, and now. */
export const changesInEquityOf = (asked: StatementSource): Statement => {
  const { book, asOf } = asked
  const health = healthSumsOf(book, asOf)
  const { from, holdsOpening } = periodOf(book, asOf)
  const now = balancesOn(book, asOf)
  // A fund that began within the period owned nothing before it.
  const before = holdsOpening ? [] : balancesOn(book, dayBefore(from))
  const row = (line: string, opening: number, closing: number) => ({
    line,
    opening,
    change: closing - opening,
    closing,
  })
  const equity = equityKinds.flatMap((kind) => {
    const [opening, closing] = [before, now].map((lines) => 0 - amountOf(lines, kind))
    return opening === 0 && closing === 0 ? [] : [row(kind, opening!, closing!)]
  })
  const earned = (lines: typeof now): number =>
    0 - total(resultKinds.map((kind: AccountKind) => amountOf(lines, kind)))
  const posted = equity.concat(row('result-unposted', earned(before), earned(now)))
  const owned = holdsOpening ? 0 : healthSumsOf(book, dayBefore(from)).reserve
  const unposted = row(
    'provision-unposted',
    owned - total(posted.map(({ opening }) => opening)),
    health.reserve - total(posted.map(({ closing }) => closing)),
  )
  const rows = posted.concat(unposted)
  return statement(asked, {
    name: 'changes-in-equity',
    from,
    columns: [
      column.code('line'),
      column.sum('opening'),
      column.sum('change'),
      column.sum('closing'),
    ],
    rows,
    totals: { line: 'equity', ...sumsOf(rows, ['opening', 'change', 'closing']) },
    late: (account) => /^(?:equity|income|expense):/.test(kindOf(account)),
  })
}

/** What would be paid if the fund ended on the day, for the meeting to see before it votes. */
export const windUpStatement = (asked: StatementSource): Statement => {
  const { cash, loans, provision, claims } = windUpOf(asked.book, asked.asOf)
  const rows = claims.map(({ claimant, owed, fromCash, fromLoans, short }) => ({
    claim: `claim-${claimant}`,
    owed,
    from_cash: fromCash,
    from_loans: fromLoans,
    short,
  }))
  return statement(asked, {
    name: 'wind-up',
    from: null,
    columns: [
      column.code('claim'),
      column.sum('owed'),
      column.sum('from_cash'),
      column.sum('from_loans'),
      column.sum('short'),
    ],
    rows,
    totals: { claim: 'total', ...sumsOf(rows, ['owed', 'from_cash', 'from_loans', 'short']) },
    notes: [
      {
        code: 'note-wind-up',
        values: { cash: { sum: cash }, back: { sum: loans - provision }, loans: { sum: loans } },
      },
      { code: 'note-decides-nothing' },
    ],
    late: () => true,
  })
}
