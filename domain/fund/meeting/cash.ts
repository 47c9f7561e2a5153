import { placeIn } from '#domain/kernel/blocks.ts'
import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Running, sumThrough } from '#domain/ledger/running.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'
import {
  type Count,
  type CountPoint,
  type Meeting,
  notedDays,
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

/** The counts by note of a meeting, the opening one first. */
const notedIn = ({ heldOn, opening, closing }: Meeting): Point[] => [
  ...(opening?.isByNote ? [{ ...opening, on: heldOn, at: 'opening' as const }] : []),
  ...(closing?.isByNote ? [{ ...closing, on: heldOn, at: 'closing' as const }] : []),
]

/** The count by note of a place among them, and those before and after it: a day has two at most. */
const around = ({ meetings }: CashBook, here: string) => {
  const days = notedDays(meetings)
  const from = placeIn(days, (day) => day < here.slice(0, 10))
  const near = days.slice(from && from - 1, from + 2).flatMap((day) => notedIn(meetings.get(day)!))
  return {
    same: near.find((one) => place(one) === here),
    before: near.findLast((one) => place(one) < here),
    next: near.find((one) => place(one) > here),
  }
}

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
export const bookedAt = (book: CashBook, point: Pick<Point, 'on' | 'at'>): number =>
  // Behind the place itself, so that a count by note that stands there is the last one.
  bookedSince(book, around(book, `${place(point)} `).before, point)

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
  const { same, before, next } = around(book, place({ on, at }))
  const missing = (same?.amount ?? bookedSince(book, before, { on, at })) - count.amount
  return merged([
    ...shortage(missing, on, currency),
    ...(next ? shortage(-missing, next.on, currency) : []),
  ])
}

/**
 * Cash that is recorded late, before a count already made, was in the box when it was counted: it
 * explains part of that count's difference, so the same sum is taken out of the shortage there.
 */
export const explainedByCounts = (book: CashBook, postings: readonly Posting[]): Posting[] => {
  const explained = postings.flatMap(({ account, amount, on, currency }) => {
    // What moved on a day lies between its two counts.
    const next = account === 'asset:cash-box' && around(book, `${on} 1`).next
    return next ? shortage(amount, next.on, currency) : []
  })
  const all = merged([...postings, ...explained])
  // Lines that add up stay apart in a fund that never counts by note, as they always have.
  return all.length === postings.length || notedDays(book.meetings).length > 0 ? all : [...postings]
}

/** What an entry moved in the box by itself: booked differences of counts taken out again. */
export const cashMoved = (postings: readonly Posting[]): number =>
  postings.reduce(
    (sum, { account, amount }) =>
      account === 'asset:cash-box' || account === 'expense:cash-shortage' ? sum + amount : sum,
    0,
  )
