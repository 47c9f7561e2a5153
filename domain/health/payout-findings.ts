import { type LocalDate, earlier, later } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type Loan, lentSoFar, loanAsOf } from '#domain/loans/loan.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'
import { onceADay } from '#domain/health/once.ts'

/** The first day on which somebody said that the money has come: from then on the fund asks whoever gets some. */
const firstAsked = whileSame((loans: FundBook['loans']): LocalDate | undefined =>
  loans
    .flatMap(({ confirmations = [] }) => confirmations.map(({ on }) => on))
    .reduce<LocalDate | undefined>((first, on) => (first ? earlier(first, on) : on), undefined),
)

const lastPaidOut = ({ origin, draws = [] }: Loan): LocalDate =>
  draws.reduce((last, { on }) => later(last, on), origin.on)

/** Loans of which more went out than whoever got it has said. */
export const payoutFindings = onceADay((loans: FundBook['loans'], asOf: LocalDate): Finding[] => {
  const first = firstAsked(loans)
  return loans.flatMap((whole) => {
    if (whole.isVoid || whole.origin.kind !== 'paid-out' || whole.origin.on > asOf) return []
    const loan = loanAsOf(whole, asOf)
    const on = lastPaidOut(loan)
    const found = lentSoFar(loan)
    const expected = Math.max(0, ...(loan.confirmations ?? []).map(({ amount }) => amount))
    // By the day, and by when it was written down: a day that the sender chose lets nobody off.
    const isAsked = whole.isAsked === true || (first !== undefined && on >= first)
    if (!isAsked || found <= expected) return []
    const about = { kind: 'loan', number: loan.number } as const
    return [finding('payout-not-confirmed', on, about, { found, expected })]
  })
})
