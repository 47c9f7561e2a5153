import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastOfEach } from '#domain/statistics/choosing.ts'

test('of each group one is taken, and no other choice costs less', () => {
  const groups = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), {
    maxLength: 6,
  })
  const costs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(groups, costs, (each, cost) => {
      const costOf = (chosen: readonly number[]): number =>
        chosen.reduce((sum, one) => sum + cost[one]!, 0)
      const subsets = Array.from({ length: 128 }, (_, bits) =>
        cost.flatMap((_cost, one) => ((bits >> one) % 2 === 1 ? [one] : [])),
      )
      const sound = subsets.filter((chosen) =>
        each.every((group) => group.some((one) => chosen.includes(one))),
      )
      const { chosen, isLeast } = leastOfEach(each, (one) => cost[one]!)
      expect(isLeast).toBe(true)
      expect(each.every((group) => group.some((one) => chosen.has(one)))).toBe(true)
      expect(costOf([...chosen])).toBe(Math.min(...sound.map(costOf)))
    }),
  )
})

test('nothing is taken of no groups, and of two that cost the same the first', () => {
  expect(leastOfEach([], () => 1).chosen.size).toBe(0)
  expect([...leastOfEach([[5, 3]], () => 1).chosen]).toEqual([3])
})
