import { recorded, refused } from '#domain/kernel/decision.ts'
import { described, id, optional, sum, whole, word } from '#domain/kernel/shape.ts'
import { accountOfPlace } from '#domain/fund/bank.ts'
import { placeElsewhere } from '#domain/fund/bank-lines.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { balanceOf, savedBy, waitingFor } from '#domain/ledger/balances.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import { boughtOn } from '#domain/savings/account.ts'
import { type Saving, heldOf } from '#domain/savings/saving.ts'

type Now = Pick<Saving, 'posted' | 'savings' | 'charter'>
type Moved = { readonly amount: number; readonly effectiveOn: string }
type Way = { readonly from: AccountId; readonly to: AccountId }

const moved = ({ charter }: Now, { amount, effectiveOn: on }: Moved, way: Way): Posting[] =>
  transfer({ ...way, amount, currency: charter.charter.currency, on })

const savingsOf = (memberId: string): AccountId => `liability:savings:${memberId}`

const plainly = {
  may: recordKeeper,
  second: 'none',
  minutes: 'on-the-sheet',
  isReversible: true,
} as const
const ofMember = { memberId: id('member'), amount: sum }
const kept = ['memberId', 'amount'] as const
const aboutMember = ({ memberId }: { readonly memberId: string }) =>
  [{ kind: 'member', key: memberId }] as const

/** What a member had saved in the older book. */
export const takeOverSavings = operation({
  ...plainly,
  command: 'TakeOverSavings',
  entry: 'SavingsTakenOver',
  oneHand: 'older-book',
  asks: ofMember,
  keeps: kept,
  minutes: 'of-the-old-book',
  decide: (now: Now, command) =>
    recorded({
      flags: [],
      postings: moved(now, command, { from: savingsOf(command.memberId), to: 'equity:takeover' }),
    }),
  about: aboutMember,
})

/** Times the dearest share that a charter can have, this is still a sum that can be counted on. */
const sharesMax = 9999

/** The money is in the box already, so a breach of the limits is a flag. They are those of one meeting, with what was bought before. */
export const buyShares = operation({
  ...plainly,
  command: 'BuyShares',
  entry: 'SharesBought',
  oneHand: 'sight',
  asks: { memberId: id('member'), shares: whole(1, sharesMax, 'shares-not-whole') },
  keeps: ['memberId', 'shares'],
  decide: (now: Now, { memberId, shares, effectiveOn }) => {
    const { shareValue, sharesPerMeeting } = now.charter.charter
    const amount = shares * shareValue
    const thatDay = boughtOn(now.savings.get(memberId) ?? [], effectiveOn) + shares
    const way = { from: savingsOf(memberId), to: 'asset:cash-box' } as const
    return recorded({
      amount,
      flags: flagsOf({
        'more-shares-than-a-meeting-allows': thatDay > sharesPerMeeting.max,
        'fewer-shares-than-a-meeting-asks': thatDay < sharesPerMeeting.min,
      }),
      postings: moved(now, { amount, effectiveOn }, way),
    })
  },
  about: aboutMember,
})

/** Money that a member saves beside the shares, whatever the sum. */
export const recordDeposit = operation({
  ...plainly,
  command: 'RecordDeposit',
  entry: 'SavingsDeposited',
  oneHand: 'sight',
  asks: { ...ofMember, place: placeElsewhere },
  keeps: [...kept, 'place'],
  decide: (now: Now, command) =>
    recorded({
      flags: [],
      postings: moved(now, command, {
        from: savingsOf(command.memberId),
        to: accountOfPlace(command.place ?? 'box'),
      }),
    }),
  about: aboutMember,
})

/** Part of it is what the owner stands with for a loan of somebody else. */
const isFromHeld = (
  { posted, pledgedBy }: Pick<Saving, 'posted' | 'pledgedBy'>,
  { memberId, amount, effectiveOn: on }: Moved & { readonly memberId: string },
): boolean => {
  const saved = savedBy(posted, memberId)
  const held = heldOf(saved, pledgedBy(memberId, on))
  return held > 0 && amount > saved - held
}

