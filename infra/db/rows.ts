import type { AccountId } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type AccountRow, accountNumbers } from '#infra/db/accounts.ts'
import { stored } from '#infra/db/bytes.ts'
import { insertRows } from '#infra/db/many-rows.ts'
import {
  type Statements,
  type EntryTable,
  type PostingTable,
  type Tables,
  tables,
} from '#infra/db/tables.ts'

/** A stored text; where damage made it something else, a text that no entry was ever hashed with. */
const text = (value: unknown): string =>
  typeof value === 'string' ? value : `not a text: ${String(value)}`

const whole = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : -1)

/** A row of somebody's journal. */
export const entryOf = (
  fundId: string,
  row: Omit<EntryTable, 'fund_id' | 'id' | 'command_hash' | 'prev_hash' | 'hash'>,
  [id, commandHash, prevHash, hash]: readonly (string | undefined)[],
): JournalRow => ({
  fundId,
  seq: whole(row.seq),
  id: text(id),
  type: text(row.type),
  v: whole(row.v),
  effectiveOn: text(row.effective_on),
  recordedAt: text(row.recorded_at),
  recordedBy: text(row.recorded_by),
  device: text(row.device),
  commandHash: text(commandHash),
  reverses: row.reverses === null ? undefined : text(row.reverses),
  data: text(row.data),
  prevHash: text(prevHash),
  hash: text(hash),
})

/** What stands for a posting once its account is known by number. */
export const postingOf = (fund: string, account: number, row: PostingRow): PostingTable => ({
  fund_id: fund,
  seq: row.seq,
  line: row.line,
  entry_type: row.entryType,
  effective_on: row.effectiveOn === row.on ? null : row.effectiveOn,
  account,
  book_on: row.on,
  amount: row.amount,
})

/** What the number of an account stands for, which is missing where somebody wrote into the table. */
type Named = { readonly account: string | null; readonly currency: string | null }

export const accountOf = (named: Named | undefined, number: number) => ({
  account: (named?.account ?? `no account ${number}`) as AccountId,
  currency: (named?.currency ?? '') as Currency,
})

export const toPostingRow = (
  row: Omit<PostingTable, 'fund_id' | 'account'> & Named & { readonly number: number },
): PostingRow => ({
  seq: row.seq,
  line: row.line,
  entryType: row.entry_type,
  effectiveOn: row.effective_on ?? row.book_on,
  ...accountOf(row, row.number),
  on: row.book_on,
  amount: row.amount,
})

/** Adds postings to the balances of their accounts and days; period closes are kept apart. */
const addToBalances = async (em: Statements, postings: readonly PostingTable[]): Promise<void> => {
  const sums = new Map<string, Tables['balance']>()
  for (const { fund_id, account, book_on, amount, entry_type } of postings) {
    const closing = entry_type === 'PeriodClosed' ? 1 : 0
    const key = `${account} ${book_on} ${closing}`
    const sum = (sums.get(key)?.amount ?? 0) + amount
    sums.set(key, { fund_id, account, book_on, closing, amount: sum })
  }
  await insertRows(em, 'balance', [...sums.values()], {
    name: 'added',
    of: (begun) =>
      begun.onConflict((conflict) =>
        conflict
          .columns(['fund_id', 'account', 'book_on', 'closing'])
          .doUpdateSet(({ eb, ref }) => ({
            amount: eb(ref('balance.amount'), '+', ref('excluded.amount' as never)),
          })),
      ),
  })
}

/** Writes postings, and adds them to the balances. */
export const writePostings = async (
  em: Statements,
  fundId: string,
  rows: readonly PostingRow[],
  accounts?: readonly AccountRow[],
): Promise<void> => {
  if (rows.length === 0) return
  const numberOf = await accountNumbers(em, fundId, rows, accounts)
  const fund = stored(tables(em), fundId)
  const postings = rows.map((row) => postingOf(fund, numberOf(row), row))
  await insertRows(em, 'posting', postings)
  await addToBalances(em, postings)
}
