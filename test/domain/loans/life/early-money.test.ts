import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EarlyMoney } from '#domain/loans/loan.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { sumOf, toCome } from '#test/support/committee.ts'
import { near, nearDay } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  lending,
  loanIn,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

/** 500,000 over ten months at 1.5 %: instalments of 50,000 from 20 February on. */
const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const brought = (on: string, amount: number, early?: EarlyMoney): StoryCommand =>
  ({ ...paid(on, amount), ...(early && { early }) }) as StoryCommand

/** The first instalment and 100,000 beside it. */
const early = (word?: EarlyMoney) => lending([half, brought('2025-02-20', 157_500, word)])
const months = (from: number, to: number, sum: number): string[] =>
  Array.from(
    { length: to - from + 1 },
    (_, i) => `2025-${String(from + i).padStart(2, '0')}-20 ${sum}`,
  )

test('early money pays the next instalments where the borrower says so, or nothing', () => {
  const next = [...months(5, 11, 50_000)]
  expect(toCome(early('next'), '2025-02-20')).toEqual(next)
  expect(toCome(early(), '2025-02-20')).toEqual(next)
})

test('with fewer instalments the borrower goes on next month as before and is done sooner', () => {
  expect(toCome(early('fewer'), '2025-02-20')).toEqual(months(3, 9, 50_000))
})

test('with smaller instalments there are as many of them, on the same days', () => {
  // 100,000 / 9 is 11,111: each is lowered by 11,100, the last by the 100 that are left.
  expect(toCome(early('smaller'), '2025-02-20')).toEqual([
    ...months(3, 10, 38_900),
    '2025-11-20 38800',
  ])
})

test('whatever the borrower says, the same is owed and bears interest from the same day', () => {
  for (const word of ['next', 'fewer', 'smaller'] as const) {
    const village = early(word)
    expect(standingIn(village, '2025-02-20')).toMatchObject({
      owed: 350_000,
      principalPaid: 150_000,
    })
    expect(standingIn(village, '2025-03-20').interestDue).toBe(5_200)
  }
})

test('early money lowers the interest from its own day, not from the next meeting', () => {
  const village = lending([
    half,
    paid('2025-02-20', 57_500),
    brought('2025-03-05', 150_000, 'fewer'),
  ])
  // 300,000 stood all of the month, 150,000 for 13 days of it: 4,500 and 975.
  expect(standingIn(village, '2025-03-20').interestDue).toBe(5_400)
})

test('what is late or due is paid first; only the rest is early', () => {
  const village = lending([half, brought('2025-03-20', 165_000, 'fewer')])
  // 15,000 of interest, two instalments of 50,000; 50,000 are early.
  expect(toCome(village, '2025-03-20')).toEqual(months(4, 10, 50_000))
  const late = lending([half, brought('2025-03-25', 60_000, 'smaller')])
  expect(standingIn(late, '2025-03-25')).toMatchObject({ overdue: 55_000 })
  expect(toCome(late, '2025-03-25').slice(2)).toEqual(months(4, 11, 50_000))
})

test('fewer instalments may end with a smaller one', () => {
  const village = lending([half, brought('2025-02-20', 57_500 + 120_000, 'fewer')])
  expect(toCome(village, '2025-02-20')).toEqual([...months(3, 8, 50_000), '2025-09-20 30000'])
})

test('smaller instalments are none of them larger, the last and one that is partly paid neither', () => {
  const told = [half, paid('2025-06-01', 130_351), brought('2025-06-02', 99_650, 'smaller')]
  // One riel is early: one instalment is a riel less, and the others stay.
  const left = toCome(lending(told), '2025-06-02').map((row) => Number(row.split(' ')[1]))
  expect(left.toSorted()).toEqual([49_999, 50_000, 50_000, 50_000, 50_000, 50_000])
  const partly = [
    half,
    brought('2025-02-20', 80_600, 'next'),
    brought('2025-03-01', 40_000, 'smaller'),
  ]
  expect(toCome(lending(partly), '2025-03-01')[0]).toBe('2025-03-20 22500')
})

test('a borrower may choose otherwise each time', () => {
  const village = lending([
    half,
    brought('2025-02-20', 157_500, 'smaller'),
    brought('2025-03-20', 38_800 + 5_200 + 77_600, 'fewer'),
  ])
  // 350,000 less 38,800 and 77,600; two instalments fewer at the end.
  const left = toCome(village, '2025-03-20').map((row) => Number(row.split(' ')[1]))
  expect(left.reduce((sum, one) => sum + one, 0)).toBe(233_600)
  expect(Math.max(...left)).toBeLessThanOrEqual(39_600)
})

