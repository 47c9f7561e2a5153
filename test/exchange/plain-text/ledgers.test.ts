import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { beancountFile, hledgerJournal } from '#src/exchange/plain-text/ledgers.ts'
import { readableNames } from '#src/exchange/plain-text/names.ts'
import { decimal, transactionsOf } from '#src/exchange/plain-text/transactions.ts'

const posted = (
  of: Pick<PostingRow, 'seq' | 'line' | 'on' | 'account' | 'amount'> & Partial<PostingRow>,
): PostingRow => ({ entryType: 'Told', effectiveOn: of.on, currency: 'KHR', ...of })

const book = {
  members: [{ memberId: 'm1', card: 'M01' }],
  loans: [{ loanId: 'l1', number: 'L25-1' }],
} as unknown as Pick<FundBook, 'members' | 'loans'>

/** An entry of the 2nd that was written down before one of the 1st, and one in two currencies. */
const postings = [
  posted({ seq: 9, line: 0, on: '2025-01-31', account: 'asset:bank', amount: 5, currency: 'USD' }),
  posted({ seq: 9, line: 1, on: '2025-01-31', account: 'asset:bank', amount: -5, currency: 'USD' }),
  posted({ seq: 2, line: 1, on: '2025-02-02', account: 'liability:savings:m1', amount: -700 }),
  posted({ seq: 2, line: 0, on: '2025-02-02', account: 'asset:cash-box', amount: 700 }),
  posted({ seq: 10, line: 0, on: '2025-02-01', account: 'asset:loan:l1', amount: 500 }),
  posted({ seq: 10, line: 1, on: '2025-02-01', account: 'asset:cash-box', amount: -500 }),
]
const plain = { book, postings, through: '2025-02-28' }

test('a journal for hledger tells each day in its order, and asserts each balance on the last day', () => {
  expect(
    hledgerJournal(plain)
      .split('\n')
      .map((line) => line.replaceAll(/(?<=\S) {2,}/g, ' | ')),
  ).toEqual([
    'commodity 1000. KHR',
    'commodity 1000.00 USD',
    '',
    'account Assets:Bank',
    'account Assets:Cash-Box',
    'account Assets:Loan:L25-1',
    'account Liabilities:Savings:M01',
    '',
    '2025-01-31 * (9) Told',
    '    Assets:Bank | 0.05 USD',
    '    Assets:Bank | -0.05 USD',
    '',
    '2025-02-01 * (10) Told',
    '    Assets:Loan:L25-1 | 500 KHR',
    '    Assets:Cash-Box | -500 KHR',
    '',
    '2025-02-02 * (2) Told',
    '    Assets:Cash-Box | 700 KHR',
    '    Liabilities:Savings:M01 | -700 KHR',
    '',
    '2025-02-28 * balances asserted',
    '    Assets:Bank | 0.00 USD = 0.00 USD',
    '    Liabilities:Savings:M01 | 0 KHR = -700 KHR',
    '    Assets:Cash-Box | 0 KHR = 200 KHR',
    '    Assets:Loan:L25-1 | 0 KHR = 500 KHR',
    '',
  ])
})

test('a file for beancount opens accounts on the first day and asserts balances at the start of the day after', () => {
  expect(
    beancountFile(plain)
      .split('\n')
      .map((line) => line.replaceAll(/(?<=\S) {2,}/g, ' | ')),
  ).toEqual([
    '2025-01-31 commodity KHR',
    '2025-01-31 commodity USD',
    '',
    '2025-01-31 open Assets:Bank USD',
    '2025-01-31 open Assets:Cash-Box KHR',
    '2025-01-31 open Assets:Loan:L25-1 KHR',
    '2025-01-31 open Liabilities:Savings:M01 KHR',
    '',
    '2025-01-31 * "Told"',
    '  entry: 9',
    '  Assets:Bank | 0.05 USD',
    '  Assets:Bank | -0.05 USD',
    '',
    '2025-02-01 * "Told"',
    '  entry: 10',
    '  Assets:Loan:L25-1 | 500 KHR',
    '  Assets:Cash-Box | -500 KHR',
    '',
    '2025-02-02 * "Told"',
    '  entry: 2',
    '  Assets:Cash-Box | 700 KHR',
    '  Liabilities:Savings:M01 | -700 KHR',
    '',
    '2025-03-01 balance Assets:Bank | 0.00 USD',
    '2025-03-01 balance Liabilities:Savings:M01 | -700 KHR',
    '2025-03-01 balance Assets:Cash-Box | 200 KHR',
    '2025-03-01 balance Assets:Loan:L25-1 | 500 KHR',
    '',
  ])
})

