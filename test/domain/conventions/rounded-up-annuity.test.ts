import { expect, test } from 'vitest'
import { Figure } from '#domain/conventions/figures.ts'
import { lateFee } from '#domain/conventions/late-fee.ts'
import { roundedUpPlan } from '#domain/conventions/rounded-up-annuity.ts'

// Frappe Lending, test_loan.py.
test('280,000 at 8.4 % over 20 months is 15,052 a month and 21,034 interest', () => {
  const plan = roundedUpPlan({
    principal: new Figure(280_000),
    annualRatePercent: '8.4',
    instalments: 20,
    firstDueOn: '2024-02-15',
  })!
  expect(plan.instalment.toFixed(0)).toBe('15052')
  expect(plan.rows).toHaveLength(20)
  expect(plan.totalInterest.toFixed(0)).toBe('21034')
  expect(plan.totalPayment.toFixed(0)).toBe('301034')
  expect(plan.rows.at(-1)!.balance.isZero()).toBe(true)
  expect(plan.rows.at(-1)!.total.lt(plan.instalment)).toBe(true)
})

test('an instalment that does not cover the interest is no plan', () => {
  const asked = { principal: new Figure(280_000), annualRatePercent: '8.4' }
  expect(roundedUpPlan({ ...asked, fixedInstalment: new Figure(1_960) })).toBeUndefined()
  expect(roundedUpPlan(asked)).toBeUndefined()
})

test('a late fee is rounded once, after all its days', () => {
  const money = { step: 1, rounding: 'half-up' } as const
  expect(lateFee({ money, base: 1000, ratePerDay: '0.0026', daysLate: 4 })).toBe(10)
  expect(lateFee({ money, base: 1000, ratePerDay: '0.0026', daysLate: 6 })).toBe(16)
})
