import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { Language } from '#src/words/catalogue.ts'
import { largestNumberInWords, numberWordParts, withUnit } from '#src/words/number-words.ts'

/** An amount as a safe integer of the currency's smallest unit used in the village. */
export type Money = { readonly amount: number; readonly currency: Currency }

type UnitNames = { readonly one: string; readonly many: string }

type CurrencyStyle = {
  readonly sign: string
  readonly signComes: 'before' | 'after'
  readonly units: Readonly<Record<Language, UnitNames>>
  readonly parts?: Readonly<Record<Language, UnitNames>>
}

const same = (name: string): UnitNames => ({ one: name, many: name })

const styles: Readonly<Record<Currency, CurrencyStyle>> = {
  KHR: {
    sign: '៛',
    signComes: 'after',
    units: { en: same('riel'), km: same('រៀល') },
  },
  USD: {
    sign: '$',
    signComes: 'before',
    units: { en: { one: 'dollar', many: 'dollars' }, km: same('ដុល្លារ') },
    parts: { en: { one: 'cent', many: 'cents' }, km: same('សេន') },
  },
  THB: {
    sign: '฿',
    signComes: 'before',
    units: { en: same('baht'), km: same('បាត') },
    parts: { en: same('satang'), km: same('សាតាំង') },
  },
  VND: {
    sign: '\u00a0₫',
    signComes: 'after',
    units: { en: same('dong'), km: same('ដុង') },
  },
  LAK: {
    sign: '₭',
    signComes: 'before',
    units: { en: same('kip'), km: same('គីប') },
  },
  MMK: {
    sign: '\u00a0K',
    signComes: 'after',
    units: { en: same('kyat'), km: same('ចាត') },
  },
}

/** Groups the digits of a whole number by thousands with a comma, in both languages alike. */
export const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

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

const minus = (amount: number): string => (amount < 0 ? '-' : '')

/** Writes an amount without its sign of currency, for a column whose heading names it. */
export const moneyInTable = (money: Money): string =>
  `${minus(money.amount)}${figuresWithoutMinus(money)}`

/**
 * Writes what a sum was before it was rounded, such as '33333.33' smallest units, as a column writes it:
 * 33,333.33 riel, 333.3333 dollars. Never below nought.
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
  const { sign, signComes } = styles[money.currency]
  const figures = figuresWithoutMinus(money)
  return minus(money.amount) + (signComes === 'before' ? sign + figures : figures + sign)
}

/** Returns a currency's name as one says it of many, for the heading of a column. */
export const currencyName = (currency: Currency, language: Language): string =>
  styles[currency].units[language].many

const counted = (count: number, names: UnitNames, language: Language): readonly string[] => {
  const name = count === 1 ? names.one : names.many
  if (count > largestNumberInWords)
    return [groupDigits(String(count)), language === 'km' ? ` ${name}` : name]
  const parts = numberWordParts(count, language)
  return language === 'km' ? withUnit(parts, name) : [...parts, name]
}

/** Whole units and hundredths of an amount, each as its parts; no hundredths, no second list. */
const saidUnits = ({ amount, currency }: Money, language: Language): readonly string[][] => {
  const { units, parts } = styles[currency]
  const decimals = decimalsOf(currency)
  const size = 10 ** decimals
  const whole = Math.floor(Math.abs(checked(amount)) / size)
  const part = Math.abs(amount) % size
  return [
    ...(whole > 0 || part === 0 ? [[...counted(whole, units[language], language)]] : []),
    ...(parts !== undefined && part > 0 ? [[...counted(part, parts[language], language)]] : []),
  ]
}

/**
 * Says an amount in words with its currency, in the parts that a line may be broken between; put
 * together they are what `moneyInWords` returns.
 */
export const moneyWordParts = (money: Money, language: Language): readonly string[] => {
  const between = language === 'km' ? '' : ' '
  const parts = saidUnits(money, language).flatMap((unit, index) =>
    index === 0 ? unit : [language === 'km' ? ' ' : 'and', ...unit],
  )
  const all = money.amount < 0 ? [language === 'km' ? 'ដក ' : 'minus', ...parts] : parts
  return all.map((part, index) => (index === 0 ? part : between + part))
}

/**
 * Says an amount in words with its currency. An amount too large for words keeps its figures, so
 * that a page never fails for being rich.
 */
export const moneyInWords = (money: Money, language: Language): string =>
  moneyWordParts(money, language).join('')