test('of two accounts that would have one name the later by its id is numbered, however they come', () => {
  const names = (...accounts: readonly AccountId[]) => [...readableNames(alike, accounts)]
  const alike = {
    members: [
      { memberId: 'a', card: 'M-1' },
      { memberId: 'b', card: 'M 1' },
    ],
    loans: [],
  } as unknown as Pick<FundBook, 'members' | 'loans'>
  const told = [
    ['liability:savings:a', 'Liabilities:Savings:M-1'],
    ['liability:savings:b', 'Liabilities:Savings:M-1-2'],
  ]
  expect(names('liability:savings:a', 'liability:savings:b')).toEqual(told)
  expect(names('liability:savings:b', 'liability:savings:a')).toEqual(told)
})

test('an account of two currencies is opened once with both, and a book without a posting opens none', () => {
  const riel = posted({ seq: 11, line: 0, on: '2025-02-03', account: 'asset:bank', amount: 9 })
  expect(beancountFile({ ...plain, postings: [...postings, riel] })).toContain(
    '2025-01-31 open Assets:Bank KHR,USD\n',
  )
  expect(beancountFile({ ...plain, postings: [] })).toBe('\n\n\n\n\n')
})

test.each([
  [0, 'KHR', '0'],
  [-7, 'KHR', '-7'],
  [0, 'USD', '0.00'],
  [5, 'USD', '0.05'],
  [-5, 'USD', '-0.05'],
  [100, 'USD', '1.00'],
  [-12_345, 'USD', '-123.45'],
] as const)('%i smallest units of %s are written %s', (amount, currency, text) => {
  expect(decimal(amount, currency)).toBe(text)
})

test('lines of one entry on two days are two transactions, each on its own day', () => {
  const late = posted({ seq: 2, line: 2, on: '2025-03-01', account: 'asset:bank', amount: 1 })
  const told = transactionsOf([...postings, late])
  expect(told.map(({ on, seq, postings: own }) => [on, seq, own.length])).toEqual([
    ['2025-01-31', 9, 2],
    ['2025-02-01', 10, 2],
    ['2025-02-02', 2, 2],
    ['2025-03-01', 2, 1],
  ])
})

test('a name of an account begins with a capital, a digit or a letter, and two alike are numbered', () => {
  const cards = ['m 1', 'M-1', '--m/1--', '()', 'ស្រី', '្ស', '٣', 'm-1']
  const members = cards.map((card, i) => ({ memberId: `${i}`, card }))
  const accounts = cards.map((_, i) => `liability:savings:${i}` as const)
  const names = readableNames({ ...book, members } as never, [...accounts, ...accounts])
  expect(
    accounts.map((account) => names.get(account)!.replace('Liabilities:Savings:', '')),
  ).toEqual(['M-1', 'M-1-2', 'M-1-3', 'X', 'ស្រី', 'X-្ស', '٣', 'M-1-4'])
  expect(names.size).toBe(8)
  // Of whom nobody knows the card, the id is told.
  expect(readableNames(book, ['liability:savings:m9']).get('liability:savings:m9')).toBe(
    'Liabilities:Savings:M9',
  )
})
