import type { FundBook } from '#domain/health/book.ts'
import { lasting, lastingGroups } from '#domain/kernel/kept.ts'
import { mapWith } from '#domain/kernel/layers.ts'
import { type ListOf, listWith } from '#domain/kernel/list-of.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'

/*
 * Postings to savings come as one list, by entry and line. Those of each account are told apart once, and a list that follows on
 * another one takes it over: the rows of an account stay the same list while nothing was posted to it.
 */

type All = ListOf<PostingRow>
type Rows = readonly PostingRow[]

const kept = new WeakMap<All, ReadonlyMap<AccountId, Rows>>()

/** The rows of each account, in their order. */
export const rowsByAccount = (rows: All): ReadonlyMap<AccountId, Rows> => {
  const known = kept.get(rows)
  if (known) return known
  const made = lastingGroups(rows, ({ account }) => account)
  kept.set(rows, made)
  return made
}

/** The list with what was posted since. */
export const rowsWith = (before: All, news: Rows): All => {
  if (news.length === 0) return before
  const own = rowsByAccount(before)
  const more = [...Map.groupBy(news, (row) => row.account)]
  const all = listWith(before, news)
  kept.set(
    all,
    mapWith(
      own,
      more.map(
        ([account, rows]) => [account, lasting((own.get(account) ?? []).concat(rows))] as const,
      ),
    ),
  )
  return all
}

/** Whether a posting is of what somebody has saved in the open. */
export const isOfSavings = ({ account }: PostingRow): boolean =>
  account.startsWith('liability:savings:')

/** The accounts of what a book's members have saved in the open. */
export const savingsAccounts = ({ members }: Pick<FundBook, 'members'>): readonly AccountId[] =>
  members.map(({ memberId }) => `liability:savings:${memberId}` as const)
