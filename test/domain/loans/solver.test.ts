import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fine, balancingRate } from '#domain/loans/plan/solver.ts'
import { datedInternalRate, internalRate, netPresentValue } from '#domain/loans/plan/spreadsheet.ts'
import { actuarialYearlyRate, effectiveYearlyRate } from '#domain/loans/plan/yearly-cost.ts'
import { cumulativeRows } from '#domain/conventions/cumulative.ts'

const sum = fc.integer({ min: 1, max: 10_000_000 })

test('one outlay and payments back always have a rate, and at it they balance', () => {
  fc.assert(
    fc.property(sum, fc.array(sum, { minLength: 1, maxLength: 24 }), (lent, paid) => {
      const flows = [-lent, ...paid]
      const solved = internalRate(flows)
      if (!solved.found) throw new Error(solved.reason)
      expect(solved.rate.gt(-1)).toBe(true)
      const left = netPresentValue(solved.rate, flows)
      const size = netPresentValue(solved.rate, flows.map(Math.abs))
      expect(left.abs().div(size).lt('1e-18')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('the rate that a series was made with is the rate that is found, however high or negative', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -900, max: 5000 }),
      fc.array(sum, { minLength: 1, maxLength: 12 }),
      (perMille, paid) => {
        const rate = new Fine(perMille).div(1000)
        const lent = netPresentValue(rate, paid)
        const solved = internalRate([lent.negated(), ...paid])
        if (!solved.found) throw new Error(solved.reason)
        expect(solved.rate.minus(rate).abs().lt('1e-14')).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('dated flows balance too, in whatever order they are told', () => {
  fc.assert(
    fc.property(
      sum,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 10, max: 12 }), sum), {
        minLength: 1,
        maxLength: 8,
      }),
      (lent, paid) => {
        const flows = [
          { on: '2024-02-29', amount: -lent },
          ...paid.map(([d, m, amount]) => ({
            on: `2024-${m}-${String(d).padStart(2, '0')}`,
            amount,
          })),
        ]
        const solved = datedInternalRate(flows)
        const turned = datedInternalRate(flows.toReversed())
        if (!solved.found || !turned.found) throw new Error('no rate')
        expect(
          solved.rate.minus(turned.rate).abs().lte(solved.rate.abs().plus(1).times('1e-12')),
        ).toBe(true)
      },
    ),
    { numRuns: 30 },
  )
})

test('flows that never change sign have no rate, and it is said why', () => {
  expect(internalRate([100, 200, 300])).toEqual({ found: false, reason: 'no-sign-change' })
  expect(internalRate([])).toEqual({ found: false, reason: 'nothing-to-balance' })
  expect(internalRate([-100])).toEqual({ found: false, reason: 'nothing-to-balance' })
  expect(internalRate([-100, 0, 0])).toEqual({ found: false, reason: 'nothing-to-balance' })
})

test('flows that change sign twice and balance at no rate say so', () => {
  expect(internalRate([10, -1, 10])).toEqual({ found: false, reason: 'no-rate-found' })
})

test('of several rates the one nearest to the guess is found', () => {
  // (1 + r) is 1.1 or 1.5: 1000 x (x - 1.1) x (x - 1.5).
  const flows = [-1000, 2600, -1650]
  const near = (guess: string) => {
    const solved = internalRate(flows, guess)
    return solved.found ? solved.rate.toFixed(10) : solved.reason
  }
  expect(near('0.1')).toBe('0.1000000000')
  expect(near('0.6')).toBe('0.5000000000')
})

test('1 now for 1,000,000,000,000 tomorrow, or the other way round, is still a rate', () => {
  const day = (amount: number) => ({ amount, periods: 1 })
  for (const [now, then] of [
    [-1, 1e12],
    [-1e12, 1],
  ] as const) {
    const solved = balancingRate([{ amount: now, periods: 0 }, day(then)])
    expect(
      solved.found &&
        solved.rate
          .plus(1)
          .div(then / -now)
          .minus(1)
          .abs()
          .lt('1e-15'),
    ).toBe(true)
  }
})

test('1.5 % a month flat over 12 months costs 31.72 % nominal and 36.8 % effective', () => {
  const rows = cumulativeRows({
    money: { step: 1, rounding: 'half-even' },
    principal: 1_200_000,
    annualRatePercent: '18',
    method: 'flat',
    interestPeriod: 'same-as-repayment',
    amortization: 'equal-instalments',
    disbursedOn: '2025-01-20',
    instalments: 12,
    every: { n: 1, unit: 'months' },
    graceOnPrincipal: 0,
    graceOnInterestPayment: 0,
  })
  const amounts = rows.map(({ principal, interest }) => String(principal + interest))
  const nominal = actuarialYearlyRate({
    advance: { on: '2025-01-20', amount: '1200000' },
    firstPaymentOn: '2025-02-20',
    unitPeriod: { unit: 'month', n: 1 },
    payments: amounts.map((amount) => ({ amount })),
  })
  const effective = effectiveYearlyRate(
    [{ amount: '1200000', at: {} }],
    amounts.map((amount, i) => ({ amount, at: { months: i + 1 } })),
  )
  expect(nominal.found && nominal.rate.toFixed(2)).toBe('31.72')
  expect(effective.found && effective.rate.toFixed(1)).toBe('36.8')
})

test('payments that never cover the advance have a negative rate, none at all has none', () => {
  const asked = {
    advance: { on: '2025-01-20', amount: '1000' },
    firstPaymentOn: '2025-02-20',
    unitPeriod: { unit: 'month', n: 1 },
  } as const
  const less = actuarialYearlyRate({ ...asked, payments: [{ amount: '80', count: 12 }] })
  expect(less.found && less.rate.isNegative()).toBe(true)
  expect(actuarialYearlyRate({ ...asked, payments: [{ amount: '0' }] })).toEqual({
    found: false,
    reason: 'no-sign-change',
  })
})
