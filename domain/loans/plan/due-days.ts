import {
  type LocalDate,
  daysAfter,
  isLocalDate,
  monthlyDay,
  weekdayOf,
} from '#domain/kernel/dates.ts'

/** How often an instalment falls due: every 2 weeks, every month. */
export type Every = {
  readonly n: number
  readonly unit: 'days' | 'weeks' | 'months' | 'years'
}

/** Days on which nobody meets, and where a due date goes that falls on one. */
export type WorkingDays = {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekend: readonly number[]
  readonly holidays: readonly LocalDate[]
  readonly direction: 'forward' | 'backward' | 'forward-in-month' | 'same'
}

const inDays = { days: 1, weeks: 7 } as const
const inMonths = { months: 1, years: 12 } as const

/**
 * The day that is `k` periods after `start`, always counted from the start: a month that is too short
 * takes its last day, and the next one does not remember it. `dayOfMonth` stands in for the start's
 * own day where the start was itself cut short.
 */
export const periodDay = (
  start: LocalDate,
  k: number,
  { n, unit }: Every,
  dayOfMonth?: number,
): LocalDate => {
  if (unit === 'days' || unit === 'weeks') return daysAfter(start, k * n * inDays[unit])
  return monthlyDay(start, k * n * inMonths[unit], dayOfMonth ?? Number(start.slice(8)))
}

/** A year and a month without a working day: the rule cannot be meant, and the day stays. */
const daysToLookMax = 400

const nextWorkingDay = (day: LocalDate, rule: WorkingDays, step: 1 | -1): LocalDate => {
  const holidays = new Set(rule.holidays)
  for (let moved = 0; moved <= daysToLookMax; moved += 1) {
    const candidate = daysAfter(day, moved * step)
    if (!rule.weekend.includes(weekdayOf(candidate)) && !holidays.has(candidate)) return candidate
  }
  return day
}

/**
 * Where a due date goes that falls on a day without a meeting; interest does not move with it. Forward in
 * the month turns back where the next such day would be another month's.
 */
export const workingDay = (day: LocalDate, rule: WorkingDays | undefined): LocalDate => {
  if (!rule || rule.direction === 'same') return day
  if (rule.direction === 'backward') return nextWorkingDay(day, rule, -1)
  const forward = nextWorkingDay(day, rule, 1)
  const isInMonth = forward.slice(0, 7) === day.slice(0, 7)
  return rule.direction === 'forward' || isInMonth ? forward : nextWorkingDay(day, rule, -1)
}

/** What a series of due dates is made of: counted from the day before it begins, or from its first. */
type DueDaysTerms = {
  readonly start?: LocalDate | undefined
  readonly firstDueOn?: LocalDate | undefined
  readonly dayOfMonth?: number | undefined
  readonly every: Every
  readonly count: number
  readonly workingDays?: WorkingDays | undefined
}

/** The due dates of a plan, each counted from the first (or from the start) and then moved by the rule. */
export const dueDays = (asked: DueDaysTerms): LocalDate[] => {
  const { firstDueOn, start, every, dayOfMonth, count, workingDays } = asked
  const first = firstDueOn ?? start
  if (first === undefined || !isLocalDate(first)) return []
  const skipped = firstDueOn === undefined ? 1 : 0
  return Array.from({ length: count }, (_, k) =>
    workingDay(periodDay(first, k + skipped, every, dayOfMonth), workingDays),
  )
}
