import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Row, isPossible, regionOf } from '#domain/statistics/region.ts'

/** Every way in which so many columns can differ from the truth, up to six more each. */
const differences = (truth: readonly number[]): readonly (readonly number[])[] =>
  truth.reduce<readonly (readonly number[])[]>(
    (ways, most) =>
      ways.flatMap((way) => Array.from({ length: most + 7 }, (_, n) => [...way, n - most])),
    [[]],
  )

/** Sums of a table of two rows and two columns, of which some are told. */
const sums: readonly (readonly number[])[] = [
  [0, 1],
  [2, 3],
  [0, 2],
  [1, 3],
  [0, 1, 2, 3],
  [0],
  [3],
]

const worlds = fc.record({
  truth: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
  told: fc.subarray([...sums.keys()]),
  slack: fc.integer({ min: 0, max: 2 }),
  held: fc.constantFrom(undefined, 1, 2),
})

test('a group is found to grow and to shrink exactly as far as trying every table shows', () => {
  fc.assert(
    fc.property(worlds, ({ truth, told, slack, held }) => {
      const rows = told.map((n): Row => ({ plus: sums[n]!, below: slack, above: slack }))
      const asked = { truth, rows, ...(held === undefined ? {} : { held: new Set([held]) }) }
      const possible = differences(truth).filter((by) => isPossible(asked, by))
      const region = regionOf(asked)
      for (const [part, sign] of [
        [0, 1],
        [0, -1],
        [2, 1],
        [3, 1],
      ] as const) {
        const most = Math.max(...possible.map((by) => by[part]! * sign))
        for (const wanted of [1, 2, 3, 5]) {
          const { world } = region.reach({ parts: [part], sign }, wanted)
          expect(world !== undefined).toBe(most >= wanted)
          if (!world) continue
          expect(isPossible(asked, world)).toBe(true)
          expect(world[part]! * sign).toBeGreaterThanOrEqual(wanted)
        }
      }
    }),
  )
})

test('no table is taken for possible that has half a person, fewer than none or another sum', () => {
  const asked = { truth: [1, 2], rows: [{ plus: [0, 1], below: 0, above: 1 }], held: new Set([5]) }
  expect(isPossible(asked, [1, -1])).toBe(true)
  expect(isPossible(asked, [1, 0])).toBe(true)
  expect(isPossible(asked, [0.5, -0.5])).toBe(false)
  expect(isPossible(asked, [-2, 2])).toBe(false)
  expect(isPossible(asked, [2, 0])).toBe(false)
  expect(isPossible(asked, [0, -1])).toBe(false)
  expect(isPossible({ ...asked, held: new Set([0]) }, [1, -1])).toBe(false)
})

test('sums that lie three ways give broken tables on the way, and only whole ones are given', () => {
  const chance = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 })
  // Two by two by two, where every sum along one way is told.
  const ways = [
    [0, 1],
    [2, 3],
    [4, 5],
    [6, 7],
    [0, 2],
    [1, 3],
    [4, 6],
    [5, 7],
    [0, 4],
    [1, 5],
    [2, 6],
    [3, 7],
  ]
  fc.assert(
    fc.property(chance, (truth) => {
      const asked = { truth, rows: ways.map((plus) => ({ plus, below: 1, above: 1 })) }
      const { world } = regionOf(asked).reach({ parts: [0, 7], sign: 1 }, 2)
      if (world) expect(isPossible(asked, world)).toBe(true)
    }),
  )
})
