import type { LocalDate } from '#domain/kernel/dates.ts'
import { amountMax } from '#domain/kernel/money.ts'
import { type Said, code, day, id, list, optional, whole, word } from '#domain/kernel/shape.ts'
import { products, rateOfProduct } from '#domain/fund/charter/charter.ts'
import { type CeilingInputs, ceilingInputs } from '#domain/loans/request/ceiling.ts'
import type { Lending } from '#domain/loans/lending.ts'
import { type Loan, type LoanOrigin, type LoanTerms, isLent } from '#domain/loans/loan.ts'
import { loanMonths, securities } from '#domain/loans/request/request-state.ts'

const cannotHold = 'loan-cannot-hold'

/** What is said of a loan that begins in these books, wherever it comes from. */
export const beginning = {
  loanId: id('loan'),
  number: code(cannotHold),
  memberId: id('member'),
  product: word(products, cannotHold),
  principal: whole(1, amountMax, cannotHold),
  months: loanMonths,
  firstDueOn: optional(day),
  /** What the lender took for it. */
  securities: optional(
    list(word(securities, cannotHold), {
      max: securities.length,
      code: cannotHold,
      tooLong: cannotHold,
    }),
  ),
}
type Beginning = Said<typeof beginning>

/** A loan has one id and one number: a second beginning under either is a slip of the pen. */
export const takenAlready = (
  loans: ReadonlyMap<string, Loan>,
  { loanId, number }: Beginning,
): { readonly code: string; readonly at: string } | undefined => {
  if (isLent(loans, loanId)) return { code: 'loan-already-there', at: '/loanId' }
  const isTaken = [...loans.values()].some((loan) => loan.number === number && !loan.isVoid)
  return isTaken ? { code: 'loan-number-taken', at: '/number' } : undefined
}

/** What a ceiling is measured against: what was posted through the day. */
export const ceilingOf = (
  { posted, openedOn }: Lending,
  { memberId, effectiveOn: on }: Beginning & { readonly effectiveOn: LocalDate },
): CeilingInputs => ceilingInputs(posted, { openedOn, memberId, on })

/** What a month may cost at most, and what it costs by the charter. */
export const rateGround = (
  { charter, fairCap }: Pick<Lending, 'charter' | 'fairCap'>,
  { product }: Pick<Beginning, 'product'>,
) => ({
  capYearlyPercent: fairCap,
  charterPercent: rateOfProduct(charter.charter, product),
})

export const begun = (command: Beginning, terms: LoanTerms, origin: LoanOrigin): Loan => {
  const { loanId, number, memberId } = command
  return { loanId, number, memberId, terms, origin, repayments: [], deferrals: [], writeOffs: [] }
}

/** So long, or through the next meeting, money may be brought back without interest. */
export const moneyBackDays = 3
