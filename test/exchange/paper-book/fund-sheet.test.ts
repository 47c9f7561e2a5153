import { expect, test } from 'vitest'
import { readFundFile } from '#src/exchange/paper-book/fund-file.ts'
import { fundText } from '#src/exchange/paper-book/fund-sheet.ts'
import type { Value } from '#src/exchange/workbook/sheets.ts'

const sheetOf = (rows: readonly (readonly Value[])[]) => ({
  name: 'fund',
  isHidden: false,
  rows: rows.map((values, i) => ({ row: i + 1, values })),
  merges: [],
  notCalculated: new Set<string>(),
  percents: new Set<string>(),
})
const rows: readonly (readonly Value[])[] = [
  ['fund', 'Small village'],
  ['village_code', 99_999_901],
  ['currency', ' KHR '],
  ['households', 60],
  ['share_value', ' 5000 '],
  ['shares_per_meeting', 1, 5],
  ['social_per_meeting', 1000],
  ['interest_monthly_percent.normal', 1.5],
  ['interest_monthly_percent.seasonal', 1.5],
  ['interest_monthly_percent.emergency', 0],
  ['provisioning.table', null, 'all', 1],
  ['meetings', 'on the 20th'],
  ['opened_on', ' 2025-01-01 '],
  ...['cash', 'loans', 'provision', 'savings', 'social'].map((one) => [`opening.${one}`, 0]),
]
const read = (of: readonly (readonly Value[])[]) => readFundFile(fundText(sheetOf(of)).text, 20)

test('spaces beside what stands in a cell of the fund are none of it', () => {
  const { fund, faults } = read(rows)
  expect(faults).toEqual([])
  expect(fund).toMatchObject({
    openedOn: '2025-01-01',
    charter: { currency: 'KHR', shareValue: 5000 },
  })
})

test('a field that is a sum on one row of the sheet and has parts on others is told by its name', () => {
  const { fund, faults } = read([['opening', 'as last year'], ...rows])
  expect(fund).toBeUndefined()
  expect(faults.map(({ field, code }) => [field, code])).toEqual([['opening', 'fund-value']])
})

test('a first column that begins with a brace is the text of the fund itself, line by line', () => {
  const column = [['{'], [null], [' "fund": "Small village"'], ['}']]
  expect(fundText(sheetOf(column))).toMatchObject({
    text: '{\n\n "fund": "Small village"\n}',
    faults: [],
  })
})
