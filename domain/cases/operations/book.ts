import type { CaseFile } from '#domain/cases/file.ts'
import { addTo, changeOf, factOf, itemsOf, line } from '#domain/cases/operation.ts'
import { setLivingLine } from '#domain/cases/operations/back.ts'
import { journeyCurrency } from '#domain/cases/operations/journey.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { day, sum, word } from '#domain/kernel/shape.ts'

/** Money that came in, what it cost, and what the stock was worth when somebody counted it. */
export const bookWays = ['in', 'out', 'stock'] as const

/** A line of the profit book of somebody's own trade. */
export const addBookLine = addTo({
  command: 'AddBookLine',
  name: 'book',
  asks: { way: word(bookWays), sum, currency: journeyCurrency, what: line(80), on: day },
  check: ({ today }, { on }) => (on > today ? 'day-to-come' : undefined),
})

/** That a line was a mistake; it stays, and counts no more. */
export const strikeBookLine = changeOf({
  command: 'StrikeBookLine',
  name: 'book',
  asks: {},
  check: (_, _said, { value }) => (value['isStruck'] === true ? 'line-already-struck' : undefined),
  adds: () => ({ isStruck: true }),
})

export type MonthResult = {
  readonly currency: Currency
  readonly in: number
  readonly out: number
  /** By how much the stock is worth more than it was; nothing where it was not counted before and after. */
  readonly stock: number
  readonly left: number
}

type Line = {
  readonly currency: Currency
  readonly way: string
  readonly sum: number
  readonly on: string
}

const linesOf = (file: CaseFile): readonly Line[] =>
  itemsOf<typeof addBookLine, { isStruck: true }>(file, addBookLine)
    .map(({ value }) => value)
    .filter(({ isStruck }) => isStruck !== true)

/** What the stock was worth through a month, by the count of the latest day; the later writing of one day counts. */
const stockThrough = (lines: readonly Line[], month: string): number | undefined => {
  const counts = lines.filter(({ way, on }) => way === 'stock' && on.slice(0, 7) <= month)
  const latest = counts.reduce((day, { on }) => (on > day ? on : day), '')
  return counts.findLast(({ on }) => on === latest)?.sum
}

const monthBefore = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** What a month (`2026-11`) of the trade brought, in each currency by itself. */
export const monthResult = (file: CaseFile, month: string): readonly MonthResult[] =>
  [...Map.groupBy(linesOf(file), ({ currency }) => currency)].flatMap(([currency, some]) => {
    const own = some.filter(({ on }) => on.startsWith(`${month}-`))
    if (own.length === 0) return []
    const of = (way: string): number =>
      own.reduce((all, one) => (one.way === way ? all + one.sum : all), 0)
    const [before, after] = [stockThrough(some, monthBefore(month)), stockThrough(some, month)]
    const stock = before === undefined || after === undefined ? 0 : after - before
    return [{ currency, in: of('in'), out: of('out'), stock, left: of('in') - of('out') + stock }]
  })

export const tradeResults = ['carries', 'below', 'no-line', 'not-comparable'] as const

export type TradeMonth = MonthResult & {
  readonly month: string
  /** Held against what the household needs in a month to live. */
  readonly result: (typeof tradeResults)[number]
}

/** Each month of the trade with what it left, the last first. */
export const tradeMonths = (file: CaseFile): readonly TradeMonth[] => {
  const line = factOf(file, setLivingLine)
  const resultOf = ({ currency, left }: MonthResult): TradeMonth['result'] => {
    if (!line) return 'no-line'
    if (line.currency !== currency) return 'not-comparable'
    return left < line.perMonth ? 'below' : 'carries'
  }
  const months = [...new Set(linesOf(file).map(({ on }) => on.slice(0, 7)))].toSorted().toReversed()
  return months.flatMap((month) =>
    monthResult(file, month).map((one) => ({ ...one, month, result: resultOf(one) })),
  )
}
