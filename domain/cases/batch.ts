import { type UsualSum, sumOf, usualSums } from '#domain/cases/operations/trade.ts'
import { type LocalDate, daysAfter, daysBetween, weekdayOf } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'

/*
 * What the team asks of a fund or of the pot waits, and goes over with all else that waits, on one day of the week. So the
 * day of a code says nothing of the day on which somebody was visited.
 */

/** Monday. */
const batchWeekday = 1
const week = 7
/** One or two stand out: they wait for others; what somebody needs, for a week and no longer. */
const leastTogether = 3

export const isBatchDay = (day: LocalDate): boolean => weekdayOf(day) === batchWeekday

/** The first such day after one: what is asked on the day itself is asked for the next. */
export const nextBatchDay = (day: LocalDate): LocalDate =>
  daysAfter(day, ((batchWeekday + week - weekdayOf(day) - 1) % week) + 1)

/** What of all that waits goes over on a day: all that was asked before it, or nothing. */
export const goingOver = <Wish extends { readonly askedOn: LocalDate }>(
  waiting: readonly Wish[],
  today: LocalDate,
): readonly Wish[] => {
  const due = waiting.filter(({ askedOn }) => askedOn < today)
  const isLate = due.some(({ askedOn }) => daysBetween(nextBatchDay(askedOn), today) >= week)
  return isBatchDay(today) && (isLate || due.length >= leastTogether) ? due : []
}

/**
 * What of drafts that nobody has to wait for goes on a day: all that are due, once they are of three cases at least. One that is
 * alone waits for company and for nothing else: by its week it would be known whose it is.
 */
export const goingTogether = <Draft extends { readonly askedOn: LocalDate }>(
  waiting: readonly Draft[],
  today: LocalDate,
  caseOf: (one: Draft) => string,
): readonly Draft[] => {
  const due = waiting.filter(({ askedOn }) => askedOn < today)
  return isBatchDay(today) && new Set(due.map(caseOf)).size >= leastTogether ? due : []
}

/** The usual sums in a currency that others have there; all of them where nobody has any yet. */
export const sharedSums = (currency: Currency, others: readonly number[]): readonly UsualSum[] => {
  const usual = usualSums.filter((one) => sumOf(one).currency === currency)
  const shared = usual.filter((one) => others.includes(sumOf(one).sum))
  return shared.length === 0 ? usual : shared
}
