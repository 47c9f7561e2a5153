import { amountMax } from '#domain/kernel/money.ts'
import { type Posted, accountsIn, balanceOf } from '#domain/ledger/balances.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/** What all accounts of a book come to at most: far beyond any village, and far below where whole numbers are exact. */
const togetherMax = 1000 * amountMax

/** Smaller sums could reach the end in millions of entries alone, and are not held against it. */
const small = amountMax / 1000

const together = (sums: readonly number[]): number =>
  sums.reduce((all, sum) => all + Math.abs(sum), 0)

/** Whether sums that are changed so would hold more than a book can. What makes them smaller, a count or a reversal, is never too much. */
export const isBeyond = (before: readonly number[], after: readonly number[]): boolean =>
  together(after) > togetherMax && together(after) > together(before)

/** Whether postings would bring a book's accounts beyond what a book can hold. */
export const isBeyondBooks = (posted: Posted, postings: readonly Posting[]): boolean => {
  if (postings.every(({ amount }) => Math.abs(amount) < small)) return false
  const sums = new Map(accountsIn(posted).map((account) => [account, balanceOf(posted, account)]))
  const before = [...sums.values()]
  for (const { account, amount } of postings) sums.set(account, (sums.get(account) ?? 0) + amount)
  return isBeyond(before, [...sums.values()])
}
