import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type AccountKind, accountKinds, kindOf } from '#domain/ledger/accounts.ts'
import {
  type AccountLine,
  type Range,
  accountLinesOf,
  kindLinesOf,
} from '#domain/ledger/balance-list.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import { lastMoved, movedWithin, sumThrough } from '#domain/ledger/running.ts'

/** A kind of account and its balance; smallest units, debit positive. */
export type StatementLine = {
  readonly kind: AccountKind
  readonly currency: Currency
  readonly amount: number
}

/** Balances by kind of account over a range of days, in the order of the chart of accounts. */
export const byKind = (
  rows: ListOf<BalanceRow>,
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
export type TrialBalanceLine = Pick<AccountLine, 'account' | 'currency' | 'place'> & {
  readonly debit: number
  readonly credit: number
}

const lineOf = ({ account, currency, place }: AccountLine, amount: number): TrialBalanceLine =>
  Object.freeze({
    account,
    currency,
    place,
    debit: Math.max(amount, 0),
    credit: Math.max(0 - amount, 0),
  })

/** An account after all that was posted to it, which most accounts of an old fund are left as. */
const lastLineOf = whileSame((of: AccountLine) => lineOf(of, sumThrough(of.line)))

const linesOn = inBlocks((lines: readonly AccountLine[], asOf: LocalDate) =>
  lines.flatMap((of) => {
    if (lastMoved(of.line)! <= asOf) return [lastLineOf(of)]
    const amount = movedWithin(of.line, { through: asOf })
    return amount === undefined ? [] : [lineOf(of, amount)]
  }),
)

/** The accounts of a day, in the order of the chart. */
export const trialBalance = (
  rows: ListOf<BalanceRow>,
  asOf: LocalDate,
): readonly TrialBalanceLine[] => linesOn(accountLinesOf(rows), asOf)

const withoutOver = inBlocks((lines: readonly TrialBalanceLine[]) =>
  lines.filter(
    ({ account, debit, credit }) => debit !== 0 || credit !== 0 || kindOf(account) !== 'asset:loan',
  ),
)

/** The same without loans at zero: each loan is an account of its own, and most of an old fund are paid off. */
export const withoutLoansAtZero = (
  lines: readonly TrialBalanceLine[],
): readonly TrialBalanceLine[] => withoutOver(lines)
