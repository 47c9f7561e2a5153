import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { type Currency, isAmount, isRate } from '#domain/kernel/money.ts'
import { legalCapOn, lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import { type CeilingInputs, ceilingFor } from '#domain/loans/request/ceiling.ts'
import { type Explanation, explanationOf } from '#domain/loans/explained.ts'
import { type PlanCost, costsMoreThan, planCost } from '#domain/loans/plan/plan-cost.ts'
import { type PlanTerms, planFault } from '#domain/loans/plan/plan.ts'
import { type PlanRow, planRows } from '#domain/loans/plan/plan-rows.ts'
import { type QuoteTerms, instalmentsOf, planTermsOf } from '#domain/loans/plan/quote-terms.ts'

export type { QuoteTerms } from '#domain/loans/plan/quote-terms.ts'

export type Quote = PlanCost & {
  readonly terms: PlanTerms
  readonly currency: Currency
  readonly rows: readonly PlanRow[]
  readonly principal: number
  readonly fee: number
  readonly deposit: number
  readonly verdict: {
    readonly cost: 'within-cap' | 'above-cap' | 'flat-rate-not-lent'
    readonly capYearlyPercent: string
    readonly charges: 'within-half-of-principal' | 'above-half-of-principal'
    readonly ceiling: 'within' | 'above' | 'not judged'
  }
  /** How each figure came about, in the order of the rows. */
  readonly explanation: readonly Explanation[]
}

const ceilingVerdict = (
  charter: Charter,
  { product, principal }: QuoteTerms,
  inputs: CeilingInputs | undefined,
): Quote['verdict']['ceiling'] => {
  if (!inputs) return 'not judged'
  return principal <= ceilingFor(charter, { product, inputs }) ? 'within' : 'above'
}

/**
 * By what the terms cost before any limit of ours cuts them: a rate above the cap is above it, also where so
 * long a loan would never be asked for all of it.
 */
const costVerdict = (terms: PlanTerms, asked: QuoteTerms): Quote['verdict']['cost'] => {
  if (asked.method === 'flat') return 'flat-rate-not-lent'
  const { yearlyPercent } = legalCapOn(asked.paidOutOn)
  const { fee = 0, deposit = 0 } = asked
  return costsMoreThan({ ...terms, isOutside: true }, yearlyPercent, { fee, deposit })
    ? 'above-cap'
    : 'within-cap'
}

/** The verdict on the cost of a question that holds, without the rest of its quote. */
export const costVerdictOn = (charter: Charter, asked: QuoteTerms): Quote['verdict']['cost'] =>
  costVerdict(planTermsOf(charter, asked), asked)

/** Schedule, true cost and verdict of a question that holds (`quoteFault`). Without `ceiling` nobody's savings are looked at: "not judged". */
export const quoteOf = (
  charter: Charter,
  asked: QuoteTerms,
  ceiling: CeilingInputs | undefined,
): Quote => {
  const { principal, fee = 0, deposit = 0 } = asked
  const terms = planTermsOf(charter, asked)
  const rows = planRows(terms)
  const cost = planCost(terms, rows, { fee, deposit })
  const { yearlyPercent } = legalCapOn(asked.paidOutOn)
  const charges = (cost.interest + fee) * 100
  return {
    ...cost,
    terms,
    currency: charter.currency,
    rows,
    principal,
    fee,
    deposit,
    verdict: {
      cost: costVerdict(terms, asked),
      capYearlyPercent: yearlyPercent,
      charges:
        charges <= principal * lifetimeChargesMaxPercent
          ? 'within-half-of-principal'
          : 'above-half-of-principal',
      ceiling: ceilingVerdict(charter, asked, ceiling),
    },
    explanation: explanationOf(terms),
  }
}

const oneOf = (names: readonly string[], given: readonly unknown[]): string | undefined =>
  given.filter((value) => value !== undefined).length > 1 ? names.at(-1) : undefined

/** Two words for one thing, of which only one can be meant. */
const doubled = (asked: QuoteTerms): string | undefined => {
  const { instalments, months, every, dueOn, firstDueOn } = asked
  const { rateMonthlyPercent, ratePercent, yearlyPercent } = asked
  return (
    oneOf(['instalments', 'months'], [instalments, months]) ??
    oneOf(['every', 'dueOn'], [every, dueOn]) ??
    oneOf(['firstDueOn', 'dueOn'], [firstDueOn, dueOn]) ??
    oneOf(
      ['rateMonthlyPercent', 'ratePercent', 'yearlyPercent'],
      [rateMonthlyPercent, ratePercent, yearlyPercent],
    )
  )
}

/** The names that a question has for what a plan calls otherwise. */
const termNames: Readonly<Record<string, string>> = { due: 'dueOn', interest: 'ratePercent' }

/** The dearest moneylender's month is far below it. */
const rateMax = 999

/** Ten years of months: no fund lends for longer. */
const quotedMax = 120

/** What is wrong with the money of a question, before there is a plan of it. */
const moneyFault = ({ principal, fee = 0, deposit = 0 }: QuoteTerms): string | undefined => {
  if (!isAmount(principal)) return 'principal'
  return fee < 0 || deposit < 0 || fee + deposit >= principal ? 'fee' : undefined
}

/** The first thing about a question that cannot hold, as a field name; undefined when all can. */
export const quoteFault = (charter: Charter, asked: QuoteTerms): string | undefined => {
  if (charterFault(charter) !== undefined) return 'charter'
  const fault = moneyFault(asked) ?? doubled(asked)
  if (fault !== undefined) return fault
  const { rateMonthlyPercent } = asked
  if (rateMonthlyPercent !== undefined && !isRate(rateMonthlyPercent, rateMax))
    return 'rateMonthlyPercent'
  const count = asked.months === undefined ? 'instalments' : 'months'
  if (instalmentsOf(asked) > quotedMax) return count
  const inPlan = planFault(planTermsOf(charter, asked))
  if (inPlan === 'instalments') return count
  return inPlan === undefined ? undefined : (termNames[inPlan] ?? inPlan)
}
