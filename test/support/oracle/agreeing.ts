import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { oracleRows } from '#test/support/oracle/oracle-rows.ts'
import { randomTerms } from '#test/support/oracle/random-plans.ts'

export const cells = ['n', 'dueOn', 'principal', 'interest', 'total', 'balance'] as const

/** Whether two plans agree in every cell. */
export const isSame = (a: readonly PlanRow[], b: readonly PlanRow[]): boolean =>
  a.length === b.length && a.every((row, i) => cells.every((cell) => row[cell] === b[i]![cell]))

/** Whoever makes a plan of terms. */
export type Plan = (terms: PlanTerms) => readonly PlanRow[]

/** The first of so many loans on which the two differ, if they do on any. */
export const firstDiffering = (plan: Plan, upTo: number, from = 1): number | undefined => {
  for (let seed = from; seed <= upTo; seed += 1) {
    const terms = randomTerms(seed)
    if (!isSame(plan(terms), oracleRows(terms))) return seed
  }
  return undefined
}
