import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { civilOf, dayOf, newYearOf, thirtiethsOf } from '#test/support/oracle/calendar.ts'
import { type Period, type Window, dueDays } from '#test/support/oracle/due-days.ts'

/** The shares of all periods of a plan, as numerators `over` one denominator `under`. */
export type Shares = { readonly over: readonly number[]; readonly under: number }

type Days = Extract<PlanTerms['interest'], { per: 'day' }>['days']

const isLeap = (year: number): boolean => newYearOf(year + 1) - newYearOf(year) === 366

/** Days over 365 and days over 366 together, as one number of parts of 365 x 366. */
const actualActual = (from: number, to: number): number => {
  let parts = 0
  let start = from
  while (start < to) {
    const { year } = civilOf(start)
    const end = Math.min(to, newYearOf(year + 1))
    parts += (end - start) * (isLeap(year) ? 365 : 366)
    start = end
  }
  return parts
}

/** The parts that a year has by each rule, and those between two days. */
export const yearParts: Record<
  Days,
  { under: number; between: (from: number, to: number) => number }
> = {
  'actual/365': { under: 365, between: (from, to) => to - from },
  'actual/actual': { under: 365 * 366, between: actualActual },
  '30/360': { under: 360, between: (from, to) => thirtiethsOf(to) - thirtiethsOf(from) },
}

/** What of a period no window covers, each stretch counted by itself. */
export const openParts = (
  { startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>,
  windows: readonly Window[],
  between: (from: number, to: number) => number,
): number => {
  let parts = 0
  let start = startsOn
  for (const { from, to } of windows) {
    if (to < start + 1 || from > endsOn) continue
    if (from - 1 > start) parts += between(start, from - 1)
    start = to
  }
  return start < endsOn ? parts + between(start, endsOn) : parts
}

const unitDays = { days: 1, weeks: 7, months: 30, years: 360 } as const

/** The day one step before the first due date and the days of a whole period, or nothing where no day was agreed. */
const wholePeriod = (
  due: PlanTerms['due'],
): { readonly before: number; readonly days: number } | undefined => {
  if (!('on' in due))
    return { before: dueDays(due)(0), days: due.every.n * unitDays[due.every.unit] }
  if (due.periodFrom === undefined) return undefined
  const before = dayOf(due.periodFrom)
  return { before, days: dueDays(due)(1) - before }
}

const sharesByPeriod = (due: PlanTerms['due'], periods: readonly Period[]): Shares => {
  const whole = wholePeriod(due)
  if (whole === undefined) return { over: periods.map(() => 1), under: 1 }
  const shareOf = ({ startsOn, endsOn, isFirst }: Period): number =>
    isFirst && startsOn > whole.before ? Math.min(endsOn - startsOn, whole.days) : whole.days
  return { over: periods.map(shareOf), under: whole.days }
}

/** The share that each instalment's period has, before it is held against the plan without relief. */
export const sharesOf = (
  { due, interest }: PlanTerms,
  periods: readonly Period[],
  windows: readonly Window[],
): Shares => {
  if (interest.per === 'period') return sharesByPeriod(due, periods)
  const { under, between } = yearParts[interest.days]
  return { over: periods.map((period) => openParts(period, windows, between)), under }
}
