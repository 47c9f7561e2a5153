import type { LocalDate, Span } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Product } from '#domain/fund/charter.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** Everything that was agreed about a loan, in full, so that later rules never change an old loan. */
export type LoanTerms = {
  readonly convention: 'village'
  readonly conventionVersion: 1
  readonly product: Product
  readonly currency: Currency
  readonly principal: number
  readonly months: number
  readonly rateMonthlyPercent: string
  readonly interestStep: number
  readonly instalmentStep: number
  readonly firstDueOn: LocalDate
  /** Day of the month on which instalments fall due; the month's last day where it has no such day. */
  readonly dueDay: number
  readonly charterVersion: number
}

/** Where a loan comes from: paid out by this fund, or taken over from an older book. */
export type LoanOrigin =
  | { readonly kind: 'paid-out'; readonly on: LocalDate }
  | {
      readonly kind: 'taken-over'
      readonly on: LocalDate
      readonly owed: number
      readonly paidOutOn: LocalDate
    }

/** How the book says a sum was split. It stands as written, also where the rule would split otherwise. */
export type WrittenSplit = { readonly interest: number; readonly principal: number }

export type Repayment = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly amount: number
  readonly written?: WrittenSplit
}

/** An event's window for this loan: no instalment falls due in it and no interest is counted. */
export type Deferral = Span & { readonly eventId: string; readonly declaredOn: LocalDate }

export type WriteOff = { readonly id: EntryId; readonly on: LocalDate; readonly amount: number }

/** A loan is its facts; schedule, splits, standing and books are computed from them. */
export type Loan = {
  readonly loanId: string
  readonly number: string
  readonly memberId: string
  readonly terms: LoanTerms
  readonly origin: LoanOrigin
  readonly repayments: readonly Repayment[]
  readonly deferrals: readonly Deferral[]
  readonly writeOffs: readonly WriteOff[]
}

/** The day the borrower got the money, also when this fund was not yet the lender. */
export const paidOutOn = (loan: Loan): LocalDate =>
  loan.origin.kind === 'paid-out' ? loan.origin.on : loan.origin.paidOutOn

/** What the borrower owed when the loan came into these books. */
export const owedAtOrigin = (loan: Loan): number =>
  loan.origin.kind === 'paid-out' ? loan.terms.principal : loan.origin.owed

/** The loan as it was known for a day: what happened after it is left out. */
export const loanAsOf = (loan: Loan, day: LocalDate): Loan => ({
  ...loan,
  repayments: loan.repayments.filter(({ on }) => on <= day),
  deferrals: loan.deferrals.filter(({ declaredOn }) => declaredOn <= day),
  writeOffs: loan.writeOffs.filter(({ on }) => on <= day),
})

/** The loan with more windows; their order says nothing, so it is always the same. */
export const withDeferrals = (loan: Loan, added: readonly Deferral[]): Loan => {
  const place = ({ eventId, from }: Deferral): string => `${eventId} ${from}`
  return {
    ...loan,
    deferrals: [...loan.deferrals, ...added].toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
  }
}
