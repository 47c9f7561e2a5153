import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posting, difference, merged, transfer } from '#domain/ledger/posting.ts'
import { type Loan, owedAtOrigin } from '#domain/loans/loan.ts'
import { lastFactOn, walk } from '#domain/loans/village-convention.ts'

/**
 * The loan's books as its facts say they should stand. Money beyond what was owed waits in suspense
 * under the member's id until its owner says what it is for.
 */
export const books = (loan: Loan): Posting[] => {
  if (loan.isVoid) return []
  const receivable: AccountId = `asset:loan:${loan.loanId}`
  const { currency } = loan.terms
  const { origin, draws = [], recoveries = [] } = loan
  const { splits, writtenOff } = walk(loan, lastFactOn(loan))
  const against: AccountId = origin.kind === 'paid-out' ? 'asset:cash-box' : 'equity:takeover'
  const into = (on: LocalDate, to: AccountId, amount: number): Posting[] =>
    transfer({ from: to, to: 'asset:cash-box', amount, currency, on })
  const lent = (on: LocalDate, amount: number, from: AccountId): Posting[] =>
    transfer({ from, to: receivable, amount, currency, on })
  return merged([
    ...lent(origin.on, owedAtOrigin(loan), against),
    ...draws.flatMap(({ on, amount }) => lent(on, amount, 'asset:cash-box')),
    ...splits.flatMap(({ on, interest, principal, excess, excessTo }) => [
      ...into(on, 'income:interest', interest),
      ...into(on, receivable, principal),
      ...into(on, `liability:${excessTo ?? 'suspense'}:${loan.memberId}`, excess),
    ]),
    ...writtenOff.flatMap(({ on, amount }) =>
      transfer({ from: receivable, to: 'asset:loan-loss-provision', amount, currency, on }),
    ),
    // What had been set aside for the loss is free again.
    ...recoveries.flatMap(({ on, amount }) => into(on, 'asset:loan-loss-provision', amount)),
  ])
}

/** What an entry about a loan posts: the difference between its books after and before. */
export const bookDifference = (before: Loan | undefined, after: Loan): Posting[] =>
  difference(before ? books(before) : [], books(after))
