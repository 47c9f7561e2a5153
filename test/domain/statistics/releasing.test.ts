import { expect, test } from 'vitest'
import {
  type Release,
  isSafe,
  releaseTables,
  safeTables,
  unsafeIn,
} from '#domain/statistics/releasing.ts'
import { type ReleaseKind, keyOf } from '#domain/statistics/tables.ts'
import { lines, places, released, tableOf, told } from '#test/domain/statistics/drawn-tables.ts'

const sex = lines('sex', 2)
const road = lines('road', 4)

test('a table of large groups is told, rounded to five', () => {
  expect(told(released([tableOf([sex], [23, 31])]))).toEqual({
    all: 55,
    'sex=sex0': 25,
    'sex=sex1': 30,
  })
})

test('one small group takes others with it, and is hidden as they are', () => {
  const { release, isLeast } = released([tableOf([road], [3, 20, 40, 12])])
  expect(told({ release })).toEqual({
    all: 75,
    'road=road0': '-',
    'road=road1': '-',
    'road=road2': 40,
    'road=road3': 10,
  })
  expect(isLeast).toBe(true)
})

test('nobody is a small group too, so that nobody learns that all of them left in one way', () => {
  expect(told(released([tableOf([sex], [40, 0])]))).toMatchObject({ all: 40, 'sex=sex0': '-' })
})

test('small groups that are few together take another with them', () => {
  const few = told(released([tableOf([road], [2, 3, 40, 15])]))
  expect(Object.values(few).filter((one) => one === '-')).toHaveLength(3)
  // Three are eight people: each could be five more, and still eight are not told together.
  const eight = told(released([tableOf([lines('road', 5)], [3, 3, 2, 20, 20])]))
  expect(Object.values(eight)).toEqual([50, '-', '-', '-', '-', 20])
})

test('of fewer than ten nothing is told, not even how many', () => {
  expect(Object.values(told(released([tableOf([sex], [4, 5])])))).toEqual(['-', '-', '-'])
})

test('ten migrants are told, eleven survivors and five borrowers, and one fewer is not', () => {
  const all = (kind: ReleaseKind, people: number) =>
    told(released([tableOf([sex], [people, 50])], kind))['sex=sex0']
  expect([all('migration', 10), all('migration', 9)]).toEqual([10, '-'])
  expect([all('survivors', 11), all('survivors', 10)]).toEqual([10, '-'])
  expect([all('finance', 5), all('finance', 4)]).toEqual([5, '-'])
})

test('a small commune cannot be found by its district, by its province, nor by other tables', () => {
  const counts = [30, 4, 25, 22, 40]
  const byRoad = counts.flatMap((people) => [
    people - Math.floor(people / 2),
    Math.floor(people / 2),
  ])
  const two = lines('road', 2)
  const both = [tableOf([places], counts), tableOf([places, two], byRoad, 'by-road')]
  const found = released(both)
  expect(told(found)).toMatchObject({ all: 120, 'place=river-2': '-', 'place=river-1': '-' })
  expect(isSafe(found.release, both, [])).toBe(true)
})

test('means are told of whoever is told of, to two figures, and of nobody else', () => {
  const table = {
    ...tableOf([road], [20, 30, 40, 4]),
    counts: [20, 30, 40, 4].map((people, n) => ({
      at: { road: `road${n}` },
      people,
      sum: people * 12_345,
    })),
  }
  const { release } = released([table])
  for (const { people, mean } of release.tables[0]!.cells)
    expect(mean).toBe(people === null ? null : 12_000)
  expect('mean' in released([tableOf([road], [20, 30, 40, 4])]).release.tables[0]!.cells[0]!).toBe(
    false,
  )
})

test('the same people are told alike in every table and in a later release of the same quarter', () => {
  const first = released([tableOf([sex], [23, 31])])
  const both = [tableOf([sex], [23, 31]), tableOf([lines('age', 3)], [12, 21, 21], 'age')]
  const second = released(both, 'migration', [first.release])
  expect(told(second)).toMatchObject(told(first))
  expect(isSafe(second.release, both, [first.release])).toBe(true)
})

test('what was told cannot be taken back: a later table is told less of, or is refused with its place', () => {
  const table = tableOf([sex], [23, 31])
  const { release } = released([table])
  // The age of all but four is the same: the table beside would have to hide the total that is out.
  const age = tableOf([lines('age', 2)], [50, 4], 'age')
  expect(told(released([table, age], 'migration', [release]))).toMatchObject({
    all: 55,
    'age=age0': '-',
    'age=age1': '-',
  })
  // A release of before our time, in which a small group was told all but by name.
  const cells = release.tables[0]!.cells.map((cell) =>
    keyOf(cell.at) === '' ? cell : { ...cell, people: 50 },
  )
  const unsafe: Release = {
    ...release,
    tables: [{ id: 'sex', dimensions: [sex], cells: cells.slice(0, 2) }],
  }
  const later = releaseTables([tableOf([sex], [50, 4], 'sex')], {
    kind: 'migration',
    period: '2026-Q1',
    earlier: [unsafe],
  })
  expect(later).toEqual({ outcome: 'refused', code: 'unsafe-with-earlier', at: '/tables/0' })
})

test('whoever looks a release through finds what is told too openly, otherwise than it is, or not as before', () => {
  const table = tableOf([road], [3, 20, 40, 12])
  const { release } = released([table])
  const withCell = (key: string, people: number | null): Release => ({
    ...release,
    tables: release.tables.map((one) => ({
      ...one,
      cells: one.cells.map((cell) => (keyOf(cell.at) === key ? { ...cell, people } : cell)),
    })),
  })
  const found = (key: string, people: number | null) =>
    unsafeIn(withCell(key, people), [table], []).map(({ by }) => by)
  expect(unsafeIn(release, [table], [])).toEqual([])
  expect(found('road=road0', 5)).toContain('too-few')
  expect(found('road=road2', 45)).toContain('differs')
  expect(found('road=road1', 20)).toContain('subtraction')
  expect(unsafeIn(withCell('road=road2', null), [table], [])).toEqual([])
  expect(unsafeIn(withCell('road=road2', null), [table], [release])).toEqual([
    { by: 'told-otherwise-before', at: 'road=road2' },
  ])
  expect(unsafeIn({ ...release, period: '2026-H1' }, [table], [release])[0]!.by).toBe(
    'another-calendar',
  )
})

test('tables that are told by themselves follow the same rules, and unsound ones are a bug', () => {
  const table = tableOf([road], [3, 20, 40, 12])
  expect(safeTables([table], 'migration')).toEqual(released([table]).release.tables)
  expect(() => safeTables([], 'migration')).toThrow('tables-missing at /tables')
})

test('of very many groups a good choice does, which nobody calls the least', () => {
  const sides = [lines('a', 16), lines('b', 16)]
  const people = Array.from({ length: 256 }, (_, n) => (n === 100 ? 3 : 20))
  const large = released([tableOf(sides, people)])
  const small = released([tableOf([lines('a', 4), lines('b', 4)], people.slice(94, 110))])
  expect([large.isLeast, small.isLeast]).toEqual([false, true])
  for (const { release } of [large, small]) {
    const hidden = release.tables[0]!.cells.filter(({ people: some }) => some === null)
    // The small one, and in its line and column as many as nobody can take away.
    expect(hidden).toHaveLength(4)
  }
})
