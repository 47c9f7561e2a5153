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

const plain: StressGround = {
  cash: 1_000,
  savings: 0,
  coming: [],
  queue: [],
  promised: [],
  minimumPercentOn: () => 0,
}
const weeksOf = (more: Partial<StressGround>, other: Partial<typeof asked> = {}) =>
  stressWeeks({ ...plain, ...more }, { ...asked, ...other })

test('a week begins the day after it is asked and ends with its seventh day', () => {
  // Asked on 1 September: weeks end on the 8th, 15th, 22nd and 29th.
  expect(weeksOf({}).map(({ through }) => through)).toEqual([
    '2025-09-08',
    '2025-09-15',
    '2025-09-22',
    '2025-09-29',
  ])
  const days = ['01', '02', '08', '09', '15', '29', '30']
  const firstIn = (more: (on: string) => Partial<StressGround>, key: 'comesIn' | 'goesOut') =>
    days.map((day) => weeksOf(more(`2025-09-${day}`)).findIndex((week) => week[key] === 7))
  const inWeeks = [-1, 0, 0, 1, 1, 3, -1]
  const one = (on: string) => [{ on, amount: 7 }]
  expect(firstIn((on) => ({ coming: one(on) }), 'comesIn')).toEqual(inWeeks)
  expect(firstIn((on) => ({ queue: one(on) }), 'goesOut')).toEqual(inWeeks)
  expect(firstIn((on) => ({ promised: one(on) }), 'goesOut')).toEqual(inWeeks)
})

test('of what falls due the part that is put off is rounded up, and comes back on its day of a later month', () => {
  const coming = [{ on: '2025-09-05', amount: 101 }]
  const weeks = weeksOf({ coming }, { deferPercent: 50, months: 1, weeks: 6 })
  expect(weeks.map(({ putOff, comesIn }) => [putOff, comesIn])).toEqual([
    [51, 50],
    [0, 0],
    [0, 0],
    [0, 0],
    // 5 October lies in the week that ends on the 6th.
    [0, 51],
    [0, 0],
  ])
  const last = [{ on: '2025-09-30', amount: 100 }]
  const late = weeksOf({ coming: last }, { deferPercent: 100, months: 5, weeks: 30 })
  // There is no 30 February: it comes back on the 28th.
  expect(late.find(({ comesIn }) => comesIn === 100)!.through).toBe('2026-03-02')
})

test('the last riel that must stay is enough, one less is below it, and none at all is not short', () => {
  const is = (cash: number, savings: number, percent = 35) =>
    weeksOf({ cash, savings, minimumPercentOn: () => percent }, { weeks: 1 })[0]!
  // 35 % of 1,001 are 350.35, so that 351 must stay.
  expect(is(351, 1_001)).toMatchObject({ minimum: 351, is: 'enough' })
  expect(is(350, 1_001)).toMatchObject({ minimum: 351, is: 'below-minimum' })
  expect(is(350, 1_000)).toMatchObject({ minimum: 350, is: 'enough' })
  expect(is(0, 0)).toMatchObject({ minimum: 0, is: 'enough' })
  expect(is(0, 1)).toMatchObject({ minimum: 1, is: 'below-minimum' })
  expect(is(-1, 0)).toMatchObject({ minimum: 0, is: 'short' })
})

test('savings that go lower what must stay, and what nobody saved asks for nothing', () => {
  const queue = [{ on: '2025-09-10', amount: 600 }]
  const minimums = (savings: number) =>
    weeksOf({ savings, queue, minimumPercentOn: () => 50 }, { weeks: 2 }).map(
      (week) => week.minimum,
    )
  expect(minimums(1_000)).toEqual([500, 200])
  expect(minimums(400)).toEqual([200, 0])
})

test('what must stay is what the charter wants on the last day of the week', () => {
  const minimumPercentOn = (on: string): number => (on >= '2025-09-15' ? 50 : 20)
  const minimums = weeksOf({ savings: 100, minimumPercentOn }).map(({ minimum }) => minimum)
  expect(minimums).toEqual([20, 50, 50, 50])
})