test('early money makes nobody late for what it was said to be for', () => {
  expect(standingIn(early('next'), '2025-04-21').daysPastDue).toBe(0)
  expect(standingIn(early('fewer'), '2025-03-21').daysPastDue).toBe(1)
  expect(standingIn(early('smaller'), '2025-03-21')).toMatchObject({ overdue: 38_900 })
})

test('all that is left paid early closes the loan, in whatever words', () => {
  for (const word of ['next', 'fewer', 'smaller'] as const) {
    const village = lending([half, brought('2025-02-20', 507_500, word)])
    expect(standingIn(village, '2025-02-20')).toMatchObject({ status: 'closed', owed: 0 })
    expect(toCome(village, '2025-02-20')).toEqual([])
  }
})

test('the settlement of the worked example is 452,200 and saves 31,300', () => {
  const village = lending([half, paid('2025-02-20', 57_500)])
  const quote = earlyPaymentOf(loanIn(village), '2025-03-02')!
  expect(quote).toMatchObject({ principal: 450_000, interestNow: 2_200, saved: 31_300 })
  const done = lending([half, paid('2025-02-20', 57_500), paid('2025-03-02', 452_200)])
  expect(standingIn(done, '2025-03-02')).toMatchObject({
    status: 'closed',
    owed: 0,
    interestPaid: 9_700,
  })
})

const word = fc.constantFrom(undefined, 'next' as const, 'fewer' as const, 'smaller' as const)
/** On due days and beside them, of a part with its interest, of two parts, and of one that is brought before its day. */
const payments = fc.array(
  fc.record({
    on: nearDay(['2025-02-20', '2025-03-20', '2025-11-20'], {
      from: '2025-02-01',
      to: '2025-12-31',
    }),
    sum: near([50_000, 57_500, 107_500], { min: 1, max: 200_000 }),
    word,
  }),
  { maxLength: 8 },
)

test('the principal parts come to the loan whatever is paid early, and what is to come to what is owed', () => {
  fc.assert(
    fc.property(payments, fc.constantFrom('normal', 'seasonal'), (list, product) => {
      const told = list.map((one) => brought(one.on, one.sum, one.word))
      const loan = paidOut({ on: '2025-01-20', principal: 500_000, months: 10, product })
      const village = lending([loan, ...told])
      for (const day of ['2025-03-20', '2025-07-01', '2025-12-31']) {
        const { dues, owed } = standingIn(village, day)
        expect(sumOf(dues)).toBe(500_000)
        const left = toCome(village, day).map((row) => Number(row.split(' ')[1]))
        expect(left.reduce((sum, one) => sum + one, 0)).toBe(owed)
      }
    }),
    { numRuns: 150 },
  )
})

test('no instalment ever grows by early money, and there are never more of them', () => {
  fc.assert(
    fc.property(payments, (list) => {
      const told = list.map((one) => brought(one.on, one.sum, one.word))
      const rows = toCome(lending([half, ...told]), '2025-12-31')
      for (const row of rows) expect(Number(row.split(' ')[1])).toBeLessThanOrEqual(50_000)
      expect(rows.length).toBeLessThanOrEqual(10)
    }),
    { numRuns: 150 },
  )
})

const settledOn = nearDay(['2025-11-20', '2025-12-20'], { from: '2025-10-21', to: '2025-12-31' })

test('a settlement as quoted closes the loan and costs what was quoted, on whatever day', () => {
  fc.assert(
    fc.property(payments, settledOn, (list, on) => {
      const before = list
        .map((one) => brought(one.on, one.sum, one.word))
        .filter(({ effectiveOn }) => effectiveOn <= on)
      const village = lending([half, ...before])
      const quote = earlyPaymentOf(loanIn(village), on)
      if (!quote) return
      const settled = lending([half, ...before, paid(on, quote.principal + quote.interestNow)])
      expect(standingIn(settled, on)).toMatchObject({ status: 'closed', owed: 0, interestDue: 0 })
      expect(standingIn(settled, on).splits.at(-1)).toMatchObject({ excess: 0 })
    }),
    { numRuns: 150 },
  )
})
