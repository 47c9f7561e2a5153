import { expect, test } from 'vitest'
import { periodOf } from '#domain/health/book.ts'
import { healthOf } from '#domain/health/health.ts'
import { principalAtRisk } from '#domain/health/lively.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { standingOf } from '#domain/loans/standing.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  lending,
  loanIn,
  paid,
  paidOut,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 5_000_000, reserve: 4_000_000 } }),
  admitted('m1'),
  admitted('m2', { sex: 'm' }),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 1_000_000 },
]
const figures = (told: readonly StoryCommand[], asOf: string, first = begun) => {
  const book = fundBookOf(storyOf([...first, ...told]))
  const health = healthOf(book, asOf)
  return { ...health, ...moreHealthOf(book, health) }
}
const lent = paidOut({ on: '2025-01-20', principal: 100_000, months: 5 })

test.each([
  // Nothing was paid on 20 February: thirty days later it is 22 March.
  ['2025-03-22', [0, 0, 0]],
  ['2025-03-23', [100_000, 0, 0]],
  ['2025-04-21', [100_000, 0, 0]],
  ['2025-04-22', [100_000, 100_000, 0]],
  ['2025-05-21', [100_000, 100_000, 0]],
  ['2025-05-22', [100_000, 100_000, 100_000]],
])('on %s so much is more than 30, 60 and 90 days late: %o', (asOf, sums) => {
  const { par30, par60, par90, ...more } = figures([lent], asOf)
  expect([par30, par60, par90]).toEqual(sums)
  const { par30_with_relief: a, par60_with_relief: b, par90_with_relief: c } = more
  expect([a, b, c]).toEqual(sums)
})

test('the days that a share at risk is told for are days past due, and not one fewer', () => {
  const on = (day: string, days: number) =>
    principalAtRisk([standingOf(loanIn(lending([lent])), day)!], days)
  expect([on('2025-02-20', 0), on('2025-02-21', 0), on('2025-02-21', 1)]).toEqual([0, 100_000, 0])
})

test('arrears are what fell due before the day and is not paid, never more than is owed', () => {
  const arrears = (asOf: string, ...more: StoryCommand[]) => figures([lent, ...more], asOf).arrears
  expect([arrears('2025-02-20'), arrears('2025-02-21')]).toEqual([0, 20_000])
  expect([arrears('2025-03-20'), arrears('2025-03-21')]).toEqual([20_000, 40_000])
  expect(arrears('2025-12-31')).toBe(100_000)
  expect(arrears('2025-12-31', paid('2025-12-31', [0, 70_000]))).toBe(30_000)
  expect(figures([lent], '2025-12-31').arrears_percent).toBe(100)
})

test('a period goes from New Year or the opening through the day itself', () => {
  const later = founded({ on: '2025-03-10', opening: { cash: 5_000_000, reserve: 5_000_000 } })
  const book = fundBookOf(storyOf([later]))
  const of = (asOf: string) => Object.values(periodOf(book, asOf))
  expect(of('2025-12-31')).toEqual(['2025-03-10', '2025-12-31', true])
  expect(of('2026-01-01')).toEqual(['2026-01-01', '2026-01-01', false])
  expect(Object.values(periodOf(fundBookOf(storyOf([founded()])), '2025-05-01'))).toEqual([
    '2025-01-01',
    '2025-05-01',
    true,
  ])
})

test('what was lent, paid and spent on the first day of a year or on its last is of that year', () => {
  const told: readonly StoryCommand[] = [
    paidOut({ on: '2025-12-31', principal: 200_000, months: 5 }),
    paid('2026-01-01', [0, 30_000]),
    paidOut({ on: '2026-01-01', principal: 50_000, months: 5, loanId: 'l2', memberId: 'm2' }),
    { type: 'RecordExpense', effectiveOn: '2025-12-31', amount: 700 },
    { type: 'RecordExpense', effectiveOn: '2026-01-01', amount: 90 },
    { type: 'RecordDonation', effectiveOn: '2025-12-31', amount: 40 },
    { type: 'RecordDonation', effectiveOn: '2026-01-01', amount: 5 },
  ]
  const year = (asOf: string) => {
    const { disbursed, principal_received, surplus, provision } = figures(told, asOf)
    return [disbursed, principal_received, surplus, provision]
  }
  // 1 % of what is owed is set aside: 2,000 of 200,000, then 2,200 of 220,000.
  expect(year('2025-12-30')).toEqual([0, 0, 0, 0])
  expect(year('2025-12-31')).toEqual([200_000, 0, 40 - 700 - 2_000, 2_000])
  expect(year('2026-01-01')).toEqual([50_000, 30_000, 5 - 90 - 200, 2_200])
})

