import { expect, test } from 'vitest'
import { z } from '@hono/zod-openapi'
import { encodeBase64Url } from 'hono/utils/encode'
import { numberKey, paged, pagingOf } from '#src/http/reads/query.ts'

const rows = (...keys: readonly string[]) => keys.map((key) => ({ key }))
const page = (
  keys: readonly string[],
  { limit, cursor }: { readonly limit?: number; readonly cursor?: string } = {},
) => {
  const { items, nextCursor } = paged(rows(...keys), {
    list: 'cards',
    limit,
    cursor,
    key: (row) => row.key,
  })
  return { keys: items.map(({ key }) => key), nextCursor }
}

test('a last page has no next one, also where it is just full', () => {
  expect(page([], { limit: 2 })).toEqual({ keys: [], nextCursor: null })
  expect(page(['a'], { limit: 2 })).toEqual({ keys: ['a'], nextCursor: null })
  expect(page(['a', 'b'], { limit: 2 })).toEqual({ keys: ['a', 'b'], nextCursor: null })
  expect(page(['a', 'b', 'c'], { limit: 2 }).nextCursor).not.toBeNull()
})

test('pages are in the order of their keys, and none is given twice or left out', () => {
  const first = page(['c', 'a', 'd', 'b'], { limit: 2 })
  expect(first.keys).toEqual(['a', 'b'])
  // In between b was taken out and something came in before and after the end of the first page.
  const second = page(['c', 'a', 'd', 'aa', 'ba'], { limit: 3, cursor: first.nextCursor! })
  expect(second).toEqual({ keys: ['ba', 'c', 'd'], nextCursor: null })
  expect(page(['b'], { limit: 3, cursor: first.nextCursor! })).toEqual({
    keys: [],
    nextCursor: null,
  })
})

test('a page has fifty rows where nothing is said of it', () => {
  const keys = Array.from({ length: 51 }, (_, i) => numberKey(i))
  expect(page(keys.slice(0, 50)).nextCursor).toBeNull()
  const { keys: shown, nextCursor } = page(keys)
  expect([shown.length, nextCursor === null]).toEqual([50, false])
})

test('numbers are in their order as keys, part by part', () => {
  const keys = [numberKey(10, 1), numberKey(9, 12), numberKey(9, 2), numberKey(100, 0)]
  expect(keys.toSorted()).toEqual([
    '000000000009.000000000002',
    '000000000009.000000000012',
    '000000000010.000000000001',
    '000000000100.000000000000',
  ])
})

const asked = z.object(pagingOf('cards'))
const said = (query: { readonly limit?: string; readonly cursor?: string }): unknown => {
  const read = asked.safeParse(query)
  return read.success ? read.data.limit : read.error.issues.map(({ message }) => message)
}

test('a page is of one row to two hundred', () => {
  expect(['0', '1', '200', '201', '1000', '1.5', ''].map((limit) => said({ limit }))).toEqual([
    ['limit-out-of-range'],
    1,
    200,
    ['limit-out-of-range'],
    ['limit-not-whole'],
    ['limit-not-whole'],
    ['limit-not-whole'],
  ])
})

const cursorOf = (text: string | Uint8Array): string =>
  encodeBase64Url(
    (typeof text === 'string' ? new TextEncoder().encode(text) : text).buffer as ArrayBuffer,
  ).replaceAll('=', '')

test('a cursor is of its own list, of signs that it can have, and no longer than any', () => {
  const own = page(['a', 'b'], { limit: 1 }).nextCursor!
  const long = (length: number) => cursorOf(`cards ${'x'.repeat(length)}`)
  const cursors = [
    own,
    long(294),
    long(295),
    cursorOf('loans a'),
    cursorOf('cardsa'),
    `${own}!`,
    '',
  ]
  expect(long(294)).toHaveLength(400)
  expect(cursors.map((cursor) => said({ cursor }))).toEqual([
    undefined,
    undefined,
    ...Array.from({ length: 5 }, () => ['cursor-unreadable']),
  ])
  const odd = new Uint8Array([...new TextEncoder().encode('cards '), 0xff])
  expect(said({ cursor: cursorOf(odd) })).toEqual(['cursor-unreadable'])
})
