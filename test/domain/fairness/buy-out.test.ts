import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type BuyOutTerms, bandOf, burdenOf, buyOutOf } from '#domain/fairness/buy-out.ts'

const asked = (more: Partial<BuyOutTerms> = {}): BuyOutTerms => ({
  debts: [{ kind: 'moneylender', owed: 1_500_000, monthlyPayment: 150_000, monthlyPercent: '10' }],
  paysMonthly: 390_000,
  income: { least: 600_000, most: 600_000 },
  months: 24,
  paidOutOn: '2026-01-20',
  ...more,
})

test('1,500,000 at 10 % a month bought out over 24 months takes 75,000 a month instead of 150,000', () => {
  // 1,500,000 x 0.015 / (1 - 1.015^-24) = 74,886
  const plan = buyOutOf(defaultCharter, asked())
  expect(plan).toMatchObject({ principal: 1_500_000, monthlyBefore: 390_000 })
  expect(plan.monthlyAfter).toBe(390_000 - 150_000 + 74_900)
  expect(plan.burdenBefore).toEqual({ least: 65, most: 65 })
  expect(plan.burdenAfter).toEqual({ least: 52.48, most: 52.48 })
  expect(plan.interestBefore).toBe(3_600_000)
  expect(plan.interestAfter).toBeLessThan(300_000)
})

test('of an income that is a range the burden is one too, and of none nobody knows it', () => {
  expect(burdenOf(300_000, { least: 500_000, most: 750_000 })).toEqual({ least: 40, most: 60 })
  expect(burdenOf(300_000, undefined)).toBe('unknown')
  expect(burdenOf(300_000, { least: 0, most: 500_000 })).toBe('unknown')
  expect(burdenOf(300_000, { least: 1, most: 500_000 })).toEqual({ least: 60, most: 30_000_000 })
})

test('a burden has two decimals, and half of the last one goes up', () => {
  expect(burdenOf(1, { least: 800, most: 1_600 })).toEqual({ least: 0.06, most: 0.13 })
  expect(burdenOf(33_004, { least: 100_000, most: 100_000 })).toEqual({ least: 33, most: 33 })
  expect(burdenOf(33_005, { least: 100_000, most: 100_000 })).toEqual({ least: 33.01, most: 33.01 })
})

const dear = {
  kind: 'moneylender' as const,
  owed: 1_000_001,
  monthlyPayment: 200_000,
  monthlyPercent: '10',
}

test('interest of an old debt is told down, and what is left of it up, to the whole riel', () => {
  // 100,000.1 of interest in the first month; 99,999.9 of the debt are paid.
  const one = buyOutOf(defaultCharter, asked({ debts: [dear], months: 1 }))
  expect([one.interestBefore, one.stillOwedBefore]).toEqual([100_000, 900_002])
  // 90,000.11 in the second; 109,999.89 are paid.
  const two = buyOutOf(defaultCharter, asked({ debts: [dear], months: 2 }))
  expect([two.interestBefore, two.stillOwedBefore]).toEqual([190_000, 790_002])
})

test('several debts are bought out together: sums, payments, interest and what is left add up', () => {
  const mfi = {
    kind: 'mfi' as const,
    owed: 500_000,
    monthlyPayment: 60_000,
    monthlyPercent: '2',
  }
  const plan = buyOutOf(defaultCharter, asked({ debts: [dear, mfi], months: 1 }))
  expect(plan).toMatchObject({
    principal: 1_500_001,
    monthlyBefore: 390_000,
    interestBefore: 100_000 + 10_000,
    stillOwedBefore: 900_002 + 450_000,
  })
  // A month's 1.5 % of 1,500,001, down to the hundred, beside the 130,000 that go on.
  expect(plan.interestAfter).toBe(22_500)
  expect(plan.monthlyAfter).toBe(390_000 - 260_000 + 1_500_001 + 22_500)
})

test('buying a debt at 5 % a month or more out never costs more interest than keeping it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_000, max: 1_500_000 }),
      fc.integer({ min: 5, max: 20 }),
      fc.integer({ min: 3, max: 24 }),
      (owed, percent, months) => {
        const debts = [
          {
            kind: 'moneylender' as const,
            owed,
            monthlyPayment: Math.floor((owed * percent) / 100),
            monthlyPercent: String(percent),
          },
        ]
        const plan = buyOutOf(defaultCharter, asked({ debts, months }))
        expect(plan.interestAfter).toBeLessThan(plan.interestBefore)
        expect(plan.principal).toBe(owed)
      },
    ),
    { numRuns: 100 },
  )
})

test('a debt that is paid down bears interest on what is left of it, not on all of it to the end', () => {
  // 1,000,000 at 2 % with 120,000 a month: 20,000 + 18,000 + 15,960
  const paidDown = {
    kind: 'mfi' as const,
    owed: 1_000_000,
    monthlyPayment: 120_000,
    monthlyPercent: '2',
  }
  const over = (months: number, monthlyPayment: number) =>
    buyOutOf(defaultCharter, asked({ debts: [{ ...paidDown, monthlyPayment }], months }))
      .interestBefore
  expect(over(3, 120_000)).toBe(20_000 + 18_000 + 15_960)
  // Paid off after ten months, and short of its interest it does not grow.
  expect(over(60, 120_000)).toBe(over(11, 120_000))
  expect(over(3, 5_000)).toBe(60_000)
})

test('interest alone leaves the whole debt; what is paid beyond it leaves less, and never less than nothing', () => {
  const leftAfter = (months: number, monthlyPayment: number) => {
    const debt = { kind: 'moneylender' as const, owed: 1_000_000, monthlyPercent: '10' }
    return buyOutOf(defaultCharter, asked({ debts: [{ ...debt, monthlyPayment }], months }))
      .stillOwedBefore
  }
  expect(leftAfter(24, 100_000)).toBe(1_000_000)
  expect(leftAfter(2, 200_000)).toBe(1_000_000 - 100_000 - 110_000)
  expect(leftAfter(24, 900_000)).toBe(0)
})

test('a burden is told as its band, by the ends that the rules look at', () => {
  const at = (least: number, most = least) => bandOf({ least, most })
  expect([33, 33.01, 40, 40.01, 50, 50.01].map((one) => at(one))).toEqual([
    'up-to-33',
    'to-40',
    'to-40',
    'to-50',
    'to-50',
    'above-50',
  ])
  expect(at(30, 60)).toBe('to-50')
  expect(bandOf('unknown')).toBe('unknown')
})
