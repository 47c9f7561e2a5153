import type { FileName } from '#src/exchange/paper-book/columns.ts'
import { fileBytesMax } from '#src/exchange/paper-book/files.ts'
import {
  type Change,
  lineCount,
  rewritten,
  withCell,
  withFund,
  withLine,
  withRows,
} from '#test/support/changed-books.ts'

export type Place = readonly [file: string, row: number | null, field: string | null, code: string]

/** One thing that is wrong with a book: what, how it gets there, and what the import must say. */
type Planted = readonly [sentence: string, change: Change, place: Place]

/** What is wrong | file, row and column of the cell | what stands there | the code of the fault */
const cells = `
  a member of the sheet has no card | meeting_sheet.csv 5 card | M99 | member-unknown
  a borrower has no card | loans.csv 3 member | X08 | member-unknown
  a payee that looks like a card has none | grants.csv 2 payee | M61 | member-unknown
  a card is a formula | meeting_sheet.csv 9 card | =M01 | code-format
  a household is neither active nor former | members.csv 3 status | gone | choice-unknown
  a member was neither there nor away | meeting_sheet.csv 4 present | maybe | choice-unknown
  savings are not shares times their value | meeting_sheet.csv 2 savings_in | 24000 | savings-not-shares-times-value
  a letter stands in an amount | cash_book.csv 3 expenses_out | 1O000 | amount-not-a-number
  a separator stands in an amount | loans.csv 5 principal | 300,000 | amount-not-a-number
  a dot stands between thousands | loans.csv 5 principal | 300.000 | amount-not-a-number
  an amount is below zero | meeting_sheet.csv 3 fine_in | -1000 | amount-negative
  an amount has half a riel | meeting_sheet.csv 3 social_in | 1000.5 | amount-not-whole
  an amount is larger than any fund | grants.csv 4 amount | 99999999999999999999 | amount-too-large
  an amount is missing | cash_book.csv 5 closing_cash |  | value-missing
  half a share is bought | meeting_sheet.csv 6 shares | 1.5 | number-not-whole
  a repayment is for a loan that is not there | meeting_sheet.csv 8 loan | L99-01 | loan-unknown
  a write-off is of a loan that is not there | write_offs.csv 2 loan | L99-02 | loan-unknown
  an event touches a loan that is not there | relief.csv 7 loan | L99-03 | loan-unknown
  an event touches a loan twice | relief.csv 3 loan | L25-20 | loan-touched-twice
  relief ends before it begins | relief.csv 2 last_month | 2025-07 | window-cannot-hold
  a loan runs for no month | loans.csv 6 months | 0 | months-out-of-range
  a loan is of nothing | loans.csv 20 principal | 0 | principal-is-nought
  nothing is written off | write_offs.csv 2 amount | 0 | amount-is-nought
  the calendar has no such day | meeting_sheet.csv 70 meeting_date | 2025-02-30 | date-impossible
  a date is written the other way round | grants.csv 2 date | 20/03/2025 | date-format
  the calendar has no such month | relief.csv 5 first_month | 2025-13 | date-impossible
  a month is a word | relief.csv 5 first_month | August | month-format
  a write-off is older than the book | write_offs.csv 2 date | 2024-12-31 | before-opening
  a meeting stands twice in the cash book | cash_book.csv 4 meeting_date | 2025-02-20 | meeting-twice
  a null character hides in a card | meeting_sheet.csv 12 card | M\u000011 | nul-character
  a null character hides in a purpose | loans.csv 4 purpose | pump\u0000 | nul-character`

const inCells: Planted[] = cells
  .trim()
  .split('\n')
  .map((line) => {
    const [sentence = '', where = '', text = '', code = ''] = line
      .split('|')
      .map((part) => part.trim())
    const [file, row, column = ''] = where.split(' ') as [FileName, string, string]
    return [sentence, withCell(file, Number(row), column, text), [file, Number(row), column, code]]
  })

