import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type CellDay, cellDay, daysOf } from '#src/exchange/bank-file/days.ts'
import type { BankColumn } from '#src/exchange/bank-file/headings.ts'
import { type BankRows, bankFile, bankRowsOf, faultAt } from '#src/exchange/bank-file/rows.ts'
import { bankSum, bankWay } from '#src/exchange/bank-file/sums.ts'
import { type BookFault, fault } from '#src/exchange/paper-book/faults.ts'
import { inOneLine } from '#src/exchange/paper-book/sheet-text.ts'

/** A line of the bank or wallet. What went out has a minus; sums are smallest units of the fund's currency. */
export type FileLine = {
  readonly row: number
  readonly on: LocalDate
  readonly amount: number
  /** The bank's own reference; empty where it gives none. */
  readonly reference: string
  /** All that the bank says of it: shown to the person who decides, and kept nowhere. */
  readonly words: string
  /** What the list says was there after it. */
  readonly balance: number | undefined
}

/** A row that tells only what was there. */
type Stated = { readonly row: number; readonly on: LocalDate | undefined; readonly balance: number }

/** A list as it was read, the oldest line first. */
export type BankList = {
  readonly lines: readonly FileLine[]
  /** What was there before the first line; undefined where no column says what was there. */
  readonly opening: number | undefined
  /** Rows whose balance does not follow from the one before: lines may be missing there. */
  readonly breaks: readonly number[]
  /** What was there at the end of a day, by the list. */
  readonly balanceOn: (day: LocalDate) => number | undefined
}

type Means = { readonly currency: Currency; readonly today: LocalDate }

/** As many lines as a person can look through. */
const bankLinesMax = 2000

const wordsMax = 200

/** One line without signs that nobody sees, in one way of writing the same letters. */
const plainLine = (text: string): string =>
  inOneLine(text.normalize('NFC').replaceAll(/\p{Cc}/gu, ' '))

type Cells = {
  readonly row: number
  readonly hasWay: boolean
  readonly text: (column: BankColumn) => string
  readonly fault: (column: BankColumn, code: BookFault['code']) => BookFault
  readonly words: string
}

const cellsOf = ({ rows, places }: BankRows): Cells[] =>
  rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ row, cells }) => {
      const at = (column: BankColumn): number => places.get(column)?.[0] ?? -1
      const all = [...(places.get('reference') ?? []), ...(places.get('description') ?? [])]
      const said = all.map((place) => plainLine(cells[place] ?? '')).filter((text) => text !== '')
      return {
        row,
        hasWay: places.has('way'),
        text: (column) => (cells[at(column)] ?? '').trim(),
        fault: (column, code) => faultAt({ row, at: Math.max(at(column), 0) }, code),
        words: said.join(' · '),
      }
    })

type Sums = {
  readonly in?: number
  readonly out?: number
  readonly amount?: number
  readonly balance?: number
}

const sumColumns = ['in', 'out', 'amount', 'balance'] as const

const sumsOf = (cells: Cells, currency: Currency): Sums | readonly BookFault[] => {
  const faults: BookFault[] = []
  const sums: Partial<Record<(typeof sumColumns)[number], number>> = {}
  for (const column of sumColumns) {
    const read = bankSum(cells.text(column), currency)
    if ('fault' in read) faults.push(cells.fault(column, read.fault))
    else if (read.amount !== undefined) sums[column] = read.amount
  }
  return faults.length > 0 ? faults : sums
}

/** Some lists write what went out with a minus in a column of its own: then all of it has one. */
const outSign = (all: readonly Sums[]): 1 | -1 => {
  const outs = all.map(({ out = 0 }) => out)
  return outs.some((out) => out < 0) && outs.every((out) => out <= 0) ? -1 : 1
}

const amountOf = (cells: Cells, sums: Sums, sign: 1 | -1): number | BookFault => {
  const { amount, in: came = 0 } = sums
  const out = (sums.out ?? 0) * sign
  const way = cells.text('way')
  // Where a column says which way, it says so of each line: a sum without a sign could be either.
  if (amount !== undefined && amount !== 0 && cells.hasWay) {
    const direction = bankWay(way)
    if (direction === undefined) return cells.fault('way', 'choice-unknown')
    return amount < 0 ? cells.fault('amount', 'amount-negative') : amount * direction
  }
  if (came < 0) return cells.fault('in', 'amount-negative')
  if (out < 0) return cells.fault('out', 'amount-negative')
  if (came > 0 && out > 0) return cells.fault('out', 'bank-two-sums')
  return amount ?? came - out
}

const otherCurrency = ({ headings, headRow }: BankRows, currency: Currency): BookFault[] =>
  headings.flatMap((heading, at) =>
    heading.currency !== undefined && heading.currency !== currency
      ? [faultAt({ row: headRow, at }, 'other-currency')]
      : [],
  )

type Item = FileLine | Stated
const isLine = (item: Item): item is FileLine => 'amount' in item

