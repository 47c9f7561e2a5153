import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { amountMax } from '#domain/kernel/money.ts'
import { type Said, day, described, id, sum, whole, word } from '#domain/kernel/shape.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { chair } from '#domain/operations/may.ts'
import { asSaid, operation } from '#domain/operations/operation.ts'
import {
  type Venturing,
  aboutVenture,
  byMeeting,
  cashOf,
  holdingsOf,
  openVenture,
  partsOf,
  undecided,
  ventureId,
} from '#domain/ventures/venturing.ts'
import {
  holdersMin,
  leavingValues,
  ventureKinds,
  ventureStanding,
} from '#domain/ventures/venture.ts'

const sharesMax = 9999

const asks = {
  ventureId,
  kind: word(ventureKinds, 'kind-unknown'),
  sharePrice: sum,
  sharesOffered: whole(holdersMin, sharesMax, 'shares-not-whole'),
  sharesEach: described(
    whole(1, sharesMax, 'shares-not-whole'),
    'The most that one person holds: a quarter of what is offered, or less',
  ),
  leavesFrom: described(day, 'From this day on a holder may leave'),
  leavingValue: described(
    word(leavingValues, 'leaving-value-unknown'),
    'What whoever leaves is paid for a share: what the book says that it is worth, or never more than what was paid for it',
  ),
  endsOn: day,
  cashKeeper: described(id('member'), 'Who keeps its cash, apart from the box of the fund'),
  bookKeeper: described(id('member'), 'Who keeps its paper book: somebody else'),
  ...byMeeting,
}

/** What cannot be in the rules of a venture; undefined where they can hold. */
const rulesFault = (
  { members, ventures }: Venturing,
  told: Said<typeof asks> & { readonly effectiveOn: string },
) => {
  const { sharePrice, sharesOffered, sharesEach, effectiveOn: on } = told
  if (ventures.has(told.ventureId)) return invalid('venture-already-there', '/ventureId')
  if (sharesEach * holdersMin > sharesOffered) return invalid('one-holds-too-much', '/sharesEach')
  if (sharePrice * sharesOffered > amountMax) return invalid('amount-too-large', '/sharePrice')
  if (told.endsOn <= on) return invalid('venture-days-cannot-hold', '/endsOn')
  if (told.leavesFrom < on || told.leavesFrom > told.endsOn)
    return invalid('venture-days-cannot-hold', '/leavesFrom')
  for (const keeper of ['cashKeeper', 'bookKeeper'] as const) {
    const member = members.get(told[keeper])
    if (!member || !isMemberOn(member, on)) return invalid('member-unknown', `/${keeper}`)
  }
  return told.cashKeeper === told.bookKeeper
    ? invalid('keepers-the-same', '/bookKeeper')
    : undefined
}

/** The meeting founds a venture by rules that were read out first. They never change: who wants others closes it and founds another. */
export const foundVenture = operation({
  command: 'FoundVenture',
  entry: 'VentureFounded',
  oneHand: 'decision',
  beginsAnew: true,
  description:
    'A pot for one purpose, with cash and a book of its own, that is no part of savings or loans. What it loses is lost by its holders, each by the shares, down to nothing and never from savings; what it earns is shared by the shares',
  asks,
  keeps: [
    'ventureId',
    'kind',
    'sharePrice',
    'sharesOffered',
    'sharesEach',
    'leavesFrom',
    'leavingValue',
    'endsOn',
    'cashKeeper',
    'bookKeeper',
    'votes',
    'confirmedBy',
  ],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (now: Venturing, command) =>
    rulesFault(now, command) ?? undecided(now, command) ?? asSaid,
  about: aboutVenture,
})

/** The meeting ends a venture that has sold its goods: what is left is shared out to the last unit by the shares. */
export const closeVenture = operation({
  command: 'CloseVenture',
  entry: 'VentureClosed',
  oneHand: 'carries-out',
  description: 'What its goods brought, or that they are lost, is written down before',
  asks: { ventureId, ...byMeeting },
  keeps: ['ventureId', 'votes', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: true,
  decide: (now: Venturing, command) => {
    const venture = openVenture(now, command)
    if ('outcome' in venture) return venture
    const standing = ventureStanding(venture)
    if (standing.goods > 0) return refused('venture-has-goods')
    const lost = undecided(now, command)
    if (lost) return lost
    const { cash: amount } = standing
    const way = { from: cashOf(venture), to: holdingsOf(venture) } as const
    return recorded({
      amount,
      parts: partsOf(now, standing, amount),
      flags: [],
      postings: transfer({
        ...way,
        amount,
        currency: now.charter.currency,
        on: command.effectiveOn,
      }),
    })
  },
  about: aboutVenture,
})
