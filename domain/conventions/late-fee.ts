import { Figure, type MoneyRule, rounded } from '#domain/conventions/figures.ts'

type LateFeeTerms = {
  readonly money: MoneyRule
  readonly base: number
  /** A fraction a day: "0.0026". */
  readonly ratePerDay: string
  readonly daysLate: number
}

/** A charge of so much of a base for every day late, rounded once. */
export const lateFee = ({ money, base, ratePerDay, daysLate }: LateFeeTerms): number =>
  rounded(new Figure(ratePerDay).times(base).times(daysLate), money)
