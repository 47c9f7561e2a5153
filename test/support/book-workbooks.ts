import { sha256 } from '#infra/system/system.ts'
import { folderSource } from '#src/cli/folder.ts'
import { type PaperBook, readBook } from '#src/exchange/paper-book/book.ts'
import { type FileName, fileColumns, fileNames } from '#src/exchange/paper-book/columns.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { fundFields } from '#src/exchange/paper-book/fund-sheet.ts'
import { readBookInWorkbook, sheetNames } from '#src/exchange/paper-book/workbook.ts'
import { columnLetters } from '#src/exchange/workbook/sheets.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import {
  type BookFiles,
  type Row,
  inKhmerDigits,
  rowsOf,
  textIn,
} from '#test/support/changed-books.ts'
import {
  type HandSheet,
  handMade,
  numberCell,
  rowOf,
  textCell,
} from '#test/support/hand-made-workbook.ts'

/*
 * A paper book written as the sheets of a workbook by hand: numbers as numbers, days as the numbers that a
 * spreadsheet keeps for them.
 */

export type Manner = {
  /** Every cell a text, as a sheet that was pasted. */
  readonly isText?: boolean
  /** Khmer names of sheets, headings and fields, and Khmer digits. */
  readonly isKhmer?: boolean
  readonly is1904?: boolean
  /** Empty rows and a title above the headings. */
  readonly above?: number
}

const dayMs = 86_400_000
const serialOf = (day: string, is1904 = false): number =>
  (Date.parse(day) - Date.parse(is1904 ? '1904-01-01' : '1899-12-30')) / dayMs

const cellOf = (place: string, text: string, { isText, isKhmer, is1904 }: Manner): string => {
  if (text === '') return ''
  if (isKhmer) return textCell(place, inKhmerDigits(text))
  if (isText) return textCell(place, text)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return numberCell(place, serialOf(text, is1904), 1)
  return /^\d+(\.\d+)?$/.test(text) ? numberCell(place, Number(text)) : textCell(place, text)
}

const rowsIn = (rows: readonly Row[], manner: Manner): string => {
  const { above = 0 } = manner
  const title = above > 0 ? rowOf(1, textCell('A1', 'A village')) : ''
  return `${title}${rows
    .map((row, r) => {
      const at = r + 1 + above
      return rowOf(at, ...row.map((text, c) => cellOf(`${columnLetters(c)}${at}`, text, manner)))
    })
    .join('')}`
}

const headed = (file: FileName, [head, ...body]: readonly Row[], { isKhmer }: Manner): Row[] => {
  const khmer = new Map<string, string>(fileColumns[file].map(({ name, khmer: km }) => [name, km]))
  return [isKhmer ? head!.map((name) => khmer.get(name) ?? name) : head!, ...body]
}

type Json = { readonly [field: string]: unknown }

const khmerFields = new Map(Object.entries(fundFields).map(([khmer, field]) => [field, khmer]))

/** `fund.json` as rows of field and values, with what is a text there a text here. */
const fundRows = (json: Json, before = ''): (readonly [string, ...unknown[]])[] =>
  Object.entries(json).flatMap(([name, value]): (readonly [string, ...unknown[]])[] => {
    const field = `${before}${name}`
    if (field === 'provisioning.table')
      return (value as Json[]).map((one) => [field, one['to_days'], one['name'], one['percent']])
    if (Array.isArray(value)) return [[field, ...(value as unknown[])]]
    return value !== null && typeof value === 'object'
      ? fundRows(value as Json, `${field}.`)
      : [[field, value]]
  })

const fundSheet = (files: BookFiles, { isKhmer }: Manner): HandSheet => {
  const rows = fundRows(JSON.parse(textIn(files, 'fund.json')) as Json)
  const data = rows.map(([field, ...values], i) => {
    const cells = values.map((value, c) => {
      const place = `${columnLetters(c + 1)}${i + 1}`
      if (value === null) return ''
      return typeof value === 'number'
        ? numberCell(place, value)
        : textCell(place, isKhmer ? inKhmerDigits(`${value as string}`) : `${value as string}`)
    })
    const label = isKhmer ? (khmerFields.get(field) ?? field) : field
    return rowOf(i + 1, textCell(`A${i + 1}`, label), ...cells)
  })
  return { name: isKhmer ? sheetNames['fund.json'] : 'fund', data: data.join('') }
}

/** The sheets of a book. */
export const sheetsOf = (files: BookFiles, manner: Manner = {}): HandSheet[] => [
  fundSheet(files, manner),
  ...fileNames.map((file) => ({
    name: manner.isKhmer ? sheetNames[file] : file.replace('.csv', ''),
    data: rowsIn(headed(file, rowsOf(textIn(files, file)), manner), manner),
  })),
]

/** The same sheets with another content in one of them. */
export const withSheet = (
  sheets: readonly HandSheet[],
  name: string,
  change: (sheet: HandSheet) => HandSheet,
): HandSheet[] => sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet))

/** The practice year as its folder says it. */
export const ofFolder = async (): Promise<PaperBook> => {
  const book = await readBook(folderSource(paperBookFolder), sha256)
  if (!('hash' in book)) throw new Error('the book has faults')
  return book
}

export const reading = (sheets: readonly HandSheet[], manner: Manner = {}) =>
  readBookInWorkbook(handMade(sheets, manner), sha256)

export const faultsOf = async (
  sheets: readonly HandSheet[],
  manner: Manner = {},
): Promise<readonly BookFault[]> => {
  const read = await reading(sheets, manner)
  return 'hash' in read ? [] : read
}

export const placesOf = (faults: readonly BookFault[]) =>
  faults.map(({ file, row, field, cell, code }) => [file, row, field, cell, code])
