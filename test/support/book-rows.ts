import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Word<Text extends string> = Text extends `${infer First} ${infer Rest}`
  ? First | Word<Rest>
  : Text

const words = <Lines extends readonly string[]>(...lines: Lines) =>
  lines.flatMap((line) => line.split(' ')) as Word<Lines[number]>[]

/** The headings of the seven CSV files in the order in which a paper book writes them. */
export const columns = {
  members: words('card status sex idpoor committee zone opening_savings'),
  loans: words('loan member disbursed principal months type purpose opening_balance'),
  meeting_sheet: words(
    'meeting_date card present shares savings_in social_in fine_in',
    'loan principal_paid interest_paid savings_out',
  ),
  cash_book: words(
    'meeting_date members_present opening_cash savings_in social_in fines_in loan_principal_in',
    'interest_in donor_grant_in loans_out savings_out social_out migration_grants_out',
    'expenses_out closing_cash',
  ),
  grants: words('grant date payee kind amount'),
  relief: words('event kind declared zone_or_group first_month last_month loan effect'),
  write_offs: words('loan date amount minute'),
}

/** The columns that hold words, codes and dates; every other one holds whole riel or a count. */
const textColumns = words(
  'card status sex idpoor committee zone loan member disbursed type purpose meeting_date present',
  'grant date payee kind event declared zone_or_group first_month last_month effect minute',
)

type Cell<Column> = Column extends (typeof textColumns)[number]
  ? string
  : Column extends 'opening_balance'
    ? number | null
    : number

export type FileName = keyof typeof columns
export type RowOf<Name extends FileName> = {
  readonly [Column in (typeof columns)[Name][number]]: Cell<Column>
}
export type LoanRow = RowOf<'loans'>

type OpeningBalance =
  | 'cash'
  | 'loans'
  | 'provision'
  | 'savings'
  | 'social'
  | 'reserve'
  | 'restricted_migration'

/** The part of `fund.json` that is counted with; its other texts only stand there to be read. */
export type Fund = {
  readonly share_value: number
  readonly social_per_meeting: number
  readonly interest_monthly_percent: Readonly<Record<string, string>>
  readonly provisioning: {
    readonly table: readonly {
      readonly to_days: number | null
      readonly name: string
      readonly percent: number
    }[]
  }
  readonly meetings: string
  readonly opening: Readonly<Record<OpeningBalance, number>>
}

/** A village fund's year on paper, row by row, amounts in whole riel. */
export type Book = { readonly fund: Fund } & {
  readonly [Name in FileName]: readonly RowOf<Name>[]
}

export const sum = (amounts: readonly number[]) =>
  amounts.reduce((total, amount) => total + amount, 0)

export const downToHundred = (amount: number) => Math.floor(amount / 100) * 100

/** Months are counted as whole numbers (year x 12 + month - 1), so that adding one never clips. */
export const monthOf = (date: string) =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

export const monthText = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

const lengthOfMonth = (month: number) =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()

/** The day of a month, or the month's last day where the month is shorter. */
export const dateIn = (month: number, day: number) =>
  `${monthText(month)}-${String(Math.min(day, lengthOfMonth(month))).padStart(2, '0')}`

/** Counted in Universal Time, where every day has the same length. */
export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000

export const meetingDayOf = (fund: Fund) => Number(/\d+/.exec(fund.meetings)?.[0])

const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes the book as the folder of `fund.json` and CSV files that the import reads. */
export function writeBook(book: Book, directory: string): void {
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'fund.json'), JSON.stringify(book.fund, null, 2))
  for (const name of Object.keys(columns) as FileName[]) {
    const headings: readonly string[] = columns[name]
    const lines = book[name].map((row) => {
      const cells: Readonly<Record<string, string | number | null>> = row
      return headings.map((heading) => quoted(String(cells[heading] ?? ''))).join(',')
    })
    writeFileSync(join(directory, `${name}.csv`), `${[headings.join(','), ...lines].join('\n')}\n`)
  }
}

/** The cells of one line; a quoted cell may hold commas and doubled quotes, but no line break. */
const cellsOf = (line: string) =>
  [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
    ([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? '',
  )

function readRows<Name extends FileName>(directory: string, name: Name): RowOf<Name>[] {
  const texts: readonly string[] = textColumns
  const [heading = '', ...lines] = readFileSync(join(directory, `${name}.csv`), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const headings = cellsOf(heading)
  return lines.map((line) => {
    const cells = cellsOf(line).map((cell, place) => {
      const column = headings[place] ?? ''
      return [column, texts.includes(column) ? cell : cell === '' ? null : Number(cell)] as const
    })
    return Object.fromEntries(cells) as RowOf<Name>
  })
}

/** Reads such a folder back; the cells are taken as they stand and judged by nobody. */
export function readBook(directory: string): Book {
  return {
    fund: JSON.parse(readFileSync(join(directory, 'fund.json'), 'utf8')) as Fund,
    members: readRows(directory, 'members'),
    loans: readRows(directory, 'loans'),
    meeting_sheet: readRows(directory, 'meeting_sheet'),
    cash_book: readRows(directory, 'cash_book'),
    grants: readRows(directory, 'grants'),
    relief: readRows(directory, 'relief'),
    write_offs: readRows(directory, 'write_offs'),
  }
}
