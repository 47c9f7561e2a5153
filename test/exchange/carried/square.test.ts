import fc from 'fast-check'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { signs } from '#src/exchange/carried/signs.ts'
import { squareOf } from '#src/exchange/carried/square.ts'

const drawn = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row) => row.map((isDark) => (isDark ? '#' : '.')).join('')).join('\n')

const withPackage = (text: string): string =>
  drawn(encode(text, { ecc: 'M', border: 4, maskPattern: 0 }).data)

/** A letter first: the package has a closer mode for digits alone, which the phone never carries alone. */
const textOf = (length: number, seed: number): string =>
  `V${Array.from({ length: length - 1 }, (_, i) => signs[(i * i * 7 + i * seed + seed) % 45]).join('')}`

test('a phone draws what it carries module by module as the package does, in each version and at each edge of one', () => {
  const sizes = new Set<number>()
  for (let length = 1; length <= 970; length += 1) {
    // Each length of the first versions, and some of each other one.
    if (length > 64 && length % 31 !== 0 && length < 969) continue
    const text = textOf(length, length % 44)
    const { rows, size } = squareOf(text)
    expect(drawn(rows), `${length}`).toBe(withPackage(text))
    expect(rows).toHaveLength(size)
    sizes.add(size)
  }
  expect(sizes.size).toBe(20)
})

test('any signs of base 45 are drawn so', () => {
  const sign = fc.constantFrom(...signs)
  const text = fc.array(sign, { minLength: 1, maxLength: 620 }).map((all) => `VP1:${all.join('')}`)
  fc.assert(
    fc.property(text, (one) => {
      expect(drawn(squareOf(one).rows)).toBe(withPackage(one))
    }),
    { numRuns: 15 },
  )
})

test('what does not fit, and signs that are not carried, are refused', () => {
  expect(() => squareOf('A'.repeat(971))).toThrow(RangeError)
  expect(() => squareOf('a')).toThrow(RangeError)
  expect(() => squareOf('A០')).toThrow(RangeError)
})
