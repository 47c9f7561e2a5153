import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import type { Village } from '#domain/village.ts'
import {
  allOfUs,
  appraised,
  committeeAfter,
  decided,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, booked, paid, paidOut } from '#test/support/village.ts'
import { daysPosted } from '#test/support/posted.ts'

/** A million in the long run, which takes its time. */
const runs: Readonly<Record<string, number>> = { ci: 16_000, long: 1_000_000 }
const numRuns = runs[process.env['TEST_BUDGET'] ?? ''] ?? 3_000
const timeout = Math.max(60_000, numRuns * 4)

const day = fc.integer({ min: 0, max: 700 }).map((n) => daysAfter('2025-01-06', n))

test(
  'every ordinary loan at 1.5 % a month passes, from any day, of any sum, for any time',
  () => {
    const village = committeeAfter([])
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 1_500_000 }),
        fc.integer({ min: 1, max: 24 }),
        fc.option(fc.integer({ min: 1, max: 45 })),
        (on, principal, months, first) => {
          const firstDueOn = first === null ? {} : { firstDueOn: daysAfter(on, first) }
          const told = requested({ on, principal, months, ...firstDueOn })
          expect(wordOf(village, told)).toBe('recorded')
        },
      ),
      { numRuns },
    )
  },
  timeout,
)

const some = <T>(value: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(fc.record({ after: fc.integer({ min: 1, max: 400 }), value }), { maxLength })

/** A product of any price, and what may become of a loan of it: parts, fines, payments early, late and too large. */
const lives = fc.record({
  rate: fc.integer({ min: 0, max: 3_000 }).map((n) => (n / 1000).toString()),
  fee: fc.constantFrom(0, 0, 100, 2_000),
  deposit: fc.constantFrom(0, 0, 5_000),
  principal: fc.integer({ min: 10, max: 10_000 }).map((n) => n * 100),
  months: fc.integer({ min: 1, max: 24 }),
  every: fc.constantFrom({ n: 1, unit: 'weeks' } as const, { n: 1, unit: 'months' } as const),
  repayment: fc.constantFrom('equal-principal', 'equal-instalment', 'bullet' as const),
  part: fc.integer({ min: 1, max: 10 }),
  fines: some(fc.integer({ min: 1, max: 9_000 }), 3),
  payments: some(fc.integer({ min: 1, max: 12 }), 5),
})
type Life = typeof lives extends fc.Arbitrary<infer Value> ? Value : never

const paidOutOn = '2025-01-20'

const askedIn = ({ rate, every, repayment, principal, months, fee, deposit }: Life) => ({
  plan: { ratePercent: rate, every, repayment, dayOfMonth: 20 },
  ask: requested({
    principal,
    months,
    plan: { ratePercent: rate, every, repayment, dayOfMonth: 20 },
    ...(fee ? { fee } : {}),
    ...(deposit ? { deposit } : {}),
  }),
})

/** The money of a life, from the first part that is paid out. */
const moneyOf = (life: Life): StoryCommand[] => {
  const { principal, months, part, fines, payments } = life
  const first = Math.min(principal, Math.max(100, Math.floor(principal / part / 100) * 100))
  const payout = paidOut({ on: paidOutOn, principal, months })
  const rest: StoryCommand = {
    type: 'RecordPayoutPart',
    effectiveOn: '2025-02-03',
    loanId: 'l1',
    amount: principal - first,
  }
  return [
    { ...payout, plan: askedIn(life).plan, amount: first } as StoryCommand,
    ...(first < principal ? [rest] : []),
    ...fines.map(({ after, value }): StoryCommand => ({
      type: 'RecordLateFine',
      effectiveOn: daysAfter(paidOutOn, after),
      loanId: 'l1',
      amount: value,
    })),
    ...payments.map(({ after, value }) =>
      paid(daysAfter(paidOutOn, after), Math.ceil((principal * value) / 10)),
    ),
  ]
}

/** 18 % a year of what was owed, day by day, as in the shortest month; each due day may round up once. */
const mostAtCap = (village: Village, months: number): number => {
  const owedOn = daysPosted(village.posted).get('asset:loan:l1') ?? new Map<string, number>()
  const days = [...owedOn].toSorted(([a], [b]) => (a < b ? -1 : 1))
  let [owed, sum] = [0, 0]
  for (const [i, [on, amount]] of days.entries()) {
    owed += amount
    sum += owed * daysBetween(on, days[i + 1]?.[0] ?? daysAfter(on, 800))
  }
  return (sum * 0.18005) / 12 / 28 + 100 * (months + days.length)
}

const nobody = committeeAfter([])

test(
  'no loan that was voted for asks more than half of its principal, nor more than the cap on what was owed',
  () => {
    let lent = 0
    fc.assert(
      fc.property(lives, (life) => {
        const { ask } = askedIn(life)
        if (wordOf(nobody, ask) !== 'recorded') return
        const vote = decided({ ballot: allOfUs })
        // A price that only just passes may be too much on the day of the vote: then it was not voted for.
        if (wordOf(committeeAfter([ask, appraised()]), vote) !== 'recorded') return
        lent += 1
        const village = committeeAfter([ask, appraised(), vote, ...moneyOf(life)])
        const charged =
          0 - booked(village, 'income:interest') - booked(village, 'liability:social-fund')
        expect(charged + life.fee).toBeLessThanOrEqual(life.principal / 2)
        expect(charged).toBeLessThanOrEqual(mostAtCap(village, life.months))
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
    expect(lent).toBeGreaterThan(numRuns / 40)
  },
  timeout,
)
