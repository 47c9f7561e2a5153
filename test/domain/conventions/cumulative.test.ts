import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CumulativeTerms, cumulativeRows } from '#domain/conventions/cumulative.ts'
import { withBalances } from '#domain/conventions/figures.ts'

const terms = (asked: Partial<CumulativeTerms>): CumulativeTerms => ({
  money: { step: 1, rounding: 'half-even' },
  principal: 125_000,
  annualRatePercent: '12',
  method: 'declining',
  interestPeriod: 'same-as-repayment',
  amortization: 'equal-instalments',
  disbursedOn: '2023-01-01',
  instalments: 3,
  every: { n: 1, unit: 'months' },
  graceOnPrincipal: 0,
  graceOnInterestPayment: 0,
  ...asked,
})

test('flat with instalments in multiples of 20.00: 440, 440 and what is left', () => {
  // Fineract: principal share and interest share are each brought to the multiple.
  const rows = cumulativeRows(terms({ method: 'flat', instalmentMultiple: 2_000 }))
  expect(rows.map(({ principal, interest }) => principal + interest)).toEqual([
    44_000, 44_000, 40_750,
  ])
})

test('interest whose payment waits falls due with the row after', () => {
  const rows = cumulativeRows(
    terms({
      principal: 500_000,
      instalments: 5,
      amortization: 'equal-principal',
      graceOnPrincipal: 4,
      graceOnInterestPayment: 3,
    }),
  )
  expect(rows.map(({ interest }) => interest)).toEqual([0, 0, 0, 20_000, 5_000])
})

test('a little flat interest over many rows is never taken beyond its sum', () => {
  const rows = cumulativeRows(
    terms({
      money: { step: 100, rounding: 'half-up' },
      principal: 10_000,
      method: 'flat',
      annualRatePercent: '7',
      instalments: 24,
    }),
  )
  expect(Math.min(...rows.map(({ interest }) => interest))).toBe(0)
  expect(rows.reduce((all, { interest }) => all + interest, 0)).toBeLessThanOrEqual(1_400)
})

test('principal parts sum to the loan and no part is negative, whatever the terms', () => {
  const asked = fc.record({
    money: fc.constantFrom<CumulativeTerms['money'][]>(
      { step: 1, rounding: 'half-even' },
      { step: 100, rounding: 'half-up' },
    ),
    principal: fc.integer({ min: 1, max: 100_000 }).map((hundreds) => hundreds * 100),
    annualRatePercent: fc.integer({ min: 0, max: 60 }).map(String),
    method: fc.constantFrom<CumulativeTerms['method'][]>('declining', 'flat'),
    interestPeriod: fc.constantFrom<CumulativeTerms['interestPeriod'][]>(
      'daily',
      'same-as-repayment',
    ),
    amortization: fc.constantFrom<CumulativeTerms['amortization'][]>(
      'equal-instalments',
      'equal-principal',
    ),
    instalments: fc.integer({ min: 3, max: 36 }),
    every: fc.constantFrom<CumulativeTerms['every'][]>(
      { n: 15, unit: 'days' },
      { n: 1, unit: 'weeks' },
      { n: 1, unit: 'months' },
    ),
    graceOnPrincipal: fc.integer({ min: 0, max: 2 }),
    graceOnInterestPayment: fc.integer({ min: 0, max: 2 }),
    instalmentMultiple: fc.constantFrom(undefined, 100, 2_000),
    downPaymentPercent: fc.constantFrom(undefined, '25'),
  })
  fc.assert(
    fc.property(asked, (parts) => {
      const rows = withBalances(cumulativeRows(terms(parts)), parts.principal)
      expect(rows.at(-1)!.balance).toBe(0)
      for (const { principal, interest } of rows)
        expect(Math.min(principal, interest)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 300 },
  )
})
