/** A table that can be shown as text, CSV or JSON. Sums are whole numbers of the smallest unit. */
export type Report = {
  /** Where a report can have tables beside it, what this one is called in the one file of them all. */
  readonly name?: string
  readonly title: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly Readonly<Record<string, ReportValue>>[]
  /** What the last line adds up, by column. */
  readonly totals?: Readonly<Record<string, ReportValue>>
}

type ReportValue = string | number | null
export type ReportColumn = {
  readonly key: string
  readonly heading: string
  readonly kind: 'text' | 'sum' | 'number'
}

/** How sums are written for people: the caller knows currency and language, and a row may have a currency of its own. */
export type SumWriter = (amount: number, row: Readonly<Record<string, ReportValue>>) => string

type Row = Readonly<Record<string, ReportValue>>

const written = (row: Row, { key, kind }: ReportColumn, sum: SumWriter): string => {
  const value = row[key]
  if (value === null || value === undefined) return ''
  // A terminal, and what reads it, takes a hyphen for the minus of pages.
  return kind === 'sum' && typeof value === 'number'
    ? sum(value, row).replace('\u2212', '-')
    : String(value)
}

/** How many columns of a terminal a text takes: the marks that Khmer writes over and under take none. */
const widthOf = (text: string): number => [...text.replaceAll(/\p{Mn}/gu, '')].length
const padding = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text)))

/** A text table: sums to the right, the total under a line. */
export const asText = ({ title, columns, rows, totals }: Report, sum: SumWriter): string => {
  const lines = [...rows, ...(totals ? [totals] : [])].map((row) =>
    columns.map((column) => written(row, column, sum)),
  )
  const widths = columns.map(({ heading }, i) =>
    Math.max(widthOf(heading), ...lines.map((cells) => widthOf(cells[i]!))),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        columns[i]!.kind === 'text'
          ? `${cell}${padding(cell, widths[i]!)}`
          : `${padding(cell, widths[i]!)}${cell}`,
      )
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  const body = lines.map(line)
  if (totals) body.splice(-1, 0, rule)
  return [title, '', line(columns.map(({ heading }) => heading)), rule, ...body].join('\n')
}

/** Marks that make a spreadsheet run a cell as a formula; a minus sign before digits is only a number. */
const runsAsFormula = (cell: string): boolean =>
  /^[=+@\t\r]/.test(cell) || /^-(?!\d+(\.\d+)?$)/.test(cell)

/** A cell of CSV that no spreadsheet runs as a formula. */
export const csvCell = (value: string): string => {
  const safe = runsAsFormula(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The column that says which table a row of CSV is of. */
const tableColumn = 'table'

/**
 * CSV for spreadsheets: UTF-8 with byte order mark, CRLF, plain whole numbers. A report with a name has all of its
 * tables in the one file: after the columns of the first stands `table`, then what other tables have beside them.
 */
export const asCsv = (report: Report, more: readonly Report[] = []): string => {
  const own = report.columns.map(({ key }) => key)
  const others = more.flatMap(({ columns }) => columns.map(({ key }) => key))
  const named = report.name === undefined ? own : [...own, tableColumn]
  const keys = [...new Set([...named, ...others])]
  const lines = [report, ...more].flatMap(({ name, columns, rows, totals }) =>
    [...rows, ...(totals ? [totals] : [])].map((row) => {
      const cells = new Map(columns.map((column) => [column.key, written(row, column, String)]))
      return keys
        .map((key) => csvCell((key === tableColumn ? name : cells.get(key)) ?? ''))
        .join(',')
    }),
  )
  return `\ufeff${[keys.join(','), ...lines].join('\r\n')}\r\n`
}
