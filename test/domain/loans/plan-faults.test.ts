import { expect, test } from 'vitest'
import { type PlanTerms, planFault } from '#domain/loans/plan/plan.ts'

const riel = { mode: 'down', step: 100 } as const
const monthly = { every: { n: 1, unit: 'months' }, firstDueOn: '2025-02-20' } as const

/** Where a plan of 500,000 over ten months, paid out on 20 January, cannot hold. */
const faultOf = (asked: Partial<PlanTerms>): string | undefined =>
  planFault({
    principal: 500_000,
    paidOutOn: '2025-01-20',
    instalments: 10,
    due: monthly,
    interest: { per: 'period', ratePercent: '1.5' },
    repayment: 'equal-principal',
    interestRounding: riel,
    instalmentRounding: riel,
    remainder: 'last',
    ...asked,
  })

test('a plan lends a riel at least, over one instalment to a hundred years of months', () => {
  expect([0, 1, 0.5].map((principal) => faultOf({ principal }))).toEqual([
    'principal',
    undefined,
    'principal',
  ])
  expect([0, 1, 1_200, 1_201].map((instalments) => faultOf({ instalments }))).toEqual([
    'instalments',
    undefined,
    undefined,
    'instalments',
  ])
  expect(faultOf({ paidOutOn: '2025-02-30' })).toBe('paidOutOn')
})

test('a balloon leaves a riel to be paid before it, and is never below zero', () => {
  expect([-1, 0, 499_999, 500_000].map((balloon) => faultOf({ balloon }))).toEqual([
    'balloon',
    undefined,
    undefined,
    'balloon',
  ])
})

test('a step of a rounding is a riel at least and a million at most', () => {
  for (const name of ['interestRounding', 'instalmentRounding'] as const)
    expect(
      [0, 1, 1_000_000, 1_000_001].map((step) => faultOf({ [name]: { mode: 'down', step } })),
    ).toEqual([name, undefined, undefined, name])
})

test('grace on principal leaves the last instalment, grace on interest may take them all', () => {
  expect([-1, 0, 9, 10].map((graceOnPrincipal) => faultOf({ graceOnPrincipal }))).toEqual([
    'graceOnPrincipal',
    undefined,
    undefined,
    'graceOnPrincipal',
  ])
  const interest = (instalments: number) =>
    faultOf({ graceOnInterest: { instalments, is: 'deferred' } })
  expect([-1, 0, 10, 11].map(interest)).toEqual([
    'graceOnInterest',
    undefined,
    undefined,
    'graceOnInterest',
  ])
})

test('a rate is one of zero to 999 per cent, of a period or of a year', () => {
  const perPeriod = (ratePercent: string) => faultOf({ interest: { per: 'period', ratePercent } })
  const perDay = (yearlyPercent: string) =>
    faultOf({ interest: { per: 'day', yearlyPercent, days: 'actual/365' } })
  for (const rate of [perPeriod, perDay])
    expect(['0', '999', '999.1', '-1', 'much'].map(rate)).toEqual([
      undefined,
      undefined,
      'interest',
      'interest',
      'interest',
    ])
})

test('flat is only ever the offer of another lender, and never in equal instalments', () => {
  const flat = (more: Partial<PlanTerms>) =>
    faultOf({ interest: { per: 'period', ratePercent: '1', isFlat: true }, ...more })
  expect(flat({})).toBe('interest')
  expect(flat({ isOutside: true })).toBeUndefined()
  expect(flat({ isOutside: true, repayment: 'bullet' })).toBeUndefined()
  expect(flat({ isOutside: true, repayment: 'equal-instalment' })).toBe('interest')
})

test('the first due date comes after the pay-out, in steps of 1 to 400', () => {
  const first = (firstDueOn: string) => faultOf({ due: { ...monthly, firstDueOn } })
  expect(['2025-01-19', '2025-01-20', '2025-01-21', '2025-02-30'].map(first)).toEqual([
    'firstDueOn',
    'firstDueOn',
    undefined,
    'firstDueOn',
  ])
  const every = (n: number) => faultOf({ due: { ...monthly, every: { n, unit: 'days' } } })
  expect([0, 1, 400, 401].map(every)).toEqual(['every', undefined, undefined, 'every'])
})

test('an agreed day of the month is the first due date’s own, or cut short by its month', () => {
  const on = (firstDueOn: string, dayOfMonth: number) =>
    faultOf({ due: { ...monthly, firstDueOn, dayOfMonth } })
  expect(on('2025-02-20', 20)).toBeUndefined()
  expect(on('2025-02-20', 21)).toBe('dayOfMonth')
  expect([28, 29, 31, 32, 0].map((day) => on('2025-02-28', day))).toEqual([
    undefined,
    undefined,
    undefined,
    'dayOfMonth',
    'dayOfMonth',
  ])
  expect(on('2025-02-28', 27)).toBe('dayOfMonth')
})

test('a list has a day for each instalment, each after the one before and all after the pay-out', () => {
  const list = (on: readonly string[], instalments = 2) => faultOf({ instalments, due: { on } })
  expect(list(['2025-01-21', '2025-01-22'])).toBeUndefined()
  expect(list(['2025-01-20', '2025-01-22'])).toBe('due')
  expect(list(['2025-01-21', '2025-01-21'])).toBe('due')
  expect(list(['2025-01-21', '2025-02-30'])).toBe('due')
  expect(list(['2025-01-21', '2025-01-22'], 3)).toBe('due')
  expect(list(['2025-01-21', '2025-01-22'], 1)).toBeUndefined()
})

test('the meeting before the first day of a list comes before it', () => {
  const from = (periodFrom: string) =>
    faultOf({ instalments: 1, due: { on: ['2025-02-20'], periodFrom } })
  expect(['2025-02-19', '2025-02-20', '2025-02-21'].map(from)).toEqual([
    undefined,
    'periodFrom',
    'periodFrom',
  ])
})

test('a week has seven days, and a window of relief ends after it began, within ten years', () => {
  const weekend = (day: number) =>
    faultOf({ workingDays: { weekend: [day], holidays: [], direction: 'forward' } })
  expect([0, 1, 7, 8].map(weekend)).toEqual(['workingDays', undefined, undefined, 'workingDays'])
  const window = (from: string, to: string) => faultOf({ relief: [{ from, to }] })
  expect(window('2025-03-01', '2025-03-01')).toBeUndefined()
  expect(window('2025-03-02', '2025-03-01')).toBe('relief')
  expect(window('2025-03-01', '2035-12-31')).toBeUndefined()
  expect(window('2025-12-31', '2036-01-01')).toBe('relief')
  expect(window('2025-02-30', '2025-03-01')).toBe('relief')
  expect(window('2025-03-01', '2025-03-32')).toBe('relief')
})
