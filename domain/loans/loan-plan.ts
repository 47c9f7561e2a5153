import { isBullet } from '#domain/loans/as-written.ts'
import { type Loan, paidOutOn } from '#domain/loans/loan.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { counting, principalParts } from '#domain/loans/plan/plan-parts.ts'
import { planPeriods, ruleDay } from '#domain/loans/plan/plan-periods.ts'

/** What was agreed of a loan, as a plan: versions 1 and 3 are months of equal principal, or all at the end. */
export const planOf = ({ terms, ...loan }: Loan): PlanTerms => {
  const { principal, months, firstDueOn, dueDay, interestStep, instalmentStep } = terms
  const agreed = { principal, paidOutOn: paidOutOn({ terms, ...loan }), instalments: months }
  if (terms.plan) return { ...agreed, ...terms.plan }
  return {
    ...agreed,
    due: { every: { n: 1, unit: 'months' }, firstDueOn, dayOfMonth: dueDay },
    interest: { per: 'period', ratePercent: terms.rateMonthlyPercent },
    repayment: isBullet(terms) ? 'bullet' : 'equal-principal',
    interestRounding: { mode: 'down', step: interestStep },
    instalmentRounding: { mode: 'down', step: instalmentStep },
    remainder: 'last',
  }
}

/** How a sum is spread over instalments by the rules of a plan, its periods counted from the first. */
export const planParts = (plan: PlanTerms, sum: number, instalments: number): number[] => {
  const { balloon = 0 } = plan
  const spread = {
    ...plan,
    principal: sum,
    instalments,
    graceOnPrincipal: Math.min(plan.graceOnPrincipal ?? 0, instalments - 1),
    balloon: Math.min(balloon, sum - 1),
    relief: [],
  }
  return principalParts(counting(spread, planPeriods(spread)))
}

/** What is left to fall due spread anew over so many instalments, whole periods all: no grace is given twice. */
export const spreadAnew = (plan: PlanTerms, sum: number, instalments: number): number[] => {
  const { due } = plan
  const paidOutOn = 'every' in due ? ruleDay(due, -1) : (due.periodFrom ?? plan.paidOutOn)
  const { graceOnInterest: _, ...ungraced } = plan
  return planParts({ ...ungraced, paidOutOn, graceOnPrincipal: 0 }, sum, instalments)
}
