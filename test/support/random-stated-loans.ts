import fc from 'fast-check'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { StatedLoan } from '#domain/conventions/stated-loan.ts'

/** The day that the books of all these loans are told on. */
export const statedOn = '2026-01-01'

const rate = fc.integer({ min: 0, max: 6_000 }).map((hundredths) => (hundredths / 100).toFixed(2))
const paidOut = fc.integer({ min: 1, max: 900 }).map((days): string => daysAfter(statedOn, -days))

const base = fc.record({
  // At least a thousand an instalment, so that no rounding ends a plan early.
  principal: fc.integer({ min: 600, max: 50_000 }).map((hundreds) => hundreds * 100),
  ratePercent: rate,
  disbursedOn: paidOut,
  instalments: fc.integer({ min: 2, max: 48 }),
  rounding: fc.constantFrom('half-even' as const, 'half-up' as const),
})

const plain = {
  parts: 'equal-instalments' as const,
  interestBy: 'period' as const,
  every: { n: 1, unit: 'months' as const },
  graceOnPrincipal: 0,
  dayCount: { year: 'actual' as const, month: 'actual' as const },
  unitsInOne: 1,
  ratePer: 'year' as const,
  method: 'declining' as const,
}

const every = fc.constantFrom(
  { n: 1, unit: 'months' as const },
  { n: 1, unit: 'weeks' as const },
  { n: 2, unit: 'weeks' as const },
)
const anyMethod = fc.constantFrom('declining' as const, 'flat' as const, 'interest-only' as const)
const anyParts = fc.constantFrom('equal-instalments' as const, 'equal-principal' as const)
const grace = fc.constantFrom(0, 0, 1)

const cumulative = fc
  .tuple(
    base,
    every,
    anyMethod,
    anyParts,
    grace,
    fc.constantFrom('period' as const, 'day' as const),
  )
  .map(([one, often, method, parts, graceOnPrincipal, interestBy]): StatedLoan => ({
    ...plain,
    ...one,
    system: 'fineract',
    every: often,
    method,
    parts,
    graceOnPrincipal,
    interestBy,
  }))

const periodRate = fc
  .tuple(base, every, anyMethod, anyParts, grace)
  .map(([one, often, method, parts, graceOnPrincipal]): StatedLoan => ({
    ...plain,
    ...one,
    // Of an instalment: a year's would be as much every fortnight.
    ratePercent: (Number(one.ratePercent) / 24).toFixed(2),
    ratePer: 'instalment',
    system: 'opencbs',
    every: often,
    method,
    parts,
    graceOnPrincipal,
  }))

const annuities = fc
  .tuple(base, fc.constantFrom('fineract-progressive' as const, 'frappe' as const))
  .map(([one, system]): StatedLoan => ({ ...plain, ...one, system }))

/** Loans of every convention that is known. Sums are riel. */
export const statedLoans: fc.Arbitrary<StatedLoan> = fc.oneof(cumulative, periodRate, annuities)
