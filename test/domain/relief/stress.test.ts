import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type StressGround, stressWeeks } from '#domain/relief/stress.ts'

const asOf = '2025-09-01'
const ground: StressGround = {
  cash: 100_000,
  savings: 200_000,
  coming: [
    { on: '2025-09-05', amount: 40_000 },
    { on: '2025-09-20', amount: 60_000 },
  ],
  queue: [{ on: '2025-09-20', amount: 70_000 }],
  promised: [{ on: '2025-09-02', amount: 30_000 }],
  minimumPercentOn: () => 35,
}
const asked = { asOf, weeks: 4, deferPercent: 0, months: 3 }
const cashIn = (deferPercent: number, weeks = 4) =>
  stressWeeks(ground, { ...asked, deferPercent, weeks }).map(({ cash }) => cash)

test('what comes in, is asked for and was promised is counted in the week of its day', () => {
  expect(cashIn(0)).toEqual([110_000, 110_000, 100_000, 100_000])
  expect(cashIn(40)).toEqual([94_000, 94_000, 60_000, 60_000])
  expect(cashIn(100)).toEqual([70_000, 70_000, 0, 0])
})

test('a week warns below what the charter wants left, and again where nothing is left', () => {
  const is = (deferPercent: number, more: Partial<StressGround> = {}) =>
    stressWeeks({ ...ground, ...more }, { ...asked, deferPercent }).map((week) => week.is)
  expect(is(0)).toEqual(['enough', 'enough', 'enough', 'enough'])
  // 35 % of 130,000 that stay saved is 45,500.
  expect(is(100)).toEqual(['enough', 'enough', 'below-minimum', 'below-minimum'])
  expect(is(100, { cash: 99_999 })[2]).toBe('short')
})

test('what was put off comes back when the months are over, and nothing of it is lost', () => {
  expect(cashIn(50, 20).at(-1)).toBe(cashIn(0, 20).at(-1))
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 6 }),
      (percent, months) => {
        const weeks = stressWeeks(ground, { ...asked, deferPercent: percent, weeks: 52, months })
        expect(weeks.at(-1)!.cash).toBe(100_000)
        const later = stressWeeks(ground, { ...asked, deferPercent: 0, weeks: 52, months })
        expect(weeks.every(({ cash }, n) => cash <= later[n]!.cash)).toBe(true)
      },
    ),
  )
})
