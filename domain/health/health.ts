import { onceADay } from '#domain/health/once.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { isBullet } from '#domain/loans/as-written.ts'
import { provisionClassOf, provisionOfAll } from '#domain/loans/provision.ts'
import { instalmentPart } from '#domain/loans/plan/schedule.ts'
import { type BriefStanding, type LoanStanding, briefStandingOf } from '#domain/loans/standing.ts'
import { dayBefore } from '#domain/kernel/dates.ts'
import { livelyStandingsOn } from '#domain/health/lively.ts'
import { attendance } from '#domain/health/meetings.ts'
import {
  type FundBook,
  type Period,
  atStart,
  balancesOn,
  cashIn,
  charterOf,
  foreignCost,
  inPeriod,
  periodOf,
  resultsOf,
  reserveOf,
  savedIn,
  standingsOn,
  total,
} from '#domain/health/book.ts'

type LoanFigures = {
  readonly closing_balance: number
  readonly principal_paid: number
  readonly interest_paid: number
  readonly days_past_due: number
  readonly class: string
  readonly relief: string
}

/** The sums of fund health: all of it but who saved what, and each loan. */
export type HealthSums = Omit<HealthFigures, 'savings' | 'loans'>

/** Fund health on a day, keys as every report and export has them. Sums in smallest units, DF 3. */
export type HealthFigures = {
  readonly as_of: LocalDate
  readonly cash: number
  readonly gross_loan_portfolio: number
  readonly active_loans: number
  readonly provision: number
  readonly member_savings: number
  readonly social_fund: number
  readonly restricted_migration: number
  readonly reserve: number
  readonly surplus: number
  readonly total_assets: number
  readonly interest_received: number
  readonly principal_received: number
  readonly disbursed: number
  readonly par30: number
  readonly par60: number
  readonly par90: number
  readonly par30_percent: number | null
  readonly principal_under_relief: number
  readonly relief_percent: number | null
  readonly portfolio_yield_percent: number | null
  readonly operating_expense_percent: number | null
  readonly operational_self_sufficiency_percent: number | null
  readonly write_off_percent: number | null
  readonly liquidity_percent: number | null
  readonly equity_percent: number | null
  readonly attendance_percent: number | null
  readonly women_portfolio_percent: number | null
  readonly committee_exposure: number
  readonly committee_exposure_percent: number | null
  readonly principal_collected_percent: number | null
  readonly savings: Readonly<Record<string, number>>
  readonly loans: Readonly<Record<string, LoanFigures>>
}

const owedOn = (standings: readonly BriefStanding[]): number =>
  total(standings.map(({ owed }) => owed))

/** Principal owed on loans that are more than `days` past due. */
export const principalAtRisk = (standings: readonly BriefStanding[], days: number): number =>
  owedOn(standings.filter(({ daysPastDue }) => daysPastDue > days))

/** Principal owed by members of whom a test holds. */
export const owedBy = (
  book: FundBook,
  standings: readonly LoanStanding[],
  test: (member: FundBook['members'][number]) => boolean,
): number => {
  const ids = new Set(book.members.filter(test).map(({ memberId }) => memberId))
  return owedOn(standings.filter(({ loan }) => ids.has(loan.memberId)))
}

/** Principal paid against principal that fell due in the period; seasonal and former members' loans left out. */
const collected = (
  book: FundBook,
  standings: readonly LoanStanding[],
  period: Period,
): number | null => {
  const former = new Set(
    book.members.filter((one) => !isMemberOn(one, period.to)).map(({ memberId }) => memberId),
  )
  const counted = standings.filter(
    ({ loan }) => !isBullet(loan.terms) && !former.has(loan.memberId),
  )
  const paid = counted.flatMap(({ splits }) =>
    splits.filter(inPeriod(period)).map(({ principal }) => principal),
  )
  const due = counted.map((standing) => {
    const { loan, dues } = standing
    const fallenDue = dues.filter(inPeriod(period)).length
    const owed = fallenDue === 0 ? 0 : owedAtStart(standing, period)
    return owed === 0 ? 0 : Math.min(fallenDue * instalmentPart(loan.terms), owed)
  })
  return percentOf(total(paid), total(due))
}

const owedAtStart = ({ loan }: LoanStanding, { from }: Period): number => {
  if (loan.origin.on >= from)
    return loan.origin.kind === 'taken-over' ? loan.origin.owed : loan.terms.principal
  return briefStandingOf(loan, dayBefore(from))?.owed ?? 0
}

