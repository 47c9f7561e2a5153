import { expect, test } from 'vitest'
import { unlikeBook } from '#src/app/audits/test-rows.ts'

test('of a box with two currencies each sum is held against its own', () => {
  const box = (currency: 'KHR' | 'USD', book: number) =>
    ({ of: 'box', what: 'cash', currency, book, seen: book }) as const
  const expected = [box('KHR', 400_000), box('USD', 2_500)]
  expect(unlikeBook({ rows: expected }, expected)).toEqual([])
  const swapped = [box('KHR', 2_500), box('USD', 400_000)]
  expect(unlikeBook({ rows: swapped }, expected)).toEqual(['box cash', 'box cash'])
  expect(unlikeBook({ rows: [box('USD', 2_500)] }, expected)).toEqual(['box cash'])
})
