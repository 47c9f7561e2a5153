import { daysAfter } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'
import type { CellKind, Column } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, type FaultCode, fault } from '#src/exchange/paper-book/faults.ts'
import { headingOf, isCalled } from '#src/exchange/paper-book/files.ts'
import { type Sheet, type Value, columnLetters } from '#src/exchange/workbook/sheets.ts'

/** A sheet as the CSV text that it stands for, and where each of its lines and columns is on the sheet. */
export type SheetText = {
  readonly text: string
  /** The sheet's row of each line of the text, the headings first. */
  readonly rows: readonly number[]
  /** The letters of each column that was found. */
  readonly letters: ReadonlyMap<string, string>
  /** The headings as they are written. */
  readonly headings: readonly string[]
  /** What cannot stand in a text: a formula that was never worked out, or that came to an error. */
  readonly faults: readonly BookFault[]
}

/** A title or a few empty rows may stand above the headings. */
const headingRowsMax = 20

type Found = { readonly column: Column; readonly at: number }

const columnsIn = (values: readonly Value[], columns: readonly Column[]): Found[] => {
  const headings = values.map((value) => (typeof value === 'string' ? headingOf(value) : ''))
  return columns.flatMap((column) =>
    headings.flatMap((heading, at) => (isCalled(column, heading) ? [{ column, at }] : [])),
  )
}

/** The row of the headings: the one of the first rows that has the most of them. */
const headOf = ({ rows }: Sheet, columns: readonly Column[]) => {
  const tried = rows
    .slice(0, headingRowsMax)
    .map(({ row, values }, index) => ({ row, index, found: columnsIn(values, columns) }))
  const most = Math.max(0, ...tried.map(({ found }) => found.length))
  return most === 0 ? undefined : tried.find(({ found }) => found.length === most)
}

/** The first days that the two systems count as zero; from March 1900 on the first one is true. */
const epochs = { since1900: '1899-12-30', since1904: '1904-01-01' } as const
const serialMax = 200_000
/** Before the autumn of 1954 nothing of a fund happened: a number that small is a year or a sum, and no day. */
const serialMin = 20_000
const dayMin = '1954-10-03'

/** Fifteen digits, as a spreadsheet shows: the last bits of a sum of cents are no digits of anybody's. */
const numberText = (number: number): string => {
  const shown = Number(number.toPrecision(15))
  return Math.abs(shown) < 1e15 && Math.abs(shown) > 1e-7 ? String(shown) : shown === 0 ? '0' : '?'
}

const isDayKind = (kind: CellKind): boolean => kind === 'date' || kind === 'month'

/** Words that no column takes for a day, where it cannot be one. */
const dayText = (day: string, kind: CellKind): string => {
  if (isDayKind(kind) && day < dayMin) return '?'
  return kind === 'month' ? day.slice(0, 7) : day
}

/** Line by line, so that a cell of nothing but spaces is gone over once. */
export const inOneLine = (text: string): string =>
  text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')

/** A cell as the text that it stands for, by the kind of its column. */
export const textOf = (value: Value, kind: CellKind, is1904: boolean): string => {
  if (value === null) return ''
  if (typeof value === 'string') {
    // A line of the text is a row of the sheet.
    const line = inOneLine(value)
    return kind === 'text' ? line : latinDigits(line)
  }
  if (typeof value === 'boolean') return kind === 'yes-no' ? (value ? 'y' : 'n') : String(value)
  if (typeof value === 'object') return dayText(value.day, kind)
  if (!isDayKind(kind) || !(value >= serialMin && value < serialMax)) return numberText(value)
  const epoch = is1904 ? epochs.since1904 : epochs.since1900
  return dayText(daysAfter(epoch, Math.floor(value)), kind)
}

/** Errors as spreadsheets write them. */
const errorWord = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

/**
 * A cell that shows 2.5 % holds 0.025, and one that shows 10 % holds 0.1: its format says so. Where a list
 * was pasted without formats, no fund ever asked a tenth of a per cent a month or less.
 */
