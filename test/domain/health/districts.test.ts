import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type PortfolioLine,
  districtsOf,
  portfolioLine,
  totalsOf,
} from '#domain/health/villages.ts'

const village = (district: number, place: number, owed = 1000): PortfolioLine => {
  const summary = {
    seq: 1,
    writtenOn: '2026-01-20',
    on: '2026-01-20',
    openedOn: '2025-01-01',
    villageCode: `${String(district).padStart(4, '0')}${String(place).padStart(4, '0')}`,
    currency: 'KHR',
    members: 20,
    cash: 100,
    savings: 500,
    owed,
    loans: 2,
    late: [],
    par30: [],
    lastMeeting: '2026-01-20',
    unanswered: 0,
  } as const
  const found = { judged: undefined, isFresh: false }
  return portfolioLine({ fundId: `${district} ${place}`, name: '', summary }, found, '2026-01-21')
}

const villagesOf = (counts: readonly number[]): readonly PortfolioLine[] =>
  counts.flatMap((count, district) =>
    Array.from({ length: count }, (_, place) => village(district + 101, place)),
  )

test('a district tells how many villages it has, and what five or more come to together', () => {
  const [small, other, large] = districtsOf(villagesOf([2, 3, 6]))
  expect(small).toEqual({ code: '0101', funds: 2, totals: [] })
  expect(other).toEqual({ code: '0102', funds: 3, totals: [] })
  expect(large!.totals).toMatchObject([{ currency: 'KHR', funds: 6, members: 120, owed: 6000 }])
})

test('a small district that is alone hides the next smallest with it', () => {
  const told = districtsOf(villagesOf([9, 2, 6])).map(({ code, totals }) => [code, totals.length])
  expect(told).toEqual([
    ['0101', 1],
    ['0102', 0],
    ['0103', 0],
  ])
})

test('no small district can be told by taking all others from the sum of all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 }),
      (counts) => {
        const lines = villagesOf(counts)
        const districts = districtsOf(lines)
        expect(districts.map(({ funds }) => funds)).toEqual(counts)
        const hidden = districts.filter(({ totals }) => totals.length === 0)
        expect(hidden.length).not.toBe(1)
        for (const { funds } of districts.filter(({ totals }) => totals.length > 0))
          expect(funds).toBeGreaterThanOrEqual(5)
        const [all] = totalsOf(lines)
        const told = districts.flatMap(({ totals }) => totals)
        const rest = all!.funds - told.reduce((sum, { funds }) => sum + funds, 0)
        if (hidden.length > 0) expect(rest).toBe(hidden.reduce((sum, { funds }) => sum + funds, 0))
      },
    ),
  )
})

test('what is under relief is a share of the funds whose book was read, and of none of them nothing is said', () => {
  const [read, unread] = [village(101, 0, 700), village(101, 1, 5000)]
  const judged = { underRelief: 350 } as PortfolioLine['judged']
  expect(totalsOf([{ ...read, judged }, unread])).toMatchObject([
    { owed: 5700, underRelief: 350, owedRead: 700 },
  ])
  expect(totalsOf([unread])).toMatchObject([{ owed: 5000, underRelief: 0, owedRead: 0 }])
})
