import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'
import {
  type Count,
  type CountPoint,
  type Meeting,
  meetingDays,
} from '#domain/fund/meeting/meetings.ts'

/**
 * Cash movements a day before any difference is booked, and the counts by note. A day's movements lie
 * between its opening and its closing count.
 */
export type CashBook = {
  readonly moved: ReadonlyMap<LocalDate, number>
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
}

type Point = {
  readonly on: LocalDate
  readonly at: CountPoint
  readonly amount: number
  readonly entryId: EntryId
}

const place = ({ on, at }: Pick<Point, 'on' | 'at'>): string => `${on} ${at === 'opening' ? 0 : 2}`
const placeOfDay = (on: LocalDate): string => `${on} 1`

const countsByNote = ({ meetings }: CashBook): Point[] =>
  [...meetings.values()]
    .flatMap(({ heldOn, opening, closing }): Point[] => [
      ...(opening?.isByNote ? [{ ...opening, on: heldOn, at: 'opening' as const }] : []),
      ...(closing?.isByNote ? [{ ...closing, on: heldOn, at: 'closing' as const }] : []),
    ])
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))

const shortage = (amount: number, on: LocalDate, currency: Currency): Posting[] =>
  transfer({ from: 'asset:cash-box', to: 'expense:cash-shortage', amount, currency, on })

const movedBetween = (book: CashBook, after: string, before: string): number =>
  [...book.moved].reduce(
    (sum, [on, amount]) => (placeOfDay(on) > after && placeOfDay(on) < before ? sum + amount : sum),
    0,
  )

/** What a written total of the box would have to be: the last count by note, and what moved since. */
export const bookedAt = (book: CashBook, point: Pick<Point, 'on' | 'at'>): number => {
  const here = place(point)
  const before = countsByNote(book).findLast((one) => place(one) <= here)
  return (before?.amount ?? 0) + movedBetween(book, before ? place(before) : '', here)
}

/**
 * The difference between a count and the books, posted on the day of the count; the next count finds
 * it explained, so it is taken out again there. Counting again replaces the earlier count.
 */
export const countDifference = (
  book: CashBook,
  {
    on,
    at,
    count,
    currency,
  }: Pick<Point, 'on' | 'at'> & { readonly count: Count; readonly currency: Currency },
): Posting[] => {
  if (!count.isByNote) return []
  const here = place({ on, at })
  const others = countsByNote(book)
  const replaced = others.find((point) => place(point) === here)
  const before = others.findLast((point) => place(point) < here)
  const next = others.find((point) => place(point) > here)
  const expected = (before?.amount ?? 0) + movedBetween(book, before ? place(before) : '', here)
  const missing = (replaced?.amount ?? expected) - count.amount
  return merged([
    ...shortage(missing, on, currency),
    ...(next ? shortage(-missing, next.on, currency) : []),
  ])
}

const isAnyByNote = ({ meetings }: CashBook): boolean => {
  for (const { opening, closing } of meetings.values())
    if (opening?.isByNote || closing?.isByNote) return true
  return false
}

/** The day of the first count by note after what moved on a day; every entry asks, and looks at no meeting before it. */
const nextByNote = ({ meetings }: CashBook, on: LocalDate): LocalDate | undefined => {
  const days = meetingDays(meetings)
  let [from, to] = [0, days.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (days[middle]! < on) from = middle + 1
    else to = middle
  }
  for (; from < days.length; from += 1) {
    const { heldOn, opening, closing } = meetings.get(days[from]!)!
    if (closing?.isByNote || (heldOn > on && opening?.isByNote)) return heldOn
  }
  return undefined
}

/**
 * Cash that is recorded late, before a count already made, was in the box when it was counted: it
 * explains part of that count's difference, so the same sum is taken out of the shortage there.
 */
export const explainedByCounts = (book: CashBook, postings: readonly Posting[]): Posting[] => {
  const explained = postings.flatMap(({ account, amount, on, currency }) => {
    const next = account === 'asset:cash-box' ? nextByNote(book, on) : undefined
    return next === undefined ? [] : shortage(amount, next, currency)
  })
  const all = merged([...postings, ...explained])
  // Lines that add up stay apart in a fund that never counts by note, as they always have.
  return all.length === postings.length || isAnyByNote(book) ? all : [...postings]
}

/** What an entry moved in the box by itself: booked differences of counts taken out again. */
export const cashMoved = (postings: readonly Posting[]): number =>
  postings.reduce(
    (sum, { account, amount }) =>
      account === 'asset:cash-box' || account === 'expense:cash-shortage' ? sum + amount : sum,
    0,
  )
