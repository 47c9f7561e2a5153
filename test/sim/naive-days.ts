import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { roundedTo, decimalOf } from '#test/support/oracle/fractions.ts'
import { type Window, dueDays } from '#test/support/oracle/due-days.ts'
import { openParts, yearParts } from '#test/support/oracle/shares.ts'

/** The days by which a loan is counted: its rule, and the day from which its first period can bear anything. */
export type Days = {
  readonly plan: PlanTerms
  readonly begun: number
  readonly windows: readonly Window[]
}
/** `whole` parts `of` a period (or a year) are borne by what stands all of it; none where it is `isFree`. */
export type Period = {
  readonly start: number
  readonly end: number
  readonly isFree: boolean
  readonly whole: number
  readonly of: number
}

/** A stretch in which nothing falls due on a loan; of a death it is no relief that was declared. */
export type LoanWindow = {
  /** The event that was decided on here; no fine stands for its days. */
  readonly decidedAs?: string
  /** The event that it was put on for; of a death none. */
  readonly event?: string
  readonly from: number
  readonly to: number
  readonly declaredOn: number
  readonly isDeath?: true
}

export const isIn = (windows: readonly Window[], day: number): boolean =>
  windows.some(({ from, to }) => from <= day && day <= to)

/** Windows in order, as one where they overlap or touch. */
const united = (windows: readonly Window[]): Window[] => {
  const list: Window[] = []
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    const last = list.at(-1)
    if (last && from <= last.to + 1) list[list.length - 1] = { ...last, to: Math.max(last.to, to) }
    else list.push({ from, to })
  }
  return list
}

const unitDays = { days: 1, weeks: 7, months: 30, years: 360 } as const

const partsBetween = ({ plan, windows }: Days, startsOn: number, endsOn: number): number =>
  plan.interest.per === 'day'
    ? openParts({ startsOn, endsOn }, united(windows), yearParts[plan.interest.days].between)
    : endsOn - startsOn

/** The day before a period on which one like it would have ended; a list may name none before its first. */
const endBefore = (due: PlanTerms['due'], k: number): number | undefined => {
  if (k > 0 || !('on' in due)) return dueDays(due)(k)
  return due.periodFrom === undefined ? undefined : dueDays({ on: [due.periodFrom] })(1)
}

export const periodEnd = ({ plan }: Days, k: number): number => dueDays(plan.due)(k + 1)

export const periodOf = (days: Days, k: number): Period => {
  const { plan, begun } = days
  const { due } = plan
  const end = periodEnd(days, k)
  const isFree = isIn(days.windows, end)
  const before = endBefore(due, k)
  if (plan.interest.per === 'day') {
    const start = k === 0 ? begun : Math.max(before!, begun)
    const whole = isFree ? 0 : partsBetween(days, start, end)
    return { start, end, isFree, whole, of: yearParts[plan.interest.days].under }
  }
  const start = Math.max(before ?? begun, begun)
  const of =
    'every' in due ? due.every.n * unitDays[due.every.unit] : Math.max(end - (before ?? start), 1)
  const isWhole = before === undefined || start === before
  const whole = isWhole ? of : Math.min(end - start, of)
  return { start, end, isFree, whole: isFree ? 0 : whole, of }
}

/** How many of a period's parts have gone by on a day. */
export const partsGone = (days: Days, { start, whole }: Period, day: number): number =>
  Math.min(Math.max(day > start ? partsBetween(days, start, day) : 0, 0), whole)

/** Interest of principal x parts of a period, rounded once. */
export const interestOf = (
  { interest, interestRounding }: PlanTerms,
  weight: bigint,
  of: number,
) => {
  const { over, under } = decimalOf(
    interest.per === 'day' ? interest.yearlyPercent : interest.ratePercent,
  )
  if (weight <= 0n) return 0
  const { mode, step } = interestRounding
  return Number(roundedTo(weight * over, under * 100n * BigInt(of), { mode, step: BigInt(step) }))
}
