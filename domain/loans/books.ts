import { accountOfPlace } from '#domain/fund/bank.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posting, difference, merged, transfer } from '#domain/ledger/posting.ts'
import {
  type Loan,
  type PaidFrom,
  type Recovery,
  type WriteOff,
  writtenAtOrigin,
} from '#domain/loans/loan.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { lastFactOn, walk } from '#domain/loans/plan/village-convention.ts'

/**
 * The loan's books as its facts say they should stand. Money beyond what was owed waits in suspense
 * under the member's id until its owner says what it is for.
 */
export const books = (loan: Loan): Posting[] => {
  if (loan.isVoid) return []
  const receivable: AccountId = `asset:loan:${loan.loanId}`
  const { currency } = loan.terms
  const { origin, draws = [] } = loan
  const { splits, writtenOff } = walk(loan, lastFactOn(loan))
  const against: AccountId = origin.kind === 'paid-out' ? 'asset:cash-box' : 'equity:takeover'
  const into = (on: LocalDate, to: AccountId, amount: number, from?: PaidFrom): Posting[] =>
    transfer({
      from: to,
      to: from === 'savings' ? `liability:savings:${loan.memberId}` : accountOfPlace(from ?? 'box'),
      amount,
      currency,
      on,
    })
  const lent = (on: LocalDate, amount: number, from: AccountId): Posting[] =>
    transfer({ from, to: receivable, amount, currency, on })
  return merged([
    ...lent(origin.on, writtenAtOrigin(loan), against),
    ...draws.flatMap(({ on, amount }) => lent(on, amount, 'asset:cash-box')),
    ...splits.flatMap(({ on, interest, principal, excess, excessTo, from }) => [
      ...into(on, 'income:interest', interest, from),
      ...into(on, receivable, principal, from),
      // What the loan did not need of savings was never taken from them.
      ...(from === 'savings'
        ? []
        : into(on, `liability:${excessTo ?? 'suspense'}:${loan.memberId}`, excess, from)),
    ]),
    ...writtenOff.flatMap(({ on, amount }) =>
      transfer({ from: receivable, to: 'asset:loan-loss-provision', amount, currency, on }),
    ),
    ...finesOf(loan).flatMap(({ on, amount, allowed }) => [
      ...into(on, 'liability:social-fund', allowed),
      ...into(on, `liability:savings:${loan.memberId}`, amount - allowed),
    ]),
    ...recovered(loan, writtenOff).flatMap(({ on, freed, beyond }) => [
      // What had been set aside for the loss is free again.
      ...into(on, 'asset:loan-loss-provision', freed),
      ...into(on, `liability:suspense:${loan.memberId}`, beyond),
    ]),
  ])
}

/** What was given up and is still a claim. */
const sumOf = (writtenOff: readonly WriteOff[]): number =>
  writtenOff.reduce((sum, { amount, isGone }) => (isGone ? sum : sum + amount), 0)

/** Recoveries up to the claim of their days, in the order of these, and what came beyond it. */
const recovered = (loan: Loan, writtenOff: readonly WriteOff[]) => {
  const place = ({ on, id }: Recovery): string => `${on} ${id}`
  const inOrder = (loan.recoveries ?? []).toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  let freedSoFar = 0
  return inOrder.map(({ id, on, amount }) => {
    const claim = sumOf(writtenOff.filter((one) => one.on <= on))
    const freed = Math.min(amount, claim - freedSoFar)
    freedSoFar += freed
    return { id, on, freed, beyond: amount - freed }
  })
}

/** What of each recovery came beyond the claim. */
export const beyondClaim = (loan: Loan, entryId: string): number =>
  recovered(loan, walk(loan, lastFactOn(loan)).writtenOff).find(({ id }) => id === entryId)
    ?.beyond ?? 0

/** What the fund could still ask for of a loan that was given up, after what has come in since. */
export const claimOf = (loan: Loan): number => {
  const { writtenOff } = walk(loan, lastFactOn(loan))
  const freed = recovered(loan, writtenOff).reduce((sum, one) => sum + one.freed, 0)
  return sumOf(writtenOff) - freed
}

/** What an entry about a loan posts: the difference between its books after and before. */
export const bookDifference = (before: Loan | undefined, after: Loan): Posting[] =>
  difference(before ? books(before) : [], books(after))
