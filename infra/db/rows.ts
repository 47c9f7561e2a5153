import type { Kysely } from 'kysely'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { BalanceRow, PostingRow } from '#domain/ledger/rows.ts'
import type { SubjectRow } from '#domain/ports.ts'

type EntryTable = {
  readonly fund_id: string
  readonly seq: number
  readonly id: string
  readonly type: string
  readonly v: number
  readonly effective_on: string
  readonly recorded_at: string
  readonly recorded_by: string
  readonly device: string
  readonly command_hash: string
  readonly reverses: string | null
  readonly data: string
  readonly prev_hash: string
  readonly hash: string
}

type PostingTable = {
  readonly fund_id: string
  readonly seq: number
  readonly line: number
  readonly entry_type: string
  readonly effective_on: string
  readonly account: string
  readonly currency: string
  readonly book_on: string
  readonly amount: number
}

/** The tables as the batch writes see them: bound values, column names as stored. */
export type Tables = {
  readonly entry: EntryTable
  readonly posting: PostingTable
  readonly balance: {
    readonly fund_id: string
    readonly account: string
    readonly currency: string
    readonly book_on: string
    readonly closing: number
    readonly amount: number
  }
  readonly flag: {
    readonly fund_id: string
    readonly seq: number
    readonly flag: string
    readonly entry_type: string
    readonly effective_on: string
    readonly subject: string
  }
  readonly subject: SubjectRow & { readonly fund_id: string }
  readonly note: { readonly fund_id: string; readonly subject: string; readonly text: string }
}

/** A stored text; where damage made it something else, a text that no entry was ever hashed with. */
const text = (value: unknown): string =>
  typeof value === 'string' ? value : `not a text: ${String(value)}`

const whole = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : -1)

export const entryOf = (row: EntryTable): JournalRow => ({
  fundId: text(row.fund_id),
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

export const rowOf = (row: JournalRow): EntryTable => ({
  fund_id: row.fundId,
  seq: row.seq,
  id: row.id,
  type: row.type,
  v: row.v,
  effective_on: row.effectiveOn,
  recorded_at: row.recordedAt,
  recorded_by: row.recordedBy,
  device: row.device,
  command_hash: row.commandHash,
  reverses: row.reverses ?? null,
  data: row.data,
  prev_hash: row.prevHash,
  hash: row.hash,
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

const chunkLength = 200

const chunksOf = <T>(rows: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / chunkLength) }, (_, i) =>
    rows.slice(i * chunkLength, (i + 1) * chunkLength),
  )

/** Inserts rows in order, many a statement, values bound. */
export const writeRows = async <Name extends 'entry' | 'posting' | 'flag'>(
  tables: Kysely<Tables>,
  name: Name,
  rows: readonly Tables[Name][],
): Promise<void> => {
  for (const chunk of chunksOf(rows)) {
    await tables
      .insertInto(name)
      .values(chunk as never)
      .execute()
  }
}

/** Adds postings to the balances of their accounts and days; period closes are kept apart. */
export const addToBalances = async (
  tables: Kysely<Tables>,
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
  for (const chunk of chunksOf([...sums.values()])) {
    await tables
      .insertInto('balance')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['fund_id', 'account', 'currency', 'book_on', 'closing'])
          .doUpdateSet(({ eb, ref }) => ({
            amount: eb(ref('balance.amount'), '+', ref('excluded.amount')),
          })),
      )
      .execute()
  }
}

/** Writes subjects as they now stand, in place of what stood. */
export const putSubjects = async (
  tables: Kysely<Tables>,
  rows: readonly Tables['subject'][],
): Promise<void> => {
  for (const chunk of chunksOf(rows)) {
    await tables
      .insertInto('subject')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['fund_id', 'kind', 'key'])
          .doUpdateSet(({ ref }) => ({ data: ref('excluded.data') })),
      )
      .execute()
  }
}

/** Writes notes in place of what was said about the same thing. */
export const putNotes = async (
  tables: Kysely<Tables>,
  rows: readonly Tables['note'][],
): Promise<void> => {
  for (const chunk of chunksOf(rows)) {
    await tables
      .insertInto('note')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['fund_id', 'subject'])
          .doUpdateSet(({ ref }) => ({ text: ref('excluded.text') })),
      )
      .execute()
  }
}
