import { invalid, recorded } from '#domain/kernel/decision.ts'
import { optional, sum } from '#domain/kernel/shape.ts'
import { type CashPlace, accountOfPlace } from '#domain/fund/bank.ts'
import type { Granting } from '#domain/grants/granting.ts'
import { windowId } from '#domain/grants/grants.ts'
import {
  type GrantAccount,
  type GrantPosting,
  type Support,
  isAwarded,
  paidOn,
  placeOfMoney,
  supportCode,
} from '#domain/grants/support.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const outOf = (
  { currency }: Pick<Granting, 'currency'>,
  {
    windowId: of,
    amount,
    from,
    on,
  }: {
    readonly windowId: string
    readonly amount: number
    readonly from: CashPlace
    readonly on: string
  },
): readonly GrantPosting[] => {
  const place = accountOfPlace(from) as GrantAccount
  const window = `liability:grant-window:${of}` as const
  return [
    { account: window, amount, currency, on },
    { account: place, amount: -amount, currency, on },
  ]
}

/** Rules that a payment breaks; it has happened, so they are told and stop nothing. */
const broken = (
  { held, meetings }: Pick<Granting, 'held' | 'meetings'>,
  support: Support,
  { amount, effectiveOn: on }: { readonly amount: number; readonly effectiveOn: string },
) => {
  const paid = paidOn(support) + amount
  const isLast = paid >= support.amount
  return flagsOf({
    'window-overspent': amount > held(support.windowId),
    'paid-without-decision': !isAwarded(support),
    'above-award': paid > support.amount,
    // Where there are parts, something is to be shown before the last of them.
    'conditions-open':
      isLast && support.parts > 1 && !support.conditionsMetOn && isAwarded(support),
    // What the team brought is handed to the team, whatever it is for, and not where everybody looks on.
    'paid-at-a-meeting': support.broughtBy === 'team' && meetings.get(on)?.opening !== undefined,
  })
}

/** Where the money lay; the box where nothing is said. */
const from = optional(placeOfMoney)

/** A part of a grant was paid out. */
export const recordSupportPart = operation({
  command: 'RecordSupportPart',
  entry: 'SupportPartPaid',
  oneHand: 'carries-out',
  asks: { code: supportCode, amount: sum, from },
  keeps: ['code', 'amount'],
  may: recordKeeper,
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: true,
  decide: (now: Pick<Granting, 'supports' | 'held' | 'meetings' | 'currency'>, command) => {
    const { code, amount, from: place = 'box', effectiveOn: on } = command
    const support = now.supports.get(code)
    if (!support) return invalid('support-unknown', '/code')
    const { windowId: of } = support
    return recorded({
      windowId: of,
      from: place,
      flags: broken(now, support, command),
      postings: outOf(now, { windowId: of, amount, from: place, on }),
    })
  },
  about: ({ code: key }) => [{ kind: 'support', key }],
})

/** What is left of a donor's money went back to the donor. */
export const returnDonation = operation({
  command: 'ReturnDonation',
  entry: 'DonationReturned',
  oneHand: 'money',
  asks: { windowId, amount: sum, from, ...byAnother },
  keeps: ['windowId', 'amount', 'approvedBy'],
  may: recordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  isReversible: true,
  decide: (now: Pick<Granting, 'held' | 'currency'>, command) => {
    const { windowId: of, amount, from: place = 'box', effectiveOn: on } = command
    return recorded({
      from: place,
      flags: flagsOf({ 'window-overspent': amount > now.held(of) }),
      postings: outOf(now, { windowId: of, amount, from: place, on }),
    })
  },
  about: ({ windowId: key }) => [{ kind: 'window', key }],
})
