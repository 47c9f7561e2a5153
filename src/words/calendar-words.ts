import type { Language } from '#src/words/catalogue.ts'
import { calendar as en } from '#src/words/en/calendar.ts'
import { calendar as km } from '#src/words/km/calendar.ts'

const calendars: Readonly<Record<Language, typeof en>> = { en, km }

type YearMonth = { readonly year: number; readonly month: number }

const millisecondsADay = 86_400_000

const parsedMonth = (month: string): YearMonth => {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  if (found === null) throw new RangeError(`${month} is not a month.`)
  return { year: Number(found[1]), month: Number(found[2]) }
}

/** Counts days since 1970 in UTC only, because a local time zone would shift the day. */
const dayNumber = (day: string): number => {
  const found = /^(\d{4}-\d{2})-(\d{2})$/.exec(day)
  if (found === null) throw new RangeError(`${day} is not a day.`)
  const { year, month } = parsedMonth(found[1] ?? '')
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, Number(found[2]))
  if (date.getUTCDate() !== Number(found[2])) throw new RangeError(`${day} is not a day.`)
  return date.getTime() / millisecondsADay
}

/**
 * Writes a day 'YYYY-MM-DD' as '20 December 2026' or '20 ធ្នូ 2026'. Throws a RangeError for a day
 * that no calendar has.
 */
export const dateInWords = (day: string, language: Language): string => {
  dayNumber(day)
  const { year, month } = parsedMonth(day.slice(0, 7))
  return `${Number(day.slice(8))} ${calendars[language].months[month - 1]} ${year}`
}

/** A day of the year that is meant anyhow, such as 4 May. */
export const dayAndMonth = (day: string, language: Language): string =>
  dateInWords(day, language).slice(0, -' 2026'.length)

/** Says how far a day is from today, because a distance means more than a date to many readers. */
export const daysFromToday = (
  { day, today }: { readonly day: string; readonly today: string },
  language: Language,
): string => {
  const words = calendars[language]
  const distance = dayNumber(day) - dayNumber(today)
  if (distance === 0) return words.today
  if (distance === 1) return words.tomorrow
  if (distance === -1) return words.yesterday
  return distance > 0 ? words.inDays(String(distance)) : words.daysAgo(String(-distance))
}

/** Names the month of 'YYYY-MM' as short as a chart needs; Khmer months have no shorter form. */
export const shortMonth = (month: string, language: Language): string =>
  calendars[language].shortMonths[parsedMonth(month).month - 1] ?? ''

/** Writes a day as short as a column of a table needs: '20 Dec 2026' or '20 ធ្នូ 2026'. */
export const shortDate = (day: string, language: Language): string => {
  dayNumber(day)
  return `${Number(day.slice(8))} ${monthAndYear(day.slice(0, 7), language)}`
}

/** Names a month with its year, as 'Dec 2026' or 'ធ្នូ 2026'. */
export const monthAndYear = (month: string, language: Language): string =>
  `${shortMonth(month, language)} ${parsedMonth(month).year}`
