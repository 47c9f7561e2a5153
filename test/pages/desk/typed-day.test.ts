import { expect, test } from 'vitest'
import { dayToType, dayTyped, daysTyped } from '#src/desk/typed-day.ts'

test('a day is read as people write it, day first, in digits of either script', () => {
  for (const typed of [
    '31/1/2026',
    '31.01.2026',
    '31-1-2026',
    ' 31 1 2026 ',
    '៣១/១/២០២៦',
    '2026-01-31',
  ])
    expect(dayTyped(typed), typed).toBe('2026-01-31')
})

test('what no calendar has is no day, and neither is a day without its year', () => {
  for (const typed of ['', '31/2/2026', '31/1', '1/31/2026', '31/1/26', '2026/1/31', 'today'])
    expect(dayTyped(typed), typed).toBeUndefined()
})

test('a day stands in its box as it is asked for, and is read as the same again', () => {
  expect(dayToType('2026-01-05')).toBe('5/1/2026')
  expect(dayTyped(dayToType('2026-01-05'))).toBe('2026-01-05')
  expect(dayToType('no day')).toBe('no day')
})

test('days one after another are all read, or none', () => {
  expect(daysTyped('20/2/2026, 2026-05-20')).toEqual(['2026-02-20', '2026-05-20'])
  expect(daysTyped('20/2/2026 soon')).toBeUndefined()
})
