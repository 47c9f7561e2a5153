import { Decimal } from 'decimal.js'
import { type LocalDate, type Span, daysAfter, monthlyDay } from '#domain/kernel/dates.ts'
import { type Charter, type Product, rateOfProduct } from '#domain/fund/charter/charter.ts'
import { type HolidayCalendar, holidaysOf } from '#domain/fund/charter/holidays.ts'
import type { Every, WorkingDays } from '#domain/loans/plan/due-days.ts'
import type { DayRule, DueRule, InterestRule, PlanTerms } from '#domain/loans/plan/plan.ts'
import type { Rounding } from '#domain/loans/plan/plan-figures.ts'
import { dueDayOf, firstDueAfter } from '#domain/loans/plan/schedule.ts'

/**
 * What is asked: a loan on paper. What is left out is what the charter says, or none. Fees, deposits, `flat`
 * and `lender` are for comparing an outside offer with ours.
 */
export type QuoteTerms = {
  readonly principal: number
  /** How many instalments; `months` is the same thing by an older name. */
  readonly instalments?: number
  readonly months?: number
  readonly product: Product
  readonly paidOutOn: LocalDate
  readonly every?: Every
  readonly firstDueOn?: LocalDate
  readonly dayOfMonth?: number
  /** Days of meetings, or own dates, instead of `every`. */
  readonly dueOn?: readonly LocalDate[]
  readonly periodFrom?: LocalDate
  /** Of a month, and brought to the length of a period; or of a period as it is; or of a year, by its days. */
  readonly rateMonthlyPercent?: string
  readonly ratePercent?: string
  readonly yearlyPercent?: string
  readonly days?: DayRule
  readonly method?: 'declining' | 'flat'
  readonly repayment?: PlanTerms['repayment']
  readonly graceOnPrincipal?: number
  readonly graceOnInterest?: NonNullable<PlanTerms['graceOnInterest']>
  readonly balloon?: number
  readonly interestRounding?: Rounding
  readonly instalmentRounding?: Rounding
  readonly remainder?: PlanTerms['remainder']
  /** With `calendar` the public holidays that the house knows are added to the list. */
  readonly workingDays?: Partial<WorkingDays> &
    Pick<WorkingDays, 'direction'> & { readonly calendar?: HolidayCalendar }
  readonly relief?: readonly Span[]
  /** Whose offer it is: another lender's is told as dear as it is, and judged, never lent. */
  readonly lender?: 'fund' | 'other'
  /** Taken from the borrower on the day of the loan. */
  readonly fee?: number
  /** Money that must be left because of this loan and comes back with the last instalment. */
  readonly deposit?: number
}

/** The decimals that a rate may have, rounded down, so that a default never costs more than the cap. */
const rateDecimals = 6
const daysAYear = 365
const monthly: Every = { n: 1, unit: 'months' }

const text = (rate: Decimal): string =>
  rate.toDecimalPlaces(rateDecimals, Decimal.ROUND_DOWN).toString()

/** A monthly rate for periods of another length: months as they are, days and weeks over a year of 365. */
export const ratePer = ({ n, unit }: Every, monthlyPercent: string): string => {
  if (unit === 'months' && n === 1) return monthlyPercent
  const rate = new Decimal(monthlyPercent)
  if (unit === 'months' || unit === 'years') return text(rate.times(unit === 'years' ? 12 * n : n))
  return text(rate.times(12 * n * (unit === 'weeks' ? 7 : 1)).div(daysAYear))
}

const yearlyOf = (monthlyPercent: string): string => text(new Decimal(monthlyPercent).times(12))

const interestRuleOf = (asked: QuoteTerms, charter: Charter): InterestRule => {
  const { ratePercent, yearlyPercent, days = 'actual/365', dueOn, every = monthly } = asked
  const isFlat = asked.method === 'flat'
  // Whoever begins a trade pays the fund nothing for it, whatever is written beside it.
  if (asked.product === 'enterprise' && asked.lender === undefined)
    return dueOn
      ? { per: 'day', yearlyPercent: '0', days, isFlat }
      : { per: 'period', ratePercent: '0', isFlat }
  if (yearlyPercent !== undefined) return { per: 'day', yearlyPercent, days, isFlat }
  if (ratePercent !== undefined) return { per: 'period', ratePercent, isFlat }
  const ofMonth = asked.rateMonthlyPercent ?? rateOfProduct(charter, asked.product)
  // Meetings are not equally far apart: what a list costs by the month is counted by its days.
  if (dueOn) return { per: 'day', yearlyPercent: yearlyOf(ofMonth), days, isFlat }
  return { per: 'period', ratePercent: ratePer(every, ofMonth), isFlat }
}

const firstDue = (
  { paidOutOn, every = monthly, dayOfMonth }: QuoteTerms,
  charter: Charter,
): LocalDate => {
  const day = dayOfMonth ?? charter.meetingDay
  if (every.unit === 'months') return firstDueAfter(paidOutOn, day)
  if (every.unit === 'years') return monthlyDay(paidOutOn, 12 * every.n, day)
  return daysAfter(paidOutOn, every.n * (every.unit === 'weeks' ? 7 : 1))
}

const dueRuleOf = (asked: QuoteTerms, charter: Charter): DueRule => {
  const { dueOn, periodFrom, every = monthly } = asked
  if (dueOn) return periodFrom === undefined ? { on: dueOn } : { on: dueOn, periodFrom }
  const firstDueOn = asked.firstDueOn ?? firstDue(asked, charter)
  return {
    every,
    firstDueOn,
    dayOfMonth: asked.dayOfMonth ?? dueDayOf(firstDueOn, charter.meetingDay),
  }
}

/** How many instalments are asked for, a list of days being as many as it has. */
export const instalmentsOf = ({ instalments, months, dueOn }: QuoteTerms): number =>
  instalments ?? months ?? dueOn?.length ?? 0

/** The days on which nobody meets, those of a calendar among them. */
const workingDaysOf = ({ workingDays }: QuoteTerms): Pick<PlanTerms, 'workingDays'> => {
  if (!workingDays) return {}
  const { calendar, holidays = [], weekend = [], direction } = workingDays
  const known = calendar === undefined ? [] : holidaysOf(calendar)
  const all = [...new Set([...holidays, ...known])].toSorted()
  return { workingDays: { weekend, holidays: all, direction } }
}

/** The plan that is asked for, with the charter's word wherever the question has none. */
export const planTermsOf = (charter: Charter, asked: QuoteTerms): PlanTerms => ({
  principal: asked.principal,
  paidOutOn: asked.paidOutOn,
  instalments: instalmentsOf(asked),
  due: dueRuleOf(asked, charter),
  interest: interestRuleOf(asked, charter),
  repayment: asked.repayment ?? (asked.product === 'seasonal' ? 'bullet' : 'equal-principal'),
  graceOnPrincipal: asked.graceOnPrincipal ?? 0,
  graceOnInterest: asked.graceOnInterest ?? { instalments: 0, is: 'deferred' },
  balloon: asked.balloon ?? 0,
  interestRounding: asked.interestRounding ?? { mode: 'down', step: charter.interestStep },
  instalmentRounding: asked.instalmentRounding ?? { mode: 'down', step: charter.instalmentStep },
  remainder: asked.remainder ?? 'last',
  ...workingDaysOf(asked),
  relief: asked.relief ?? [],
  isOutside: asked.lender === 'other' || asked.method === 'flat',
})
