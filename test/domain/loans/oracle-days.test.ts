import { expect, test } from 'vitest'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { civilOf, dayOf, textOf, weekdayOf } from '#test/support/oracle/calendar.ts'
import { oracleRows } from '#test/support/oracle/oracle-rows.ts'
import { daily, monthly, plain } from '#test/support/oracle/plain-terms.ts'

// Every figure below was worked out by hand from Part 1 of the village convention.

const days = (terms: PlanTerms): string[] => oracleRows(terms).map(({ dueOn }) => dueOn)
const interests = (terms: PlanTerms): number[] => oracleRows(terms).map(({ interest }) => interest)

test('the day after a day is the next in the calendar, from 2019 to 2110', () => {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  let day = dayOf('2019-01-01')
  expect([weekdayOf(day), dayOf('1970-01-01')]).toEqual([2, 0])
  for (let year = 2019; year <= 2110; year += 1)
    for (const [i, length] of lengths.entries()) {
      const isLeap = i === 1 && year % 4 === 0 && year !== 2100
      for (let date = 1; date <= length + Number(isLeap); date += 1, day += 1) {
        expect(civilOf(day)).toEqual({ year, month: i + 1, date })
        expect(dayOf(textOf(day))).toBe(day)
      }
    }
})

test('due days are counted from the first, and cut short where a month is', () => {
  expect(days({ ...plain, due: monthly('2025-01-31') })).toEqual([
    '2025-01-31',
    '2025-02-28',
    '2025-03-31',
  ])
  expect(days({ ...plain, due: { ...monthly('2025-02-28'), dayOfMonth: 31 } })).toEqual([
    '2025-02-28',
    '2025-03-31',
    '2025-04-30',
  ])
  const years = {
    every: { n: 2, unit: 'years' },
    firstDueOn: '2026-02-28',
    dayOfMonth: 29,
  } as const
  expect(days({ ...plain, due: years })).toEqual(['2026-02-28', '2028-02-29', '2030-02-28'])
  const fives = { every: { n: 5, unit: 'days' }, firstDueOn: '2025-02-26' } as const
  expect(days({ ...plain, due: fives })).toEqual(['2025-02-26', '2025-03-03', '2025-03-08'])
})

test('a due day of rest moves by the rule, and its interest does not', () => {
  // 31 May 2025 is a Saturday and 30 June a Monday.
  const one = { ...daily, instalments: 1, paidOutOn: '2025-04-30', due: monthly('2025-05-31') }
  const moved = (
    direction: 'forward' | 'backward' | 'forward-in-month' | 'same',
    holidays: string[] = [],
  ) =>
    oracleRows({ ...one, workingDays: { weekend: [6, 7], holidays, direction } }).map(
      ({ dueOn, interest }) => `${dueOn} ${interest}`,
    )
  expect(moved('forward')).toEqual(['2025-06-02 3100'])
  expect(moved('forward', ['2025-06-02', '2025-06-03'])).toEqual(['2025-06-04 3100'])
  expect(moved('backward')).toEqual(['2025-05-30 3100'])
  expect(moved('forward-in-month', ['2025-05-30'])).toEqual(['2025-05-29 3100'])
  expect(moved('same')).toEqual(['2025-05-31 3100'])
  const never = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], direction: 'forward' } as const
  expect(days({ ...one, workingDays: never })).toEqual(['2025-05-31'])
})

test('days under relief bear nothing, once where windows overlap', () => {
  // 20 to 26 January are 7 days of 31; then 182,500 bears 50 a day for 28 days.
  const relief = [
    { from: '2025-01-23', to: '2025-01-26' },
    { from: '2025-01-20', to: '2025-01-24' },
  ]
  expect(interests({ ...daily, relief })).toEqual([2400, 1400])
  // By 30/360 the stretches are 10 to 19 January and 26 January to 10 February: 9 + 14 = 23 days of 100.
  const thirty = { per: 'day', yearlyPercent: '10', days: '30/360' } as const
  expect(interests({ ...daily, principal: 360_000, interest: thirty, relief })).toEqual([
    2300, 1500,
  ])
})

test('relief over a due day puts the instalments one due day later and adds no interest', () => {
  // The first period is from 10 February to 10 March, open from the 14th: 24 days of 100. The second has 31 days of 50,
  // and may have no more than the 28 that it would have had.
  const relief = [{ from: '2025-02-05', to: '2025-02-14' }]
  const terms = { ...daily, relief }
  expect(days(terms)).toEqual(['2025-03-10', '2025-04-10'])
  expect(interests(terms)).toEqual([2400, 1400])
  // A short first period stays short: 4,200 as without relief.
  expect(interests({ ...plain, paidOutOn: '2025-01-20', relief })).toEqual([4200, 4000, 2000])
})

test('a list that relief makes too short goes on by months', () => {
  const due = { on: ['2025-01-15', '2025-01-31', '2025-02-10', '2025-02-28'] }
  const relief = [{ from: '2025-01-31', to: '2025-02-10' }]
  expect(days({ ...plain, instalments: 4, due, relief })).toEqual([
    '2025-01-15',
    '2025-02-28',
    '2025-03-28',
    '2025-04-28',
  ])
})
