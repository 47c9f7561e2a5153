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
type ShareFlag = 'more-shares-than-a-meeting-allows' | 'fewer-shares-than-a-meeting-asks'
export type SharesBought = OfMember<'SharesBought', ShareFlag> & {
  readonly shares: number
}
/** Free savings: any sum, beside the shares. */
export type SavingsDeposited = OfMember<'SavingsDeposited'>
export type SavingsWithdrawn = OfMember<'SavingsWithdrawn', 'more-than-saved'>
/** More than the charter asks may be a price for a loan by another name: a fact, and worth a question. */
type DearerFlag = 'more-than-the-charter-asks'
export type SocialContributionPaid = OfMember<'SocialContributionPaid', DearerFlag>
export type FinePaid = OfMember<'FinePaid', DearerFlag>
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
export type RecordDeposit = MemberCommand<'RecordDeposit'> & { readonly amount: number }
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

/** The limits are those of one meeting: what the member bought before on the same day counts. */
const shareFlags = ({ sharesPerMeeting }: Charter, thatDay: number): ShareFlag[] => [
  ...(thatDay > sharesPerMeeting.max ? (['more-shares-than-a-meeting-allows'] as const) : []),
  ...(thatDay < sharesPerMeeting.min ? (['fewer-shares-than-a-meeting-asks'] as const) : []),
]

/** The money is in the box already, so a breach of the meeting's limits is a flag. */
export const buyShares = (
  { charter, before }: { readonly charter: Charter; readonly before: number },
  command: BuyShares,
): Decision<SharesBought, never> => {
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
    flags: shareFlags(charter, before + shares),
    postings: transfer({
      from: `liability:savings:${memberId}`,
      to: 'asset:cash-box',
      amount,
      currency,
      on,
    }),
  })
}

/** Money that a member saves beside the shares, whatever the sum. */
export const recordDeposit = (
  currency: Currency,
  command: RecordDeposit,
): Decision<SavingsDeposited, never> => {
  const { memberId, amount, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const postings = transfer({
    from: `liability:savings:${memberId}`,
    to: 'asset:cash-box',
    amount,
    currency,
    on,
  })
  return recorded({ type: 'SavingsDeposited', v: 1, memberId, amount, flags: [], postings })
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

const dearer = (amount: number, most: number): DearerFlag[] =>
  amount > most ? ['more-than-the-charter-asks'] : []

/** The social fund is the members' own help in need: never lent, never shared out. */
export const recordSocialContribution = (
  { currency, socialPerMeeting }: Charter,
  command: RecordSocialContribution,
): Decision<SocialContributionPaid, never> => {
  const { memberId, amount } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const postings = intoSocialFund(currency, command)
  const flags = dearer(amount, socialPerMeeting)
  return recorded({ type: 'SocialContributionPaid', v: 1, memberId, amount, flags, postings })
}

/** Fines go to the social fund, so that nobody earns by them. */
export const recordFine = (
  { currency, absenceFine }: Charter,
  command: RecordFine,
): Decision<FinePaid, never> => {
  const { memberId, amount } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const postings = intoSocialFund(currency, command)
  const flags = dearer(amount, absenceFine)
  return recorded({ type: 'FinePaid', v: 1, memberId, amount, flags, postings })
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

/** Money that waited for its owner's word has got it: it is saved, or handed back. */
export type SuspenseReleased = OfMember<'SuspenseReleased', 'more-than-waited'> & {
  readonly to: 'savings' | 'cash'
}
export type ReleaseSuspense = MemberCommand<'ReleaseSuspense'> & {
  readonly amount: number
  readonly to: 'savings' | 'cash'
}

/** Saving it is a decision and can be refused; money handed back has left the box. */
export const releaseSuspense = (
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
