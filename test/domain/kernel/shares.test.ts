import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Weight, split } from '#domain/kernel/shares.ts'

const weights = (of: Readonly<Record<string, number>>): Weight[] =>
  Object.entries(of).map(([key, weight]) => ({ key, weight }))
const partsOf = (...asked: Parameters<typeof split>): Record<string, number> =>
  Object.fromEntries(split(...asked))

test.each([
  // 10 x 6, 3, 2 of 11 are 5.45, 2.73 and 1.82: the two units that are left go to c and b.
  ['to whoever lost most by rounding', 10, { a: 6, b: 3, c: 2 }, { a: 5, b: 3, c: 2 }],
  // 7 x 5, 3, 2 of 10 are 3.5, 2.1 and 1.4: one unit is left.
  ['to nobody else', 7, { c: 2, b: 3, a: 5 }, { a: 4, b: 2, c: 1 }],
  // 3.33 each: one unit is left, and nobody lost more than another.
  ['among equals to the first by key', 10, { c: 1, a: 1, b: 1 }, { a: 4, b: 3, c: 3 }],
  ['among equals a unit each', 11, { c: 1, a: 1, b: 1 }, { a: 4, b: 4, c: 3 }],
  // Half a unit each: the second of the two gets none.
  ['where two lost a half, to one of them', 5, { b: 1, a: 1 }, { a: 3, b: 2 }],
  ['to nobody where nothing is left', 12, { a: 3, b: 2, c: 1 }, { a: 6, b: 4, c: 2 }],
  ['never to whoever has no part in it', 10, { a: 0, b: 3, c: 4 }, { a: 0, b: 4, c: 6 }],
  ['to one alone', 99, { a: 7 }, { a: 99 }],
])('what rounding leaves of a sum goes %s', (_, sum, of, expected) => {
  expect(partsOf(sum, weights(of))).toEqual(expected)
})

test('a sum is split in notes: 700 riel among three are 300, 200 and 200', () => {
  expect(partsOf(700, weights({ a: 1, b: 1, c: 1 }), 100)).toEqual({ a: 300, b: 200, c: 200 })
  expect(partsOf(1_000, weights({ a: 1, b: 2 }), 500)).toEqual({ a: 500, b: 500 })
  expect(partsOf(1_000, weights({ a: 1, b: 6 }), 500)).toEqual({ a: 0, b: 1_000 })
})

test('a sum that is no whole number of notes is a mistake of the program', () => {
  expect(() => split(750, weights({ a: 1 }), 100)).toThrow(RangeError)
})

test('where nobody has a part in it nobody gets anything', () => {
  expect(partsOf(700, weights({ a: 0, b: 0 }), 100)).toEqual({ a: 0, b: 0 })
  expect(partsOf(700, [])).toEqual({})
})

test('large sums and weights are split to the last unit, beyond what a float can hold', () => {
  const parts = partsOf(999_999_999_999, weights({ a: 999_999_999_998, b: 999_999_999_999 }))
  expect(parts).toEqual({ a: 499_999_999_999, b: 500_000_000_000 })
})

test('whoever gets one more has lost no less by rounding than anybody who does not', () => {
  const some = fc.uniqueArray(
    fc.record({ key: fc.string({ minLength: 1 }), weight: fc.integer({ min: 0, max: 40 }) }),
    { minLength: 1, maxLength: 8, selector: ({ key }) => key },
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), some, (sum, all) => {
      const total = all.reduce((so, { weight }) => so + weight, 0)
      fc.pre(total > 0)
      const parts = split(sum, all)
      const told = all.map(({ key, weight }) => ({
        key,
        isMore: parts.get(key)! - Math.floor((sum * weight) / total),
        lost: (sum * weight) % total,
      }))
      expect(told.every(({ isMore }) => isMore === 0 || isMore === 1)).toBe(true)
      for (const more of told.filter(({ isMore }) => isMore === 1))
        for (const none of told.filter(({ isMore }) => isMore === 0))
          expect(more.lost > none.lost || (more.lost === none.lost && more.key < none.key)).toBe(
            true,
          )
    }),
  )
})
