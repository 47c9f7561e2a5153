import { expect, test } from 'vitest'
import { type ArrearsQuery, arrearsOn } from '#domain/conventions/arrears.ts'
import { lateFee } from '#domain/conventions/late-fee.ts'

const buckets = [
  { name: 'early', min: 1, max: 30 },
  { name: 'late', min: 31, max: null },
]
const on = (asOf: string, asked: Partial<ArrearsQuery> = {}) =>
  arrearsOn({
    asOf,
    graceDays: 0,
    pauses: [],
    buckets,
    instalments: [
      { dueOn: '2025-02-01', outstanding: 0 },
      { dueOn: '2025-03-01', outstanding: 300 },
      { dueOn: '2025-04-01', outstanding: 200 },
    ],
    ...asked,
  })

test('what falls due on the day is not yet overdue, a day later it is', () => {
  expect(on('2025-03-01')).toMatchObject({
    overdue: 0,
    pastDueDays: 0,
    delinquentSince: null,
    bucket: null,
    byInstalment: {},
  })
  expect(on('2025-03-02')).toMatchObject({
    overdue: 300,
    pastDueDays: 1,
    delinquentSince: '2025-03-01',
    bucket: 'early',
  })
})

test('days count from the oldest that is unpaid, and each instalment stands in the range of its own age', () => {
  expect(on('2025-04-01')).toMatchObject({ overdue: 300, pastDueDays: 31, bucket: 'late' })
  expect(on('2025-04-02')).toMatchObject({
    overdue: 500,
    pastDueDays: 32,
    byInstalment: { late: 300, early: 200 },
  })
})

test('a range has its first day and its last', () => {
  const days = ['2025-03-02', '2025-03-31', '2025-04-01']
  expect(days.map((day) => on(day).bucket)).toEqual(['early', 'early', 'late'])
})

test('days of grace are taken off what is delinquent, never below zero, and not off each instalment', () => {
  const graced = (day: string) => on(day, { graceDays: 5 })
  expect(graced('2025-03-04')).toMatchObject({
    pastDueDays: 3,
    delinquentDays: 0,
    bucket: null,
    delinquentSince: '2025-03-06',
    byInstalment: { early: 300 },
  })
  expect(['2025-03-06', '2025-03-07'].map((day) => graced(day).delinquentDays)).toEqual([0, 1])
})

test('a pause counts its end less its start, so far while it runs, and before it nothing', () => {
  const paused = (day: string) =>
    on(day, { pauses: [{ start: '2025-03-10', end: '2025-03-20' }] }).delinquentDays
  expect(
    ['2025-03-09', '2025-03-10', '2025-03-15', '2025-03-20', '2025-03-21'].map(paused),
  ).toEqual([8, 9, 9, 9, 10])
  const two = [
    { start: '2025-02-01', end: '2025-02-05' },
    { start: '2025-03-10', end: '2025-03-20' },
  ]
  // Days before the due date count too: 30 less 4 and 10.
  expect(on('2025-03-31', { pauses: two })).toMatchObject({
    pastDueDays: 30,
    delinquentDays: 16,
    byInstalment: { early: 300 },
  })
})

test('a late fee is base x rate x days, rounded once', () => {
  const money = { step: 1, rounding: 'half-even' } as const
  const fee = (daysLate: number, base = 1_000) =>
    lateFee({ money, base, ratePerDay: '0.0025', daysLate })
  expect([0, 1, 2, 3].map((days) => fee(days))).toEqual([0, 2, 5, 8])
  expect(
    lateFee({
      money: { step: 1, rounding: 'half-up' },
      base: 1_000,
      ratePerDay: '0.0025',
      daysLate: 1,
    }),
  ).toBe(3)
})
