import { loansOf } from '#domain/corrections/reversal.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type FundBook, loansOf as ownLoansOf } from '#domain/health/book.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import type { Entry } from '#domain/village.ts'
import { ownSavingsPostingsOf } from '#src/app/kept-books.ts'
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

type Whose = { readonly book: FundBook; readonly memberId: string }

/** Where a member's own accounts were posted to until a line, the newest first. */
const postedUntil = async (
  store: FundViews,
  fundId: string,
  { book, memberId, through }: Whose & { readonly through: number },
): Promise<readonly number[]> => {
  const accounts: AccountId[] = [
    `liability:suspense:${memberId}`,
    ...ownLoansOf(book, memberId).map(({ loanId }): AccountId => `asset:loan:${loanId}`),
  ]
  const saved = await ownSavingsPostingsOf(store, fundId, { book, memberId })
  const other = await store.postings(fundId, { accounts })
  const seqs = new Set([...saved, ...other].map(({ seq }) => seq))
  return [...seqs].filter((seq) => seq <= through).toSorted((a, b) => b - a)
}

/** The newest lines about a member's money that can be taken back, or were; the newest first. */
export const memberLinesOf = async (
  store: FundViews & Journal,
  fundId: string,
  whose: Whose,
): Promise<readonly Entry[]> => {
  const { book, memberId } = whose
  const loanIds = new Set(ownLoansOf(book, memberId).map(({ loanId }) => loanId))
  const isOwn = (entry: Entry): boolean => isAbout(entry, memberId, loanIds)
  const head = (await store.viewsHead(fundId))?.seq ?? 0
  const before = Math.max(0, head - newestMax)
  const newest = await store.read(fundId, before, newestMax)
  const lines = newest
    .toReversed()
    .map((row) => opened(row))
    .filter(isOwn)
  // What is older is looked for where the newest are too few: the account of an old member has thousands.
  const isEnough = before === 0 || lines.length >= shownMax
  for (const seq of isEnough
    ? []
    : await postedUntil(store, fundId, { ...whose, through: before })) {
    if (lines.length >= shownMax) break
    const [row] = await store.read(fundId, seq - 1, 1)
    lines.push(...(row ? [opened(row)].filter(isOwn) : []))
  }
  return lines.slice(0, shownMax)
}
