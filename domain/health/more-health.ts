import { dayBefore, later } from '#domain/kernel/dates.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { meanOf, percentOf } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { amountOf } from '#domain/ledger/statements.ts'
import { type CountedFigure, countsOfFindings } from '#domain/health/counted-findings.ts'
import {
  type FundBook,
  type Period,
  balancesOn,
  dayBeforePeriod,
  periodOf,
  savedIn,
  total,
} from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { type Grade, gradeOf } from '#domain/health/grade.ts'
import { type HealthSums, healthSumsOf } from '#domain/health/health.ts'
import { livelyStandingsOn, owedBy, principalAtRisk } from '#domain/health/lively.ts'
import { withoutRelief } from '#domain/health/without-relief.ts'
import type { BriefStanding, LoanStanding } from '#domain/loans/standing.ts'
import { restartsOf } from '#domain/relief/restart.ts'

/** The rest of DF 3: figures that explain the first ones. Percentages with two decimals, null without a base. */
export type MoreHealth = {
  readonly par30_with_relief_percent: number | null
  readonly par30_with_relief: number
  readonly par60_with_relief: number
  readonly par90_with_relief: number
  /** Of loans whose relief ended so long ago, those on which something was paid within so many days. */
  readonly restart_30_percent: number | null
  readonly restart_60_percent: number | null
  readonly restart_90_percent: number | null
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
  /** Owed on a loan, and saved by a member, in the middle; what does not come out even is left out. */
  readonly average_loan: number | null
  readonly savings_per_member: number | null
  /** Who left, of those who were there when the period began or joined in it. */
  readonly dropped_out_percent: number | null
  readonly grade: Grade
} & Readonly<Record<CountedFigure, number>>

/** Instalments of the period that were paid in full by their day, against all that fell due in it. */
const onTime = (
  standings: readonly LoanStanding[],
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

/** Whoever was a member at the start of the period or joined in it, and which of them have left. */
export const membersOf = (
  { members }: FundBook,
  { from, to }: Period,
): { readonly all: readonly Member[]; readonly left: readonly Member[] } => {
  const all = members.filter(
    (one) => one.admittedOn <= to && isMemberOn(one, later(one.admittedOn, dayBefore(from))),
  )
  return { all, left: all.filter((one) => !isMemberOn(one, to)) }
}

const figuresOf = (
  book: FundBook,
  health: HealthSums,
  counted: Readonly<Record<CountedFigure, number>>,
): Omit<MoreHealth, 'grade'> => {
  const asOf = health.as_of
  const period = periodOf(book, asOf)
  const standings = livelyStandingsOn(book.loans, asOf)
  const portfolio = health.gross_loan_portfolio
  const active = book.members.filter((member) => isMemberOn(member, asOf))
  const lines = balancesOn(book, asOf)
  const byMember = [...Map.groupBy(standings, ({ loan }) => loan.memberId)].map(
    ([memberId, loans]) => ({ memberId, owed: total(loans.map(({ owed }) => owed)) }),
  )
  const largest = byMember.map(({ owed }) => owed).toSorted((a, b) => b - a)
  const borrowers = byMember.filter(
    ({ owed, memberId }) => owed > 0 && active.some((member) => member.memberId === memberId),
  )
  const atStart = savedIn(balancesOn(book, dayBeforePeriod(book, period)))
  const unrestricted = health.cash - health.restricted_migration
  const committee = ofCommitteeHouseholds(book.members, asOf)
  const arrears = total(standings.map(({ overdue }) => overdue))
  const { all, left } = membersOf(book, period)
  return {
    par30_with_relief_percent: percentOf(atRiskOrRelief(standings, 30), portfolio),
    par30_with_relief: atRiskOrRelief(standings, 30),
    par60_with_relief: atRiskOrRelief(standings, 60),
    par90_with_relief: atRiskOrRelief(standings, 90),
    restart_30_percent: restartedWithin(book, asOf, 30),
    restart_60_percent: restartedWithin(book, asOf, 60),
    restart_90_percent: restartedWithin(book, asOf, 90),
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
    average_loan: meanOf(portfolio, health.active_loans),
    savings_per_member: meanOf(health.member_savings, active.length),
    dropped_out_percent: percentOf(left.length, all.length),
    ...counted,
  }
}

/** Principal owed on loans more than `days` late or under relief, each loan once. */
export const atRiskOrRelief = (standings: readonly BriefStanding[], days: number): number =>
  total(
    standings.map(({ owed, daysPastDue, isUnderRelief }) =>
      daysPastDue > days || isUnderRelief ? owed : 0,
    ),
  )

/** Loans on which anything was ever put off. */
export const relievedIn = inBlocks((loans: FundBook['loans']) =>
  loans.filter(({ deferrals }) => deferrals.length > 0),
)

const restartedWithin = ({ loans }: FundBook, asOf: string, days: number): number | null => {
  const relieved = relievedIn(loans)
  const { ended, restarted } = restartsOf(relieved, asOf, days)
  return percentOf(restarted.length, ended.length)
}

/** Everything beside the first figures, with the grade; relief may better it and never lowers it. */
export const moreHealthOf = (book: FundBook, health: HealthSums): MoreHealth => {
  const counted = countsOfFindings(findingsOf(book, health.as_of), health.as_of)
  const more = figuresOf(book, health, counted)
  const bare = withoutRelief(book)
  const figures = { ...health, ...more }
  if (!bare) return { ...more, grade: gradeOf(figures) }
  const bareHealth = healthSumsOf(bare, health.as_of)
  const without = { ...bareHealth, ...figuresOf(bare, bareHealth, counted) }
  return { ...more, grade: gradeOf(figures, without) }
}
