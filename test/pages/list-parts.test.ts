import { expect, test } from 'vitest'
import { partOf, partWays } from '#src/pages/list-parts.ts'
import { pageText } from '#test/pages/page-text.ts'

const rows = Array.from({ length: 120 }, (_, n) => n)

test('a long list is read a part at a time, to its end', () => {
  const read = ['1', '2', '3'].flatMap((part) => partOf(rows, part).rows)
  expect(read).toEqual(rows)
  expect(partOf(rows, '2')).toMatchObject({ part: 2, parts: 3 })
})

test('a part that there is not is the first one', () => {
  for (const asked of [undefined, '0', '4', '-1', '1e9', 'all', ''])
    expect(partOf(rows, asked)).toMatchObject({ part: 1, parts: 3 })
  expect(partOf([], '1')).toEqual({ rows: [], part: 1, parts: 1 })
})

test('each part leads to the next one and back to the newest; a short list leads nowhere', () => {
  const ways = (part: number, parts = 3) => {
    const html = String(partWays('en', { part, parts }, (to) => `/list?part=${to}`))
    return [pageText(html).trim(), [...html.matchAll(/part=(\d)/g)].map((found) => found[1])]
  }
  expect(ways(1)).toEqual(['Older lines', ['2']])
  expect(ways(2)[1]).toEqual(['1', '3'])
  expect(ways(3)).toEqual(['Back to the newest', ['1']])
  expect(ways(1, 1)).toEqual(['', []])
})
