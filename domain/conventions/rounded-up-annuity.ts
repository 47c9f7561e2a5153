import { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { Figure, annuity, periodRate } from '#domain/conventions/figures.ts'
import { periodDay } from '#domain/loans/plan/due-days.ts'

/** A monthly plan whose instalment is whole and whose interest is not rounded (`docs/conventions/rounded-up-annuity.md`). */
type RoundedUpTerms = {
  readonly principal: Figure
  readonly annualRatePercent: string
  /** Either the number of instalments, or the instalment that is paid until nothing is left. */
  readonly instalments?: number | undefined
  readonly fixedInstalment?: Figure | undefined
  readonly firstDueOn?: LocalDate | undefined
}

type UnroundedRow = {
  readonly n: number
  readonly dueOn?: LocalDate
  readonly principal: Figure
  readonly interest: Figure
  readonly total: Figure
  readonly balance: Figure
}

type RoundedUpPlan = {
  readonly instalment: Figure
  readonly rows: readonly UnroundedRow[]
  readonly totalInterest: Figure
  readonly totalPayment: Figure
}

/** A hundred years of months: an instalment that never repays the loan ends there. */
const rowsMax = 1200

/** The plan; undefined where the instalment does not even cover the first interest. */
export const roundedUpPlan = (terms: RoundedUpTerms): RoundedUpPlan | undefined => {
  const { principal, annualRatePercent, instalments, fixedInstalment, firstDueOn } = terms
  const rate = periodRate(annualRatePercent, { n: 1, unit: 'months' })
  if (fixedInstalment === undefined && instalments === undefined) return undefined
  const instalment =
    fixedInstalment ?? annuity(principal, rate, instalments!).toDecimalPlaces(0, Decimal.ROUND_CEIL)
  if (instalment.lte(rate.times(principal))) return undefined
  const rows: UnroundedRow[] = []
  let balance = principal
  while (balance.gt(0) && rows.length < rowsMax) {
    const interest = rate.times(balance)
    const total = Figure.min(instalment, balance.plus(interest))
    balance = balance.minus(total.minus(interest))
    rows.push({
      n: rows.length + 1,
      ...(firstDueOn === undefined
        ? {}
        : { dueOn: periodDay(firstDueOn, rows.length, { n: 1, unit: 'months' }) }),
      principal: total.minus(interest),
      interest,
      total,
      balance,
    })
  }
  const totalPayment = rows.reduce((all, row) => all.plus(row.total), new Figure(0))
  return { instalment, rows, totalInterest: totalPayment.minus(principal), totalPayment }
}
