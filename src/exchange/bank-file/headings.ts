import { type Currency, isCurrency } from '#domain/kernel/money.ts'
import { headingOf } from '#src/exchange/paper-book/files.ts'

/** What a column of a bank's or wallet's list can be. */
export type BankColumn =
  | 'day'
  | 'reference'
  | 'description'
  | 'in'
  | 'out'
  | 'amount'
  | 'way'
  | 'balance'
  | 'currency'

/**
 * Headings that are known, English and then Khmer; of two for one thing the first in the list is read. Khmer ones are
 * drafts until a native speaker has read them. Whatever is not here is refused, because an unread column may change
 * what a line means: a fee, or a payment that failed.
 */
export const bankHeadings: Readonly<Record<BankColumn, readonly string[]>> = {
  day: [
    'transaction date',
    'date',
    'txn date',
    'trans date',
    'posting date',
    'date/time',
    'date and time',
    'value date',
    'ថ្ងៃប្រតិបត្តិការ',
    'កាលបរិច្ឆេទ',
    'ថ្ងៃ',
  ],
  reference: [
    'reference',
    'reference no',
    'reference number',
    'ref',
    'ref no',
    'transaction id',
    'txn id',
    'transaction no',
    'transaction reference',
    'លេខយោង',
    'លេខប្រតិបត្តិការ',
  ],
  description: [
    'description',
    'details',
    'particulars',
    'narrative',
    'remark',
    'remarks',
    'note',
    'purpose',
    'transaction details',
    'បរិយាយ',
    'ការពិពណ៌នា',
    'កំណត់សម្គាល់',
  ],
  in: [
    'money in',
    'credit',
    'credit amount',
    'deposit',
    'deposits',
    'paid in',
    'received',
    'cash in',
    'ប្រាក់ចូល',
    'ដាក់ប្រាក់',
    'ឥណទាន',
  ],
  out: [
    'money out',
    'debit',
    'debit amount',
    'withdrawal',
    'withdrawals',
    'paid out',
    'sent',
    'cash out',
    'ប្រាក់ចេញ',
    'ដកប្រាក់',
    'ឥណពន្ធ',
  ],
  amount: ['amount', 'transaction amount', 'ចំនួនទឹកប្រាក់', 'ចំនួន', 'ទឹកប្រាក់'],
  way: ['in/out', 'dr/cr', 'cr/dr', 'debit/credit', 'direction', 'ចូល/ចេញ'],
  balance: ['balance', 'running balance', 'ledger balance', 'balance after', 'សមតុល្យ'],
  currency: ['currency', 'ccy', 'រូបិយប័ណ្ណ'],
}

/** Headings that change nothing of a line: they are left unread. */
const unread: readonly string[] = ['', 'no', '#', 'time', 'branch', 'channel', 'ល.រ', 'ម៉ោង', 'សាខា']

export const bankColumns = Object.keys(bankHeadings) as readonly BankColumn[]

export type ReadHeading = {
  readonly column: BankColumn | 'unread' | 'unknown'
  /** The place in the list, the first one counts. */
  readonly rank: number
  /** "Credit (USD)" is of that currency. */
  readonly currency: Currency | undefined
}

const bare = (text: string): string =>
  text
    .replaceAll(/\([^()]*\)/g, '')
    .replaceAll('.', '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What a heading says; without a bracket, dots and spaces that nobody means. */
export const readHeading = (text: string): ReadHeading => {
  const heading = headingOf(text)
  const inBracket = /\(([^()]*)\)\s*$/.exec(heading)?.[1]?.trim().toUpperCase()
  const currency = isCurrency(inBracket) ? inBracket : undefined
  const name = bare(heading)
  for (const column of bankColumns) {
    const rank = bankHeadings[column].findIndex((one) => bare(headingOf(one)) === name)
    if (rank >= 0) return { column, rank, currency }
  }
  const isUnread = unread.some((one) => bare(headingOf(one)) === name)
  return { column: isUnread ? 'unread' : 'unknown', rank: 0, currency }
}
