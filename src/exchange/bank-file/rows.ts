import { type BankColumn, type ReadHeading, readHeading } from '#src/exchange/bank-file/headings.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { columnsMax, fileLinesMax, readText, recordsOf } from '#src/exchange/paper-book/files.ts'
import { cellFault, textOf } from '#src/exchange/paper-book/sheet-text.ts'
import { isWorkbook } from '#src/exchange/workbook/parts.ts'
import { readWorkbook } from '#src/exchange/workbook/read.ts'
import { type Value, columnLetters } from '#src/exchange/workbook/sheets.ts'

export const bankFile = 'bank-lines'

/** A row of the file as texts; `row` is as a spreadsheet counts it. */
type Row = { readonly row: number; readonly cells: readonly string[] }

/** Rows under the headings, and which cell of them is what. */
export type BankRows = {
  readonly rows: readonly Row[]
  readonly places: ReadonlyMap<BankColumn, readonly number[]>
  readonly headings: readonly ReadHeading[]
  readonly headRow: number
}

/** A name, an address and an account number may stand above the headings. */
const headRowsMax = 40

/** What is wrong at a cell, by its letter and row. */
export const faultAt = (
  { row, at }: { readonly row: number; readonly at: number },
  code: BookFault['code'],
): BookFault => {
  const field = columnLetters(at)
  return { ...fault(bankFile, { row, field }, code), cell: `${field}${row}` }
}

const isHead = (headings: readonly ReadHeading[]): boolean => {
  const has = (column: BankColumn): boolean => headings.some((one) => one.column === column)
  return has('day') && (has('amount') || has('in') || has('out'))
}

const knownIn = (headings: readonly ReadHeading[]): number =>
  headings.filter(({ column }) => column !== 'unread' && column !== 'unknown').length

type Head = { readonly index: number; readonly headings: readonly ReadHeading[] }

const headOf = (rows: readonly Row[]): Head | undefined =>
  rows
    .slice(0, headRowsMax)
    .map(({ cells }, index) => ({ index, headings: cells.map(readHeading) }))
    .filter(({ headings }) => isHead(headings))
    .toSorted((a, b) => knownIn(b.headings) - knownIn(a.headings) || a.index - b.index)[0]

/** Of these a list has one, or nobody knows which of them counts. */
const once: readonly BankColumn[] = ['in', 'out', 'amount', 'way', 'balance', 'currency']

const headFaults = ({ headings }: Head, row: number): BookFault[] => {
  const of = (column: BankColumn): number[] =>
    headings.flatMap((one, at) => (one.column === column ? [at] : []))
  const unknown = headings.flatMap(({ column }, at) =>
    column === 'unknown' ? [faultAt({ row, at }, 'heading-unknown')] : [],
  )
  const twice = once.flatMap((column) =>
    of(column)
      .slice(1)
      .map((at) => faultAt({ row, at }, 'column-twice')),
  )
  const both = [...of('in'), ...of('out'), ...of('way')]
  const mixed = of('amount').length > 0 && of('in').length + of('out').length > 0
  return [
    ...unknown,
    ...twice,
    ...(mixed ? both.slice(0, 1).map((at) => faultAt({ row, at }, 'column-twice')) : []),
  ]
}

const placed = (rows: readonly Row[]): BankRows | readonly BookFault[] => {
  if (rows.some(({ cells }) => cells.length > columnsMax))
    return [fault(bankFile, {}, 'file-too-large')]
  const head = headOf(rows)
  if (!head) return [fault(bankFile, {}, 'bank-headings-missing')]
  const { headings, index } = head
  const { row: headRow } = rows[index]!
  const faults = headFaults(head, headRow)
  if (faults.length > 0) return faults
  const places = new Map<BankColumn, number[]>()
  const ranked = headings
    .map((heading, at) => ({ ...heading, at }))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
  for (const { column, at } of ranked)
    if (column !== 'unread' && column !== 'unknown')
      places.set(column, [...(places.get(column) ?? []), at])
  return { rows: rows.slice(index + 1), places, headings, headRow }
}

const delimiters = [',', ';', '\t'] as const

const ofText = async (bytes: Uint8Array): Promise<BankRows | readonly BookFault[]> => {
  const read = await readText(async () => bytes, bankFile)
  if (!('text' in read)) return read
  const tried = delimiters.map((delimiter) => recordsOf(bankFile, read.text, delimiter))
  const found = tried.map((records) => {
    if (!Array.isArray(records)) return [records]
    if (records.length > fileLinesMax) return [fault(bankFile, {}, 'file-too-large')]
    return placed(records.map(({ record, info }) => ({ row: info.lines, cells: record })))
  })
  // What is told is of the way of writing that came nearest to a list.
  return (
    found.find((one) => 'places' in one) ??
    found.find((one) => 'length' in one && one[0]?.code !== 'bank-headings-missing') ??
    found[0]!
  )
}

const shown = (value: Value | undefined, isDay: boolean, is1904: boolean): string =>
  textOf(value ?? null, isDay ? 'date' : 'text', is1904)

const ofWorkbook = async (bytes: Uint8Array): Promise<BankRows | readonly BookFault[]> => {
  const workbook = await readWorkbook(bytes, ({ isHidden }) => !isHidden)
  if (typeof workbook === 'string') return [fault(bankFile, {}, workbook)]
  const { sheets, is1904 } = workbook
  const [sheet, another] = sheets
  if (!sheet) return [fault(bankFile, {}, 'sheet-missing')]
  if (another) return [fault(bankFile, {}, 'sheet-twice')]
  const faults = sheet.rows.flatMap(({ row, values }) =>
    values.flatMap((value, at) => {
      const code = cellFault(sheet, {
        place: `${columnLetters(at)}${row}`,
        value,
        least: undefined,
      })
      return code === undefined ? [] : [faultAt({ row, at }, code)]
    }),
  )
  if (faults.length > 0) return faults
  const texts = (isDay: (at: number) => boolean): Row[] =>
    sheet.rows.map(({ row, values }) => ({
      row,
      cells: values.map((value, at) => shown(value, isDay(at), is1904)),
    }))
  const first = placed(texts(() => false))
  if (!('places' in first)) return first
  const days = new Set(first.places.get('day'))
  return placed(texts((at) => days.has(at)))
}

/** The rows of a bank's or wallet's list, CSV or `.xlsx`; or why it is none that can be read. */
export const bankRowsOf = (bytes: Uint8Array): Promise<BankRows | readonly BookFault[]> =>
  isWorkbook(bytes) ? ofWorkbook(bytes) : ofText(bytes)
