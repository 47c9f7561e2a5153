import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

/** How many requirements of levels 1 and 2 each chapter of OWASP ASVS 5.0.0 has that is gone through row by row. */
const rowsOfChapter: Readonly<Record<string, number>> = {
  1: 27,
  2: 11,
  3: 19,
  4: 10,
  5: 9,
  6: 35,
  7: 18,
  8: 7,
  9: 7,
  11: 14,
  12: 9,
  13: 13,
  14: 9,
  15: 13,
  16: 16,
}

type Row = { readonly id: string; readonly here: string }

const rowsIn = (text: string): readonly Row[] =>
  [...text.matchAll(/^\| (\d+\.\d+\.\d+) \|[^|]+\|([^|]+)\|$/gm)].map(([, id = '', here = '']) => ({
    id,
    here: here.trim(),
  }))

/** Files of the house that a text names, each once. */
const filesNamedIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/`((?:docs|domain|infra|src|test|verify)\/[\w./-]+\.\w+)`/g)].map(
      ([, path = '']) => path,
    ),
  ),
]

const tags = ['Open', 'Departs', 'Host', 'None'] as const

const tagOf = ({ here }: Row): string => tags.find((tag) => here.startsWith(`**${tag}**`)) ?? 'met'

/** What does not hold in a page of security: files that are not there, rows doubled or without anything that shows them. */
const faultsIn = (text: string): readonly string[] => {
  const rows = rowsIn(text)
  const ids = rows.map(({ id }) => id)
  return [
    ...filesNamedIn(text)
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${path} is not there`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} stands twice`),
    ...rows
      .filter((row) => tagOf(row) === 'met')
      .filter(({ here }) => filesNamedIn(here).length === 0 && !here.startsWith('above, "'))
      .filter(({ here }) => here !== 'the same table')
      .map(({ id }) => `${id} names nothing that shows it`),
  ]
}

test('every file that the page of security names is there, and every row is shown by one or says why not', () => {
  expect(faultsIn(page)).toEqual([])
  expect(filesNamedIn(page).length).toBeGreaterThan(100)
})

test('a page that names a file which is not there, or a row twice, or a row with nothing to show it, is found', () => {
  const planted = [
    '| 1.1.1 | asks | `test/none.test.ts` |',
    '| 1.1.1 | asks | **Open**: nothing yet |',
    '| 1.1.2 | asks | trust us |',
  ].join('\n')
  expect(faultsIn(planted)).toEqual([
    'test/none.test.ts is not there',
    '1.1.1 stands twice',
    '1.1.2 names nothing that shows it',
  ])
})

test('each chapter of the standard has as many rows here as there', () => {
  const found: Record<string, number> = {}
  for (const { id } of rowsIn(page)) {
    const chapter = id.split('.')[0]!
    found[chapter] = (found[chapter] ?? 0) + 1
  }
  expect(found).toEqual(rowsOfChapter)
})

test('the page counts its own rows rightly: met, open, departing, the host’s, and about nothing here', () => {
  const count = (tag: string): number => rowsIn(page).filter((row) => tagOf(row) === tag).length
  const told =
    /Of the other (\d+) rows (\d+) are met, (\d+) are open, (\d+) depart, (\d+) are the host's and (\d+) are/
  const counted = [rowsIn(page).length, ...['met', ...tags].map(count)]
  expect(told.exec(page)?.slice(1).map(Number)).toEqual(counted)
})
