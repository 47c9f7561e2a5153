import { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { burdenLines } from '#domain/fairness/fair-lending.ts'
import type { Burden } from '#domain/fairness/ruling.ts'
import type { BurdenBand, LenderKind } from '#domain/loans/request/request-state.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { planTermsOf } from '#domain/loans/plan/quote-terms.ts'

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0)

/** A debt as its household tells it, to be paid off in full: typed in, shown, and not kept. */
export type OutsideDebt = {
  readonly kind: LenderKind
  readonly owed: number
  readonly monthlyPayment: number
  /** What it costs a month on what is owed; interest only, where nothing is ever paid off. */
  readonly monthlyPercent: string
}

export type BuyOutTerms = {
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
  /** What of the old debts is still owed after as many months; of the new loan, nothing is. */
  readonly stillOwedBefore: number
}

/** A share of an income that may be a range, in per cent with two decimals, half up. */
export const burdenOf = (monthly: number, income: BuyOutTerms['income']): Burden => {
  if (!income || income.least <= 0) return 'unknown'
  const share = (of: number): number =>
    new Decimal(monthly).times(100).div(of).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber()
  return { least: share(income.most), most: share(income.least) }
}

/** The band of a burden, by the same ends of a range as the rules look at. */
export const bandOf = (burden: Burden): BurdenBand => {
  if (burden === 'unknown') return 'unknown'
  const { least, most } = burden
  if (least > burdenLines.refused) return 'above-50'
  if (most > burdenLines.meeting) return 'to-50'
  return most > burdenLines.advised ? 'to-40' : 'up-to-33'
}

/**
 * Interest of a debt over so many months if it is paid on as it is now, and what is then still owed: what is
 * paid beyond a month's interest brings the debt down, so that a bank's falling balance is not told dearer
 * than it is. What is paid short of it is not added to the debt.
 */
const paidOn = (
  { owed, monthlyPayment, monthlyPercent }: OutsideDebt,
  months: number,
): { readonly interest: number; readonly left: number } => {
  const rate = new Decimal(monthlyPercent).div(100)
  let left = new Decimal(owed)
  let all = new Decimal(0)
  for (let month = 0; month < months && left.gt(0); month += 1) {
    const interest = left.times(rate)
    all = all.plus(interest)
    left = left.minus(Decimal.max(interest.neg().plus(monthlyPayment), 0))
  }
  return { interest: all.floor().toNumber(), left: Decimal.max(left, 0).ceil().toNumber() }
}

/** The plan by which the fund pays dear debts off and the household pays the fund: the burden before and after. */
export const buyOutOf = (charter: Charter, asked: BuyOutTerms): BuyOut => {
  const { debts, paysMonthly, income, months, paidOutOn } = asked
  const principal = sumOf(debts.map(({ owed }) => owed))
  const ended = sumOf(debts.map(({ monthlyPayment }) => monthlyPayment))
  const terms = planTermsOf(charter, {
    principal,
    instalments: months,
    product: 'normal',
    paidOutOn,
    repayment: 'equal-instalment',
    remainder: 'spread',
  })
  const rows = planRows(terms)
  const ofOld = debts.map((debt) => paidOn(debt, months))
  const monthlyAfter = paysMonthly - ended + Math.max(...rows.map(({ total }) => total))
  return {
    principal,
    monthlyBefore: paysMonthly,
    monthlyAfter,
    burdenBefore: burdenOf(paysMonthly, income),
    burdenAfter: burdenOf(monthlyAfter, income),
    interestBefore: sumOf(ofOld.map(({ interest }) => interest)),
    stillOwedBefore: sumOf(ofOld.map(({ left }) => left)),
    interestAfter: sumOf(rows.map(({ interest }) => interest)),
  }
}
