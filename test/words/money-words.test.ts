import { expect, test } from 'vitest'
import {
  currencyName,
  moneyInFigures,
  moneyInTable,
  moneyInWords,
  moneyWordParts,
} from '#src/words/locale.ts'

test('each currency is written with its sign where its country puts it', () => {
  expect(moneyInFigures({ amount: 125_000, currency: 'KHR' })).toBe('125,000\u202f៛')
  expect(moneyInFigures({ amount: 125_050, currency: 'USD' })).toBe('$1,250.50')
  expect(moneyInFigures({ amount: 125_050, currency: 'THB' })).toBe('฿1,250.50')
  expect(moneyInFigures({ amount: 125_000, currency: 'VND' })).toBe('125,000\u00a0₫')
  expect(moneyInFigures({ amount: 125_000, currency: 'LAK' })).toBe('₭125,000')
  expect(moneyInFigures({ amount: 125_000, currency: 'MMK' })).toBe('125,000\u00a0K')
})

test('a riel has no hundredths and a dollar always shows two', () => {
  expect(moneyInTable({ amount: 0, currency: 'KHR' })).toBe('0')
  expect(moneyInTable({ amount: 999, currency: 'KHR' })).toBe('999')
  expect(moneyInTable({ amount: 1_000, currency: 'KHR' })).toBe('1,000')
  expect(moneyInTable({ amount: 0, currency: 'USD' })).toBe('0.00')
  expect(moneyInTable({ amount: 5, currency: 'USD' })).toBe('0.05')
  expect(moneyInTable({ amount: 100_000_099, currency: 'USD' })).toBe('1,000,000.99')
})

test('an amount below zero carries its minus before the sign, and zero carries none', () => {
  expect(moneyInFigures({ amount: -125_000, currency: 'KHR' })).toBe('\u2212125,000\u202f៛')
  expect(moneyInFigures({ amount: -5, currency: 'USD' })).toBe('\u2212$0.05')
  expect(moneyInFigures({ amount: -0, currency: 'KHR' })).toBe('0\u202f៛')
})

test('the largest safe integer keeps every digit', () => {
  const money = { amount: Number.MAX_SAFE_INTEGER, currency: 'KHR' } as const
  expect(moneyInTable(money)).toBe('9,007,199,254,740,991')
})

test.each([0.5, Number.NaN, Infinity, 2 ** 53])('the amount %d is refused as a bug', (amount) => {
  expect(() => moneyInFigures({ amount, currency: 'KHR' })).toThrow(RangeError)
  expect(() => moneyInWords({ amount, currency: 'KHR' }, 'en')).toThrow(RangeError)
})

test('an amount of riel is said in both languages', () => {
  const money = { amount: 212_000, currency: 'KHR' } as const
  expect(moneyInWords(money, 'en')).toBe('two hundred and twelve thousand riel')
  expect(moneyInWords(money, 'km')).toBe('ពីរសែនមួយម៉ឺនពីរពាន់រៀល')
})

test('dollars and cents are said one after the other, with one of each in the singular', () => {
  expect(moneyInWords({ amount: 1_250, currency: 'USD' }, 'en')).toBe(
    'twelve dollars and fifty cents',
  )
  expect(moneyInWords({ amount: 1_250, currency: 'USD' }, 'km')).toBe('ដប់ពីរដុល្លារ ហាសិបសេន')
  expect(moneyInWords({ amount: 101, currency: 'USD' }, 'en')).toBe('one dollar and one cent')
  expect(moneyInWords({ amount: 7, currency: 'USD' }, 'en')).toBe('seven cents')
  expect(moneyInWords({ amount: 0, currency: 'USD' }, 'en')).toBe('zero dollars')
})

test('an amount below zero is said with a minus', () => {
  expect(moneyInWords({ amount: -500, currency: 'KHR' }, 'en')).toBe('minus five hundred riel')
  expect(moneyInWords({ amount: -500, currency: 'KHR' }, 'km')).toBe('ដក ប្រាំរយរៀល')
})

test('an amount too large for words keeps its figures', () => {
  const money = { amount: 1_000_000_000_000, currency: 'KHR' } as const
  expect(moneyInWords(money, 'en')).toBe('1,000,000,000,000 riel')
  expect(moneyInWords(money, 'km')).toBe('1,000,000,000,000 រៀល')
})

test('the parts of an amount in words put together are the amount in words', () => {
  for (const language of ['en', 'km'] as const) {
    for (const amount of [0, -77_777, 1_234_567]) {
      const money = { amount, currency: 'USD' } as const
      expect(moneyWordParts(money, language).join('')).toBe(moneyInWords(money, language))
    }
  }
})

test('every currency has a name in both languages', () => {
  const currencies = ['KHR', 'USD', 'THB', 'VND', 'LAK', 'MMK'] as const
  for (const currency of currencies) {
    expect(currencyName(currency, 'en')).toMatch(/^[a-z]+$/)
    expect(currencyName(currency, 'km')).toMatch(/^[\u1780-\u17d3]+$/)
  }
})
