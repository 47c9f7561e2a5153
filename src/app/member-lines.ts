import { isReversible, loansOf } from '#domain/corrections/reversal.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import type { Entry } from '#domain/village.ts'
import { opened } from '#src/app/record.ts'

/** So many lines are shown, and so many are looked at to find them. */
const shownMax = 30
const readMax = 120

/** Whether an entry is about a member's money: by name, or by a loan of the member's. */
const isAbout = (entry: Entry, memberId: string, loanIds: ReadonlySet<string>): boolean => {
  const { body } = entry
  if (!isReversible(body)) return false
  if ('memberId' in body && body.memberId === memberId) return true
  return loansOf(body).some((loanId) => loanIds.has(loanId))
}

/** The newest lines about a member's money that can be taken back, or were; the newest first. */
export const memberLinesOf = async (
  store: FundViews & Journal,
  fundId: string,
  { book, memberId }: { readonly book: FundBook; readonly memberId: string },
): Promise<readonly Entry[]> => {
  const loanIds = new Set(
    book.loans.filter((loan) => loan.memberId === memberId).map(({ loanId }) => loanId),
  )
  const accounts: AccountId[] = [
    `liability:savings:${memberId}`,
    `liability:suspense:${memberId}`,
    'liability:social-fund',
    ...[...loanIds].map((loanId): AccountId => `asset:loan:${loanId}`),
  ]
  const postings = await store.postings(fundId, { accounts })
  const seqs = [...new Set(postings.map(({ seq }) => seq))].toSorted((a, b) => b - a)
  const lines: Entry[] = []
  for (const seq of seqs.slice(0, readMax)) {
    if (lines.length === shownMax) break
    const [row] = await store.read(fundId, seq - 1, 1)
    const entry = row && opened(row)
    if (entry && isAbout(entry, memberId, loanIds)) lines.push(entry)
  }
  return lines
}
