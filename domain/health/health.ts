import { onceADay } from '#domain/health/once.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { provisionClassOf } from '#domain/loans/provision.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { lendingOf, loanSumsOf } from '#domain/health/lively.ts'
import { attendance } from '#domain/health/meetings.ts'
import {
  type FundBook,
  balancesOn,
  cashIn,
  charterOf,
  foreignCost,
  resultsOf,
  reserveOf,
  savedIn,
  standingsOn,
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
  const loans = loanSumsOf(lendingOf(book), asOf)
  const { period, start, provision, writtenOff } = loans
  const lines = balancesOn(book, asOf)
  const results = resultsOf(book, period)
  const cash = cashIn(lines)
  return {
    loans,
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

/**
 * All figures of a fund on a day, by effective date. Provision and surplus are computed for the day,
 * posted or not; `mean portfolio` is half of the loans at the start of the period and those now.
 */
export const healthSumsOf = onceADay((book: FundBook, asOf: LocalDate): HealthSums => {
  const { loans, ...sums } = measured(book, asOf)
  const { period, portfolio } = loans
  const { interest, costs, cash, savings, reserve } = sums
  // Twice the mean, so that no half unit is ever rounded.
  const ofMean = (amount: number) => percentOf(amount * 2, loans.start.owed + portfolio)
  return {
    as_of: asOf,
    cash,
    gross_loan_portfolio: portfolio,
    active_loans: loans.active,
    provision: loans.provision,
    member_savings: savings,
    social_fund: sums.social,
    restricted_migration: sums.restricted,
    reserve,
    surplus: sums.income - costs,
    total_assets: sums.assets,
    interest_received: interest,
    principal_received: loans.repaid,
    disbursed: loans.lent,
    ...loans.parts,
    portfolio_yield_percent: ofMean(interest),
    operating_expense_percent: ofMean(sums.runningCosts),
    operational_self_sufficiency_percent: percentOf(interest, costs),
    write_off_percent: ofMean(loans.writtenOff),
    liquidity_percent: percentOf(cash, savings),
    equity_percent: percentOf(reserve, sums.assets),
    attendance_percent: attendance(book, period),
    principal_collected_percent: loans.collectedPercent,
  }
})

/** The same with what each member has saved, and with each loan that there ever was. */
export const healthOf = onceADay((book: FundBook, asOf: LocalDate): HealthFigures => ({
  ...healthSumsOf(book, asOf),
  savings: savingsByCard(book, asOf),
  loans: loanFigures(book, standingsOn(book, asOf), asOf),
}))
