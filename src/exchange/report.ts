/** A table that can be shown as text, CSV or JSON. Sums are whole numbers of the smallest unit. */
export type Report = {
  readonly title: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly Readonly<Record<string, ReportValue>>[]
  /** What the last line adds up, by column. */
  readonly totals?: Readonly<Record<string, ReportValue>>
}

export type ReportValue = string | number | null
export type ReportColumn = {
  readonly key: string
  readonly heading: string
  readonly kind: 'text' | 'sum' | 'number'
}

/** How sums are written for people: the caller knows currency and language. */
export type SumWriter = (amount: number) => string

const written = (
  value: ReportValue | undefined,
  kind: ReportColumn['kind'],
  sum: SumWriter,
): string => {
  if (value === null || value === undefined) return ''
  return kind === 'sum' && typeof value === 'number' ? sum(value) : String(value)
}

/** A text table: sums to the right, the total under a line. */
export const asText = ({ title, columns, rows, totals }: Report, sum: SumWriter): string => {
  const lines = [...rows, ...(totals ? [totals] : [])].map((row) =>
    columns.map(({ key, kind }) => written(row[key], kind, sum)),
  )
  const widths = columns.map(({ heading }, i) =>
    Math.max(heading.length, ...lines.map((cells) => cells[i]!.length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        columns[i]!.kind === 'text' ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
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

const csvCell = (value: string): string => {
  const safe = runsAsFormula(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** CSV for spreadsheets: UTF-8 with byte order mark, CRLF, plain whole numbers. */
export const asCsv = ({ columns, rows, totals }: Report): string => {
  const lines = [...rows, ...(totals ? [totals] : [])].map((row) =>
    columns.map(({ key, kind }) => csvCell(written(row[key], kind, String))).join(','),
  )
  return `\ufeff${[columns.map(({ key }) => key).join(','), ...lines].join('\r\n')}\r\n`
}
