import fc from 'fast-check'
import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { activated, alongTheRiver, declared, storyWith } from '#test/support/flood.ts'
import {
  type Story,
  type StoryCommand,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const figuresOf = (story: Story, asOf: string) => {
  const book = fundBookOf(story)
  const health = healthOf(book, asOf)
  return { ...health, ...moreHealthOf(book, health) }
}

test('portfolio at risk is told with relief and without it, and a deferred loan is not late', () => {
  const bare = storyOf(alongTheRiver(3))
  const story = storyWith(alongTheRiver(3), declared(), activated)
  const [without, withRelief] = [figuresOf(bare, '2025-05-15'), figuresOf(story, '2025-05-15')]
  // l0 of 300,000 is put off; l1 and l2 are late since 20 February.
  expect(without.par30).toBe(903_000)
  expect(withRelief.par30).toBe(603_000)
  expect(withRelief.par30_with_relief).toBe(903_000)
  expect(withRelief.principal_under_relief).toBe(300_000)
  expect([withRelief.par60_with_relief, withRelief.par90_with_relief]).toEqual([903_000, 300_000])
})

test('who pays again after relief is told for 30, 60 and 90 days, each when the days have gone by', () => {
  const four = alongTheRiver(12)
  const again = [
    paid('2025-06-20', 1_000, 'l0'),
    paid('2025-07-20', 1_000, 'l3'),
    paid('2025-08-25', 1_000, 'l6'),
  ]
  const story = storyWith(four, declared(), activated, ...again)
  const rates = (asOf: string) => {
    const {
      restart_30_percent: a,
      restart_60_percent: b,
      restart_90_percent: c,
    } = figuresOf(story, asOf)
    return [a, b, c]
  }
  expect(rates('2025-06-29')).toEqual([null, null, null])
  expect(rates('2025-06-30')).toEqual([25, null, null])
  expect(rates('2025-07-30')).toEqual([25, 50, null])
  expect(rates('2025-12-31')).toEqual([25, 50, 75])
})

const two = (n: number): string => String(n).padStart(2, '0')
const letters = 'ABCD'

const village = fc.record({
  loans: fc.array(
    fc.record({
      principal: fc.integer({ min: 1, max: 40 }),
      months: fc.integer({ min: 1, max: 12 }),
      product: fc.constantFrom('normal' as const, 'seasonal' as const),
      paid: fc.array(fc.tuple(fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 120 })), {
        maxLength: 8,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  windows: fc.array(fc.tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 1,
    maxLength: 3,
  }),
  costs: fc.integer({ min: 0, max: 30 }),
})

test('relief never lowers a grade, whoever pays what and whenever it is given', () => {
  fc.assert(
    fc.property(village, ({ loans, windows, costs }) => {
      const told: StoryCommand[] = [
        ...alongTheRiver(0),
        ...loans.flatMap((loan, i): StoryCommand[] => [
          {
            type: 'AdmitMember',
            effectiveOn: '2025-01-01',
            memberId: `m${i}`,
            card: `M${i}`,
            sex: 'f',
            zone: 'z',
            isFormer: false,
          },
          paidOut({
            on: '2025-01-20',
            principal: loan.principal * 10_000,
            months: loan.months,
            product: loan.product,
            loanId: `l${i}`,
            memberId: `m${i}`,
          }),
          ...loan.paid.map(([month, sum]) => paid(`2025-${two(month)}-20`, sum * 1_000, `l${i}`)),
        ]),
        { type: 'RecordExpense', effectiveOn: '2025-12-01', amount: costs * 1_000 + 1 },
      ]
      const loanIds = loans.map((_, i) => `l${i}`)
      const given = windows.map(([month, length], i) =>
        relieved(
          '2025-12-02',
          { from: `2025-${two(month)}-05`, to: `2025-${two(Math.min(month + length, 12))}-25` },
          { eventId: `E${i}`, loanIds },
        ),
      )
      const grades = [storyOf(told), storyOf([...told, ...given])].map(
        (story) => figuresOf(story, '2025-12-31').grade,
      )
      const [without, withRelief] = grades
      expect(withRelief!.pointsLost).toBeLessThanOrEqual(without!.pointsLost)
      expect(letters.indexOf(withRelief!.letter)).toBeLessThanOrEqual(
        letters.indexOf(without!.letter),
      )
    }),
    { numRuns: 60 },
  )
})
