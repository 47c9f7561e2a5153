import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { PlanChoices } from '#domain/loans/request/agreed.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { type QuoteTerms, quoteFault, quoteOf } from '#domain/loans/plan/quote.ts'
import { sumOf } from '#test/support/committee.ts'
import {
  type StoryCommand,
  lending,
  loanIn,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

type Agreed = {
  readonly principal: number
  readonly months: number
  readonly plan: PlanChoices
  readonly product?: 'normal' | 'seasonal' | 'emergency'
}

const on = '2025-01-20'
const asked = ({ principal, months, plan, product = 'normal' }: Agreed): QuoteTerms => ({
  principal,
  ...('dueOn' in plan ? {} : { months }),
  product,
  paidOutOn: on,
  ...plan,
})

const lent = ({ principal, months, plan, product = 'normal' }: Agreed): StoryCommand =>
  ({ ...paidOut({ on, principal, months, product }), plan }) as StoryCommand

/** The rows of the plan as it was quoted, and each of them paid on its day. */
const onTime = (agreed: Agreed) => {
  const { rows } = quoteOf(defaultCharter, asked(agreed), undefined)
  const told = rows.map((row) => paid(row.dueOn, row.total))
  return { rows, village: lending([lent(agreed), ...told]), loan: lent(agreed) }
}

const plans: Record<string, Agreed> = {
  'weeks of equal instalments': {
    principal: 300_000,
    months: 12,
    plan: { every: { n: 1, unit: 'weeks' }, repayment: 'equal-instalment' },
  },
  fortnights: { principal: 300_000, months: 8, plan: { every: { n: 2, unit: 'weeks' } } },
  'own dates': {
    principal: 400_000,
    months: 4,
    plan: { dueOn: ['2025-02-14', '2025-03-21', '2025-05-02', '2025-07-15'] },
  },
  'equal instalments': {
    principal: 500_000,
    months: 10,
    plan: { repayment: 'equal-instalment', remainder: 'last' },
  },
  'equal instalments in steps of 500, the first one odd': {
    principal: 500_000,
    months: 10,
    plan: {
      repayment: 'equal-instalment',
      remainder: 'first',
      instalmentRounding: { mode: 'up', step: 500 },
    },
  },
  'a remainder that is spread': {
    principal: 500_000,
    months: 7,
    plan: { repayment: 'equal-principal', remainder: 'spread' },
  },
  'a balloon': { principal: 500_000, months: 10, plan: { balloon: 200_000 } },
  'months without principal': { principal: 500_000, months: 10, plan: { graceOnPrincipal: 3 } },
  'interest that waits': {
    principal: 500_000,
    months: 10,
    plan: { graceOnInterest: { instalments: 3, is: 'deferred' } },
  },
  'interest that is forgiven': {
    principal: 500_000,
    months: 10,
    plan: { graceOnInterest: { instalments: 2, is: 'forgiven' } },
  },
  'a season': { principal: 600_000, months: 6, plan: { repayment: 'bullet' }, product: 'seasonal' },
  'real days': {
    principal: 500_000,
    months: 10,
    plan: { yearlyPercent: '18', days: 'actual/365' },
  },
  'days of 30': { principal: 500_000, months: 10, plan: { yearlyPercent: '18', days: '30/360' } },
  'days off the week-end': {
    principal: 500_000,
    months: 10,
    plan: { workingDays: { weekend: [6, 7], holidays: [], direction: 'forward' } },
  },
}

test.each(Object.keys(plans))(
  '%s, lent and repaid on time, are exactly the rows of the plan',
  (name) => {
    const { rows, village } = onTime(plans[name]!)
    const { dues, splits, status, owed, interestDue } = standingIn(village, '2026-12-31')
    const due = rows.filter(({ principal }) => principal > 0)
    expect(dues.map((one) => [one.on, one.principal])).toEqual(
      due.map((row) => [row.dueOn, row.principal]),
    )
    expect(
      splits.map((split) => [split.on, split.interest, split.principal, split.excess]),
    ).toEqual(rows.map((row) => [row.dueOn, row.interest, row.principal, 0]))
    expect([status, owed, interestDue]).toEqual(['closed', 0, 0])
  },
)

test.each(Object.keys(plans))('%s: nobody is late who pays on time', (name) => {
  const { rows, village } = onTime(plans[name]!)
  for (const { dueOn } of rows) {
    const { overdue, daysPastDue } = standingIn(village, dueOn)
    expect([dueOn, overdue, daysPastDue]).toEqual([dueOn, 0, 0])
  }
})

test.each(Object.keys(plans))(
  '%s: early money keeps the loan whole in each of three words',
  (name) => {
    const { loan, rows } = onTime(plans[name]!)
    for (const early of ['next', 'fewer', 'smaller'] as const) {
      const first = rows[0]!
      const more = Math.min(90_000, first.balance)
      const told = { ...paid(first.dueOn, first.total + more), early } as StoryCommand
      const { dues, owed } = standingIn(lending([loan, told]), first.dueOn)
      expect([early, sumOf(dues)]).toEqual([early, plans[name]!.principal])
      expect(owed).toBe(first.balance - more)
    }
  },
)

test.each(Object.keys(plans))('%s: what settles it is what was quoted for the day', (name) => {
  const { loan, rows } = onTime(plans[name]!)
  const told = [loan, paid(rows[0]!.dueOn, rows[0]!.total)]
  const day = '2025-03-10'
  const quote = earlyPaymentOf(loanIn(lending(told)), day)!
  const village = lending([...told, paid(day, quote.principal + quote.interestNow)])
  expect(standingIn(village, day)).toMatchObject({ status: 'closed', owed: 0, interestDue: 0 })
  expect(quote.saved).toBeGreaterThanOrEqual(0)
})

const random = fc
  .record({
    principal: fc.integer({ min: 200, max: 15_000 }).map((n) => n * 100),
    months: fc.integer({ min: 1, max: 24 }),
    every: fc.constantFrom(
      { n: 1, unit: 'weeks' as const },
      { n: 2, unit: 'weeks' as const },
      { n: 1, unit: 'months' as const },
    ),
    repayment: fc.constantFrom(
      'equal-principal' as const,
      'equal-instalment' as const,
      'bullet' as const,
    ),
    remainder: fc.constantFrom('first' as const, 'last' as const, 'spread' as const),
    grace: fc.integer({ min: 0, max: 3 }),
    balloon: fc.integer({ min: 0, max: 100 }).map((n) => n * 100),
  })
  .map(({ principal, months, grace, ...choices }): Agreed => ({
    principal,
    months,
    plan: { ...choices, graceOnPrincipal: grace },
  }))
  .filter((agreed) => quoteFault(defaultCharter, asked(agreed)) === undefined)

test('any plan that can be quoted, lent and repaid on time, is exactly its rows', () => {
  fc.assert(
    fc.property(random, (agreed) => {
      const { rows, village } = onTime(agreed)
      const { splits, status } = standingIn(village, '2030-12-31')
      expect(
        splits.map((split) => [split.on, split.interest, split.principal, split.excess]),
      ).toEqual(rows.map((row) => [row.dueOn, row.interest, row.principal, 0]))
      expect(status).toBe('closed')
    }),
    { numRuns: process.env['TEST_BUDGET'] === 'ci' ? 500 : 30 },
  )
})