/** What is wrong | file and column | the line that is added | the code of the fault */
const lines = `
  two households have one card | members.csv card | M01,active,f,,n,upland,0 | card-twice
  two loans have one number | loans.csv loan | L24-31,M06,2024-08-20,500000,10,normal,,0 | loan-number-twice
  an older loan has no opening balance | loans.csv opening_balance | L24-99,M01,2024-12-20,5000,5,normal,, | paid-out-before-opening
  a new loan has an opening balance | loans.csv disbursed | L25-99,M01,2025-01-20,5000,5,normal,,0 | carried-over-after-opening
  a repayment names no loan | meeting_sheet.csv loan | 2025-12-20,M01,y,0,0,0,0,,5000,0,0 | loan-without-number
  a line has one cell too many | grants.csv | G25-99,2025-03-20,M12,passport,1,2 | cells-too-many`

const inLines: Planted[] = lines
  .trim()
  .split('\n')
  .map((planted) => {
    const [sentence = '', where = '', line = '', code = ''] = planted
      .split('|')
      .map((part) => part.trim())
    const [file, column = null] = where.split(' ') as [FileName, string?]
    return [sentence, withLine(file, line), [file, lineCount(file) + 1, column, code]]
  })

const inFund: Planted[] = [
  [
    'the opening does not balance',
    withFund(({ opening }) => (opening['cash'] = 11_103_800)),
    ['fund.json', null, 'opening', 'opening-not-balanced'],
  ],
  [
    "the members' savings do not add up to the opening",
    withCell('members.csv', 2, 'opening_savings', '125100'),
    ['fund.json', null, 'opening.savings', 'opening-savings-differ'],
  ],
  [
    'the loans carried over do not add up to the opening',
    withCell('loans.csv', 2, 'opening_balance', '300100'),
    ['fund.json', null, 'opening.loans', 'opening-loans-differ'],
  ],
  [
    'the social contribution is a word',
    withFund((fund) => (fund['social_per_meeting'] = 'a little')),
    ['fund.json', null, 'social_per_meeting', 'amount-not-a-number'],
  ],
  [
    'the fund names no interest',
    withFund((fund) => delete fund['interest_monthly_percent']),
    ['fund.json', null, 'interest_monthly_percent', 'fund-value'],
  ],
  [
    'fund.json breaks off before its end',
    rewritten('fund.json', (text) => text.trimEnd().slice(0, -1)),
    ['fund.json', null, null, 'not-json'],
  ],
]

const notUtf8 = (text: string): Uint8Array =>
  Buffer.concat([
    Buffer.from(text.slice(0, 200)),
    new Uint8Array([0xff]),
    Buffer.from(text.slice(200)),
  ])

const inFiles: Planted[] = [
  [
    'a file is missing',
    rewritten('relief.csv', () => undefined),
    ['relief.csv', null, null, 'file-missing'],
  ],
  [
    'a file is huge',
    rewritten('grants.csv', (text) => text.padEnd(fileBytesMax + 1, '\n')),
    ['grants.csv', null, null, 'file-too-large'],
  ],
  ['a file is not UTF-8', rewritten('relief.csv', notUtf8), ['relief.csv', 3, null, 'not-utf8']],
  [
    'a column is missing',
    withRows('members.csv', (rows) => rows.map((row) => row.toSpliced(5, 1))),
    ['members.csv', 1, 'zone', 'column-missing'],
  ],
  [
    'a column stands twice',
    withRows('loans.csv', (rows) => rows.map((row) => [...row, row[2]!])),
    ['loans.csv', 1, 'disbursed', 'column-twice'],
  ],
  [
    'a line has one cell too few',
    rewritten('write_offs.csv', (text) => text.replace('84000,', '84000')),
    ['write_offs.csv', 2, null, 'cells-missing'],
  ],
  [
    'a quotation mark stands alone',
    rewritten('loans.csv', (text) => text.replace('carried over', 'a "pump"')),
    ['loans.csv', 2, null, 'csv-broken'],
  ],
]

export const bookFaults: readonly Planted[] = [...inCells, ...inLines, ...inFund, ...inFiles]

/** Ten faults in the eight files at once, none of which hides another. */
export const tenAtOnce: readonly Planted[] = [
  'the opening does not balance',
  'a household is neither active nor former',
  'a separator stands in an amount',
  'a loan runs for no month',
  'an amount is below zero',
  'half a share is bought',
  'a letter stands in an amount',
  'a date is written the other way round',
  'a month is a word',
  'nothing is written off',
].map((sentence) => bookFaults.find(([planted]) => planted === sentence)!)
