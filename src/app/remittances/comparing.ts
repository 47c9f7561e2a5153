import type { Channel } from '#domain/fund/channels.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { PriceOn } from '#domain/network/roads/prices.ts'
import { feeOf, receivedOf } from '#domain/remittances/quote.ts'

/** What one way brings home of what is paid. */
export type Compared = {
  readonly called: string
  readonly channel: Channel
  readonly currency: Currency
  /** The whole fee of this sum, in its smallest unit. */
  readonly fee: number
  readonly rate: string
  /** Riel that are taken where it is paid out. */
  readonly payoutFee: number
  /** Riel that arrive. */
  readonly received: number
  readonly hours: PriceOn['hours']
  readonly source: PriceOn['source']
  readonly seenOn: string
  readonly isStale: boolean
}

const comparedBy = (price: PriceOn, paid: number): Compared => {
  const { called, channel, currency, rate, payoutFee, hours, source, seenOn, isStale } = price
  return {
    called,
    channel,
    currency,
    fee: feeOf(paid, price),
    rate,
    payoutFee,
    received: receivedOf(paid, price, decimalsOf(currency)),
    hours,
    source,
    seenOn,
    isStale,
  }
}

/** Ways of one currency by what arrives, the most first; what is old comes after all that is not. */
export const comparedPrices = (
  prices: readonly PriceOn[],
  { currency, paid }: { readonly currency: Currency; readonly paid: number },
): readonly Compared[] =>
  prices
    .filter((one) => one.currency === currency)
    .map((one) => comparedBy(one, paid))
    .toSorted(
      (a, b) =>
        Number(a.isStale) - Number(b.isStale) ||
        b.received - a.received ||
        (a.called < b.called ? -1 : 1),
    )
