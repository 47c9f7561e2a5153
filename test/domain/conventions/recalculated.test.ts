import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cumulativeRows } from '#domain/conventions/cumulative.ts'
import {
  type DatedSum,
  type RecalculatedTerms,
  recalculatedRows,
} from '#domain/conventions/recalculated.ts'

// Figures of Apache Fineract, LoanRepayment.feature RP02 to RP10: principal, interest, what is open, in cents.

const terms = (
  payments: readonly DatedSum[],
  asked: Partial<RecalculatedTerms> = {},
): RecalculatedTerms => ({
  money: { step: 1, rounding: 'half-even' },
  principal: 500_000,
  annualRatePercent: '12',
  method: 'declining',
  interestPeriod: 'daily',
  amortization: 'equal-instalments',
  disbursedOn: '2022-11-01',
  instalments: 6,
  every: { n: 1, unit: 'months' },
  graceOnPrincipal: 0,
  graceOnInterestPayment: 0,
  instalmentMultiple: 100,
  prepayment: 'reduce-instalment',
  payments,
  ...asked,
})

const figures = (on: string, amount: number) =>
  recalculatedRows(terms([{ on, amount }])).map(({ principal, interest, outstanding }) => [
    principal,
    interest,
    outstanding,
  ])

test('RP02: 1.00 more than is due on its day becomes principal of that row', () => {
  expect(figures('2022-12-01', 86_300)).toEqual([
    [81_368, 4932, 0],
    [81_933, 4267, 86_200],
    [82_768, 3432, 86_200],
    [83_862, 2338, 86_200],
    [84_467, 1733, 86_200],
    [85_602, 844, 86_446],
  ])
})

test('RP03: early money is principal from its day, and the interest stays due', () => {
  expect(figures('2022-11-27', 86_300)).toEqual([
    [86_300, 4818, 4818],
    [80_984, 4216, 85_200],
    [81_809, 3391, 85_200],
    [82_890, 2310, 85_200],
    [83_488, 1712, 85_200],
    [84_529, 834, 85_363],
  ])
})

test('RP06: early money below the share changes the interest only', () => {
  expect(figures('2022-11-27', 20_000).slice(0, 2)).toEqual([
    [81_295, 4905, 66_200],
    [81_933, 4267, 86_200],
  ])
})

const lateRows = [
  [81_825, 4375, 86_200],
  [82_766, 3434, 86_200],
  [83_861, 2339, 86_200],
  [84_465, 1735, 86_200],
  [85_815, 846, 86_661],
]

test('RP04 and RP07: four days late cost the interest of four days, whatever is then paid', () => {
  expect(figures('2022-12-05', 86_200)).toEqual([[81_268, 4932, 0], ...lateRows])
  expect(figures('2022-12-05', 20_000)).toEqual([[81_268, 4932, 66_200], ...lateRows])
})

test('RP10: what is too much of a late payment is early money for the running row', () => {
  expect(figures('2022-12-05', 150_000)).toEqual([
    [81_268, 4932, 0],
    [82_391, 3809, 22_400],
    [82_772, 3428, 86_200],
    [83_866, 2334, 86_200],
    [84_470, 1730, 86_200],
    [85_233, 841, 86_074],
  ])
})

test('while nothing is paid early or late the rows are those of the plan, whatever its terms', () => {
  const asked = fc.record({
    principal: fc.integer({ min: 1_000, max: 1_000_000 }),
    amortization: fc.constantFrom<RecalculatedTerms['amortization'][]>(
      'equal-instalments',
      'equal-principal',
    ),
    instalments: fc.integer({ min: 3, max: 12 }),
    graceOnPrincipal: fc.integer({ min: 0, max: 2 }),
    graceOnInterestPayment: fc.integer({ min: 0, max: 2 }),
    downPaymentPercent: fc.constantFrom(undefined, '25'),
    instalmentMultiple: fc.constantFrom(undefined, 100),
  })
  fc.assert(
    fc.property(asked, (parts) => {
      const loan = terms([], parts)
      const rows = recalculatedRows(loan)
      expect(rows).toMatchObject(cumulativeRows(loan))
      expect(rows.every(({ paid }) => paid === 0)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('in the grace early money is principal of its row, and the rows that pay are priced on the rest', () => {
  const rows = recalculatedRows(
    terms([{ on: '2022-11-16', amount: 100_000 }], { graceOnPrincipal: 2, instalments: 4 }),
  )
  // 4,000.00 over two months at 0.98630 % is 2,029.65, to the next whole unit 2,030; less 31 days' 40.77.
  expect(rows.map(({ principal }) => principal)).toEqual([100_000, 0, 198_923, 201_077])
  expect(rows[0]).toMatchObject({ interest: 4439, outstanding: 4439 })
})

test('a down payment is a row of its own on the day of the loan, and money of that day goes to it', () => {
  const rows = recalculatedRows(
    terms([{ on: '2022-11-01', amount: 125_000 }], { downPaymentPercent: '25' }),
  )
  expect(rows[0]).toMatchObject({
    n: 1,
    dueOn: '2022-11-01',
    principal: 125_000,
    interest: 0,
    outstanding: 0,
  })
  expect(rows).toHaveLength(7)
})

test('principal parts sum to the loan, none is negative, and what is paid and open is what is asked', () => {
  const days = ['2022-11-10', '2022-12-01', '2022-12-20', '2023-01-01', '2023-02-14', '2023-06-01']
  fc.assert(
    fc.property(
      fc.subarray(days),
      fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 6, maxLength: 6 }),
      fc.constantFrom<RecalculatedTerms['prepayment'][]>(
        'reduce-instalment',
        'reduce-count',
        'skip-next',
      ),
      (chosen, amounts, prepayment) => {
        const payments = chosen.map((on, i) => ({ on, amount: amounts[i]! }))
        const rows = recalculatedRows(terms(payments, { prepayment }))
        expect(rows.reduce((all, row) => all + row.principal, 0)).toBe(500_000)
        for (const row of rows) {
          expect(
            Math.min(row.principal, row.interest, row.paid, row.outstanding),
          ).toBeGreaterThanOrEqual(0)
          expect(row.paid + row.outstanding).toBe(row.principal + row.interest)
        }
        const paid = rows.reduce((all, row) => all + row.paid, 0)
        expect(paid).toBeLessThanOrEqual(payments.reduce((all, { amount }) => all + amount, 0))
      },
    ),
    { numRuns: 80 },
  )
})
