import { channels, ratePattern } from '#domain/fund/channels.ts'
import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { type Currency, currencyCodes } from '#domain/kernel/money.ts'
import { type Said, group, sumOrZero, text, uuid, whole, word } from '#domain/kernel/shape.ts'
import { type Checked, type CheckState, checkState } from '#domain/network/checked.ts'
import { country } from '#domain/network/places.ts'
import { publicName } from '#domain/network/public-texts.ts'
import { sourced } from '#domain/network/register/parties.ts'

const decimal = (code: string, example: string) => text(ratePattern, { code, example })

/** What sending money home by one way cost on a day: fee, rate and what is taken where it is paid out, each by itself. */
export const priceSays = {
  /** Where it is sent from. */
  country,
  channel: word(channels, 'channel-unknown'),
  /** Who carries it. */
  called: publicName,
  currency: word(currencyCodes as readonly [Currency, ...Currency[]], 'currency-unknown'),
  /** Of each sending, in the smallest unit of that currency. */
  fee: sumOrZero,
  /** And a part of it, in per cent. */
  feePercent: decimal('percent-unreadable', '1.5'),
  /** Riel for one of it. */
  rate: decimal('rate-unreadable', '118.5'),
  /** Riel that are taken where it is paid out. */
  payoutFee: sumOrZero,
  /** Until it is there. */
  hours: group(
    { least: whole(0, 2000, 'hours-out-of-range'), most: whole(0, 2000, 'hours-out-of-range') },
    'hours-out-of-range',
  ),
  ...sourced,
} as const

export const priceId = uuid('price')

export type TransferPrice = Said<typeof priceSays> & Checked & { readonly priceId: string }

/** A rate that is older than so many days is told as old: it moves every day. */
export const freshDays = 14

/** A price as it stands on a day. */
export type PriceOn = TransferPrice & { readonly checked: CheckState; readonly isStale: boolean }

type Prices = { readonly prices: Iterable<TransferPrice>; readonly goodForDays: number }

/** Every price that was not taken out, the latest first. */
export const allPrices = ({ prices, goodForDays }: Prices, today: LocalDate): readonly PriceOn[] =>
  [...prices]
    .filter(({ withdrawn }) => !withdrawn)
    .map((price) => {
      const checked = checkState(price, { today, goodForDays })
      return { ...price, checked, isStale: daysBetween(price.seenOn, today) > freshDays }
    })
    .toSorted((a, b) => (a.seenOn < b.seenOn ? 1 : a.seenOn > b.seenOn ? -1 : 0))

/** Of each way from a country the latest price that two stand behind; one that was looked at long ago is none. */
export const pricesShown = (all: Prices, today: LocalDate): readonly PriceOn[] => {
  const shown = new Map<string, PriceOn>()
  for (const price of allPrices(all, today)) {
    const key = [price.country, price.channel, price.currency, price.called].join('\n')
    if (price.checked === 'current' && !shown.has(key)) shown.set(key, price)
  }
  return [...shown.values()]
}
