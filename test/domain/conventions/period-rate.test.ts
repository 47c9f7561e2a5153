import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type PeriodRateTerms,
  type Remainder,
  periodRateRows,
} from '#domain/conventions/period-rate.ts'

// Figures of OpenCBS, TestCalculateInstallments{DecliningRate,FlatRate}WithoutCents.cs: interest, principal.

const terms = (asked: Partial<PeriodRateTerms>): PeriodRateTerms => ({
  money: { step: 1, rounding: 'half-up' },
  principal: 1000,
  ratePerPeriodPercent: '3',
  method: 'declining',
  amortization: 'equal-instalments',
  disbursedOn: '2006-01-01',
  instalments: 6,
  every: { n: 1, unit: 'months' },
  graceOnPrincipal: 0,
  isInterestChargedInGrace: true,
  isFirstProRated: true,
  annuity: 'fixed',
  remainder: 'last',
  ...asked,
})

const figures = (asked: Partial<PeriodRateTerms>) =>
  periodRateRows(terms(asked)).map(({ interest, principal }) => [interest, principal])

test('the first row takes the remainder and the others keep their split', () => {
  expect(figures({ remainder: 'first' })).toEqual([
    [30, 153],
    [25, 160],
    [21, 164],
    [16, 169],
    [11, 174],
    [5, 180],
  ])
  expect(figures({ remainder: 'first', principal: 10_000, ratePerPeriodPercent: '5' })).toEqual([
    [500, 1471],
    [427, 1543],
    [349, 1621],
    [268, 1702],
    [183, 1787],
    [94, 1876],
  ])
})

test('the last row takes the remainder', () => {
  expect(figures({ principal: 10_000, ratePerPeriodPercent: '5' })).toEqual([
    [500, 1470],
    [427, 1543],
    [349, 1621],
    [268, 1702],
    [183, 1787],
    [94, 1877],
  ])
})

test('an annuity found again on each balance drifts less', () => {
  expect(figures({ annuity: 'recomputed' })).toEqual([
    [30, 155],
    [25, 160],
    [21, 163],
    [16, 169],
    [11, 173],
    [5, 180],
  ])
  expect(figures({ annuity: 'recomputed', ratePerPeriodPercent: '2' })).toEqual([
    [20, 159],
    [17, 161],
    [14, 165],
    [10, 169],
    [7, 171],
    [4, 175],
  ])
})

test('equal principal by what is left and the rows that are left', () => {
  const asked = { amortization: 'equal-principal', remainder: 'remaining-average' } as const
  expect(figures({ ...asked, graceOnPrincipal: 3 })).toEqual([
    [30, 0],
    [30, 0],
    [30, 0],
    [30, 333],
    [20, 334],
    [10, 333],
  ])
})

test('flat interest is rounded as a whole and then shared out over the rows that are left', () => {
  const asked = {
    method: 'flat',
    amortization: 'equal-principal',
    remainder: 'remaining-average',
    ratePerPeriodPercent: '0.33',
  } as const
  expect(figures(asked)).toEqual([
    [3, 167],
    [3, 167],
    [4, 167],
    [3, 166],
    [4, 167],
    [3, 166],
  ])
  expect(figures({ ...asked, instalments: 5 }).map(([interest]) => interest)).toEqual([
    3, 4, 3, 4, 3,
  ])
  expect(
    figures({ ...asked, graceOnPrincipal: 1, isInterestChargedInGrace: false }).map(([i]) => i),
  ).toEqual([0, 3, 4, 3, 4, 3])
})

const harvest = [0.1, 0.1, 0.5, 0.1, 0.1, 0.1].map((interest, i) => ({
  principal: i === 5 ? '0.5' : '0.1',
  interest: String(interest),
}))

test('flat weights carry their rounding on from row to row, through the rows of grace too', () => {
  const asked = {
    money: { step: 1, rounding: 'half-even' },
    principal: 987,
    method: 'flat',
    amortization: 'equal-principal',
    remainder: 'cumulative',
    weights: harvest,
  } as const
  const principal = [99, 98, 99, 99, 98, 494]
  expect(figures(asked)).toEqual([18, 18, 88, 18, 18, 18].map((one, i) => [one, principal[i]]))
  expect(figures({ ...asked, instalments: 8, graceOnPrincipal: 2 })).toEqual([
    [30, 0],
    [29, 0],
    ...[18, 18, 89, 18, 18, 17].map((one, i) => [one, principal[i]]),
  ])
  // A weight behind the last row is of no row.
  const longer = [...harvest, { principal: '0.5', interest: '0.5' }]
  const byLast = { ...asked, remainder: 'last' } as const
  expect(figures({ ...byLast, weights: longer })).toEqual(figures(byLast))
})

test('equal principal goes half-even where the lender does', () => {
  const asked = { amortization: 'equal-principal', remainder: 'remaining-average' } as const
  expect(figures({ ...asked, money: { step: 1, rounding: 'half-even' } })).toEqual([
    [30, 167],
    [25, 167],
    [20, 166],
    [15, 167],
    [10, 166],
    [5, 167],
  ])
})

test('whatever the rule for the remainder, nothing is lost and no part is negative', () => {
  fc.assert(
    fc.property(
      fc.record({
        principal: fc.integer({ min: 100, max: 10_000_000 }),
        instalments: fc.integer({ min: 2, max: 36 }),
        graceOnPrincipal: fc.integer({ min: 0, max: 1 }),
        ratePerPeriodPercent: fc
          .integer({ min: 0, max: 500 })
          .map((rate) => (rate / 100).toFixed(2)),
        method: fc.constantFrom<PeriodRateTerms['method'][]>('declining', 'flat'),
        amortization: fc.constantFrom<PeriodRateTerms['amortization'][]>(
          'equal-instalments',
          'equal-principal',
        ),
        annuity: fc.constantFrom<PeriodRateTerms['annuity'][]>('fixed', 'recomputed'),
        remainder: fc.constantFrom<Remainder[]>('last', 'first', 'remaining-average', 'cumulative'),
      }),
      (asked) => {
        const rows = periodRateRows(terms(asked))
        expect(rows.reduce((all, { principal }) => all + principal, 0)).toBe(asked.principal)
        for (const { interest } of rows) expect(interest).toBeGreaterThanOrEqual(0)
        for (const { principal } of rows) expect(principal).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 200 },
  )
})

test('a flat loan has equal parts of principal, whichever way its instalments are called', () => {
  const flat = { method: 'flat', principal: 1200 } as const
  const equal = Array.from({ length: 6 }, () => [36, 200])
  expect(figures({ ...flat, amortization: 'equal-instalments' })).toEqual(equal)
  expect(figures({ ...flat, amortization: 'equal-principal' })).toEqual(equal)
})

test('a month that a holiday makes longer bears no more interest, a week does', () => {
  const first = (every: PeriodRateTerms['every'], firstDueOn: string) =>
    figures({ principal: 10_000, every, firstDueOn })[0]![0]
  // Two days late: of a month the same, of a week nine sevenths.
  expect(first({ n: 1, unit: 'months' }, '2006-02-03')).toBe(300)
  expect(first({ n: 1, unit: 'weeks' }, '2006-01-10')).toBe(386)
})