export const rateMin = 0.1

/** What is wrong with a cell, whatever its words; a number of zero up to `least` is no rate, where one is meant. */
export const cellFault = (
  sheet: Sheet,
  { place, value, least }: { place: string; value: Value; least: number | undefined },
): FaultCode | undefined => {
  if (sheet.notCalculated.has(place)) return 'formula-not-calculated'
  if (typeof value === 'string') return errorWord.test(value) ? 'formula-error' : undefined
  if (least === undefined || typeof value !== 'number' || value <= 0) return undefined
  return value <= least || sheet.percents.has(place) ? 'rate-as-percent' : undefined
}

/** Up to what a number in a cell is no rate of its kind: a yearly one may be a tenth, but never be shown as per cent. */
const leastOf = (kind: CellKind): number | undefined =>
  kind === 'rate' ? rateMin : kind === 'any-rate' ? 0 : undefined

/** Kinds that a block of merged cells says once for all its rows; a sum in it stood there once. */
const saidOnce: readonly CellKind[] = [
  'code',
  'date',
  'month',
  'choice',
  'choices',
  'text',
  'yes-no',
]

/** What merged blocks say for the rows below their first one, by row and column. */
const mergedOf = ({ rows, merges }: Sheet, found: readonly Found[]): Map<string, Value> => {
  const said = new Map<string, Value>()
  const places = new Map(rows.map(({ row }, index) => [row, index]))
  for (const merge of merges) {
    const about = found.find(({ at }) => at === merge.firstColumn)
    if (!about || !saidOnce.includes(about.column.kind)) continue
    // A first row without any value is not among the rows, and says nothing.
    const first = places.get(merge.firstRow)
    if (first === undefined) continue
    const value = rows[first]!.values[about.at] ?? null
    for (let at = first + 1; at < rows.length && rows[at]!.row <= merge.lastRow; at += 1)
      said.set(`${rows[at]!.row} ${about.at}`, value)
  }
  return said
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const lineOf = (cells: readonly string[]): string => cells.map(quoted).join(',')

const isBlank = (values: readonly Value[], found: readonly Found[]): boolean =>
  found.every(({ at }) => {
    const value = values[at] ?? null
    return value === null || (typeof value === 'string' && value.trim() === '')
  })

/**
 * A sheet in the plainest CSV: English headings in the order of the list, Latin digits, days as
 * year-month-day, no blank lines. Two sheets that say the same are the same text.
 */
export const sheetText = (
  sheet: Sheet,
  { file, columns, is1904 }: { file: string; columns: readonly Column[]; is1904: boolean },
): SheetText => {
  const head = headOf(sheet, columns)
  if (!head) return { text: '', rows: [1], letters: new Map(), headings: [], faults: [] }
  const { found } = head
  const merged = mergedOf(sheet, found)
  const lines = [lineOf(found.map(({ column }) => column.name))]
  const rows = [head.row]
  const faults: BookFault[] = []
  for (const { row, values } of sheet.rows.slice(head.index + 1)) {
    if (isBlank(values, found)) continue
    const cells = found.map(({ column, at }) => {
      const value = values[at] ?? merged.get(`${row} ${at}`) ?? null
      const code = cellFault(sheet, {
        place: `${columnLetters(at)}${row}`,
        value,
        least: leastOf(column.kind),
      })
      if (code) faults.push(fault(file, { row: rows.length + 1, field: column.name }, code))
      return textOf(value, column.kind, is1904)
    })
    lines.push(lineOf(cells))
    rows.push(row)
  }
  const letters = new Map(found.map(({ column, at }) => [column.name, columnLetters(at)]))
  const headings = sheet.rows[head.index]!.values.map((value) =>
    typeof value === 'string' ? value : '',
  )
  return { text: `${lines.join('\n')}\n`, rows, letters, headings, faults }
}
