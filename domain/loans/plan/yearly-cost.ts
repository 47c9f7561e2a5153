import type { Decimal } from 'decimal.js'
import { type LocalDate, daysAfter, daysBetween, monthlyDay } from '#domain/kernel/dates.ts'
import {
  Fine,
  type Solved,
  type TimedFlow,
  balancingRate,
  closer,
  crossing,
  powersOf,
} from '#domain/loans/plan/solver.ts'

/** A moment after the first drawdown, as the directive counts it: equal months, odd days over a year's days. */
type Moment = {
  readonly years?: number
  readonly months?: number
  readonly weeks?: number
  readonly days?: number
  readonly dayBase?: number
}

/** A sum at a moment, and again after every interval. */
type RepeatedSum = {
  readonly amount: string
  readonly at: Moment
  readonly every?: Moment
  readonly count?: number
}

const weeksAYear = 52

const timed = ({ years = 0, months = 0, weeks = 0, days = 0, dayBase = 365 }: Moment) => ({
  months: years * 12 + months,
  part: new Fine(weeks).times(12).div(weeksAYear).plus(new Fine(days).times(12).div(dayBase)),
})

const flowsOf = ({ amount, at, every, count = 1 }: RepeatedSum, sign: 1 | -1): TimedFlow[] => {
  const begin = timed(at)
  const step = timed(every ?? {})
  return Array.from({ length: count }, (_, i) => ({
    amount: new Fine(amount).times(sign),
    periods: begin.months + step.months * i,
    part: begin.part.plus(step.part.times(i)),
  }))
}

/**
 * The effective yearly rate in per cent at which drawdowns and payments balance (Directive 2008/48/EC,
 * annex I), unrounded.
 */
export const effectiveYearlyRate = (
  drawdowns: readonly RepeatedSum[],
  payments: readonly RepeatedSum[],
): Solved => {
  const monthly = balancingRate([
    ...drawdowns.flatMap((sum) => flowsOf(sum, 1)),
    ...payments.flatMap((sum) => flowsOf(sum, -1)),
  ])
  return monthly.found
    ? { found: true, rate: monthly.rate.plus(1).pow(12).minus(1).times(100) }
    : monthly
}

/** The interval that a plan repeats: `half-month` counts the 1st and 16th as one and a half months do. */
type UnitPeriod = {
  readonly unit: 'day' | 'week' | 'half-month' | 'month' | 'year'
  readonly n: number
}

const daysInYear = 365
const unitDays = { day: 1, week: 7, 'half-month': 15, month: 30, year: 360 } as const
const unitsAYear = { day: 365, week: 52, 'half-month': 24, month: 12, year: 1 } as const

/** So many half months before a day: the 16th is half a month after the 1st. */
const halfMonthsBefore = (day: LocalDate, halves: number): LocalDate => {
  const dayOfMonth = Number(day.slice(8))
  const isSecond = dayOfMonth > 15
  const place = (isSecond ? 1 : 0) - halves
  const base = isSecond ? dayOfMonth - 15 : dayOfMonth
  const isLater = ((place % 2) + 2) % 2 === 1
  return monthlyDay(day, Math.floor(place / 2), isLater ? base + 15 : base)
}

const before = (day: LocalDate, { unit, n }: UnitPeriod, k: number): LocalDate => {
  if (unit === 'half-month') return halfMonthsBefore(day, k * n)
  if (unit === 'day' || unit === 'week') return daysAfter(day, -k * n * unitDays[unit])
  return monthlyDay(day, -k * n * (unit === 'year' ? 12 : 1), Number(day.slice(8)))
}

type FirstInterval = {
  readonly fullUnitPeriods: number
  readonly oddDays: number
  readonly oddDayBase: number
}

/** How often a step back from a day stays on or after another, and where it arrives. */
const stepsBack = (
  from: LocalDate,
  until: LocalDate,
  unit: UnitPeriod,
): { readonly steps: number; readonly day: LocalDate } => {
  let steps = 0
  while (before(from, unit, steps + 1) >= until) steps += 1
  return { steps, day: before(from, unit, steps) }
}

/**
 * The time to the first payment, counted back from it: whole unit-periods, then what is left. Of a unit of
 * several months that is whole months of 30 days and real days; of a year whole months where nothing is left
 * beside them, else real days over 365 (Regulation Z, appendix J, paragraph (b)(5)).
 */
