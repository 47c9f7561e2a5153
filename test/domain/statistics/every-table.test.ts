import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaksOf } from '#domain/statistics/checks.ts'
import { systemOf } from '#domain/statistics/system.ts'
import { keyOf } from '#domain/statistics/tables.ts'
import { lines, released, tableOf, told } from '#test/domain/statistics/drawn-tables.ts'

/** Every way in which so many counts can differ, none below zero and each by six more at the most. */
const otherCounts = (counts: readonly number[]): readonly (readonly number[])[] =>
  counts.reduce<readonly (readonly number[])[]>(
    (ways, count) =>
      ways.flatMap((way) => Array.from({ length: count + 7 }, (_, n) => [...way, n])),
    [[]],
  )

const shapes = [[lines('a', 3)], [lines('a', 2), lines('b', 2)]] as const

test('every hidden group could have five more, as trying every other table shows, though each told figure were exact', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 11 }))
  const counts = fc.array(count, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(counts, fc.constantFrom(0, 1), (people, shape) => {
      const dimensions = shapes[shape]!
      const own = shape === 0 ? people.slice(0, 3) : people
      const table = tableOf(dimensions, own)
      const { release } = released([table], 'finance')
      const { cells, truth } = systemOf([table])
      const shown = new Map(release.tables[0]!.cells.map((cell) => [keyOf(cell.at), cell.people]))
      const sumOf = (parts: readonly number[], world: readonly number[]): number =>
        parts.reduce((sum, part) => sum + world[part]!, 0)
      const same = otherCounts(truth).filter((world) =>
        cells.every(
          (cell) => shown.get(cell.key) === null || sumOf(cell.parts[0]!, world) === cell.people,
        ),
      )
      for (const cell of cells.filter((one) => one.people < 5)) {
        const sizes = same.map((world) => sumOf(cell.parts[0]!, world))
        expect(Math.max(...sizes)).toBeGreaterThanOrEqual(cell.people + 5)
      }
    }),
    { numRuns: 40 },
  )
})

test('what is hidden beside small groups is the least that is safe, as trying every choice shows', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(counts, (people) => {
      const table = tableOf([lines('a', 2), lines('b', 2)], people)
      const found = released([table], 'finance')
      const system = systemOf([table])
      const cost = (isHidden: readonly boolean[]): number =>
        system.cells.reduce((sum, { parts }, at) => sum + (isHidden[at] ? parts[0]!.length : 0), 0)
      const choices = Array.from({ length: 2 ** system.cells.length }, (_, bits) =>
        system.cells.map(({ people: n }, at) => n < 5 || (bits >> at) % 2 === 1),
      ).toSorted((a, b) => cost(a) - cost(b))
      const least = choices.find((isHidden) => leaksOf({ system, isHidden, k: 5 }).length === 0)!
      const shown = told(found)
      const hidden = system.cells.map(({ key }) => shown[key || 'all'] === '-')
      expect(found.isLeast).toBe(true)
      expect(cost(hidden)).toBe(cost(least))
    }),
    { numRuns: 30 },
  )
})

test('whoever knows how it is decided and every table that can be never knows a small group to the last person', () => {
  const group = new Map<string, (readonly number[])[]>()
  const most = 14
  for (let n = 0; n < (most + 1) ** 3; n += 1) {
    const people = [
      n % (most + 1),
      Math.floor(n / (most + 1)) % (most + 1),
      Math.floor(n / (most + 1) ** 2),
    ]
    const shown = JSON.stringify(told(released([tableOf([lines('a', 3)], people)], 'finance')))
    group.set(shown, [...(group.get(shown) ?? []), people])
  }
  for (const worlds of group.values())
    for (const place of [0, 1, 2]) {
      const sizes = new Set(worlds.map((people) => people[place]!))
      const [only] = sizes
      expect(sizes.size > 1 || only! >= 5).toBe(true)
    }
})
