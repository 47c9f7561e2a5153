import {
  type FundBook,
  balancesOn,
  cashIn,
  charterOf,
  savedIn,
  total,
} from '#domain/health/book.ts'
import { briefStandingsOn } from '#domain/health/book.ts'
import { type FundSummary, lateIn } from '#domain/health/summary.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

/** What a summary says of a day. */
export const toldBy = (summary: FundSummary, day: LocalDate) => {
  const { currency, members, cash, savings, owed, loans, lastMeeting, unanswered } = summary
  const told = { currency, members, cash, savings, owed, loans, lastMeeting, unanswered }
  return { ...told, ...lateIn(summary, day) }
}

/** The same, counted from the whole book. */
export const toldByBook = (book: FundBook, day: LocalDate): ReturnType<typeof toldBy> => {
  const lines = balancesOn(book, day)
  const open = briefStandingsOn(book.loans, day)
  const owed = (days: number) =>
    total(open.flatMap((one) => (one.daysPastDue > days ? [one.owed] : [])))
  return {
    currency: charterOf(book, day).currency,
    members: book.members.filter((one) => isMemberOn(one, day)).length,
    cash: cashIn(lines),
    savings: savedIn(lines),
    owed: owed(-Infinity),
    loans: open.length,
    lastMeeting: book.meetings
      .map(({ heldOn }) => heldOn)
      .toSorted()
      .at(-1),
    unanswered: book.disputes.filter(({ answers }) => answers.length === 0).length,
    late: owed(0),
    par30: owed(30),
  }
}
