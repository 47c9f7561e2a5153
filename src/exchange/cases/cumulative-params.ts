import { z } from 'zod'
import type { CumulativeTerms } from '#domain/conventions/cumulative.ts'
import {
  type Sums,
  amount,
  count,
  currency,
  day,
  every,
  instalmentCount,
  moneyRule,
  sumsIn,
  rounding,
  workingDays,
} from '#src/exchange/cases/fields.ts'

export const cumulativeFields = z.strictObject({
  /** Stands in a block within another convention; there it can only be this one. */
  convention: z.literal('cumulative').optional(),
  currency,
  principal: amount,
  annualRatePercent: amount,
  interestMethod: z.enum(['declining', 'flat']),
  interestPeriod: z.enum(['same-as-repayment', 'daily']),
  amortization: z.enum(['equal-installments', 'equal-principal']),
  disbursedOn: day,
  installments: instalmentCount,
  repayEvery: every,
  firstDueDate: day.nullish(),
  graceOnPrincipal: count.default(0),
  graceOnInterestPayment: count.default(0),
  installmentMultipleOf: amount.nullish(),
  rounding,
  downPaymentPercent: amount.nullish(),
  principalPercentPerInstallment: amount.nullish(),
  workingDays: workingDays.nullish(),
})

type CumulativeFields = z.output<typeof cumulativeFields>

export const amortizations = {
  'equal-installments': 'equal-instalments',
  'equal-principal': 'equal-principal',
} as const

export const cumulativeTerms = (fields: CumulativeFields, sums: Sums): CumulativeTerms => {
  if (fields.graceOnPrincipal >= fields.installments)
    sums.refuse('leaves no row that pays', 'graceOnPrincipal')
  if (fields.firstDueDate && fields.firstDueDate <= fields.disbursedOn)
    sums.refuse('is not after the day of the loan', 'firstDueDate')
  if (Number(fields.downPaymentPercent ?? 0) > 100)
    sums.refuse('is more than the loan', 'downPaymentPercent')
  return termsOf(fields, sums)
}

const termsOf = (fields: CumulativeFields, sums: Sums): CumulativeTerms => ({
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
  instalmentMultiple: Number(fields.installmentMultipleOf ?? 0)
    ? sums.units(fields.installmentMultipleOf!, 'installmentMultipleOf')
    : undefined,
  downPaymentPercent: fields.downPaymentPercent ?? undefined,
  principalPercent: fields.principalPercentPerInstallment ?? undefined,
  workingDays: fields.workingDays ?? undefined,
})

export const cumulativeParams = cumulativeFields.transform((fields, context) => {
  const sums = sumsIn(fields.currency.decimals, context)
  return { terms: cumulativeTerms(fields, sums), decimals: sums.decimals }
})
