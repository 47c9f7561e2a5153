import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { randomPlans } from '#test/support/random-plans.ts'

/** Plans as they are agreed, before any relief and with every day a day to meet on. */
const plans: fc.Arbitrary<PlanTerms> = randomPlans.map((terms) => {
  const { workingDays: _, ...agreed } = terms
  return { ...agreed, relief: [] }
})

const window = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, length]) => ({
    from: daysAfter('2024-01-16', from),
    to: daysAfter('2024-01-16', from + length),
  }))

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

test('whatever is agreed, the parts of the principal sum to the loan and none is negative', () => {
  fc.assert(
    fc.property(plans, (terms) => {
      const rows = planRows(terms)
      expect(sum(rows.map(({ principal }) => principal))).toBe(terms.principal)
      for (const { principal, interest: borne } of rows)
        expect(Math.min(principal, borne)).toBeGreaterThanOrEqual(0)
      expect(rows.at(-1)!.balance).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('no loan bears more than half of its principal, and none bears interest on interest', () => {
  fc.assert(
    fc.property(plans, (terms) => {
      const rows = planRows(terms)
      const borne = sum(rows.map(({ interest: one }) => one))
      expect(borne * 2).toBeLessThanOrEqual(terms.principal)
      // Deferring interest moves it to a later row and makes no more of it.
      const now = planRows({ ...terms, graceOnInterest: { instalments: 0, is: 'deferred' } })
      const later = planRows({ ...terms, graceOnInterest: { instalments: 3, is: 'deferred' } })
      if (terms.instalments >= 3 && terms.repayment !== 'bullet')
        expect(sum(later.map(({ interest: one }) => one))).toBe(
          sum(now.map(({ interest: one }) => one)),
        )
    }),
    { numRuns: 200 },
  )
})

test('relief moves days: no part of a loan is ever higher for it, and none is added', () => {
  fc.assert(
    fc.property(plans, fc.array(window, { minLength: 1, maxLength: 3 }), (terms, relief) => {
      const before = planRows(terms)
      const after = planRows({ ...terms, relief })
      expect(after.length).toBeLessThanOrEqual(before.length)
      const paid = (rows: typeof before, place: 'principal' | 'interest') =>
        rows.filter((row) => row[place] > 0).map((row) => row[place])
      expect(paid(after, 'principal')).toEqual(paid(before, 'principal'))
      expect(sum(paid(after, 'interest'))).toBeLessThanOrEqual(sum(paid(before, 'interest')))
      const last = (rows: typeof before) => rows.at(-1)!.dueOn
      expect(last(after) >= last(before)).toBe(true)
      if (after.length === before.length)
        for (const [i, row] of after.entries())
          expect(row.total).toBeLessThanOrEqual(before[i]!.total)
      for (const { dueOn } of after)
        expect(relief.some(({ from, to }) => from <= dueOn && dueOn <= to)).toBe(false)
    }),
    { numRuns: 200 },
  )
})
