import { type LocalDate, dayBefore } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { isBullet } from '#domain/loans/as-written.ts'
import { instalmentPart } from '#domain/loans/plan/schedule.ts'
import { provisionOfAll } from '#domain/loans/provision.ts'
import {
  type BriefStanding,
  type LoanStanding,
  briefStandingOf,
  hasEnded,
} from '#domain/loans/standing.ts'
import { onceADay } from '#domain/health/once.ts'
import {
  type FundBook,
  type Period,
  atStart,
  charterOf,
  inPeriod,
  periodOf,
  standingsWhere,
  total,
} from '#domain/health/book.ts'

/** Whether anything of a loan is owed, or was lent, paid, given up or due in the year of a day. */
const isLively = (
  { loan, owed, overdue, splits, dues, writeOffs }: LoanStanding,
  day: LocalDate,
): boolean => {
  const from = `${day.slice(0, 4)}-01-01`
  return (
    owed !== 0 ||
    overdue !== 0 ||
    loan.origin.on >= from ||
    [splits, dues, writeOffs].some((dated) => dated.some(({ on }) => on >= from))
  )
}

/**
 * Loans that the figures of a day can be made of: those that were over before its year are most of an old book, and nothing
 * of them is in any figure.
 */
export const livelyStandingsOn = standingsWhere(isLively)

const goingOn = standingsWhere((one) => !hasEnded(one))

const goingOnByMember = onceADay((loans: FundBook['loans'], day: LocalDate) =>
  Map.groupBy(goingOn(loans, day), ({ loan }) => loan.memberId),
)

/** Loans of one member that are not over on a day, which of an old fund are few of all that she has had; by number. */
export const goingOnOf = (
  { loans }: Pick<FundBook, 'loans'>,
  day: LocalDate,
  memberId: string,
): readonly LoanStanding[] => goingOnByMember(loans, day).get(memberId) ?? []

const owedOn = (standings: readonly BriefStanding[]): number =>
  total(standings.map(({ owed }) => owed))

/** Principal owed on loans that are more than `days` past due. */
export const principalAtRisk = (standings: readonly BriefStanding[], days: number): number =>
  owedOn(standings.filter(({ daysPastDue }) => daysPastDue > days))

/** Principal owed by members of whom a test holds. */
export const owedBy = (
  book: Pick<FundBook, 'members'>,
  standings: readonly LoanStanding[],
  test: (member: FundBook['members'][number]) => boolean,
): number => {
  const ids = new Set(book.members.filter(test).map(({ memberId }) => memberId))
  return owedOn(standings.filter(({ loan }) => ids.has(loan.memberId)))
}

/** Principal paid against principal that fell due in the period; seasonal and former members' loans left out. */
const collected = (
  { members }: Pick<FundBook, 'members'>,
  standings: readonly LoanStanding[],
  period: Period,
): number | null => {
  const former = new Set(
    members.filter((one) => !isMemberOn(one, period.to)).map(({ memberId }) => memberId),
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

/** What dated sums come to within a period. */
const sumIn = (
  period: Period,
  dated: readonly { readonly on: LocalDate; readonly amount: number }[],
): number => total(dated.filter(inPeriod(period)).map(({ amount }) => amount))

/** Parts of the portfolio that a committee and an NGO look at, and their share of it. */
const portfolioFigures = (
  book: Lending,
  {
    standings,
    portfolio,
  }: { readonly standings: readonly LoanStanding[]; readonly portfolio: number },
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

/** A book without its money: what it says of loans stays while money moves on other accounts. */
export type Lending = Pick<FundBook, 'loans' | 'members' | 'fund'>

const lendingFrom = whileSame(
  (loans: FundBook['loans'], members: FundBook['members'], fund: FundBook['fund']): Lending =>
    Object.freeze({ loans, members, fund }),
)

export const lendingOf = ({ loans, members, fund }: FundBook): Lending =>
  lendingFrom(loans, members, fund)

/** What loans come to on a day, and what the period brought of them. */
export const loanSumsOf = onceADay((book: Lending, asOf: LocalDate) => {
  const period = periodOf(book, asOf)
  const standings = livelyStandingsOn(book.loans, asOf)
  const lent = standings.flatMap(({ loan: { origin, terms } }) =>
    origin.kind === 'paid-out' ? [{ on: origin.on, amount: terms.principal }] : [],
  )
  const repaid = standings.flatMap(({ splits }) =>
    splits.map(({ on, principal }) => ({ on, amount: principal })),
  )
  const portfolio = owedOn(standings)
  return {
    period,
    portfolio,
    start: atStart(book, period),
    provision: provisionOfAll(charterOf(book, asOf), standings),
    writtenOff: sumIn(
      period,
      standings.flatMap(({ writeOffs }) => writeOffs),
    ),
    active: standings.filter(({ owed }) => owed > 0).length,
    repaid: sumIn(period, repaid),
    lent: sumIn(period, lent),
    parts: portfolioFigures(book, { standings, portfolio }, asOf),
    collectedPercent: collected(book, standings, period),
  }
})
