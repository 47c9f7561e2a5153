import type { LocalDate } from '#domain/kernel/dates.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import { type Finding, type FindingSubject, finding } from '#domain/health/finding.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { lentSoFar } from '#domain/loans/loan.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'

const subjectOf = ({ loan: { number } }: LoanStanding): FindingSubject => ({ kind: 'loan', number })

/** What was paid for a loan in all, in these books and before them, against half of it. */
const chargesOf = (standing: LoanStanding): Finding[] => {
  const { loan, interestPaid } = standing
  const { asWritten: { fee = 0, interestPaidBefore = 0 } = {}, principal } = loan.terms
  const lent = loan.origin.kind === 'paid-out' ? lentSoFar(loan) : principal
  const expected = Math.floor((lent * lifetimeChargesMaxPercent) / 100)
  const found = interestPaid + fee + interestPaidBefore
  return found > expected
    ? [finding('charges-above-half', loan.origin.on, subjectOf(standing), { expected, found })]
    : []
}

/** What the older terms ask beyond the fund's, and old interest that nobody may ask for. */
const beyondFindings = (standing: LoanStanding, asOf: LocalDate): Finding[] => {
  const { on } = standing.loan.origin
  const { open = 0, beyondHalf = 0 } = beyondOf(standing.whole, asOf) ?? {}
  const told = (code: 'interest-beyond-the-cap' | 'old-interest-beyond-half', found: number) =>
    found > 0 ? [finding(code, on, subjectOf(standing), { expected: 0, found })] : []
  return [...told('interest-beyond-the-cap', open), ...told('old-interest-beyond-half', beyondHalf)]
}

/** Signs of a loan as an older book lends it that are computed for the day: gone once they are mended. */
export const olderOf = (standing: LoanStanding, asOf: LocalDate): Finding[] => [
  ...stillHeld(standing.loan, asOf).map(() =>
    finding('security-not-given-back', standing.loan.origin.on, subjectOf(standing)),
  ),
  ...beyondFindings(standing, asOf),
  ...chargesOf(standing),
]
