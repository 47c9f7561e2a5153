import { type ListName, listNames, lists } from '#src/lists/all.ts'
import type { ListColumn, ListRow, ListSource, ListValue } from '#src/lists/column.ts'
import type { Statement } from '#domain/ledger/statement.ts'
import { fundStatementNames, fundStatements } from '#src/exchange/statements/all.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'
import { csvCell } from '#src/exchange/report.ts'
import type { Value } from '#src/exchange/workbook/sheets.ts'
import { type WrittenSheet, writeWorkbook } from '#src/exchange/workbook/write.ts'

type Rows = Iterable<ListRow> | AsyncIterable<ListRow>

/** A list as CSV for spreadsheets, piece by piece: as all CSV of ours, no cell runs as a formula. */
export const listAsCsv = (name: ListName, asked: ListSource): AsyncGenerator<string> =>
  rowsAsCsv(lists[name].columns, lists[name].rows(asked))

/** Any rows in the columns of a list. */
export async function* rowsAsCsv(
  columns: readonly ListColumn[],
  rows: Rows,
): AsyncGenerator<string> {
  yield `\ufeff${columns.map(({ key }) => key).join(',')}\r\n`
  for await (const row of rows)
    yield `${columns.map(({ key }) => csvCell(String(row[key] ?? ''))).join(',')}\r\n`
}

/** All lists as JSON lines: `list` says which one a line is of, and keys come in the order of its columns. */
export async function* listsAsJsonLines(
  asked: ListSource,
  names: readonly ListName[] = listNames,
): AsyncGenerator<string> {
  for (const name of names) {
    const { columns, rows } = lists[name]
    for await (const row of rows(asked))
      yield `${JSON.stringify({ list: name, ...keyed(columns, row) })}\n`
  }
}

const keyed = (columns: readonly ListColumn[], row: ListRow): ListRow =>
  Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))

const cellOf = (value: ListValue | undefined, kind: string): Value =>
  value === undefined || value === null || value === ''
    ? null
    : kind === 'day'
      ? { day: String(value) }
      : value

const rowsSheet = async (
  title: string,
  columns: readonly ListColumn[],
  rows: Rows,
): Promise<WrittenSheet> => {
  const cells: Value[][] = [columns.map(({ key }) => key)]
  for await (const row of rows) cells.push(columns.map(({ key, kind }) => cellOf(row[key], kind)))
  return { name: title, rows: cells, widths: columns.map(({ kind }) => widths[kind]) }
}

const widths = { text: 16, code: 18, day: 12, instant: 24, sum: 14, number: 8, percent: 8 } as const

type FileText = {
  readonly title: string
  readonly columns: readonly { readonly key: string; readonly heading: string }[]
  readonly rows: readonly ListRow[]
  readonly totals?: ListRow
}

/** A statement in the words of a language, with the name of its sheet. */
export type StatementSheet = FileText & {
  readonly sheet: string
  readonly notes: readonly string[]
  readonly more: readonly FileText[]
}

const isDay = (value: ListValue): boolean =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

const tableCells = ({ columns, rows, totals }: FileText): Value[][] => [
  columns.map(({ heading }) => heading),
  ...[...rows, ...(totals ? [totals] : [])].map((row) =>
    columns.map(({ key }) => cellOf(row[key], isDay(row[key] ?? null) ? 'day' : 'text')),
  ),
]

const statementSheet = ({ sheet, notes, more, ...table }: StatementSheet): WrittenSheet => ({
  name: sheetName(sheet),
  rows: [
    ...tableCells(table),
    [],
    [table.title],
    ...more.flatMap((one) => [[], [one.title], ...tableCells(one)]),
    ...(notes.length > 0 ? [[]] : []),
    ...notes.map((note) => [note]),
  ],
  widths: table.columns.map(() => 18),
})

/** What a sheet may be called: 31 letters, and none of a few signs. */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** Any rows in the columns of a list, as a workbook of one sheet. */
export const rowsAsWorkbook = async (
  title: string,
  columns: readonly ListColumn[],
  rows: Rows,
): Promise<Uint8Array> => writeWorkbook([await rowsSheet(sheetName(title), columns, rows)])

/** One statement as a workbook of one sheet. */
export const statementAsWorkbook = (statement: StatementSheet): Promise<Uint8Array> =>
  writeWorkbook([statementSheet(statement)])

/** What a workbook is made from: the statements' own asking, with the journal beside it. */
export type WorkbookSource = StatementSource & Pick<ListSource, 'entries'>

export type WorkbookWords = {
  readonly tell: (statement: Statement) => StatementSheet
  readonly titles: Readonly<Record<ListName, string>>
}

/** The lists of a day from all that was posted. */
export const listSourceOf = ({ book, asOf, postings, entries }: WorkbookSource): ListSource => ({
  book,
  asOf,
  entries,
  postings: postings.filter(({ on }) => on <= asOf),
})

/** Statements first, as people read them; then every list, with the keys of its columns as headings. */
export const listsAsWorkbook = async (
  asked: WorkbookSource,
  { tell, titles }: WorkbookWords,
): Promise<Uint8Array> => {
  const sheets = fundStatementNames.map((name) => statementSheet(tell(fundStatements[name](asked))))
  const rowsAsked = listSourceOf(asked)
  for (const name of listNames)
    sheets.push(
      await rowsSheet(sheetName(titles[name]), lists[name].columns, lists[name].rows(rowsAsked)),
    )
  return writeWorkbook(sheets)
}
