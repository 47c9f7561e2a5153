import { z } from 'zod'
import { decimalText } from '#domain/kernel/money.ts'
import type { AllocationRule } from '#domain/conventions/allocation.ts'
import { arrearsOn } from '#domain/conventions/arrears.ts'
import type { Component } from '#domain/conventions/charged-rows.ts'
import { withBalances } from '#domain/conventions/figures.ts'
import { lateFee } from '#domain/conventions/late-fee.ts'
import { type LoanEvent, type LoanTransaction, paidLoan } from '#domain/conventions/payments.ts'
import { recalculatedRows } from '#domain/conventions/recalculated.ts'
import { cumulativeFields, cumulativeTerms } from '#src/exchange/cases/cumulative-params.ts'
import {
  type Figures,
  type Purse,
  computing,
  count,
  currency,
  day,
  figure,
  moneyRule,
  purse,
  rounding,
} from '#src/exchange/cases/fields.ts'
import { shownSchedule } from '#src/exchange/cases/shown.ts'

const recalculatedParams = cumulativeFields
  .extend({
    prepayment: z.enum(['reduce-instalment', 'reduce-count', 'skip-next']),
    payments: z.array(z.object({ on: day, amount: figure })),
  })
  .transform((fields, context) => {
    const sums = purse(fields.currency.decimals, context)
    const terms = {
      ...cumulativeTerms(fields, sums),
      prepayment: fields.prepayment,
      payments: fields.payments
        .map(({ on, amount }) => ({ on, amount: sums.units(amount, 'payments') }))
        .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    }
    return { terms, decimals: sums.decimals }
  })

export const recalculated = computing(recalculatedParams, ({ terms, decimals }) =>
  shownSchedule(withBalances(recalculatedRows(terms), terms.principal), decimals),
)

const components = ['principal', 'interest', 'fees', 'penalties'] as const

const orderOf = (text: string): Component[] | undefined => {
  const order = text.split('-')
  const isWhole = order.length === 4 && components.every((component) => order.includes(component))
  return isWhole ? (order as Component[]) : undefined
}

/** `A`, or `due:A/ahead:B` for an order of its own for what is not yet due. */
const orders = z.string().transform((text, context) => {
  const both = /^due:([a-z-]+)\/ahead:([a-z-]+)$/.exec(text)
  const due = orderOf(both?.[1] ?? text)
  const ahead = orderOf(both?.[2] ?? text)
  if (due && ahead) return { due, ahead, isDueFirst: both !== null }
  context.addIssue({ code: 'custom', message: 'names no order of the four components' })
  return z.NEVER
})

const future = z.enum(['next', 'last', 'spread'])

const allocation = z
  .object({
    order: orders,
    sweep: z.enum(['instalment', 'component']).default('instalment'),
    future: future.default('next'),
    futureByType: z.record(z.string(), future).default({}),
  })
  .transform(({ order, sweep, future: ahead, futureByType }): AllocationRule => ({
    ...order,
    sweep,
    future: ahead,
    futureByType,
  }))

const event = z.union([
  z.object({
    type: z.literal('charge'),
    component: z.enum(['fees', 'penalties']),
    dueDate: day,
    amount: figure,
  }),
  z.object({ type: z.enum(['charge-off', 'write-off']), on: day }),
  z.object({ type: z.literal('reverse-payment'), event: count }),
  z.object({
    type: z.string().refine((type) => !['charge', 'charge-off', 'write-off'].includes(type)),
    on: day,
    amount: figure,
  }),
])

const isWritingOff = (type: string): type is 'charge-off' | 'write-off' =>
  type === 'charge-off' || type === 'write-off'

const loanEvent = (read: z.output<typeof event>, sums: Purse): LoanEvent => {
  if ('component' in read) {
    const { component, dueDate: dueOn } = read
    const amount = sums.units(read.amount, 'events')
    return { kind: 'charge', charge: { component, dueOn, amount } }
  }
  if ('event' in read) return { kind: 'reverse-payment', event: read.event }
  const { type, on } = read
  if (isWritingOff(type)) return { kind: type, on }
  const amount = 'amount' in read ? sums.units(read.amount, 'events') : 0
  return { kind: 'money', money: { type, on, amount } }
}

const fixedScheduleParams = z
  .object({
    loan: cumulativeFields,
    allocation,
    events: z.array(event),
    downPaymentPaidAtDisbursement: z.boolean().default(false),
    replayInDateOrder: z.boolean().default(false),
  })
  .transform((fields, context) => {
    const sums = purse(fields.loan.currency.decimals, context)
    const asked = {
      terms: cumulativeTerms(fields.loan, sums),
      rule: fields.allocation,
      events: fields.events.map((read) => loanEvent(read, sums)),
      isDownPaymentPaid: fields.downPaymentPaidAtDisbursement,
      isReplayedByDate: fields.replayInDateOrder,
    }
    return { asked, decimals: sums.decimals }
  })

const shownTransaction = (
  { on, type, amount, parts }: LoanTransaction,
  decimals: number,
): Figures => ({
  on,
  type,
  amount: decimalText(amount, decimals),
  principal: decimalText(parts.principal, decimals),
  interest: decimalText(parts.interest, decimals),
  fees: decimalText(parts.fees, decimals),
  penalties: decimalText(parts.penalties, decimals),
})

export const fixedSchedule = computing(fixedScheduleParams, ({ asked, decimals }) => {
  const { rows, transactions, overpaid } = paidLoan(asked)
  const shown = transactions.map((transaction) => shownTransaction(transaction, decimals))
  return {
    ...shownSchedule(withBalances(rows, asked.terms.principal), decimals),
    transactions: shown,
    lastTransaction: shown.at(-1),
    overpaid: decimalText(overpaid, decimals),
  }
})

const arrearsParams = z
  .object({
    asOf: day,
    arrearsGraceDays: count.default(0),
    pauses: z.array(z.object({ start: day, end: day })).default([]),
    buckets: z.array(z.object({ name: z.string(), min: z.int(), max: z.int().nullable() })),
    installments: z.array(z.object({ dueDate: day, outstanding: figure })),
    decimals: z.int().min(0).max(6).default(2),
  })
  .transform((fields, context) => {
    const sums = purse(fields.decimals, context)
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
  .object({ currency, base: figure, ratePerDay: figure, daysLate: count, rounding })
  .transform((fields, context) => {
    const sums = purse(fields.currency.decimals, context)
    const { ratePerDay, daysLate } = fields
    const money = moneyRule(fields.currency, sums, fields.rounding)
    const base = sums.units(fields.base, 'base')
    return { asked: { money, base, ratePerDay, daysLate }, decimals: sums.decimals }
  })

export const fee = computing(lateFeeParams, ({ asked, decimals }) => ({
  fee: decimalText(lateFee(asked), decimals),
}))
