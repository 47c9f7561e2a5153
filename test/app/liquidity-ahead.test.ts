import { expect, test } from 'vitest'
import { liquidityAheadOf } from '#src/app/health/liquidity-ahead.ts'
import type { FundBook } from '#domain/health/book.ts'
import { viewChanges } from '#src/app/views.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const deposit = (on: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn: on,
  memberId: 'm1',
  amount,
})

/** A fund with a million of its own, 50,000 of the social fund and 70,000 of a donor in its box. */
const opening = {
  cash: 1_120_000,
  reserve: 1_000_000,
  social: 50_000,
  windows: [{ windowId: 'w1', amount: 70_000 }],
}

const factsAfter = (
  told: readonly StoryCommand[],
  change: (book: FundBook) => FundBook = (book) => book,
) => {
  const story = storyOf([founded({ opening }), admitted('m1'), ...told])
  return {
    book: change(fundBookOf(story)),
    postings: viewChanges(story.village, story.entries).postings,
  }
}

const asked = { asOf: '2025-03-10', weeks: 4, deferPercent: 50 }

test('money of the social fund, of donors and of unknown owners is in the box and not free', () => {
  const ahead = liquidityAheadOf(factsAfter([]), asked)
  expect(ahead.cash).toBe(1_000_000)
  expect(ahead).toMatchObject({ ...asked, asked: 0, promised: 0, firstBelow: undefined })
  expect(ahead.weeksAhead).toHaveLength(4)
})

test('a savings request counts from the day on which it was asked', () => {
  const request = (askedOn: string, more: object = {}) => ({
    requestId: 'r1',
    memberId: 'm1',
    askedOn,
    amount: 30_000,
    ...more,
  })
  const withRequest = (askedOn: string, more: object = {}) =>
    liquidityAheadOf(
      factsAfter([deposit('2025-02-01', 100_000)], (book) => ({
        ...book,
        withdrawals: [request(askedOn, more)] as unknown as FundBook['withdrawals'],
      })),
      asked,
    )
  const out = ({ weeksAhead }: ReturnType<typeof withRequest>) =>
    weeksAhead.map(({ goesOut }) => goesOut)
  expect(withRequest('2025-03-10').asked).toBe(30_000)
  expect(withRequest('2025-03-11').asked).toBe(0)
  // Without a day, or with one that has passed, it is asked for tomorrow.
  expect(out(withRequest('2025-03-10'))).toEqual([30_000, 0, 0, 0])
  expect(out(withRequest('2025-03-01', { expectedOn: '2025-03-10' }))).toEqual([30_000, 0, 0, 0])
  expect(out(withRequest('2025-03-01', { expectedOn: '2025-03-17' }))).toEqual([30_000, 0, 0, 0])
  expect(out(withRequest('2025-03-01', { expectedOn: '2025-03-18' }))).toEqual([0, 30_000, 0, 0])
})

test('emergency loans that were promised count to the last day of their season, from its first or tomorrow', () => {
  const promised = (from: string, to: string) =>
    liquidityAheadOf(
      factsAfter([], (book) => ({
        ...book,
        seasons: [
          {
            seasonId: 's1',
            from,
            to,
            lines: [
              { memberId: 'm1', amount: 20_000 },
              { memberId: 'm2', amount: 15_000 },
            ],
            promisedOn: '2025-01-01',
            opened: [],
          },
        ],
      })),
      asked,
    )
  const out = (from: string, to: string) =>
    promised(from, to).weeksAhead.map(({ goesOut }) => goesOut)
  expect(promised('2025-02-01', '2025-03-10').promised).toBe(35_000)
  expect(promised('2025-02-01', '2025-03-09').promised).toBe(0)
  expect(out('2025-02-01', '2025-03-10')).toEqual([35_000, 0, 0, 0])
  expect(out('2025-03-17', '2025-06-30')).toEqual([35_000, 0, 0, 0])
  expect(out('2025-03-18', '2025-06-30')).toEqual([0, 35_000, 0, 0])
})

test('what falls due comes in by the half that is not put off, and comes back after the months of the charter', () => {
  const lent = paidOut({ on: '2025-02-20', principal: 400_000, months: 4 })
  const ahead = liquidityAheadOf(factsAfter([lent]), { ...asked, weeks: 20 })
  const due = ahead.weeksAhead.filter(({ putOff }) => putOff > 0)
  expect(ahead.cash).toBe(600_000)
  expect(due[0]).toMatchObject({ comesIn: 50_000, putOff: 50_000 })
  const whole = liquidityAheadOf(factsAfter([lent]), {
    asOf: '2025-03-10',
    weeks: 20,
    deferPercent: 0,
  })
  expect(whole.weeksAhead.reduce((sum, { comesIn }) => sum + comesIn, 0)).toBe(400_000)
})

test('the first week with less than the charter wants left is named, whether it is short or below', () => {
  const facts = factsAfter([deposit('2025-02-01', 1_000_000)], (book) => ({
    ...book,
    withdrawals: [
      {
        requestId: 'r1',
        memberId: 'm1',
        askedOn: '2025-03-01',
        expectedOn: '2025-03-20',
        amount: 1,
      },
    ] as unknown as FundBook['withdrawals'],
    balances: book.balances.map((row) =>
      row.account === 'asset:cash-box' && row.on === '2025-02-01'
        ? { ...row, amount: row.amount - 1_900_000 }
        : row,
    ),
  }))
  const ahead = liquidityAheadOf(facts, asked)
  expect(ahead.cash).toBe(100_000)
  expect(ahead.firstBelow).toEqual(ahead.weeksAhead[0])
  expect(ahead.weeksAhead[0]).toMatchObject({ is: 'below-minimum', through: '2025-03-17' })
})
