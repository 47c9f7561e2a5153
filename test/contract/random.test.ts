import { expect, test } from 'vitest'
import { isUuid } from '#domain/kernel/ids.ts'
import { randomIds, randomOnNode } from '#infra/system/system.ts'

test('a token is 256 bits in base64url, and no two are the same', () => {
  const tokens = Array.from({ length: 1_000 }, () => randomOnNode.token())
  for (const token of tokens) {
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  }
  expect(new Set(tokens).size).toBe(1_000)
})

test('a number is drawn below its bound, and each as often as the others', () => {
  const counts = [0, 0, 0]
  for (let i = 0; i < 30_000; i += 1) counts[randomOnNode.below(3)]! += 1
  // Seven standard deviations: a fair draw is outside of them once in a hundred thousand million times.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(7 * 82)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30_000)
})

test('a PIN can be any six digits', () => {
  const drawn = Array.from({ length: 5_000 }, () => randomOnNode.below(1_000_000))
  expect(drawn.every((pin) => Number.isInteger(pin) && pin >= 0 && pin < 1_000_000)).toBe(true)
  expect(new Set(drawn).size).toBeGreaterThan(4_900)
  expect(randomOnNode.below(1)).toBe(0)
  for (const bound of [0, -1, 1.5, Number.NaN]) expect(() => randomOnNode.below(bound)).toThrow()
})

test('ids come in the order in which they are made, a hundred thousand of them, none twice', () => {
  const made = Array.from({ length: 100_000 }, () => randomIds())
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(made.every(isUuid)).toBe(true)
})
