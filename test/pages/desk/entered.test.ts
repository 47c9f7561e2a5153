import { expect, test } from 'vitest'
import { amountIn, amountTyped, dayOf, sharesIn } from '#src/desk/entered.ts'

test('an amount is read from digits of either script, and from nothing else', () => {
  expect(
    ['212000', '២១២០០០', ' 212000 ', '0212000', '២12០០០'].map((t) => amountIn(t, 'KHR')),
  ).toEqual([212_000, 212_000, 212_000, 212_000, 212_000])
  for (const text of ['212,000', '212.000', '212 000', '-5', '+5', '5e3', '٣', '５', '½', 'x'])
    expect(amountIn(text, 'KHR')).toBe('not-digits')
  expect([amountIn('', 'KHR'), amountIn('0', 'KHR')]).toEqual(['missing', 'nought'])
})

test('the largest amount is the largest that can be said in words', () => {
  expect(amountIn('999999999999', 'KHR')).toBe(999_999_999_999)
  expect(amountIn('1000000000000', 'KHR')).toBe('too-large')
  expect(sharesIn('1000000')).toBe('too-large')
})

test('dollars are read with both digits of the cents or with none', () => {
  expect(['12', '12.50', '១២.៥០', '0.05'].map((t) => amountIn(t, 'USD'))).toEqual([
    1200, 1250, 1250, 5,
  ])
  for (const text of ['12.5', '12.500', '12.', '.50', '1.2.3', '12,50'])
    expect(amountIn(text, 'USD')).toBe('not-digits')
  expect(['', '0.00'].map((t) => amountIn(t, 'USD'))).toEqual(['missing', 'nought'])
})

test('an amount that is typed again is read as the same amount', () => {
  for (const amount of [1, 99, 100, 1250, 212_000, 999_999_999_999]) {
    expect(amountIn(amountTyped(amount, 'KHR'), 'KHR')).toBe(amount)
    expect(amountIn(amountTyped(amount, 'USD'), 'USD')).toBe(amount)
  }
})

test('a day is a day of the calendar, from the beginning of the book to today', () => {
  const between = { today: '2025-12-31', openedOn: '2025-01-01' }
  const of = (day: string, month: string, year: string) => dayOf({ day, month, year }, between)
  expect(of('5', '3', '2025')).toEqual({ day: '2025-03-05' })
  expect(of('០៥', '០៣', '២០២៥')).toEqual({ day: '2025-03-05' })
  expect(of('31', '12', '2025')).toEqual({ day: '2025-12-31' })
  expect(of('1', '1', '2026')).toEqual({ fault: 'in-the-future' })
  expect(of('31', '12', '2024')).toEqual({ fault: 'before-the-fund' })
  for (const [day, month, year] of [
    ['30', '2', '2025'],
    ['', '', ''],
    ['1', '13', '2025'],
    ['1', '1', '25'],
    ['1', '1', '2568'],
  ] as const)
    expect(of(day, month, year)).toEqual({ fault: 'unknown' })
})
