import fc from 'fast-check'
import { daysAfter } from '#domain/kernel/dates.ts'
import {
  type DueRule,
  type InterestRule,
  type PlanTerms,
  planFault,
} from '#domain/loans/plan/plan.ts'
import { near } from '#test/support/edge-draws.ts'

const paidOutOn = '2024-01-15'

const rounding = fc.record({
  mode: fc.constantFrom<PlanTerms['interestRounding']['mode'][]>(
    'down',
    'up',
    'half-up',
    'half-even',
  ),
  step: fc.constantFrom(1, 50, 100, 500),
})

const interest: fc.Arbitrary<InterestRule> = fc.oneof(
  near([150], { min: 0, max: 900 }).map((rate) => ({
    per: 'period' as const,
    ratePercent: (rate / 100).toFixed(2),
  })),
  fc.record({
    per: fc.constant('day' as const),
    yearlyPercent: fc.integer({ min: 0, max: 60 }).map(String),
    days: fc.constantFrom<('actual/365' | 'actual/actual' | '30/360')[]>(
      'actual/365',
      'actual/actual',
      '30/360',
    ),
  }),
)

const firstDueOn = fc.integer({ min: 1, max: 60 }).map((days) => daysAfter(paidOutOn, days))

const everySoOften: fc.Arbitrary<DueRule> = fc.record({
  every: fc.constantFrom<{ n: number; unit: 'days' | 'weeks' | 'months' }[]>(
    { n: 10, unit: 'days' },
    { n: 1, unit: 'weeks' },
    { n: 2, unit: 'weeks' },
    { n: 1, unit: 'months' },
    { n: 3, unit: 'months' },
  ),
  firstDueOn,
})

const onDays: fc.Arbitrary<DueRule> = fc
  .array(fc.integer({ min: 5, max: 40 }), { minLength: 24, maxLength: 24 })
  .map((gaps) => {
    let days = 0
    return { on: gaps.map((gap) => daysAfter(paidOutOn, (days += gap))) }
  })

const window = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, length]) => ({
    from: daysAfter('2024-01-16', from),
    to: daysAfter('2024-01-16', from + length),
  }))

const workingDays = fc.record({
  weekend: fc.constantFrom<number[][]>([], [7], [6, 7]),
  holidays: fc.constantFrom<string[][]>([], ['2024-04-15', '2024-04-16'], ['2024-02-14']),
  direction: fc.constantFrom<('forward' | 'backward' | 'forward-in-month')[]>(
    'forward',
    'backward',
    'forward-in-month',
  ),
})

/** Plans of every kind that can hold, with relief, days on which nobody meets, grace and balloon. */
export const randomPlans: fc.Arbitrary<PlanTerms> = fc
  .record(
    {
      // Sums that bear so many whole steps and a half of one in a month at 1.5 %.
      principal: near([5_000, 50_000, 250_000], { min: 1_000, max: 5_000_000 }),
      paidOutOn: fc.constant(paidOutOn),
      instalments: fc.integer({ min: 1, max: 24 }),
      due: fc.oneof(everySoOften, everySoOften, onDays),
      interest,
      repayment: fc.constantFrom<PlanTerms['repayment'][]>(
        'equal-principal',
        'equal-instalment',
        'bullet',
      ),
      graceOnPrincipal: fc.integer({ min: 0, max: 3 }),
      graceOnInterest: fc.record({
        instalments: fc.integer({ min: 0, max: 3 }),
        is: fc.constantFrom<('deferred' | 'forgiven')[]>('deferred', 'forgiven'),
      }),
      balloon: fc.integer({ min: 0, max: 999 }),
      interestRounding: rounding,
      instalmentRounding: rounding,
      remainder: fc.constantFrom<PlanTerms['remainder'][]>('first', 'last', 'spread'),
      workingDays,
      relief: fc.array(window, { maxLength: 2 }),
    },
    {
      requiredKeys: [
        'principal',
        'paidOutOn',
        'instalments',
        'due',
        'interest',
        'repayment',
        'interestRounding',
        'instalmentRounding',
        'remainder',
      ],
    },
  )
  .filter((terms) => planFault(terms) === undefined)
