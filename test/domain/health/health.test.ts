import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

/**
 * Four households, small enough for a pencil. Opening: cash 1,000,000 + loan 100,000 - provision
 * 1,000 = savings 600,000 + social fund 50,000 + migration 200,000 + reserve 249,000.
 */
const opening: readonly StoryCommand[] = [
  founded({
    opening: {
      cash: 1_000_000,
      provision: 1_000,
      social: 50_000,
      reserve: 249_000,
      windows: [{ windowId: 'migration', amount: 200_000 }],
    },
  }),
  admitted('m1'),
  admitted('m2', { sex: 'm' }),
  admitted('m3'),
  admitted('x7', { isFormer: true, sex: 'm' }),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 400_000 },
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm2', amount: 200_000 },
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm2', office: 'chair' },
  takenOver({ on: '2024-10-20', principal: 100_000, months: 2, owed: 100_000, memberId: 'x7' }),
]

/**
 * January: m1 borrows 400,000 for 4 months, m2 200,000 for 2, m3 saves 5,000. February: m1 pays
 * 6,000 + 100,000, m2 nothing, running costs 4,000, a grant of 50,000. March: m1 pays 4,500 + 100,000,
 * the former member's 100,000 are written off.
 */
const quarter: readonly StoryCommand[] = [
  ...opening,
  paidOut({ on: '2025-01-20', principal: 400_000, months: 4, loanId: 'l2', memberId: 'm1' }),
  paidOut({ on: '2025-01-20', principal: 200_000, months: 2, loanId: 'l3', memberId: 'm2' }),
  { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm3', shares: 1 },
  {
    type: 'RecordAttendance',
    effectiveOn: '2025-01-20',
    present: ['m1', 'm2', 'm3', 'x7'],
    absent: [],
  },
  {
    type: 'RecordAttendance',
    effectiveOn: '2025-02-20',
    present: ['m1', 'm3'],
    absent: ['m2', 'x7'],
  },
  paid('2025-02-20', [6_000, 100_000], 'l2'),
  { type: 'RecordExpense', effectiveOn: '2025-02-20', amount: 4_000 },
  {
    type: 'RecordGrantPayout',
    effectiveOn: '2025-02-20',
    windowId: 'migration',
    grantNumber: 'G1',
    amount: 50_000,
  },
  paid('2025-03-20', [4_500, 100_000], 'l2'),
  { type: 'RecordWriteOff', effectiveOn: '2025-03-20', loanId: 'l1', amount: 100_000 },
]
const asOf = '2025-03-31'
const book = fundBookOf(storyOf(quarter))
const health = healthOf(book, asOf)

test('cash, loans and what the fund owes are as a pencil has them', () => {
  // Cash 1,000,000 - 600,000 + 5,000 + 106,000 - 4,000 - 50,000 + 104,500.
  expect(health).toMatchObject({
    cash: 561_500,
    gross_loan_portfolio: 400_000,
    active_loans: 2,
    member_savings: 605_000,
    social_fund: 50_000,
    restricted_migration: 150_000,
    interest_received: 10_500,
    principal_received: 200_000,
    disbursed: 600_000,
    savings: { M1: 400_000, M2: 200_000, M3: 5_000 },
  })
})

test('a loan that was never paid is 39 days late at the end of March and substandard', () => {
  expect(health.loans).toEqual({
    L1: {
      closing_balance: 0,
      principal_paid: 0,
      interest_paid: 0,
      days_past_due: 0,
      class: 'written_off',
      relief: '',
    },
    L2: {
      closing_balance: 200_000,
      principal_paid: 200_000,
      interest_paid: 10_500,
      days_past_due: 0,
      class: 'normal',
      relief: '',
    },
    L3: {
      closing_balance: 200_000,
      principal_paid: 0,
      interest_paid: 0,
      days_past_due: 39,
      class: 'substandard',
      relief: '',
    },
  })
  expect(health).toMatchObject({ par30: 200_000, par60: 0, par90: 0, par30_percent: 50 })
})

test('provision, surplus and reserve follow from the table', () => {
  // 1 % of 200,000 and 20 % of 200,000; the provision costs 42,000 - 1,000 + 100,000 written off.
  expect(health.provision).toBe(42_000)
  expect(health.surplus).toBe(10_500 - 4_000 - 141_000)
  expect(health.reserve).toBe(249_000 - 134_500)
})

test('what the fund has is what it owes and its reserve', () => {
  expect(health.total_assets).toBe(561_500 + 400_000 - 42_000)
  expect(health.total_assets).toBe(
    health.member_savings + health.social_fund + health.restricted_migration + health.reserve,
  )
})

test('the ratios of the quarter are these', () => {
  // Mean portfolio (100,000 + 400,000) / 2 = 250,000.
  expect(health).toMatchObject({
    portfolio_yield_percent: 4.2,
    operating_expense_percent: 1.6,
    write_off_percent: 40,
    operational_self_sufficiency_percent: 7.24,
    liquidity_percent: 92.81,
    equity_percent: 12.45,
    women_portfolio_percent: 50,
    committee_exposure: 200_000,
    committee_exposure_percent: 50,
  })
})

test('a former member counts for no attendance', () => {
  // Five presences of three active members at two meetings.
  expect(health.attendance_percent).toBe(83.33)
})

test('what was collected is set against what fell due, the former member left out', () => {
  // l2 paid 200,000 of 200,000 due; l3 nothing of 200,000.
  expect(health.principal_collected_percent).toBe(50)
})

test('the figures that explain the first ones', () => {
  const more = moreHealthOf(book, health)
  expect(more).toMatchObject({
    par30_with_relief_percent: 50,
    arrears: 200_000,
    arrears_percent: 50,
    on_time_percent: 50,
    risk_coverage_percent: 21,
    liquidity_unrestricted_percent: 68.02,
    fund_utilisation_percent: 49.29,
    savings_growth_percent: 0.83,
    loans_per_member_percent: 66.67,
    members_with_loan_percent: 66.67,
    largest_borrower_percent: 50,
    five_largest_percent: 100,
    women_members_percent: 66.67,
    idpoor_portfolio_percent: 0,
    committee_par30: 200_000,
    suspense: 0,
    book_integrity_findings: 0,
    disputes_unanswered: 0,
  })
  // 42,000 are needed; 1,000 stood there and 100,000 were used up by the write-off.
  expect(more.provision_unposted).toBe(141_000)
})

test('an empty fund has no ratios, and nothing is divided by nothing', () => {
  const empty = healthOf(fundBookOf(storyOf([founded()])), '2025-12-31')
  const ratios = Object.entries(empty).filter(([key]) => key.endsWith('_percent'))
  expect(ratios.map(([, value]) => value)).toEqual(ratios.map(() => null))
  expect(empty).toMatchObject({ cash: 0, total_assets: 0, surplus: 0, active_loans: 0 })
})

test('a past day knows nothing of what came after it', () => {
  const then = healthOf(book, '2025-02-20')
  const known = quarter.filter(({ effectiveOn }) => effectiveOn <= '2025-02-20')
  expect(then).toEqual(healthOf(fundBookOf(storyOf(known)), '2025-02-20'))
  expect(then).toMatchObject({ gross_loan_portfolio: 600_000, interest_received: 6_000 })
})

test('a close of the period changes no figure of its year', () => {
  const closed = storyOf([...quarter, { type: 'ClosePeriod', effectiveOn: asOf }])
  expect(healthOf(fundBookOf(closed), asOf)).toEqual(health)
  expect(moreHealthOf(fundBookOf(closed), health).provision_unposted).toBe(0)
})

test('relief stands beside the risk and takes nothing from the portfolio', () => {
  const event = relieved(
    '2025-03-01',
    { from: '2025-03-01', to: '2025-05-31' },
    { loanIds: ['l3'] },
  )
  const relief = fundBookOf(storyOf([...quarter, event]))
  const figures = healthOf(relief, asOf)
  // Eight days late at the end of February, when the clock stopped.
  expect(figures).toMatchObject({
    par30: 0,
    principal_under_relief: 200_000,
    relief_percent: 50,
    gross_loan_portfolio: 400_000,
  })
  expect(figures.loans['L3']).toMatchObject({ days_past_due: 8, relief: 'E1' })
  expect(moreHealthOf(relief, figures).par30_with_relief_percent).toBe(50)
})

test('more than was owed is never lost: surplus and reserve agree about a write-off', () => {
  const loan = takenOver({ on: '2024-01-20', principal: 300_000, months: 10, owed: 84_000 })
  const told: readonly StoryCommand[] = [
    founded({ opening: { cash: 1_000_000, reserve: 1_084_000 } }),
    admitted('m1'),
    loan,
    { type: 'RecordWriteOff', effectiveOn: '2025-06-20', loanId: 'l1', amount: 100_000 },
  ]
  const figures = healthOf(fundBookOf(storyOf(told)), '2025-12-31')
  expect(figures).toMatchObject({ surplus: -84_000, reserve: 1_000_000, write_off_percent: 200 })
})
