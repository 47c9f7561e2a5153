/*
 * What a sum that is sent comes to in riel. Fee, rate and the day of the quote stand apart, so that none of them hides in
 * another; all is counted in whole numbers.
 */

/** A decimal number as a fraction: "118.5" is 1185 of 10. */
type Fraction = { readonly of: bigint; readonly in: bigint }

export const fractionOf = (text: string): Fraction => {
  const [whole = '0', parts = ''] = text.split('.')
  return { of: BigInt(whole + parts), in: 10n ** BigInt(parts.length) }
}

/** What a way of sending asks: a sum, a part in per cent, the rate, and what is taken where it is paid out. */
export type Price = {
  /** In the smallest unit of the currency that is sent. */
  readonly fee: number
  readonly feePercent: string
  /** Riel for one of the currency. */
  readonly rate: string
  /** Riel that are taken of what arrives. */
  readonly payoutFee: number
}

const hundred = 100n
const upwards = (of: bigint, by: bigint): bigint => (of + by - 1n) / by

/** The whole fee of a sum, in its smallest unit; a part of a unit is one. */
export const feeOf = (
  amount: number,
  { fee, feePercent }: Pick<Price, 'fee' | 'feePercent'>,
): number => {
  const percent = fractionOf(feePercent)
  return fee + Number(upwards(BigInt(amount) * percent.of, percent.in * hundred))
}

/** Riel for a sum of a currency with so many decimals, without a part of a riel. */
export const rielFor = (amount: number, rate: string, decimals: number): number => {
  const by = fractionOf(rate)
  return Number((BigInt(amount) * by.of) / (by.in * 10n ** BigInt(decimals)))
}

/** What is received in riel for all that is paid, the fee taken from it; nothing where the fee takes all. */
export const receivedOf = (paid: number, price: Price, decimals: number): number =>
  Math.max(
    rielFor(Math.max(paid - feeOf(paid, price), 0), price.rate, decimals) - price.payoutFee,
    0,
  )

/** What of a sum did not arrive, in hundredths of a per cent, rounded half up; undefined where nothing was to. */
export const lostOfAll = (all: number, arrived: number): number | undefined => {
  if (all <= 0) return undefined
  const lost = BigInt(all - arrived) * 10_000n
  const base = BigInt(all)
  const half = lost < 0n ? -base / 2n : base / 2n
  return Number((lost + half) / base)
}
