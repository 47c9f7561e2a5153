import { percentOf } from '#domain/kernel/money.ts'
import { isOfficerOn } from '#domain/fund/members.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import {
  type FundBook,
  balancesOn,
  dayBeforePeriod,
  periodOf,
  standingsOn,
  total,
} from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { type Grade, gradeOf } from '#domain/health/grade.ts'
import { type HealthFigures, owedBy, principalAtRisk } from '#domain/health/health.ts'

/** The rest of DF 3: figures that explain the first ones. Percentages with two decimals, null without a base. */
export type MoreHealth = {
  readonly par30_with_relief_percent: number | null
  readonly arrears: number
  readonly arrears_percent: number | null
  readonly on_time_percent: number | null
  readonly risk_coverage_percent: number | null
  readonly liquidity_unrestricted_percent: number | null
  readonly fund_utilisation_percent: number | null
  readonly return_on_savings_percent: number | null
  readonly savings_growth_percent: number | null
  readonly loans_per_member_percent: number | null
  readonly members_with_loan_percent: number | null
  readonly largest_borrower_percent: number | null
  readonly five_largest_percent: number | null
  readonly women_members_percent: number | null
  readonly idpoor_portfolio_percent: number | null
  readonly committee_par30: number
  readonly provision_unposted: number
  readonly suspense: number
  readonly book_integrity_findings: number
  readonly grade: Grade
}

export const integrityCodes: readonly string[] = [
  'box-differs-from-books',
  'opening-not-last-closing',
  'cash-book-does-not-add-up',
  'cash-book-differs',
]

/** Instalments of the period that were paid in full by their day, against all that fell due in it. */
const onTime = (
  standings: ReturnType<typeof standingsOn>,
  { from, to }: { readonly from: string; readonly to: string },
): number | null => {
  let fallenDue = 0
  let paid = 0
  for (const { dues, splits, writtenOff } of standings) {
    if (writtenOff > 0) continue
    let dueSoFar = 0
    for (const { on, principal } of dues) {
      dueSoFar += principal
      if (on < from || on > to) continue
      fallenDue += 1
      const paidByThen = total(
        splits.filter((split) => split.on <= on).map((split) => split.principal),
      )
      if (paidByThen >= dueSoFar) paid += 1
    }
  }
  return percentOf(paid, fallenDue)
}

export const moreHealthOf = (book: FundBook, health: HealthFigures): MoreHealth => {
  const asOf = health.as_of
  const period = periodOf(book, asOf)
  const standings = standingsOn(book, asOf)
  const portfolio = health.gross_loan_portfolio
  const active = book.members.filter(({ isFormer }) => !isFormer)
  const lines = balancesOn(book, asOf)
  const byMember = [...Map.groupBy(standings, ({ loan }) => loan.memberId)].map(
    ([memberId, loans]) => ({ memberId, owed: total(loans.map(({ owed }) => owed)) }),
  )
  const largest = byMember.map(({ owed }) => owed).toSorted((a, b) => b - a)
  const borrowers = byMember.filter(
    ({ owed, memberId }) => owed > 0 && active.some((member) => member.memberId === memberId),
  )
  const atStart = 0 - amountOf(balancesOn(book, dayBeforePeriod(book, period)), 'liability:savings')
  const atRiskOrRelief = total(
    standings.map(({ owed, daysPastDue, isUnderRelief }) =>
      daysPastDue > 30 || isUnderRelief ? owed : 0,
    ),
  )
  const unrestricted = health.cash - health.restricted_migration
  const committee = new Set(
    book.members.filter((member) => isOfficerOn(member, asOf)).map(({ memberId }) => memberId),
  )
  const arrears = total(standings.map(({ overdue, owed }) => Math.min(overdue, owed)))
  const figures = {
    par30_with_relief_percent: percentOf(atRiskOrRelief, portfolio),
    arrears,
    arrears_percent: percentOf(arrears, portfolio),
    on_time_percent: onTime(standings, period),
    risk_coverage_percent: percentOf(health.provision, health.par30),
    liquidity_unrestricted_percent: percentOf(unrestricted, health.member_savings),
    fund_utilisation_percent: percentOf(portfolio, portfolio + unrestricted),
    return_on_savings_percent: percentOf(health.surplus * 2, atStart + health.member_savings),
    savings_growth_percent: percentOf(health.member_savings - atStart, atStart),
    loans_per_member_percent: percentOf(health.active_loans, active.length),
    members_with_loan_percent: percentOf(borrowers.length, active.length),
    largest_borrower_percent: percentOf(largest[0] ?? 0, portfolio),
    five_largest_percent: percentOf(total(largest.slice(0, 5)), portfolio),
    women_members_percent: percentOf(active.filter(({ sex }) => sex === 'f').length, active.length),
    idpoor_portfolio_percent: percentOf(
      owedBy(book, standings, ({ povertyLevel }) => povertyLevel !== undefined),
      portfolio,
    ),
    committee_par30: principalAtRisk(
      standings.filter(({ loan }) => committee.has(loan.memberId)),
      30,
    ),
    provision_unposted: health.provision + amountOf(lines, 'asset:loan-loss-provision'),
    suspense: 0 - amountOf(lines, 'liability:suspense'),
    book_integrity_findings: findingsOf(book, asOf).filter(({ code }) =>
      integrityCodes.includes(code),
    ).length,
  }
  return { ...figures, grade: gradeOf(health, figures) }
}
