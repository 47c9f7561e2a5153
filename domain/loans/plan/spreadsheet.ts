import type { Decimal } from 'decimal.js'
import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { Fine, type Solved, balancingRate } from '#domain/loans/plan/solver.ts'

/** What stands in a cell: a number, or a quotient as people type it, "0.08/12"; undefined for anything else. */
export const cellValue = (text: string): Decimal | undefined => {
  if (!/^-?\d+(\.\d+)?(\/\d+(\.\d+)?)?$/.test(text)) return undefined
  const [above = '0', below = '1'] = text.split('/')
  const value = new Fine(above).div(below)
  return value.isFinite() ? value : undefined
}

/** What spreadsheets call an annuity: money paid out is negative, `isAtStart` pays at a period's start. */
export type Annuity = {
  readonly rate: Decimal.Value
  readonly periods: Decimal.Value
  readonly presentValue: Decimal.Value
  readonly futureValue: Decimal.Value
  readonly isAtStart: boolean
}

const growthOf = (rate: Decimal, periods: Decimal.Value): Decimal => rate.plus(1).pow(periods)

/** What a payment of one each period has grown to. */
const grownPayments = (rate: Decimal, periods: Decimal.Value, isAtStart: boolean): Decimal => {
  if (rate.isZero()) return new Fine(periods)
  const grown = growthOf(rate, periods).minus(1).div(rate)
  return isAtStart ? grown.times(rate.plus(1)) : grown
}

/** PMT: the payment of every period. */
export const payment = (asked: Annuity): Decimal => {
  const rate = new Fine(asked.rate)
  return growthOf(rate, asked.periods)
    .times(asked.presentValue)
    .plus(asked.futureValue)
    .negated()
    .div(grownPayments(rate, asked.periods, asked.isAtStart))
}

type Paying = Omit<Annuity, 'presentValue' | 'futureValue'> & { readonly payment: Decimal.Value }

/** FV: what is there after the last period. */
export const futureValue = (asked: Paying & { readonly presentValue: Decimal.Value }): Decimal => {
  const rate = new Fine(asked.rate)
  return growthOf(rate, asked.periods)
    .times(asked.presentValue)
    .plus(grownPayments(rate, asked.periods, asked.isAtStart).times(asked.payment))
    .negated()
}

/** PV: what all payments are worth today. */
export const presentValue = (asked: Paying & { readonly futureValue: Decimal.Value }): Decimal => {
  const rate = new Fine(asked.rate)
  return grownPayments(rate, asked.periods, asked.isAtStart)
    .times(asked.payment)
    .plus(asked.futureValue)
    .negated()
    .div(growthOf(rate, asked.periods))
}

/** IPMT: the interest in the payment of one period; what is paid at the start bears none in the first. */
export const interestPart = (asked: Annuity, period: number): Decimal => {
  const { rate, isAtStart } = asked
  if (isAtStart && period === 1) return new Fine(0)
  const paid = payment(asked)
  const owed = futureValue({
    ...asked,
    periods: isAtStart ? period - 2 : period - 1,
    payment: paid,
  })
  return (isAtStart ? owed.minus(paid) : owed).times(rate)
}

/** PPMT: the principal in the payment of one period. */
export const principalPart = (asked: Annuity, period: number): Decimal =>
  payment(asked).minus(interestPart(asked, period))

type Stretch = { readonly start: number; readonly end: number }

const summed = ({ start, end }: Stretch, part: (period: number) => Decimal): Decimal =>
  Array.from({ length: Math.max(end - start + 1, 0) }, (_, i) => part(start + i)).reduce(
    (all, one) => all.plus(one),
    new Fine(0),
  )

/** CUMIPMT: the interest of several periods, both ends included. */
export const interestOfPeriods = (asked: Annuity, stretch: Stretch): Decimal =>
  summed(stretch, (period) => interestPart(asked, period))

/** CUMPRINC: the principal of several periods, both ends included. */
export const principalOfPeriods = (asked: Annuity, stretch: Stretch): Decimal =>
  summed(stretch, (period) => principalPart(asked, period))

/** NPER: how many periods it takes; none where the payment never gets there. */
export const numberOfPeriods = (
  asked: Omit<Annuity, 'periods'> & { readonly payment: Decimal.Value },
): Solved => {
  const rate = new Fine(asked.rate)
  const paid = new Fine(asked.payment)
  if (rate.isZero()) {
    if (paid.isZero()) return { found: false, reason: 'nothing-to-balance' }
    return {
      found: true,
      rate: new Fine(asked.presentValue).plus(asked.futureValue).div(paid).negated(),
    }
  }
  const perRate = paid.times(asked.isAtStart ? rate.plus(1) : 1)
  const grown = perRate.minus(rate.times(asked.futureValue))
  const begun = perRate.plus(rate.times(asked.presentValue))
  if (begun.isZero() || grown.div(begun).lte(0)) return { found: false, reason: 'no-rate-found' }
  return { found: true, rate: grown.div(begun).ln().div(rate.plus(1).ln()) }
}

/** RATE: the rate of a period at which an annuity of whole periods balances. */
export const ratePerPeriod = (
  asked: Omit<Annuity, 'rate' | 'periods'> & {
    readonly periods: number
    readonly payment: Decimal.Value
    readonly guess?: Decimal.Value
  },
): Solved => {
  const { periods, presentValue: now, futureValue: then, isAtStart } = asked
  const payments = Array.from({ length: periods }, (_, k) => ({
    amount: asked.payment,
    periods: isAtStart ? k : k + 1,
  }))
  return balancingRate(
    [{ amount: now, periods: 0 }, ...payments, { amount: then, periods }],
    asked.guess ?? '0.1',
  )
}

/** IRR: the rate of a period at which equally spaced flows balance. */
export const internalRate = (values: readonly Decimal.Value[], guess?: Decimal.Value): Solved =>
  balancingRate(
    values.map((amount, periods) => ({ amount, periods })),
    guess ?? '0.1',
  )

/** NPV: what flows at the end of each period are worth at the start of the first. */
export const netPresentValue = (rate: Decimal.Value, values: readonly Decimal.Value[]): Decimal =>
  values.reduce<Decimal>(
    (all, value, i) => all.plus(new Fine(value).div(growthOf(new Fine(rate), i + 1))),
    new Fine(0),
  )

/** XIRR: the yearly rate over 365 days at which dated flows balance. */
export const datedInternalRate = (
  flows: readonly { readonly on: LocalDate; readonly amount: Decimal.Value }[],
  guess?: Decimal.Value,
): Solved => {
  const start = flows[0]?.on ?? ''
  const daily = balancingRate(
    flows.map(({ on, amount }) => ({ amount, periods: daysBetween(start, on) })),
    new Fine(guess ?? '0.1').plus(1).pow(new Fine(1).div(365)).minus(1),
  )
  return daily.found ? { found: true, rate: daily.rate.plus(1).pow(365).minus(1) } : daily
}

/** EFFECT: the effective rate of a nominal one that is compounded so many times a year. */
export const effectiveRate = (nominal: Decimal.Value, periods: number): Decimal =>
  growthOf(new Fine(nominal).div(periods), periods).minus(1)

/** NOMINAL: the nominal rate of an effective one. */
export const nominalRate = (effective: Decimal.Value, periods: number): Decimal =>
  growthOf(new Fine(effective), new Fine(1).div(periods)).minus(1).times(periods)
