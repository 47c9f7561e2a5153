import { expect, test } from 'vitest'
import { lasting, lastingGroups, whileSame } from '#domain/kernel/kept.ts'

const counting = () => {
  let times = 0
  const sum = whileSame((numbers: readonly number[], beside: string) => {
    times += 1
    return `${numbers.reduce((all, one) => all + one, 0)} ${beside}`
  })
  return { sum, times: () => times }
}

test('of a list that nobody changes any more a thing is worked out once, and once more beside another value', () => {
  for (const list of [lasting([1, 2, 3]), Object.freeze([1, 2, 3])]) {
    const { sum, times } = counting()
    expect([sum(list, 'a'), sum(list, 'a'), times()]).toEqual(['6 a', '6 a', 1])
    expect([sum(list, 'b'), times()]).toEqual(['6 b', 2])
    expect([sum([...list], 'b'), times()]).toEqual(['6 b', 3])
  }
})

test('of a list that somebody may still change it is worked out each time', () => {
  const { sum } = counting()
  const list = [1, 2]
  expect(sum(list, 'a')).toBe('3 a')
  list.push(3)
  expect(sum(list, 'a')).toBe('6 a')
})

test('things put together by their keys are lists that last, and those they were taken from are not', () => {
  const all = [1, 2, 3, 4]
  const groups = lastingGroups(all, (one) => one % 2)
  const { sum, times } = counting()
  expect([sum(groups.get(0)!, 'a'), sum(groups.get(0)!, 'a'), times()]).toEqual(['6 a', '6 a', 1])
  sum(all, 'a')
  sum(all, 'a')
  expect(times()).toBe(3)
})
