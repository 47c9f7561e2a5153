import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posting, difference, merged, transfer } from '#domain/ledger/posting.ts'
import { type Loan, owedAtOrigin } from '#domain/loans/loan.ts'
import { walk } from '#domain/loans/village-convention.ts'

/** The last day on which anything happened to the loan: books need no walk beyond it. */
export const lastFactOn = (loan: Loan): LocalDate =>
  [...loan.repayments, ...loan.writeOffs].reduce(
    (last, { on }) => (on > last ? on : last),
    loan.origin.on,
  )

/**
 * The loan's books as its facts say they should stand. Money beyond what was owed waits in suspense
 * under the member's id until its owner says what it is for.
 */
export const books = (loan: Loan): Posting[] => {
  const receivable: AccountId = `asset:loan:${loan.loanId}`
  const { currency } = loan.terms
  const { origin } = loan
  const { splits, writtenOff } = walk(loan, lastFactOn(loan))
  const against: AccountId = origin.kind === 'paid-out' ? 'asset:cash-box' : 'equity:takeover'
  const into = (on: LocalDate, to: AccountId, amount: number): Posting[] =>
    transfer({ from: to, to: 'asset:cash-box', amount, currency, on })
  return merged([
    ...transfer({
      from: against,
      to: receivable,
      amount: owedAtOrigin(loan),
      currency,
      on: origin.on,
    }),
    ...splits.flatMap(({ on, interest, principal, excess }) => [
      ...into(on, 'income:interest', interest),
      ...into(on, receivable, principal),
      ...into(on, `liability:suspense:${loan.memberId}`, excess),
    ]),
    ...writtenOff.flatMap(({ on, amount }) =>
      transfer({ from: receivable, to: 'asset:loan-loss-provision', amount, currency, on }),
    ),
  ])
}

/** What an entry about a loan posts: the difference between its books after and before. */
export const bookDifference = (before: Loan | undefined, after: Loan): Posting[] =>
  difference(before ? books(before) : [], books(after))
