import type { Currency } from '#domain/kernel/money.ts'
import type { Column } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import {
  type BookSource,
  type TableLine,
  headingOf,
  readTable,
  readText,
} from '#src/exchange/paper-book/files.ts'
import { unknownHeadings } from '#src/exchange/paper-book/unknown-headings.ts'
import { sheetText } from '#src/exchange/paper-book/sheet-text.ts'
import { isWorkbook } from '#src/exchange/workbook/parts.ts'
import { readWorkbook } from '#src/exchange/workbook/read.ts'

/** A list that comes as one sheet: what it is called in both languages, and its columns. */
export type ListKind = {
  readonly name: string
  readonly khmer: string
  readonly columns: readonly Column[]
  /**
   * What other systems call what is not read, in small letters. Where it is given no other heading may stand
   * in the sheet.
   */
  readonly unread?: readonly string[]
}

/** What is wrong with headings that the list does not know; nothing where it takes any. */
const unknownIn = ({ name, columns, unread }: ListKind, headings: readonly string[], row: number) =>
  unread === undefined ? [] : unknownHeadings(name, headings, { columns, unread, row })

/** What was read of a list: its lines, and all that cannot be read of it. */
export type ListRead = { readonly lines: TableLine[]; readonly faults: BookFault[] }

const ofText = async (kind: ListKind, bytes: Uint8Array, currency: Currency): Promise<ListRead> => {
  const source: BookSource = async () => bytes
  const read = await readText(source, kind.name)
  if (!('text' in read)) return { lines: [], faults: [...read] }
  return readTable(kind.name, read.text, {
    columns: kind.columns,
    currency,
    headingFaults: (headings) => unknownIn(kind, headings, 1),
  })
}

const ofWorkbook = async (
  kind: ListKind,
  bytes: Uint8Array,
  currency: Currency,
): Promise<ListRead> => {
  const broken = (code: BookFault['code']): ListRead => ({
    lines: [],
    faults: [fault(kind.name, {}, code)],
  })
  const workbook = await readWorkbook(bytes, ({ isHidden }) => !isHidden)
  if (typeof workbook === 'string') return broken(workbook)
  const { sheets, is1904 } = workbook
  const names = [headingOf(kind.name), headingOf(kind.khmer)]
  const named = sheets.filter(({ name }) => names.includes(headingOf(name)))
  if (named.length > 1) return broken('sheet-twice')
  // A workbook of one sheet means that one, whatever it is called.
  const sheet = named[0] ?? (sheets.length === 1 ? sheets[0] : undefined)
  if (!sheet) return broken('sheet-missing')
  const { columns, name: file } = kind
  const {
    text,
    rows,
    letters,
    headings,
    faults: cellFaults,
  } = sheetText(sheet, {
    file,
    columns,
    is1904,
  })
  const read = readTable(file, text, { columns, currency })
  const told = new Set(cellFaults.map(({ row, field }) => `${row} ${field}`))
  const onSheet = (found: BookFault): BookFault => {
    const row = found.row === null ? null : (rows[found.row - 1] ?? null)
    const letter = found.field === null ? undefined : letters.get(found.field)
    return letter === undefined
      ? { ...found, row }
      : { ...found, row, cell: `${file}!${letter}${row}` }
  }
  return {
    lines: read.lines.map((line) => ({ ...line, row: rows[line.row - 1] ?? line.row })),
    faults: [
      ...unknownIn(kind, headings, rows[0]!),
      ...cellFaults,
      ...read.faults.filter(({ row, field }) => !told.has(`${row} ${field}`)),
    ].map(onSheet),
  }
}

/** The lines of a list that came as CSV text or as a workbook, and all that cannot be read of it. */
export const readList = async (
  kind: ListKind,
  bytes: Uint8Array,
  currency: Currency,
): Promise<ListRead> =>
  isWorkbook(bytes) ? ofWorkbook(kind, bytes, currency) : ofText(kind, bytes, currency)
