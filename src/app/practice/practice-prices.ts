import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { PriceCommand } from '#domain/operations/network.ts'

type Price = Omit<
  Extract<PriceCommand, { readonly type: 'ProposeTransferPrice' }>,
  'id' | 'v' | 'type' | 'effectiveOn' | 'priceId' | 'seenOn'
> & { readonly daysAgo: number }

const invented = {
  source: 'seen-by-us',
  document: 'Invented for practice',
  country: 'TH',
  currency: 'THB',
} as const

const prices: readonly Price[] = [
  {
    ...invented,
    channel: 'bank',
    called: 'Bank of the Long Road',
    fee: 15_000,
    feePercent: '0.25',
    rate: '119.1',
    payoutFee: 0,
    hours: { least: 24, most: 72 },
    daysAgo: 2,
  },
  {
    ...invented,
    channel: 'money-transfer',
    called: 'Quick Crossing',
    fee: 10_000,
    feePercent: '0',
    rate: '118.5',
    payoutFee: 2000,
    hours: { least: 1, most: 4 },
    daysAgo: 1,
  },
  {
    ...invented,
    channel: 'mobile-money',
    called: 'Phone to Phone',
    fee: 3500,
    feePercent: '0.5',
    rate: '117.8',
    payoutFee: 4000,
    hours: { least: 0, most: 1 },
    daysAgo: 1,
  },
  {
    ...invented,
    channel: 'broker',
    called: 'Somebody at the market',
    fee: 0,
    feePercent: '3',
    rate: '116',
    payoutFee: 0,
    hours: { least: 2, most: 48 },
    daysAgo: 40,
  },
]

/** What sending money home costs in an invented network, and what a second one has held against it. */
export const practicePrices = (
  ids: () => string,
  today: LocalDate,
): { readonly entered: readonly NetworkCommand[]; readonly checked: readonly NetworkCommand[] } => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const asked = prices.map(({ daysAgo, ...said }) => ({
    priceId: ids(),
    seenOn: daysAfter(today, -daysAgo),
    ...said,
  }))
  return {
    entered: asked.map((said) => ({
      ...envelope(),
      type: 'ProposeTransferPrice' as const,
      ...said,
    })),
    checked: asked.map(({ priceId }) => ({
      ...envelope(),
      type: 'CheckTransferPrice' as const,
      priceId,
      how: 'called' as const,
    })),
  }
}
