import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type Currency, isAmount } from '#domain/kernel/money.ts'
import type { Charter } from '#domain/fund/charter.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'

type OfMember<Type extends string, Flag extends string = never> = {
  readonly type: Type
  readonly v: 1
  readonly memberId: string
  readonly amount: number
  readonly flags: readonly Flag[]
  readonly postings: readonly Posting[]
}

export type SavingsTakenOver = OfMember<'SavingsTakenOver'>
export type SharesBought = OfMember<'SharesBought', 'more-shares-than-a-meeting-allows'> & {
  readonly shares: number
}
export type SavingsWithdrawn = OfMember<'SavingsWithdrawn', 'more-than-saved'>
export type SocialContributionPaid = OfMember<'SocialContributionPaid'>
export type FinePaid = OfMember<'FinePaid'>
export type SocialSupportPaid = {
  readonly type: 'SocialSupportPaid'
  readonly v: 1
  readonly amount: number
  readonly flags: readonly 'more-than-social-fund-holds'[]
  readonly postings: readonly Posting[]
}

type MemberCommand<Type extends string> = Envelope & {
  readonly type: Type
  readonly memberId: string
}
export type TakeOverSavings = MemberCommand<'TakeOverSavings'> & { readonly amount: number }
export type BuyShares = MemberCommand<'BuyShares'> & { readonly shares: number }
export type RecordWithdrawal = MemberCommand<'RecordWithdrawal'> & { readonly amount: number }
export type RecordSocialContribution = MemberCommand<'RecordSocialContribution'> & {
  readonly amount: number
}
export type RecordFine = MemberCommand<'RecordFine'> & { readonly amount: number }
export type RecordSocialSupport = Envelope & {
  readonly type: 'RecordSocialSupport'
  readonly amount: number
}

