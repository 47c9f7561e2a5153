import { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Every } from '#domain/loans/plan/due-days.ts'

/** Digits enough that only the named roundings ever show. */
export const Figure = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_EVEN })
export type Figure = Decimal

export type Rounding = 'half-even' | 'half-up'

/** What every computed sum is brought to: the nearest multiple of `step` smallest units. */
export type MoneyRule = { readonly step: number; readonly rounding: Rounding }

const modes = {
  'half-even': Decimal.ROUND_HALF_EVEN,
  'half-up': Decimal.ROUND_HALF_UP,
} as const

/** The nearest multiple of the step, in smallest units; a tie goes as the rule says. */
export const rounded = (amount: Decimal.Value, { step, rounding }: MoneyRule): number =>
  new Figure(amount).div(step).toDecimalPlaces(0, modes[rounding]).times(step).toNumber()

/** One instalment of another lender's schedule, in smallest units. */
export type Row = {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principal: number
  readonly interest: number
  readonly fees: number
  readonly penalties: number
}

export type RowWithBalance = Row & { readonly total: number; readonly balance: number }

export const rowTotal = ({ principal, interest, fees, penalties }: Row): number =>
  principal + interest + fees + penalties

/** Each row with its total and with the principal that is left after it. */
export const withBalances = <Kind extends Row>(
  rows: readonly Kind[],
  principal: number,
): (Kind & RowWithBalance)[] => {
  let balance = principal
  return rows.map((row) => {
    balance -= row.principal
    return { ...row, total: rowTotal(row), balance }
  })
}

const periodsAYear = { days: 365, weeks: 52, months: 12, years: 1 } as const

/** Rate of one period as a fraction: the yearly rate over 365, 52 or 12 periods, whatever their days. */
export const periodRate = (annualRatePercent: string, { n, unit }: Every): Figure =>
  new Figure(annualRatePercent).times(n).div(100 * periodsAYear[unit])

/** Interest of real days over a year of 365, leap or not. */
export const daysRate = (annualRatePercent: string, days: number): Figure =>
  new Figure(annualRatePercent).times(days).div(100 * 365)

/** So many per cent of a sum, unrounded. */
export const percentPart = (percent: string, sum: number): Figure =>
  new Figure(percent).times(sum).div(100)

/** The payment that brings a balance to zero in `count` periods at a rate, unrounded. */
export const annuity = (balance: Decimal.Value, rate: Figure, count: number): Figure => {
  if (rate.isZero()) return new Figure(balance).div(count)
  const growth = rate.plus(1).pow(count)
  return new Figure(balance).times(rate).times(growth).div(growth.minus(1))
}
