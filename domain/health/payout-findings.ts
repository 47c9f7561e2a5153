import { type LocalDate, daysAfter, earlier, later } from '#domain/kernel/dates.ts'
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

/** A fund has a year to begin, as with what it asks of drawn members; of what went out half a year is told. */
const [graceDays, toldDays] = [365, 183]

/** What went out of a loan after a day and through another. */
const lentBetween = (loan: Loan, after: LocalDate, through: LocalDate): number => {
  if (loan.isVoid || loan.origin.kind !== 'paid-out' || loan.origin.on > through) return 0
  const before = loan.origin.on > after ? 0 : lentSoFar(loanAsOf(loan, after))
  return lentSoFar(loanAsOf(loan, through)) - before
}

/** A fund lends, and nobody who got money has ever said so: its pay-outs stand on the word of officers alone. */
export const unaskedFindings = (
  { loans, fund }: Pick<FundBook, 'loans' | 'fund'>,
  asOf: LocalDate,
): Finding[] => {
  const first = firstAsked(loans)
  if ((first !== undefined && first <= asOf) || daysAfter(fund.openedOn, graceDays) >= asOf)
    return []
  const since = daysAfter(asOf, -toldDays)
  const lately = loans.filter((loan) => lentBetween(loan, since, asOf) > 0)
  if (lately.length === 0) return []
  const on = lately.map((loan) => lastPaidOut(loanAsOf(loan, asOf))).reduce(later)
  const found = lately.reduce((sum, loan) => sum + lentBetween(loan, since, asOf), 0)
  const about = { kind: 'fund', number: fund.villageCode } as const
  return [finding('payouts-on-officers-word', on, about, { found })]
}
