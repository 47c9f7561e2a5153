import { Decimal } from 'decimal.js'
import { daysBetween } from '#domain/kernel/dates.ts'
import { costPer100000 } from '#domain/loans/cost.ts'
import { type PlanTerms, firstPart, planPeriods } from '#domain/loans/plan.ts'
import { planRows } from '#domain/loans/plan-rows.ts'
import { Fine, type Solved, balancingRate } from '#domain/loans/solver.ts'
import { type UnitPayment, unitRate } from '#domain/loans/yearly-cost.ts'

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

/** A month is a twelfth of a year whatever its days; weeks and days are parts of 365. */
const periodsAYear = ({ due, interest }: PlanTerms): Decimal => {
  if (!('every' in due) || interest.per === 'day') return new Fine(daysAYear)
  const { n, unit } = due.every
  return unit === 'days' || unit === 'weeks'
    ? new Fine(daysAYear).div(n * daysOfUnit[unit])
    : new Fine(12).div(n * monthsOfUnit[unit])
}

/** When each row falls, in the unit-periods of the plan. */
const unitPayments = (terms: PlanTerms): UnitPayment[] => {
  const periods = planPeriods(terms)
  const isByDay = !('every' in terms.due) || terms.interest.per === 'day'
  const first = firstPart(terms)
  const isShort = first.lt(1)
  return planRows(terms).map(({ dueOn, total }) => {
    const amount = new Fine(total)
    if (isByDay) return { amount, periods: daysBetween(terms.paidOutOn, dueOn), odd: new Fine(0) }
    const { ended } = periods.find((period) => period.dueOn === dueOn)!
    return isShort
      ? { amount, periods: ended - 1, odd: new Fine(first) }
      : { amount, periods: ended, odd: new Fine(0) }
  })
}

const shown = (solved: Solved, perYear: (rate: Decimal) => Decimal): string | null =>
  solved.found ? perYear(solved.rate).times(100).toFixed(2, Decimal.ROUND_HALF_UP) : null

export const planCost = (terms: PlanTerms): PlanCost => {
  const { principal, paidOutOn } = terms
  const rows = planRows(terms)
  const interest = rows.reduce((all, row) => all + row.interest, 0)
  const nominal = unitRate(new Fine(principal), unitPayments(terms))
  const daily = balancingRate([
    { amount: principal, periods: 0 },
    ...rows.map(({ dueOn, total }) => ({ amount: -total, periods: daysBetween(paidOutOn, dueOn) })),
  ])
  return {
    interest,
    totalToRepay: principal + interest,
    costPer100000: costPer100000(interest, principal),
    nominalYearlyPercent: shown(nominal, (rate) => rate.times(periodsAYear(terms))),
    effectiveYearlyPercent: shown(daily, (rate) => rate.plus(1).pow(daysAYear).minus(1)),
  }
}
