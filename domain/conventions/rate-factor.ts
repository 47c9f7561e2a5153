import { Decimal } from 'decimal.js'
import {
  type LocalDate,
  daysBetween,
  daysInMonthOf,
  daysInYearOf,
  earlier,
} from '#domain/kernel/dates.ts'
import type { Every } from '#domain/loans/plan/due-days.ts'

/** Which days a factor counts: of the month and of the year, `actual` or by name. */
export type DayCount = {
  readonly year: '360' | '364' | '365' | 'actual'
  readonly month: '30' | 'actual'
}

/** From a day on a rate holds, until the next one. */
export type RateFrom = { readonly from: LocalDate; readonly annualRatePercent: string }

/** A stretch of days of one period in which neither balance nor rate changes. */
export type Segment = { readonly from: LocalDate; readonly to: LocalDate }

/** A period's whole stretch and what its factors are made of. */
export type FactorRule = {
  readonly dayCount: DayCount
  readonly every: Every
  /** Sorted by day; the first holds from the beginning. */
  readonly rates: readonly RateFrom[]
  /** Significant digits of every step, half-even. */
  readonly precision: number
}

/** Decimals of as many significant digits as the lender carries. */
export const digits = (precision: number): typeof Decimal =>
  Decimal.clone({ precision, rounding: Decimal.ROUND_HALF_EVEN })

const rateOn = (rates: readonly RateFrom[], day: LocalDate): string =>
  rates.findLast(({ from }) => from <= day)?.annualRatePercent ?? rates[0]!.annualRatePercent

/**
 * Parts of real years in a segment that crosses a year's end: its first part ends on 31 December, so
 * that this one day is counted in the length of the new year.
 */
const partsOfYears = (Digits: typeof Decimal, { from, to }: Segment): Decimal => {
  let sum = new Digits(0)
  let start = from
  while (start < to) {
    const yearsEnd = `${start.slice(0, 4)}-12-31`
    const end = start === yearsEnd ? nextYearsEnd(start, to) : earlier(yearsEnd, to)
    const year = start === yearsEnd ? end : start
    sum = sum.plus(new Digits(daysBetween(start, end)).div(daysInYearOf(year)))
    start = end
  }
  return sum
}

const nextYearsEnd = (day: LocalDate, to: LocalDate): LocalDate =>
  earlier(`${Number(day.slice(0, 4)) + 1}-12-31`, to)

const daysOfUnit = ({ unit }: Every, { month }: DayCount, from: LocalDate): number => {
  if (unit === 'days') return 1
  if (unit === 'weeks') return 7
  const days = month === '30' ? 30 : daysInMonthOf(from)
  return unit === 'years' ? days * 12 : days
}

/** What a segment costs as a part of its balance (`docs/conventions/rate-factor.md`). */
export const factorOf = (
  { dayCount, every, rates, precision }: FactorRule,
  period: Segment,
  segment: Segment,
): Decimal => {
  const Digits = digits(precision)
  const rate = new Digits(rateOn(rates, segment.from)).div(100)
  const crosses = segment.from.slice(0, 4) !== segment.to.slice(0, 4)
  if (dayCount.year === 'actual' && crosses) return rate.times(partsOfYears(Digits, segment))
  const yearDays = dayCount.year === 'actual' ? daysInYearOf(segment.from) : Number(dayCount.year)
  return rate
    .times(daysOfUnit(every, dayCount, segment.from) * every.n)
    .div(yearDays)
    .times(daysBetween(segment.from, segment.to))
    .div(daysBetween(period.from, period.to))
}

/** The instalment that brings a balance to zero over periods of these factors, unrounded. */
export const factorAnnuity = (
  balance: number,
  factors: readonly Decimal[],
  precision: number,
): Decimal => {
  const Digits = digits(precision)
  const growth = factors.reduce((product, factor) => product.times(factor.plus(1)), new Digits(1))
  const sum = factors.slice(1).reduce((f, factor) => f.times(factor.plus(1)).plus(1), new Digits(1))
  return growth.times(balance).div(sum)
}
