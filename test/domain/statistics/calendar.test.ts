import { expect, test } from 'vitest'
import {
  countedIn,
  daysOf,
  lastDayOf,
  periodOf,
  releaseDayOf,
  stillCounted,
  unitOf,
} from '#domain/statistics/calendar.ts'

test.each([
  ['2026-02', 'month', '2026-02-01', '2026-02-28', '2026-04-15'],
  ['2024-12', 'month', '2024-12-01', '2024-12-31', '2025-02-15'],
  ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31', '2026-05-16'],
  ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31', '2027-02-15'],
  ['2026-H1', 'half', '2026-01-01', '2026-06-30', '2026-08-15'],
  ['2026-H2', 'half', '2026-07-01', '2026-12-31', '2027-02-15'],
] as const)('%s is a %s from %s through %s, told from %s on', (period, unit, from, to, day) => {
  expect(unitOf(period)).toBe(unit)
  expect(daysOf(period)).toEqual({ from, to })
  expect([periodOf(from, unit), periodOf(to, unit)]).toEqual([period, period])
  expect(releaseDayOf(period)).toBe(day)
})

test.each(['2026', '2026-Q5', '2026-Q0', '2026-H3', '2026-13', '2026-00', '2026-Q1 ', '', '26-Q1'])(
  '“%s” is no period',
  (text) => {
    expect(unitOf(text)).toBeUndefined()
    expect(() => daysOf(text)).toThrow('no period')
  },
)

test('what is written down before the release day is counted in its own quarter, and later in the next one to come', () => {
  const counted = (happened: string, recorded: string) =>
    countedIn({ happened, recorded }, 'quarter')
  expect(counted('2026-02-10', '2026-05-15')).toBe('2026-Q1')
  expect(counted('2026-02-10', '2026-05-16')).toBe('2026-Q2')
  expect(counted('2026-02-10', '2026-08-14')).toBe('2026-Q2')
  expect(counted('2026-02-10', '2027-03-01')).toBe('2027-Q1')
  expect(counted('2026-02-10', '2027-02-14')).toBe('2026-Q4')
})

test('a quarter that is over is still counted until its release, and may be told next until that of the one after it', () => {
  const still = (day: string) => stillCounted(day, 'quarter')
  expect([still('2026-04-01'), still('2026-05-15')]).toEqual(['2026-Q1', '2026-Q1'])
  expect([still('2026-05-16'), still('2026-06-30')]).toEqual([undefined, undefined])
  expect(still('2026-01-10')).toBe('2025-Q4')
  expect(stillCounted('2026-08-14', 'half')).toBe('2026-H1')
  expect(stillCounted('2026-01-31', 'month')).toBe('2025-12')
  expect(lastDayOf('2026-Q1')).toBe('2026-08-14')
  expect(lastDayOf('2026-Q4')).toBe('2027-05-15')
  expect(lastDayOf('2026-12')).toBe('2027-03-17')
})
