import type { Charter } from '#domain/fund/charter/charter.ts'
import {
  type BuyOut,
  type BuyOutTerms,
  type OutsideDebt,
  buyOutOf,
} from '#domain/fairness/buy-out.ts'
import { rulingsOn } from '#domain/fairness/fair-lending.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'

/** What a household tells of its debts: typed in, looked at, and kept nowhere. */
export type BuyOutRequest = {
  readonly debts: readonly OutsideDebt[]
  /** What it pays each month for debts that stay as they are. */
  readonly paysElse: number
  readonly income: BuyOutTerms['income']
  readonly months: number
}

export type BuyOutPlan = { readonly plan: BuyOut; readonly rulings: readonly Ruling[] }

/** Whoever asks for a plan already is not told to ask for one: more time is what makes it lighter. */
const onThisPlan = (ruling: Ruling): Ruling =>
  ruling.is === 'refused' && ruling.next === 'ask-for-the-buy-out'
    ? { ...ruling, next: 'ask-for-longer' }
    : ruling

/** The plan for a household's dear debts if it were paid out on a day, and what the rules say of it. */
export const buyOutPlan = (
  charter: Charter,
  { debts, paysElse, income, months }: BuyOutRequest,
  on: LocalDate,
): BuyOutPlan => {
  const ends = debts.reduce((sum, { monthlyPayment }) => sum + monthlyPayment, 0)
  const plan = buyOutOf(charter, {
    debts,
    paysMonthly: paysElse + ends,
    income,
    months,
    paidOutOn: on,
  })
  const rulings = rulingsOn(
    {
      product: 'normal',
      principal: plan.principal,
      months,
      purpose: 'buy-out',
      plan: { repayment: 'equal-instalment', remainder: 'spread' },
    },
    {
      charter,
      on,
      // A buy-out has a ceiling of its own, which looks at nobody's savings.
      ceiling: { savings: 0, equityAndSavings: 0, isFirstCycle: false },
      burden: plan.burdenAfter,
      burdenNow: plan.burdenBefore,
      hasOther: false,
    },
  )
  return { plan, rulings: rulings.map(onThisPlan) }
}
