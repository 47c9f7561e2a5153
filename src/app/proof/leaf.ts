import { type LocalDate, dayBefore, earlier, later, monthlyDay } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type OwnLine, newestLinesOf } from '#src/app/household/own-lines.ts'
import { type OwnView, ownViewOf } from '#src/app/household/own-view.ts'
import { type NextTogether, nextTogether } from '#src/app/lending/next-payment.ts'

/** A line of a passbook, with the whole shares that it stands for. */
export type LeafLine = OwnLine & { readonly shares: number }

type Standing = { readonly savings: number; readonly owed: number }

/**
 * A leaf of a member's passbook: what happened from a day to a day, and what stood before and after. Sums in smallest
 * units. Private savings are in none of it.
 */
export type Leaf = {
  readonly card: string
  readonly currency: Currency
  readonly from: LocalDate
  readonly to: LocalDate
  readonly opening: Standing
  readonly lines: readonly LeafLine[]
  readonly closing: Standing
  /** What falls due next on all loans together, as it stood at the end. */
  readonly next: NextTogether | undefined
}

type LeafQuery = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly savingsPostings: readonly PostingRow[]
}

const sharesOf = (book: FundBook, { what, saved, on }: OwnLine): number =>
  what === 'shares-bought' || what === 'savings-taken-over'
    ? Math.floor(saved / charterOf(book, on).shareValue)
    : 0

const withShares = (book: FundBook, lines: readonly OwnLine[]): readonly LeafLine[] =>
  lines.map((line) => ({ ...line, shares: sharesOf(book, line) }))

const leafWith = (
  book: FundBook,
  { card, currency, loans }: OwnView,
  { lines, ...of }: Pick<Leaf, 'from' | 'to' | 'opening'> & { readonly lines: readonly OwnLine[] },
): Leaf => {
  const { savings, owed } = lines.at(-1) ?? of.opening
  return {
    ...of,
    card,
    currency,
    lines: withShares(book, lines),
    closing: { savings, owed },
    next: nextTogether(loans),
  }
}

/** One member's leaf; undefined where the fund has no such member. */
export const leafOf = (
  book: FundBook,
  memberId: string,
  { from, to, savingsPostings }: LeafQuery,
): Leaf | undefined => {
  const view = ownViewOf(book, memberId, { asOf: to, savingsPostings })
  if (!view) return undefined
  const { lines, opening } = newestLinesOf(book, memberId, { asOf: to, savingsPostings, from })
  return leafWith(book, view, { from, to, opening, lines })
}

/** So many lines are one leaf of a passbook: nobody who turns it open is given all that an old book has of her. */
const leafLines = 50

/** A leaf of a passbook, from 1, which is the one with the newest lines; how many there are stands with it. */
export type PassbookLeaf = {
  readonly leaf: Leaf
  readonly part: number
  readonly parts: number
}

/** A leaf of all that a member's passbook has until a day; the first one where there is no such leaf. */
export const passbookLeafOf = (
  book: FundBook,
  memberId: string,
  { to, savingsPostings, part }: Omit<LeafQuery, 'from'> & { readonly part: number },
): PassbookLeaf | undefined => {
  const view = ownViewOf(book, memberId, { asOf: to, savingsPostings })
  if (!view) return undefined
  const parts = Math.max(1, Math.ceil(view.lineCount / leafLines))
  const shown = part > parts ? 1 : part
  const newest = { asOf: to, savingsPostings, newest: shown * leafLines }
  const { lines: all, opening } = newestLinesOf(book, memberId, newest)
  const lines = all.slice(0, all.length - (shown - 1) * leafLines)
  const leaf = leafWith(book, view, {
    from: shown === parts ? book.fund.openedOn : lines[0]!.on,
    to: shown === 1 ? to : lines.at(-1)!.on,
    opening,
    lines,
  })
  return { leaf, part: shown, parts }
}

/** The months 'YYYY-MM' that a book covers until a day, the newest first. */
export const monthsOfBook = ({ fund }: FundBook, today: LocalDate): readonly string[] => {
  const last = later(today, fund.openedOn).slice(0, 7)
  const months: string[] = []
  for (let n = 0; months[0] !== last; n += 1)
    months.unshift(monthlyDay(fund.openedOn, n, 1).slice(0, 7))
  return months
}

/** The days of a month that a book covers until today. */
export const daysOfMonth = (
  { fund }: FundBook,
  month: string,
  today: LocalDate,
): { readonly from: LocalDate; readonly to: LocalDate } => {
  const first = `${month}-01`
  const from = later(first, fund.openedOn)
  return { from, to: later(from, earlier(dayBefore(monthlyDay(first, 1, 1)), today)) }
}
