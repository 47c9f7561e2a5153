import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { type Report, asCsv, asText } from '#src/exchange/report.ts'

const first: Report = {
  name: 'income',
  title: 'Income',
  columns: [
    { key: 'line', heading: 'Line', kind: 'text' },
    { key: 'amount', heading: 'Amount', kind: 'sum' },
  ],
  rows: [{ line: 'Interest', amount: -5 }],
  totals: { line: 'Total', amount: -5 },
}
const late: Report = {
  name: 'late-entries',
  title: 'Late',
  columns: [
    { key: 'entry', heading: 'Entry', kind: 'number' },
    { key: 'amount', heading: 'Amount', kind: 'sum' },
  ],
  rows: [{ entry: 7, amount: 300 }],
}

const read = (csv: string): string[][] => parse(csv, { bom: true }) as string[][]

test('a spreadsheet gets every table of a statement in one file, and each row says of which it is', () => {
  expect(read(asCsv(first, [late]))).toEqual([
    ['line', 'amount', 'table', 'entry'],
    ['Interest', '-5', 'income', ''],
    ['Total', '-5', 'income', ''],
    ['', '300', 'late-entries', '7'],
  ])
  // Where nothing came late the columns of the statement stand where they always do.
  expect(read(asCsv(first))[0]).toEqual(['line', 'amount', 'table'])
})

test.each([
  ['=1+1', "'=1+1"],
  ['+855 12', "'+855 12"],
  ['-2+3', "'-2+3"],
  ['@x', "'@x"],
  ['\t=1', "'\t=1"],
  ['-25000', '-25000'],
  ['ក1, ក2', 'ក1, ក2'],
  ['a "b"', 'a "b"'],
])('no cell of any table runs as a formula: %j', (typed, shown) => {
  const text = (name: string): Report => ({
    name,
    title: '',
    columns: [{ key: name, heading: '', kind: 'text' }],
    rows: [{ [name]: typed }],
  })
  const [, ofFirst, ofSecond] = read(asCsv(text('one'), [text('two')]))
  expect([ofFirst, ofSecond]).toEqual([
    [shown, 'one', ''],
    ['', 'two', shown],
  ])
})

test('a report that never has a second table has no column for it', () => {
  const { name: _, ...alone } = first
  expect(read(asCsv(alone))[0]).toEqual(['line', 'amount'])
})

test('people read sums as their currency writes them, and words in a column of sums as they are', () => {
  const rows = [
    { line: 'Interest', amount: 1500 },
    { line: 'Yield', amount: 'no base' },
  ]
  const { totals: _, ...report } = { ...first, rows }
  expect(asText(report, (amount) => `${amount.toLocaleString('en')} ៛`).split('\n')).toEqual([
    'Income',
    '',
    'Line       Amount',
    '--------  -------',
    'Interest  1,500 ៛',
    'Yield     no base',
  ])
})
