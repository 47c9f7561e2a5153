import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Running, sumThrough } from '#domain/ledger/running.ts'
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
  readonly moved: Running
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
}

type Point = {
  readonly on: LocalDate
  readonly at: CountPoint
  readonly amount: number
  readonly entryId: EntryId
}

const place = ({ on, at }: Pick<Point, 'on' | 'at'>): string => `${on} ${at === 'opening' ? 0 : 2}`

const isByNote = ({ opening, closing }: Meeting): boolean =>
  opening?.isByNote === true || closing?.isByNote === true

/** The counts by note of a meeting, the opening one first. */
const notedIn = ({ heldOn, opening, closing }: Meeting): Point[] => [
  ...(opening?.isByNote ? [{ ...opening, on: heldOn, at: 'opening' as const }] : []),
  ...(closing?.isByNote ? [{ ...closing, on: heldOn, at: 'closing' as const }] : []),
]

const countsByNote = ({ meetings }: CashBook): Point[] =>
  meetingDays(meetings).flatMap((day) => notedIn(meetings.get(day)!))

const shortage = (amount: number, on: LocalDate, currency: Currency): Posting[] =>
  transfer({ from: 'asset:cash-box', to: 'expense:cash-shortage', amount, currency, on })

/** What moved in the box by a count. */
const movedBy = ({ moved }: CashBook, { on, at }: Pick<Point, 'on' | 'at'>): number =>
  sumThrough(moved, at === 'closing' ? on : dayBefore(on))

/** What there should be by the last count before it and what moved since. */
const bookedSince = (
  book: CashBook,
  before: Point | undefined,
  point: Pick<Point, 'on' | 'at'>,
): number => movedBy(book, point) + (before ? before.amount - movedBy(book, before) : 0)

/** What a written total of the box would have to be: the last count by note, and what moved since. */
export const bookedAt = (book: CashBook, point: Pick<Point, 'on' | 'at'>): number => {
  const here = place(point)
  const days = meetingDays(book.meetings)
  // Most totals are of the last meeting, and the last count by note is not far before it.
  for (let at = days.findLastIndex((day) => day <= point.on); at >= 0; at -= 1) {
    const meeting = book.meetings.get(days[at]!)!
    if (!isByNote(meeting)) continue
    const before = notedIn(meeting).findLast((one) => place(one) <= here)
    if (before) return bookedSince(book, before, point)
  }
  return bookedSince(book, undefined, point)
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
  const expected = bookedSince(book, before, { on, at })
  const missing = (replaced?.amount ?? expected) - count.amount
  return merged([
    ...shortage(missing, on, currency),
    ...(next ? shortage(-missing, next.on, currency) : []),
  ])
}

const isAnyByNote = ({ meetings }: CashBook): boolean => {
  for (const meeting of meetings.values()) if (isByNote(meeting)) return true
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
