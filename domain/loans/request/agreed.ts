import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Said } from '#domain/kernel/shape.ts'
import {
  type Charter,
  type CharterVersion,
  type Product,
  rateOfProduct,
} from '#domain/fund/charter/charter.ts'
import { type AsWritten, demandedPercent } from '#domain/loans/as-written.ts'
import type { AgreedPlan, LoanTerms } from '#domain/loans/loan.ts'
import type { planChoices } from '#domain/loans/plan/plan-shapes.ts'
import { type QuoteTerms, costVerdictOn, quoteFault } from '#domain/loans/plan/quote.ts'
import { planTermsOf } from '#domain/loans/plan/quote-terms.ts'
import { dueDayOf } from '#domain/loans/plan/schedule.ts'

/** What may be agreed of a plan where it is not months of equal principal: the words of a quote. */
export type PlanChoices = Said<typeof planChoices.of>
type WithPlan = { readonly plan?: PlanChoices }

type Lent = WithPlan & {
  readonly asWritten?: AsWritten
  readonly product: Product
  readonly principal: number
  readonly months: number
  readonly firstDueOn?: LocalDate
}

const questionOf = (
  { product, principal, months, plan, firstDueOn }: Lent,
  on: LocalDate,
): QuoteTerms => ({
  ...plan,
  product,
  principal,
  instalments: months,
  paidOutOn: on,
  ...(firstDueOn === undefined || plan?.dueOn ? {} : { firstDueOn }),
})

type PlanRefusal = 'above-cap'

/** Why a plan is not to be agreed: a field of it that cannot hold, or a cost that the law does not allow. */
export const planRefusal = (
  charter: Charter,
  lent: Lent,
  on: LocalDate,
): { readonly at: string } | { readonly code: PlanRefusal } | undefined => {
  const asked = questionOf(lent, on)
  const fault = quoteFault(charter, asked)
  if (fault !== undefined) return { at: lent.plan ? `/plan/${fault}` : `/${fault}` }
  return costVerdictOn(charter, asked) === 'within-cap' ? undefined : { code: 'above-cap' }
}

type Begun = {
  readonly on: LocalDate
  readonly firstDueOn: LocalDate
  /** The most that a loan may cost a year, in per cent. */
  readonly fairCap: number
}

/** What an older book's terms come to where the fund asks for no more than is fair. */
const olderTerms = (
  { asWritten, ...lent }: Lent,
  charter: Charter,
  capYearlyPercent: number,
): Partial<LoanTerms> => {
  if (!asWritten) return {}
  const charterPercent = rateOfProduct(charter, lent.product)
  const ground = { capYearlyPercent, charterPercent }
  const isFree = lent.product === 'enterprise'
  const rateMonthlyPercent = isFree ? '0' : demandedPercent({ ...lent, asWritten }, ground)
  return { conventionVersion: 3, rateMonthlyPercent, asWritten }
}

/** The terms of a loan in full, by the charter of the day; a plan has the first due date that was quoted. */
export const termsOf = (
  lent: Lent,
  { charter, version }: CharterVersion,
  { on, firstDueOn, fairCap }: Begun,
): LoanTerms => {
  const { product, principal, months } = lent
  const terms: LoanTerms = {
    convention: 'village',
    conventionVersion: 1,
    product,
    currency: charter.currency,
    principal,
    months,
    rateMonthlyPercent: rateOfProduct(charter, product),
    interestStep: charter.interestStep,
    instalmentStep: charter.instalmentStep,
    firstDueOn,
    dueDay: dueDayOf(firstDueOn, charter.meetingDay),
    charterVersion: version,
    ...(charter.repaymentOrder === 'principal-first'
      ? { repaymentOrder: charter.repaymentOrder }
      : {}),
    ...olderTerms(lent, charter, fairCap),
  }
  if (!lent.plan) return terms
  const {
    principal: _,
    paidOutOn: __,
    instalments: ___,
    relief: ____,
    isOutside: _____,
    ...plan
  } = planTermsOf(charter, questionOf(lent, on))
  const first = 'every' in plan.due ? plan.due.firstDueOn : plan.due.on[0]!
  return {
    ...terms,
    conventionVersion: 2,
    firstDueOn: first,
    dueDay: ('every' in plan.due && plan.due.dayOfMonth) || Number(first.slice(8)),
    plan: plan satisfies AgreedPlan,
  }
}
