import { expect, test } from 'vitest'
import {
  type OpenDue,
  dueAnew,
  inOrder,
  leftOf,
  lowerAll,
  payOldest,
  takeOffLast,
} from '#domain/loans/plan/dues.ts'

/** Instalments of January, February ...: `[agreed, still to pay]`. */
const dues = (...list: readonly (readonly [number, number])[]): OpenDue[] =>
  list.map(([principal, left], i) => ({ on: `2025-0${i + 1}-20`, principal, left }))
const sums = (list: readonly OpenDue[]) => list.map(({ principal, left }) => [principal, left])

test('the oldest instalment is paid first, to the last riel, and what is beyond all comes back', () => {
  const pay = (amount: number) => {
    const list = dues([300, 300], [300, 200], [300, 300])
    return [payOldest(list, amount), ...list.map(({ left }) => left)]
  }
  expect(pay(299)).toEqual([0, 1, 200, 300])
  expect(pay(300)).toEqual([0, 0, 200, 300])
  expect(pay(301)).toEqual([0, 0, 199, 300])
  expect(pay(800)).toEqual([0, 0, 0, 0])
  expect(pay(801)).toEqual([1, 0, 0, 0])
  expect(pay(0)).toEqual([0, 300, 200, 300])
})

test('what is taken off the last instalments was never agreed; what was paid of them stays', () => {
  const list = dues([300, 300], [300, 200], [300, 300])
  takeOffLast(list, 400)
  expect(sums(list)).toEqual([
    [300, 300],
    [200, 100],
    [0, 0],
  ])
  expect(leftOf(list)).toBe(400)
})

test('all are lowered by the same whole steps, and the last ones by what is left over', () => {
  const list = dues([500, 500], [500, 500], [500, 500])
  lowerAll(list, 650, 100)
  // 650 / 3 is 216: two hundred each, and fifty off the last.
  expect(sums(list)).toEqual([
    [300, 300],
    [300, 300],
    [250, 250],
  ])
  const even = dues([500, 500], [500, 500], [500, 500])
  lowerAll(even, 600, 100)
  expect(sums(even).flat()).toEqual([300, 300, 300, 300, 300, 300])
  const little = dues([500, 500], [500, 500], [500, 500])
  lowerAll(little, 299, 100)
  expect(sums(little).flat()).toEqual([500, 500, 500, 500, 201, 201])
})

test('an instalment of which less is left than each is lowered by ends at nothing, never below', () => {
  const list = dues([500, 100], [500, 500], [500, 500])
  lowerAll(list, 900, 100)
  // Each may be lowered by 300; the first had 100 left, and its 200 come off the last.
  expect(sums(list)).toEqual([
    [400, 0],
    [200, 200],
    [0, 0],
  ])
})

test('what falls due anew on the same days keeps what was paid of each, and may be nothing', () => {
  const list = dues([300, 100], [300, 300], [300, 300])
  dueAnew(list, [250, 450])
  expect(sums(list)).toEqual([
    [450, 250],
    [450, 450],
    [0, 0],
  ])
  expect(inOrder(list).map(({ on }) => on)).toEqual(['2025-01-20', '2025-02-20'])
})

test('instalments stand in the order of their days, and those of one day in the order they came', () => {
  const list = [
    { on: '2025-03-20', principal: 1, left: 1 },
    { on: '2025-01-20', principal: 2, left: 2 },
    { on: '2025-03-20', principal: 3, left: 3 },
    { on: '2025-02-20', principal: 0, left: 0 },
  ]
  expect(inOrder(list).map(({ principal }) => principal)).toEqual([2, 1, 3])
})
