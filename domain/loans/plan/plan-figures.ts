/** How a figure is brought to whole steps; the mode and the step are named wherever one is. */
export type Rounding = {
  readonly mode: 'down' | 'up' | 'half-up' | 'half-even'
  readonly step: number
}

/** A part of a period or of a year: whole numbers, so that nothing is lost before the one rounding. */
export type Share = { readonly parts: number; readonly of: number }

export const wholeShare: Share = { parts: 1, of: 1 }

/** Not above another; both are small enough for their products to be exact. */
export const atMost = (share: Share, limit: Share): Share =>
  share.parts * limit.of <= limit.parts * share.of ? share : limit

/** A rate in per cent as a quotient of whole numbers: "1.5" is 15 / 1,000. Six decimals at most. */
export const rateOf = (percent: string): Share => {
  const [whole, decimals = ''] = percent.split('.')
  return { parts: Number(`${whole}${decimals}`), of: 100 * 10 ** decimals.length }
}

/** Whether one step more is taken, where `twice` what is left over is held against a whole step. */
const goesUp = (mode: Rounding['mode'], side: -1 | 0 | 1, isOdd: boolean): boolean => {
  if (mode === 'down') return false
  if (mode === 'up') return true
  return side === 0 ? mode === 'half-up' || isOdd : side > 0
}

/** A quotient of big whole numbers in whole steps, exactly. Neither is below zero. */
export const roundedQuotient = (
  numerator: bigint,
  denominator: bigint,
  { mode, step }: Rounding,
): number => {
  const divisor = denominator * BigInt(step)
  const quotient = numerator / divisor
  const rest = numerator - quotient * divisor
  if (rest === 0n) return Number(quotient) * step
  const twice = rest * 2n
  const side = twice < divisor ? -1 : twice > divisor ? 1 : 0
  return (Number(quotient) + (goesUp(mode, side, quotient % 2n === 1n) ? 1 : 0)) * step
}

/**
 * An estimate in whole steps, where its error cannot matter: it lies further from every step, and from every
 * half step, than it can be wrong. Undefined where that is not so, and only the exact quotient can tell.
 */
export const roundedIfSure = (
  estimate: number,
  error: number,
  { mode, step }: Rounding,
): number | undefined => {
  const steps = estimate / step
  const whole = Math.floor(steps)
  const rest = steps - whole
  const distance = Math.min(rest, Math.abs(rest - 0.5), 1 - rest)
  if (!(distance * step > error)) return undefined
  return (whole + (goesUp(mode, rest < 0.5 ? -1 : 1, false) ? 1 : 0)) * step
}

/**
 * `amount x a x b` in whole steps, exactly: in plain numbers while every product is a safe one, and in big
 * ones beyond that. Nothing here is below zero.
 */
export const roundedProduct = (amount: number, a: Share, b: Share, rounding: Rounding): number => {
  const numerator = amount * a.parts * b.parts
  const divisor = a.of * b.of * rounding.step
  if (numerator > Number.MAX_SAFE_INTEGER || divisor * 2 > Number.MAX_SAFE_INTEGER)
    return roundedQuotient(
      BigInt(amount) * BigInt(a.parts) * BigInt(b.parts),
      BigInt(a.of) * BigInt(b.of),
      rounding,
    )
  const rest = numerator % divisor
  const quotient = (numerator - rest) / divisor
  if (rest === 0) return quotient * rounding.step
  const side = Math.sign(rest * 2 - divisor) as -1 | 0 | 1
  return (quotient + (goesUp(rounding.mode, side, quotient % 2 === 1) ? 1 : 0)) * rounding.step
}

/**
 * Interest on what stood `parts` of a period and on what was repaid within it, in whole steps. Principal x
 * parts may be beyond the safe numbers.
 */
export const roundedWeight = (
  {
    owed,
    parts,
    repaidWeight,
  }: { readonly owed: number; readonly parts: number; readonly repaidWeight: number },
  rate: Share,
  { of, rounding }: { readonly of: number; readonly rounding: Rounding },
): number => {
  const weight = owed * parts + repaidWeight
  if (Math.max(weight, owed * parts) <= Number.MAX_SAFE_INTEGER)
    return roundedProduct(Math.max(weight, 0), rate, { parts: 1, of }, rounding)
  const exact = BigInt(owed) * BigInt(parts) + BigInt(repaidWeight)
  return roundedQuotient(exact * BigInt(rate.parts), BigInt(rate.of) * BigInt(of), rounding)
}
