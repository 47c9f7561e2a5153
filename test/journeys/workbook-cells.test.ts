import { expect, test } from 'vitest'
import {
  faultsOf,
  ofFolder,
  placesOf,
  reading,
  sheetsOf,
  withSheet,
} from '#test/support/book-workbooks.ts'
import { plainBook } from '#test/support/changed-books.ts'
import { numberCell, textCell } from '#test/support/hand-made-workbook.ts'

const inData = (name: string, from: string | RegExp, to: string) =>
  withSheet(sheetsOf(plainBook), name, (sheet) => ({
    ...sheet,
    data: sheet.data.replace(from, to),
  }))

test('a formula that was never worked out, or came to an error, is told by its cell', async () => {
  const principal = /<c r="D3"[^>]*><v>\d+<\/v><\/c>/
  const waiting = await faultsOf(inData('loans', principal, '<c r="D3"><f>1+1</f></c>'))
  expect(placesOf(waiting)).toEqual([
    ['loans', 3, 'principal', 'loans!D3', 'formula-not-calculated'],
  ])
  const wrong = '<c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
  expect(placesOf(await faultsOf(inData('loans', principal, wrong)))).toEqual([
    ['loans', 3, 'principal', 'loans!D3', 'formula-error'],
  ])
  const right = inData('loans', principal, '<c r="D3"><f>200000*2</f><v>400000</v></c>')
  expect(await reading(right)).toEqual(await ofFolder())
})

test('a year typed as a number is no day of long ago, whether its cell is one for days or not', async () => {
  const day = /<c r="C3" s="1"><v>\d+<\/v><\/c>/
  for (const style of [0, 1]) {
    const year = inData('loans', day, numberCell('C3', 2023, style))
    expect(placesOf(await faultsOf(year))).toEqual([
      ['loans', 3, 'disbursed', 'loans!C3', 'date-format'],
    ])
  }
})

test('merged cells say once what they stand for: the day of a meeting, and never a sum', async () => {
  const days = withSheet(sheetsOf(plainBook), 'meeting_sheet', (sheet) => ({
    ...sheet,
    data: sheet.data.replaceAll(/<c r="A(3|4|5)" s="1"><v>45677<\/v><\/c>/g, ''),
    after: '<mergeCells count="1"><mergeCell ref="A2:A5"/></mergeCells>',
  }))
  expect(await reading(days)).toEqual(await ofFolder())
  const sums = withSheet(sheetsOf(plainBook), 'members', (sheet) => ({
    ...sheet,
    data: sheet.data.replace(/<c r="G3"[^>]*><v>\d+<\/v><\/c>/, ''),
    after: '<mergeCells count="1"><mergeCell ref="G2:G3"/></mergeCells>',
  }))
  expect(placesOf(await faultsOf(sums))).toContainEqual([
    'members',
    3,
    'opening_savings',
    'members!G3',
    'value-missing',
  ])
})

const rated = (cell: string) =>
  withSheet(sheetsOf(plainBook), 'loans', (sheet) => ({
    ...sheet,
    data: sheet.data
      .replace(
        /(<row r="1">.*?)<\/row>/,
        `$1${textCell('I1', 'method')}${textCell('J1', 'rate_monthly_percent')}</row>`,
      )
      .replace(/(<row r="2">.*?)<\/row>/, `$1${textCell('I2', 'flat')}${cell}</row>`),
  }))

test('a rate that shows as per cent and holds a hundredth of it is no rate', async () => {
  for (const [rate, style] of [
    [0.025, 0],
    [0.1, 3],
    [0.15, 4],
  ] as const)
    expect(placesOf(await faultsOf(rated(numberCell('J2', rate, style))))).toEqual([
      ['loans', 2, 'rate_monthly_percent', 'loans!J2', 'rate-as-percent'],
    ])
  // Half a per cent a month, and a sign that stands beside the number.
  expect(await faultsOf(rated(numberCell('J2', 0.5)))).toEqual([])
  expect(await faultsOf(rated(numberCell('J2', 2.5, 5)))).toEqual([])
})

/** The fund's sheet with another cell in the row of a field that stands there once. */
const inFund = (field: string, cell: (row: string) => string) =>
  withSheet(sheetsOf(plainBook), 'fund', (sheet) => ({
    ...sheet,
    data: sheet.data.replace(
      new RegExp(
        `(<row r="(\\d+)"><c r="A\\d+"[^>]*><is><t[^>]*>${field}</t></is></c>)<c .*?</c></row>`,
      ),
      (_, head: string, row: string) => `${head}${cell(row)}</row>`,
    ),
  }))

test('on the sheet of the fund a rate that holds a hundredth of what it shows is told by its cell', async () => {
  const field = 'interest_monthly_percent.normal'
  for (const [rate, style] of [
    [0.02, 0],
    [0.02, 3],
    [0.15, 3],
  ] as const) {
    const found = await faultsOf(inFund(field, (row) => numberCell(`B${row}`, rate, style)))
    expect(placesOf(found)).toEqual([
      ['fund', expect.any(Number), field, expect.stringMatching(/^fund!B\d+$/), 'rate-as-percent'],
    ])
  }
  const shares = await faultsOf(
    inFund('provisioning.table', (row) =>
      [numberCell(`B${row}`, 0), textCell(`C${row}`, 'x'), numberCell(`D${row}`, 0.1)].join(''),
    ),
  )
  expect(placesOf(shares)).toContainEqual([
    'fund',
    expect.any(Number),
    'provisioning.table',
    expect.stringMatching(/^fund!D\d+$/),
    'rate-as-percent',
  ])
})

test('on the sheet of the fund a formula that was never worked out is told, and no usual value taken for it', async () => {
  for (const field of ['ceiling', 'interest_monthly_percent.normal']) {
    const found = await faultsOf(inFund(field, (row) => `<c r="B${row}"><f>1+1</f></c>`))
    expect(placesOf(found)).toEqual([
      [
        'fund',
        expect.any(Number),
        field,
        expect.stringMatching(/^fund!B\d+$/),
        'formula-not-calculated',
      ],
    ])
  }
})
