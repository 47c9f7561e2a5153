import { Decimal } from 'decimal.js'
import { monthlyDay } from '#domain/kernel/dates.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'

const riel = { mode: 'down', step: 100 } as const
const firstDueOn = '2025-02-20'
const instalments = 12

/** Twelve months at 1.5 % a month, in hundreds of riel. */
export const plainTerms = (principal: number, repayment: PlanTerms['repayment']): PlanTerms => ({
  principal,
  paidOutOn: '2025-01-20',
  instalments,
  due: { every: { n: 1, unit: 'months' }, firstDueOn },
  interest: { per: 'period', ratePercent: '1.5' },
  repayment,
  interestRounding: riel,
  instalmentRounding: riel,
  remainder: 'last',
})

const inHundreds = (amount: Decimal): Decimal => amount.div(100).floor().times(100)

/** The same plan as anybody would write it with decimal.js, with the same due days. */
export const plainRows = (amount: number, repayment: PlanTerms['repayment']): PlanRow[] => {
  const rate = new Decimal('1.5').div(100)
  const grown = rate.plus(1).pow(instalments)
  const principal = new Decimal(amount)
  const isEqual = repayment === 'equal-instalment'
  const part = inHundreds(
    isEqual ? principal.times(rate).times(grown).div(grown.minus(1)) : principal.div(instalments),
  )
  let left = principal
  return Array.from({ length: instalments }, (_, k) => {
    const interest = inHundreds(left.times(rate))
    const paid = k === instalments - 1 ? left : isEqual ? part.minus(interest) : part
    left = left.minus(paid)
    return {
      n: k + 1,
      dueOn: monthlyDay(firstDueOn, k, 20),
      principal: paid.toNumber(),
      interest: interest.toNumber(),
      total: paid.plus(interest).toNumber(),
      balance: left.toNumber(),
    }
  })
}
