import type { ListOf } from '#domain/kernel/list-of.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { balancesAnd } from '#domain/ledger/balance-list.ts'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import { amountOf, byKind, trialBalance, withoutLoansAtZero } from '#domain/ledger/statements.ts'

const row = (
  account: BalanceRow['account'],
  amount: number,
  { on = '2025-01-20', isClosing = false }: { on?: string; isClosing?: boolean } = {},
): BalanceRow => ({ account, amount, on, isClosing, currency: 'KHR' })

/** Two members save, one borrows and pays interest, and January is closed. */
const rows: readonly BalanceRow[] = [
  row('liability:savings:m1', -20_000),
  row('liability:savings:m2', -10_000),
  row('asset:cash-box', 30_000),
  row('asset:cash-box', -12_000, { on: '2025-01-21' }),
  row('asset:loan:l1', 12_000, { on: '2025-01-21' }),
  row('asset:cash-box', 700, { on: '2025-01-31' }),
  row('income:interest', -700, { on: '2025-01-31' }),
  row('income:interest', 700, { on: '2025-01-31', isClosing: true }),
  row('equity:undistributed-surplus', -700, { on: '2025-01-31', isClosing: true }),
  row('asset:cash-box', 300, { on: '2025-02-20' }),
  row('income:interest', -300, { on: '2025-02-20' }),
]

test('balances by kind add up the members and stand in the order of the chart of accounts', () => {
  expect(
    byKind(rows, { through: '2025-01-31', withClosing: true }).map(({ kind, amount }) => [
      kind,
      amount,
    ]),
  ).toEqual([
    ['asset:cash-box', 18_700],
    ['asset:loan', 12_000],
    ['liability:savings', -30_000],
    ['equity:undistributed-surplus', -700],
    ['income:interest', 0],
  ])
})

test('income is still seen after the close of its period', () => {
  const january = byKind(rows, { through: '2025-01-31', withClosing: false })
  expect(amountOf(january, 'income:interest')).toBe(-700)
  const february = byKind(rows, { from: '2025-02-01', through: '2025-02-28', withClosing: false })
  expect(february.map(({ kind }) => kind)).toEqual(['asset:cash-box', 'income:interest'])
  expect(amountOf(february, 'income:interest')).toBe(-300)
})

test('loans that are paid back are left out of the short list, and no other account at zero', () => {
  const paid = [...rows, row('asset:loan:l1', -12_000, { on: '2025-02-20' })]
  const closed = [...paid, row('liability:savings:m2', 10_000, { on: '2025-02-20' })]
  const named = (asOf: string) =>
    withoutLoansAtZero(trialBalance(closed, asOf)).map(({ account }) => account)
  expect(named('2025-01-31')).toContain('asset:loan:l1')
  expect(named('2025-02-28')).not.toContain('asset:loan:l1')
  expect(named('2025-02-28')).toEqual(
    expect.arrayContaining(['asset:cash-box', 'liability:savings:m2']),
  )
})

test('the days at both ends of a range belong to it', () => {
  const range = { from: '2025-01-20', through: '2025-01-21', withClosing: true }
  expect(amountOf(byKind(rows, range), 'asset:cash-box')).toBe(18_000)
})

test('a kind in riel and in dollars is two lines, riel first', () => {
  const dollars = { ...row('asset:cash-box', 500), currency: 'USD' as const }
  const lines = byKind([dollars, ...rows], { through: '2025-01-20', withClosing: true })
  expect(lines.map(({ kind, currency, amount }) => [kind, currency, amount])).toEqual([
    ['asset:cash-box', 'KHR', 30_000],
    ['asset:cash-box', 'USD', 500],
    ['liability:savings', 'KHR', -30_000],
  ])
})

test('a trial balance of a day has what was posted through it, and nothing of the next', () => {
  const accountsOn = (day: string) => trialBalance(rows, day).map(({ account }) => account)
  expect(accountsOn('2025-01-19')).toEqual([])
  expect(accountsOn('2025-01-20')).toHaveLength(3)
  expect(accountsOn('2025-01-21')).toContain('asset:loan:l1')
})

