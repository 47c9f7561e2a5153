import { dayField } from '#src/desk/day-fields.ts'
import { expect, test } from 'vitest'
import { amountIn, amountTyped, sharesIn } from '#src/desk/entered.ts'
import { sumField } from '#src/desk/fields.ts'
import { fillingOf, sentAgain } from '#src/desk/filling.ts'

test('an amount is read from digits of either script, and from nothing else', () => {
  expect(
    ['212000', '២១២០០០', ' 212000 ', '0212000', '២12០០០'].map((t) => amountIn(t, 'KHR')),
  ).toEqual([212_000, 212_000, 212_000, 212_000, 212_000])
  for (const text of ['212,000', '212.000', '212 000', '-5', '+5', '5e3', '٣', '５', '½', 'x'])
    expect(amountIn(text, 'KHR')).toBe('not-digits')
  expect([amountIn('', 'KHR'), amountIn('0', 'KHR')]).toEqual(['missing', 'zero'])
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
  expect(['', '0.00'].map((t) => amountIn(t, 'USD'))).toEqual(['missing', 'zero'])
})

test('an amount that is typed again is read as the same amount', () => {
  for (const amount of [1, 99, 100, 1250, 212_000, 999_999_999_999]) {
    expect(amountIn(amountTyped(amount, 'KHR'), 'KHR')).toBe(amount)
    expect(amountIn(amountTyped(amount, 'USD'), 'USD')).toBe(amount)
  }
})

test('a day is a day of the calendar, in digits of either script', () => {
  const field = dayField({
    name: 'day',
    label: 'Day',
    usual: '2025-12-31',
    missing: 'no day',
    fault: (day) => (day > '2025-12-31' ? 'to come' : undefined),
  })
  const of = (day: string, month: string, year: string) => {
    const parts: Readonly<Record<string, string>> = { day, month, year }
    const { texts, faults } = fillingOf([field], (name) => parts[name] ?? '')
    return faults.get('day') ?? texts.get('day')
  }
  expect(of('5', '3', '2025')).toBe('2025-03-05')
  expect(of('០៥', '០៣', '២០២៥')).toBe('2025-03-05')
  expect(of('31', '12', '2025')).toBe('2025-12-31')
  expect(of('1', '1', '2026')).toBe('to come')
  for (const [day, month, year] of [
    ['30', '2', '2025'],
    ['', '', ''],
    ['1', '13', '2025'],
    ['1', '1', '25'],
  ] as const)
    expect(of(day, month, year)).toBe('no day')
})

test('what a form holds is carried on so that it is read as the same', () => {
  const fields = [
    dayField({
      name: 'day',
      label: 'Day',
      usual: '2025-12-31',
      missing: 'no',
      fault: () => undefined,
    }),
    sumField({ language: 'en' }, { name: 'amount', label: 'Sum', currency: 'USD' }),
  ]
  const sent: Readonly<Record<string, string>> = {
    day: '៥',
    month: '3',
    year: '2025',
    amount: '12',
  }
  const read = fillingOf(fields, (name) => sent[name] ?? '')
  const carried = sentAgain(fields, read)
  expect(carried).toEqual({ day: '៥', month: '3', year: '2025', amount: '12.00' })
  expect(fillingOf(fields, (name) => carried[name] ?? '')).toEqual(read)
})

test('where a day cannot be read, month and year stand again and never the day', () => {
  const field = dayField({
    name: 'day',
    label: 'Day',
    usual: '2025-12-31',
    missing: 'no day',
    fault: () => undefined,
  })
  expect(fillingOf([field], () => '').texts.get('day')).toBe('2025-12-')
})
