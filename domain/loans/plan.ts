import { Decimal } from 'decimal.js'
import {
  type LocalDate,
  type Span,
  dayBefore,
  daysBetween,
  daysInYearOf,
  earlier,
  isLocalDate,
  later,
} from '#domain/kernel/dates.ts'
import { type Every, type WorkingDays, periodDay, workingDay } from '#domain/loans/due-days.ts'

/** How a figure is brought to whole steps; the mode and the step are named wherever one is. */
export type Rounding = {
  readonly mode: 'down' | 'up' | 'half-up' | 'half-even'
  readonly step: number
}

const modes = {
  down: Decimal.ROUND_FLOOR,
  up: Decimal.ROUND_CEIL,
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
} as const

export const roundedBy = (amount: Decimal.Value, { mode, step }: Rounding): number =>
  new Decimal(amount).div(step).toDecimalPlaces(0, modes[mode]).times(step).toNumber()

export type DayRule = 'actual/365' | 'actual/actual' | '30/360'

/** What a loan costs: a rate for each whole period, or a yearly rate for its real days. */
export type InterestRule =
  | { readonly per: 'period'; readonly ratePercent: string }
  | { readonly per: 'day'; readonly yearlyPercent: string; readonly days: DayRule }

/** When instalments fall due: every so often from a first day, or on days of a list (meetings, own dates). */
export type DueRule =
  | { readonly every: Every; readonly firstDueOn: LocalDate; readonly dayOfMonth?: number }
  | { readonly on: readonly LocalDate[] }

/**
 * A plan of the convention `village-plan`, version 1 (`docs/conventions/village-plan.md`). Sums in smallest
 * units. What is left out is none.
 */
export type PlanTerms = {
  readonly principal: number
  readonly paidOutOn: LocalDate
  readonly instalments: number
  readonly due: DueRule
  readonly interest: InterestRule
  readonly repayment: 'equal-principal' | 'equal-instalment' | 'bullet'
  /** The first so many instalments carry no principal. */
  readonly graceOnPrincipal?: number
  readonly graceOnInterest?: { readonly instalments: number; readonly is: 'deferred' | 'forgiven' }
  /** Principal that stays until the last instalment. */
  readonly balloon?: number
  readonly interestRounding: Rounding
  /** For the principal of equal parts, and for the whole of equal instalments. */
  readonly instalmentRounding: Rounding
  readonly remainder: 'first' | 'last' | 'spread'
  readonly workingDays?: WorkingDays
  readonly relief?: readonly Span[]
}

/** The first field that cannot hold; undefined when all can. */
export const planFault = (terms: PlanTerms): string | undefined => {
  const { principal, instalments, graceOnPrincipal = 0, graceOnInterest, balloon = 0 } = terms
  if (!Number.isSafeInteger(principal) || principal <= 0) return 'principal'
  if (!Number.isSafeInteger(instalments) || instalments < 1 || instalments > 1200)
    return 'instalments'
  if (!isLocalDate(terms.paidOutOn)) return 'paidOutOn'
  if (graceOnPrincipal < 0 || graceOnPrincipal >= instalments) return 'graceOnPrincipal'
  if (graceOnInterest && graceOnInterest.instalments > instalments) return 'graceOnInterest'
  if (balloon < 0 || balloon >= principal) return 'balloon'
  return dueFault(terms)
}

const dueFault = ({ due, paidOutOn, instalments }: PlanTerms): string | undefined => {
  if ('every' in due) return due.firstDueOn > paidOutOn ? undefined : 'firstDueOn'
  const isRising = due.on.every((day, i) => day > (due.on[i - 1] ?? paidOutOn))
  return isRising && due.on.length >= instalments ? undefined : 'due'
}

type EveryRule = Extract<DueRule, { readonly every: Every }>

const everyDay = ({ every, firstDueOn, dayOfMonth }: EveryRule, k: number): LocalDate =>
  periodDay(firstDueOn, k, { ...every, dayOfMonth })

