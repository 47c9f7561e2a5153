import { expect, test } from 'vitest'
import { type Release, releaseTables, unsafeIn } from '#domain/statistics/releasing.ts'
import type { FixedTable, ReleaseKind } from '#domain/statistics/tables.ts'
import { lines, places, released, tableOf } from '#test/domain/statistics/drawn-tables.ts'

const sex = lines('sex', 2)
const road = lines('road', 4)

const code = (
  tables: readonly FixedTable[],
  { kind = 'migration', period = '2026-Q1', earlier = [] as readonly Release[] } = {},
): string => {
  const found = releaseTables(tables, { kind: kind as ReleaseKind, period, earlier })
  return found.outcome === 'refused' ? `${found.code} ${found.at}` : 'released'
}

test('a quarter is frozen: figures that were counted again since wait for the next one', () => {
  const { release } = released([tableOf([sex], [23, 31])])
  const earlier = [release]
  expect(code([tableOf([sex], [23, 34])], { earlier })).toBe(
    'told-otherwise-before /tables/0/counts',
  )
  expect(code([tableOf([road], [23, 31, 0, 0], 'road')], { earlier })).toBe(
    'earlier-table-missing /tables',
  )
  expect(code([tableOf([sex], [23, 34])], { earlier, period: '2026-Q2' })).toBe('released')
  expect(code([tableOf([sex], [23, 34])], { earlier, period: '2025-Q4' })).toBe(
    'period-over /period',
  )
})

test('no period is told that is a sum of others, or a part', () => {
  const earlier = [released([tableOf([sex], [23, 31])]).release]
  for (const period of ['2026-H1', '2026-H2', '2026-04'])
    expect(code([tableOf([sex], [23, 31])], { earlier, period })).toBe('another-calendar /period')
  expect(code([tableOf([sex], [23, 31])], { period: '2026' })).toBe('period-unreadable /period')
  expect(code([tableOf([sex], [23, 31])], { earlier, period: '2026-H1', kind: 'finance' })).toBe(
    'released',
  )
})

const count = (at: Record<string, string>, people: number) => ({ at, people })
const table = (over: Partial<FixedTable>): FixedTable[] => [
  { ...tableOf([sex], [20, 30]), ...over },
]
const { categories } = sex
const village = {
  id: 'place',
  isPlace: true,
  categories: [...places.categories, { id: 'v', within: 'river-1' }],
} as const
const cases: readonly (readonly [readonly FixedTable[], string, string?])[] = [
  [[], 'tables-missing /tables'],
  [table({ id: 'a b' }), 'name-unreadable /tables/0/id'],
  [
    table({ dimensions: [{ id: 'sex', categories: [] }] }),
    'categories-missing /tables/0/dimensions/0',
  ],
  [table({ dimensions: [{ id: 'sex=', categories }] }), 'name-unreadable /tables/0/dimensions/0'],
  [
    table({ dimensions: [{ id: 'sex', categories: [...categories, ...categories] }] }),
    'category-twice /tables/0/dimensions/0',
  ],
  [
    table({ dimensions: [{ id: 'sex', categories: [{ id: 'f', within: 'x' }] }] }),
    'category-unknown /tables/0/dimensions/0',
  ],
  [
    table({
      dimensions: [
        {
          id: 'sex',
          categories: [
            { id: 'f', within: 'm' },
            { id: 'm', within: 'f' },
          ],
        },
      ],
    }),
    'category-in-a-ring /tables/0/dimensions/0',
  ],
  [
    table({
      dimensions: [
        {
          id: 'sex',
          categories: [
            { id: 'f', within: 'm' },
            { id: 'm', within: 'f' },
            // One that stands soundly beside the ring opens none.
            { id: 'x' },
          ],
        },
      ],
    }),
    'category-in-a-ring /tables/0/dimensions/0',
  ],
  [table({ dimensions: [sex, sex] }), 'dimension-twice /tables/0/dimensions'],
  [
    table({ dimensions: ['a', 'b', 'c', 'd'].map((id) => lines(id, 1)) }),
    'too-many-dimensions /tables/0/dimensions',
  ],
  [table({ counts: [count({ sex: 'x' }, 3)] }), 'category-unknown /tables/0/counts/0'],
  [table({ counts: [count({}, 3)] }), 'category-unknown /tables/0/counts/0'],
  [
    table({ counts: [count({ sex: 'sex0', age: 'old' }, 3)] }),
    'category-unknown /tables/0/counts/0',
  ],
  [
    table({ counts: [count({ sex: 'sex0' }, 3), count({ sex: 'sex0' }, 3)] }),
    'count-twice /tables/0/counts/1',
  ],
  [table({ counts: [count({ sex: 'sex0' }, -1)] }), 'count-not-whole /tables/0/counts/0'],
  [table({ counts: [count({ sex: 'sex0' }, 1.5)] }), 'count-not-whole /tables/0/counts/0'],
  [[...table({}), ...table({})], 'table-twice /tables/1/id'],
  [
    [
      ...table({}),
      tableOf(
        [{ ...sex, categories: [{ id: 'sex0', within: 'sex1' }, { id: 'sex1' }] }],
        [50],
        'b',
      ),
    ],
    'dimension-differs /tables/1/dimensions',
  ],
  [[...table({}), tableOf([road], [20, 30, 1, 0], 'road')], 'tables-disagree /tables/1/counts'],
  [[tableOf([village], [9, 9, 9, 9, 9])], 'place-too-fine /tables/0/dimensions/0'],
  [[tableOf([places], [9, 9, 9, 9, 9])], 'place-too-fine /tables/0/dimensions/0', 'survivors'],
]

test('tables that cannot be looked at are refused with the place', () => {
  for (const [tables, expected, kind] of cases)
    expect(code(tables, kind ? { kind } : {})).toBe(expected)
})

test('tables that stand in a ring are refused, and the table of all three is not', () => {
  const [a, b, c] = [lines('a', 2), lines('b', 2), lines('c', 2)]
  const four = [20, 20, 20, 20]
  const ring = [
    tableOf([a, b], four, 'ab'),
    tableOf([b, c], four, 'bc'),
    tableOf([a, c], four, 'ac'),
  ]
  expect(code(ring)).toBe('tables-in-a-ring /tables/0')
  expect(code(ring.slice(0, 2))).toBe('released')
  const eight = Array.from({ length: 8 }, () => 10)
  expect(code([...ring, tableOf([a, b, c], eight, 'abc')])).toBe('released')
})

test('a release is held for unsafe where its tables do not agree, and the table is named', () => {
  const tables = [tableOf([sex], [20, 30]), tableOf([road], [20, 30, 1, 0], 'road')]
  const { release } = released(tables.slice(0, 1))
  expect(unsafeIn(release, tables, [])).toEqual([{ by: 'tables-disagree', at: '/tables/1/counts' }])
})
