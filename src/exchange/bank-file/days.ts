import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const khmer = [
  'មករា',
  'កុម្ភៈ',
  'មីនា',
  'មេសា',
  'ឧសភា',
  'មិថុនា',
  'កក្កដា',
  'សីហា',
  'កញ្ញា',
  'តុលា',
  'វិច្ឆិកា',
  'ធ្នូ',
]

/** The number of a month that is written as a word. */
const monthOf = (word: string): number => {
  const name = word.toLowerCase()
  const full = /^[a-z]{3,9}$/.test(name) ? english.indexOf(name.slice(0, 3)) : -1
  return (full >= 0 ? full : khmer.indexOf(name)) + 1
}

/** A day as it stands in a cell: sure, or two numbers of which either may be the month. */
export type CellDay =
  | { readonly day: LocalDate }
  | { readonly first: number; readonly second: number; readonly year: number }
  | { readonly fault: 'bank-date-format' | 'date-impossible' }

const written = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const sure = (year: number, month: number, day: number): CellDay => {
  const on = written(year, month, day)
  return isLocalDate(on) ? { day: on } : { fault: 'date-impossible' }
}

/** The time of the day stands behind the day, and is nobody's business here. */
const withoutTime = (text: string): string =>
  text.replace(
    /[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s*(?:[ap]\.?m\.?)?(?:Z|[+-]\d\d:?\d\d)?$/i,
    '',
  )

/** Longer than any day with its time. */
const dayLengthMax = 40

/** Reads a cell in one of the ways in which banks write days: 2026-01-31, 31/01/2026, 31-Jan-2026, 31 មករា 2026. */
export const cellDay = (text: string): CellDay => {
  if (text.length > dayLengthMax) return { fault: 'bank-date-format' }
  const day = withoutTime(latinDigits(text.trim()))
  const led = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day)
  if (led) return sure(Number(led[1]), Number(led[2]), Number(led[3]))
  const named = /^(\d{1,2})[-/. ]+([^\d\s.,/-]+)[-/., ]+(\d{4})$/.exec(day)
  const month = named ? monthOf(named[2]!) : 0
  if (named && month > 0) return sure(Number(named[3]), month, Number(named[1]))
  const plain = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(day)
  if (!plain) return { fault: 'bank-date-format' }
  return { first: Number(plain[1]), second: Number(plain[2]), year: Number(plain[3]) }
}

type Doubtful = Extract<CellDay, { readonly first: number }>
const isDoubtful = (cell: CellDay): cell is Doubtful => 'first' in cell

const orders = {
  'day-first': ({ first, second, year }: Doubtful) => written(year, second, first),
  'month-first': ({ first, second, year }: Doubtful) => written(year, first, second),
} as const

const runsOneWay = (days: readonly LocalDate[]): boolean => {
  const sorted = days.toSorted()
  return (
    sorted.every((day, i) => day === days[i]) ||
    sorted.toReversed().every((day, i) => day === days[i])
  )
}

type ReadDays = readonly (
  | { readonly day: LocalDate }
  | { readonly fault: 'bank-date-format' | 'date-impossible' | 'date-two-ways' }
)[]

/**
 * Whether the day or the month stands first is one question for the whole file: an order that gives an impossible
 * day, one still ahead, or days that run up and down, is not the file's. Where both could be, no day is guessed.
 */
export const daysOf = (cells: readonly CellDay[], today: LocalDate): ReadDays => {
  const doubtful = cells.filter(isDoubtful)
  const possible = (Object.keys(orders) as (keyof typeof orders)[]).filter((order) => {
    const days = doubtful.map((cell) => orders[order](cell))
    return days.every((day) => isLocalDate(day) && day <= today)
  })
  const steady = possible.filter((order) => runsOneWay(doubtful.map((cell) => orders[order](cell))))
  const [order, other] = steady.length === 1 ? steady : possible
  return cells.map((cell) => {
    if (!isDoubtful(cell)) return cell
    if (order === undefined) return { fault: 'date-impossible' as const }
    const day = orders[order](cell)
    const isOne = other === undefined || orders[other](cell) === day
    return isOne ? { day } : { fault: 'date-two-ways' as const }
  })
}
