import { invalid, recorded, refused, refusedAbove } from '#domain/kernel/decision.ts'
import { cashStepOf, roundDown } from '#domain/kernel/money.ts'
import { type Said, described, id, mark, optional, whole } from '#domain/kernel/shape.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { ownWordFault } from '#domain/fund/second.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { proof, proofFault } from '#domain/loans/request/proof.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import {
  type Venturing,
  aboutHolder,
  cashOf,
  holdingsOf,
  openVenture,
  ventureId,
} from '#domain/ventures/venturing.ts'
import { isSelling, leavingWorth, ventureStanding } from '#domain/ventures/venture.ts'

/** So many see it where whoever buys or leaves has no PIN and no code. */
const witnessesMin = 2
const sharesMax = 9999

const byHolder = {
  ventureId,
  memberId: id('member'),
  approvedBy: described(
    id('member'),
    'Who says so by an own word, whose secret goes with it under `approvals`: the member herself (with an empty login), or a second officer where two others saw it',
  ),
  proof: optional(proof),
} as const

/** Why the word behind it is not the member’s own, nor a thumb on paper that two others and a second officer saw. */
const wordFault = (
  { members }: Venturing,
  told: Said<typeof byHolder> & { readonly effectiveOn: string },
) => {
  const { memberId, approvedBy } = told
  const isMember = (one: string): boolean => members.has(one)
  const badProof = proofFault(told.proof, { isMember, borrower: memberId })
  if (badProof !== undefined) return invalid('proof-cannot-hold', badProof)
  const unseconded = ownWordFault(members, told, memberId)
  if (unseconded) return unseconded
  const seen = told.proof?.witnesses?.length ?? 0
  return approvedBy !== memberId && seen < witnessesMin
    ? refused('own-act-not-witnessed')
    : undefined
}

/**
 * A member who has heard the rules puts money in. It is a decision and no fact: without the rules, beyond the most that one
 * may hold, or after the venture has begun there is no share, and the money goes back over the table.
 */
export const buyVentureShares = operation({
  command: 'BuyVentureShares',
  entry: 'VentureSharesBought',
  oneHand: 'sight',
  ownWord: true,
  beginsAnew: true,
  asks: {
    ...byHolder,
    shares: whole(1, sharesMax, 'shares-not-whole'),
    hasHeardRules: described(
      mark('rules-not-heard'),
      'The rules of the venture were read to her, and how money in it can be lost',
    ),
  },
  keeps: ['ventureId', 'memberId', 'shares', 'hasHeardRules', 'approvedBy', 'proof'],
  may: recordKeeper,
  second: ({ approvedBy }) => approvedBy,
  minutes: 'told',
  isReversible: true,
  decide: (now: Venturing, command) => {
    const { memberId, shares, effectiveOn: on } = command
    const venture = openVenture(now, command)
    if ('outcome' in venture) return venture
    const fault = wordFault(now, command)
    if (fault) return fault
    if (on < venture.foundedOn) return invalid('before-the-venture-began', '/effectiveOn')
    if (!isMemberOn(now.members.get(memberId)!, on)) return refused('not-a-member-now')
    if (!isSelling(venture)) return refused('venture-has-begun')
    const standing = ventureStanding(venture)
    const each = venture.sharesEach - (standing.holders.get(memberId) ?? 0)
    if (shares > each) return refused('venture-shares-for-one')
    if (shares > venture.sharesOffered - standing.shares) return refused('venture-shares-gone')
    const amount = shares * venture.sharePrice
    const way = { from: holdingsOf(venture), to: cashOf(venture) } as const
    return recorded({
      amount,
      flags: [],
      postings: transfer({ ...way, amount, currency: now.charter.currency, on }),
    })
  },
  about: aboutHolder,
})

/**
 * A holder leaves with all shares, at what the rules say, in cash that is there: no more than the book says that they are
 * worth, so that nobody who stays loses by it. Before the day of the rules nobody leaves, but by death or out of the fund.
 */
export const leaveVenture = operation({
  command: 'LeaveVenture',
  entry: 'VentureLeft',
  oneHand: 'carries-out',
  ownWord: true,
  asks: byHolder,
  keeps: ['ventureId', 'memberId', 'approvedBy', 'proof'],
  may: recordKeeper,
  second: ({ approvedBy }) => approvedBy,
  minutes: 'told',
  isReversible: true,
  decide: (now: Venturing, command) => {
    const { memberId, effectiveOn: on } = command
    const venture = openVenture(now, command)
    if ('outcome' in venture) return venture
    const standing = ventureStanding(venture)
    const shares = standing.holders.get(memberId)
    if (shares === undefined) return refused('holds-no-shares')
    const fault = wordFault(now, command)
    if (fault) return fault
    if (on < venture.leavesFrom && isMemberOn(now.members.get(memberId)!, on))
      return refused('venture-not-left-yet')
    // What is left would be nobody's: the meeting closes it.
    if (standing.holders.size === 1) return refused('last-of-the-venture')
    const amount = roundDown(
      shares * leavingWorth(venture, standing),
      cashStepOf(now.charter.currency),
    )
    if (amount > standing.cash) return refusedAbove('more-than-the-venture-has', standing.cash)
    const way = { from: cashOf(venture), to: holdingsOf(venture) } as const
    return recorded({
      shares,
      amount,
      flags: [],
      postings: transfer({ ...way, amount, currency: now.charter.currency, on }),
    })
  },
  about: aboutHolder,
})
