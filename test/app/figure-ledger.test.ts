import { expect, test } from 'vitest'
import { sum } from '#src/app/health/figure-facts.ts'
import { type FigureKey, figureKeys, resultOf } from '#src/app/health/figure-rows.ts'
import { detailsIn, written } from '#test/support/figure-details.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  idOf,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const saving = (effectiveOn: string, memberId: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn,
  memberId,
  amount,
})
const spent = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordExpense',
  effectiveOn,
  amount,
})

/** A fund of two years: what it took in and spent, whose money it holds, and what somebody disputes. */
const twoYears = storyOf([
  founded({
    opening: {
      cash: 5_000_000,
      social: 50_000,
      reserve: 4_850_000,
      windows: [
        {
          windowId: 'w1',
          amount: 100_000,
        },
      ],
    },
  }),
  admitted('m1'),
  admitted('m2'),
  paidOut({ on: '2025-01-20', principal: 200_000, months: 2, memberId: 'm2' }),
  saving('2025-02-20', 'm2', 30_000),
  saving('2025-01-01', 'm1', 10_000),
  spent('2025-02-20', 5_000),
  spent('2025-02-19', 2_000),
  spent('2025-02-20', 3_000),
  { type: 'RecordFine', effectiveOn: '2025-02-20', memberId: 'm1', amount: 1_000 },
  // 5,000 more than was owed: nobody knows whose it is to be.
  paid('2025-02-20', [3_000, 100_000]),
  paid('2025-03-20', [1_500, 105_000]),
  {
    type: 'RecordPrivateSavings',
    effectiveOn: '2025-03-01',
    mark: 'a'.repeat(64),
    direction: 'in',
    amount: 7_000,
  },
  { type: 'RecordDonation', effectiveOn: '2025-04-20', windowId: 'w2', amount: 60_000 },
  spent('2025-12-31', 4_000),
  { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
  spent('2026-01-01', 6_000),
  saving('2026-01-01', 'm1', 1_000),
  paidOut({ on: '2026-01-05', principal: 100_000, months: 2, loanId: 'l2' }),
  {
    type: 'RaiseDispute',
    effectiveOn: '2026-01-10',
    about: { kind: 'entry', entryId: idOf(11) },
    reason: 'wrong-amount',
  },
  { type: 'OpenMeeting', effectiveOn: '2026-02-20', count: { amount: 1, isByNote: false } },
])

const detailOn = detailsIn(twoYears)

const above = (key: FigureKey, asOf: string): string[] =>
  written(detailOn(key, asOf).numerator.rows)
const below = (key: FigureKey, asOf: string): string[] =>
  written(detailOn(key, asOf).denominator?.rows)

test('cash is what went in and out through the day, one row a day and kind of entry', () => {
  expect(above('cash', '2025-01-19')).toEqual([
    '2025-01-01 FundFounded 1 5000000',
    '2025-01-01 SavingsDeposited 6 10000',
  ])
  expect(above('cash', '2025-01-20').at(-1)).toBe('2025-01-20 LoanPaidOut 4 -200000')
})

test('the rows are the same whatever else was read, and in whatever order', () => {
  for (const key of ['cash', 'operating_expense_percent', 'surplus'] as const) {
    const rows = above(key, '2025-12-31')
    expect(written(detailOn(key, '2025-12-31', (all) => all).numerator.rows)).toEqual(rows)
    const backwards = detailOn(key, '2025-12-31', (all) => all.toReversed())
    expect(written(backwards.numerator.rows)).toEqual(rows)
  }
})

test('costs of a period are those from its first day to the day asked, without what the close moved', () => {
  expect(above('operating_expense_percent', '2025-02-19')).toEqual([
    '2025-02-19 ExpensePaid 8 2000',
  ])
  expect(above('operating_expense_percent', '2025-02-20')).toEqual([
    '2025-02-19 ExpensePaid 8 2000',
    '2025-02-20 ExpensePaid 7+9 8000',
  ])
  expect(above('operating_expense_percent', '2025-12-31').at(-1)).toBe(
    '2025-12-31 ExpensePaid 15 4000',
  )
  expect(above('operating_expense_percent', '2026-01-01')).toEqual([
    '2026-01-01 ExpensePaid 17 6000',
  ])
})

test('interest is shown as what people paid, and the social fund as what it holds', () => {
  expect(above('interest_received', '2025-12-31')).toEqual([
    '2025-02-20 RepaymentRecorded 11 3000',
    '2025-03-20 RepaymentRecorded 12 1500',
  ])
  expect(above('social_fund', '2025-01-01')).toEqual(['2025-01-01 FundFounded 1 50000'])
})

test('savings are shown by card, and private ones as one sum of all', () => {
  expect(above('member_savings', '2025-02-19')).toEqual(['M1 10000'])
  expect(above('member_savings', '2025-02-20')).toEqual(['M1 10000', 'M2 30000'])
  expect(above('member_savings', '2025-02-28')).toEqual(['M1 10000', 'M2 30000'])
  expect(above('member_savings', '2025-03-01')).toEqual([
    'M1 10000',
    'M2 30000',
    'liability:private-savings 7000',
  ])
})

test('savings have grown by what there is less what there was before the year, and the day of that is said', () => {
  expect(above('savings_growth_percent', '2026-01-01')).toEqual([
    'member_savings 48000',
    'savings-at-start of 2025-12-31 -47000',
  ])
  expect(below('savings_growth_percent', '2026-01-01')).toEqual([
    'M1 10000',
    'M2 30000',
    'liability:private-savings 7000',
  ])
  expect(below('return_on_savings_percent', '2026-01-01')).toEqual([
    'savings-at-start of 2025-12-31 47000',
    'member_savings 48000',
  ])
})

test('whoever has nothing left is not among those who save, and the cards stand in order', () => {
  const savingOn = detailsIn(
    storyOf([
      founded({ opening: { cash: 100_000, reserve: 100_000 } }),
      ...['m1', 'm2', 'm3', 'm4'].map((memberId) => admitted(memberId)),
      ...['m2', 'm1', 'm4', 'm3'].map((memberId) => saving('2025-01-20', memberId, 5_000)),
      { type: 'RecordWithdrawal', effectiveOn: '2025-02-20', memberId: 'm2', amount: 5_000 },
    ]),
  )
  const cards = (day: string) => written(savingOn('member_savings', day).numerator.rows)
  expect(cards('2025-02-19')).toEqual(['M1 5000', 'M2 5000', 'M3 5000', 'M4 5000'])
  expect(cards('2025-02-20')).toEqual(['M1 5000', 'M3 5000', 'M4 5000'])
})

test('what came late, after its year was closed, is booked later, and what was set aside before is no new cost', () => {
  const late = detailsIn(
    storyOf([
      founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
      admitted('m1'),
      paidOut({ on: '2025-11-20', principal: 100_000, months: 5, product: 'emergency' }),
      { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
      paid('2025-12-20', 20_000),
    ]),
  )
  const rows = (key: FigureKey, day: string) => written(late(key, day).numerator.rows)
  expect(rows('total_assets', '2025-12-31')).toContain('loans-booked-later 20000')
  expect(rows('total_assets', '2026-01-01').map((row) => row.split(' ')[0])).toEqual([
    'cash',
    'gross_loan_portfolio',
    'provision',
    'advances',
    'foreign-cash',
  ])
  // 1 % of 80,000 was set aside at the end of the year, and is so still.
  expect(rows('surplus', '2026-01-10')).toContain('provision-change 0')
  // What the close emptied is no row.
  expect(rows('reserve', '2026-01-10').filter((row) => row.endsWith(' 0'))).toEqual([])
})

test('money of donors is shown by window, and money of nobody by who brought it', () => {
  expect(above('restricted_migration', '2025-04-19')).toEqual(['w1 100000'])
  expect(above('restricted_migration', '2025-04-20')).toEqual(['w1 100000', 'w2 60000'])
  expect(above('suspense', '2025-03-19')).toEqual([])
  expect(above('suspense', '2025-03-20')).toEqual(['M2 5000'])
})

test('what the fund could lend is its cash without what donors gave it for something else', () => {
  expect(above('liquidity_unrestricted_percent', '2025-04-20')).toEqual([
    'cash 5107500',
    'restricted_migration -160000',
  ])
  expect(below('fund_utilisation_percent', '2025-02-20')).toEqual([
    'gross_loan_portfolio 100000',
    'cash 4934000',
    'restricted_migration -100000',
  ])
})

test('a mean is of the start of the period and the day, and its half is taken', () => {
  expect(below('portfolio_yield_percent', '2025-02-20')).toEqual([
    'portfolio-at-start of 2025-01-01 0',
    'gross_loan_portfolio 100000',
  ])
  // 3,000 of a mean of 50,000.
  expect(resultOf(detailOn('portfolio_yield_percent', '2025-02-20'))).toBe(6)
})

test('costs and surplus have what was set aside for loans among them, and what was given up', () => {
  expect(below('operational_self_sufficiency_percent', '2025-02-20')).toEqual([
    '2025-02-19 ExpensePaid 8 2000',
    '2025-02-20 ExpensePaid 7+9 8000',
    'provision-change 1000',
    'written-off 0',
  ])
  expect(above('surplus', '2025-02-20')).toEqual([
    'interest_received 3000',
    '2025-02-19 ExpensePaid 8 -2000',
    '2025-02-20 ExpensePaid 7+9 -8000',
    'provision-change -1000',
    'written-off 0',
  ])
})

test('the reserve is the accounts of the fund itself, less the provision that no close has posted', () => {
  expect(above('reserve', '2025-02-20')).toEqual([
    'equity:reserve 4850000',
    'income:interest 3000',
    'expense:running-costs -10000',
    'provision_unposted -1000',
  ])
  expect(above('provision_unposted', '2025-02-20')).toEqual([
    'provision 1000',
    'provision-posted 0',
  ])
  expect(above('total_assets', '2025-02-20')).toEqual([
    'cash 4934000',
    'gross_loan_portfolio 100000',
    'provision -1000',
    'advances 0',
    'foreign-cash 0',
  ])
})

test('a dispute that no meeting has answered and a box opened with another sum are rows of one each', () => {
  expect(above('disputes_unanswered', '2026-01-20')).toEqual([])
  expect(above('disputes_unanswered', '2026-01-21')).toEqual(['dispute-unanswered 1'])
  expect(above('book_integrity_findings', '2026-02-19')).toEqual([])
  expect(above('book_integrity_findings', '2026-02-20')).toEqual(['opening-not-last-closing 1'])
})

test('what is made of heads is counted, what is made of money is a sum', () => {
  const units = (key: FigureKey) => {
    const { numerator, denominator } = detailOn(key, '2025-02-20')
    return [numerator.unit, denominator?.unit]
  }
  expect(units('active_loans')).toEqual(['count', undefined])
  expect(units('loans_per_member_percent')).toEqual(['count', 'count'])
  expect(units('par30_percent')).toEqual(['money', 'money'])
  expect(units('cash')).toEqual(['money', undefined])
})

test('a sum of the day has no day beside it, and one of another day has', () => {
  expect(sum('cash', 5)).toStrictEqual({ kind: 'sum', of: 'cash', amount: 5 })
  expect(sum('cash', 5, '2025-01-01')).toEqual({
    kind: 'sum',
    of: 'cash',
    amount: 5,
    on: '2025-01-01',
  })
})

test.each(['2025-01-01', '2025-02-20', '2025-12-31', '2026-01-10', '2026-03-20'])(
  'of %s',
  (day) => {
    for (const key of figureKeys) {
      const detail = detailOn(key, day)
      expect(resultOf(detail), key).toBe(detail.value)
    }
  },
)
