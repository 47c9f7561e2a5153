import { loansOf } from '#domain/corrections/reversal.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import type { Entry } from '#domain/village.ts'
import { opened } from '#src/app/rows.ts'

/** So many lines are shown, found among so many of the newest, and beyond them by the member's own accounts. */
const shownMax = 30
const newestMax = 1500

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
    ...[...loanIds].map((loanId): AccountId => `asset:loan:${loanId}`),
  ]
  const own = (await store.postings(fundId, { accounts })).map(({ seq }) => seq)
  const last = Math.max(0, ...own, book.cashPostings.at(-1)?.seq ?? 0)
  const before = Math.max(0, last - newestMax)
  const older = [...new Set(own)].filter((seq) => seq <= before).toSorted((a, b) => b - a)
  const newest = await store.read(fundId, before, newestMax)
  const isOwn = (entry: Entry): boolean => isAbout(entry, memberId, loanIds)
  const lines = newest
    .toReversed()
    .map((row) => opened(row))
    .filter(isOwn)
  for (const seq of older) {
    if (lines.length >= shownMax) break
    const [row] = await store.read(fundId, seq - 1, 1)
    lines.push(...(row ? [opened(row)].filter(isOwn) : []))
  }
  return lines.slice(0, shownMax)
}