const savingsByCard = (book: FundBook, asOf: LocalDate): Record<string, number> => {
  const posted = postedOf(book.balances)
  const savings = book.members.map((member) => ({
    member,
    saved: savedBy(posted, member.memberId, asOf),
  }))
  const byCard = savings
    .filter(({ member, saved }) => isMemberOn(member, asOf) || saved !== 0)
    .map(({ member: { card }, saved }): [string, number] => [card, saved])
  return Object.fromEntries(byCard.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const loanFigures = (
  book: FundBook,
  standings: readonly LoanStanding[],
  asOf: LocalDate,
): Record<string, LoanFigures> => {
  const charter = charterOf(book, asOf)
  return Object.fromEntries(
    standings.map(({ loan, owed, principalPaid, interestPaid, daysPastDue, status, eventIds }) => [
      loan.number,
      {
        closing_balance: owed,
        principal_paid: principalPaid,
        interest_paid: interestPaid,
        days_past_due: daysPastDue,
        class:
          status === 'open'
            ? provisionClassOf(charter, daysPastDue).name
            : status === 'closed'
              ? 'closed'
              : 'written_off',
        relief: eventIds.join('+'),
      },
    ]),
  )
}

/** The sums that figures are made of: balances of the day, and what the period brought. */
const measured = (book: FundBook, asOf: LocalDate) => {
  const period = periodOf(book, asOf)
  const standings = livelyStandingsOn(book.loans, asOf)
  const lines = balancesOn(book, asOf)
  const start = atStart(book, period)
  const results = resultsOf(book, period)
  const provision = provisionOfAll(charterOf(book, asOf), standings)
  const writtenOff = sumIn(
    period,
    standings.flatMap(({ writeOffs }) => writeOffs),
  )
  const portfolio = owedOn(standings)
  const cash = cashIn(lines)
  return {
    period,
    standings,
    start,
    provision,
    writtenOff,
    portfolio,
    cash,
    interest: results.interest,
    income: results.interest + results.otherIncome,
    runningCosts: results.runningCosts,
    costs: results.runningCosts + results.otherCosts + provision - start.provision + writtenOff,
    savings: savedIn(lines),
    social: 0 - amountOf(lines, 'liability:social-fund'),
    restricted: 0 - amountOf(lines, 'liability:grant-window'),
    // Loans as posted, as the balance sheet has them: by their facts the two sides would differ while a line is late.
    assets:
      cash +
      amountOf(lines, 'asset:loan') -
      provision +
      amountOf(lines, 'asset:advance') +
      foreignCost(lines, charterOf(book, asOf).currency),
    reserve: reserveOf(lines, provision),
  }
}

/** Parts of the portfolio that a committee and an NGO look at, and their share of it. */
const portfolioFigures = (
  book: FundBook,
  { standings, portfolio }: ReturnType<typeof measured>,
  asOf: LocalDate,
) => {
  const relief = owedOn(standings.filter(({ isUnderRelief }) => isUnderRelief))
  const houses = ofCommitteeHouseholds(book.members, asOf)
  const committee = owedBy(book, standings, ({ memberId }) => houses.has(memberId))
  const women = owedBy(book, standings, ({ sex }) => sex === 'f')
  return {
    par30: principalAtRisk(standings, 30),
    par60: principalAtRisk(standings, 60),
    par90: principalAtRisk(standings, 90),
    par30_percent: percentOf(principalAtRisk(standings, 30), portfolio),
    principal_under_relief: relief,
    relief_percent: percentOf(relief, portfolio),
    women_portfolio_percent: percentOf(women, portfolio),
    committee_exposure: committee,
    committee_exposure_percent: percentOf(committee, portfolio),
  }
}

/**
 * All figures of a fund on a day, by effective date. Provision and surplus are computed for the day,
 * posted or not; `mean portfolio` is half of the loans at the start of the period and those now.
 */
export const healthSumsOf = onceADay((book: FundBook, asOf: LocalDate): HealthSums => {
  const sums = measured(book, asOf)
  const { period, standings, portfolio, interest, costs, cash, savings, reserve } = sums
  // Twice the mean, so that no half unit is ever rounded.
  const ofMean = (amount: number) => percentOf(amount * 2, sums.start.owed + portfolio)
  const lent = standings.flatMap(({ loan: { origin, terms } }) =>
    origin.kind === 'paid-out' ? [{ on: origin.on, amount: terms.principal }] : [],
  )
  const repaid = standings.flatMap(({ splits }) =>
    splits.map(({ on, principal }) => ({ on, amount: principal })),
  )
  return {
    as_of: asOf,
    cash,
    gross_loan_portfolio: portfolio,
    active_loans: standings.filter(({ owed }) => owed > 0).length,
    provision: sums.provision,
    member_savings: savings,
    social_fund: sums.social,
    restricted_migration: sums.restricted,
    reserve,
    surplus: sums.income - costs,
    total_assets: sums.assets,
    interest_received: interest,
    principal_received: sumIn(period, repaid),
    disbursed: sumIn(period, lent),
    ...portfolioFigures(book, sums, asOf),
    portfolio_yield_percent: ofMean(interest),
    operating_expense_percent: ofMean(sums.runningCosts),
    operational_self_sufficiency_percent: percentOf(interest, costs),
    write_off_percent: ofMean(sums.writtenOff),
    liquidity_percent: percentOf(cash, savings),
    equity_percent: percentOf(reserve, sums.assets),
    attendance_percent: attendance(book, period),
    principal_collected_percent: collected(book, standings, period),
  }
})

/** The same with what each member has saved, and with each loan that there ever was. */
export const healthOf = onceADay((book: FundBook, asOf: LocalDate): HealthFigures => ({
  ...healthSumsOf(book, asOf),
  savings: savingsByCard(book, asOf),
  loans: loanFigures(book, standingsOn(book, asOf), asOf),
}))

/** What dated sums come to within a period. */
const sumIn = (
  period: Period,
  dated: readonly { readonly on: LocalDate; readonly amount: number }[],
): number => total(dated.filter(inPeriod(period)).map(({ amount }) => amount))
