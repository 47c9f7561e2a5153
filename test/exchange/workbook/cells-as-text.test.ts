import { expect, test } from 'vitest'
import type { CellKind, Column } from '#src/exchange/paper-book/columns.ts'
import { sheetText, textOf } from '#src/exchange/paper-book/sheet-text.ts'
import { unknownHeadings } from '#src/exchange/paper-book/unknown-headings.ts'
import { percentStyles } from '#src/exchange/workbook/mark-up.ts'
import type { Sheet, Value } from '#src/exchange/workbook/sheets.ts'

test.each<[Value, CellKind, string]>([
  [null, 'sum', ''],
  ['១២៣', 'sum', '123'],
  ['១២៣', 'text', '១២៣'],
  [true, 'yes-no', 'y'],
  [false, 'yes-no', 'n'],
  [true, 'text', 'true'],
  [0, 'sum', '0'],
  [0.1 + 0.2, 'sum', '0.3'],
  [123_456_789_012_345, 'sum', '123456789012345'],
  [1e15, 'sum', '?'],
  [-1e15, 'sum', '?'],
  [0.000_000_2, 'rate', '2e-7'],
  [0.000_000_1, 'rate', '?'],
  [{ day: '2025-01-20' }, 'date', '2025-01-20'],
  [{ day: '2025-01-20' }, 'month', '2025-01'],
  [{ day: '1954-10-03' }, 'date', '1954-10-03'],
  [{ day: '1954-10-02' }, 'date', '?'],
  [{ day: '1954-10-02' }, 'text', '1954-10-02'],
  // Numbers that stand where a day is meant: the first is of the autumn of 1954.
  [20_000, 'date', '1954-10-03'],
  [19_999, 'date', '19999'],
  [45_677, 'date', '2025-01-20'],
  [45_677.9, 'date', '2025-01-20'],
  [45_677, 'sum', '45677'],
  [200_000, 'date', '200000'],
  [199_999, 'date', '2447-07-29'],
])('%j in a column of the kind %s is %s', (value, kind, text) => {
  expect(textOf(value, kind, false)).toBe(text)
})

test('days that are counted from 1904 are four years and a day later', () => {
  expect(textOf(45_677, 'date', true)).toBe('2029-01-21')
})

