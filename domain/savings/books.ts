import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Posted, balanceOfKind } from '#domain/ledger/balances.ts'
import type { SavingsState } from '#domain/savings/account.ts'
import type { ShareOuts } from '#domain/savings/share-outs.ts'
import type { InterestState } from '#domain/savings/interest.ts'
import { type PrivateState, takeOutPrivate } from '#domain/savings/private.ts'
import { type CashAtHand, type Queue, type Waiting, queueOf } from '#domain/savings/queue.ts'

/** What a village keeps of its savings. */
export type SavingsBooks = {
  readonly posted: Posted
  readonly savings: SavingsState
  readonly withdrawals: Queue
  readonly privates: PrivateState
  readonly shareOuts: ShareOuts
  readonly interests: InterestState
}

type Kind = Parameters<typeof balanceOfKind>[1]

const cashKinds = ['asset:cash-box', 'asset:bank', 'asset:wallet'] as const
/** What is for one thing alone, or somebody's who has not said what for. */
const earmarkedKinds = [
  'liability:social-fund',
  'liability:grant-window',
  'liability:suspense',
] as const
const savedKinds = ['liability:savings', 'liability:private-savings'] as const

/** What accounts of some kinds held through a day, as far as nothing has gone out of them since. */
const heldThrough = (posted: Posted, on: LocalDate, kinds: readonly Kind[]): number => {
  const held = (through?: LocalDate): number =>
    kinds.reduce((sum, kind) => sum + balanceOfKind(posted, kind, through), 0)
  return Math.min(held(on), held())
}

/** The same of what is owed or owned, where a credit is above zero. */
export const owedThrough = (posted: Posted, on: LocalDate, kinds: readonly Kind[]): number => {
  const owed = (through?: LocalDate): number =>
    kinds.reduce((sum, kind) => sum - balanceOfKind(posted, kind, through), 0)
  return Math.min(owed(on), owed())
}

/** What the books say of a day itself, whatever has happened since. */
export const cashOnDay = (posted: Posted, on: LocalDate): CashAtHand => {
  const held = (kinds: readonly Kind[]): number =>
    kinds.reduce((sum, kind) => sum + balanceOfKind(posted, kind, on), 0)
  return {
    cash: held(cashKinds),
    earmarked: 0 - held(earmarkedKinds),
    savings: 0 - held(savedKinds),
  }
}

/** What the fund could hand out of on a day. */
export const cashAtHandOn = (posted: Posted, on: LocalDate): CashAtHand => {
  const most = (kinds: readonly Kind[]): number => 0 - heldThrough(posted, on, kinds)
  return {
    cash: heldThrough(posted, on, cashKinds),
    earmarked: most(earmarkedKinds),
    savings: most(savedKinds),
  }
}

/** Every request for savings, with what was handed out since. */
export const waitingIn = ({
  withdrawals,
  savings,
}: Pick<SavingsBooks, 'withdrawals' | 'savings'>): Waiting[] =>
  queueOf(withdrawals.values(), (memberId) => savings.get(memberId) ?? [])

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
