import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type FileName, fileColumns, fileNames } from '#src/exchange/paper-book/columns.ts'
import { type BookSource, fileBytesMax } from '#src/exchange/paper-book/files.ts'
import { paperBookFolder, uglyBookFolder } from '#test/support/books-in.ts'

/** The files of a book by name; one that is undefined is not in the folder. */
export type BookFiles = Readonly<Record<string, string | Uint8Array | undefined>>
export type Change = (files: BookFiles) => BookFiles

const filesOf = (folder: string): BookFiles =>
  Object.fromEntries(
    ['fund.json', ...fileNames].map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )

/** The invented village's book as it stands in its folder. */
export const plainBook: BookFiles = filesOf(paperBookFolder)

/** The invented book that lends as no vote would. */
export const uglyBook: BookFiles = filesOf(uglyBookFolder)

export const changedFrom = (book: BookFiles, ...changes: readonly Change[]): BookFiles =>
  changes.reduce((files, change) => change(files), book)

export const changed = (...changes: readonly Change[]): BookFiles =>
  changedFrom(plainBook, ...changes)

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

export const sourceOf =
  (files: BookFiles): BookSource =>
  async (file) => {
    const content = files[file]
    if (content === undefined) return 'missing'
    const bytes = bytesOf(content)
    return bytes.length > fileBytesMax ? 'too-large' : bytes
  }

export const writeFiles = (files: BookFiles, folder: string): string => {
  mkdirSync(folder, { recursive: true })
  for (const [file, content] of Object.entries(files))
    if (content !== undefined) writeFileSync(join(folder, file), content)
  return folder
}

export const textIn = (files: BookFiles, file: string): string => {
  const content = files[file]
  if (typeof content !== 'string') throw new Error(`${file} is no text here`)
  return content
}

/** Another content of one file. */
export const rewritten =
  (file: string, rewrite: (text: string) => string | Uint8Array | undefined): Change =>
  (files) => ({ ...files, [file]: rewrite(textIn(files, file)) })

export type Row = readonly string[]

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

export const rowsOf = (text: string): Row[] => parse(text) as string[][]
export const csvOf = (rows: readonly Row[], quote = quoted): string =>
  `${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`

/** Other rows of one file; the first one holds the headings. */
export const withRows = (file: FileName, change: (rows: Row[]) => readonly Row[]): Change =>
  rewritten(file, (text) => csvOf(change(rowsOf(text))))

export const everyCsv = (rewrite: (text: string, file: FileName) => string): Change[] =>
  fileNames.map((file) => rewritten(file, (text) => rewrite(text, file)))

/** Another text in one cell; `row` counts as in the file, the headings being 1. */
export const withCell = (file: FileName, row: number, column: string, text: string): Change =>
  withRows(file, (rows) => {
    const place = rows[0]!.indexOf(column)
    if (place === -1 || rows[row - 1] === undefined) throw new Error('the book has no such cell')
    return rows.map((cells, i) => (i === row - 1 ? cells.with(place, text) : cells))
  })

/** One more line at the end of a file; a book's file has `lineCount` lines before. */
export const withLine = (file: FileName, line: string): Change =>
  rewritten(file, (text) => `${text.trimEnd()}\n${line}\n`)

export const lineCount = (file: FileName): number =>
  textIn(plainBook, file).trimEnd().split('\n').length

type FundJson = { [field: string]: unknown } & { opening: Record<string, unknown> }

/** Another `fund.json`. */
export const withFund = (change: (fund: FundJson) => unknown): Change =>
  rewritten('fund.json', (text) => {
    const fund = JSON.parse(text) as FundJson
    change(fund)
    return JSON.stringify(fund, null, 2)
  })

const khmerZero = 0x17e0

export const inKhmerDigits = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(khmerZero + Number(digit)))

/** The book in Khmer digits: every cell, and in `fund.json` every number as a text. */
export const khmerDigits: Change[] = [
  ...everyCsv((text) => text.replace(/(?<=\n)[\s\S]*/, (body) => inKhmerDigits(body))),
  rewritten('fund.json', (text) =>
    JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      typeof value === 'number' || typeof value === 'string' ? inKhmerDigits(`${value}`) : value,
    ),
  ),
]

/** The book under the Khmer headings of the project's list. */
export const khmerHeadings: Change[] = fileNames.map((file) =>
  withRows(file, ([headings, ...body]) => {
    const khmer = new Map<string, string>(
      fileColumns[file].map(({ name, khmer: km }) => [name, km]),
    )
    return [headings!.map((heading) => khmer.get(heading) ?? heading), ...body]
  }),
)
