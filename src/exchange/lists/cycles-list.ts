import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/life.ts'
import {
  type FundBook,
  type Period,
  balancesOn,
  charterOf,
  dayBeforePeriod,
  periodOf,
  resultsOf,
  savedIn,
  standingsOn,
  total,
} from '#domain/health/book.ts'
import { healthOf } from '#domain/health/health.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { type List, type ListRow, listed } from '#src/exchange/lists/column.ts'

const membersOn = (book: FundBook, day: LocalDate) =>
  book.members.filter((one) => one.admittedOn <= day && isMemberOn(one, day))

const peopleOf = (book: FundBook, period: Period): ListRow => {
  const before = membersOn(book, dayBeforePeriod(book, period))
  const after = membersOn(book, period.to)
  const women = after.filter(({ sex }) => sex === 'f').length
  const stayed = new Set(after.map((member) => member.memberId))
  return {
    members_start: before.length,
    members_end: after.length,
    women_end: women,
    women_percent: percentOf(women, after.length),
    dropped_out: before.filter(({ memberId }) => !stayed.has(memberId)).length,
  }
}

const returnsOf = (book: FundBook, period: Period, surplus: number): ListRow => {
  const { interest, otherIncome, runningCosts, otherCosts } = resultsOf(book, period)
  const [before, after] = [dayBeforePeriod(book, period), period.to].map((day) => ({
    savings: savedIn(balancesOn(book, day)),
    assets: healthOf(book, day).total_assets,
  })) as [Held, Held]
  return {
    income: interest + otherIncome,
    costs: runningCosts + otherCosts,
    surplus,
    // Of the middle of start and end, twice over and under so that no half is lost.
    return_on_savings_percent: percentOf(surplus * 2, before.savings + after.savings),
    return_on_assets_percent: percentOf(surplus * 2, before.assets + after.assets),
  }
}

type Held = { readonly savings: number; readonly assets: number }

const rowOf = (book: FundBook, to: LocalDate): ListRow => {
  const period = periodOf(book, to)
  const health = healthOf(book, to)
  const lines = balancesOn(book, to)
  const standings = standingsOn(book, to)
  const people = peopleOf(book, period)
  const late = standings.filter(({ daysPastDue }) => daysPastDue > 0)
  const given = standings.flatMap(({ writeOffs }) =>
    writeOffs.filter(({ on }) => period.from <= on && on <= to),
  )
  const owed = health.gross_loan_portfolio
  return {
    from: period.from,
    to,
    currency: charterOf(book, to).currency,
    ...people,
    attendance_percent: health.attendance_percent,
    savings: health.member_savings,
    savings_per_member: wholePart(health.member_savings, Number(people['members_end'])),
    loans_outstanding_count: health.active_loans,
    loans_outstanding: owed,
    loans_late_count: late.filter((one) => one.owed > 0).length,
    loans_late: total(late.map((one) => one.owed)),
    par30: health.par30,
    par30_percent: health.par30_percent,
    written_off: total(given.map(({ amount }) => amount)),
    cash: health.cash,
    social_fund: health.social_fund,
    restricted: health.restricted_migration,
    borrowed: 0 - amountOf(lines, 'liability:borrowing'),
    loans_of_savings_percent: percentOf(owed, health.member_savings),
    ...returnsOf(book, period, health.surplus),
  }
}

const wholePart = (sum: number, among: number): number | null =>
  among === 0 ? null : Math.floor(sum / among)

function* yearEnds(book: FundBook, asOf: LocalDate): Generator<LocalDate> {
  for (let year = Number(book.fund.openedOn.slice(0, 4)); ; year += 1) {
    const end = dayBefore(`${year + 1}-01-01`)
    if (end >= asOf) return yield asOf
    yield end
  }
}

/**
 * What the information systems of savings groups ask of one (SAVIX and its like), a year a row. Their names of
 * columns are not used: each system has its own, and the dictionary says what ours mean.
 */
export const cyclesList: List = {
  about:
    'a year of the fund, the last one through the day, with what networks of savings groups ask',
  columns: [
    listed.day('from', '1 January, or when the books begin', '2025-01-01'),
    listed.day('to', '31 December, or the day that was asked', '2025-12-31'),
    listed.text('currency', 'ISO 4217', 'KHR'),
    listed.number('members_start', 'Members on the eve, or when the books begin', '22'),
    listed.number('members_end', 'Members on the last day, away or here', '24'),
    listed.number('women_end', 'Women among them', '16'),
    listed.percent('women_percent', 'Women among them', '66.67'),
    listed.number('dropped_out', 'Members at the start who are none at the end', '1'),
    listed.percent('attendance_percent', 'Who came, of those who could have come', '91.5'),
    listed.sum('savings', 'All that members have saved, shares among it', '4200000'),
    listed.sum(
      'savings_per_member',
      'The same shared by members, without what is left over',
      '175000',
    ),
    listed.number('loans_outstanding_count', 'Loans on which principal is owed', '14'),
    listed.sum('loans_outstanding', 'Principal owed', '3900000'),
    listed.number('loans_late_count', 'Loans with an instalment past due', '2'),
    listed.sum('loans_late', 'Principal owed on them', '310000'),
    listed.sum('par30', 'Principal owed on loans more than 30 days past due', '120000'),
    listed.percent('par30_percent', 'The same of all principal owed', '3.08'),
    listed.sum('written_off', 'Principal given up in the year', '0'),
    listed.sum('cash', 'Box, bank and wallet', '905500'),
    listed.sum('social_fund', 'Social fund', '210000'),
    listed.sum('restricted', "Donors' money for one purpose, not yet spent", '0'),
    listed.sum('borrowed', 'What the fund owes outside', '0'),
    listed.percent('loans_of_savings_percent', 'Principal owed against savings', '92.86'),
    listed.sum('income', 'Interest, fines and gifts in the year', '520000'),
    listed.sum('costs', 'Costs of the year, provision apart', '60000'),
    listed.sum('surplus', 'Income less costs and provision', '430000'),
    listed.percent(
      'return_on_savings_percent',
      'Surplus against the middle of savings at start and end',
      '11.2',
    ),
    listed.percent(
      'return_on_assets_percent',
      'Surplus against the middle of assets at start and end',
      '8.4',
    ),
  ],
  rows: ({ book, asOf }) => [...yearEnds(book, asOf)].map((to) => rowOf(book, to)),
}