const itemOf = (
  cells: Cells,
  {
    on,
    amount,
    balance,
  }: { on: LocalDate | undefined; amount: number; balance: number | undefined },
): Item | BookFault | undefined => {
  const { row, words } = cells
  if (amount === 0) return balance === undefined ? undefined : { row, on, balance }
  if (on === undefined) return cells.fault('day', 'bank-row-without-day')
  const reference = plainLine(cells.text('reference')).slice(0, wordsMax)
  return { row, on, amount, reference, words: words.slice(0, wordsMax), balance }
}

/** How many balances do not follow from the one before. */
const breaksIn = (items: readonly Item[]): number[] => {
  let before: number | undefined
  return items.flatMap((item) => {
    const expected = before === undefined ? undefined : before + (isLine(item) ? item.amount : 0)
    before = item.balance ?? expected
    return item.balance !== undefined && expected !== undefined && item.balance !== expected
      ? [item.row]
      : []
  })
}

/** The day of each row; one with no day stands where the rows beside it do. */
const daysIn = (items: readonly Item[]): readonly LocalDate[] => {
  let day = items.find(({ on }) => on !== undefined)!.on!
  return items.map(({ on }) => (day = on ?? day))
}

/** The oldest first: banks list either way, and balances tell which where the days do not. */
const inTime = (items: readonly Item[]): readonly Item[] => {
  const days = daysIn(items)
  const dated = items.map((item, i) => ({ item, on: days[i]! }))
  const [first, last] = [dated[0]!.on, dated.at(-1)!.on]
  const back = dated.toReversed()
  const fewer = breaksIn(back.map(({ item }) => item)).length < breaksIn(items).length
  const ordered = first > last || (first === last && fewer) ? back : dated
  return ordered
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ item }) => item)
}

const listOf = (items: readonly Item[]): BankList => {
  const ordered = inTime(items)
  const days = daysIn(ordered)
  const told = ordered.findIndex(({ balance }) => balance !== undefined)
  const moved = (through: number): number =>
    ordered.slice(0, through + 1).reduce((sum, item) => sum + (isLine(item) ? item.amount : 0), 0)
  const opening = told < 0 ? undefined : ordered[told]!.balance! - moved(told)
  return {
    lines: ordered.filter(isLine),
    opening,
    breaks: breaksIn(ordered),
    balanceOn: (day) => {
      const last = days.findLastIndex((on) => on <= day)
      const stated = ordered
        .slice(0, last + 1)
        .findLastIndex(({ balance }) => balance !== undefined)
      if (stated >= 0) return ordered[stated]!.balance! + moved(last) - moved(stated)
      return last < 0 || opening === undefined ? undefined : opening + moved(last)
    },
  }
}

const isFault = (made: Item | BookFault): made is BookFault => 'code' in made

const dayCells = (all: readonly Cells[]): (CellDay | undefined)[] =>
  all.map((cells) => (cells.text('day') === '' ? undefined : cellDay(cells.text('day'))))

const itemsOf = (all: readonly Cells[], { currency, today }: Means): (Item | BookFault)[] => {
  const sums = all.map((cells) => sumsOf(cells, currency))
  const sign = outSign(sums.filter((one): one is Sums => !Array.isArray(one)))
  const found = dayCells(all)
  const days = daysOf(
    found.filter((one) => one !== undefined),
    today,
  )
  let next = 0
  return all.flatMap((cells, i): (Item | BookFault)[] => {
    const day = found[i] === undefined ? undefined : days[next++]!
    const read = sums[i]!
    if (Array.isArray(read)) return [...read]
    const { balance } = read as Sums
    const amount = amountOf(cells, read as Sums, sign)
    if (typeof amount !== 'number') return [amount]
    if (amount === 0 && balance === undefined) return []
    if (day && 'fault' in day) return [cells.fault('day', day.fault)]
    if (day && day.day > today) return [cells.fault('day', 'date-in-the-future')]
    const own = cells.text('currency').toUpperCase()
    if (own !== '' && own !== currency) return [cells.fault('currency', 'other-currency')]
    const item = itemOf(cells, { on: day?.day, amount, balance })
    return item === undefined ? [] : [item]
  })
}

/** Reads a bank's or wallet's list, or says every place that is to be mended; no cell's text is repeated. */
export const readBankList = async (
  bytes: Uint8Array,
  means: Means,
  rowsOf: (bytes: Uint8Array) => Promise<BankRows | readonly BookFault[]> = bankRowsOf,
): Promise<BankList | { readonly faults: readonly BookFault[] }> => {
  const found = await rowsOf(bytes)
  if (!('places' in found)) return { faults: found }
  const wrong = otherCurrency(found, means.currency)
  if (wrong.length > 0) return { faults: wrong }
  const made = itemsOf(cellsOf(found), means)
  const faults = made.filter(isFault)
  if (faults.length > 0) return { faults }
  const items = made.filter((one): one is Item => !isFault(one))
  const lines = items.filter(isLine).length
  if (lines === 0) return { faults: [fault(bankFile, {}, 'bank-lines-none')] }
  if (lines > bankLinesMax) return { faults: [fault(bankFile, {}, 'bank-lines-too-many')] }
  return listOf(items)
}
