import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import { meanOf, percentOf } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import {
  type FundBook,
  balancesOn,
  charterOf,
  dayBeforePeriod,
  periodOf,
  resultsOf,
  savedIn,
  standingsOn,
  total,
} from '#domain/health/book.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { columnsOf, listOf } from '#src/lists/column.ts'

const membersOn = (book: FundBook, day: LocalDate) =>
  book.members.filter((one) => one.admittedOn <= day && isMemberOn(one, day))

const heldOn = (book: FundBook, day: LocalDate) => ({
  members: membersOn(book, day),
  savings: savedIn(balancesOn(book, day)),
  assets: healthSumsOf(book, day).total_assets,
})

type Held = ReturnType<typeof heldOn>

/** A year of a fund, through its last day, with what its columns look at. */
const yearOf = (book: FundBook, to: LocalDate) => {
  const period = periodOf(book, to)
  const standings = standingsOn(book, to)
  return {
    ...healthSumsOf(book, to),
    ...period,
    currency: charterOf(book, to).currency,
    before: heldOn(book, dayBeforePeriod(book, period)),
    after: heldOn(book, to),
    results: resultsOf(book, period),
    late: standings.filter(({ daysPastDue }) => daysPastDue > 0),
    writeOffs: standings
      .flatMap(({ writeOffs }) => writeOffs)
      .filter(({ on }) => period.from <= on && on <= to),
    borrowed: 0 - amountOf(balancesOn(book, to), 'liability:borrowing'),
  }
}

type Year = ReturnType<typeof yearOf>

const womenIn = ({ members }: Held): number => members.filter(({ sex }) => sex === 'f').length

const droppedOut = ({ before, after }: Year): number => {
  const stayed = new Set(after.members.map(({ memberId }) => memberId))
  return before.members.filter(({ memberId }) => !stayed.has(memberId)).length
}

/** Of the middle of start and end, twice over and under so that no half is lost. */
const returnOn = (of: 'savings' | 'assets', { surplus, before, after }: Year): number | null =>
  percentOf(surplus * 2, before[of] + after[of])

function* yearEnds(book: FundBook, asOf: LocalDate): Generator<LocalDate> {
  for (let year = Number(book.fund.openedOn.slice(0, 4)); ; year += 1) {
    const end = dayBefore(`${year + 1}-01-01`)
    if (end >= asOf) return yield asOf
    yield end
  }
}

const { text, day, sum, number, percent } = columnsOf<Year>()

/**
 * What the information systems of savings groups ask of one (SAVIX and its like). Their names of
 * columns are not used: each system has its own, and the dictionary says what ours mean.
 */
export const cyclesList = listOf({
  about:
    'a year of the fund, the last one through the day, with what networks of savings groups ask',
  items: ({ book, asOf }) => [...yearEnds(book, asOf)].map((to) => yearOf(book, to)),
  columns: {
    from: day('from', ['1 January, or when the books begin', '2025-01-01']),
    to: day('to', ['31 December, or the day that was asked', '2025-12-31']),
    currency: text('currency', ['ISO 4217', 'KHR']),
    membersStart: number(
      ({ before }) => before.members.length,
      ['Members on the eve, or when the books begin', '22'],
    ),
    membersEnd: number(
      ({ after }) => after.members.length,
      ['Members on the last day, away or here', '24'],
    ),
    womenEnd: number(({ after }) => womenIn(after), ['Women among them', '16']),
    womenPercent: percent(
      ({ after }) => percentOf(womenIn(after), after.members.length),
      ['Women among them', '66.67'],
    ),
    droppedOut: number(droppedOut, ['Members at the start who are none at the end', '1']),
    attendancePercent: percent('attendance_percent', [
      'Who came, of those who could have come',
      '91.5',
    ]),
    savings: sum('member_savings', ['All that members have saved, shares among it', '4200000']),
    savingsPerMember: sum(
      ({ member_savings: saved, after }) => meanOf(saved, after.members.length),
      ['The same shared by members, without what is left over', '175000'],
    ),
    loansOutstandingCount: number('active_loans', ['Loans on which principal is owed', '14']),
    loansOutstanding: sum('gross_loan_portfolio', ['Principal owed', '3900000']),
    loansLateCount: number(
      ({ late }) => late.filter(({ owed }) => owed > 0).length,
      ['Loans with an instalment past due', '2'],
    ),
    loansLate: sum(
      ({ late }) => total(late.map(({ owed }) => owed)),
      ['Principal owed on them', '310000'],
    ),
    par30: sum('par30', ['Principal owed on loans more than 30 days past due', '120000']),
    par30Percent: percent('par30_percent', ['The same of all principal owed', '3.08']),
    writtenOff: sum(
      ({ writeOffs }) => total(writeOffs.map(({ amount }) => amount)),
      ['Principal given up in the year', '0'],
    ),
    cash: sum('cash', ['Box, bank and wallet', '905500']),
    socialFund: sum('social_fund', ['Social fund', '210000']),
    restricted: sum('restricted_migration', ["Donors' money for one purpose, not yet spent", '0']),
    borrowed: sum('borrowed', ['What the fund owes outside', '0']),
    loansOfSavingsPercent: percent(
      (year) => percentOf(year.gross_loan_portfolio, year.member_savings),
      ['Principal owed against savings', '92.86'],
    ),
    income: sum(
      ({ results }) => results.interest + results.otherIncome,
      ['Interest, fines and gifts in the year', '520000'],
    ),
    costs: sum(
      ({ results }) => results.runningCosts + results.otherCosts,
      ['Costs of the year, provision apart', '60000'],
    ),
    surplus: sum('surplus', ['Income less costs and provision', '430000']),
    returnOnSavingsPercent: percent(
      (year) => returnOn('savings', year),
      ['Surplus against the middle of savings at start and end', '11.2'],
    ),
    returnOnAssetsPercent: percent(
      (year) => returnOn('assets', year),
      ['Surplus against the middle of assets at start and end', '8.4'],
    ),
  },
})
