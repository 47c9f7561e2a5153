/** By which way money goes home. */
export const channels = [
  'bank',
  'mobile-money',
  'money-transfer',
  'microfinance',
  'post',
  'by-hand',
  'broker',
] as const
export type Channel = (typeof channels)[number]

/** Riel for one of a currency, or a fee in per cent. */
export const ratePattern = /^\d{1,6}(\.\d{1,6})?$/
