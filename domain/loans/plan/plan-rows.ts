import type { LocalDate } from '#domain/kernel/dates.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { roundedProduct, wholeShare } from '#domain/loans/plan/plan-figures.ts'
import {
  type Counting,
  counting,
  interestOf,
  principalParts,
} from '#domain/loans/plan/plan-parts.ts'
import { planPeriods } from '#domain/loans/plan/plan-periods.ts'

export type PlanRow = {
  readonly n: number
  readonly dueOn: LocalDate
  readonly principal: number
  readonly interest: number
  readonly total: number
  readonly balance: number
}

/** Rows that bear interest and do not pay it; a bullet pays it all at its end. */
const deferredRows = ({ repayment, instalments, graceOnInterest }: PlanTerms): number => {
  if (repayment === 'bullet') return instalments - 1
  return graceOnInterest?.is === 'deferred'
    ? Math.min(graceOnInterest.instalments, instalments - 1)
    : 0
}

const lifetimeShare = { parts: lifetimeChargesMaxPercent, of: 100 }

/** What the fund may ask over a loan's life (hard); another lender's offer is told as it is. */
const lifetimeMax = ({ principal, isOutside }: PlanTerms): number =>
  isOutside
    ? Infinity
    : roundedProduct(principal, lifetimeShare, wholeShare, { mode: 'down', step: 1 })

/** What each period bears: within the limit over the loan's life, and within `most` of its own. */
const borneBy = (
  counted: Counting,
  parts: readonly number[],
  most?: readonly number[],
): number[] => {
  const borne: number[] = []
  let mayBear = lifetimeMax(counted.terms)
  let balance = counted.terms.principal
  for (let i = 0; i < parts.length; i += 1) {
    const interest = interestOf(counted, balance, i)
    const own = Math.min(interest, mayBear, most?.[i] ?? interest)
    borne.push(own)
    mayBear -= own
    balance -= parts[i]!
  }
  return borne
}

/** A plan worked out period by period, before the rows on which nothing falls due are left out. */
export type WorkedPlan = {
  readonly counted: Counting
  readonly principal: readonly number[]
  readonly interest: readonly number[]
  /** So many first periods pay later what they bear. */
  readonly deferredUntil: number
}

/** Relief changes no part of the principal, and makes no period bear more than without it. */
export const workedPlan = (terms: PlanTerms): WorkedPlan => {
  const counted = counting(terms, planPeriods(terms))
  const deferredUntil = deferredRows(terms)
  if ((terms.relief?.length ?? 0) === 0) {
    const principal = principalParts(counted)
    return { counted, principal, interest: borneBy(counted, principal), deferredUntil }
  }
  const bare = workedPlan({ ...terms, relief: [] })
  const interest = borneBy(counted, bare.principal, bare.interest)
  return { counted, principal: bare.principal, interest, deferredUntil }
}

/**
 * The rows of a plan (`docs/conventions/village.md`), in whole numbers throughout. Rows on which nothing
 * falls due are left out; interest that was deferred falls due with the first row after it, and bears none.
 * The terms must hold (`planFault`).
 */
export const planRows = (terms: PlanTerms): PlanRow[] => {
  const { counted, principal, interest, deferredUntil } = workedPlan(terms)
  const rows: PlanRow[] = []
  let balance = terms.principal
  let waiting = 0
  for (let i = 0; i < principal.length; i += 1) {
    const part = principal[i]!
    waiting += interest[i]!
    const borne = i < deferredUntil ? 0 : waiting
    waiting -= borne
    balance -= part
    const total = part + borne
    if (total > 0)
      rows.push({
        n: rows.length + 1,
        dueOn: counted.periods[i]!.dueOn,
        principal: part,
        interest: borne,
        total,
        balance,
      })
  }
  return rows
}
