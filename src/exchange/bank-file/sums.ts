import { type Currency, latinDigits } from '#domain/kernel/money.ts'
import { readSum } from '#src/exchange/paper-book/cells.ts'
import type { FaultCode } from '#src/exchange/paper-book/faults.ts'

/** What a cell of money holds; nothing and a dash are no sum. */
type BankSum = { readonly amount: number | undefined } | { readonly fault: FaultCode }

/** Longer than any sum with its signs. */
const sumLengthMax = 40

const signs: Readonly<Record<Currency, RegExp>> = {
  KHR: /៛|រៀល|\b(?:khr|riels?)\b/gi,
  USD: /\$|ដុល្លារ|\busd\b/gi,
  THB: /฿|\bthb\b/gi,
  VND: /₫|\bvnd\b/gi,
  LAK: /₭|\blak\b/gi,
  MMK: /\bmmk\b/gi,
}

/** "1,200,000", "1 200 000" and "1.200.000" without what stands between thousands; undefined where it is none of them. */
const digitsOf = (text: string): string | undefined => {
  if (/^\d+(?:\.\d+)?$/.test(text)) return text
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '')
  if (/^\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(' ', '')
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? text.replaceAll('.', '') : undefined
}

/** A sum with its sign, in smallest units: a minus, or brackets, for what went out. */
export const bankSum = (text: string, currency: Currency): BankSum => {
  if (text.length > sumLengthMax) return { fault: 'bank-sum-unread' }
  const plain = latinDigits(text)
    .replaceAll(/[\u00a0\u202f\u200b]/g, ' ')
    .replaceAll(signs[currency], ' ')
    .trim()
  if (plain === '' || plain === '-' || plain === '–') return { amount: undefined }
  const [, open, sign, body, close] = /^(\()?\s*([-+−])?\s*([\d., ]+?)\s*(\))?$/.exec(plain) ?? []
  const digits = body === undefined ? undefined : digitsOf(body)
  if (digits === undefined || (open === undefined) !== (close === undefined))
    return { fault: 'bank-sum-unread' }
  const isOut = open !== undefined || sign === '-' || sign === '−'
  const read = readSum(digits, currency)
  if ('fault' in read)
    return { fault: read.fault === 'amount-not-a-number' ? 'bank-sum-unread' : read.fault }
  const amount = Number(read.value)
  return { amount: isOut && amount !== 0 ? -amount : amount }
}

const ins = ['in', 'cr', 'c', 'credit', 'received', '+', 'ចូល']
const outs = ['out', 'dr', 'd', 'debit', 'sent', '-', 'ចេញ']

/** Which way a line's money went, where a column says so. */
export const bankWay = (text: string): 1 | -1 | undefined => {
  const word = text.trim().normalize('NFC').toLowerCase()
  if (ins.includes(word)) return 1
  return outs.includes(word) ? -1 : undefined
}
