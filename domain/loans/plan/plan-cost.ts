import { Decimal } from 'decimal.js'
import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { firstPart, planPeriods } from '#domain/loans/plan/plan-periods.ts'
import { type PlanRow, planRows } from '#domain/loans/plan/plan-rows.ts'
import { Fine, type Solved, balancingRate } from '#domain/loans/plan/solver.ts'
import { type UnitPayment, unitRate, worthAbove } from '#domain/loans/plan/yearly-cost.ts'

/** What changes hands beside the plan: a fee, and money that must be left until the last instalment. */
type Extras = { readonly fee?: number; readonly deposit?: number }

/** What a plan costs: rates in per cent with two decimals, half up; none where there is none. */
export type PlanCost = {
  readonly interest: number
  readonly totalToRepay: number
  readonly costPer100000: number
  readonly nominalYearlyPercent: string | null
  readonly effectiveYearlyPercent: string | null
}

const daysAYear = 365
const daysOfUnit = { days: 1, weeks: 7 } as const
const monthsOfUnit = { months: 1, years: 12 } as const

/** What each 100,000 borrowed costs in all, rounded to the unit, half up. */
export const costPer100000 = (cost: number, principal: number): number =>
  new Decimal(cost)
    .times(100_000)
    .div(principal)
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
    .toNumber()

const isByDay = ({ due, interest }: PlanTerms): boolean =>
  !('every' in due) || interest.per === 'day'

/** A month is a twelfth of a year whatever its days; weeks and days are parts of 365. */
const periodsAYear = (terms: PlanTerms): Decimal => {
  const { due } = terms
  if (!('every' in due) || isByDay(terms)) return new Fine(daysAYear)
  const { n, unit } = due.every
  return unit === 'days' || unit === 'weeks'
    ? new Fine(daysAYear).div(n * daysOfUnit[unit])
    : new Fine(12).div(n * monthsOfUnit[unit])
}

type Payment = { readonly amount: number; readonly dueOn: LocalDate; readonly ended: number }

/** What is paid on each day and how many periods have ended by then; a deposit comes back with the last. */
const paymentsOf = (
  terms: PlanTerms,
  rows: readonly PlanRow[],
  { deposit = 0 }: Extras,
): Payment[] => {
  const ended = new Map(planPeriods(terms).map((period) => [period.dueOn, period.ended]))
  return rows.map(({ dueOn, total, n }) => ({
    dueOn,
    amount: total - (n === rows.length ? deposit : 0),
    ended: ended.get(dueOn)!,
  }))
}

/** When each payment falls, in the unit-periods of the plan; a short first one is an odd part. */
const unitPayments = (terms: PlanTerms, payments: readonly Payment[]): UnitPayment[] => {
  const first = firstPart(terms)
  const isShort = first.parts < first.of
  return payments.map(({ amount, dueOn, ended }) => {
    const worth = new Fine(amount)
    if (isByDay(terms))
      return { amount: worth, periods: daysBetween(terms.paidOutOn, dueOn), odd: new Fine(0) }
    return isShort
      ? { amount: worth, periods: ended - 1, odd: new Fine(first.parts).div(first.of) }
      : { amount: worth, periods: ended, odd: new Fine(0) }
  })
}

const shown = (solved: Solved, perYear: (rate: Decimal) => Decimal): string | null =>
  solved.found ? perYear(solved.rate).times(100).toFixed(2, Decimal.ROUND_HALF_UP) : null

/** The cost of a plan by its own rows (`docs/conventions/village.md`, Cost). */
export const planCost = (
  terms: PlanTerms,
  rows: readonly PlanRow[] = planRows(terms),
  extras: Extras = {},
): PlanCost => {
  const { principal, paidOutOn } = terms
  const { fee = 0, deposit = 0 } = extras
  const interest = rows.reduce((all, row) => all + row.interest, 0)
  const inHand = principal - fee - deposit
  const payments = paymentsOf(terms, rows, extras)
  const nominal = unitRate(new Fine(inHand), unitPayments(terms, payments))
  const daily = balancingRate([
    { amount: inHand, periods: 0 },
    ...payments.map(({ dueOn, amount }) => ({
      amount: -amount,
      periods: daysBetween(paidOutOn, dueOn),
    })),
  ])
  return {
    interest,
    totalToRepay: principal + interest,
    costPer100000: costPer100000(interest + fee, principal),
    nominalYearlyPercent: shown(nominal, (rate) => rate.times(periodsAYear(terms))),
    effectiveYearlyPercent: shown(daily, (rate) => rate.plus(1).pow(daysAYear).minus(1)),
  }
}

/** The rate that a plan names, a year; none where it is of periods as long as a list makes them. */
const namedYearly = (terms: PlanTerms): Decimal | undefined => {
  const { interest, due } = terms
  if (interest.per === 'day') return new Fine(interest.yearlyPercent)
  return 'every' in due ? new Fine(interest.ratePercent).times(periodsAYear(terms)) : undefined
}

/**
 * Whether a plan costs more a year than so many per cent, the last hundredth rounded half up: at that rate
 * what is paid is worth more than what was handed over. It needs no rate to be found, so that money which
 * comes back late cannot hide one rate behind another. Nor may the rate that it names be higher: interest
 * that waits until the end costs less than it says, but whoever pays early would pay all of it.
 */
export const costsMoreThan = (
  terms: PlanTerms,
  yearlyPercent: Decimal.Value,
  { rows = planRows(terms), ...extras }: Extras & { readonly rows?: readonly PlanRow[] } = {},
): boolean => {
  const { fee = 0, deposit = 0 } = extras
  const inHand = new Fine(terms.principal - fee - deposit)
  const most = new Fine(yearlyPercent).plus('0.005')
  if (namedYearly(terms)?.gte(most)) return true
  const rate = most.div(100).div(periodsAYear(terms))
  const payments = unitPayments(terms, paymentsOf(terms, rows, extras))
  return worthAbove(inHand, payments, rate).gte(0)
}
