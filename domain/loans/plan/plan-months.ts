import { type LocalDate, monthsBetween } from '#domain/kernel/dates.ts'
import { periodDay } from '#domain/loans/plan/due-days.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'

/** Whole months that have gone by between two days. */
const monthsGone = (from: LocalDate, to: LocalDate): number =>
  Math.max(monthsBetween(from, to) - (to.slice(8) < from.slice(8) ? 1 : 0), 0)

/** The same, a begun month counting whole. */
const monthsBegun = (from: LocalDate, to: LocalDate): number =>
  Math.max(monthsBetween(from, to) + (to.slice(8) > from.slice(8) ? 1 : 0), 1)

const monthsIn = { months: 1, years: 12 } as const

/**
 * How many months a plan lasts, so that a limit in months holds for weeks and own days too: a begun month
 * counts whole, and twelve weeks are three. Of months each instalment is one, however short the first is;
 * a first one that is put far off counts for the months that it is away.
 */
export const monthsLasting = ({
  due,
  instalments,
  paidOutOn,
}: Pick<PlanTerms, 'due' | 'instalments' | 'paidOutOn'>): number => {
  if (!('every' in due)) return monthsBegun(paidOutOn, due.on[instalments - 1] ?? paidOutOn)
  const { every, firstDueOn } = due
  if (every.unit === 'days' || every.unit === 'weeks')
    return monthsBegun(paidOutOn, periodDay(firstDueOn, instalments - 1, every))
  const each = every.n * monthsIn[every.unit]
  return (instalments - 1) * each + Math.max(each, monthsGone(paidOutOn, firstDueOn))
}
