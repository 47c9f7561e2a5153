import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posted, movesOf, nothingPosted, post } from '#domain/ledger/balances.ts'

/** What was posted to each account on each day by itself. */
export type DaysPosted = Map<AccountId, Map<LocalDate, number>>

export const daysPosted = (posted: Posted): DaysPosted =>
  new Map(
    [...posted.accounts.keys()].map((account) => [
      account,
      new Map(movesOf(posted, account).map(({ on, amount }) => [on, amount])),
    ]),
  )

/** The same the other way. */
export const postedFrom = (
  days: Iterable<readonly [AccountId, ReadonlyMap<LocalDate, number>]>,
) => {
  const posted = nothingPosted()
  for (const [account, sums] of days)
    for (const [on, amount] of sums) post(posted, { account, on, amount })
  return posted
}
