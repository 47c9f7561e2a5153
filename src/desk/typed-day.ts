import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { latinDigits } from '#domain/kernel/money.ts'

/**
 * A day as people type it, in digits of either script: 31/1/2026, or with points, hyphens or spaces, or 2026-01-31 as
 * programs write it. Undefined for what no calendar has.
 */
export const dayTyped = (text: string): LocalDate | undefined => {
  const typed = latinDigits(text.trim())
  const [, day, month, year] = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(typed) ?? []
  const read = day ? `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
  return isLocalDate(read) ? read : undefined
}

/** A day as it stands in the box where it was typed: 31/1/2026. What is no day stays as it is. */
export const dayToType = (day: string): string =>
  isLocalDate(day) ? day.split('-').toReversed().map(Number).join('/') : day

/** Days on one line, as people type them. */
export const daysToType = (days: string): string => days.split(' ').map(dayToType).join(' ')

/** A month as it is typed, in two Latin digits. */
export const monthTyped = (text: string): string => latinDigits(text.trim()).padStart(2, '0')

/** Days one after another, or undefined where one of them is none. */
export const daysTyped = (text: string): readonly LocalDate[] | undefined => {
  const days = text
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map(dayTyped)
  return days.every((day) => day !== undefined) ? days : undefined
}
