import { addDays } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { formatISO } from 'date-fns/formatISO'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { getISODay } from 'date-fns/getISODay'
import { parseISO } from 'date-fns/parseISO'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayAfter,
  dayBefore,
  daysAfter,
  daysBetween,
  daysCovered,
  daysInMonthOf,
  daysInYearOf,
  earlier,
  instantAfter,
  isLocalDate,
  later,
  monthlyDay,
  monthsBetween,
  nextMonthlyDay,
  regionDayOf,
  weekdayOf,
} from '#domain/kernel/dates.ts'

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengthOf = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : lengths[month - 1]!
const written = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Every day of the years 2019 to 2032, one after the other, by the lengths of the months. */
const calendar = Array.from({ length: 14 }, (_, i) => 2019 + i).flatMap((year) =>
  lengths.flatMap((_, m) =>
    Array.from({ length: lengthOf(year, m + 1) }, (__, d) => written(year, m + 1, d + 1)),
  ),
)
const place = fc.integer({ min: 1, max: calendar.length - 2 })

test('every day of the calendar is a day, and its neighbours are the ones beside it', () => {
  for (const [i, day] of calendar.entries()) {
    if (!isLocalDate(day)) throw new Error(day)
    if (i > 0 && (dayAfter(calendar[i - 1]!) !== day || dayBefore(day) !== calendar[i - 1]))
      throw new Error(day)
  }
  expect(calendar).toHaveLength(14 * 365 + 4)
})

test.each([
  '2026-02-29',
  '2026-02-30',
  '2025-04-31',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
  '2025-01-32',
  '2025-12-32',
  '2025-1a-01',
  '2025-01-01\n',
  '2025-1-01',
  '1899-12-31',
  '2200-01-01',
  '2025-01-01T00:00:00Z',
  ' 2025-01-01',
  20250101,
  ['2025-01-01'],
  null,
])('%s is no day of the village', (value) => {
  expect(isLocalDate(value)).toBe(false)
})

test('29 February is a day in leap years only, 2000 among them and 1900 not', () => {
  expect(['2024-02-29', '2000-02-29', '1900-02-29', '2100-02-29'].map(isLocalDate)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('a year has 366 days where it has a 29 February, else 365', () => {
  const years = ['1900', '2000', '2023', '2024', '2025', '2100']
  expect(years.map((year) => daysInYearOf(`${year}-07-01`))).toEqual([365, 366, 365, 366, 365, 365])
})

test('so many days after a day, or before it, is the day that the calendar has there', () => {
  expect([-1, 0, 1].map((days) => daysAfter('2024-02-29', days))).toEqual([
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
  ])
  expect(daysAfter('2025-01-31', 30)).toBe('2025-03-02')
  expect(daysAfter('2025-01-01', 365)).toBe('2026-01-01')
  expect(daysAfter('2024-01-01', -366)).toBe('2022-12-31')
})

test('centuries have their leap days: 2000 has one, 1900 and 2100 have none', () => {
  expect(daysBetween('1900-01-01', '2000-01-01')).toBe(36_524)
  expect(daysBetween('2000-01-01', '2100-01-01')).toBe(36_525)
  expect(daysBetween('2100-01-01', '2199-12-31')).toBe(36_523)
  const marches = ['1900', '2000', '2096', '2100', '2104'].map((year) => `${year}-03-01`)
  expect(marches.map(dayBefore)).toEqual([
    '1900-02-28',
    '2000-02-29',
    '2096-02-29',
    '2100-02-28',
    '2104-02-29',
  ])
  expect(['1999-12-31', '2000-02-29', '2100-02-28', '2100-12-31'].map(dayAfter)).toEqual([
    '2000-01-01',
    '2000-03-01',
    '2100-03-01',
    '2101-01-01',
  ])
})

test('Monday is the first day of a week and Sunday the seventh', () => {
  const week = ['1900-01-01', '2000-02-29', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28']
  expect([...week, '2026-11-29', '2026-11-30'].map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 1])
})

test('an instant is told in UTC, to the millisecond, also over the end of a year', () => {
  expect(instantAfter('2025-12-31T23:59:59.999Z', 1)).toBe('2026-01-01T00:00:00.000Z')
  expect(instantAfter('2026-01-01T07:00:00.000+07:00', 900_000)).toBe('2026-01-01T00:15:00.000Z')
  expect(instantAfter('2026-01-01T00:00:00.000Z', -1)).toBe('2025-12-31T23:59:59.999Z')
})

test('an instant without its seconds is one, and of a day that no calendar has there is none', () => {
  expect(instantAfter('2026-01-31T23:30Z', 3_600_000)).toBe('2026-02-01T00:30:00.000Z')
  expect(instantAfter('2026-02-30T00:00:00.000Z', 1)).toBeNull()
})

test('a day begins at midnight by the clocks of the region', () => {
  expect(regionDayOf('2026-01-31T16:59:59.999Z')).toBe('2026-01-31')
  expect(regionDayOf('2026-01-31T17:00:00.000Z')).toBe('2026-02-01')
})

test('the days between two days are as many as the calendar counts', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      expect(daysBetween(calendar[from]!, calendar[to]!)).toBe(to - from)
    }),
  )
})

