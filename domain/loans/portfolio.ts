import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { books } from '#domain/loans/books.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { type LoanStanding, standingOf, unpaidDues } from '#domain/loans/standing.ts'

const standings = (loans: Iterable<Loan>, on: LocalDate): LoanStanding[] =>
  [...loans].flatMap((loan) => standingOf(loan, on) ?? [])

const stillToPay = whileSame(({ dues, settled }: LoanStanding) => unpaidDues(dues, settled))

/** Principal of loans that is still to fall due after a day; what is late already is not counted on. */
export const comingAfter = (
  loans: Iterable<Loan>,
  on: LocalDate,
): { on: LocalDate; amount: number }[] =>
  standings(loans, on)
    .flatMap((one) => stillToPay(one))
    .filter((due) => due.on > on)
    .map((due) => ({ on: due.on, amount: due.principal }))

const riskDays = 30

/** What is owed on a day, and what of it is more than 30 days late or under relief: each loan once. */
export const riskOn = (
  loans: Iterable<Loan>,
  on: LocalDate,
): { readonly owed: number; readonly atRisk: number } => {
  const all = standings(loans, on)
  const total = (those: readonly LoanStanding[]): number =>
    those.reduce((sum, { owed }) => sum + owed, 0)
  return {
    owed: total(all),
    atRisk: total(
      all.filter(({ daysPastDue, isUnderRelief }) => daysPastDue > riskDays || isUnderRelief),
    ),
  }
}

/** Interest that borrowers paid on the days of a stretch, both ends included. */
export const interestBetween = (
  loans: Iterable<Loan>,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): number =>
  standings(loans, to)
    .flatMap(({ splits }) => splits)
    .reduce((sum, { on, interest }) => (on >= from ? sum + interest : sum), 0)

const prefix = 'liability:savings:'

type SavedByLoan = {
  readonly memberId: string
  readonly on: LocalDate
  readonly amount: number
}

const savedBy = whileSame((loan: Loan): readonly SavedByLoan[] =>
  books(loan)
    .filter(({ account }) => account.startsWith(prefix))
    .map(({ account, on, amount }) => ({
      memberId: account.slice(prefix.length),
      on,
      amount: 0 - amount,
    })),
)

/** What loans have put into their borrowers' savings, or taken out of them by the borrowers' own act. */
export const savingsFromLoans = (loans: Iterable<Loan>): SavedByLoan[] =>
  [...loans].flatMap((loan) => savedBy(loan))

/** What decisions about savings ask of the loans. */
export const loanFigures = (loans: ReadonlyMap<string, Loan>, on: LocalDate) => ({
  coming: () => comingAfter(loans.values(), on),
  risk: (day: LocalDate) => riskOn(loans.values(), day),
  interestReceived: (days: { readonly from: LocalDate; readonly to: LocalDate }) =>
    interestBetween(loans.values(), days),
})