/** Savings that were handed back: a fact, flagged when the books say that there was less. */
export const recordWithdrawal = operation({
  ...plainly,
  command: 'RecordWithdrawal',
  entry: 'SavingsWithdrawn',
  oneHand: 'money',
  asks: { ...ofMember, ...byAnother },
  keeps: [...kept, 'approvedBy'],
  second: another,
  isTakenAlone: true,
  decide: (now: Now & Pick<Saving, 'pledgedBy'>, command) =>
    recorded({
      flags: flagsOf({
        'more-than-saved': command.amount > savedBy(now.posted, command.memberId),
        'from-held-savings': isFromHeld(now, command),
      }),
      postings: moved(now, command, { from: 'asset:cash-box', to: savingsOf(command.memberId) }),
    }),
  about: aboutMember,
})

const intoSocialFund = { from: 'liability:social-fund', to: 'asset:cash-box' } as const

/** More than the charter asks may be a price for a loan by another name: a fact, and worth a question. */
const dearer = (amount: number, most: number) =>
  flagsOf({ 'more-than-the-charter-asks': amount > most })

/** The social fund is the members' own help in need: never lent, never shared out. */
export const recordSocialContribution = operation({
  ...plainly,
  command: 'RecordSocialContribution',
  entry: 'SocialContributionPaid',
  oneHand: 'sight',
  asks: ofMember,
  keeps: kept,
  decide: (now: Now, command) =>
    recorded({
      flags: dearer(command.amount, now.charter.charter.socialPerMeeting),
      postings: moved(now, command, intoSocialFund),
    }),
  about: aboutMember,
})

/** What a fine is for. Nobody owes one: what is not paid is no debt, so that nothing has to be forgiven. */
export const fineReasons = ['absent', 'came-late', 'paid-late', 'other-rule'] as const
export type FineReason = (typeof fineReasons)[number]

/** Fines go to the social fund, so that nobody earns by them. */
export const recordFine = operation({
  ...plainly,
  command: 'RecordFine',
  entry: 'FinePaid',
  oneHand: 'sight',
  asks: {
    ...ofMember,
    reason: described(optional(word(fineReasons, 'reason-unknown')), 'What it is for'),
  },
  keeps: [...kept, 'reason'],
  decide: (now: Now, command) =>
    recorded({
      flags: dearer(command.amount, now.charter.charter.absenceFine),
      postings: moved(now, command, intoSocialFund),
    }),
  about: aboutMember,
})

/** Help from the social fund. Whom it helped stays out of the journal. */
export const recordSocialSupport = operation({
  ...plainly,
  command: 'RecordSocialSupport',
  entry: 'SocialSupportPaid',
  oneHand: 'money',
  asks: { amount: sum, ...byAnother },
  keeps: ['amount', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  decide: (now: Now, command) => {
    const held = 0 - balanceOf(now.posted, 'liability:social-fund')
    return recorded({
      flags: flagsOf({ 'more-than-social-fund-holds': command.amount > held }),
      postings: moved(now, command, { from: 'asset:cash-box', to: 'liability:social-fund' }),
    })
  },
  about: () => [],
})

/**
 * Money that waited for its owner's word has got it. Saving it is a decision and can be refused; money handed back has
 * left the box.
 */
export const releaseSuspense = operation({
  ...plainly,
  command: 'ReleaseSuspense',
  entry: 'SuspenseReleased',
  oneHand: 'money',
  asks: { ...ofMember, to: word(['savings', 'cash']), ...byAnother },
  keeps: ['memberId', 'amount', 'to', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  decide: (now: Now, command) => {
    const { memberId, amount, to, effectiveOn } = command
    const isTooMuch = amount > waitingFor(now.posted, memberId, effectiveOn)
    if (isTooMuch && to === 'savings') return refused('more-than-waits')
    return recorded({
      flags: flagsOf({ 'more-than-waited': isTooMuch }),
      postings: moved(now, command, {
        from: to === 'savings' ? savingsOf(memberId) : 'asset:cash-box',
        to: `liability:suspense:${memberId}`,
      }),
    })
  },
  about: aboutMember,
})
