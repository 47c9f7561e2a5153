import { Decimal } from 'decimal.js'

/** ISO code -> decimals that villages record, and the smallest sum that can change hands in cash. */
const currencies = {
  KHR: { decimals: 0, cashStep: 100 },
  USD: { decimals: 2, cashStep: 1 },
  THB: { decimals: 2, cashStep: 25 },
  VND: { decimals: 0, cashStep: 500 },
  LAK: { decimals: 0, cashStep: 500 },
  MMK: { decimals: 0, cashStep: 50 },
} as const

export type Currency = keyof typeof currencies

export const currencyCodes = Object.keys(currencies) as readonly Currency[]

export const isCurrency = (value: unknown): value is Currency =>
  typeof value === 'string' && Object.hasOwn(currencies, value)

/** Decimals recorded of a currency: 0 for KHR, whatever ISO 4217 says. */
export const decimalsOf = (currency: Currency): number => currencies[currency].decimals

/** The smallest sum that can be paid in notes or coins, in smallest recorded units. */
export const cashStepOf = (currency: Currency): number => currencies[currency].cashStep

/** No village moves as much at once; balances stay exact however many such sums are added up. */
export const amountMax = 999_999_999_999

/** A sum that may stand in an entry: a whole number of smallest units, above zero. */
export const isAmount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= amountMax

/** Like `isAmount`, zero allowed. */
export const isAmountOrZero = (value: unknown): value is number => value === 0 || isAmount(value)

const khmerZero = 0x17e0

/** Khmer digits (U+17E0 to U+17E9) as the Latin digits that the ledger stores. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - khmerZero))

/** Rounds down to a multiple of `step` smallest units. */
export const roundDown = (amount: Decimal.Value, step: number): number =>
  new Decimal(amount).div(step).floor().times(step).toNumber()

/** What each has of a sum, in whole smallest units; null among nobody. */
export const meanOf = (sum: number, among: number): number | null =>
  among === 0 ? null : Math.floor(sum / among)

/** `part` of `whole` in per cent with two decimals, half up; null when there is no base. */
export const percentOf = (part: Decimal.Value, whole: Decimal.Value): number | null =>
  new Decimal(whole).isZero()
    ? null
    : new Decimal(part).times(100).div(whole).toDecimalPlaces(2, Decimal.ROUND_HALF_CEIL).toNumber()

/** A decimal number between 0 and `max` that is safe to calculate with: "1.5", "0", "18.00". */
export const isRate = (value: unknown, max: number): value is string =>
  typeof value === 'string' && /^\d{1,3}(\.\d{1,6})?$/.test(value) && new Decimal(value).lte(max)

/** "12.50" as 1250 of a currency with two decimals; undefined where it holds a part of a unit, or no number. */
export const unitsOf = (text: string, decimals: number): number | undefined => {
  if (!/^-?\d{1,15}(\.\d{1,12})?$/.test(text)) return undefined
  const units = new Decimal(text).times(new Decimal(10).pow(decimals))
  return units.isInteger() && units.abs().lte(Number.MAX_SAFE_INTEGER)
    ? units.toNumber()
    : undefined
}

/** 1250 of a currency with two decimals as "12.50". */
export const decimalText = (units: number, decimals: number): string =>
  new Decimal(units).div(new Decimal(10).pow(decimals)).toFixed(decimals)
