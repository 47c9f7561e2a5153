import type { LocalDate } from '#domain/kernel/dates.ts'
import { isLasting, lasting } from '#domain/kernel/kept.ts'

/** Of so many days what was worked out of a book is kept; a page of a year asks for fourteen. */
const daysMax = 40

/** What is worked out of a book or a list for a day, once where that stays as it is: it goes when what it is made of goes. */
export const onceADay = <Of extends object, Made extends object>(
  make: (of: Of, day: LocalDate) => Made,
): ((of: Of, day: LocalDate) => Made) => {
  const kept = new WeakMap<Of, Map<LocalDate, Made>>()
  return (of, day) => {
    if (!isLasting(of)) return make(of, day)
    const days = kept.get(of) ?? new Map<LocalDate, Made>()
    kept.set(of, days)
    const known = days.get(day)
    if (known) return known
    if (days.size >= daysMax) days.clear()
    const made = make(of, day)
    if (Array.isArray(made)) lasting(made)
    else Object.freeze(made)
    days.set(day, made)
    return made
  }
}
