import { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter.ts'
import type { Burden } from '#domain/fairness/ruling.ts'
import { planRows } from '#domain/loans/plan-rows.ts'
import { termsAsked } from '#domain/loans/quote-terms.ts'

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0)

/** Kinds of lender, as far as the journal may know: never a name. */
export const lenderKinds = [
  'moneylender',
  'trader',
  'pawnshop',
  'mfi',
  'bank',
  'kin',
  'other',
] as const
export type LenderKind = (typeof lenderKinds)[number]

/** A debt as its household tells it, to be paid off in full: typed in, shown, and not kept. */
export type OutsideDebt = {
  readonly kind: LenderKind
  readonly owed: number
  readonly monthlyPayment: number
  /** What it costs a month on what is owed; interest only, where nothing is ever paid off. */
  readonly monthlyPercent: string
}

export type BuyOutAsked = {
  readonly debts: readonly OutsideDebt[]
  /** All that the household pays each month, these debts with it. */
  readonly paysMonthly: number
  readonly income: { readonly least: number; readonly most: number } | undefined
  readonly months: number
  readonly paidOutOn: LocalDate
}

export type BuyOut = {
  /** Paid to the lenders directly. */
  readonly principal: number
  readonly monthlyBefore: number
  /** The highest month of the new loan, with what else is paid. */
  readonly monthlyAfter: number
  readonly burdenBefore: Burden
  readonly burdenAfter: Burden
  /** What the old debts would take in interest over as many months, and what the new loan takes. */
  readonly interestBefore: number
  readonly interestAfter: number
}

/** A share of an income that may be a range, in per cent with two decimals, half up. */
export const burdenOf = (monthly: number, income: BuyOutAsked['income']): Burden => {
  if (!income || income.least <= 0) return 'unknown'
  const share = (of: number): number =>
    new Decimal(monthly).times(100).div(of).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber()
  return { least: share(income.most), most: share(income.least) }
}

/** Interest of a debt that is never paid down: what a moneylender asks every month. */
const interestOver = ({ owed, monthlyPercent }: OutsideDebt, months: number): number =>
  new Decimal(owed).times(monthlyPercent).times(months).div(100).floor().toNumber()

/** The plan by which the fund pays dear debts off and the household pays the fund: the burden before and after. */
export const buyOutOf = (charter: Charter, asked: BuyOutAsked): BuyOut => {
  const { debts, paysMonthly, income, months, paidOutOn } = asked
  const principal = sumOf(debts.map(({ owed }) => owed))
  const ended = sumOf(debts.map(({ monthlyPayment }) => monthlyPayment))
  const terms = termsAsked(charter, {
    principal,
    instalments: months,
    product: 'normal',
    paidOutOn,
    repayment: 'equal-instalment',
    remainder: 'spread',
  })
  const rows = planRows(terms)
  const monthlyAfter = paysMonthly - ended + Math.max(...rows.map(({ total }) => total))
  return {
    principal,
    monthlyBefore: paysMonthly,
    monthlyAfter,
    burdenBefore: burdenOf(paysMonthly, income),
    burdenAfter: burdenOf(monthlyAfter, income),
    interestBefore: sumOf(debts.map((debt) => interestOver(debt, months))),
    interestAfter: sumOf(rows.map(({ interest }) => interest)),
  }
}
