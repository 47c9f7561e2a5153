import type { LocalDate } from '#domain/kernel/dates.ts'
import { lifetimeChargesMaxPercent } from '#domain/fund/law.ts'
import type { PlanTerms } from '#domain/loans/plan.ts'
import { roundedProduct } from '#domain/loans/plan-figures.ts'
import {
  type Counting,
  counting,
  graceOf,
  interestOf,
  principalParts,
} from '#domain/loans/plan-parts.ts'
import { planPeriods } from '#domain/loans/plan-periods.ts'

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

/** The principal of every row, those under grace too. */
const allParts = (counted: Counting): number[] => [
  ...Array.from({ length: graceOf(counted.terms) }, () => 0),
  ...principalParts(counted),
]

/** What the fund may ask over a loan's life (hard); another lender's offer is told as it is. */
const lifetimeMax = ({ principal, isOutside }: PlanTerms): number =>
  isOutside
    ? Infinity
    : roundedProduct(principal, { mode: 'down', step: 1 }, [
        { parts: lifetimeChargesMaxPercent, of: 100 },
      ])

/** Interest row by row, within the limit over the loan's life and within `most` of the row itself. */
const within = (interest: readonly number[], all: number, most?: readonly number[]): number[] => {
  let mayBear = all
  return interest.map((counted, i) => {
    const borne = Math.min(counted, mayBear, most?.[i] ?? counted)
    mayBear -= borne
    return borne
  })
}

/** A plan worked out period by period, before the rows on which nothing falls due are left out. */
export type WorkedPlan = {
  readonly counted: Counting
  /** The principal of each period. */
  readonly parts: readonly number[]
  /** The interest of each period, and what it was before a limit or relief cut it. */
  readonly borne: readonly number[]
  readonly uncut: readonly number[]
  /** So many first periods pay later what they bear. */
  readonly deferredUntil: number
}

const uncutBy = (counted: Counting, parts: readonly number[]): number[] => {
  let balance = counted.terms.principal
  return parts.map((part, i) => {
    const interest = interestOf(counted, balance, i)
    balance -= part
    return interest
  })
}

export const workedPlan = (terms: PlanTerms): WorkedPlan => {
  const hasRelief = (terms.relief?.length ?? 0) > 0
  const counted = counting(terms, planPeriods(terms))
  const bare = hasRelief ? counting(terms, planPeriods({ ...terms, relief: [] })) : counted
  const parts = allParts(bare)
  const uncut = uncutBy(counted, parts)
  const most = lifetimeMax(terms)
  const own = hasRelief ? within(uncutBy(bare, parts), most) : undefined
  return {
    counted,
    parts,
    uncut,
    borne: within(uncut, most, own),
    deferredUntil: deferredRows(terms),
  }
}

/**
 * The rows of a plan (`docs/conventions/village.md`), in whole numbers throughout. Rows on which nothing
 * falls due are left out; interest that was deferred falls due with the first row after it, and bears none.
 * The terms must hold (`planFault`).
 */
export const planRows = (terms: PlanTerms): PlanRow[] => rowsOf(workedPlan(terms))

export const rowsOf = ({ counted, parts, borne, deferredUntil }: WorkedPlan): PlanRow[] => {
  const rows: PlanRow[] = []
  let balance = counted.terms.principal
  let deferred = 0
  for (const [i, principal] of parts.entries()) {
    deferred += borne[i]!
    const interest = i < deferredUntil ? 0 : deferred
    if (interest > 0) deferred = 0
    balance -= principal
    const total = principal + interest
    if (total === 0) continue
    const { dueOn } = counted.periods[i]!
    rows.push({ n: rows.length + 1, dueOn, principal, interest, total, balance })
  }
  return rows
}
