import { isLocalDate } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf, isRate, latinDigits } from '#domain/kernel/money.ts'
import { isCode } from '#domain/fund/people/members.ts'
import type { Column } from '#src/exchange/paper-book/columns.ts'
import type { FaultCode } from '#src/exchange/paper-book/faults.ts'

type ReadCell = { readonly value: string | number | undefined } | { readonly fault: FaultCode }

/** The largest sum of one cell: a million such cells still add up exactly. */
const sumMax = 9_000_000_000

/** An amount in digits only, Latin or Khmer, as smallest units: "12.50" is 1250 cents, "12.500" could be either. */
export const readSum = (text: string, currency: Currency): ReadCell => {
  const digits = latinDigits(text)
  const decimals = decimalsOf(currency)
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits)
  if (!parts) return { fault: 'amount-not-a-number' }
  const [, minus, whole, fraction = ''] = parts
  // "10.000" is ten thousand where a dot stands between thousands, and ten where it stands before cents.
  if (fraction.length === 3) return { fault: 'amount-not-a-number' }
  if (minus) return { fault: 'amount-negative' }
  if (/[1-9]/.test(fraction.slice(decimals))) return { fault: 'amount-not-whole' }
  const amount = Number(`${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
  return amount > sumMax * 10 ** decimals ? { fault: 'amount-too-large' } : { value: amount }
}

const readWhole = (text: string): ReadCell => {
  const digits = latinDigits(text)
  return /^\d{1,9}$/.test(digits) ? { value: Number(digits) } : { fault: 'number-not-whole' }
}

/** A rate a month in per cent: no fund ever asked more than a hundred. */
const rateMax = 100

const readRate = (text: string): ReadCell => {
  const digits = latinDigits(text).replace(/%$/, '').trimEnd()
  return isRate(digits, rateMax) ? { value: digits } : { fault: 'rate-not-a-number' }
}

/** A rate of any period in per cent: a hundred a month is twelve hundred a year. */
const anyRateMax = 1200

const readAnyRate = (text: string): ReadCell => {
  const digits = latinDigits(text).replace(/%$/, '').trimEnd()
  return /^\d{1,4}(\.\d{1,6})?$/.test(digits) && Number(digits) <= anyRateMax
    ? { value: digits }
    : { fault: 'any-rate-not-a-number' }
}

/** Several words of a list in any order, with spaces, semicolons or plus signs between them. */
const readChoices = (text: string, choices: readonly string[]): ReadCell => {
  const words = text.toLowerCase().split(/[\s;,+]+/)
  return words.every((word) => choices.includes(word))
    ? { value: [...new Set(words)].join(' ') }
    : { fault: 'choice-unknown' }
}

const readDate = (text: string): ReadCell => {
  const digits = latinDigits(text)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(digits)) return { fault: 'date-format' }
  return isLocalDate(digits) ? { value: digits } : { fault: 'date-impossible' }
}

const readMonth = (text: string): ReadCell => {
  const digits = latinDigits(text)
  if (!/^\d{4}-\d{2}$/.test(digits)) return { fault: 'month-format' }
  return isLocalDate(`${digits}-01`) ? { value: digits } : { fault: 'date-impossible' }
}

/** Reads one cell by its column; the text is trimmed, Khmer digits count as digits. */
export const readCell = (text: string, column: Column, currency: Currency): ReadCell => {
  const trimmed = text.trim()
  if (trimmed.includes('\u0000')) return { fault: 'nul-character' }
  if (trimmed === '') return column.mayBeEmpty ? { value: undefined } : { fault: 'value-missing' }
  switch (column.kind) {
    case 'sum':
      return readSum(trimmed, currency)
    case 'whole':
      return readWhole(trimmed)
    case 'rate':
      return readRate(trimmed)
    case 'any-rate':
      return readAnyRate(trimmed)
    case 'date':
      return readDate(trimmed)
    case 'month':
      return readMonth(trimmed)
    case 'code': {
      const code = latinDigits(trimmed)
      return isCode(code) ? { value: code } : { fault: 'code-format' }
    }
    case 'text':
      return { value: trimmed }
    case 'yes-no': {
      const letter = trimmed.toLowerCase()
      return letter === 'y' || letter === 'n' ? { value: letter } : { fault: 'choice-unknown' }
    }
    case 'choices':
      return readChoices(trimmed, column.choices ?? [])
    case 'choice': {
      const written = latinDigits(trimmed).toLowerCase()
      const word = column.saidAs?.get(written) ?? written
      return column.choices?.includes(word) ? { value: word } : { fault: 'choice-unknown' }
    }
  }
}
