import { expect, test } from 'vitest'
import type { Span } from '#domain/kernel/dates.ts'
import { dueDays, periodDay, workingDay } from '#domain/loans/plan/due-days.ts'
import type { DayRule, DueRule, PlanTerms } from '#domain/loans/plan/plan.ts'
import { monthsLasting } from '#domain/loans/plan/plan-months.ts'
import {
  daysPassedOver,
  firstPart,
  isCovered,
  openYearShare,
  planPeriods,
  ruleDay,
  wholePeriodDays,
} from '#domain/loans/plan/plan-periods.ts'

const monthly = { every: { n: 1, unit: 'months' }, firstDueOn: '2025-02-20' } as const
const terms = (asked: Partial<PlanTerms>): PlanTerms => ({
  principal: 500_000,
  paidOutOn: '2025-01-20',
  instalments: 3,
  due: monthly,
  interest: { per: 'period', ratePercent: '1.5' },
  repayment: 'equal-principal',
  interestRounding: { mode: 'down', step: 100 },
  instalmentRounding: { mode: 'down', step: 100 },
  remainder: 'last',
  ...asked,
})

test('a window covers its first day and its last', () => {
  const window = [{ from: '2025-03-01', to: '2025-03-10' }]
  const days = ['2025-02-28', '2025-03-01', '2025-03-10', '2025-03-11']
  expect(days.map((day) => isCovered(window, day))).toEqual([false, true, true, false])
})

test('a due day on the first or the last day of a window is passed over, one beside it is not', () => {
  const daysIn = (from: string, to: string) => {
    const plan = terms({ instalments: 2, relief: [{ from, to }] })
    const periods = planPeriods(plan)
    return [periods.map((period) => period.dueOn), daysPassedOver(plan, periods)]
  }
  expect(daysIn('2025-02-21', '2025-03-19')).toEqual([['2025-02-20', '2025-03-20'], []])
  expect(daysIn('2025-02-20', '2025-03-19')).toEqual([['2025-03-20', '2025-04-20'], ['2025-02-20']])
  expect(daysIn('2025-02-21', '2025-03-20')).toEqual([['2025-02-20', '2025-04-20'], ['2025-03-20']])
})

test('periods of days, weeks, months and years are counted from the first, and the one before', () => {
  const day = (unit: 'days' | 'weeks' | 'months' | 'years', k: number) =>
    periodDay('2024-02-29', k, { n: 2, unit })
  expect([day('days', 1), day('days', -1)]).toEqual(['2024-03-02', '2024-02-27'])
  expect([day('weeks', 1), day('weeks', -1)]).toEqual(['2024-03-14', '2024-02-15'])
  expect([day('months', 1), day('months', -1)]).toEqual(['2024-04-29', '2023-12-29'])
  expect([day('years', 1), day('years', 2)]).toEqual(['2026-02-28', '2028-02-29'])
})

test('a list that has ended goes on by months from its last day', () => {
  const list = { on: ['2025-02-12', '2025-03-31'] }
  expect([0, 1, 2, 3].map((k) => ruleDay(list, k))).toEqual([
    '2025-02-12',
    '2025-03-31',
    '2025-04-30',
    '2025-05-31',
  ])
})

test('due dates counted from a start come a period after it, from a first one on that day', () => {
  const every = { n: 1, unit: 'weeks' } as const
  expect(dueDays({ start: '2025-02-03', every, count: 2 })).toEqual(['2025-02-10', '2025-02-17'])
  expect(dueDays({ firstDueOn: '2025-02-03', every, count: 2 })).toEqual([
    '2025-02-03',
    '2025-02-10',
  ])
  expect(dueDays({ every, count: 2 })).toEqual([])
  expect(dueDays({ firstDueOn: '2025-02-30', every, count: 2 })).toEqual([])
})

test('a day off moves by its rule over as many days as are off, and stays where none is left', () => {
  // 2 March 2025 is a Sunday, 28 February a Friday.
  const off = { weekend: [6, 7], holidays: ['2025-03-03', '2025-02-28'] }
  const moved = (day: string, direction: 'forward' | 'backward' | 'forward-in-month' | 'same') =>
    workingDay(day, { ...off, direction })
  expect(moved('2025-03-01', 'forward')).toBe('2025-03-04')
  expect(moved('2025-03-02', 'backward')).toBe('2025-02-27')
  expect(moved('2025-02-28', 'forward')).toBe('2025-03-04')
  expect(moved('2025-02-28', 'forward-in-month')).toBe('2025-02-27')
  expect(moved('2025-03-01', 'forward-in-month')).toBe('2025-03-04')
  expect(moved('2025-03-01', 'same')).toBe('2025-03-01')
  expect(workingDay('2025-03-01', undefined)).toBe('2025-03-01')
  const never = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], direction: 'forward' } as const
  expect(workingDay('2025-03-01', never)).toBe('2025-03-01')
})

test('a working day is looked for within 400 days and no further', () => {
  const daysFrom = (count: number) =>
    dueDays({ firstDueOn: '2025-03-01', every: { n: 1, unit: 'days' }, count })
  const rule = (off: number) =>
    ({ weekend: [], holidays: daysFrom(off), direction: 'forward' }) as const
  expect(workingDay('2025-03-01', rule(400))).toBe('2026-04-05')
  expect(workingDay('2025-03-01', rule(401))).toBe('2025-03-01')
})

