import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type AccountKind, accountKinds, kindOf } from '#domain/ledger/accounts.ts'
import { type Range, accountLinesOf, kindLinesOf } from '#domain/ledger/balance-list.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import { movedWithin } from '#domain/ledger/running.ts'

/** A kind of account and its balance; smallest units, debit positive. */
export type StatementLine = {
  readonly kind: AccountKind
  readonly currency: Currency
  readonly amount: number
}

/** Balances by kind of account over a range of days, in the order of the chart of accounts. */
export const byKind = (
  rows: readonly BalanceRow[],
  { from, through, withClosing }: Range,
): StatementLine[] => {
  const sums = new Map<string, StatementLine>()
  const before = from === undefined ? undefined : dayBefore(from)
  for (const { kind, currency, isClosing, line } of kindLinesOf(rows)) {
    const amount = isClosing && !withClosing ? undefined : movedWithin(line, { before, through })
    if (amount === undefined) continue
    const key = `${kind} ${currency}`
    sums.set(key, { kind, currency, amount: (sums.get(key)?.amount ?? 0) + amount })
  }
  const place = ({ kind, currency }: StatementLine): string =>
    `${String(accountKinds.indexOf(kind)).padStart(2, '0')} ${currency}`
  return [...sums.values()].toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** What the lines of one kind come to. */
export const amountOf = (lines: readonly StatementLine[], kind: AccountKind): number =>
  lines.reduce((sum, line) => (line.kind === kind ? sum + line.amount : sum), 0)

/** Trial balance: every account that was ever posted to, zero included, because zero is a balance. */
type TrialBalanceLine = {
  readonly account: BalanceRow['account']
  readonly currency: Currency
  readonly debit: number
  readonly credit: number
}

export const trialBalance = (rows: readonly BalanceRow[], asOf: LocalDate): TrialBalanceLine[] => {
  return accountLinesOf(rows)
    .flatMap(({ account, currency, line }) => {
      const amount = movedWithin(line, { through: asOf })
      return amount === undefined ? [] : [{ account, currency, amount }]
    })
    .toSorted((a, b) => placeOf(a.account) - placeOf(b.account) || (a.account < b.account ? -1 : 1))
    .map(({ account, currency, amount }) => ({
      account,
      currency,
      debit: Math.max(amount, 0),
      credit: Math.max(0 - amount, 0),
    }))
}

const placeOf = (account: BalanceRow['account']): number => accountKinds.indexOf(kindOf(account))
