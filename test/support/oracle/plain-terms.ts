import type { PlanTerms } from '#domain/loans/plan/plan.ts'

export const down = (step: number) => ({ mode: 'down', step }) as const
export const up = (step: number) => ({ mode: 'up', step }) as const
export const monthly = (firstDueOn: string) =>
  ({ every: { n: 1, unit: 'months' }, firstDueOn }) as const

/** 300,000 for 3 months at 2 % a month, 100,000 of principal each: 6,000, 4,000 and 2,000 of interest. */
export const plain: PlanTerms = {
  principal: 300_000,
  paidOutOn: '2025-01-10',
  instalments: 3,
  due: monthly('2025-02-10'),
  interest: { per: 'period', ratePercent: '2' },
  repayment: 'equal-principal',
  interestRounding: down(1),
  instalmentRounding: down(100),
  remainder: 'last',
}

/** 100 a day: 365,000 at 10 % a year. */
export const daily: PlanTerms = {
  ...plain,
  principal: 365_000,
  instalments: 2,
  interest: { per: 'day', yearlyPercent: '10', days: 'actual/365' },
  instalmentRounding: down(1),
}
