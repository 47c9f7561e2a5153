import { type LocalDate, daysAfter, earlier, later } from '#domain/kernel/dates.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type Loan, lentSoFar, loanAsOf } from '#domain/loans/loan.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import { type Finding, finding } from '#domain/health/finding.ts'
import { onceADay } from '#domain/health/once.ts'

/** The first day on which somebody said that the money has come: from then on the fund asks whoever gets some. */
const firstAsked = whileSame((loans: FundBook['loans']): LocalDate | undefined =>
  confirmedOn(loans).reduce<LocalDate | undefined>(
    (first, on) => (first ? earlier(first, on) : on),
    undefined,
  ),
)

const confirmedOn = inBlocks((loans: FundBook['loans']) =>
  loans.flatMap(({ confirmations = [] }) => confirmations.map(({ on }) => on)),
)

const lastPaidOut = ({ origin, draws = [] }: Loan): LocalDate =>
  draws.reduce((last, { on }) => later(last, on), origin.on)

/** Loans of which more went out than whoever got it has said. */
export const payoutFindings = onceADay((loans: FundBook['loans'], asOf: LocalDate) =>
  unsaid(loans, firstAsked(loans), asOf),
)

const unsaid = inBlocks(
  (loans: FundBook['loans'], first: LocalDate | undefined, asOf: LocalDate): Finding[] =>
    loans.flatMap((whole) => {
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
    }),
)

/** A fund has a year to begin, as with what it asks of drawn members; of what went out half a year is told. */
const [graceDays, toldDays] = [365, 183]

/** What went out of a loan after a day and through another. */
const lentBetween = (loan: Loan, after: LocalDate, through: LocalDate): number => {
  if (loan.isVoid || loan.origin.kind !== 'paid-out' || loan.origin.on > through) return 0
  const before = loan.origin.on > after ? 0 : lentSoFar(loanAsOf(loan, after))
  return lentSoFar(loanAsOf(loan, through)) - before
}

const lentWithin = inBlocks((loans: FundBook['loans'], after: LocalDate, through: LocalDate) =>
  loans.flatMap((loan) => {
    const found = lentBetween(loan, after, through)
    return found > 0 ? [{ on: lastPaidOut(loanAsOf(loan, through)), found }] : []
  }),
)

/** A fund lends, and nobody who got money has ever said so: its pay-outs stand on the word of officers alone. */
export const unaskedFindings = (
  { loans, fund }: Pick<FundBook, 'loans' | 'fund'>,
  asOf: LocalDate,
): Finding[] => {
  const first = firstAsked(loans)
  if ((first !== undefined && first <= asOf) || daysAfter(fund.openedOn, graceDays) >= asOf)
    return []
  const lately = lentWithin(loans, daysAfter(asOf, -toldDays), asOf)
  if (lately.length === 0) return []
  const on = lately.map((one) => one.on).reduce(later)
  const found = total(lately.map((one) => one.found))
  const about = { kind: 'fund', number: fund.villageCode } as const
  return [finding('payouts-on-officers-word', on, about, { found })]
}
