import type { ListOf } from '#domain/kernel/list-of.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balancesAnd } from '#domain/ledger/balance-list.ts'
import { ofEachDay } from '#domain/ledger/each-day.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'

const days = ['2026-01-01', '2026-01-02', '2026-01-05', '2026-02-01', '2026-03-01'] as const

const row = (on: string, amount: number): BalanceRow => ({
  account: 'asset:cash-box',
  currency: 'KHR',
  on,
  isClosing: false,
  amount,
})

const sumOn = (balances: ListOf<BalanceRow>, day: string): number =>
  balances.reduce((sum, { on, amount }) => (on <= day ? sum + amount : sum), 0)

const step = fc.record({
  /** Which of the lists that there are something is posted to, or is asked for a day. */
  of: fc.nat(),
  day: fc.constantFrom(...days),
  amount: fc.integer({ min: 1, max: 9 }),
  does: fc.constantFrom('post', 'ask', 'ask'),
  beside: fc.constantFrom('one rule', 'one rule', 'another'),
})

test('what is kept of a day is what the balances of that day come to, whatever was posted since and wherever', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const kept = ofEachDay((balances, day, beside: string) => `${beside} ${sumOn(balances, day)}`)
      const lists: ListOf<BalanceRow>[] = [[]]
      for (const { of, day, amount, does, beside } of steps) {
        const list = lists[of % lists.length]!
        if (does === 'post') lists.push(balancesAnd(list, [row(day, amount)]))
        else expect(kept(list, day, beside)).toBe(`${beside} ${sumOn(list, day)}`)
      }
    }),
  )
})

const everyDay = () => ofEachDay((balances, day) => sumOn(balances, day))

test('after two postings to ever earlier days no day tells of the money before them', () => {
  const kept = everyDay()
  const first: ListOf<BalanceRow> = [row('2026-01-01', 5)]
  for (const day of ['2026-01-02', '2026-03-01']) expect(kept(first, day, 0)).toBe(5)
  const second = balancesAnd(first, [row('2026-02-01', 1)])
  const third = balancesAnd(second, [row('2026-01-01', 10)])
  expect(kept(third, '2026-01-02', 0)).toBe(15)
})

test('of two that post to one book at once neither is told the other one’s money', () => {
  const kept = everyDay()
  const both: ListOf<BalanceRow> = [row('2026-01-01', 5)]
  expect(kept(both, '2026-01-01', 0)).toBe(5)
  const one = balancesAnd(both, [row('2026-02-01', 1)])
  expect(kept(one, '2026-02-01', 0)).toBe(6)
  const other = balancesAnd(both, [row('2026-03-01', 2)])
  expect(kept(other, '2026-02-01', 0)).toBe(5)
})

test('a day is worked out once while money moves on later days', () => {
  const asked: string[] = []
  const kept = ofEachDay((balances, day) => {
    asked.push(day)
    return sumOn(balances, day)
  })
  let list: ListOf<BalanceRow> = [row('2026-01-01', 5)]
  for (const day of days.slice(2)) {
    list = balancesAnd(list, [row(day, 1)])
    expect(kept(list, '2026-01-02', 0)).toBe(5)
  }
  expect(asked).toEqual(['2026-01-02'])
  expect(kept(balancesAnd(list, [row('2026-01-01', 2)]), '2026-01-02', 0)).toBe(7)
})
