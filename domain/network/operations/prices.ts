import { invalid, refused } from '#domain/kernel/decision.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import { homeCountry } from '#domain/network/places.ts'
import { priceId, priceSays } from '#domain/network/roads/prices.ts'
import type { Network } from '#domain/network/state.ts'
import { careStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const unknown = { code: 'price-unknown', at: '/priceId' }

const aboutPrice = (entry: { readonly priceId: string }) =>
  [{ kind: 'transfer-price', key: entry.priceId }] as const

/** Says what sending money home costs by one way; nobody is shown it until a second one of the staff has checked it. */
export const proposeTransferPrice = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeTransferPrice',
  entry: 'TransferPriceProposed',
  oneHand: 'sight',
  description:
    'Fee, rate and what is taken where it is paid out stand apart; the day is that of the source. Of two of one way the one with the latest source is shown.',
  asks: { priceId, ...priceSays },
  keeps: [
    'priceId',
    'country',
    'channel',
    'called',
    'currency',
    'fee',
    'feePercent',
    'rate',
    'payoutFee',
    'hours',
    'source',
    'seenOn',
    'document',
  ],
  decide: ({ prices }: Network, command) => {
    if (prices.has(command.priceId)) return refused('price-already-there')
    if (command.country === homeCountry) return refused('road-leads-nowhere')
    if (command.seenOn > command.effectiveOn) return invalid('source-in-the-future', '/seenOn')
    if (command.hours.most < command.hours.least)
      return invalid('hours-out-of-range', '/hours/most')
    if (Number(command.rate) === 0) return invalid('rate-unreadable', '/rate')
    return Number(command.feePercent) > 100 ? invalid('percent-unreadable', '/feePercent') : asSaid
  },
  about: aboutPrice,
})

export const checkTransferPrice = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckTransferPrice',
  entry: 'TransferPriceChecked',
  oneHand: 'decision',
  description:
    'Whoever entered it cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: { priceId, how: checkWay },
  keeps: ['priceId', 'how'],
  decide: ({ prices }: Network, { priceId: named, effectiveOn: on }) =>
    checkFault(prices.get(named), on, unknown) ?? asSaid,
  about: aboutPrice,
})

/** Taken out by one: a price that is not so any more sends people to where it is dear. */
export const withdrawTransferPrice = networkOperation({
  ...byOneOfTheTeam,
  command: 'WithdrawTransferPrice',
  entry: 'TransferPriceWithdrawn',
  oneHand: 'sight',
  asks: { priceId, why: withdrawalReason },
  keeps: ['priceId', 'why'],
  decide: ({ prices }: Network, { priceId: named, effectiveOn: on }) =>
    checkFault(prices.get(named), on, unknown) ?? asSaid,
  about: aboutPrice,
})
