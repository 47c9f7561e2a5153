import { expect, test } from 'vitest'
import { supportKinds } from '#domain/grants/kinds.ts'
import {
  type Cell,
  cellsByKind,
  isYearReleased,
  quarterOf,
  quarterTotals,
  reportYearOf,
  safeGroups,
  safeRows,
  survivorsShown,
} from '#domain/grants/report.ts'
import { roundedAmount, roundedPeople } from '#domain/statistics/rounding.ts'

test('survivors are told of where eleven are and eleven are not, and of no fewer', () => {
  expect(survivorsShown(100, 10)).toBeUndefined()
  expect(survivorsShown(100, 11)).toBe(10)
  expect(survivorsShown(100, 12)).toBe(10)
  expect(survivorsShown(100, 13)).toBe(15)
  expect(survivorsShown(100, 89)).toBe(90)
  expect(survivorsShown(100, 90)).toBeUndefined()
  expect(survivorsShown(22, 11)).toBe(10)
  expect(survivorsShown(21, 11)).toBeUndefined()
  expect(survivorsShown(21, 10)).toBeUndefined()
  expect(survivorsShown(0, 0)).toBeUndefined()
})

/** Cells of so many people each, in this order. */
const cellsOf = (...people: readonly number[]): Cell<string>[] =>
  people.map((n, i) => ({ key: `k${i}`, people: n, amount: n * 1_000 }))
/** Which cells are told by themselves, and which together; undefined where nothing is told. */
const groups = (...people: readonly number[]) => {
  const safe = safeGroups(cellsOf(...people), 10)
  return safe && [safe.told, safe.others].map((cells) => cells.map(({ people: n }) => n))
}

test('ten of a kind are told by themselves, and nine are not', () => {
  expect(groups(10)).toEqual([[10], []])
  expect(groups(9)).toBe(undefined)
  expect(groups(10, 10)).toEqual([[10, 10], []])
  expect(groups(10, 10, 10, 9)).toEqual([[10], [9, 10, 10]])
  // A kind that nobody had is no cell, and takes no other one with it.
  expect(groups(10, 0, 10)).toEqual([[10, 10], []])
})

test('the rest are twenty people at least with a kind of ten among them, taken from the end of the list', () => {
  expect(groups(30, 10, 10)).toEqual([[30, 10, 10], []])
  expect(groups(40, 30, 9)).toEqual([[40], [9, 30]])
  expect(groups(40, 11, 9)).toEqual([[40], [9, 11]])
  expect(groups(40, 10, 9)).toEqual([[], [9, 10, 40]])
  // Small kinds that are many together still need a large one among them.
  expect(groups(40, 30, 9, 9, 9)).toEqual([[40], [9, 9, 9, 30]])
  expect(groups(40, 30, 1, 1)).toEqual([[40], [1, 1, 30]])
})

test('where not even all are ten nothing is told, where all are ten they are told together', () => {
  expect(groups(5, 4)).toBe(undefined)
  expect(groups(5, 5)).toEqual([[], [5, 5]])
  expect(groups(9, 9)).toEqual([[], [9, 9]])
  expect(groups()).toEqual([[], []])
  expect(safeRows(cellsOf(), 10)).toEqual([])
})

test('whoever had two kinds is one person where both are told together', () => {
  const named = (key: string, ...ids: readonly number[]): Cell<string> => ({
    key,
    people: ids.length,
    amount: ids.length,
    who: new Set(ids.map(String)),
  })
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  expect(safeGroups([named('a', ...nine), named('b', ...nine)], 10)).toBe(undefined)
  const rows = safeRows([named('a', ...nine), named('b', ...nine, 10, 11, 12, 13)], 10)
  expect(rows).toEqual([{ key: 'others', people: 15, amount: 22 }])
  // Of cells with names and one without, the nameless stand beside them.
  const mixed = [named('a', ...nine), { key: 'b', people: 8, amount: 8 }]
  expect(safeRows(mixed, 10)).toEqual([{ key: 'others', people: 15, amount: 17 }])
})

