import type { LocalDate } from '#domain/kernel/dates.ts'
import { type AccountId, type AccountKind, kindOf } from '#domain/ledger/accounts.ts'
import type { Posting } from '#domain/ledger/posting.ts'

/** Account -> day -> what was posted on it; smallest units, debit positive. */
export type Posted = Map<AccountId, Map<LocalDate, number>>

/** Adds a posting, in place. */
export const post = (posted: Posted, { account, on, amount }: Posting): void => {
  const days = posted.get(account) ?? new Map<LocalDate, number>()
  days.set(on, (days.get(on) ?? 0) + amount)
  posted.set(account, days)
}

/** An account's balance through a day, or of all that was ever posted. */
export const balanceOf = (posted: Posted, account: AccountId, through?: LocalDate): number => {
  let sum = 0
  for (const [on, amount] of posted.get(account) ?? []) if (!through || on <= through) sum += amount
  return sum
}

/** What a member has saved through a day, or in all. */
export const savedBy = (posted: Posted, memberId: string, through?: LocalDate): number =>
  0 - balanceOf(posted, `liability:savings:${memberId}`, through)

/** What waits for a member's word on a day, and has not been given out since. */
export const waitingFor = (posted: Posted, memberId: string, on: LocalDate): number => {
  const account = `liability:suspense:${memberId}` as const
  return 0 - Math.max(balanceOf(posted, account, on), balanceOf(posted, account))
}

/** What all accounts of a kind come to through a day, or in all. */
export const balanceOfKind = (posted: Posted, kind: AccountKind, through?: LocalDate): number => {
  let sum = 0
  for (const account of posted.keys())
    if (kindOf(account) === kind) sum += balanceOf(posted, account, through)
  return sum
}
