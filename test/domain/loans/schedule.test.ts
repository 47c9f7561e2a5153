import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instalmentPart } from '#domain/loans/plan/schedule.ts'
import { duesOf as dues } from '#domain/loans/plan/village-convention.ts'
import { near } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  answerTo,
  lending,
  loanIn,
  paidOut,
  takenOver,
} from '#test/support/village.ts'

const duesAfter = (told: StoryCommand, charter: Parameters<typeof lending>[1] = {}) =>
  dues(loanIn(lending([told], charter)))
const partsAfter = (told: StoryCommand) => duesAfter(told).map(({ principal }) => principal)
const daysAfter = (told: StoryCommand, meetingDay: number) =>
  duesAfter(told, { meetingDay }).map(({ on }) => on)

test('a loan of 500,000 for 10 months is ten parts of 50,000 on the meeting days after it', () => {
  const list = duesAfter(paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }))
  expect(list).toHaveLength(10)
  expect(list[0]).toEqual({ on: '2025-02-20', principal: 50_000 })
  expect(list[9]).toEqual({ on: '2025-11-20', principal: 50_000 })
})

test('a part is rounded down to 100 riel and the last one takes the rest', () => {
  expect(partsAfter(paidOut({ on: '2025-01-20', principal: 1_000_000, months: 12 }))).toEqual([
    ...Array.from({ length: 11 }, () => 83_300),
    83_700,
  ])
  expect(partsAfter(paidOut({ on: '2025-01-20', principal: 100_050, months: 3 }))).toEqual([
    33_300, 33_300, 33_450,
  ])
})

test('a part is never less than 100 riel, so that a very small loan ends early', () => {
  expect(partsAfter(paidOut({ on: '2025-01-20', principal: 250, months: 10 }))).toEqual([
    100, 100, 50,
  ])
  expect(partsAfter(paidOut({ on: '2025-01-20', principal: 1, months: 12 }))).toEqual([1])
  expect(partsAfter(paidOut({ on: '2025-01-20', principal: 1_099, months: 10 }))).toEqual([
    100, 100, 100, 100, 100, 100, 100, 100, 100, 199,
  ])
})

test('a loan paid out the day before the meeting falls due on the next day for the first time', () => {
  const told = paidOut({ on: '2025-02-19', principal: 300_000, months: 3 })
  expect(daysAfter(told, 20)).toEqual(['2025-02-20', '2025-03-20', '2025-04-20'])
})

test.each([
  [28, ['2025-02-28', '2025-03-28', '2025-04-28', '2025-05-28']],
  [29, ['2025-02-28', '2025-03-29', '2025-04-29', '2025-05-29']],
  [30, ['2025-02-28', '2025-03-30', '2025-04-30', '2025-05-30']],
  [31, ['2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31']],
])('a fund that meets on day %i goes back to that day after a short February', (day, days) => {
  const told = paidOut({ on: '2025-01-31', principal: 400_000, months: 4 })
  expect(daysAfter(told, day)).toEqual(days)
})