test('people are told to the nearest five and money to two figures', () => {
  expect([0, 2, 3, 7, 8, 12, 13].map(roundedPeople)).toEqual([0, 0, 5, 5, 10, 10, 15])
  expect([0, 7, 99, 104, 105, 149, 994, 995].map(roundedAmount)).toEqual([
    0, 7, 99, 100, 110, 150, 990, 1000,
  ])
  expect(roundedAmount(3_849_999)).toBe(3_800_000)
  expect(roundedAmount(3_850_000)).toBe(3_900_000)
  expect(safeRows([{ key: 'a', people: 13, amount: 1_234_567 }], 10)).toEqual([
    { key: 'a', people: 15, amount: 1_200_000 },
  ])
})

test('people and money of a kind are those of that kind alone, each person once', () => {
  const given = [
    { kind: 'papers', person: 'a', amount: 100 },
    { kind: 'papers', person: 'a', amount: 50 },
    { kind: 'school', person: 'a', amount: 7 },
    { kind: 'papers', person: 'b', amount: 1 },
  ] as const
  const cells = cellsByKind(given)
  expect(cells.map(({ key }) => key)).toEqual([...supportKinds])
  const of = (kind: string) => cells.find(({ key }) => key === kind)
  expect(of('papers')).toEqual({ key: 'papers', people: 2, amount: 151, who: new Set(['a', 'b']) })
  expect(of('school')).toEqual({ key: 'school', people: 1, amount: 7, who: new Set(['a']) })
  expect(of('passport')).toEqual({ key: 'passport', people: 0, amount: 0, who: new Set() })
})

test.each([
  ['2025-01-01', '2025-Q1'],
  ['2025-03-31', '2025-Q1'],
  ['2025-04-01', '2025-Q2'],
  ['2025-06-30', '2025-Q2'],
  ['2025-07-01', '2025-Q3'],
  ['2025-09-30', '2025-Q3'],
  ['2025-10-01', '2025-Q4'],
  ['2025-12-31', '2025-Q4'],
])('%s lies in %s', (day, quarter) => {
  expect(quarterOf(day)).toBe(quarter)
})

test('a quarter’s total is told from the day after it ended, in the order of quarters', () => {
  const lines = [
    { on: '2025-10-01', amount: 900, entryType: 'SupportPartPaid' },
    { on: '2025-09-30', amount: 400, entryType: 'GrantPaid' },
    { on: '2025-07-01', amount: 50, entryType: 'GrantPaid' },
    { on: '2025-08-20', amount: -600, entryType: 'DonationReceived' },
    { on: '2025-08-20', amount: 70, entryType: 'DonationReturned' },
    { on: '2025-06-30', amount: 3, entryType: 'SupportPartPaid' },
  ]
  const told = (today: string, of = lines) =>
    quarterTotals(of, today).map(({ quarter, total }) => `${quarter} ${total}`)
  expect(told('2025-09-30')).toEqual(['2025-Q2 3'])
  expect(told('2025-10-01')).toEqual(['2025-Q2 3', '2025-Q3 450'])
  expect(told('2026-01-01')).toEqual(['2025-Q2 3', '2025-Q3 450', '2025-Q4 900'])
  expect(told('2026-01-01', lines.toReversed())).toEqual(told('2026-01-01'))
})

test('a year is told of a donor from the day after its first quarter, within what was agreed', () => {
  const terms = (from: string, until: string) =>
    ({ from, until, lines: [], unspent: 'given-back' }) as const
  expect(reportYearOf(undefined, '2026-03-31')).toBe('2025')
  expect(reportYearOf(undefined, '2026-04-01')).toBe('2026')
  const agreed = terms('2025-06-01', '2026-05-31')
  expect(
    ['2025-05-01', '2026-03-31', '2026-04-01', '2027-04-01'].map((day) =>
      reportYearOf(agreed, day),
    ),
  ).toEqual(['2025', '2025', '2026', '2026'])
  expect(reportYearOf(terms('2027-01-01', '2027-12-31'), '2026-04-01')).toBe('2027')
})

test('a year’s table is made from the first of April after it', () => {
  expect(isYearReleased('2025', '2025-12-31')).toBe(false)
  expect(isYearReleased('2025', '2026-03-31')).toBe(false)
  expect(isYearReleased('2025', '2026-04-01')).toBe(true)
})