/** The k-th day of the rule, counted from the first; a list that has ended goes on by months from its last day. */
const ruleDay = (due: DueRule, k: number): LocalDate => {
  if ('every' in due) return everyDay(due, k)
  const day = due.on[k]
  if (day !== undefined) return day
  const last = due.on.length - 1
  return periodDay(due.on[last]!, k - last, { n: 1, unit: 'months' })
}

const isCovered = (relief: readonly Span[], day: LocalDate): boolean =>
  relief.some(({ from, to }) => from <= day && day <= to)

/**
 * A period of the plan as interest counts it: `share` is a part of a period, or of a year where days count.
 * `ended` whole periods of the rule have gone by with it, those under relief too.
 */
export type PlanPeriod = {
  readonly dueOn: LocalDate
  readonly share: Decimal
  readonly ended: number
}

/** Real days over real years: each year's days over its length. */
const partOfYears = (from: LocalDate, to: LocalDate): Decimal => {
  let sum = new Decimal(0)
  for (let start = from; start < to;) {
    const end = earlier(`${Number(start.slice(0, 4)) + 1}-01-01`, to)
    sum = sum.plus(new Decimal(daysBetween(start, end)).div(daysInYearOf(start)))
    start = end
  }
  return sum
}

const parts360 = (day: LocalDate): number =>
  Number(day.slice(0, 4)) * 360 + Number(day.slice(5, 7)) * 30 + Math.min(Number(day.slice(8)), 30)

const yearShare = (rule: DayRule, from: LocalDate, to: LocalDate): Decimal => {
  if (to <= from) return new Decimal(0)
  if (rule === 'actual/actual') return partOfYears(from, to)
  if (rule === '30/360') return new Decimal(parts360(to) - parts360(from)).div(360)
  return new Decimal(daysBetween(from, to)).div(365)
}

/** The part of a year that lies outside all windows; overlapping windows count once. */
const openYearShare = (rule: DayRule, { from, to }: Span, relief: readonly Span[]): Decimal => {
  let share = new Decimal(0)
  let start = from
  for (const window of relief.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    share = share.plus(yearShare(rule, start, earlier(dayBefore(window.from), to)))
    start = later(start, window.to)
  }
  return share.plus(yearShare(rule, start, to))
}

const plannedDays = { days: 1, weeks: 7, months: 30, years: 360 } as const

/** The first period's part of a whole one: by its days where it is short, one where it is not. */
export const firstPart = ({ due, paidOutOn }: PlanTerms): Decimal => {
  if (!('every' in due)) return new Decimal(1)
  const { every, firstDueOn } = due
  if (everyDay(due, -1) >= paidOutOn) return new Decimal(1)
  const planned = every.n * plannedDays[every.unit]
  return Decimal.min(new Decimal(daysBetween(paidOutOn, firstDueOn)).div(planned), 1)
}

const shareOf = (terms: PlanTerms, span: Span, isFirst: boolean): Decimal => {
  const { interest, relief = [] } = terms
  if (interest.per === 'day') return openYearShare(interest.days, span, relief)
  return isFirst ? firstPart(terms) : new Decimal(1)
}

/**
 * The periods of the plan. A day inside a relief window is passed over and its period bears nothing; the
 * instalment takes the next day that is not, and bears at most what it would have borne on its own.
 */
export const planPeriods = (terms: PlanTerms): PlanPeriod[] => {
  const { due, paidOutOn, instalments, workingDays, relief = [] } = terms
  const periods: PlanPeriod[] = []
  for (let k = 0; periods.length < instalments; k += 1) {
    const day = ruleDay(due, k)
    if (isCovered(relief, day)) continue
    const n = periods.length
    const own = { from: n === 0 ? paidOutOn : ruleDay(due, n - 1), to: ruleDay(due, n) }
    const now = { from: k === 0 ? paidOutOn : ruleDay(due, k - 1), to: day }
    const atMost = shareOf({ ...terms, relief: [] }, own, n === 0)
    const share = Decimal.min(shareOf(terms, now, k === 0), atMost)
    periods.push({ dueOn: workingDay(day, workingDays), share, ended: k + 1 })
  }
  return periods
}
