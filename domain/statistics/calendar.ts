import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'

/** What a period is: a month, a quarter or a half of a calendar year, as `2026-08`, `2026-Q3`, `2026-H2`. */
export const periodUnits = ['month', 'quarter', 'half'] as const
export type PeriodUnit = (typeof periodUnits)[number]
export type Period = string

const months = { month: 1, quarter: 3, half: 6 } as const
const written = {
  month: /^(?:19|2[01])\d\d-(0[1-9]|1[0-2])$/,
  quarter: /^(?:19|2[01])\d\d-Q([1-4])$/,
  half: /^(?:19|2[01])\d\d-H([12])$/,
} as const

/** Days from the end of a period until its figures may be told: what comes in until then is still counted in it. */
const daysUntilRelease = 45

export const unitOf = (period: Period): PeriodUnit | undefined =>
  periodUnits.find((unit) => written[unit].test(period))

export const periodOf = (day: LocalDate, unit: PeriodUnit): Period => {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  if (unit === 'month') return day.slice(0, 7)
  return `${year}-${unit === 'quarter' ? 'Q' : 'H'}${Math.ceil(month / months[unit])}`
}

const monthText = (month: number): string => String(month).padStart(2, '0')

/** The first day of the period after; throws where the text is none. */
const firstDayAfter = (period: Period): LocalDate => {
  const unit = unitOf(period)
  if (!unit) throw new Error('no period')
  const last = Number(written[unit].exec(period)![1]) * months[unit]
  const year = Number(period.slice(0, 4))
  return last === 12 ? `${year + 1}-01-01` : `${year}-${monthText(last + 1)}-01`
}

/** The first and the last day of a period. */
export const daysOf = (period: Period): { readonly from: LocalDate; readonly to: LocalDate } => {
  const to = dayBefore(firstDayAfter(period))
  const first = Number(to.slice(5, 7)) - months[unitOf(period)!] + 1
  return { from: `${to.slice(0, 4)}-${monthText(first)}-01`, to }
}

/** The first day on which a period's figures may be told. */
export const releaseDayOf = (period: Period): LocalDate =>
  daysAfter(firstDayAfter(period), daysUntilRelease)

/**
 * In which period something is counted: in its own where it was written down before that one's release day, and
 * otherwise in the first whose release was still to come, so that nothing is ever added to what was told.
 */
export const countedIn = (
  { happened, recorded }: { readonly happened: LocalDate; readonly recorded: LocalDate },
  unit: PeriodUnit,
): Period => {
  let period = periodOf(happened, unit)
  while (recorded >= releaseDayOf(period)) period = periodOf(firstDayAfter(period), unit)
  return period
}

/** The period that was over last, as long as its figures cannot be told yet: what comes in is still counted in it. */
export const stillCounted = (day: LocalDate, unit: PeriodUnit): Period | undefined => {
  const last = periodOf(dayBefore(daysOf(periodOf(day, unit)).from), unit)
  return day < releaseDayOf(last) ? last : undefined
}

/** The last day on which a period may be the one that is told next: after it the next one is. */
export const lastDayOf = (period: Period): LocalDate =>
  dayBefore(releaseDayOf(periodOf(firstDayAfter(period), unitOf(period)!)))
