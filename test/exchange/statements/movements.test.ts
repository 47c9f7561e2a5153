import { expect, test } from 'vitest'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { cashBookOf } from '#src/exchange/statements/cash-book.ts'
import { restrictedFundsOf } from '#src/exchange/statements/restricted.ts'
import { unexplainedStatement } from '#src/exchange/statements/unexplained.ts'
import { admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const book = fundBookOf(storyOf([founded(), admitted('m1')]))

type Line = readonly [on: string, entryType: string, amount: number, more?: Partial<PostingRow>]
const asked = (
  asOf: string,
  account: PostingRow['account'],
  lines: readonly Line[],
  takenBack: Readonly<Record<number, number>> = {},
) => ({
  book: {
    ...book,
    flags: Object.entries(takenBack).map(([seq, of]) => ({
      seq: Number(seq),
      flag: 'takes-back',
      entryType: 'EntryReversed',
      effectiveOn: '2025-06-01',
      subject: `entry:${of}`,
    })),
  },
  asOf,
  knownAt: null,
  notes: new Map(),
  postings: lines.map(([on, entryType, amount, more], i): PostingRow => ({
    seq: i + 1,
    line: 0,
    entryType,
    effectiveOn: on,
    on,
    account,
    currency: 'KHR',
    amount,
    ...more,
  })),
})

/** What of a row is not zero, without its day. */
const told = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([key, value]) => value !== 0 && key !== 'date'))

const box = 'asset:cash-box'

test('the box is told day by day through the day that is asked, each day from where the last one ended', () => {
  const lines: Line[] = [
    ['2025-02-02', 'SharesBought', 500],
    ['2025-02-01', 'FinePaid', 30],
    ['2025-02-02', 'LoanPaidOut', -400],
    ['2025-02-02', 'SharesBought', 7, { currency: 'USD' }],
    ['2025-02-02', 'SharesBought', 9, { account: 'asset:bank' }],
    ['2025-02-03', 'ExpensePaid', -20],
  ]
  const rows = (asOf: string) =>
    cashBookOf(asked(asOf, box, lines)).rows.map((row) => [row['date'], told(row)])
  const first = ['2025-02-01', { fines_in: 30, closing: 30 }]
  const second = ['2025-02-02', { opening: 30, savings_in: 500, loans_out: -400, closing: 130 }]
  expect(rows('2025-01-31')).toEqual([])
  expect(rows('2025-02-01')).toEqual([first])
  expect(rows('2025-02-02')).toEqual([first, second])
  expect(rows('2025-02-03')).toEqual([
    first,
    second,
    ['2025-02-03', { opening: 130, expenses_out: -20, closing: 110 }],
  ])
})

test.each([
  ['FundFounded', 1, 'taken_over'],
  ['SavingsDeposited', 1, 'savings_in'],
  ['SocialContributionPaid', 1, 'social_in'],
  ['RepaymentRecorded', 1, 'repayments_in'],
  ['PaymentSpread', 1, 'repayments_in'],
  ['DonationReceived', 1, 'donations_in'],
  ['LoanPartPaidOut', -1, 'loans_out'],
  ['SavingsWithdrawn', -1, 'savings_out'],
  ['SavingsPaidToHeirs', -1, 'savings_out'],
  ['SocialSupportPaid', -1, 'social_out'],
  ['GrantPaid', -1, 'grants_out'],
  ['SupportPartPaid', -1, 'grants_out'],
  ['DonationReturned', -1, 'grants_out'],
  ['MoneyMoved', 1, 'other'],
  // Which way private savings went is known by the sum alone.
  ['PrivateSavingsMoved', 1, 'savings_in'],
  ['PrivateSavingsMoved', -1, 'savings_out'],
])(
  'money of %s (%i) stands in the column %s, and what takes it back stands there too',
  (type, amount, column) => {
    const [row] = cashBookOf(asked('2025-02-01', box, [['2025-02-01', type, amount]])).rows
    expect(told(row!)).toEqual({ [column]: amount, closing: amount })
    const lines: Line[] = [
      ['2025-02-01', type, amount],
      ['2025-02-02', 'EntryReversed', -amount],
    ]
    const [, back] = cashBookOf(asked('2025-02-02', box, lines, { 2: 1 })).rows
    expect(told(back!)).toEqual({ opening: amount, [column]: -amount })
  },
)