/** What a member had saved in the older book. */
export const takeOverSavings = (
  currency: Currency,
  command: TakeOverSavings,
): Decision<SavingsTakenOver, never> => {
  const { memberId, amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const postings = transfer({
    from: `liability:savings:${memberId}`,
    to: 'equity:takeover',
    amount,
    currency,
    on,
  })
  return recorded({ type: 'SavingsTakenOver', v: 1, memberId, amount, flags: [], postings })
}

/** The money is in the box already, so a breach of the meeting's limit is a flag. */
export const buyShares = (charter: Charter, command: BuyShares): Decision<SharesBought, never> => {
  const { memberId, shares, effectiveOn: on } = command
  if (!isAmount(shares) || !isAmount(shares * charter.shareValue))
    return invalid('shares-not-whole', '/shares')
  const { currency } = charter
  const amount = shares * charter.shareValue
  return recorded({
    type: 'SharesBought',
    v: 1,
    memberId,
    shares,
    amount,
    flags:
      shares > charter.sharesPerMeeting.max ? (['more-shares-than-a-meeting-allows'] as const) : [],
    postings: transfer({
      from: `liability:savings:${memberId}`,
      to: 'asset:cash-box',
      amount,
      currency,
      on,
    }),
  })
}

/** Savings that were handed back: a fact, flagged when the books say that there was less. */
export const recordWithdrawal = (
  { saved, currency }: { readonly saved: number; readonly currency: Currency },
  command: RecordWithdrawal,
): Decision<SavingsWithdrawn, never> => {
  const { memberId, amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  return recorded({
    type: 'SavingsWithdrawn',
    v: 1,
    memberId,
    amount,
    flags: amount > saved ? (['more-than-saved'] as const) : [],
    postings: transfer({
      from: 'asset:cash-box',
      to: `liability:savings:${memberId}`,
      amount,
      currency,
      on,
    }),
  })
}

const intoSocialFund = (
  currency: Currency,
  { amount, effectiveOn: on }: { amount: number; effectiveOn: string },
): Posting[] =>
  transfer({ from: 'liability:social-fund', to: 'asset:cash-box', amount, currency, on })

/** The social fund is the members' own help in need: never lent, never shared out. */
export const recordSocialContribution = (
  currency: Currency,
  command: RecordSocialContribution,
): Decision<SocialContributionPaid, never> => {
  const { memberId, amount } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const postings = intoSocialFund(currency, command)
  return recorded({ type: 'SocialContributionPaid', v: 1, memberId, amount, flags: [], postings })
}

/** Fines go to the social fund, so that nobody earns by them. */
export const recordFine = (currency: Currency, command: RecordFine): Decision<FinePaid, never> => {
  const { memberId, amount } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const postings = intoSocialFund(currency, command)
  return recorded({ type: 'FinePaid', v: 1, memberId, amount, flags: [], postings })
}

/** Help from the social fund. Whom it helped stays out of the journal. */
export const recordSocialSupport = (
  { held, currency }: { readonly held: number; readonly currency: Currency },
  command: RecordSocialSupport,
): Decision<SocialSupportPaid, never> => {
  const { amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  return recorded({
    type: 'SocialSupportPaid',
    v: 1,
    amount,
    flags: amount > held ? (['more-than-social-fund-holds'] as const) : [],
    postings: transfer({
      from: 'asset:cash-box',
      to: 'liability:social-fund',
      amount,
      currency,
      on,
    }),
  })
}

/** Everything that can be recorded about savings and the social fund. */
/** Money that waited for its owner's word has got it: it is saved, or handed back. */
export type SuspenseReleased = OfMember<'SuspenseReleased', 'more-than-waited'> & {
  readonly to: 'savings' | 'cash'
}
export type ReleaseSuspense = MemberCommand<'ReleaseSuspense'> & {
  readonly amount: number
  readonly to: 'savings' | 'cash'
}

/** Saving it is a decision and can be refused; money handed back has left the box. */
const releaseSuspense = (
  { waiting, currency }: { readonly waiting: number; readonly currency: Currency },
  command: ReleaseSuspense,
): Decision<SuspenseReleased, 'more-than-waits'> => {
  const { memberId, amount, to, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (to !== 'savings' && to !== 'cash') return invalid('word-unknown', '/to')
  const isTooMuch = amount > waiting
  if (isTooMuch && to === 'savings') return refused('more-than-waits')
  const postings = transfer({
    from: to === 'savings' ? `liability:savings:${memberId}` : 'asset:cash-box',
    to: `liability:suspense:${memberId}`,
    amount,
    currency,
    on,
  })
  const flags = isTooMuch ? (['more-than-waited'] as const) : []
  return recorded({ type: 'SuspenseReleased', v: 1, memberId, amount, to, flags, postings })
}

export type SavingsBody =
  | SuspenseReleased
  | SavingsTakenOver
  | SharesBought
  | SavingsWithdrawn
  | SocialContributionPaid
  | FinePaid
  | SocialSupportPaid

export type SavingsCommand =
  | ReleaseSuspense
  | TakeOverSavings
  | BuyShares
  | RecordWithdrawal
  | RecordSocialContribution
  | RecordFine
  | RecordSocialSupport

/** One decision a command; `saved` is the member's own, `socialFund` what the fund holds. */
export const decideSavings = (
  now: {
    readonly charter: Charter
    readonly saved: (memberId: string) => number
    readonly socialFund: () => number
    /** Money beyond a debt that waits for its owner's word. */
    readonly waiting: (memberId: string) => number
  },
  command: SavingsCommand,
): Decision<SavingsBody, 'more-than-waits'> => {
  const { charter, saved, socialFund, waiting } = now
  const { currency } = charter
  switch (command.type) {
    case 'TakeOverSavings':
      return takeOverSavings(currency, command)
    case 'BuyShares':
      return buyShares(charter, command)
    case 'RecordWithdrawal':
      return recordWithdrawal({ saved: saved(command.memberId), currency }, command)
    case 'RecordSocialContribution':
      return recordSocialContribution(currency, command)
    case 'RecordFine':
      return recordFine(currency, command)
    case 'ReleaseSuspense':
      return releaseSuspense({ waiting: waiting(command.memberId), currency }, command)
    case 'RecordSocialSupport':
      return recordSocialSupport({ held: socialFund(), currency }, command)
  }
}
