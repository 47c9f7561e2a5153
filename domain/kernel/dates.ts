// One function a module: the whole package takes two seconds to load, at every start.
import { addDays } from 'date-fns/addDays'
import { addMilliseconds } from 'date-fns/addMilliseconds'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { formatISO } from 'date-fns/formatISO'
import { getDaysInMonth } from 'date-fns/getDaysInMonth'
import { getISODay } from 'date-fns/getISODay'
import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'

/** A day in the village, `YYYY-MM-DD`. Compared as a string; never turned into an instant. */
export type LocalDate = string

const text = (day: Date): LocalDate => formatISO(day, { representation: 'date' })

/** True for a day that the calendar has, from 1900 to 2199: `2026-02-30` is none. */
export const isLocalDate = (value: unknown): value is LocalDate =>
  typeof value === 'string' && /^(19|2[01])\d\d-\d\d-\d\d$/.test(value) && isValid(parseISO(value))

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  differenceInCalendarDays(parseISO(to), parseISO(from))

/** The day that comes so many days after another; before it when `days` is negative. */
export const daysAfter = (day: LocalDate, days: number): LocalDate =>
  text(addDays(parseISO(day), days))

export const dayAfter = (day: LocalDate): LocalDate => text(addDays(parseISO(day), 1))
export const dayBefore = (day: LocalDate): LocalDate => text(addDays(parseISO(day), -1))

/** The ISO instant in UTC that comes so many milliseconds after another. */
export const instantAfter = (instant: string, milliseconds: number): string =>
  addMilliseconds(parseISO(instant), milliseconds).toJSON()

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: LocalDate): number => getISODay(parseISO(day))

export const daysInMonthOf = (day: LocalDate): number => getDaysInMonth(parseISO(day))

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const twoDigits = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** 365, or 366 in a leap year. */
export const daysInYearOf = (day: LocalDate): number =>
  isLeapYear(Number(day.slice(0, 4))) ? 366 : 365

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

/**
 * The day `dayOfMonth` of the month that is `months` after the month of `start`, the month's last day where
 * it has no such day. Always counted from the start, so that a clipped February never moves March: 31
 * gives 28 February, 31 March. Counted without date objects, because every walk through a loan asks this
 * for each of its months.
 */
export const monthlyDay = (start: LocalDate, months: number, dayOfMonth: number): LocalDate => {
  const all = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + months
  const month = ((all % 12) + 12) % 12
  const year = (all - month) / 12
  const length = month === 1 && isLeapYear(year) ? 29 : monthLengths[month]!
  const day = Math.min(dayOfMonth, length)
  return `${year}-${twoDigits[month + 1]}-${twoDigits[day]}`
}

/** The first day `dayOfMonth` that comes after `day`. */
export const nextMonthlyDay = (day: LocalDate, dayOfMonth: number): LocalDate => {
  const thisMonth = monthlyDay(day, 0, dayOfMonth)
  return thisMonth > day ? thisMonth : monthlyDay(day, 1, dayOfMonth)
}

/** How many months lie between the months of two days, whatever their days of the month. */
export const monthsBetween = (from: LocalDate, to: LocalDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7))

/** A stretch of days, both ends included. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate }

/** How many days of `(after, through]` lie in at least one of the spans; overlaps count once. */
export const daysCovered = (
  spans: readonly Span[],
  after: LocalDate,
  through: LocalDate,
): number => {
  let covered = 0
  let done = after
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = later(dayBefore(span.from), done)
    const end = earlier(span.to, through)
    if (end <= start) continue
    covered += daysBetween(start, end)
    done = end
  }
  return covered
}
