import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf, latinDigits } from '#domain/kernel/money.ts'
import { moneyInTable } from '#src/words/locale.ts'

/** What is wrong with a number that was typed. The text itself is kept nowhere. */
export type NumberFault = 'missing' | 'not-digits' | 'nought' | 'too-large'
export type DayFault = 'unknown' | 'in-the-future' | 'before-the-fund'

/** What a form was filled in with, as far as it could be read. */
export type Entered = {
  /** Made with the form, so that one form is counted once however often it is sent. */
  readonly id: string
  /** Of each field that could be read, what is read as the same again; of one that keeps its faults, what was typed. */
  readonly texts: ReadonlyMap<string, string>
  /** Of each field that could not, what is wrong with it, in words. */
  readonly faults: ReadonlyMap<string, string>
  readonly day: LocalDate | undefined
  readonly dayFault?: DayFault | undefined
}

/** A form that nobody has filled in yet, but for what is known before. */
export const emptyForm = (
  id: string,
  prefilled: Readonly<Record<string, string>> = {},
): Entered => ({
  id,
  texts: new Map(Object.entries(prefilled)),
  faults: new Map(),
  day: undefined,
})

/** An amount that can still be said in words, and a number of shares that nobody buys at once. */
const amountDigitsMax = 12
const sharesDigitsMax = 6

const wholeNumber = (text: string, digitsMax: number): number | NumberFault => {
  const digits = latinDigits(text.trim())
  if (digits === '') return 'missing'
  if (!/^\d+$/.test(digits)) return 'not-digits'
  const significant = digits.replace(/^0+/, '')
  if (significant === '') return 'nought'
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
  moneyInTable({ amount, currency }).replaceAll(',', '')

export const sharesIn = (text: string): number | NumberFault => wholeNumber(text, sharesDigitsMax)

/** The day that day, month and year name, in digits of either script. */
export const dayOf = (
  { day, month, year }: { readonly day: string; readonly month: string; readonly year: string },
  { today, openedOn }: { readonly today: LocalDate; readonly openedOn: LocalDate },
): { readonly day: LocalDate } | { readonly fault: DayFault } => {
  const [d, m, y] = [day, month, year].map((text) => latinDigits(text.trim()))
  const written = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`
  if (!isLocalDate(written)) return { fault: 'unknown' }
  if (written > today) return { fault: 'in-the-future' }
  return written < openedOn ? { fault: 'before-the-fund' } : { day: written }
}
