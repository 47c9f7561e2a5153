/* Whole digits and how they are rounded, for the decimals of a phone. */

export const ten = (power: number): bigint => 10n ** BigInt(power)
export const size = (digits: bigint): bigint => (digits < 0n ? -digits : digits)
export const lengthOf = (digits: bigint): number => String(size(digits)).length

/** Ways of rounding, by the numbers that `decimal.js` gives them. */
export const [up, down, ceiling, floor, halfUp, , halfEven, halfCeiling] = [0, 1, 2, 3, 4, 5, 6, 7]

/** Whether a quotient goes one further from zero; `rest` is twice what is left of it, held against the divisor. */
const goesFurther = (
  whole: bigint,
  { rest, by, isBelow }: { readonly rest: bigint; readonly by: bigint; readonly isBelow: boolean },
  rounding: number,
): boolean => {
  if (rest === 0n) return false
  if (rounding === up) return true
  if (rounding === down) return false
  if (rounding === ceiling) return !isBelow
  if (rounding === floor) return isBelow
  if (rest !== by) return rest > by
  if (rounding === halfUp) return true
  return rounding === halfEven ? whole % 2n === 1n : !isBelow
}

/** Digits over a power of ten, rounded. */
export const shortened = (digits: bigint, places: number, rounding: number): bigint => {
  if (places <= 0) return digits * ten(-places)
  const by = ten(places)
  const isBelow = digits < 0n
  const whole = size(digits) / by
  const rest = 2n * (size(digits) % by)
  const further = whole + (goesFurther(whole, { rest, by, isBelow }, rounding) ? 1n : 0n)
  return isBelow ? -further : further
}

const written = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i

/** `odd` is what is no number of digits: endless, or none at all. */
export type Parts = {
  readonly digits: bigint
  readonly power: number
  readonly odd?: number | undefined
}

export const partsOf = (value: Parts | number | string): Parts => {
  if (typeof value === 'object') return value
  const text = String(value)
  const [, sign, before, after, power = '0'] = written.exec(text) ?? []
  if (before !== undefined && `${before}${after}` !== '')
    return {
      digits: BigInt(`${before}${after}`) * (sign === '-' ? -1n : 1n),
      power: Number(power) - after!.length,
    }
  if (text === 'NaN' || /^-?Infinity$/.test(text))
    return { digits: 0n, power: 0, odd: Number(text) }
  throw new Error('[DecimalError] Invalid argument')
}

/** In so many digits the package keeps its numbers together. */
const wordLength = 7

/** As many whole words of digits as are asked for, the first ones; whatever is cut leaves a mark in a last word that is empty. */
const inWords = ({ digits, power }: Parts, words: number): Parts => {
  const first = Math.floor((power + lengthOf(digits) - 1) / wordLength)
  const low = wordLength * (first - words + 1)
  const by = ten(Math.max(low - power, 0))
  const kept = digits / by
  return kept * by === digits ? { digits, power } : { digits: kept, power: low }
}

/** A number as often times itself as is said, by squares, and cut between them as the package cuts: to the digit it is the same. */
export const powered = (base: Parts, times: number, precision: number): Parts => {
  const words = Math.ceil(precision / wordLength + 4)
  let [square, all]: Parts[] = [base, { digits: 1n, power: 0 }]
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      const whole = { digits: all!.digits * square!.digits, power: all!.power + square!.power }
      all = inWords(whole, words)
      const isCut = all.power !== whole.power
      if (left === 1 && isCut && all.digits % ten(wordLength) === 0n)
        all = { ...all, digits: all.digits + (all.digits < 0n ? -1n : 1n) }
    }
    square = inWords({ digits: square!.digits ** 2n, power: 2 * square!.power }, words)
  }
  return all!
}
