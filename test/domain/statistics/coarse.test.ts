import { expect, test } from 'vitest'
import { placesOf } from '#domain/statistics/away-places.ts'
import { letterTable } from '#domain/statistics/letter-table.ts'
import { roundedAmount, roundedPeople } from '#domain/statistics/rounding.ts'

/* What is told outside is coarse on purpose, and alike wherever it is told. */

test('people are told to the nearest five, and sums to two figures', () => {
  expect([12, 13, 17, 18, 0].map(roundedPeople)).toEqual([10, 15, 15, 20, 0])
  expect([7, 99, 994, 995, 12_345, 12_500].map(roundedAmount)).toEqual([
    7, 99, 990, 1000, 12_000, 13_000,
  ])
})

test('a letter was answered in time on the day itself, late on the next, or not at all', () => {
  const letter = (to: string, on?: string) => ({
    to,
    dueOn: '2026-03-10',
    ...(on === undefined ? {} : { answer: { on } }),
  })
  const { dimensions, counts } = letterTable([
    letter('ministry', '2026-03-10'),
    letter('ministry', '2026-03-01'),
    letter('ministry', '2026-03-11'),
    letter('court'),
  ])
  expect(dimensions[0]?.categories.map(({ id }) => id)).toEqual(['court', 'ministry'])
  expect(counts.map(({ at, people }) => [at['receiver'], at['state'], people])).toEqual([
    ['ministry', 'in-time', 2],
    ['ministry', 'late', 1],
    ['court', 'not-answered', 1],
  ])
})

/** So many villages of a district. */
const villages = (province: string, district: string, count: number) =>
  Array.from({ length: count }, () => ({ province, district }))
const told = (all: ReturnType<typeof villages>) => {
  const { dimension, placeOf } = placesOf(all)
  const of = Object.fromEntries(
    [...Map.groupBy(all, (one) => placeOf.get(one)!)].map(([id, some]) => [id, some.length]),
  )
  return { places: dimension.categories.map(({ id }) => id), of }
}

test('a place of fewer than three villages is told with others, and with another one where those are too few', () => {
  expect(told([...villages('01', '0101', 3), ...villages('02', '0201', 3)])).toEqual({
    places: ['01', '02'],
    of: { '01': 3, '02': 3 },
  })
  expect(
    told([
      ...villages('01', '0101', 5),
      ...villages('02', '0201', 1),
      ...villages('03', '0301', 2),
      ...villages('04', '0401', 4),
    ]),
  ).toEqual({ places: ['01', '04', 'other'], of: { '01': 5, '04': 4, other: 3 } })
  // Two alone would be seen: the smallest of those that are large enough is told with them.
  expect(
    told([
      ...villages('01', '0101', 5),
      ...villages('02', '0201', 2),
      ...villages('04', '0401', 4),
    ]),
  ).toEqual({ places: ['01', 'other'], of: { '01': 5, other: 6 } })
})

test('within a province districts are told, where there is more than one part of them', () => {
  expect(told([...villages('01', '0101', 3), ...villages('01', '0102', 3)])).toEqual({
    places: ['01', '0101', '0102'],
    of: { '0101': 3, '0102': 3 },
  })
  expect(
    told([
      ...villages('01', '0101', 4),
      ...villages('01', '0102', 2),
      ...villages('01', '0103', 1),
    ]),
  ).toEqual({ places: ['01', '0101', '01-other'].toSorted(), of: { '0101': 4, '01-other': 3 } })
  expect(told([...villages('01', '0101', 3), ...villages('01', '0102', 2)])).toEqual({
    places: ['01'],
    of: { '01': 5 },
  })
})
