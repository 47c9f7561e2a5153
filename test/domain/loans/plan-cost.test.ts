import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { planCost } from '#domain/loans/plan/plan-cost.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { quoteOf } from '#domain/loans/plan/quote.ts'

const riel = { mode: 'down', step: 100 } as const

const terms = (asked: Partial<PlanTerms> = {}): PlanTerms => ({
  principal: 500_000,
  paidOutOn: '2025-01-20',
  instalments: 10,
  due: { every: { n: 1, unit: 'months' }, firstDueOn: '2025-02-20' },
  interest: { per: 'period', ratePercent: '1.5' },
  repayment: 'equal-principal',
  interestRounding: riel,
  instalmentRounding: riel,
  remainder: 'last',
  ...asked,
})

test('a plan costs what the quote of the same loan says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10_000, max: 3_000_000 }),
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: 21, max: 31 }),
      (principal, months, day) => {
        const paidOutOn = `2025-01-${day}`
        const quote = quoteOf(
          { ...defaultCharter, meetingDay: 20 },
          { principal, months, product: 'normal', paidOutOn, rateMonthlyPercent: '1.5' },
          undefined,
        )
        const { interest, totalToRepay, costPer100000 } = quote
        const { nominalYearlyPercent, effectiveYearlyPercent } = quote
        expect(planCost(terms({ principal, paidOutOn, instalments: months }))).toEqual({
          interest,
          totalToRepay,
          costPer100000,
          nominalYearlyPercent,
          effectiveYearlyPercent,
        })
      },
    ),
    { numRuns: 40 },
  )
})

test('18 % x 7 / 365 a week, unrounded, is 18.00 % nominal', () => {
  const cost = planCost(
    terms({
      principal: 500_000_000,
      due: { every: { n: 1, unit: 'weeks' }, firstDueOn: '2025-01-27' },
      interest: { per: 'period', ratePercent: ((18 * 7) / 365).toFixed(12) },
      interestRounding: { mode: 'half-even', step: 1 },
    }),
  )
  expect(cost.nominalYearlyPercent).toBe('18.00')
})

test('a loan that costs nothing costs 0.00 %', () => {
  expect(planCost(terms({ interest: { per: 'period', ratePercent: '0' } }))).toMatchObject({
    interest: 0,
    nominalYearlyPercent: '0.00',
    effectiveYearlyPercent: '0.00',
  })
})

test('deferring interest costs the same money and a lower rate', () => {
  const plain = planCost(terms())
  const deferred = planCost(terms({ graceOnInterest: { instalments: 3, is: 'deferred' } }))
  expect(deferred.interest).toBe(plain.interest)
  expect(Number(deferred.nominalYearlyPercent)).toBeLessThan(Number(plain.nominalYearlyPercent))
})
