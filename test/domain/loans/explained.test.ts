import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdayOf } from '#domain/kernel/dates.ts'
import { type Explanation, explanationOf } from '#domain/loans/explained.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { Rounding } from '#domain/loans/plan/plan-figures.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { randomPlans } from '#test/support/random-plans.ts'

const decimalModes = {
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
} as const

/** The rounding once more, by another library: what a reader would do with the figure that is shown. */
const roundedAsRead = (exact: string, { mode, step }: Rounding): number =>
  new Decimal(exact).div(step).toDecimalPlaces(0, decimalModes[mode]).times(step).toNumber()

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

const only = <Kind extends Explanation['of']>(steps: readonly Explanation[], of: Kind) =>
  steps.filter((step): step is Extract<Explanation, { of: Kind }> => step.of === of)

const regularIn = (steps: readonly Explanation[]) =>
  steps.find((step) => step.of === 'part' || step.of === 'instalment') as
    | Extract<Explanation, { of: 'part' | 'instalment' }>
    | undefined

const always = (law: (terms: PlanTerms, steps: readonly Explanation[]) => void): void =>
  fc.assert(
    fc.property(randomPlans, (terms) => law(terms, explanationOf(terms))),
    { numRuns: 300 },
  )

test('whoever rounds the figure that is shown, by the mode and step that are named, finds the interest', () => {
  always((_, steps) => {
    for (const { exact, rounding, rounded } of only(steps, 'interest'))
      expect(roundedAsRead(exact, rounding)).toBe(rounded)
  })
})

test('the figure before the rounding is base x rate x share, to two decimals at least', () => {
  always((_, steps) => {
    for (const { base, ratePercent, share, exact } of only(steps, 'interest')) {
      const product = new Decimal(base).times(ratePercent).times(share.parts).div(share.of).div(100)
      expect(product.minus(exact).abs().lte(0.005)).toBe(true)
    }
  })
})

test('a part or an instalment is its exact figure rounded, or the least that can change hands', () => {
  always(({ principal, balloon = 0 }, steps) => {
    const regular = regularIn(steps)
    if (!regular) return
    const { exact, rounding, rounded, of } = regular
    const { step } = rounding
    const least = of === 'instalment' ? step : Math.min(step, principal - balloon)
    expect(rounded).toBe(Math.max(roundedAsRead(exact, rounding), least))
  })
})

test('the interest of the rows is what was counted less what was cut', () => {
  always((terms, steps) => {
    const counted = sum(only(steps, 'interest').map(({ rounded }) => rounded))
    const cut = sum(only(steps, 'cut').map(({ from, to }) => from - to))
    expect(sum(planRows(terms).map(({ interest }) => interest))).toBe(counted - cut)
    for (const { from, to } of only(steps, 'cut')) expect(to).toBeLessThan(from)
  })
})

test('equal parts, what the rounding left over and the balloon sum to the loan', () => {
  always((terms, steps) => {
    const regular = regularIn(steps)
    if (regular?.of !== 'part') return
    const rows = terms.instalments - (terms.graceOnPrincipal ?? 0)
    const left = sum(only(steps, 'remainder').map(({ by }) => by))
    const balloon = sum(only(steps, 'balloon').map(({ amount }) => amount))
    expect(rows * regular.rounded + left + balloon).toBe(terms.principal)
    const { dueOn } = planRows(terms).at(-1)!
    for (const step of only(steps, 'balloon')) expect(step.dueOn).toBe(dueOn)
  })
})

test('every row is the equal instalment with what the rounding left over, where nothing else changes it', () => {
  always((terms, steps) => {
    const regular = regularIn(steps)
    const isPlain =
      (terms.relief?.length ?? 0) === 0 &&
      (terms.graceOnPrincipal ?? 0) === 0 &&
      (terms.graceOnInterest?.instalments ?? 0) === 0 &&
      only(steps, 'cut').length === 0 &&
      only(steps, 'moved').length === 0
    if (regular?.of !== 'instalment' || !isPlain) return
    const by = new Map(only(steps, 'remainder').map((step) => [step.dueOn, step.by]))
    const rows = planRows(terms)
    for (const { n, dueOn, total } of rows) {
      const balloon = n === rows.length ? (terms.balloon ?? 0) : 0
      expect(total).toBe(regular.rounded + (by.get(dueOn) ?? 0) + balloon)
    }
  })
})

test('interest that waits is all in the row that it waits for', () => {
  always((terms, steps) => {
    if (only(steps, 'moved').length > 0) return
    const rows = planRows(terms)
    for (const { dueOn, amount } of only(steps, 'deferred'))
      expect(rows.find((row) => row.dueOn === dueOn)!.interest).toBeGreaterThanOrEqual(amount)
  })
})

test('days that are passed over lie in relief, and no instalment falls due on one of them', () => {
  always((terms, steps) => {
    const due = new Set(planRows(terms).map(({ dueOn }) => dueOn))
    for (const { on } of only(steps, 'passed-over')) {
      expect(terms.relief!.some(({ from, to }) => from <= on && on <= to)).toBe(true)
      if (!terms.workingDays) expect(due.has(on)).toBe(false)
    }
  })
})

test('a date moves off a day without a meeting and comes to a day with one', () => {
  always(({ workingDays }, steps) => {
    const isOff = (day: string): boolean =>
      workingDays!.weekend.includes(weekdayOf(day)) || workingDays!.holidays.includes(day)
    for (const { from, to } of only(steps, 'moved'))
      expect([isOff(from), isOff(to)]).toEqual([true, false])
  })
})

const terms: PlanTerms = {
  principal: 333_333,
  paidOutOn: '2026-01-05',
  instalments: 10,
  due: { every: { n: 1, unit: 'months' }, firstDueOn: '2026-02-05' },
  interest: { per: 'period', ratePercent: '1.5' },
  repayment: 'equal-principal',
  interestRounding: { mode: 'down', step: 100 },
  instalmentRounding: { mode: 'down', step: 100 },
  remainder: 'last',
}

test('4,999.995 is shown whole, because 5,000 rounded down would not be 4,900', () => {
  const [part, , first, second] = explanationOf(terms)
  expect(part).toMatchObject({ of: 'part', exact: '33333.3', rounded: 33_300 })
  expect(first).toMatchObject({ of: 'interest', exact: '4999.995', rounded: 4_900 })
  expect(second).toMatchObject({ exact: '4500.5', rounded: 4_500 })
})

test('interest that is rounded down to zero is told too', () => {
  const steps = explanationOf({ ...terms, principal: 5_000 })
  expect(only(steps, 'interest').map(({ exact, rounded }) => [exact, rounded])).toEqual(
    [75, 67.5, 60, 52.5, 45, 37.5, 30, 22.5, 15, 7.5].map((exact) => [String(exact), 0]),
  )
})

test('a plan of round figures has nothing left over, nothing cut and nothing moved', () => {
  const kinds = explanationOf({ ...terms, principal: 500_000 }).map(({ of }) => of)
  expect([...new Set(kinds)]).toEqual(['part', 'interest'])
})