const columns: readonly Column[] = [
  { name: 'card', khmer: 'លេខប័ណ្ណ', kind: 'code' },
  { name: 'day', khmer: 'ថ្ងៃ', kind: 'date' },
  { name: 'amount', khmer: 'ចំនួនទឹកប្រាក់', kind: 'sum' },
  { name: 'rate', khmer: 'អត្រា', kind: 'rate' },
]
const sheetOf = (rows: readonly (readonly Value[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'x',
  isHidden: false,
  rows: rows.map((values, i) => ({ row: i + 1, values })),
  merges: [],
  notCalculated: new Set(),
  percents: new Set(),
  ...more,
})
const read = (rows: readonly (readonly Value[])[], more: Partial<Sheet> = {}) =>
  sheetText(sheetOf(rows, more), { file: 'x', columns, is1904: false })

test('headings stand within the first twenty rows, in the row that has most of them', () => {
  const after = (count: number) =>
    read([...Array.from({ length: count }, () => ['a title']), ['card', 'amount'], ['M1', 5]])
  expect([after(19).text, after(19).rows]).toEqual(['card,amount\nM1,5\n', [20, 21]])
  expect(after(20)).toMatchObject({ text: '', rows: [1] })
  expect(read([['card'], ['card', 'day'], ['card', 'amount'], ['M1', 5]]).text).toBe(
    'card,day\ncard,amount\nM1,5\n',
  )
})

test('a block of merged cells says a card for all of its rows, and a sum once', () => {
  const merged = (firstColumn: number, lastRow: number) =>
    read(
      [
        ['card', 'amount'],
        ['M1', 5],
        [null, 6],
        [null, 7],
      ],
      {
        merges: [{ firstRow: 2, lastRow, firstColumn, lastColumn: firstColumn }],
      },
    ).text
  expect(merged(0, 3)).toBe('card,amount\nM1,5\nM1,6\n,7\n')
  expect(merged(0, 4)).toBe('card,amount\nM1,5\nM1,6\nM1,7\n')
  expect(
    read(
      [
        ['card', 'amount'],
        ['M1', 5],
        ['M2', null],
      ],
      {
        merges: [{ firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 }],
      },
    ).text,
  ).toBe('card,amount\nM1,5\nM2,\n')
  // A block that begins above its first row with cells says nothing.
  expect(
    read(
      [
        ['card', 'amount'],
        [null, 5],
      ],
      {
        merges: [{ firstRow: 9, lastRow: 12, firstColumn: 0, lastColumn: 0 }],
      },
    ).text,
  ).toBe('card,amount\n,5\n')
})

test('a rate of a tenth or less, or one that shows as per cent, is told by its cell, and zero is none', () => {
  const faults = (value: Value, percents: readonly string[] = []) =>
    read(
      [
        ['card', 'rate'],
        ['M1', value],
      ],
      { percents: new Set(percents) },
    ).faults.map(({ row, field, code }) => `${row} ${field} ${code}`)
  const told = ['2 rate rate-as-percent']
  expect([faults(0), faults(0.1), faults(0.11), faults(-1)]).toEqual([[], told, [], []])
  expect(faults(2.5, ['B2'])).toEqual(told)
  expect(faults(2.5, ['A2', 'B3'])).toEqual([])
  expect(faults('#DIV/0!')).toEqual(['2 rate formula-error'])
  expect(faults('DIV/0')).toEqual([])
})

test('lines of a text are the rows of a sheet, blank ones left out and quotes doubled', () => {
  const { text, rows, letters, headings } = read([
    ['amount', 'who', 'card'],
    [5, 'Sok', 'M "1"'],
    [null, 'Dara', '  '],
    [7, 'Sok', 'M,2'],
  ])
  expect(text).toBe('card,amount\n"M ""1""",5\n"M,2",7\n')
  expect(rows).toEqual([1, 2, 4])
  expect([...letters]).toEqual([
    ['card', 'C'],
    ['amount', 'A'],
  ])
  expect(headings).toEqual(['amount', 'who', 'card'])
})

test('a format shows per cent where the sign stands in it as it is', () => {
  const styles = (code: string, id = '170') =>
    percentStyles(
      `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`,
    )
  expect([...styles('0.0%')]).toEqual(['1'])
  expect([...styles('0.0&quot;%&quot;')]).toEqual([])
  expect([...styles('0.0\\%')]).toEqual([])
  expect([...styles('0.0')]).toEqual([])
  expect(['8', '9', '10', '11'].map((id) => styles('0', id).size)).toEqual([0, 1, 1, 0])
})

const unknown = (heading: string) => {
  const [one] = unknownHeadings('x', ['card', heading], { columns, unread: ['who'] })
  return one && [one.field, one.cell, one.nearest]
}

test('a heading is a slip of the pen up to a third of its letters, and else a name that is not repeated', () => {
  expect(unknown('Who')).toBeUndefined()
  expect(unknown('')).toBeUndefined()
  expect(unknown('amounts')).toEqual(['amounts', 'x!B1', 'amount'])
  // Two letters of six are a third, three of seven are more.
  expect(unknown('amxxnt')).toEqual(['amxxnt', 'x!B1', 'amount'])
  expect(unknown('amxxxnt')).toEqual([null, 'x!B1', 'amount'])
  expect(unknown('dai')).toEqual(['dai', 'x!B1', 'day'])
  expect(unknown('dei')).toEqual([null, 'x!B1', 'day'])
  expect(unknown('amount<b>')).toEqual(['amountb', 'x!B1', 'amount'])
})

test('twenty unknown headings are told, and none after them', () => {
  const headings = Array.from({ length: 21 }, (_, i) => `other ${i}`)
  expect(unknownHeadings('x', headings, { columns, unread: [], row: 7 })).toHaveLength(20)
  expect(unknownHeadings('x', headings, { columns, unread: [], row: 7 })[19]!.cell).toBe('x!T7')
})