export const firstIntervalOf = (
  advanceOn: LocalDate,
  firstPaymentOn: LocalDate,
  unitPeriod: UnitPeriod,
): FirstInterval => {
  const { unit, n } = unitPeriod
  const whole = stepsBack(firstPaymentOn, advanceOn, unitPeriod)
  const isOfMonths = unit === 'year' || (unit === 'month' && n > 1)
  const months = isOfMonths
    ? stepsBack(whole.day, advanceOn, { unit: 'month', n: 1 })
    : { steps: 0, day: whole.day }
  const realDays = daysBetween(advanceOn, months.day)
  const isYear = (unit === 'year' && n === 1) || (unit === 'month' && n === 12)
  return isYear && realDays > 0
    ? {
        fullUnitPeriods: whole.steps,
        oddDays: daysBetween(advanceOn, whole.day),
        oddDayBase: daysInYear,
      }
    : {
        fullUnitPeriods: whole.steps,
        oddDays: months.steps * unitDays.month + realDays,
        oddDayBase: unitDays[unit] * n,
      }
}

type ActuarialTerms = {
  readonly advance: { readonly on: LocalDate; readonly amount: string }
  readonly firstPaymentOn: LocalDate
  readonly unitPeriod: UnitPeriod
  readonly payments: readonly { readonly amount: string; readonly count?: number }[]
}

/** More than this a period is no rate that anybody could have meant. */
const ratePeriodMax = 1e9

/** Money paid back after so many whole unit-periods and a part of one, in order of time. */
export type UnitPayment = {
  readonly amount: Decimal
  readonly periods: number
  readonly odd: Decimal
}

/** What payments are worth above an advance at a rate of a unit-period, the odd part by simple interest. */
export const worthAbove = (
  advance: Decimal,
  payments: readonly UnitPayment[],
  rate: Decimal,
): Decimal => {
  const fall = powersOf(new Fine(1).div(rate.plus(1)))
  let [worth, fallen, gone] = [new Fine(0), new Fine(1), 0]
  for (const { amount, periods, odd } of payments) {
    fallen = fallen.times(fall(periods - gone))
    gone = periods
    worth = worth.plus(amount.times(fallen).div(rate.times(odd).plus(1)))
  }
  return worth.minus(advance)
}

/** The same in binary numbers: only ever a hint. */
const roughWorthAbove = (
  advance: Decimal,
  payments: readonly UnitPayment[],
): ((rate: number) => number) => {
  const paid = payments.map(
    ({ amount, periods, odd }) => [amount.toNumber(), periods, odd.toNumber()] as const,
  )
  const out = advance.toNumber()
  return (rate) =>
    paid.reduce(
      (sum, [amount, periods, odd]) => sum + (amount * (1 + rate) ** -periods) / (1 + rate * odd),
      -out,
    )
}

/** The rate of a unit-period at which payments are worth an advance. */
export const unitRate = (advance: Decimal, payments: readonly UnitPayment[]): Solved => {
  const left = (rate: Decimal): Decimal => worthAbove(advance, payments, rate)
  let low = new Fine(0)
  let high = new Fine(1)
  while (left(high).gt(0) && high.lt(ratePeriodMax)) high = high.times(4)
  while (left(low).lt(0) && low.gt('-0.999999')) low = low.minus(1).div(2)
  if (left(low).lt(0) || left(high).gt(0)) return { found: false, reason: 'no-rate-found' }
  if (left(low).isZero()) return { found: true, rate: low }
  const near = closer(roughWorthAbove(advance, payments), left, [low, high])
  return { found: true, rate: crossing(left, ...near) }
}

/** The nominal yearly rate in per cent of the actuarial method: the rate of a unit-period x unit-periods a year. */
export const actuarialYearlyRate = (asked: ActuarialTerms): Solved => {
  const { advance, firstPaymentOn, unitPeriod, payments } = asked
  const { fullUnitPeriods, oddDays, oddDayBase } = firstIntervalOf(
    advance.on,
    firstPaymentOn,
    unitPeriod,
  )
  const odd = new Fine(oddDays).div(oddDayBase)
  const amounts = payments.flatMap(({ amount, count = 1 }) =>
    Array.from({ length: count }, () => new Fine(amount)),
  )
  const paid = amounts.reduce((all, one) => all.plus(one), new Fine(0))
  if (paid.lte(0) || new Fine(advance.amount).lte(0))
    return { found: false, reason: 'no-sign-change' }
  const solved = unitRate(
    new Fine(advance.amount),
    amounts.map((amount, k) => ({ amount, periods: fullUnitPeriods + k, odd })),
  )
  return solved.found
    ? {
        found: true,
        rate: solved.rate.times(unitsAYear[unitPeriod.unit]).div(unitPeriod.n).times(100),
      }
    : solved
}
