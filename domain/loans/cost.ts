import { Decimal } from 'decimal.js'
import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'

/** Money that changes hands because of a loan: positive to the borrower, negative back to the lender. */
export type Flow = { readonly on: LocalDate; readonly unitPeriods: number; readonly amount: number }

const steps = 200

/** Present value of the flows at a growth factor a period, times given by `timeOf`. */
const presentValue = (
  flows: readonly Flow[],
  factor: Decimal,
  timeOf: (flow: Flow) => Decimal,
): Decimal =>
  flows.reduce(
    (sum, flow) => sum.plus(new Decimal(flow.amount).div(factor.pow(timeOf(flow)))),
    new Decimal(0),
  )

/**
 * The rate a period at which the flows balance: found by halving, which always ends, because one
 * outlay against later payments has exactly one rate. Undefined when the payments never cover it.
 */
const balancingRate = (
  flows: readonly Flow[],
  timeOf: (flow: Flow) => Decimal,
): Decimal | undefined => {
  const value = (rate: Decimal) => presentValue(flows, rate.plus(1), timeOf)
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
 * year, whatever its days) x 12. It is what the cap on interest is tested on (DF 1.4).
 */
export const nominalYearlyPercent = (flows: readonly Flow[]): string | undefined =>
  balancingRate(flows, ({ unitPeriods }) => new Decimal(unitPeriods))
    ?.times(1200)
    .toFixed(2, Decimal.ROUND_HALF_UP)

/** Effective yearly cost in per cent by real dates over 365 days, two decimals half up (DF 1.4). */
export const effectiveYearlyPercent = (flows: readonly Flow[]): string | undefined => {
  const start = flows[0]!.on
  return balancingRate(flows, ({ on }) => new Decimal(daysBetween(start, on)).div(365))
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
