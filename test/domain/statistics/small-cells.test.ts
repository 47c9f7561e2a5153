import fc from 'fast-check'
import { expect, test } from 'vitest'
import { migrationMin as min, safeTable } from '#domain/statistics/small-cells.ts'
import { near } from '#test/support/edge-draws.ts'

/** None, groups of which two make ten, and groups of ten. */
const counts = fc.array(near([0, 5, 10], { min: 0, max: 80 }), { minLength: 2, maxLength: 8 })

test('a table of large groups is told, rounded to five', () => {
  expect(safeTable([23, 31], { min })).toEqual({ total: 55, cells: [25, 30] })
})

test('one small group takes a second one with it, and zero is small', () => {
  expect(safeTable([3, 20, 40], { min })).toEqual({ total: 65, cells: [null, null, 40] })
  expect(safeTable([0, 20], { min })).toEqual({ total: 20, cells: [null, null] })
})

test('two small groups that are few together take a third with them', () => {
  expect(safeTable([2, 3, 15, 40], { min })).toEqual({ total: 60, cells: [null, null, null, 40] })
  expect(safeTable([6, 7, 15, 40], { min })).toEqual({ total: 70, cells: [null, null, 15, 40] })
})

test('of fewer than ten nothing is told, not even how many', () => {
  expect(safeTable([4, 5], { min })).toEqual({ total: null, cells: [null, null] })
})

test('ten are told, by themselves and in all, and nine are not', () => {
  expect(min).toBe(10)
  expect(safeTable([10, 20], { min: 10 })).toEqual({ total: 30, cells: [10, 20] })
  expect(safeTable([9, 20], { min: 10 })).toEqual({ total: 30, cells: [null, null] })
  expect(safeTable([10], { min: 10 })).toEqual({ total: 10, cells: [10] })
  expect(safeTable([9], { min: 10 })).toEqual({ total: null, cells: [null] })
  expect(safeTable([4, 6], { min: 10 })).toEqual({ total: 10, cells: [null, null] })
  expect(safeTable([], { min: 10 })).toEqual({ total: null, cells: [] })
})

test('two small groups that are ten together take no third with them, wherever they stand', () => {
  expect(safeTable([15, 5, 40, 5], { min: 10 }).cells).toEqual([15, null, 40, null])
  expect(safeTable([15, 5, 40, 4], { min: 10 }).cells).toEqual([null, null, 40, null])
  expect(safeTable([0, 0, 0, 30, 40], { min: 10 }).cells).toEqual([null, null, null, null, 40])
})

test('a figure is told to the nearest five', () => {
  const told = (count: number) => safeTable([count], { min: 10 }).cells[0]
  expect([10, 12, 13, 17, 18, 22].map(told)).toEqual([10, 10, 15, 15, 20, 20])
})

test('whoever subtracts learns of no group of fewer than ten', () => {
  fc.assert(
    fc.property(counts, (table) => {
      const { total, cells } = safeTable(table, { min })
      expect(total === null).toBe(table.reduce((sum, count) => sum + count, 0) < 10)
      const hidden = table.filter((_, place) => cells[place] === null)
      const told = table.filter((_, place) => cells[place] !== null)
      expect(told.every((count) => count >= min)).toBe(true)
      if (hidden.length === 0 || told.length === 0) return
      expect(hidden.length).toBeGreaterThanOrEqual(2)
      expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(min)
    }),
  )
})

const upTo = (most: number): readonly number[] =>
  Array.from({ length: 2 * most + 1 }, (_, n) => n - most)

/** Whether a hidden group could be of another size, others with it, and the answer still be this one. */
const fitsOtherwise = (table: readonly number[], place: number): boolean => {
  const answer = JSON.stringify(safeTable(table, { min }))
  const { cells } = safeTable(table, { min })
  const isSame = (
    by: number,
    [other, otherBy]: readonly [number, number],
    told: number,
  ): boolean => {
    const one = table.map((count, at) =>
      at === place
        ? count + by
        : at === other
          ? count + otherBy
          : cells[at] === null
            ? count
            : count + told,
    )
    return one.every((n) => n >= 0) && JSON.stringify(safeTable(one, { min })) === answer
  }
  return upTo(6).some(
    (by) =>
      by !== 0 &&
      table.some((_, other) =>
        upTo(6).some((otherBy) => upTo(2).some((told) => isSame(by, [other, otherBy], told))),
      ),
  )
}

test('what a stranger is told fits several counts, wherever something is hidden', () => {
  fc.assert(
    fc.property(counts, (table) => {
      const { cells } = safeTable(table, { min })
      const hidden = cells.flatMap((cell, place) => (cell === null ? [place] : []))
      if (hidden.length === table.length) return
      for (const place of hidden) expect(fitsOtherwise(table, place)).toBe(true)
    }),
    {
      examples: [[[9, 11, 0, 11]], [[40, 9, 39]]],
    },
  )
})
