// One function a module: the whole package takes two seconds to load, at every start.
import { addMilliseconds } from 'date-fns/addMilliseconds'
import { constructFrom } from 'date-fns/constructFrom'
import { parseISO } from 'date-fns/parseISO'

/**
 * A day in the village, `YYYY-MM-DD`. Compared as a string; never turned into an instant. Days are counted
 * with whole numbers (ADR 18), because every walk through a loan asks for hundreds of them.
 */
export type LocalDate = string

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const twoDigits = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, '0'))

const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days of a month, 1 for January. */
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1]!

const zero = 48
/** Two digits of a day, read in place: no text is cut out for it. */
const twoAt = (day: LocalDate, at: number): number =>
  (day.charCodeAt(at) - zero) * 10 + day.charCodeAt(at + 1) - zero

const yearOf = (day: LocalDate): number => twoAt(day, 0) * 100 + twoAt(day, 2)
const monthOf = (day: LocalDate): number => twoAt(day, 5)
const dayOfMonthOf = (day: LocalDate): number => twoAt(day, 8)
const written = (year: number, month: number, dayOfMonth: number): LocalDate =>
  `${year}-${twoDigits[month]}-${twoDigits[dayOfMonth]}`

/** True for a day that the calendar has, from 1900 to 2199: `2026-02-30` is none. */
export const isLocalDate = (value: unknown): value is LocalDate => {
  if (typeof value !== 'string' || !/^(19|2[01])\d\d-(0[1-9]|1[0-2])-\d\d$/.test(value))
    return false
  const dayOfMonth = dayOfMonthOf(value)
  return dayOfMonth >= 1 && dayOfMonth <= lengthOf(yearOf(value), monthOf(value))
}

/** Years begin in March here, so that the leap day is the last of its year. */
const daysBeforeMonth = (monthFromMarch: number): number =>
  Math.floor((153 * monthFromMarch + 2) / 5)
const daysBeforeYear = (year: number): number =>
  365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)

/** A day as a number: one more for each day that comes after. */
const numberOf = (day: LocalDate): number => {
  const month = monthOf(day)
  const year = yearOf(day) - (month < 3 ? 1 : 0)
  return daysBeforeYear(year) + daysBeforeMonth((month + 9) % 12) + dayOfMonthOf(day)
}

const daysOf400Years = daysBeforeYear(400)

const dayOf = (number: number): LocalDate => {
  let year = Math.floor((number * 400) / daysOf400Years)
  if (number <= daysBeforeYear(year)) year -= 1
  else if (number > daysBeforeYear(year + 1)) year += 1
  const inYear = number - daysBeforeYear(year)
  const monthFromMarch = Math.floor((5 * (inYear - 1) + 2) / 153)
  const month = ((monthFromMarch + 2) % 12) + 1
  return written(year + (month < 3 ? 1 : 0), month, inYear - daysBeforeMonth(monthFromMarch))
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => numberOf(to) - numberOf(from)

/** The day that comes so many days after another; before it when `days` is negative. */
export const daysAfter = (day: LocalDate, days: number): LocalDate => dayOf(numberOf(day) + days)

export const dayAfter = (day: LocalDate): LocalDate => daysAfter(day, 1)
export const dayBefore = (day: LocalDate): LocalDate => daysAfter(day, -1)

/** The ISO instant in UTC that comes so many milliseconds after another. */
export const instantAfter = (instant: string, milliseconds: number): string => {
  const written = constructFrom(0, instant)
  // As clocks give it, it reads back as it stands; any other spelling, or a day that no calendar has, takes more care.
  const at = written.toJSON() === instant ? written : parseISO(instant)
  return addMilliseconds(at, milliseconds).toJSON()
}

const hoursAhead = 7

/** The day by a clock of the region at an instant: a meeting at seven in the morning is no meeting of two days. */
export const regionDayOf = (instant: string): LocalDate =>
  instantAfter(instant, hoursAhead * 3_600_000).slice(0, 10)

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: LocalDate): number => ((numberOf(day) + 1) % 7) + 1

export const daysInMonthOf = (day: LocalDate): number => lengthOf(yearOf(day), monthOf(day))

/** 365, or 366 in a leap year. */
export const daysInYearOf = (day: LocalDate): number => (isLeapYear(yearOf(day)) ? 366 : 365)

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)

/**
 * The day `dayOfMonth` of the month that is `months` after the month of `start`, the month's last day where
 * it has no such day. Always counted from the start, so that a clipped February never moves March: 31
 * gives 28 February, 31 March.
 */
export const monthlyDay = (start: LocalDate, months: number, dayOfMonth: number): LocalDate => {
  const all = yearOf(start) * 12 + monthOf(start) - 1 + months
  const year = Math.floor(all / 12)
  const month = all - year * 12 + 1
  return written(year, month, Math.min(dayOfMonth, lengthOf(year, month)))
}

/** The first day `dayOfMonth` that comes after `day`. */
export const nextMonthlyDay = (day: LocalDate, dayOfMonth: number): LocalDate => {
  const thisMonth = monthlyDay(day, 0, dayOfMonth)
  return thisMonth > day ? thisMonth : monthlyDay(day, 1, dayOfMonth)
}

/** How many months lie between the months of two days, whatever their days of the month. */
export const monthsBetween = (from: LocalDate, to: LocalDate): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)

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
