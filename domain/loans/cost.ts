import { Decimal } from 'decimal.js'
import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'

/** Money that changes hands because of a loan: positive to the borrower, negative back to the lender. */
export type Flow = {
  readonly on: LocalDate
  /** Whole months from the pay-out, and the part of a month before them. */
  readonly months: number
  readonly oddMonth: Decimal.Value
  readonly amount: number
}

const steps = 200

/** How much a sum grows until a flow, at a rate. */
type Growth = (flow: Flow, rate: Decimal) => Decimal

/**
 * The rate at which the flows balance: found by halving, which always ends, because one outlay against
 * later payments has exactly one rate. Undefined when the payments never cover it.
 */
const balancingRate = (flows: readonly Flow[], growth: Growth): Decimal | undefined => {
  const value = (rate: Decimal) =>
    flows.reduce(
      (sum, flow) => sum.plus(new Decimal(flow.amount).div(growth(flow, rate))),
      new Decimal(0),
    )
  let low = new Decimal(0)
  let high = new Decimal(1)
  if (value(low).gt(0)) return undefined
  while (value(high).lt(0) && high.lt(1e6)) high = high.times(4)
  for (let step = 0; step < steps && high.minus(low).gt(1e-14); step += 1) {
    const middle = low.plus(high).div(2)
    if (value(middle).lt(0)) low = middle
    else high = middle
  }
  return low.plus(high).div(2)
}

/**
 * Nominal yearly cost in per cent, two decimals half up: the rate a unit-period (a month is 1/12 of a
 * year, whatever its days) x 12, odd days by simple interest. The cap is tested on it (DF 1.4).
 */
export const nominalYearlyPercent = (flows: readonly Flow[]): string | undefined =>
  balancingRate(flows, ({ months, oddMonth }, rate) =>
    rate.plus(1).pow(months).times(rate.times(oddMonth).plus(1)),
  )
    ?.times(1200)
    .toFixed(2, Decimal.ROUND_HALF_UP)

/** Effective yearly cost in per cent by real dates over 365 days, two decimals half up (DF 1.4). */
export const effectiveYearlyPercent = (flows: readonly Flow[]): string | undefined => {
  const start = flows[0]!.on
  return balancingRate(flows, ({ on }, rate) =>
    rate.plus(1).pow(new Decimal(daysBetween(start, on)).div(365)),
  )
    ?.times(100)
    .toFixed(2, Decimal.ROUND_HALF_UP)
}

/** What each 100,000 borrowed costs in all, rounded to the unit, half up. */
export const costPer100000 = (cost: number, principal: number): number =>
  new Decimal(cost)
    .times(100_000)
    .div(principal)
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
    .toNumber()
