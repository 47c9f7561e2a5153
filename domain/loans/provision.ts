import { Decimal } from 'decimal.js'
import type { Charter, ProvisionClass } from '#domain/fund/charter/charter.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { roundDown } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { type BriefStanding, briefStandingOf } from '#domain/loans/standing.ts'

/** The line of the provisioning table that holds for so many days past due. */
export const provisionClassOf = (charter: Charter, daysPastDue: number): ProvisionClass =>
  charter.provisioning.classes.find(({ toDays }) => toDays === null || daysPastDue <= toDays)!

const workedOut = whileSame((standing: BriefStanding, charter: Charter): number => {
  const { percent } = provisionClassOf(charter, standing.daysPastDue)
  const extra = standing.isUnderRelief ? charter.provisioning.reliefExtraPercent : '0'
  const share = Decimal.min(new Decimal(percent).plus(extra), 100)
  return roundDown(share.times(standing.owed).div(100), charter.provisioning.step)
})

/** What is set aside for one loan: its class's share of what it owes, rounded down to the step. */
export const provisionOf = (charter: Charter, standing: BriefStanding): number =>
  standing.owed === 0 ? 0 : workedOut(standing, charter)

export const provisionOfAll = (charter: Charter, standings: readonly BriefStanding[]): number =>
  standings.reduce((sum, standing) => sum + provisionOf(charter, standing), 0)

/** The same for loans as they stand on a day. */
export const provisionOn = (charter: Charter, loans: Iterable<Loan>, day: LocalDate): number =>
  provisionOfAll(
    charter,
    [...loans].flatMap((loan) => briefStandingOf(loan, day) ?? []),
  )
