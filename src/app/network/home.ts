import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { meetingFrom } from '#domain/fund/charter/meeting-days.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { BriefStanding } from '#domain/loans/standing.ts'
import { portfolioOn } from '#domain/health/portfolio.ts'
import {
  type FundBook,
  balancesOn,
  briefStandingsOn,
  cashIn,
  charterOf,
  savedIn,
  total,
} from '#domain/health/book.ts'

/** The fund at a glance on a day. Sums in smallest units. */
export type Glance = {
  readonly currency: Currency
  readonly asOf: LocalDate
  readonly cash: number
  readonly savings: number
  readonly loansOut: number
  readonly loansOutCount: number
  readonly overdue: number
  readonly overdueCount: number
  readonly underRelief: number
  readonly underReliefCount: number
  readonly nextMeeting: LocalDate
  readonly months: readonly {
    readonly month: string
    readonly cash: number
    readonly savings: number
    readonly loansOut: number
  }[]
}

const monthsShown = 12

const owed = (standings: readonly BriefStanding[]): number =>
  total(standings.map((standing) => standing.owed))

const onDay = (book: FundBook, day: LocalDate) => {
  const lines = balancesOn(book, day)
  return {
    cash: cashIn(lines),
    savings: savedIn(lines),
    loansOut: portfolioOn(book.loans, day).owed,
  }
}

type MonthOfBook = Glance['months'][number]

/** The last twelve month ends that the book covers, and the day itself as the newest month. */
export const lastMonthEnds = (
  book: FundBook,
  asOf: LocalDate,
): readonly (MonthOfBook & { readonly on: LocalDate })[] =>
  Array.from({ length: monthsShown }, (_, i) => monthlyDay(asOf, i - monthsShown + 1, 31))
    .filter((end) => end > book.fund.openedOn)
    .map((end) => {
      const on = end < asOf ? end : asOf
      return { month: end.slice(0, 7), on, ...onDay(book, on) }
    })

export const glanceOf = (book: FundBook, asOf: LocalDate): Glance => {
  const standings = briefStandingsOn(book.loans, asOf).filter((standing) => standing.owed > 0)
  const late = standings.filter(({ daysPastDue }) => daysPastDue > 0)
  const touched = standings.filter(({ isUnderRelief }) => isUnderRelief)
  const charter = charterOf(book, asOf)
  return {
    currency: charter.currency,
    asOf,
    ...onDay(book, asOf),
    loansOutCount: standings.length,
    overdue: owed(late),
    overdueCount: late.length,
    underRelief: owed(touched),
    underReliefCount: touched.length,
    // Today counts as the next meeting until it is over.
    nextMeeting: meetingFrom(charter, asOf),
    months: lastMonthEnds(book, asOf).map(({ month, cash, savings, loansOut }) => ({
      month,
      cash,
      savings,
      loansOut,
    })),
  }
}

/** To make one takes longer than to use it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}

/** The parts of an instant as calendars and clocks show them in a time zone, each with two digits, the year with four. */
export const partsIn = (
  instant: string,
  timeZone: string,
): ((type: Intl.DateTimeFormatPartTypes) => string) => {
  const parts = formatterOf(timeZone).formatToParts(new Date(instant))
  return (type) => parts.find((found) => found.type === type)!.value
}

/** Calendar day of an instant where the fund lives. */
export const dayIn = (instant: string, timeZone: string): LocalDate => {
  const part = partsIn(instant, timeZone)
  return `${part('year')}-${part('month')}-${part('day')}`
}
