import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'

/** What one entry posted on one day: it comes to zero in each currency. */
export type Transaction = {
  readonly on: LocalDate
  readonly seq: number
  readonly entryType: string
  readonly postings: readonly PostingRow[]
}

/** Postings as transactions, by day and then as they were written. */
export const transactionsOf = (rows: readonly PostingRow[]): readonly Transaction[] =>
  [...Map.groupBy(rows, ({ seq, on }) => `${on} ${String(seq).padStart(12, '0')}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, postings]) => {
      const { on, seq, entryType } = postings[0]!
      return { on, seq, entryType, postings: postings.toSorted((a, b) => a.line - b.line) }
    })

/** A sum of smallest units as a decimal with the digits that the currency is recorded in. */
export const decimal = (amount: number, currency: Currency): string => {
  const places = decimalsOf(currency)
  const digits = String(Math.abs(amount)).padStart(places + 1, '0')
  const sign = amount < 0 ? '-' : ''
  if (places === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export type Balance = {
  readonly account: AccountId
  readonly currency: Currency
  readonly amount: number
}

/** What every account that was posted to comes to, zero included. */
export const balancesOf = (rows: readonly PostingRow[]): readonly Balance[] =>
  [...Map.groupBy(rows, ({ account, currency }) => `${account} ${currency}`).values()].map(
    (group) => ({
      account: group[0]!.account,
      currency: group[0]!.currency,
      amount: group.reduce((sum, { amount }) => sum + amount, 0),
    }),
  )
