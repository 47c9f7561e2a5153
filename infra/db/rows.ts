import type { AccountId } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { BalanceRow, PostingRow } from '#domain/ledger/rows.ts'
import { insertRows } from '#infra/db/many-rows.ts'
import {
  type Statements,
  type EntryTable,
  type PostingTable,
  type Tables,
} from '#infra/db/tables.ts'

/** A stored text; where damage made it something else, a text that no entry was ever hashed with. */
const text = (value: unknown): string =>
  typeof value === 'string' ? value : `not a text: ${String(value)}`

const whole = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : -1)

/** A journal's row; whose it is stands in a column that is named by the kind of journal. */
export const entryOf = (
  owner: string,
  row: Omit<EntryTable, 'fund_id'> & Readonly<Record<string, unknown>>,
): JournalRow => ({
  fundId: text(row[owner]),
  seq: whole(row.seq),
  id: text(row.id),
  type: text(row.type),
  v: whole(row.v),
  effectiveOn: text(row.effective_on),
  recordedAt: text(row.recorded_at),
  recordedBy: text(row.recorded_by),
  device: text(row.device),
  commandHash: text(row.command_hash),
  reverses: row.reverses === null ? undefined : text(row.reverses),
  data: text(row.data),
  prevHash: text(row.prev_hash),
  hash: text(row.hash),
})

export const postingOf = (fundId: string, row: PostingRow): PostingTable => ({
  fund_id: fundId,
  seq: row.seq,
  line: row.line,
  entry_type: row.entryType,
  effective_on: row.effectiveOn,
  account: row.account,
  currency: row.currency,
  book_on: row.on,
  amount: row.amount,
})

export const toPostingRow = (row: PostingTable): PostingRow => ({
  seq: row.seq,
  line: row.line,
  entryType: row.entry_type,
  effectiveOn: row.effective_on,
  account: row.account as AccountId,
  currency: row.currency as Currency,
  on: row.book_on,
  amount: row.amount,
})

export const balanceOf = (row: Tables['balance']): BalanceRow => ({
  account: row.account as AccountId,
  currency: row.currency as Currency,
  on: row.book_on,
  isClosing: row.closing === 1,
  amount: row.amount,
})

/** Adds postings to the balances of their accounts and days; period closes are kept apart. */
export const addToBalances = async (
  em: Statements,
  postings: readonly PostingTable[],
): Promise<void> => {
  const sums = new Map<string, Tables['balance']>()
  for (const { fund_id, account, currency, book_on, amount, entry_type } of postings) {
    const closing = entry_type === 'PeriodClosed' ? 1 : 0
    const key = `${account} ${currency} ${book_on} ${closing}`
    sums.set(key, {
      fund_id,
      account,
      currency,
      book_on,
      closing,
      amount: (sums.get(key)?.amount ?? 0) + amount,
    })
  }
  await insertRows(em, 'balance', [...sums.values()], {
    name: 'added',
    of: (begun) =>
      begun.onConflict((conflict) =>
        conflict
          .columns(['fund_id', 'account', 'currency', 'book_on', 'closing'])
          .doUpdateSet(({ eb, ref }) => ({
            amount: eb(ref('balance.amount'), '+', ref('excluded.amount' as never)),
          })),
      ),
  })
}