test('a first month is a part of a whole one where money went out within it, and one day before it is not', () => {
  const part = (paidOutOn: string, due: DueRule = monthly) => {
    const { parts, of } = firstPart(terms({ paidOutOn, due }))
    return `${parts}/${of}`
  }
  expect(['2025-01-19', '2025-01-20', '2025-01-21', '2025-02-19'].map((on) => part(on))).toEqual([
    '1/1',
    '1/1',
    // 30 days to 20 February are a whole month of thirty.
    '30/30',
    '1/30',
  ])
  const list = { on: ['2025-02-20', '2025-03-20'] }
  expect(part('2025-02-01', list)).toBe('1/1')
  const met = { ...list, periodFrom: '2025-01-22' }
  expect(['2025-01-21', '2025-01-22', '2025-01-23'].map((on) => part(on, met))).toEqual([
    '1/1',
    '1/1',
    '28/29',
  ])
})

test('a whole period has its planned days, of a list its real ones', () => {
  const planned = (unit: 'days' | 'weeks' | 'months' | 'years') =>
    wholePeriodDays({ every: { n: 2, unit }, firstDueOn: '2025-02-20' }, 0)
  expect((['days', 'weeks', 'months', 'years'] as const).map(planned)).toEqual([2, 14, 60, 720])
  const list = { on: ['2025-02-20', '2025-03-20'] }
  expect([wholePeriodDays(list, 0), wholePeriodDays(list, 1)]).toEqual([undefined, 28])
  expect(wholePeriodDays({ ...list, periodFrom: '2025-02-01' }, 0)).toBe(19)
})

const share = (rule: DayRule, from: string, to: string, relief: readonly Span[] = []): string => {
  const { parts, of } = openYearShare(rule, { from, to }, relief)
  return `${parts}/${of}`
}

test('days of a year: real ones over 365, over each year’s own length, or thirty a month', () => {
  expect(share('actual/365', '2024-02-28', '2024-03-01')).toBe('2/365')
  expect(share('30/360', '2025-01-31', '2025-03-31')).toBe('60/360')
  expect(share('30/360', '2025-01-30', '2025-02-28')).toBe('28/360')
  expect(share('30/360', '2024-12-30', '2025-01-31')).toBe('30/360')
  // A day of a common year is 366 parts of 365 x 366, one of a leap year 365; 1 January ends its year before.
  expect(share('actual/actual', '2023-12-31', '2024-01-01')).toBe(`${366}/${365 * 366}`)
  expect(share('actual/actual', '2024-01-01', '2024-01-02')).toBe(`${365}/${365 * 366}`)
  expect(share('actual/actual', '2024-12-31', '2025-01-01')).toBe(`${365}/${365 * 366}`)
  expect(share('actual/actual', '2023-12-30', '2025-01-02')).toBe(
    `${2 * 366 + 366 * 365 + 366}/${365 * 366}`,
  )
  expect(share('actual/365', '2025-03-01', '2025-03-01')).toBe('0/1')
})

test('days in a window bear nothing: its first day through its last, wherever it lies', () => {
  const window = (from: string, to: string) => [{ from, to }]
  const of = (relief: readonly Span[]) => share('actual/365', '2025-03-01', '2025-03-31', relief)
  expect(of([])).toBe('30/365')
  // Open are the days after the first through 9 March, and after 20 March through the last.
  expect(of(window('2025-03-10', '2025-03-20'))).toBe('19/365')
  expect(of(window('2025-03-10', '2025-03-10'))).toBe('29/365')
  expect(of(window('2025-02-01', '2025-03-02'))).toBe('29/365')
  expect(of(window('2025-02-01', '2025-03-01'))).toBe('30/365')
  expect(of(window('2025-03-31', '2025-04-30'))).toBe('29/365')
  expect(of(window('2025-04-01', '2025-04-30'))).toBe('30/365')
  expect(of(window('2025-02-01', '2025-04-30'))).toBe('0/1')
  const two = [...window('2025-03-15', '2025-03-20'), ...window('2025-03-10', '2025-03-17')]
  expect(of(two)).toBe('19/365')
  expect(of(two.toReversed())).toBe('19/365')
})

test('how many months a plan lasts: a begun one counts whole, and a first one far off as it is away', () => {
  const lasting = (due: DueRule, instalments = 3, paidOutOn = '2025-01-20') =>
    monthsLasting({ due, instalments, paidOutOn })
  const weeks = (firstDueOn: string) => ({ every: { n: 1, unit: 'weeks' }, firstDueOn }) as const
  expect(lasting(monthly)).toBe(3)
  expect(lasting({ ...monthly, firstDueOn: '2025-01-21' })).toBe(3)
  expect(lasting({ ...monthly, firstDueOn: '2025-03-19' })).toBe(3)
  expect(lasting({ ...monthly, firstDueOn: '2025-03-20' })).toBe(4)
  expect(lasting({ every: { n: 2, unit: 'months' }, firstDueOn: '2025-03-20' })).toBe(6)
  expect(lasting({ every: { n: 1, unit: 'years' }, firstDueOn: '2026-01-20' }, 2)).toBe(24)
  // The third week ends on the 20th, or a day after it.
  expect(lasting(weeks('2025-02-06'))).toBe(1)
  expect(lasting(weeks('2025-02-07'))).toBe(2)
  expect(lasting(weeks('2025-01-27'), 1)).toBe(1)
  expect(lasting(weeks('2025-02-08'), 3, '2025-01-25')).toBe(1)
  const thirty = { every: { n: 30, unit: 'days' }, firstDueOn: '2025-02-19' } as const
  expect([1, 2].map((n) => lasting(thirty, n))).toEqual([1, 3])
  const list = { on: ['2025-02-20', '2025-03-20', '2025-04-21'] }
  expect([1, 2, 3].map((n) => lasting(list, n))).toEqual([1, 2, 4])
})
