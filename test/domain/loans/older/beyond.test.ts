import { expect, test } from 'vitest'
import { beyondOf } from '#domain/loans/beyond.ts'
import { committeeAfter } from '#test/support/committee.ts'
import { carriedOver, converted, flat, lentLikeThat } from '#test/support/older.ts'
import { type Told, loanIn, paid, paidOut, relieved } from '#test/support/village.ts'

const beyond = (told: readonly Told[], day: string) => beyondOf(loanIn(committeeAfter(told)), day)
const open = (told: readonly Told[], day: string) => beyond(told, day)?.open

test('what a flat rate asks beyond the cap is told month by month', () => {
  const told = [carriedOver(flat('3')), paid('2025-01-20', [7500, 100_000])]
  expect(beyond(told, '2025-03-31')).toEqual({
    rows: [
      { on: '2025-01-20', asked: 30_000, counted: 7500 },
      { on: '2025-02-20', asked: 30_000, counted: 6000 },
      { on: '2025-03-20', asked: 30_000, counted: 6000 },
    ],
    asked: 90_000,
    counted: 19_500,
    paid: 7500,
    open: 70_500,
    beyondHalf: 0,
  })
})

test('a flat rate asks for the months of the loan and no longer, none in relief', () => {
  const told = [carriedOver(flat('3'))]
  // Ten months from August 2024: five of them are in this book.
  expect(beyond(told, '2026-12-31')?.asked).toBe(150_000)
  const flood = relieved('2025-02-01', { from: '2025-02-01', to: '2025-03-31' })
  expect(beyond([...told, flood], '2026-12-31')?.asked).toBe(90_000)
})

test('a dear rate is counted on the very balances that there were, interest on interest with it', () => {
  const dear = { asWritten: { method: 'declining', rateMonthlyPercent: '4' } } as const
  const told = [carriedOver(dear, { owed: 1_100_000 }), paid('2025-01-20', [0, 100_000])]
  expect(beyond(told, '2025-02-28')?.rows).toEqual([
    { on: '2025-01-20', asked: 44_000, counted: 15_000 },
    { on: '2025-02-20', asked: 40_000, counted: 13_500 },
  ])
})

test('interest that was paid stands: what is open is what was neither asked by the fund nor paid', () => {
  expect(open([carriedOver(flat('3')), paid('2025-01-20', [30_000, 100_000])], '2025-01-31')).toBe(
    0,
  )
  expect(open([carriedOver(flat('3')), paid('2025-01-20', [20_000, 100_000])], '2025-01-31')).toBe(
    10_000,
  )
})

test('of a loan that is cheaper than the charter, and of one of the fund’s own, nothing is open', () => {
  const cheap = { asWritten: { method: 'declining', rateMonthlyPercent: '1' } } as const
  expect(open([carriedOver(cheap)], '2025-12-31')).toBe(0)
  const own = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  expect(beyond([own], '2025-12-31')).toBeUndefined()
  expect(beyond([carriedOver({ securities: ['land-title'] })], '2025-12-31')).toBeUndefined()
})

test('nothing is open before it came into the book, once it is paid back, and once it is converted', () => {
  const told = [lentLikeThat(flat('3'))]
  expect(open(told, '2025-01-19')).toBeUndefined()
  expect(open(told, '2025-02-20')).toBe(15_000)
  const settled = [...told, paid('2025-02-20', 1_015_000)]
  expect([open(settled, '2025-02-19'), open(settled, '2025-02-20')]).toEqual([0, 0])
  expect(beyond(settled, '2026-02-20')?.asked).toBe(30_000)
  const voted = [...told, converted('2025-03-20')]
  expect([open(voted, '2025-03-19'), open(voted, '2025-03-20')]).toEqual([15_000, 0])
})
