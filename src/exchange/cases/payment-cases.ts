import { z } from 'zod'
import { decimalText } from '#domain/kernel/money.ts'
import type { AllocationRule } from '#domain/conventions/allocation.ts'
import type { Component } from '#domain/conventions/charged-rows.ts'
import { withBalances } from '#domain/conventions/figures.ts'
import { type LoanEvent, type LoanTransaction, paidLoan } from '#domain/conventions/payments.ts'
import { recalculatedRows } from '#domain/conventions/recalculated.ts'
import { cumulativeFields, cumulativeTerms } from '#src/exchange/cases/cumulative-params.ts'
import {
  type Figures,
  type Sums,
  amount,
  computing,
  count,
  day,
  sumsIn,
} from '#src/exchange/cases/fields.ts'
import { isUnknownName } from '#src/exchange/cases/idle-params.ts'
import { shownSchedule } from '#src/exchange/cases/shown.ts'

/** Events of one loan: more than anybody enters, and no more than can be told again and again. */
const eventsMax = 400
const reversalsMax = 20
const rowsMax = 600

const recalculatedParams = cumulativeFields
  .extend({
    interestMethod: z.literal('declining'),
    interestPeriod: z.literal('daily'),
    principalPercentPerInstallment: z.null().optional(),
    prepayment: z.enum(['reduce-instalment', 'reduce-count', 'skip-next']),
    payments: z.array(z.strictObject({ on: day, amount })).max(eventsMax),
  })
  .transform((fields, context) => {
    const sums = sumsIn(fields.currency.decimals, context)
    if (fields.payments.some(({ on }) => on < fields.disbursedOn))
      sums.refuse('begin before the loan', 'payments')
    const terms = {
      ...cumulativeTerms(fields, sums),
      prepayment: fields.prepayment,
      payments: fields.payments
        .map((paid) => ({ on: paid.on, amount: sums.units(paid.amount, 'payments') }))
        .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
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
  .strictObject({
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

const eventTypes = {
  charge: z.strictObject({
    type: z.literal('charge'),
    component: z.enum(['fees', 'penalties']),
    dueDate: day,
    amount,
  }),
  'charge-off': z.strictObject({ type: z.enum(['charge-off', 'write-off']), on: day }),
  'reverse-payment': z.strictObject({ type: z.literal('reverse-payment'), event: count }),
}
const moneyEvent = z.strictObject({ type: z.string().min(1), on: day, amount })

const eventOf = (type: string) => {
  if (isWritingOff(type)) return eventTypes['charge-off']
  if (type === 'charge' || type === 'reverse-payment') return eventTypes[type]
  return moneyEvent
}

/** What an event must have hangs on its type; whatever is no other event is money of its own type. */
const event = z.looseObject({ type: z.string() }).transform((read, context) => {
  const tried = eventOf(read.type).safeParse(read)
  if (tried.success) return tried.data
  for (const issue of tried.error.issues)
    context.addIssue({
      code: 'custom',
      message: isUnknownName(issue)
        ? `${issue.keys.join(', ')}: is no param known here`
        : issue.message,
      path: issue.path,
    })
  return z.NEVER
})

const isWritingOff = (type: string): type is 'charge-off' | 'write-off' =>
  type === 'charge-off' || type === 'write-off'

/** A payment can be reversed only after it came, and only once. */
const isReversible = (events: readonly LoanEvent[]): boolean => {
  const reversed = events.flatMap((one, i) =>
    one.kind === 'reverse-payment' ? [{ event: one.event, i }] : [],
  )
  return (
    reversed.length <= reversalsMax &&
    new Set(reversed.map(({ event: of }) => of)).size === reversed.length &&
    reversed.every(({ event: of, i }) => of < i && events[of]?.kind === 'money')
  )
}

const loanEvent = (read: z.output<typeof event>, sums: Sums): LoanEvent => {
  if ('component' in read) {
    const { component, dueDate: dueOn } = read
    const amount = sums.units(read.amount, 'events')
    return { kind: 'charge', charge: { component, dueOn, amount } }
  }
  if ('event' in read) return { kind: 'reverse-payment', event: read.event }
  if (!('amount' in read)) return { kind: read.type, on: read.on }
  const { type, on } = read
  return { kind: 'money', money: { type, on, amount: sums.units(read.amount, 'events') } }
}

const fixedScheduleParams = z
  .strictObject({
    loan: cumulativeFields,
    allocation,
    events: z.array(event).max(eventsMax),
    downPaymentPaidAtDisbursement: z.boolean().default(false),
    replayInDateOrder: z.boolean().default(false),
  })
  .transform((fields, context) => {
    const sums = sumsIn(fields.loan.currency.decimals, context)
    const events = fields.events.map((read) => loanEvent(read, sums))
    if (fields.loan.installments > rowsMax)
      sums.refuse(`are more than ${rowsMax}`, 'loan/installments')
    if (!isReversible(events)) sums.refuse('reverse what is no payment before them', 'events')
    const asked = {
      terms: cumulativeTerms(fields.loan, sums),
      rule: fields.allocation,
      events,
      isDownPaymentPaid: fields.downPaymentPaidAtDisbursement,
      isReplayedByDate: fields.replayInDateOrder,
    }
    return { asked, decimals: sums.decimals }
  })

const shownTransaction = (
  { on, type, amount: whole, parts, isReversed }: LoanTransaction,
  decimals: number,
): Figures => ({
  on,
  type,
  reversed: isReversed,
  amount: decimalText(whole, decimals),
  principal: decimalText(parts.principal, decimals),
  interest: decimalText(parts.interest, decimals),
  fees: decimalText(parts.fees, decimals),
  penalties: decimalText(parts.penalties, decimals),
})

export const fixedSchedule = computing(fixedScheduleParams, ({ asked, decimals }) => {
  const { rows, transactions, overpaid } = paidLoan(asked)
  const all = transactions.map((transaction) => shownTransaction(transaction, decimals))
  const shown = all.filter((one) => one['reversed'] === false)
  return {
    ...shownSchedule(withBalances(rows, asked.terms.principal), decimals),
    transactions: shown,
    transactionsWithReversed: all,
    lastTransaction: shown.at(-1),
    overpaid: decimalText(overpaid, decimals),
  }
})
