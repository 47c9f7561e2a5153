import { type LocalDate, dayAfter, daysAfter, later, nextMonthlyDay } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { futureOn } from '#domain/fund/future.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

/** A meeting may be held so many days before or after the day of the rules, and be written down no later. */
const graceDays = 14
/** One that falls out is no sign: a harvest, a feast, a flooded road. */
const missedAtLeast = 2
/** After so many days without a count the box is worth a look. */
const uncountedDays = 92

type Days = { readonly held: readonly LocalDate[]; readonly counted: readonly LocalDate[] }

const daysOf = whileSame((meetings: FundBook['meetings']): Days => {
  const inOrder = meetings.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
  const counted = inOrder.filter(({ opening, closing }) => opening ?? closing)
  return {
    held: inOrder.map(({ heldOn }) => heldOn),
    counted: counted.map(({ heldOn }) => heldOn),
  }
})

const lastOf = (days: readonly LocalDate[], asOf: LocalDate): LocalDate | undefined =>
  days.findLast((day) => day <= asOf)

/**
 * The monthly days of the rules since the last meeting on which nobody has met, of a fund that neither rests nor ends. One that
 * meets each week is held against the month too: weeks fall out everywhere.
 */
const missedSince = (book: FundBook, last: LocalDate, asOf: LocalDate): readonly LocalDate[] => {
  const missed: LocalDate[] = []
  const next = (day: LocalDate) => nextMonthlyDay(day, charterOf(book, day).meetingDay)
  for (
    let day = next(daysAfter(last, graceDays));
    daysAfter(day, graceDays) <= asOf;
    day = next(day)
  )
    if (futureOn(book.fund.futures, day) === 'go-on') missed.push(day)
  return missed
}

const silence = (book: FundBook, asOf: LocalDate): Finding[] => {
  const last = lastOf(daysOf(book.meetings).held, asOf) ?? book.fund.openedOn
  const missed = missedSince(book, last, asOf)
  return missed.length < missedAtLeast
    ? []
    : missed.map((day) => finding('no-meeting-held', day, { kind: 'meeting', number: day }))
}

/** Money is in the box by the books, and for long nobody has counted it at a meeting or a hand-over. */
const uncounted = (book: FundBook, asOf: LocalDate): Finding[] => {
  const found = balanceOf(postedOf(book.balances), 'asset:cash-box', asOf)
  const handOvers = (book.fund.handOvers ?? []).flatMap(({ on, count }) => (count ? [on] : []))
  const counted = [
    book.fund.openedOn,
    lastOf(daysOf(book.meetings).counted, asOf) ?? '',
    lastOf(handOvers.toSorted(), asOf) ?? '',
  ].reduce(later)
  const on = dayAfter(daysAfter(counted, uncountedDays))
  const about = { kind: 'fund', number: book.fund.villageCode } as const
  return found > 0 && on <= asOf ? [finding('box-not-counted', on, about, { found })] : []
}

/** What a fund leaves undone for long: its meetings, and the count of its box. */
export const careFindings = (book: FundBook, asOf: LocalDate): Finding[] => [
  ...silence(book, asOf),
  ...uncounted(book, asOf),
]
