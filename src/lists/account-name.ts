import { kindOf, subjectOf } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type FundBook, loansById, membersById } from '#domain/health/book.ts'

/** An account as people know it: its kind and the card, loan or window number. */
export const accountName = (
  { loans, members }: Pick<FundBook, 'loans' | 'members'>,
  account: PostingRow['account'],
): string => {
  const kind = kindOf(account)
  const subject = subjectOf(account)
  if (subject === undefined) return kind
  const number =
    kind === 'asset:loan'
      ? loansById(loans).get(subject)?.number
      : membersById(members).get(subject)?.card
  return `${kind}:${number ?? subject}`
}
