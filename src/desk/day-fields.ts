import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { type Field, type In, type Named, type Optional, lineField } from '#src/desk/fields.ts'
import { dayTyped, daysTyped } from '#src/desk/typed-day.ts'
import { dateInWords } from '#src/words/locale.ts'

/** A day that may lie ahead, on one line. */
export const dateField = (
  { language }: In,
  named: Named & Optional & { readonly fault: string },
): Field =>
  lineField({
    ...named,
    isDay: true,
    rule: dayTyped,
    said: (day) => (day === '' ? '' : dateInWords(day, language)),
  })

/**
 * A day in three parts. `fault` says what is wrong with one that is a day; `usual` fills in month and year where nothing was
 * typed, and never the day: nobody records today by pressing on. Parts that were typed stay as they were.
 */
export const dayField = ({
  fault,
  missing,
  usual,
  ...named
}: Named & {
  readonly missing: string
  readonly fault: (day: LocalDate) => string | undefined
  readonly usual?: LocalDate
}): Field => ({
  as: 'day',
  ...named,
  read: (text) => {
    const wrong = isLocalDate(text) ? fault(text) : missing
    const typed = usual?.slice(0, 8) ?? text.replaceAll(/[^\d-]/g, '')
    return wrong === undefined ? { text } : { fault: wrong, typed }
  },
  said: (text) => text,
})

/** Days of one's own, one after another on one line; so many that a form may carry them. */
export const daysField = (
  { language }: In,
  { daysMax, ...named }: Named & { readonly fault: string; readonly daysMax: number },
): Field =>
  lineField({
    ...named,
    isDay: true,
    isOptional: true,
    lengthMax: daysMax * 11,
    rule: (line) => {
      const days = daysTyped(line)
      const isRising = days?.every((day, i) => i === 0 || days[i - 1]! < day)
      return isRising && days!.length <= daysMax ? days!.join(' ') : undefined
    },
    said: (days) =>
      days === ''
        ? ''
        : days
            .split(' ')
            .map((day) => dateInWords(day, language))
            .join(' · '),
  })