test('what came late in another currency has its currency beside it, and else none is named', () => {
  const late = (currency: 'KHR' | 'USD'): Line => [
    '2026-01-01',
    'FinePaid',
    5,
    { effectiveOn: '2025-12-20', currency },
  ]
  const table = (...lines: readonly Line[]) => {
    const closed: Line = ['2025-12-31', 'PeriodClosed', 1]
    const [first] = cashBookOf(asked('2026-01-01', box, [closed, ...lines])).more
    return [
      first!.columns.some(({ key }) => key === 'currency'),
      first!.rows.map((row) => row['currency']),
    ]
  }
  expect(table(late('KHR'))).toEqual([false, ['KHR']])
  expect(table(late('KHR'), late('USD'))).toEqual([true, ['KHR', 'USD']])
})

const social = 'liability:social-fund'
const window = 'liability:grant-window:w1' as const

test('money for one thing alone is told from the start of the year to the day', () => {
  const lines: Line[] = [
    ['2025-01-01', 'FundFounded', -1000],
    ['2025-12-31', 'DonationReceived', -10],
    ['2026-01-01', 'DonationReceived', -20],
    ['2026-03-01', 'SupportPartPaid', 5],
    ['2026-03-02', 'DonationReturned', 3],
    ['2026-03-03', 'GrantPaid', 100],
  ]
  const row = (asOf: string) =>
    told(restrictedFundsOf(asked(asOf, window, lines)).rows[0] as Record<string, unknown>)
  const fund = 'liability:grant-window:w1'
  // What the fund took over when it began is what it opened with, also in its first year.
  expect(row('2025-12-30')).toEqual({ fund, opening: 1000, closing: 1000 })
  expect(row('2025-12-31')).toEqual({ fund, opening: 1000, received: 10, closing: 1010 })
  expect(row('2026-01-01')).toEqual({ fund, opening: 1010, received: 20, closing: 1030 })
  expect(row('2026-03-02')).toEqual({
    fund,
    opening: 1010,
    received: 20,
    spent: 5,
    given_back: 3,
    closing: 1022,
  })
  expect(row('2026-03-03')).toMatchObject({ spent: 105, closing: 922 })
})

test('of the social fund help is spent and all else came in; what is taken back was never there', () => {
  const lines: Line[] = [
    ['2025-01-01', 'FundFounded', -100],
    ['2025-02-01', 'FinePaid', -10],
    ['2025-02-02', 'SocialSupportPaid', 40],
    ['2025-02-03', 'EntryReversed', -40],
  ]
  const rows = (asOf: string, back: Readonly<Record<number, number>>) =>
    restrictedFundsOf(asked(asOf, social, lines, back))
  const [row] = rows('2025-02-03', { 4: 3 }).rows
  expect(told(row!)).toEqual({ fund: social, opening: 100, received: 10, closing: 110 })
  expect(rows('2025-02-02', {}).totals).toMatchObject({
    fund: 'total',
    opening: 100,
    received: 10,
    spent: 40,
    other: 0,
    closing: 70,
  })
  // It is told also where nothing was ever posted to it.
  expect(restrictedFundsOf(asked('2025-02-01', social, [])).rows).toMatchObject([
    { fund: social, closing: 0 },
  ])
  // What is in a window and of no kind that windows know is told beside, so that it is seen.
  const odd = restrictedFundsOf(asked('2025-02-01', window, [['2025-02-01', 'MoneyMoved', -7]]))
  expect(told(odd.rows[0]!)).toEqual({ fund: window, other: 7, closing: 7 })
})

test('what the old book does not explain is told line by line, whether it added to it or took from it', () => {
  const lines: Line[] = [
    ['2025-02-02', 'UnexplainedLeft', -100],
    ['2025-02-01', 'UnexplainedLeft', -50],
    ['2025-02-03', 'Explained', 160],
    ['2025-02-03', 'Explained', -4],
    ['2025-02-04', 'Explained', -6],
    ['2025-02-04', 'Explained', 5, { account: box }],
  ]
  const rows = (asOf: string) =>
    unexplainedStatement(asked(asOf, 'equity:unexplained', lines)).rows.map(
      ({ date, entry, added, explained, left }) => [date, entry, added, explained, left],
    )
  expect(rows('2025-02-04')).toEqual([
    ['2025-02-01', 2, 50, 0, 50],
    ['2025-02-02', 1, 100, 0, 150],
    // Too much was explained: what is over stands on the other side, and more is still left by less.
    ['2025-02-03', 3, 0, 140, -10],
    ['2025-02-03', 4, 0, 4, -6],
    ['2025-02-04', 5, 0, 6, 0],
  ])
  expect(rows('2025-02-02')).toHaveLength(2)
  expect(rows('2025-02-01')).toHaveLength(1)
  expect(rows('2025-01-31')).toEqual([])
})
