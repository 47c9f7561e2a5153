import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'

/** Of so many days what was worked out of a book is kept; a page of a year asks for fourteen. */
const daysMax = 40

/** What is worked out of a book for a day, once where the book is frozen: it goes when the book goes. */
export const onceADay = <Made extends object>(
  make: (book: FundBook, day: LocalDate) => Made,
): ((book: FundBook, day: LocalDate) => Made) => {
  const kept = new WeakMap<FundBook, Map<LocalDate, Made>>()
  return (book, day) => {
    if (!Object.isFrozen(book)) return make(book, day)
    const days = kept.get(book) ?? new Map<LocalDate, Made>()
    kept.set(book, days)
    const known = days.get(day)
    if (known) return known
    if (days.size >= daysMax) days.clear()
    const made = Object.freeze(make(book, day))
    days.set(day, made)
    return made
  }
}
