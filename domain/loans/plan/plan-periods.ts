import {
  type LocalDate,
  type Span,
  dayBefore,
  daysBetween,
  daysInYearOf,
  earlier,
  later,
} from '#domain/kernel/dates.ts'
import { periodDay, workingDay } from '#domain/loans/plan/due-days.ts'
import type { DayRule, DueRule, PlanTerms } from '#domain/loans/plan/plan.ts'
import { type Share, atMost, wholeShare } from '#domain/loans/plan/plan-figures.ts'

/** The k-th day of the rule, k from 0 and -1 for the one before; a list that has ended goes on by months. */
export const ruleDay = (due: DueRule, k: number): LocalDate => {
  if ('every' in due) return periodDay(due.firstDueOn, k, due.every, due.dayOfMonth)
  const day = due.on[k]
  if (day !== undefined) return day
  const last = due.on.length - 1
  return periodDay(due.on[last]!, k - last, { n: 1, unit: 'months' })
}

export const isCovered = (relief: readonly Span[], day: LocalDate): boolean =>
  relief.some(({ from, to }) => from <= day && day <= to)

/**
 * A period of the plan as interest counts it: `share` is a part of a period, or of a year where days count.
 * `ended` whole periods of the rule have gone by with it, those under relief too.
 */
export type PlanPeriod = {
  readonly dueOn: LocalDate
  /** The day of the rule, before it moved off a day on which nobody meets. */
  readonly ruleDay: LocalDate
  readonly share: Share
  readonly ended: number
}

const none: Share = { parts: 0, of: 1 }
const commonYear = 365
const leapYear = 366

/** Real days over real years, in parts that both lengths of a year have. */
const partOfYears = (from: LocalDate, to: LocalDate): Share => {
  let parts = 0
  for (let start = from; start < to;) {
    const end = earlier(`${Number(start.slice(0, 4)) + 1}-01-01`, to)
    const isLeap = daysInYearOf(start) === leapYear
    parts += daysBetween(start, end) * (isLeap ? commonYear : leapYear)
    start = end
  }
  return { parts, of: commonYear * leapYear }
}

const parts360 = (day: LocalDate): number =>
  Number(day.slice(0, 4)) * 360 + Number(day.slice(5, 7)) * 30 + Math.min(Number(day.slice(8)), 30)

const yearShare = (rule: DayRule, from: LocalDate, to: LocalDate): Share => {
  if (to <= from) return none
  if (rule === 'actual/actual') return partOfYears(from, to)
  if (rule === '30/360') return { parts: parts360(to) - parts360(from), of: 360 }
  return { parts: daysBetween(from, to), of: commonYear }
}

const plus = (a: Share, b: Share): Share =>
  a.parts === 0 ? b : { parts: a.parts + b.parts, of: a.of }

/** The part of a year that lies outside all windows; overlapping windows count once. */
export const openYearShare = (
  rule: DayRule,
  { from, to }: Span,
  relief: readonly Span[],
): Share => {
  let share = none
  let start = from
  for (const window of relief.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    share = plus(yearShare(rule, start, earlier(dayBefore(window.from), to)), share)
    start = later(start, window.to)
  }
  return plus(yearShare(rule, start, to), share)
}

const plannedDays = { days: 1, weeks: 7, months: 30, years: 360 } as const

/**
 * Days of a whole period that ends on the k-th day: planned ones, or those of a list; undefined for the
 * first of a list that nobody said the beginning of.
 */
export const wholePeriodDays = (due: DueRule, k: number): number | undefined => {
  if ('every' in due) return due.every.n * plannedDays[due.every.unit]
  const from = k === 0 ? due.periodFrom : ruleDay(due, k - 1)
  return from === undefined ? undefined : daysBetween(from, ruleDay(due, k))
}

/** The first period's part of a whole one: by its days where it is short, one where it is not. */
export const firstPart = ({ due, paidOutOn }: PlanTerms): Share => {
  const from = 'every' in due ? ruleDay(due, -1) : due.periodFrom
  if (from === undefined || from >= paidOutOn) return wholeShare
  const parts = daysBetween(paidOutOn, ruleDay(due, 0))
  return atMost({ parts, of: wholePeriodDays(due, 0)! }, wholeShare)
}

/** What the period that ends on the k-th day of the rule, `to`, bears as a part of a period or of a year. */
const shareOf = (terms: PlanTerms, k: number, to: LocalDate, relief: readonly Span[]): Share => {
  const { interest, due, paidOutOn } = terms
  if (interest.per === 'period') return k === 0 ? firstPart(terms) : wholeShare
  const from = k === 0 ? paidOutOn : ruleDay(due, k - 1)
  return openYearShare(interest.days, { from, to }, relief)
}

const noRelief: readonly Span[] = []

/**
 * The periods of the plan. A day inside a relief window is passed over and its period bears nothing; the
 * instalment takes the next day that is not, and bears at most what it would have borne on its own.
 */
export const planPeriods = (terms: PlanTerms): PlanPeriod[] => {
  const { due, instalments, workingDays, relief = noRelief } = terms
  const hasRelief = relief.length > 0
  const periods: PlanPeriod[] = []
  for (let k = 0; periods.length < instalments; k += 1) {
    const to = ruleDay(due, k)
    if (hasRelief && isCovered(relief, to)) continue
    const n = periods.length
    const own = shareOf(terms, n, n === k ? to : ruleDay(due, n), noRelief)
    const share = hasRelief ? atMost(shareOf(terms, k, to, relief), own) : own
    periods.push({ dueOn: workingDay(to, workingDays), ruleDay: to, share, ended: k + 1 })
  }
  return periods
}

/** The due days that lie in a window, before the last instalment. */
export const daysPassedOver = (terms: PlanTerms, periods: readonly PlanPeriod[]): LocalDate[] => {
  const kept = new Set(periods.map((period) => period.ruleDay))
  const all = Array.from({ length: periods.at(-1)!.ended }, (_, k) => ruleDay(terms.due, k))
  return all.filter((day) => !kept.has(day))
}
