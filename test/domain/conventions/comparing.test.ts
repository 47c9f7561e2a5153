import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type StatedBalances, comparedThere } from '#domain/conventions/comparing.ts'
import { type StatedLoan, planThere } from '#domain/conventions/stated-loan.ts'
import { statedLoans, statedOn } from '#test/support/random-stated-loans.ts'

/** 1,200,000 at 18 % a year for twelve months, flat: 216,000 of interest, 118,000 a month. */
const flat: StatedLoan = {
  system: 'fineract',
  principal: 1_200_000,
  ratePercent: '18',
  ratePer: 'year',
  method: 'flat',
  parts: 'equal-instalments',
  interestBy: 'period',
  every: { n: 1, unit: 'months' },
  disbursedOn: '2025-06-15',
  instalments: 12,
  graceOnPrincipal: 0,
  rounding: 'half-even',
  dayCount: { year: 'actual', month: 'actual' },
  unitsInOne: 1,
}

/** Six instalments fell due by December, five were paid. */
const state: StatedBalances = {
  principalPaid: 500_000,
  principalOwed: 700_000,
  interestPaid: 90_000,
  interestOwed: 126_000,
  principalLate: 100_000,
  interestLate: 18_000,
}

test('a loan that its system tells as its own convention gives it is the same', () => {
  expect(comparedThere(flat, state, statedOn)).toEqual({ verdict: 'same' })
})

test.each([
  [
    'more principal than was lent',
    { principalOwed: 700_001 },
    [{ figure: 'principal', told: 1_200_001, computed: 1_200_000 }],
  ],
  [
    'interest that the plan does not bear',
    { interestOwed: 130_000 },
    [{ figure: 'interest', told: 220_000, computed: 216_000 }],
  ],
  [
    'less late than fell due and was not paid',
    { principalLate: 0, interestLate: 0 },
    [
      { figure: 'principal-late', told: 0, computed: 100_000 },
      { figure: 'interest-late', told: 0, computed: 18_000 },
    ],
  ],
])('%s is told as a difference with both figures', (_, other, differences) => {
  expect(comparedThere(flat, { ...state, ...other }, statedOn)).toEqual({
    verdict: 'differs',
    differences,
  })
})

test('what is due on the day itself is not late on its eve', () => {
  const due = { ...state, principalLate: 0, interestLate: 0 }
  expect(comparedThere(flat, due, '2025-11-15')).toEqual({ verdict: 'same' })
  expect(comparedThere(flat, due, '2025-12-15')).toEqual({ verdict: 'same' })
  expect(comparedThere(flat, due, '2025-12-16').verdict).toBe('differs')
})

test.each<[string, Partial<StatedLoan>, string]>([
  ['of a system that nobody here knows', { system: 'other' }, 'convention-unknown'],
  ['flat where that system knows no flat loan', { system: 'frappe' }, 'not-of-that-system'],
  [
    'by the week where that system knows months',
    { system: 'frappe', method: 'declining', every: { n: 1, unit: 'weeks' } },
    'not-of-that-system',
  ],
  ['whose grace leaves nothing to pay', { graceOnPrincipal: 12 }, 'no-plan-holds'],
  ['due before it was paid out', { firstDueOn: '2025-06-15' }, 'no-plan-holds'],
])('a loan %s cannot be computed, and the reason is told', (_, other, reason) => {
  expect(comparedThere({ ...flat, ...other }, state, statedOn)).toEqual({
    verdict: 'not-computed',
    reason,
  })
})

test('of a loan of which nothing but the balance is told nothing can be held against the plan', () => {
  expect(comparedThere(flat, { principalOwed: 700_000 }, statedOn)).toEqual({
    verdict: 'not-computed',
    reason: 'nothing-told',
  })
})

test('the same rate told by the month, the year or the instalment is the same plan', () => {
  const byMonth = planThere({ ...flat, ratePercent: '1.5', ratePer: 'month' })
  expect(byMonth).toEqual(planThere(flat))
  expect(planThere({ ...flat, ratePercent: '1.5', ratePer: 'instalment' })).toEqual(byMonth)
  const there = { ...flat, system: 'opencbs' as const }
  expect(planThere({ ...there, ratePercent: '1.5', ratePer: 'instalment' })).toEqual(
    planThere(there),
  )
})

test('a plan of any convention repays what was lent, to the last unit', () => {
  fc.assert(
    fc.property(statedLoans, (loan) => {
      const rows = planThere(loan)
      expect(rows).not.toBeTypeOf('string')
      if (typeof rows === 'string') return
      expect(rows.reduce((sum, { principal }) => sum + principal, 0)).toBe(loan.principal)
      expect(rows.every(({ interest }) => Number.isSafeInteger(interest) && interest >= 0)).toBe(
        true,
      )
    }),
    { numRuns: 200 },
  )
})
