import { expect, test } from 'vitest'
import { keptWhileSame, whileSame } from '#domain/kernel/kept.ts'

test('what is worked out of something frozen is made once, until what stands beside it is another', () => {
  let made = 0
  const sum = whileSame((numbers: readonly number[], more: number) => {
    made += 1
    return numbers.reduce((a, b) => a + b, more)
  })
  const numbers = Object.freeze([1, 2])
  expect([sum(numbers, 1), sum(numbers, 1), made]).toEqual([4, 4, 1])
  expect([sum(numbers, 2), sum(numbers, 2), made]).toEqual([5, 5, 2])
  // Another list of the same numbers is another list.
  expect([sum(Object.freeze([1, 2]), 2), made]).toEqual([5, 3])
})

test('what somebody may still change is worked out each time', () => {
  const count = whileSame((list: readonly number[]) => list.length)
  const list = [1]
  expect(count(list)).toBe(1)
  list.push(2)
  expect(count(list)).toBe(2)
  const kept = keptWhileSame<readonly number[], number>()
  expect([kept(list, [], () => 1), kept(list, [], () => 2)]).toEqual([1, 2])
})
