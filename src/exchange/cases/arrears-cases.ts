import { z } from 'zod'
import { arrearsOn } from '#domain/conventions/arrears.ts'
import { lateFee } from '#domain/conventions/late-fee.ts'
import { decimalText } from '#domain/kernel/money.ts'
import {
  amount,
  computing,
  count,
  currency,
  day,
  moneyRule,
  sumsIn,
  rounding,
} from '#src/exchange/cases/fields.ts'

const arrearsParams = z
  .strictObject({
    asOf: day,
    arrearsGraceDays: count.default(0),
    pauses: z.array(z.strictObject({ start: day, end: day })).default([]),
    buckets: z.array(
      z.strictObject({
        name: z.string(),
        min: z.int(),
        max: z
          .int()
          .nullish()
          .transform((max) => max ?? null),
      }),
    ),
    installments: z.array(z.strictObject({ dueDate: day, outstanding: amount })).max(10_000),
    decimals: z.int().min(0).max(6).default(2),
  })
  .transform((fields, context) => {
    const sums = sumsIn(fields.decimals, context)
    const instalments = fields.installments.map(({ dueDate: dueOn, outstanding }) => ({
      dueOn,
      outstanding: sums.units(outstanding, 'installments'),
    }))
    const { asOf, arrearsGraceDays: graceDays, pauses, buckets, decimals } = fields
    return { asked: { asOf, graceDays, pauses, buckets, instalments }, decimals }
  })

export const arrears = computing(arrearsParams, ({ asked, decimals }) => {
  const { overdue, pastDueDays, delinquentDays, delinquentSince, bucket, byInstalment } =
    arrearsOn(asked)
  const byInstallment = Object.fromEntries(
    Object.entries(byInstalment).map(([name, sum]) => [name, decimalText(sum, decimals)]),
  )
  return {
    overdueAmount: decimalText(overdue, decimals),
    pastDueDays,
    delinquentDays,
    delinquentSince,
    bucket,
    byInstallment,
  }
})

const lateFeeParams = z
  .strictObject({ currency, base: amount, ratePerDay: amount, daysLate: count, rounding })
  .transform((fields, context) => {
    const sums = sumsIn(fields.currency.decimals, context)
    const { ratePerDay, daysLate } = fields
    const money = moneyRule(fields.currency, sums, fields.rounding)
    const base = sums.units(fields.base, 'base')
    return { asked: { money, base, ratePerDay, daysLate }, decimals: sums.decimals }
  })

export const fee = computing(lateFeeParams, ({ asked, decimals }) => ({
  fee: decimalText(lateFee(asked), decimals),
}))