test('what all kinds come to adds up to zero', () => {
  const lines = byKind(rows, { through: '2025-12-31', withClosing: true })
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
})

test('a trial balance has every account that was ever posted to, zero included', () => {
  expect(trialBalance(rows, '2025-01-31')).toMatchObject([
    { account: 'asset:cash-box', currency: 'KHR', debit: 18_700, credit: 0 },
    { account: 'asset:loan:l1', currency: 'KHR', debit: 12_000, credit: 0 },
    { account: 'liability:savings:m1', currency: 'KHR', debit: 0, credit: 20_000 },
    { account: 'liability:savings:m2', currency: 'KHR', debit: 0, credit: 10_000 },
    { account: 'equity:undistributed-surplus', currency: 'KHR', debit: 0, credit: 700 },
    { account: 'income:interest', currency: 'KHR', debit: 0, credit: 0 },
  ])
})

test('the order of a trial balance is that of the chart, and of accounts of a kind that of their ids', () => {
  expect(trialBalance(rows.toReversed(), '2025-01-31')).toEqual(trialBalance(rows, '2025-01-31'))
})

/** Every account through a day, counted row by row. */
const countedAnew = (balances: ListOf<BalanceRow>, day: string): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const { account, on, amount } of balances)
    if (on <= day) sums[account] = (sums[account] ?? 0) + amount
  return sums
}

test('a trial balance of any day is what its rows come to, whatever was posted since and to whichever day', () => {
  const accounts: readonly AccountId[] = [
    'asset:cash-box',
    'asset:loan:l1',
    'liability:savings:m1',
    'income:interest',
  ]
  const days = ['2025-01-01', '2025-01-02', '2025-02-01', '2025-03-01'] as const
  const posted = fc.record({
    account: fc.constantFrom(...accounts),
    on: fc.constantFrom(...days),
    amount: fc.integer({ min: -9, max: 9 }).filter((amount) => amount !== 0),
  })
  fc.assert(
    fc.property(fc.array(posted, { maxLength: 20 }), (all) => {
      let list: ListOf<BalanceRow> = []
      for (const { account, on, amount } of all) {
        list = balancesAnd(list, [row(account, amount, { on })])
        for (const day of days) {
          const lines = trialBalance(list, day)
          const told = lines.map((line) => [line.account, line.debit - line.credit] as const)
          expect(Object.fromEntries(told)).toEqual(countedAnew(list, day))
          expect(lines.map(({ account: one }) => one)).toEqual(
            accounts.filter((one) => one in countedAnew(list, day)),
          )
        }
      }
    }),
  )
})

test('riel and dollars of one account stand on two lines', () => {
  const both = [...rows, { ...row('asset:cash-box', 500), currency: 'USD' as const }]
  const lines = trialBalance(both, '2025-12-31').filter(
    ({ account }) => account === 'asset:cash-box',
  )
  expect(lines.map(({ currency, debit }) => [currency, debit])).toEqual([
    ['KHR', 19_000],
    ['USD', 500],
  ])
})

const entry: Omit<JournalRow, 'hash'> = {
  fundId: 'fund-1',
  seq: 7,
  id: 'id-7',
  type: 'ExpensePaid',
  v: 1,
  effectiveOn: '2025-01-20',
  recordedAt: '2025-01-21T02:00:00.000Z',
  recordedBy: 'officer-1',
  device: 'phone-1',
  commandHash: 'c',
  reverses: undefined,
  data: '{}',
  prevHash: 'p',
}

test('the bytes under the hash of an entry are these, for ever', () => {
  expect(canonicalEntry(entry)).toBe(
    '20:village-fund/entry/1,6:fund-1,1:7,4:id-7,11:ExpensePaid,1:1,10:2025-01-20,' +
      '24:2025-01-21T02:00:00.000Z,9:officer-1,7:phone-1,1:c,-,2:{},1:p',
  )
})

test('no column of an entry can change and leave its bytes as they were', () => {
  const changed = Object.keys(entry).map((column) =>
    canonicalEntry({
      ...entry,
      [column]: column === 'seq' || column === 'v' ? 9 : 'something else',
    }),
  )
  expect(new Set([canonicalEntry(entry), ...changed]).size).toBe(14)
})
