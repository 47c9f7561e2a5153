import { Decimal } from 'decimal.js'
import { equivalentPercent } from '#domain/loans/as-written.ts'
import { type Loan, paidOutOn } from '#domain/loans/loan.ts'
import { planOf } from '#domain/loans/loan-plan.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { planCost } from '#domain/loans/plan/plan-cost.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { firstDueAfter } from '#domain/loans/plan/schedule.ts'

/** What an older book's terms cost, by the fund's own formulas; in per cent. */
export type OlderPrice = {
  /** On what is left, a month; two decimals. */
  readonly monthly: string
  /** Twelve of those months, as a price is declared; one decimal. */
  readonly yearly: string
  /** A year by real dates, the fee among it; none where no rate balances. */
  readonly effective: string | null
}

const fixed = (rate: Decimal.Value, decimals: number): string =>
  new Decimal(rate).toFixed(decimals, Decimal.ROUND_HALF_UP)

const everyMonth = { n: 1, unit: 'months' } as const

/** As it was agreed then, from the day of its money to its last instalment. */
const planAsWritten = (loan: Loan, ratePercent: string): PlanTerms => {
  const plan = planOf(loan)
  const { asWritten, dueDay } = loan.terms
  const firstDueOn = firstDueAfter(paidOutOn(loan), dueDay)
  return {
    ...plan,
    ...(loan.terms.plan ? {} : { due: { every: everyMonth, firstDueOn, dayOfMonth: dueDay } }),
    interest: { per: 'period', ratePercent, isFlat: asWritten?.method === 'flat' },
  }
}

/** The price of a loan as an older book wrote it; undefined where the book names none. */
export const olderPrice = (loan: Loan): OlderPrice | undefined => {
  const { rateMonthlyPercent, fee = 0 } = loan.terms.asWritten ?? {}
  const monthly = equivalentPercent(loan.terms)
  if (rateMonthlyPercent === undefined || monthly === undefined) return undefined
  const terms = planAsWritten(loan, rateMonthlyPercent)
  // Of a book that names no months, or a fee as large as the loan, no year can be told.
  const isTold = terms.instalments > 0 && fee < terms.principal
  return {
    monthly: fixed(monthly, 2),
    yearly: fixed(new Decimal(monthly).times(12), 1),
    effective: isTold ? planCost(terms, planRows(terms), { fee }).effectiveYearlyPercent : null,
  }
}
