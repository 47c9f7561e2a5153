import { balanceOf } from '#domain/ledger/balances.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { loansOf, reversedPostings } from '#domain/corrections/reversal.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import { type FundBook, charterOf, loansById, membersById, total } from '#domain/health/book.ts'
import { takesBack } from '#domain/ledger/rows.ts'
import type { Entry } from '#domain/village.ts'

/** A balance that taking an entry back would change, as people count it: what is owed or kept is above zero. */
export type BalanceChange = {
  readonly account: AccountId
  readonly before: number
  readonly after: number
  readonly currency: Currency
}

/** The line by which an entry was taken back already; undefined while it stands. */
export const takenBackBy = ({ flags }: FundBook, { seq }: Pick<Entry, 'seq'>): number | undefined =>
  flags.find(({ flag, subject }) => flag === takesBack && subject === `entry:${seq}`)?.seq

/** An asset or a cost grows by debit, everything else by credit. */
const signOf = (account: AccountId): 1 | -1 => (/^(asset|expense):/.test(account) ? 1 : -1)

/** What taking an entry back would change; undefined where it cannot be told, or nothing can be taken back. */
export const reversalEffect = (
  book: FundBook,
  { id, seq, effectiveOn: on, body }: Entry,
): readonly BalanceChange[] | undefined => {
  if (!isReversible(body)) return undefined
  const loans = loansById(book.loans)
  if (!loansOf(body).every((loanId) => loans.has(loanId))) return undefined
  const members = membersById(book.members)
  const kept = { seq, on, body, type: body.type }
  const postings = reversedPostings({ loans, members }, id, kept)
  const accounts = [...new Set(postings.map(({ account }) => account))]
  return accounts.flatMap((account): BalanceChange[] => {
    const sign = signOf(account)
    const before = sign * balanceOf(postedOf(book.balances), account)
    const change = sign * total(postings.map((row) => (row.account === account ? row.amount : 0)))
    const { currency } = charterOf(book, on)
    return change === 0 ? [] : [{ account, before, after: before + change, currency }]
  })
}
