import fc from 'fast-check'
import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { near, nearDay } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  relieved,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({
    opening: {
      cash: 3_000_000,
      provision: 800,
      social: 40_000,
      reserve: 2_693_200,
      windows: [{ windowId: 'migration', amount: 150_000 }],
    },
  }),
  admitted('m1'),
  admitted('m2'),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 200_000 },
  takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 84_000, memberId: 'm2' }),
  paidOut({ on: '2025-01-20', principal: 250_000, months: 5, loanId: 'l2' }),
]
/** The last day that is closed, the first that is open, a due day, and the last of the year. */
const day = nearDay(['2025-06-30', '2025-07-01', '2025-03-20', '2025-12-31'], {
  from: '2025-02-01',
  to: '2025-12-31',
})
const amount = near([30_000, 53_700, 84_000], { min: 1, max: 90_000 })
const loanId = fc.constantFrom('l1', 'l2')

const fact: fc.Arbitrary<StoryCommand> = fc.oneof(
  fc.tuple(day, amount, loanId).map(([on, sum, id]) => paid(on, sum, id)),
  fc.tuple(day, amount, loanId).map(([on, sum, id]) => paid(on, [Math.floor(sum / 9), sum], id)),
  fc
    .tuple(day, day, day)
    .map(([on, a, b]) => relieved(on, a < b ? { from: a, to: b } : { from: b, to: a })),
  fc.tuple(day, amount, loanId).map(([effectiveOn, sum, id]): StoryCommand => ({
    type: 'RecordWriteOff',
    effectiveOn,
    loanId: id,
    amount: sum,
  })),
  fc.tuple(day, amount).map(([effectiveOn, sum]): StoryCommand => ({
    type: 'RecordExpense',
    effectiveOn,
    amount: sum,
  })),
  fc.tuple(day, fc.integer({ min: 1, max: 5 })).map(([effectiveOn, shares]): StoryCommand => ({
    type: 'BuyShares',
    effectiveOn,
    memberId: 'm2',
    shares,
  })),
  fc.tuple(day, amount).map(([effectiveOn, sum]): StoryCommand => ({
    type: 'RecordGrantPayout',
    effectiveOn,
    windowId: 'migration',
    grantNumber: 'G1',
    amount: sum,
  })),
  fc
    .tuple(day, fc.integer({ min: 2_500_000, max: 3_500_000 }))
    .map(([effectiveOn, sum]): StoryCommand => ({
      type: 'CloseMeeting',
      effectiveOn,
      count: { amount: sum, isByNote: true },
    })),
)
const facts = fc.array(fact, { maxLength: 10 }).map((list) =>
  list.map((told, i): StoryCommand => {
    const event = told.type === 'RecordRelief' ? { eventId: `E${i}` } : {}
    return { ...told, ...event, id: idOf(100 + i) }
  }),
)

const close: StoryCommand = { type: 'ClosePeriod', effectiveOn: '2025-06-30', id: idOf(200) }

test('on every day the fund has what it owes and its reserve, whatever happened before a close and came after it', () => {
  fc.assert(
    fc.property(facts, fc.nat({ max: 10 }), day, (list, closedAt, asOf) => {
      const told = list.toSpliced(closedAt, 0, close)
      const story = storyOf([...begun, ...told])
      const sinceClose = story.entries.slice(begun.length + told.indexOf(close) + 1)
      for (const { body } of sinceClose)
        for (const { on } of body.postings) expect(on > '2025-06-30').toBe(true)
      const book = fundBookOf(story)
      const health = healthOf(book, asOf)
      const { suspense, arrears } = moreHealthOf(book, health)
      const owed = health.member_savings + health.social_fund + health.restricted_migration
      expect(health.total_assets).toBe(owed + suspense + health.reserve)
      expect(arrears).toBeLessThanOrEqual(health.gross_loan_portfolio)
    }),
  )
})

test('on every day of its first year the reserve has grown by the surplus', () => {
  fc.assert(
    fc.property(facts, day, (list, asOf) => {
      const health = healthOf(fundBookOf(storyOf([...begun, ...list])), asOf)
      expect(health.reserve).toBe(2_693_200 + health.surplus)
    }),
  )
})
