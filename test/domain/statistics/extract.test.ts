import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ExtractRow,
  type KnownColumn,
  anyValue,
  extractOf,
  notTold,
} from '#domain/statistics/extract.ts'

const asSaid = (value: string): string => value
const toAny = (): string => anyValue

/* Three columns by which a neighbour knows somebody; the middle one has a half-way. */
const columns: readonly KnownColumn[] = [
  { id: 'sex', levels: [asSaid, toAny] },
  { id: 'age', levels: [asSaid, (age) => (age === 'a' || age === 'b' ? 'ab' : 'cd'), toAny] },
  { id: 'country', levels: [asSaid, toAny] },
]
const limits = { k: 5, others: 2 }
const row: fc.Arbitrary<ExtractRow> = fc
  .tuple(
    fc.constantFrom('woman', 'man'),
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom('TH', 'TH', 'TH', 'MY'),
    fc.constantFrom('none', 'none', 'pay', 'body'),
  )
  .map(([sex, age, country, told]) => ({ known: [sex, age, country], told }))

const people = fc.array(row, { maxLength: 60 })

const sizes = (rows: readonly ExtractRow[]): readonly (readonly ExtractRow[])[] => [
  ...Map.groupBy(rows, ({ known }) => known.join()).values(),
]

const asKnown = (rows: readonly ExtractRow[]): readonly ExtractRow[] => rows

test('nobody stands in an extract with fewer than the limit who are known by the same; without it they would', () => {
  let isLeaking = false
  fc.assert(
    fc.property(people, (rows) => {
      for (const group of sizes(extractOf(rows, columns, limits)))
        expect(group.length).toBeGreaterThanOrEqual(limits.k)
      if (sizes(asKnown(rows)).some(({ length }) => length < limits.k)) isLeaking = true
    }),
    { seed: 27, numRuns: 300 },
  )
  expect(isLeaking).toBe(true)
})

test('of no group that is known by the same the answer is told where it would be that of each', () => {
  let isHidden = false
  fc.assert(
    fc.property(people, (rows) => {
      for (const group of sizes(extractOf(rows, columns, limits))) {
        const counts = [...Map.groupBy(group, ({ told }) => told)]
        if (counts.length === 1 && counts[0]![0] === notTold) isHidden = true
        else
          for (const [, some] of counts)
            expect(group.length - some.length).toBeGreaterThanOrEqual(limits.others)
      }
    }),
    { seed: 27, numRuns: 300 },
  )
  expect(isHidden).toBe(true)
})

test('the order in which answers came is not in an extract, nor is a row that nobody gave', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const made = extractOf(rows, columns, limits)
      expect(extractOf(rows.toReversed(), columns, limits)).toEqual(made)
      expect(made.length).toBeLessThanOrEqual(rows.length)
    }),
    { seed: 27, numRuns: 200 },
  )
})

const given = (count: number, known: readonly string[], told = 'none'): readonly ExtractRow[] =>
  Array.from({ length: count }, () => ({ known, told }))

test('what has people enough stays as fine as it was said', () => {
  const rows = [
    ...given(3, ['woman', 'a', 'TH']),
    ...given(2, ['woman', 'a', 'TH'], 'pay'),
    ...given(2, ['man', 'b', 'MY']),
    ...given(3, ['man', 'b', 'MY'], 'body'),
  ]
  expect(extractOf(rows, columns, limits)).toHaveLength(10)
  expect(new Set(extractOf(rows, columns, limits).map(({ known }) => known.join()))).toEqual(
    new Set(['woman,a,TH', 'man,b,MY']),
  )
  // Nor is anything kept back that no neighbour could say of one of them.
  const answers = extractOf(rows, columns, limits).map(({ known, told }) => `${known[0]} ${told}`)
  expect(answers).toEqual([
    ...Array<string>(3).fill('man body'),
    ...Array<string>(2).fill('man none'),
    ...Array<string>(3).fill('woman none'),
    ...Array<string>(2).fill('woman pay'),
  ])
})

test('one who is alone is left out, or all are told more coarsely, whichever loses less', () => {
  const crowd = [...given(6, ['woman', 'a', 'TH']), ...given(4, ['woman', 'a', 'TH'], 'pay')]
  const one = extractOf([...crowd, ...given(1, ['man', 'd', 'MY'], 'body')], columns, limits)
  expect(one).toHaveLength(10)
  expect(JSON.stringify(one)).not.toContain('body')
  const halves = [...given(3, ['woman', 'a', 'TH'], 'pay'), ...given(3, ['woman', 'b', 'TH'])]
  expect(new Set(extractOf(halves, columns, limits).map(({ known }) => known[1]))).toEqual(
    new Set(['ab']),
  )
})

test('half a step of the age loses less than the sex of all, even where it leaves one person more out', () => {
  const rows = [
    ...given(4, ['woman', 'a', 'TH']),
    ...given(4, ['man', 'a', 'TH']),
    ...given(3, ['man', 'b', 'TH']),
  ]
  expect(extractOf(rows, columns, limits).map(({ known }) => known.join())).toEqual(
    Array<string>(7).fill('man,ab,TH'),
  )
})

test('of fewer than the limit in all there is no extract', () => {
  expect(extractOf(given(4, ['woman', 'a', 'TH']), columns, limits)).toEqual([])
  expect(extractOf([], columns, limits)).toEqual([])
})
