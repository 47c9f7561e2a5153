import { type LocalDate, type Span, daysBetween, later } from '#domain/kernel/dates.ts'
import type { Loan, PlanChange } from '#domain/loans/loan.ts'
import { planOf } from '#domain/loans/loan-plan.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import {
  isCovered,
  openYearShare,
  ruleDay,
  wholePeriodDays,
} from '#domain/loans/plan/plan-periods.ts'
import { workingDay } from '#domain/loans/plan/due-days.ts'

/** The days by which a loan is counted: its rule, and the day from which its first period bears interest. */
export type Calendar = {
  readonly plan: PlanTerms
  readonly from: LocalDate
  readonly relief: readonly Span[]
}

/**
 * A period that ends on `on`, a day of the rule. Principal that stands all of it bears `whole` parts `of` a
 * whole period (or of a year, where days count). Where its end is put off it bears nothing.
 */
export type Period = {
  readonly on: LocalDate
  readonly from: LocalDate
  readonly isDeferred: boolean
  readonly whole: number
  readonly of: number
}

export const calendarOf = (loan: Loan): Calendar => {
  const plan = planOf(loan)
  return { plan, from: plan.paidOutOn, relief: loan.deferrals }
}

/** The days after a loan was agreed anew: the running period goes on to the first new due date. */
export const calendarAfter = (
  before: Calendar,
  { firstDueOn, dueDay }: PlanChange,
  periodFrom: LocalDate,
): Calendar => {
  const { due } = before.plan
  const every = 'every' in due ? due.every : ({ n: 1, unit: 'months' } as const)
  const isOfMonths = every.unit === 'months' || every.unit === 'years'
  const rule = { every, firstDueOn, ...(isOfMonths ? { dayOfMonth: dueDay } : {}) }
  return { ...before, plan: { ...before.plan, due: rule }, from: periodFrom }
}

const partsBetween = ({ plan, relief }: Calendar, from: LocalDate, to: LocalDate) => {
  const { interest } = plan
  return interest.per === 'day'
    ? openYearShare(interest.days, { from, to }, relief)
    : { parts: daysBetween(from, to), of: 0 }
}

/** The k-th period of a calendar, k from 0. */
export const periodAt = (calendar: Calendar, k: number): Period => {
  const { plan, from: begun, relief } = calendar
  const on = ruleDay(plan.due, k)
  const isDeferred = isCovered(relief, on)
  const before = k === 0 ? wholeFrom(calendar) : ruleDay(plan.due, k - 1)
  const from = later(before, begun)
  if (plan.interest.per === 'day') {
    const { parts, of } = partsBetween(calendar, k === 0 ? begun : from, on)
    return { on, from: k === 0 ? begun : from, isDeferred, whole: isDeferred ? 0 : parts, of }
  }
  const of = wholePeriodDays(plan.due, k) ?? Math.max(daysBetween(from, on), 1)
  const whole = from === before ? of : Math.min(daysBetween(from, on), of)
  return { on, from, isDeferred, whole: isDeferred ? 0 : whole, of }
}

/** When the first period would have begun, were it a whole one. */
const wholeFrom = ({ plan: { due }, from }: Calendar): LocalDate =>
  'every' in due ? ruleDay(due, -1) : (due.periodFrom ?? from)

/** How many parts of a period have gone by on a day within it. */
export const partsGone = (calendar: Calendar, period: Period, day: LocalDate): number =>
  Math.min(Math.max(partsBetween(calendar, period.from, day).parts, 0), period.whole)

/** Where the due date of a period falls, moved off days on which nobody meets. */
export const dueDateOf = ({ plan }: Calendar, { on }: Period): LocalDate =>
  workingDay(on, plan.workingDays)
