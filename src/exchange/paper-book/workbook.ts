import type { Hasher } from '#domain/ports.ts'
import { type PaperBook, readBook } from '#src/exchange/paper-book/book.ts'
import {
  type FileName,
  fileColumns,
  fileNames,
  fundFile,
} from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import { type FundText, fundText } from '#src/exchange/paper-book/fund-sheet.ts'
import { type Imported, type ImportNeeds, importRead } from '#src/exchange/paper-book/import.ts'
import { type SheetText, sheetText } from '#src/exchange/paper-book/sheet-text.ts'
import type { Session } from '#src/app/standing.ts'
import { readWorkbook } from '#src/exchange/workbook/read.ts'
import type { Sheet, Workbook } from '#src/exchange/workbook/sheets.ts'

/** The sheets of a book by their names in Khmer; drafts until a native speaker has read them. */
export const sheetNames: Readonly<Record<FileName | typeof fundFile, string>> = {
  'fund.json': 'មូលនិធិ',
  'members.csv': 'សមាជិក',
  'loans.csv': 'កម្ចី',
  'meeting_sheet.csv': 'សន្លឹកប្រជុំ',
  'cash_book.csv': 'សៀវភៅសាច់ប្រាក់',
  'grants.csv': 'ជំនួយ',
  'relief.csv': 'ការសម្រាល',
  'write_offs.csv': 'កម្ចីលុប',
}

const stemOf = (file: string): string => file.replace(/\.(csv|json)$/, '')

const files = [fundFile, ...fileNames] as readonly (FileName | typeof fundFile)[]

const fileOf = (sheet: string): FileName | typeof fundFile | undefined => {
  const name = sheet.replaceAll('\u200b', '').trim().normalize('NFC')
  const english = stemOf(name.toLowerCase()).replaceAll(/[\s-]+/g, '_')
  return files.find(
    (file) => stemOf(file) === english || sheetNames[file].normalize('NFC') === name,
  )
}

/** A hidden sheet is nobody's to see and to mend: it is not opened. */
const isOfBook = ({ name, isHidden }: Pick<Sheet, 'name' | 'isHidden'>): boolean =>
  !isHidden && fileOf(name) !== undefined

type Placed = { readonly texts: Map<string, string>; readonly faults: BookFault[] } & {
  readonly sheets: Map<string, SheetText>
  readonly fund: FundText | undefined
}

const placedOf = ({ sheets, is1904 }: Workbook): Placed => {
  const byFile = new Map<string, Sheet[]>()
  for (const sheet of sheets) {
    const file = fileOf(sheet.name)!
    byFile.set(file, [...(byFile.get(file) ?? []), sheet])
  }
  const texts = new Map<string, string>()
  const found = new Map<string, SheetText>()
  const faults: BookFault[] = []
  let fund: FundText | undefined
  for (const [file, [sheet, twin]] of byFile) {
    if (twin) faults.push(fault(file, {}, 'sheet-twice'))
    if (file === fundFile) {
      fund = fundText(sheet!)
      texts.set(file, fund.text)
      faults.push(...fund.faults)
    } else {
      const columns = fileColumns[file as FileName]
      const read = sheetText(sheet!, { file, columns, is1904 })
      found.set(file, read)
      texts.set(file, read.text)
      faults.push(...read.faults)
    }
  }
  return { texts, sheets: found, fund, faults }
}

/** "provisioning.table.0.percent" -> the row of "provisioning.table". */
const rowOfField = (fund: FundText | undefined, field: string | null): number | null => {
  for (let name = field ?? ''; name !== ''; name = name.replace(/\.?[^.]*$/, '')) {
    const row = fund?.rows.get(name)
    if (row !== undefined) return row
  }
  return null
}

/** A fault of the text that a sheet stands for, told by the sheet's own cell. */
const onSheet = ({ sheets, fund }: Placed, found: BookFault): BookFault => {
  const file = stemOf(found.file)
  if (found.code === 'file-missing') return { ...fault(file, {}, 'sheet-missing') }
  if (found.cell !== undefined) return { ...found, file }
  if (found.file === fundFile) {
    const row = rowOfField(fund, found.field)
    return { ...found, file, row, ...(row === null ? {} : { cell: `${file}!B${row}` }) }
  }
  const sheet = sheets.get(found.file)
  const row = found.row === null ? null : (sheet?.rows[found.row - 1] ?? null)
  const letters = found.field === null ? undefined : sheet?.letters.get(found.field)
  const cell = row === null || letters === undefined ? {} : { cell: `${file}!${letters}${row}` }
  return { ...found, file, row, ...cell }
}

const placeOf = ({ file, row, field }: BookFault): string => `${file} ${row} ${field}`

/** Whether what is wrong with the text of a field is what was said of its cells already. */
const isSaidOf = (cells: readonly BookFault[], { file, field }: BookFault): boolean =>
  file === fundFile &&
  cells.some((one) => one.file === file && `${field ?? ''}.`.startsWith(`${one.field ?? ''}.`))

/**
 * Reads a paper book that is one `.xlsx` workbook, or says everything that is wrong with it, by sheet and
 * cell. Each sheet is read as the plainest CSV that says the same, so that a book has one id in either form
 * (ADR 82).
 */
export const readBookInWorkbook = async (
  bytes: Uint8Array,
  hash: Hasher,
): Promise<PaperBook | readonly BookFault[]> => {
  const workbook = await readWorkbook(bytes, isOfBook)
  if (typeof workbook === 'string') return [fault('workbook', {}, workbook)]
  const placed = placedOf(workbook)
  const source: BookSource = async (file) => {
    const text = placed.texts.get(file)
    return text === undefined ? 'missing' : new TextEncoder().encode(text)
  }
  const book = await readBook(source, hash)
  if (placed.faults.length === 0 && 'hash' in book) return book
  const told = new Set(placed.faults.map(placeOf))
  const others =
    'hash' in book
      ? []
      : book.filter((one) => !told.has(placeOf(one)) && !isSaidOf(placed.faults, one))
  return [...placed.faults, ...others].map((one) => onSheet(placed, one))
}

/** Takes a workbook into the ledger as `importPaperBook` takes files: all of it or nothing. */
export const importWorkbook = async (
  needs: ImportNeeds,
  bytes: Uint8Array,
  options: Session & { readonly dryRun: boolean },
): Promise<Imported | { readonly faults: readonly BookFault[] }> =>
  importRead(needs, await readBookInWorkbook(bytes, needs.hash), options)
