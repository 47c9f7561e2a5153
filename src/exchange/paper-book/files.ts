import { CsvError, type Info, parse } from 'csv-parse/sync'
import type { Currency } from '#domain/kernel/money.ts'
import { readCell } from '#src/exchange/paper-book/cells.ts'
import {
  type Column,
  type FileName,
  type Line,
  fileColumns,
} from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'

/** Where the bytes of a book come from: a folder, an upload, a test. */
export type BookSource = (file: string) => Promise<Uint8Array | 'missing' | 'too-large'>

/** The largest file that is read: a village's year is under 100 kB. */
export const fileBytesMax = 10 * 1024 * 1024

/** The most lines that are read: a hundred members who meet every week for four years. */
export const fileLinesMax = 20_000

/** No list of a village or a bank is so wide; of ten thousand columns each would be held against all headings, for seconds. */
export const columnsMax = 200

/** More cells than the longest book has: reading them would keep everybody else waiting. */
const cellsMax = 25 * fileLinesMax
const cellEnds = [',', '\n', '\r'].map((sign) => sign.charCodeAt(0))

/** Whether CSV texts hold, together, more cells than any book. */
export const hasTooManyCells = (texts: readonly Uint8Array[]): boolean => {
  let cells = 0
  for (const bytes of texts) for (const byte of bytes) if (cellEnds.includes(byte)) cells += 1
  return cells > cellsMax
}

type FileText = { readonly bytes: Uint8Array; readonly text: string }

/** The UTF-8 text of a file without its byte order mark; null characters are faults at their line. */
export const readText = async (
  source: BookSource,
  file: string,
): Promise<FileText | readonly BookFault[]> => {
  const bytes = await source(file)
  if (bytes === 'missing') return [fault(file, {}, 'file-missing')]
  if (bytes === 'too-large') return [fault(file, {}, 'file-too-large')]
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return [fault(file, { row: lineOfBadByte(bytes) }, 'not-utf8')]
  }
}

/** The first line whose bytes are not UTF-8, so that a person knows where to look. */
const lineOfBadByte = (bytes: Uint8Array): number => {
  const lossy = new TextDecoder('utf-8').decode(bytes)
  return lossy.slice(0, lossy.indexOf('\ufffd')).split('\n').length
}

type RawLine = { readonly record: readonly string[]; readonly info: Info }

/** Every record of a CSV text with its place, or where the text is none. */
export const recordsOf = (file: string, text: string, delimiter = ','): RawLine[] | BookFault => {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as RawLine[]
  } catch (error) {
    const row =
      error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : undefined
    return fault(file, row === undefined ? {} : { row }, 'csv-broken')
  }
}

/** A heading as it is compared: without what nobody sees, in one way of writing the same letters. */
export const headingOf = (heading: string): string =>
  heading.replaceAll('\u200b', '').trim().normalize('NFC').toLowerCase()

/** Templates of other systems mark a heading that must be filled in with a star. */
const withoutStar = (heading: string): string =>
  heading.endsWith('*') ? heading.slice(0, -1).trimEnd() : heading

/** Whether a heading means this column: its own names, or what another system calls it. */
export const isCalled = ({ name, khmer, alsoCalled = [] }: Column, heading: string): boolean =>
  heading === name ||
  heading === khmer.normalize('NFC') ||
  alsoCalled.includes(withoutStar(heading))

/** Which cell of a line holds which column. Unknown headings are left out: they may name people. */
const placesOf = (
  file: string,
  headings: readonly string[],
  columns: readonly Column[],
): { places: Map<string, number>; faults: BookFault[] } => {
  const names = headings.map(headingOf)
  const places = new Map<string, number>()
  const faults: BookFault[] = []
  for (const column of columns) {
    const { name, mayBeMissing } = column
    const found = names.flatMap((heading, i) => (isCalled(column, heading) ? [i] : []))
    if (found.length === 0 && !mayBeMissing)
      faults.push(fault(file, { row: 1, field: name }, 'column-missing'))
    if (found.length > 1) faults.push(fault(file, { row: 1, field: name }, 'column-twice'))
    if (found[0] !== undefined) places.set(name, found[0])
  }
  return { places, faults }
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '')

/**
 * All lines of a file and all its faults. A cell that cannot be read is left out of its line, so that
 * what the files say together can still be told in the same go; such a book is never taken in.
 */
export const readLines = <Name extends FileName>(
  file: Name,
  text: string,
  currency: Currency,
): { lines: Line<Name>[]; faults: BookFault[] } => {
  const { lines, faults } = readTable(file, text, { columns: fileColumns[file], currency })
  return { lines: lines as Line<Name>[], faults }
}

/** A line of any list of columns: its cells by name, and its place in the file. */
export type TableLine = { readonly row: number; readonly [column: string]: unknown }

/** The cells of one line by name, and what is wrong with those that cannot be read. */
const cellsOf = (
  file: string,
  {
    record,
    row,
    columns,
    places,
    currency,
  }: {
    readonly record: readonly string[]
    readonly row: number
    readonly columns: readonly Column[]
    readonly places: ReadonlyMap<string, number>
    readonly currency: Currency
  },
): { readonly cells: TableLine; readonly faults: readonly BookFault[] } => {
  const cells: { row: number; [column: string]: unknown } = { row }
  const faults: BookFault[] = []
  for (const column of columns) {
    const place = places.get(column.name)
    const text = place === undefined ? '' : record[place]
    const cell = readCell(text ?? '', column, currency)
    if ('fault' in cell) faults.push(fault(file, { row, field: column.name }, cell.fault))
    else cells[column.name] = cell.value
  }
  return { cells, faults }
}

/** What `readLines` does, for a list of columns of one's own. */
export const readTable = (
  file: string,
  text: string,
  {
    columns,
    currency,
    headingFaults = () => [],
  }: {
    readonly columns: readonly Column[]
    readonly currency: Currency
    /** What else is wrong with the headings as they are written. */
    readonly headingFaults?: (headings: readonly string[]) => readonly BookFault[]
  },
): { lines: TableLine[]; faults: BookFault[] } => {
  const raw = recordsOf(file, text)
  if (!Array.isArray(raw)) return { lines: [], faults: [raw] }
  const [head, ...body] = raw
  if (raw.length > fileLinesMax || (head && head.record.length > columnsMax))
    return { lines: [], faults: [fault(file, {}, 'file-too-large')] }
  const { places, faults } = placesOf(file, head?.record ?? [], columns)
  faults.push(...headingFaults(head?.record ?? []))
  if (faults.length > 0) return { lines: [], faults }
  const lines: TableLine[] = []
  for (const { record, info } of body) {
    if (isBlank(record)) continue
    const row = info.lines
    const broken = lineFaults(file, { record, row, width: head!.record.length })
    faults.push(...broken)
    if (broken.length > 0) continue
    const { cells, faults: found } = cellsOf(file, { record, row, columns, places, currency })
    faults.push(...found)
    lines.push(cells)
  }
  return { lines, faults }
}

const lineFaults = (
  file: string,
  {
    record,
    row,
    width,
  }: { readonly record: readonly string[]; readonly row: number; readonly width: number },
): BookFault[] => {
  if (record.length > width && record.slice(width).some((cell) => cell.trim() !== ''))
    return [fault(file, { row }, 'cells-too-many')]
  return record.length < width ? [fault(file, { row }, 'cells-missing')] : []
}
