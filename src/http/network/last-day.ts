import { dayField } from '#src/desk/day-fields.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import { accessDaysMax } from '#domain/fund/auditors.ts'
import { type Field } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { wordsOf } from '#src/http/network/place.ts'

/** The last day on which something holds, from today on; read as `day`. */
export const lastDayField = (context: HttpContext): Field => {
  const words = wordsOf(context)
  const today = context.get('needs').today()
  return dayField({
    name: 'day',
    label: words.lastDay,
    hint: words.lastDayHint,
    missing: words.dayUnknown,
    fault: (day) => {
      if (day < today) return words.dayPast
      return daysBetween(today, day) > accessDaysMax ? words.dayTooFar : undefined
    },
  })
}
