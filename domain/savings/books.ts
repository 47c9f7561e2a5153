import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Posted, balanceOfKind } from '#domain/ledger/balances.ts'
import type { SavingsShelf } from '#domain/savings/account.ts'
import type { ShareOuts, SharedOut } from '#domain/savings/deciding-share-out.ts'
import type { InterestShelf } from '#domain/savings/interest.ts'
import { type PrivateShelf, takeInPrivate, takeOutPrivate } from '#domain/savings/private.ts'
import {
  type Purse,
  type Queue,
  type Waiting,
  queueOf,
  takeInAsked,
  takeInCancelled,
} from '#domain/savings/queue.ts'
import type { SavingsBody } from '#domain/savings/said.ts'

/** What a village keeps of its savings. */
export type SavingsBooks = {
  readonly posted: Posted
  readonly savings: SavingsShelf
  readonly withdrawals: Queue
  readonly privates: PrivateShelf
  readonly shareOuts: ShareOuts
  readonly interests: InterestShelf
}

type Kind = Parameters<typeof balanceOfKind>[1]

/** What accounts of some kinds held through a day, as far as nothing has gone out of them since. */
const heldThrough = (posted: Posted, on: LocalDate, kinds: readonly Kind[]): number => {
  const held = (through?: LocalDate): number =>
    kinds.reduce((sum, kind) => sum + balanceOfKind(posted, kind, through), 0)
  return Math.min(held(on), held())
}

/** The same of what is owed or owned, where a credit is above nought. */
export const owedThrough = (posted: Posted, on: LocalDate, kinds: readonly Kind[]): number => {
  const owed = (through?: LocalDate): number =>
    kinds.reduce((sum, kind) => sum - balanceOfKind(posted, kind, through), 0)
  return Math.min(owed(on), owed())
}

/** What the fund could hand out of on a day. */
export const purseOn = (posted: Posted, on: LocalDate): Purse => {
  const most = (kinds: readonly Kind[]): number => 0 - heldThrough(posted, on, kinds)
  return {
    cash: heldThrough(posted, on, ['asset:cash-box', 'asset:bank', 'asset:wallet']),
    earmarked: most(['liability:social-fund', 'liability:grant-window', 'liability:suspense']),
    savings: most(['liability:savings', 'liability:private-savings']),
  }
}

/** Every request for savings, with what was handed out since. */
export const waitingIn = ({
  withdrawals,
  savings,
}: Pick<SavingsBooks, 'withdrawals' | 'savings'>): Waiting[] =>
  queueOf(withdrawals.values(), (memberId) => savings.get(memberId) ?? [])

type Sealed = { readonly id: EntryId; readonly on: LocalDate }

const takeInShareOut = (
  { shareOuts, withdrawals }: SavingsBooks,
  body: SharedOut,
  { id, on }: Sealed,
): void => {
  const { type: _, v: __, flags: ___, postings: ____, ballot: _____, ...plan } = body
  shareOuts.set(id, { ...plan, entryId: id, on })
  const day = body.expectedOn === undefined ? {} : { expectedOn: body.expectedOn }
  const reason = body.why === undefined ? {} : { why: body.why }
  for (const { memberId, payNow, queued } of body.rows) {
    const more = queued > 0 ? { ...day, ...reason } : {}
    const amount = payNow + queued
    const asked = { requestId: id, memberId, amount, askedOn: on, payNow, queued, ...more }
    if (amount > 0) takeInAsked(withdrawals, asked)
  }
}

/** Takes in what an entry says of savings beside the money that it moved, in place. */
export const takeInSavings = (books: SavingsBooks, body: SavingsBody, sealed: Sealed): void => {
  const { id, on } = sealed
  switch (body.type) {
    case 'WithdrawalRequested': {
      const { memberId, amount, payNow, queued, expectedOn, why } = body
      const more = { ...(expectedOn ? { expectedOn } : {}), ...(why ? { why } : {}) }
      const asked = { requestId: id, memberId, amount, askedOn: on, payNow, queued, ...more }
      return takeInAsked(books.withdrawals, asked)
    }
    case 'WithdrawalCancelled':
      return takeInCancelled(books.withdrawals, body, on)
    case 'PrivateSavingsMoved':
      return takeInPrivate(books.privates, body, sealed)
    case 'SharedOut':
      return takeInShareOut(books, body, sealed)
    case 'InterestOnSavingsPaid':
      return void books.interests.set(id, { entryId: id, from: body.from, to: body.to })
    case 'SuspenseReleased':
    case 'SavingsTakenOver':
    case 'SharesBought':
    case 'SavingsDeposited':
    case 'SavingsWithdrawn':
    case 'SavingsPaidToHeirs':
    case 'SocialContributionPaid':
    case 'FinePaid':
    case 'SocialSupportPaid':
      return
  }
}

/** What an entry said of savings is taken back with it, in place; its lines go by themselves. */
export const takeOutSavings = (
  { privates, shareOuts, interests, withdrawals }: Omit<SavingsBooks, 'posted' | 'savings'>,
  type: string,
  id: EntryId,
): void => {
  if (type === 'PrivateSavingsMoved') takeOutPrivate(privates, id)
  const shareOut = shareOuts.get(id)
  if (shareOut) shareOuts.set(id, { ...shareOut, isTakenBack: true })
  const interest = interests.get(id)
  if (interest) interests.set(id, { ...interest, isTakenBack: true })
  if (shareOut)
    for (const [key, { requestId, askedOn }] of withdrawals)
      if (requestId === id) withdrawals.set(key, { ...withdrawals.get(key)!, cancelledOn: askedOn })
}
