import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isCurrency } from '#domain/kernel/money.ts'
import type { Hasher } from '#domain/ports.ts'
import { bookFaults } from '#src/exchange/paper-book/checks.ts'
import { type FileName, type Line, fileNames, fundFile } from '#src/exchange/paper-book/columns.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { type BookSource, readLines, readText } from '#src/exchange/paper-book/files.ts'
import { type FundFile, readFundFile } from '#src/exchange/paper-book/fund-file.ts'

export type Lines = { readonly [Name in FileName]: readonly Line<Name>[] }

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

const currencyIn = (texts: Texts) => {
  const found = /"currency"\s*:\s*"([A-Z]{3})"/.exec(texts.get(fundFile) ?? '')?.[1]
  return isCurrency(found) ? found : 'KHR'
}

/**
 * Reads a whole book, or says everything that is wrong with it in one go: first what each file says,
 * then what the files say together, as far as they could be read.
 */
export const readBook = async (
  source: BookSource,
  hash: Hasher,
): Promise<PaperBook | readonly BookFault[]> => {
  const { texts, faults } = await textsOf(source)
  const currency = currencyIn(texts)
  const lines: Record<string, readonly Line<FileName>[]> = {}
  for (const file of fileNames) {
    const read = texts.has(file)
      ? readLines(file, texts.get(file)!, currency)
      : { lines: [], faults: [] }
    lines[file] = read.lines
    faults.push(...read.faults)
  }
  const known = lines as unknown as Lines
  const meetings = [...known['cash_book.csv'], ...known['meeting_sheet.csv']].map(
    (line) => line.meeting_date,
  )
  const first = meetings.filter((day) => day !== undefined).toSorted()[0]
  if (first === undefined && faults.length === 0)
    faults.push(fault('cash_book.csv', {}, 'year-unknown'))
  const days = known['cash_book.csv']
    .map((line) => line.meeting_date)
    .filter((day) => day !== undefined)
  const fund = texts.has(fundFile) ? readFundFile(texts.get(fundFile)!, usualDay(days)) : []
  const isFund = 'charter' in fund
  if (!isFund) faults.push(...fund)
  const openedOn = (isFund ? fund.openedOn : undefined) ?? `${(first ?? '2000').slice(0, 4)}-01-01`
  faults.push(
    ...bookFaults(known, {
      fund: isFund ? fund : undefined,
      openedOn,
      unread: faults,
    }),
  )
  if (faults.length > 0 || !isFund) return faults
  return {
    hash: hash(lengthPrefixed([...texts].flatMap(([file, text]) => [file, text]))),
    openedOn,
    fund,
    lines: known,
  }
}
