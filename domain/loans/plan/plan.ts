import { type LocalDate, type Span, isLocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { isRate } from '#domain/kernel/money.ts'
import type { Every, WorkingDays } from '#domain/loans/plan/due-days.ts'
import type { Rounding } from '#domain/loans/plan/plan-figures.ts'

export type DayRule = 'actual/365' | 'actual/actual' | '30/360'

/**
 * What a loan costs: a rate for each whole period, or a yearly rate for its real days. `isFlat` counts it on
 * the whole principal whatever is left of it: only ever another lender's offer, never lent.
 */
export type InterestRule = (
  | { readonly per: 'period'; readonly ratePercent: string }
  | { readonly per: 'day'; readonly yearlyPercent: string; readonly days: DayRule }
) & { readonly isFlat?: boolean }

/**
 * When instalments fall due: every so often from a first day, or on days of a list (meetings, own dates).
 * `periodFrom` is the meeting before the first of a list, for money that is paid out between the two.
 */
export type DueRule =
  | { readonly every: Every; readonly firstDueOn: LocalDate; readonly dayOfMonth?: number }
  | { readonly on: readonly LocalDate[]; readonly periodFrom?: LocalDate }

/**
 * A plan of the village convention (`docs/conventions/village.md`). Sums in smallest units. What is left
 * out is none.
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
  /** Another lender's offer: it is only compared, so that no hard limit of ours cuts what it costs. */
  readonly isOutside?: boolean
}

/** A hundred years of months. */
const instalmentsMax = 1200

const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to

const rateMax = 999

/** A rule of interest that cannot be counted by; the yearly rate of a moneylender is well below 999. */
const interestFault = ({ interest, isOutside, repayment }: PlanTerms): string | undefined => {
  const isFit =
    interest.per === 'day'
      ? isRate(interest.yearlyPercent, rateMax)
      : isRate(interest.ratePercent, rateMax)
  const isFlatFit = !interest.isFlat || (isOutside && repayment !== 'equal-instalment')
  return isFit && isFlatFit ? undefined : 'interest'
}

const graceFault = ({ instalments, graceOnPrincipal = 0, graceOnInterest }: PlanTerms) => {
  if (!isWhole(graceOnPrincipal, 0, instalments - 1)) return 'graceOnPrincipal'
  return isWhole(graceOnInterest?.instalments ?? 0, 0, instalments) ? undefined : 'graceOnInterest'
}

const stepMax = 1_000_000

/** Words of which each has a meaning: another one is no plan. */
const words = {
  repayment: ['equal-principal', 'equal-instalment', 'bullet'],
  remainder: ['first', 'last', 'spread'],
  mode: ['down', 'up', 'half-up', 'half-even'],
  unit: ['days', 'weeks', 'months', 'years'],
  grace: ['deferred', 'forgiven'],
  direction: ['forward', 'backward', 'forward-in-month', 'same'],
  days: ['actual/365', 'actual/actual', '30/360'],
} as const

const isWord = (kind: keyof typeof words, value: unknown): boolean =>
  value === undefined || (words[kind] as readonly unknown[]).includes(value)

const wordFault = ({ due, interest, ...terms }: PlanTerms): string | undefined => {
  const checks: readonly (readonly [string, boolean])[] = [
    ['repayment', isWord('repayment', terms.repayment)],
    ['remainder', isWord('remainder', terms.remainder)],
    ['interestRounding', isWord('mode', terms.interestRounding.mode)],
    ['instalmentRounding', isWord('mode', terms.instalmentRounding.mode)],
    ['graceOnInterest', isWord('grace', terms.graceOnInterest?.is)],
    ['workingDays', isWord('direction', terms.workingDays?.direction)],
    ['every', !('every' in due) || isWord('unit', due.every.unit)],
    ['days', interest.per !== 'day' || isWord('days', interest.days)],
  ]
  return checks.find(([, isFit]) => !isFit)?.[0]
}

/** The first field that cannot hold; undefined when all can. */
export const planFault = (terms: PlanTerms): string | undefined => {
  const { principal, instalments, balloon = 0 } = terms
  const odd = wordFault(terms)
  if (odd !== undefined) return odd
  if (!isWhole(principal, 1, Number.MAX_SAFE_INTEGER)) return 'principal'
  if (!isWhole(instalments, 1, instalmentsMax)) return 'instalments'
  if (!isLocalDate(terms.paidOutOn)) return 'paidOutOn'
  if (!isWhole(balloon, 0, principal - 1)) return 'balloon'
  for (const name of ['interestRounding', 'instalmentRounding'] as const)
    if (!isWhole(terms[name].step, 1, stepMax)) return name
  return graceFault(terms) ?? interestFault(terms) ?? dueFault(terms) ?? daysFault(terms)
}

/** A day of the month, or the month's last where it has none such, is the day of a date. */
const isDayOf = (date: LocalDate, dayOfMonth: number): boolean =>
  isWhole(dayOfMonth, 1, 31) && monthlyDay(date, 0, dayOfMonth) === date

const dueFault = ({ due, paidOutOn, instalments }: PlanTerms): string | undefined => {
  if ('every' in due) {
    if (!isWhole(due.every.n, 1, 400)) return 'every'
    const { firstDueOn, dayOfMonth } = due
    if (!isLocalDate(firstDueOn) || firstDueOn <= paidOutOn) return 'firstDueOn'
    const isOwnDay = dayOfMonth === undefined || isDayOf(firstDueOn, dayOfMonth)
    return isOwnDay ? undefined : 'dayOfMonth'
  }
  const isRising = due.on.every((day, i) => isLocalDate(day) && day > (due.on[i - 1] ?? paidOutOn))
  if (!isRising || due.on.length < instalments) return 'due'
  const isBefore = due.periodFrom === undefined || due.periodFrom < due.on[0]!
  return isBefore ? undefined : 'periodFrom'
}

/** Relief of more than ten years at once is a slip of the pen, and would take a plan out of the calendar. */
const windowYearsMax = 10

const daysFault = ({ workingDays, relief = [] }: PlanTerms): string | undefined => {
  if (workingDays && !workingDays.weekend.every((day) => isWhole(day, 1, 7))) return 'workingDays'
  const isSpan = ({ from, to }: Span): boolean =>
    isLocalDate(from) &&
    isLocalDate(to) &&
    from <= to &&
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= windowYearsMax
  return relief.every(isSpan) ? undefined : 'relief'
}
