import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, isCurrency } from '#domain/kernel/money.ts'
import type { Hasher } from '#domain/ports.ts'
import { bookFaults } from '#src/exchange/paper-book/checks.ts'
import {
  type FileName,
  type Line,
  type Lines,
  fileNames,
  fundFile,
} from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { type BookSource, readLines, readText } from '#src/exchange/paper-book/files.ts'
import { type FundFile, readFundFile } from '#src/exchange/paper-book/fund-file.ts'

/** A paper book that could be read whole, and the hash of all its files. */
export type PaperBook = {
  readonly hash: string
  readonly openedOn: LocalDate
  readonly fund: FundFile
  readonly lines: Lines
}

type Texts = Map<string, string>

const textsOf = async (source: BookSource): Promise<{ texts: Texts; faults: BookFault[] }> => {
  const texts: Texts = new Map()
  const faults: BookFault[] = []
  for (const file of [fundFile, ...fileNames]) {
    const read = await readText(source, file)
    if ('text' in read) texts.set(file, read.text)
    else faults.push(...read)
  }
  return { texts, faults }
}

/** The day of the month on which most meetings of the book were held. */
const usualDay = (days: readonly LocalDate[]): number | undefined => {
  const counts = new Map<number, number>()
  for (const day of days)
    counts.set(Number(day.slice(8)), (counts.get(Number(day.slice(8))) ?? 0) + 1)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || b - a)[0]?.[0]
}

/** The currency that sums are read in; riel where the file does not say, which is a fault of its own. */
const currencyIn = (texts: Texts): Currency => {
  try {
    const json = JSON.parse((texts.get(fundFile) ?? '').replace(/^\ufeff/, '')) as {
      currency?: unknown
    } | null
    return isCurrency(json?.currency) ? json.currency : 'KHR'
  } catch {
    return 'KHR'
  }
}

/** The days of meetings that a file names, as far as they could be read. */
const daysIn = (lines: Lines, file: 'cash_book.csv' | 'meeting_sheet.csv'): LocalDate[] =>
  lines[file].map((line) => line.meeting_date).filter((day) => day !== undefined)

/** Reads every CSV file that is there: its lines, and all that is wrong with them. */
const linesOf = (texts: Texts): { lines: Lines; faults: BookFault[] } => {
  const currency = currencyIn(texts)
  const faults: BookFault[] = []
  const lines: Record<string, readonly Line<FileName>[]> = {}
  for (const file of fileNames) {
    const text = texts.get(file)
    const read = text === undefined ? { lines: [], faults: [] } : readLines(file, text, currency)
    lines[file] = read.lines
    for (const found of read.faults) faults.push(found)
    // Also where nothing is read from, a null character says that the file is damaged.
    const nul = text?.indexOf('\u0000') ?? -1
    if (nul >= 0 && !read.faults.some(({ code }) => code === 'nul-character')) {
      faults.push(fault(file, { row: text!.slice(0, nul).split('\n').length }, 'nul-character'))
    }
  }
  return { lines: lines as unknown as Lines, faults }
}

/**
 * Reads a whole book, or says everything that is wrong with it in one go: first what each file says,
 * then what the files say together, as far as they could be read.
 */
export const readBook = async (
  source: BookSource,
  hash: Hasher,
): Promise<PaperBook | readonly BookFault[]> => {
  const { texts, faults: fileFaults } = await textsOf(source)
  const { lines: known, faults: lineFaults } = linesOf(texts)
  const faults = [...fileFaults, ...lineFaults]
  const days = daysIn(known, 'cash_book.csv')
  const { fund, faults: fundFaults } = texts.has(fundFile)
    ? readFundFile(texts.get(fundFile)!, usualDay(days))
    : { fund: undefined, faults: [] }
  faults.push(...fundFaults)
  // One mistyped line of the sheet must not move the day on which the book begins.
  const first = days.toSorted()[0] ?? daysIn(known, 'meeting_sheet.csv').toSorted()[0]
  if (first === undefined && fund?.openedOn === undefined && faults.length === 0) {
    faults.push(fault('cash_book.csv', {}, 'year-unknown'))
  }
  const openedOn = fund?.openedOn ?? `${(first ?? '2000').slice(0, 4)}-01-01`
  for (const found of bookFaults(known, { fund, openedOn, unread: [...faults] })) faults.push(found)
  if (faults.length > 0 || !fund) return faults
  return {
    hash: hash(lengthPrefixed([...texts].flatMap(([file, text]) => [file, text]))),
    openedOn,
    fund,
    lines: known,
  }
}
