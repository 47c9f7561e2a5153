import { z } from 'zod'
import type { CumulativeTerms } from '#domain/conventions/cumulative.ts'
import {
  type Purse,
  count,
  currency,
  day,
  every,
  figure,
  moneyRule,
  purse,
  rounding,
  workingDays,
} from '#src/exchange/cases/fields.ts'

export const cumulativeFields = z.object({
  currency,
  principal: figure,
  annualRatePercent: figure,
  interestMethod: z.enum(['declining', 'flat']),
  interestPeriod: z.enum(['same-as-repayment', 'daily']),
  amortization: z.enum(['equal-installments', 'equal-principal']),
  disbursedOn: day,
  installments: count.min(1),
  repayEvery: every,
  firstDueDate: day.nullish(),
  graceOnPrincipal: count.default(0),
  graceOnInterestPayment: count.default(0),
  installmentMultipleOf: figure.nullish(),
  rounding,
  downPaymentPercent: figure.nullish(),
  principalPercentPerInstallment: figure.nullish(),
  workingDays: workingDays.nullish(),
})

export type CumulativeFields = z.output<typeof cumulativeFields>

export const amortizations = {
  'equal-installments': 'equal-instalments',
  'equal-principal': 'equal-principal',
} as const

export const cumulativeTerms = (fields: CumulativeFields, sums: Purse): CumulativeTerms => {
  if (fields.graceOnPrincipal >= fields.installments)
    sums.refuse('leaves no row that pays', 'graceOnPrincipal')
  return termsOf(fields, sums)
}

const termsOf = (fields: CumulativeFields, sums: Purse): CumulativeTerms => ({
  money: moneyRule(fields.currency, sums, fields.rounding),
  principal: sums.units(fields.principal, 'principal'),
  annualRatePercent: fields.annualRatePercent,
  method: fields.interestMethod,
  interestPeriod: fields.interestPeriod,
  amortization: amortizations[fields.amortization],
  disbursedOn: fields.disbursedOn,
  instalments: fields.installments,
  every: fields.repayEvery,
  firstDueOn: fields.firstDueDate ?? undefined,
  graceOnPrincipal: fields.graceOnPrincipal,
  graceOnInterestPayment: fields.graceOnInterestPayment,
  instalmentMultiple: fields.installmentMultipleOf
    ? sums.units(fields.installmentMultipleOf, 'installmentMultipleOf')
    : undefined,
  downPaymentPercent: fields.downPaymentPercent ?? undefined,
  principalPercent: fields.principalPercentPerInstallment ?? undefined,
  workingDays: fields.workingDays ?? undefined,
})

export const cumulativeParams = cumulativeFields.transform((fields, context) => {
  const sums = purse(fields.currency.decimals, context)
  return { terms: cumulativeTerms(fields, sums), decimals: sums.decimals }
})
