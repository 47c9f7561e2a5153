import { z } from 'zod'
import { cumulativeRows } from '#domain/conventions/cumulative.ts'
import { Figure, withBalances } from '#domain/conventions/figures.ts'
import { type PeriodRateTerms, periodRateRows } from '#domain/conventions/period-rate.ts'
import { type RateFactorTerms, rateFactorRows } from '#domain/conventions/rate-factor-schedule.ts'
import { rescheduledRows } from '#domain/conventions/rescheduled.ts'
import { roundedUpPlan } from '#domain/conventions/rounded-up-annuity.ts'
import { dueDays } from '#domain/loans/due-days.ts'
import {
  amortizations,
  cumulativeFields,
  cumulativeParams,
  cumulativeTerms,
} from '#src/exchange/cases/cumulative-params.ts'
import {
  computing,
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
import { shownSchedule } from '#src/exchange/cases/shown.ts'

export const cumulative = computing(cumulativeParams, ({ terms, decimals }) =>
  shownSchedule(withBalances(cumulativeRows(terms), terms.principal), decimals),
)

const rescheduleParams = z
  .object({
    original: cumulativeFields,
    change: z.object({
      fromDueDate: day,
      newDueDate: day.nullish(),
      extraTerms: count.nullish(),
      graceOnPrincipal: count.nullish(),
      newAnnualRatePercent: figure.nullish(),
    }),
  })
  .transform(({ original, change }, context) => {
    const sums = purse(original.currency.decimals, context)
    return { terms: cumulativeTerms(original, sums), change, decimals: sums.decimals }
  })

export const reschedule = computing(rescheduleParams, ({ terms, change, decimals }) => {
  const rows = rescheduledRows(terms, {
    fromDueOn: change.fromDueDate,
    newDueOn: change.newDueDate ?? undefined,
    extraTerms: change.extraTerms ?? undefined,
    graceOnPrincipal: change.graceOnPrincipal ?? undefined,
    newAnnualRatePercent: change.newAnnualRatePercent ?? undefined,
  })
  return shownSchedule(withBalances(rows, terms.principal), decimals)
})

const dated = z.object({ on: day, amount: figure })

const rateFactorParams = z
  .object({
    currency,
    annualRatePercent: figure,
    dayCount: z.object({
      year: z.enum(['360', '364', '365', 'actual']),
      month: z.enum(['30', 'actual']),
    }),
    repayEvery: every,
    scheduleStart: day,
    dueDates: z.array(day).min(1).optional(),
    installments: count.min(1).optional(),
    rounding,
    precision: z.int().min(6).max(40).default(12),
    disbursements: z.array(dated).min(1),
    payments: z
      .array(
        z.object({
          on: day.optional(),
          paidOn: day.optional(),
          dueDate: day.optional(),
          principal: figure.default('0'),
          interest: figure.default('0'),
        }),
      )
      .default([]),
    rateChanges: z.array(z.object({ from: day, annualRatePercent: figure })).default([]),
    asOf: day.optional(),
    instalmentsPaidOnTime: count.optional(),
  })
  .transform((fields, context) => {
    const sums = purse(fields.currency.decimals, context)
    const { dueDates, installments, scheduleStart, asOf } = fields
    if (dueDates === undefined && installments === undefined)
      context.addIssue({ code: 'custom', message: 'is missing', path: ['dueDates'] })
    const dueOns =
      dueDates ??
      dueDays({ start: scheduleStart, every: fields.repayEvery, count: installments ?? 0 })
    const terms: RateFactorTerms = {
      money: moneyRule(fields.currency, sums, fields.rounding),
      unitsInOne: sums.units('1', 'currency'),
      annualRatePercent: fields.annualRatePercent,
      dayCount: fields.dayCount,
      every: fields.repayEvery,
      precision: fields.precision,
      start: scheduleStart,
      dueOns,
      drawdowns: fields.disbursements.map(({ on, amount }) => ({
        on,
        amount: sums.units(amount, 'disbursements'),
      })),
      payments: fields.payments.map(({ on, paidOn, dueDate, principal, interest }) => ({
        on: on ?? paidOn ?? dueDate ?? scheduleStart,
        dueOn: dueDate ?? on ?? paidOn ?? scheduleStart,
        principal: sums.units(principal, 'payments'),
        interest: sums.units(interest, 'payments'),
      })),
      rateChanges: fields.rateChanges,
      overdue:
        asOf === undefined
          ? undefined
          : { asOf, instalmentsPaid: fields.instalmentsPaidOnTime ?? 0 },
    }
    return { terms, decimals: sums.decimals }
  })

export const rateFactor = computing(rateFactorParams, ({ terms, decimals }) =>
  shownSchedule(rateFactorRows(terms), decimals),
)

const periodRateParams = z
  .object({
    currency,
    principal: figure,
    ratePerPeriodPercent: figure,
    interestMethod: z.enum(['declining', 'flat']),
    amortization: z.enum(['equal-installments', 'equal-principal']),
    disbursedOn: day,
    installments: count.min(1),
    repayEvery: every,
    graceOnPrincipal: count.default(0),
    chargeInterestInGrace: z.boolean().default(true),
    prorateFirst: z.boolean().default(false),
    workingDays: workingDays.nullish(),
    rounding,
    weights: z.array(z.object({ principal: figure, interest: figure.optional() })).nullish(),
    remainder: z.enum(['last', 'first', 'remaining-average', 'cumulative']).default('last'),
    annuity: z.enum(['fixed', 'recomputed']).default('fixed'),
  })
  .transform((fields, context) => {
    const sums = purse(fields.currency.decimals, context)
    const terms: PeriodRateTerms = {
      money: moneyRule(fields.currency, sums, fields.rounding),
      principal: sums.units(fields.principal, 'principal'),
      ratePerPeriodPercent: fields.ratePerPeriodPercent,
      method: fields.interestMethod,
      amortization: amortizations[fields.amortization],
      disbursedOn: fields.disbursedOn,
      instalments: fields.installments,
      every: fields.repayEvery,
      graceOnPrincipal: fields.graceOnPrincipal,
      isInterestChargedInGrace: fields.chargeInterestInGrace,
      isFirstProRated: fields.prorateFirst,
      weights: fields.weights ?? undefined,
      annuity: fields.annuity,
      remainder: fields.remainder,
      workingDays: fields.workingDays ?? undefined,
    }
    return { terms, decimals: sums.decimals }
  })
  .refine(({ terms }) => terms.graceOnPrincipal < terms.instalments, 'leaves no row that pays')
  .refine(
    ({ terms }) =>
      !terms.weights || terms.weights.length >= terms.instalments - terms.graceOnPrincipal,
    'has fewer weights than rows that pay',
  )

export const periodRate = computing(periodRateParams, ({ terms, decimals }) =>
  shownSchedule(withBalances(periodRateRows(terms), terms.principal), decimals),
)

const roundedUpParams = z.object({
  principal: figure,
  annualRatePercent: figure,
  installments: count.min(1).optional(),
  fixedInstalment: figure.optional(),
  firstDueDate: day.optional(),
  compareDecimals: z.int().min(0).max(6).default(0),
})

export const roundedUp = computing(roundedUpParams, (params) => {
  const plan = roundedUpPlan({
    principal: new Figure(params.principal),
    annualRatePercent: params.annualRatePercent,
    instalments: params.installments,
    fixedInstalment:
      params.fixedInstalment === undefined ? undefined : new Figure(params.fixedInstalment),
    firstDueOn: params.firstDueDate,
  })
  if (plan === undefined) return {}
  const shown = (sum: Figure): string => sum.toFixed(params.compareDecimals)
  const rows = plan.rows.map(({ n, dueOn, principal, interest, total, balance }) => ({
    n,
    dueDate: dueOn,
    principal: shown(principal),
    interest: shown(interest),
    fees: '0',
    penalties: '0',
    total: shown(total),
    balance: shown(balance),
  }))
  return {
    rows,
    someRows: rows,
    rowCount: rows.length,
    instalment: shown(plan.instalment),
    installment: shown(plan.instalment),
    totalInterest: shown(plan.totalInterest),
    totalPayment: shown(plan.totalPayment),
  }
})

const dueDatesParams = z
  .object({
    start: day.optional(),
    firstDueDate: day.optional(),
    installments: count.min(1),
    repayEvery: every,
    dayOfMonth: z.int().min(1).max(31).optional(),
    workingDays: workingDays.nullish(),
  })
  .refine(
    ({ start, firstDueDate }) => start !== undefined || firstDueDate !== undefined,
    'names neither a start nor a first due date',
  )

export const dueDates = computing(dueDatesParams, (params) => {
  const days = dueDays({
    start: params.start,
    firstDueOn: params.firstDueDate,
    dayOfMonth: params.dayOfMonth,
    every: params.repayEvery,
    count: params.installments,
    workingDays: params.workingDays ?? undefined,
  })
  return {
    dueDates: days,
    rowCount: days.length,
    first: days[0],
    second: days[1],
    last: days.at(-1),
  }
})