test('a day of the month that February lacks is clipped there and never afterwards', () => {
  const days = Array.from({ length: 5 }, (_, k) => monthlyDay('2025-01-31', k, 31))
  expect(days).toEqual(['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31'])
  expect(monthlyDay('2024-01-30', 1, 30)).toBe('2024-02-29')
  expect(monthlyDay('2024-01-29', 1, 29)).toBe('2024-02-29')
  expect(monthlyDay('2025-01-29', 1, 29)).toBe('2025-02-28')
  expect(monthlyDay('2025-02-28', -1, 31)).toBe('2025-01-31')
})

test('the k-th monthly day lies k months on, on its day or the last day of a shorter month', () => {
  const month = fc.integer({ min: 0, max: 11 })
  const year = fc.integer({ min: 2000, max: 2100 })
  const k = fc.integer({ min: -30, max: 130 })
  fc.assert(
    fc.property(year, month, k, fc.integer({ min: 1, max: 31 }), (y, m, months, day) => {
      const total = y * 12 + m + months
      const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1]
      expect(monthlyDay(written(y, m + 1, 1), months, day)).toBe(
        written(toYear, toMonth, Math.min(day, lengthOf(toYear, toMonth))),
      )
    }),
  )
})

test('the next monthly day comes after the day itself, at most a month later', () => {
  expect(nextMonthlyDay('2025-01-19', 20)).toBe('2025-01-20')
  expect(nextMonthlyDay('2025-01-20', 20)).toBe('2025-02-20')
  expect(nextMonthlyDay('2025-02-28', 31)).toBe('2025-03-31')
  expect(nextMonthlyDay('2025-12-31', 31)).toBe('2026-01-31')
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 31 }), (at, day) => {
      const days = daysBetween(calendar[at]!, nextMonthlyDay(calendar[at]!, day))
      expect(days).toBeGreaterThan(0)
      expect(days).toBeLessThanOrEqual(31)
    }),
  )
})

test('months are counted by the calendar, whatever the days', () => {
  expect(monthsBetween('2024-12-31', '2025-01-01')).toBe(1)
  expect(monthsBetween('2025-01-01', '2025-01-31')).toBe(0)
  expect(monthsBetween('2025-03-01', '2024-12-31')).toBe(-3)
})

test('of two days one is the earlier and the other the later', () => {
  expect(earlier('2025-01-31', '2025-02-01')).toBe('2025-01-31')
  expect(later('2025-01-31', '2025-02-01')).toBe('2025-02-01')
  expect(earlier('2025-02-01', '2025-01-31')).toBe('2025-01-31')
  expect(later('2025-02-01', '2025-01-31')).toBe('2025-02-01')
})

test('overlapping windows count once: the covered days are their union', () => {
  const spans = [
    { from: '2025-09-01', to: '2025-11-30' },
    { from: '2025-10-01', to: '2025-12-31' },
    { from: '2025-10-05', to: '2025-10-06' },
  ]
  expect(daysCovered(spans, '2025-08-31', '2026-06-30')).toBe(30 + 31 + 30 + 31)
  expect(daysCovered(spans, '2025-09-20', '2025-10-10')).toBe(20)
  expect(daysCovered([], '2025-09-20', '2025-10-10')).toBe(0)
  // Of the first day it counts nothing, of the last one the whole.
  const one = [{ from: '2025-09-20', to: '2025-09-20' }]
  expect(daysCovered(one, '2025-09-19', '2025-09-20')).toBe(1)
  expect(daysCovered(one, '2025-09-20', '2025-09-30')).toBe(0)
  expect(daysCovered(one, '2025-09-01', '2025-09-19')).toBe(0)
})

test('the days covered by any windows are those that a finger on the calendar finds', () => {
  const near = fc.integer({ min: 1, max: 400 })
  const span = fc.tuple(near, fc.integer({ min: 0, max: 90 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), near, near, (windows, a, b) => {
      const [after, through] = [Math.min(a, b), Math.max(a, b)]
      const counted = calendar
        .slice(after + 1, through + 1)
        .filter((day) =>
          windows.some(
            ([from, length]) => calendar[from]! <= day && day <= calendar[from + length]!,
          ),
        )
      const spans = windows.map(([from, length]) => ({
        from: calendar[from]!,
        to: calendar[from + length]!,
      }))
      expect(daysCovered(spans, calendar[after]!, calendar[through]!)).toBe(counted.length)
    }),
  )
})

test('every day from 1900 to 2199 has the number, the weekday and the neighbours that date-fns gives it', () => {
  const first = parseISO('1900-01-01')
  let day = '1900-01-01'
  for (let n = 0; day < '2200-01-01'; n += 1) {
    const theirs = addDays(first, n)
    const isSame =
      formatISO(theirs, { representation: 'date' }) === day &&
      weekdayOf(day) === getISODay(theirs) &&
      daysBetween('1950-06-07', day) === differenceInCalendarDays(theirs, parseISO('1950-06-07')) &&
      daysInMonthOf(day) === getDaysInMonth(theirs) &&
      isLocalDate(day)
    if (!isSame) throw new Error(day)
    day = dayAfter(day)
  }
})
