import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { civilOf, dayInMonth, dayOf, monthOf, weekdayOf } from '#test/support/oracle/calendar.ts'

/** First and last day of a window, both included. */
export type Window = { readonly from: number; readonly to: number }

/** The days after `startsOn` up to and with `endsOn`; `isFirst` where it starts with the pay-out. */
export type Period = {
  readonly startsOn: number
  readonly endsOn: number
  readonly isFirst: boolean
}

/** The k-th due day of a rule, counted from 1; for k = 0 the day one step before the first. */
export const dueDays = (due: PlanTerms['due']): ((k: number) => number) => {
  if ('on' in due) {
    const listed = due.on.map(dayOf)
    const last = listed.at(-1) ?? 0
    const { date } = civilOf(last)
    return (k) => listed[k - 1] ?? dayInMonth(monthOf(last) + k - listed.length, date)
  }
  const first = dayOf(due.firstDueOn)
  const { n, unit } = due.every
  if (unit === 'days' || unit === 'weeks') {
    const step = unit === 'days' ? n : n * 7
    return (k) => first + (k - 1) * step
  }
  const step = unit === 'months' ? n : n * 12
  const month = monthOf(first)
  const date = due.dayOfMonth ?? civilOf(first).date
  return (k) => dayInMonth(month + (k - 1) * step, date)
}

/** Windows in order, as one where they overlap or touch. */
export const unitedWindows = (relief: PlanTerms['relief']): Window[] => {
  const united: Window[] = []
  const sorted = (relief ?? [])
    .map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }))
    .toSorted((a, b) => a.from - b.from)
  for (const window of sorted) {
    const before = united.at(-1)
    if (before === undefined || window.from > before.to + 1) united.push(window)
    else united[united.length - 1] = { from: before.from, to: Math.max(before.to, window.to) }
  }
  return united
}

/** One period for each instalment: the periods of the due days that no window passes over. */
export const periodsOf = (terms: PlanTerms, windows: readonly Window[]): Period[] => {
  const dayAt = dueDays(terms.due)
  const periods: Period[] = []
  let startsOn = dayOf(terms.paidOutOn)
  for (let k = 1; periods.length < terms.instalments; k += 1) {
    const endsOn = dayAt(k)
    if (!windows.some(({ from, to }) => from <= endsOn && endsOn <= to))
      periods.push({ startsOn, endsOn, isFirst: k === 1 })
    startsOn = endsOn
  }
  return periods
}

const daysMoved = 400

/** Where a due day moves to that is a day of rest, by the rule of the terms. */
export const movedDays = (rule: PlanTerms['workingDays']): ((day: number) => number) => {
  if (rule === undefined || rule.direction === 'same') return (day) => day
  const holidays = new Set(rule.holidays.map(dayOf))
  const isOpen = (day: number): boolean =>
    !rule.weekend.includes(weekdayOf(day)) && !holidays.has(day)
  const next = (day: number, by: 1 | -1): number => {
    for (let i = 1; i <= daysMoved; i += 1) if (isOpen(day + i * by)) return day + i * by
    return day
  }
  return (day) => {
    if (isOpen(day)) return day
    if (rule.direction === 'backward') return next(day, -1)
    const later = next(day, 1)
    return rule.direction === 'forward-in-month' && monthOf(later) !== monthOf(day)
      ? next(day, -1)
      : later
  }
}
