import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { Language } from '#src/words/catalogue.ts'
import { money as en } from '#src/words/en/money.ts'
import { money as km } from '#src/words/km/money.ts'
import { largestNumberInWords, numberWordParts, withUnit } from '#src/words/number-words.ts'

/** An amount as a safe integer of the currency's smallest unit used in the village. */
export type Money = { readonly amount: number; readonly currency: Currency }

type UnitNames = { readonly one: string; readonly many: string }

type Sign = { readonly sign: string; readonly comes: 'before' | 'after' }

const signs: Readonly<Record<Currency, Sign>> = {
  KHR: { sign: '\u202f៛', comes: 'after' },
  USD: { sign: '$', comes: 'before' },
  THB: { sign: '฿', comes: 'before' },
  VND: { sign: '\u00a0₫', comes: 'after' },
  LAK: { sign: '₭', comes: 'before' },
  MMK: { sign: '\u00a0K', comes: 'after' },
}

const wordings: Readonly<Record<Language, typeof en>> = { en, km }

const unitsOf = (currency: Currency, language: Language): UnitNames =>
  wordings[language].units[currency]

/** What hundredths are called; undefined where nobody counts in them. */
const partsOf = (currency: Currency, language: Language): UnitNames | undefined => {
  const parts: Partial<Readonly<Record<Currency, UnitNames>>> = wordings[language].parts
  return parts[currency]
}

/** Groups the digits of a whole number by thousands with a comma, in both languages alike. */
export const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** Writes a percentage as pages do: '−1.50 %'. */
export const percentInFigures = (percent: number): string =>
  `${minusSign(percent)}${Math.abs(percent).toFixed(2)} %`

const checked = (amount: number): number => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole amount.`)
  return amount
}

const figuresWithoutMinus = ({ amount, currency }: Money): string => {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(checked(amount))).padStart(decimals + 1, '0')
  if (decimals === 0) return groupDigits(digits)
  return `${groupDigits(digits.slice(0, -decimals))}.${digits.slice(-decimals)}`
}

/** A minus as wide as a plus, for people; what programs read has a hyphen. */
export const minus = '\u2212'
const minusSign = (amount: number): string => (amount < 0 ? minus : '')

/** Writes an amount without its sign of currency, for a column whose heading names it. */
export const moneyInTable = (money: Money): string =>
  `${minusSign(money.amount)}${figuresWithoutMinus(money)}`

/**
 * Writes what a sum was before it was rounded, such as '33333.33' smallest units, as a column writes it:
 * 33,333.33 riel, 333.3333 dollars. Never below zero.
 */
export const exactInTable = (exact: string, currency: Currency): string => {
  const decimals = decimalsOf(currency)
  const [units = '0', parts = ''] = exact.split('.')
  const digits = units.padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const after = `${digits.slice(point)}${parts}`
  return `${groupDigits(digits.slice(0, point))}${after === '' ? '' : `.${after}`}`
}

/** Writes an amount with its sign of currency where people of the country put it. */
export const moneyInFigures = (money: Money): string => {
  const { sign, comes } = signs[money.currency]
  const figures = figuresWithoutMinus(money)
  return minusSign(money.amount) + (comes === 'before' ? sign + figures : figures + sign)
}

/** Returns a currency's name as one says it of many, for the heading of a column. */
export const currencyName = (currency: Currency, language: Language): string =>
  unitsOf(currency, language).many

const counted = (count: number, names: UnitNames, language: Language): readonly string[] => {
  const name = count === 1 ? names.one : names.many
  if (count > largestNumberInWords)
    return [groupDigits(String(count)), language === 'km' ? ` ${name}` : name]
  const parts = numberWordParts(count, language)
  return language === 'km' ? withUnit(parts, name) : [...parts, name]
}

/** Whole units and hundredths of an amount, each as its parts; no hundredths, no second list. */
const saidUnits = ({ amount, currency }: Money, language: Language): readonly string[][] => {
  const parts = partsOf(currency, language)
  const decimals = decimalsOf(currency)
  const size = 10 ** decimals
  const whole = Math.floor(Math.abs(checked(amount)) / size)
  const part = Math.abs(amount) % size
  return [
    ...(whole > 0 || part === 0
      ? [[...counted(whole, unitsOf(currency, language), language)]]
      : []),
    ...(parts !== undefined && part > 0 ? [[...counted(part, parts, language)]] : []),
  ]
}

/**
 * Says an amount in words with its currency, in the parts that a line may be broken between; put
 * together they are what `moneyInWords` returns.
 */
export const moneyWordParts = (money: Money, language: Language): readonly string[] => {
  const { minus: less, and } = wordings[language]
  const between = language === 'km' ? '' : ' '
  const parts = saidUnits(money, language).flatMap((unit, index) =>
    index === 0 ? unit : [and, ...unit],
  )
  const all = money.amount < 0 ? [less, ...parts] : parts
  return all.map((part, index) => (index === 0 ? part : between + part))
}

/**
 * Says an amount in words with its currency. An amount too large for words keeps its figures, so
 * that a page never fails for being rich.
 */
export const moneyInWords = (money: Money, language: Language): string =>
  moneyWordParts(money, language).join('')
