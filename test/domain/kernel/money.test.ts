import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cashStepOf,
  decimalText,
  decimalsOf,
  isAmount,
  isAmountOrZero,
  isCurrency,
  isRate,
  latinDigits,
  meanOf,
  percentOf,
  roundDown,
  unitsOf,
} from '#domain/kernel/money.ts'

test('riel, dong, kip and kyat have no decimals in a village, dollars and baht have two', () => {
  const currencies = ['KHR', 'USD', 'THB', 'VND', 'LAK', 'MMK'] as const
  expect(currencies.map(decimalsOf)).toEqual([0, 2, 2, 0, 0, 0])
  expect(currencies.map(cashStepOf)).toEqual([100, 1, 25, 500, 500, 50])
  expect(currencies.every(isCurrency)).toBe(true)
  expect(['EUR', 'khr', '', 'toString', '__proto__', undefined, ['KHR']].some(isCurrency)).toBe(
    false,
  )
})

test('an amount is a whole number above zero that a computer holds exactly', () => {
  expect([1, 100, 999_999_999_999].every(isAmount)).toBe(true)
  const none = [0, -1, 0.5, 1_000_000_000_000, 2 ** 53, Number.NaN, Infinity, '100', null]
  expect(none.filter(isAmount)).toEqual([])
  expect([0, 1, 999_999_999_999].every(isAmountOrZero)).toBe(true)
  expect([-1, -100, 0.5, '0', undefined].some(isAmountOrZero)).toBe(false)
})

test('Khmer digits are read as the numbers they are, and the rest stays as it was', () => {
  expect(latinDigits('០១២៣៤៥៦៧៨៩')).toBe('0123456789')
  expect(latinDigits('៥០,០០០ ៛ (50)')).toBe('50,000 ៛ (50)')
  fc.assert(
    fc.property(fc.nat(), (n) => {
      const khmer = [...String(n)].map((digit) => String.fromCodePoint(0x17e0 + Number(digit)))
      expect(latinDigits(khmer.join(''))).toBe(String(n))
    }),
  )
})

test('a sum rounded down to a step is the largest multiple of it that is not above the sum', () => {
  expect([0, 99, 100, 199, 7_549, 83_333].map((sum) => roundDown(sum, 100))).toEqual([
    0, 0, 100, 100, 7_500, 83_300,
  ])
  expect(roundDown('6749.999999', 100)).toBe(6_700)
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 10_000 }), (sum, step) => {
      expect(roundDown(sum, step)).toBe(sum - (sum % step))
    }),
  )
})

test('what each has of a sum is a whole unit too few rather than too many, and among nobody there is none', () => {
  expect([meanOf(100, 3), meanOf(99, 3), meanOf(-100, 3)]).toEqual([33, 33, -34])
  expect(meanOf(5, 0)).toBeNull()
})

test('a share in per cent has two decimals, a half goes up also below zero, and of nothing there is none', () => {
  expect(percentOf(1, 3)).toBe(33.33)
  expect(percentOf(2, 3)).toBe(66.67)
  expect(percentOf(12_345, 1_000_000)).toBe(1.23)
  expect(percentOf(12_350, 1_000_000)).toBe(1.24)
  expect(percentOf(1_005, 100_000)).toBe(1.01)
  expect(percentOf(5, 100_000)).toBe(0.01)
  expect(percentOf(4, 100_000)).toBe(0)
  expect(percentOf(-12_350, 1_000_000)).toBe(-1.23)
  expect(percentOf(-12_351, 1_000_000)).toBe(-1.24)
  expect(percentOf(0, 7)).toBe(0)
  expect(percentOf(5, 0)).toBe(null)
})

test('every share of a sum is what long division gives', () => {
  const whole = fc.integer({ min: 1, max: 10 ** 10 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 10 }), whole, (part, of) => {
      const hundredths = (BigInt(part) * 20_000n + BigInt(of)) / (2n * BigInt(of))
      expect(percentOf(part, of)).toBe(Number(hundredths) / 100)
    }),
  )
})

test('a rate is a decimal number of at most six places, between zero and its limit', () => {
  expect(['0', '1.5', '18.00', '100', '0.937500'].every((rate) => isRate(rate, 100))).toBe(true)
  const bad = ['', '-1', '1,5', '.5', '1.', '1e2', '1.0000001', '100.01', '1000', ' 1', 'NaN']
  expect(bad.filter((rate) => isRate(rate, 100))).toEqual([])
  expect(isRate(1.5, 100)).toBe(false)
  expect(['99.999999', '100', '100.000001'].map((rate) => isRate(rate, 100))).toEqual([
    true,
    true,
    false,
  ])
})

test.each<readonly [string, number, number | undefined]>([
  ['12.50', 2, 1_250],
  ['12.5', 2, 1_250],
  ['12', 2, 1_200],
  ['0', 2, 0],
  ['-0.01', 2, -1],
  ['1500', 0, 1_500],
  ['1500.00', 0, 1_500],
  // A part of a unit, of riel or of cents.
  ['12.505', 2, undefined],
  ['1500.5', 0, undefined],
  // The largest whole number that a computer holds exactly, above and below zero, and one more.
  ['90071992547409.91', 2, 9_007_199_254_740_991],
  ['90071992547409.92', 2, undefined],
  ['-90071992547409.91', 2, -9_007_199_254_740_991],
  ['-90071992547409.92', 2, undefined],
  ['999999999999999', 0, 999_999_999_999_999],
  ['1000000000000000', 0, undefined],
  ['1.000000000000', 0, 1],
  ['1.0000000000000', 0, undefined],
  ['', 2, undefined],
  ['.5', 2, undefined],
  ['5.', 2, undefined],
  ['1,5', 2, undefined],
  [' 1', 2, undefined],
  ['1 ', 2, undefined],
  ['1e2', 2, undefined],
  ['--1', 2, undefined],
])('"%s" with %i decimals is %s of the smallest unit', (text, decimals, units) => {
  expect(unitsOf(text, decimals)).toBe(units)
})

test('a sum is written with the decimals of its currency, and reads back as that sum', () => {
  expect([0, 5, 1_250, -1, 100].map((units) => decimalText(units, 2))).toEqual([
    '0.00',
    '0.05',
    '12.50',
    '-0.01',
    '1.00',
  ])
  expect([0, 1_500, -7].map((units) => decimalText(units, 0))).toEqual(['0', '1500', '-7'])
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.constantFrom(0, 2), (n, of) => {
      expect(unitsOf(decimalText(n, of), of)).toBe(n)
    }),
  )
})
