import { type Currency, decimalsOf, latinDigits } from '#domain/kernel/money.ts'
import { moneyInTable } from '#src/words/locale.ts'
import { minus } from '#src/words/money-words.ts'

/** What is wrong with a number that was typed. The text itself is kept nowhere. */
export type NumberFault = 'missing' | 'not-digits' | 'zero' | 'too-large'

/** An amount that can still be said in words, and a number of shares that nobody buys at once. */
const amountDigitsMax = 12
const sharesDigitsMax = 6

const wholeNumber = (text: string, digitsMax: number): number | NumberFault => {
  const digits = latinDigits(text.trim())
  if (digits === '') return 'missing'
  if (!/^\d+$/.test(digits)) return 'not-digits'
  const significant = digits.replace(/^0+/, '')
  if (significant === '') return 'zero'
  return significant.length > digitsMax ? 'too-large' : Number(significant)
}

/**
 * An amount in smallest units, from digits of either script. A currency with small coins may be
 * written with a point and both of their digits; no other sign is ever guessed at.
 */
export const amountIn = (text: string, currency: Currency): number | NumberFault => {
  const decimals = decimalsOf(currency)
  if (decimals === 0) return wholeNumber(text, amountDigitsMax)
  const [whole = '', part, ...more] = latinDigits(text.trim()).split('.')
  if (more.length > 0 || (part !== undefined && !/^\d+$/.test(part))) return 'not-digits'
  if (whole === '' && part !== undefined) return 'not-digits'
  if (part !== undefined && part.length !== decimals) return 'not-digits'
  return whole === ''
    ? 'missing'
    : wholeNumber(whole + (part ?? '0'.repeat(decimals)), amountDigitsMax)
}

/** An amount as it is typed, so that `amountIn` reads the same amount again. */
export const amountTyped = (amount: number, currency: Currency): string =>
  moneyInTable({ amount, currency }).replaceAll(',', '').replace(minus, '-')

/** An amount, or zero; undefined for what is neither. */
export const amountOrZero = (text: string, currency: Currency): number | undefined => {
  const read = amountIn(text, currency)
  if (typeof read === 'number') return read
  return read === 'zero' ? 0 : undefined
}

/** The same, so typed that it is read as the same again. */
export const amountAgain = (text: string, currency: Currency): string | undefined => {
  const read = amountOrZero(text, currency)
  return read === undefined ? undefined : amountTyped(read, currency)
}

export const sharesIn = (text: string): number | NumberFault => wholeNumber(text, sharesDigitsMax)