test('the mean of a year is made of what was owed on its eve and on the day', () => {
  const told = [
    paidOut({ on: '2025-12-31', principal: 200_000, months: 5 }),
    paid('2026-01-20', [3_000, 100_000]),
  ]
  // (200,000 + 100,000) / 2 = 150,000, and interest of 3,000 in the year.
  expect(figures(told, '2026-01-20').portfolio_yield_percent).toBe(2)
  // In the year of the opening the mean begins with what was taken over.
  const old = takenOver({ on: '2024-12-20', principal: 300_000, months: 10, owed: 300_000 })
  const first = [...begun.slice(0, 3), old]
  expect(
    figures([paid('2025-01-20', [4_500, 100_000])], '2025-01-20', first).portfolio_yield_percent,
  ).toBe(1.8)
})

test('what fell due in a year is collected in it, also from a loan of the year before', () => {
  const told = [
    paidOut({ on: '2025-11-20', principal: 100_000, months: 10 }),
    paid('2025-12-20', [1_500, 10_000]),
    paid('2026-01-20', [1_300, 5_000]),
  ]
  const share = (asOf: string) => figures(told, asOf).principal_collected_percent
  expect([share('2025-12-19'), share('2025-12-20')]).toEqual([null, 100])
  // Of 10,000 that fell due in the new year half was paid, and nothing had fallen due on its eve.
  expect([share('2026-01-19'), share('2026-01-20'), share('2026-02-20')]).toEqual([null, 50, 25])
})

test('no more fell due in a year than was owed at its start, and a season is left out', () => {
  const rest = [
    paidOut({ on: '2025-07-20', principal: 100_000, months: 10 }),
    paid('2025-12-20', [0, 85_000]),
    paid('2026-02-20', [0, 15_000]),
  ]
  expect(figures(rest, '2026-05-31').principal_collected_percent).toBe(100)
  const rice = paidOut({ on: '2025-01-20', principal: 100_000, months: 6, product: 'seasonal' })
  expect(figures([rice], '2025-12-31').principal_collected_percent).toBe(null)
})

test('an instalment is in time on its day, with all before it, and late the day after', () => {
  const onTime = (...days: readonly string[]) =>
    figures([lent, ...days.map((on) => paid(on, [0, 20_000]))], '2025-03-31').on_time_percent
  expect(onTime('2025-02-20', '2025-03-20')).toBe(100)
  expect(onTime('2025-02-21', '2025-03-20')).toBe(50)
  expect(onTime('2025-02-20', '2025-03-21')).toBe(50)
  expect(onTime('2025-03-20', '2025-03-20')).toBe(50)
  expect(onTime()).toBe(0)
  const on = (asOf: string) => figures([lent], asOf).on_time_percent
  expect([on('2025-02-19'), on('2025-02-20')]).toEqual([null, 0])
  const lost: StoryCommand = {
    type: 'RecordWriteOff',
    effectiveOn: '2025-03-25',
    loanId: 'l1',
    amount: 100_000,
    minute: 'M-1',
  }
  expect(figures([lent, lost], '2025-03-31').on_time_percent).toBe(null)
  expect(figures([lent, lost], '2025-03-24').on_time_percent).toBe(0)
})

test('instalments of the year before are not of this one, though what they were counts before those', () => {
  const told = [
    paidOut({ on: '2025-11-20', principal: 100_000, months: 5 }),
    paid('2026-01-20', [0, 20_000]),
  ]
  // The one of December is still missing: what came in January pays it.
  expect(figures(told, '2026-01-31').on_time_percent).toBe(0)
  expect(figures([...told, paid('2025-12-20', [0, 20_000])], '2026-01-31').on_time_percent).toBe(
    100,
  )
})

test('whoever left is told of while something is saved, and a card without savings while there is a member', () => {
  const left = (on: string): StoryCommand => ({
    type: 'RecordMemberChange',
    effectiveOn: on,
    memberId: 'm2',
    change: 'left',
  })
  const deposit: StoryCommand = {
    type: 'BuyShares',
    effectiveOn: '2025-02-20',
    memberId: 'm2',
    shares: 1,
  }
  const saved = (asOf: string, ...told: StoryCommand[]) => figures(told, asOf).savings
  expect(saved('2025-02-19', deposit)).toEqual({ M1: 1_000_000, M2: 0 })
  expect(saved('2025-02-20', deposit)).toEqual({ M1: 1_000_000, M2: 5_000 })
  expect(saved('2025-03-01', deposit, left('2025-03-01'))).toEqual({ M1: 1_000_000, M2: 5_000 })
  expect(saved('2025-03-01', left('2025-03-01'))).toEqual({ M1: 1_000_000 })
})

test('growth and yield of savings are of the year: from its eve, or from what was taken over', () => {
  const shares = (effectiveOn: string): StoryCommand => ({
    type: 'BuyShares',
    effectiveOn,
    memberId: 'm2',
    shares: 5,
  })
  const told = [shares('2025-12-31'), shares('2026-01-01')]
  const growth = (asOf: string) => figures(told, asOf).savings_growth_percent
  expect([growth('2025-12-30'), growth('2025-12-31')]).toEqual([0, 2.5])
  // 25,000 on 1,025,000.
  expect(growth('2026-01-01')).toBe(2.44)
})
