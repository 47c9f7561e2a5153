import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type AccountId, isAccountId } from '#domain/ledger/accounts.ts'

/**
 * One line of an entry. `amount` is signed, debit positive, in whole smallest units of the currency
 * (riel for KHR, cents for USD). `on` is the day whose books it belongs to.
 */
export type Posting = {
  readonly account: AccountId
  readonly amount: number
  readonly currency: Currency
  readonly on: LocalDate
}

const sumBy = (
  postings: readonly Posting[],
  key: (posting: Posting) => string,
): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const posting of postings) {
    const of = key(posting)
    sums.set(of, (sums.get(of) ?? 0) + posting.amount)
  }
  return sums
}

/** What is unsound about an entry's postings, in words for a developer; undefined when nothing is. */
export const unsound = (postings: readonly Posting[]): string | undefined => {
  for (const { amount, account } of postings) {
    if (!Number.isSafeInteger(amount) || amount === 0) return `unsound amount ${amount}`
    if (!isAccountId(account)) return `unknown account`
  }
  for (const [day, sum] of sumBy(postings, (p) => `${p.currency} ${p.on}`)) {
    if (sum !== 0) return `postings of ${day} sum to ${sum}`
  }
  return undefined
}

/** Throws when an entry is not sound: a bug in a room, never something a user did. */
export const assertSound = (postings: readonly Posting[]): void => {
  const fault = unsound(postings)
  if (fault !== undefined) throw new Error(fault)
}

/** Adds up lines of the same account, currency and day; leaves out what comes to zero. */
export const merged = (lines: readonly Posting[]): Posting[] => {
  const key = (p: Posting) => `${p.account} ${p.currency} ${p.on}`
  const sums = sumBy(lines, key)
  const first = new Map(lines.map((posting) => [key(posting), posting]))
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([line, amount]) => ({ ...first.get(line)!, amount }))
}

/** The postings that turn the books `before` into the books `after`. */
export const difference = (before: readonly Posting[], after: readonly Posting[]): Posting[] =>
  merged([...before.map((posting) => ({ ...posting, amount: -posting.amount })), ...after])

/** The two lines of money that goes from one account to another; none for a sum of zero. */
export const transfer = (
  sum: Omit<Posting, 'account'> & { readonly from: AccountId; readonly to: AccountId },
): Posting[] => {
  const { from, to, amount, currency, on } = sum
  if (amount === 0) return []
  return [
    { account: to, amount, currency, on },
    { account: from, amount: -amount, currency, on },
  ]
}