test('in a leap year the last day of February is the 29th', () => {
  const told = {
    ...paidOut({ on: '2027-12-31', principal: 300_000, months: 3 }),
    effectiveOn: '2027-12-31',
  } as StoryCommand
  expect(daysAfter(told, 31)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
  expect(daysAfter(told, 30)).toEqual(['2028-01-30', '2028-02-29', '2028-03-30'])
})

test('a loan that was paid out on the clipped end of February is due on the real end of March', () => {
  const told = paidOut({ on: '2025-02-28', principal: 200_000, months: 2 })
  expect(daysAfter(told, 31)).toEqual(['2025-03-31', '2025-04-30'])
})

test('a seasonal loan is one sum at its maturity', () => {
  const told = paidOut({ on: '2025-05-20', principal: 650_000, months: 8, product: 'seasonal' })
  expect(duesAfter(told)).toEqual([{ on: '2026-01-20', principal: 650_000 }])
})

test('a loan taken over pays the same part until nothing is left', () => {
  const told = takenOver({ on: '2024-08-20', principal: 500_000, months: 10, owed: 300_000 })
  expect(duesAfter(told)).toEqual(
    ['01', '02', '03', '04', '05', '06'].map((month) => ({
      on: `2025-${month}-20`,
      principal: 50_000,
    })),
  )
})

test('a last part smaller than half of one is paid with the one before it', () => {
  const taken = (owed: number) =>
    partsAfter(takenOver({ on: '2024-08-20', principal: 500_000, months: 10, owed }))
  expect(taken(124_900)).toEqual([50_000, 74_900])
  expect(taken(125_000)).toEqual([50_000, 50_000, 25_000])
  expect(taken(24_900)).toEqual([24_900])
  expect(taken(74_999)).toEqual([74_999])
  expect(taken(0)).toEqual([])
})

test('a loan taken over may need more instalments than were agreed, because it was late', () => {
  const told = takenOver({ on: '2023-01-20', principal: 500_000, months: 10, owed: 500_000 })
  expect(partsAfter(told)).toHaveLength(10)
})

test('a loan taken over on a meeting day goes on that same day', () => {
  const told = takenOver({
    on: '2024-10-20',
    takenOn: '2025-02-20',
    principal: 300_000,
    months: 10,
    owed: 60_000,
  })
  expect(duesAfter(told).map(({ on }) => on)).toEqual(['2025-02-20', '2025-03-20'])
})

test('a seasonal loan taken over keeps the maturity that it had in the old book', () => {
  const told = (on: string) =>
    takenOver({ on, principal: 600_000, months: 8, owed: 450_000, product: 'seasonal' })
  expect(duesAfter(told('2024-08-20'))).toEqual([{ on: '2025-04-20', principal: 450_000 }])
  expect(duesAfter(told('2024-03-20'))).toEqual([{ on: '2025-01-20', principal: 450_000 }])
})

test.each([
  ['/principal', { principal: 0 }],
  ['/principal', { principal: 0.5 }],
  ['/months', { months: 0 }],
  ['/months', { months: 121 }],
  ['/product', { product: 'flat' }],
  ['/number', { number: '' }],
  ['/firstDueOn', { firstDueOn: '2025-02-30' }],
  ['/firstDueOn', { firstDueOn: '2025-01-20' }],
])('a loan that cannot be is invalid at %s: %o', (at, fault) => {
  const told = { ...paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }), ...fault }
  expect(answerTo(lending([]), told as StoryCommand)).toMatchObject({ outcome: 'invalid', at })
})

test('the parts of any new loan come to the loan, and none is nothing or less', () => {
  // Loans of just one step an instalment, or one riel less.
  const some = fc
    .integer({ min: 1, max: 36 })
    .chain((n) => fc.tuple(near([100 * n], { min: 1, max: 3_000_000 }), fc.constant(n)))
  fc.assert(
    fc.property(some, ([sum, months]) => {
      const told = paidOut({ on: '2025-01-20', principal: sum, months })
      const parts = partsAfter(told)
      expect(parts.reduce((a, b) => a + b, 0)).toBe(sum)
      expect(parts.every((part) => part > 0)).toBe(true)
      expect(parts).toHaveLength(Math.min(months, Math.ceil(sum / 100)))
    }),
  )
})

test('the parts of any loan taken over come to what was owed, all but the last alike', () => {
  // What is left for the last instalment is nothing, half of a part, or one unit beside.
  const some = fc.integer({ min: 1, max: 24 }).chain((n) => {
    const part = Math.floor(900_000 / n / 100) * 100
    const edges = [part / 2, part, part * 1.5, part * 2, part * 2.5]
    return fc.tuple(near(edges, { min: 1, max: 900_000 }), fc.constant(n))
  })
  fc.assert(
    fc.property(some, ([sum, months]) => {
      const told = takenOver({ on: '2024-10-20', principal: 900_000, months, owed: sum })
      const loan = loanIn(lending([told]))
      const parts = dues(loan).map(({ principal }) => principal)
      const part = instalmentPart(loan.terms)
      const last = parts.at(-1)!
      expect(parts.reduce((a, b) => a + b, 0)).toBe(sum)
      expect(parts.slice(0, -1).every((one) => one === part)).toBe(true)
      expect(last * 2 >= part || parts.length === 1).toBe(true)
      expect(last * 2 < part * 3).toBe(true)
    }),
  )
})

test('a first due date that was agreed apart is the first, and the others count from it', () => {
  const told = {
    ...paidOut({ on: '2025-02-25', principal: 300_000, months: 3 }),
    firstDueOn: '2025-03-05',
  } as StoryCommand
  expect(daysAfter(told, 20)).toEqual(['2025-03-05', '2025-04-05', '2025-05-05'])
})
