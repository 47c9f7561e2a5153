import { z } from 'zod'
import { cumulativeDueDays, cumulativeRows } from '#domain/conventions/cumulative.ts'
import { Figure, withBalances } from '#domain/conventions/figures.ts'
import {
  type PeriodRateTerms,
  type Weight,
  periodRateRows,
} from '#domain/conventions/period-rate.ts'
import { rescheduledRows } from '#domain/conventions/rescheduled.ts'
import { roundedUpPlan } from '#domain/conventions/rounded-up-annuity.ts'
import { dueDays } from '#domain/loans/plan/due-days.ts'
import {
  amortizations,
  cumulativeFields,
  cumulativeParams,
  cumulativeTerms,
} from '#src/exchange/cases/cumulative-params.ts'
import {
  amount,
  computing,
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
import { shownSchedule } from '#src/exchange/cases/shown.ts'

export const cumulative = computing(cumulativeParams, ({ terms, decimals }) =>
  shownSchedule(withBalances(cumulativeRows(terms), terms.principal), decimals),
)

const rescheduleParams = z
  .strictObject({
    original: cumulativeFields,
    change: z.strictObject({
      fromDueDate: day,
      newDueDate: day.nullish(),
      extraTerms: count.max(1_200).nullish(),
      graceOnPrincipal: count.max(1_200).nullish(),
      newAnnualRatePercent: amount.nullish(),
    }),
  })
  .transform(({ original, change }, context) => {
    const sums = sumsIn(original.currency.decimals, context)
    const terms = cumulativeTerms(original, sums)
    const { fromDueDate, ...changes } = change
    const days = cumulativeDueDays(terms)
    const first = days.indexOf(fromDueDate)
    const before = days[first - 1] ?? terms.disbursedOn
    if (first === -1) sums.refuse('is no due date of the plan', 'fromDueDate')
    if (change.newDueDate && change.newDueDate <= before)
      sums.refuse('is not after the due date before it', 'newDueDate')
    if (Object.values(changes).every((one) => (one ?? null) === null))
      sums.refuse('changes nothing', 'change')
    if (terms.method === 'declining' && Number(terms.annualRatePercent) !== 0)
      sums.refuse('is known for flat interest only, or none', 'original')
    return { terms, change, decimals: sums.decimals }
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

/** Whether the shares of the rows that pay, if there are such, make a whole. */
const isWhole = (
  { weights, instalments, graceOnPrincipal }: PeriodRateTerms,
  shareOf: (weight: Weight) => string,
): boolean =>
  weights
    ?.slice(0, instalments - graceOnPrincipal)
    .reduce((all, weight) => all.plus(shareOf(weight)), new Figure(0))
    .eq(1) ?? true

const periodRateParams = z
  .strictObject({
    currency,
    principal: amount,
    ratePerPeriodPercent: amount,
    interestMethod: z.enum(['declining', 'flat']),
    amortization: z.enum(['equal-installments', 'equal-principal']),
    disbursedOn: day,
    installments: instalmentCount,
    repayEvery: every,
    firstDueDate: day.nullish(),
    graceOnPrincipal: count.default(0),
    chargeInterestInGrace: z.boolean().default(true),
    prorateFirst: z.boolean().default(false),
    workingDays: workingDays.nullish(),
    rounding,
    weights: z.array(z.strictObject({ principal: amount, interest: amount.nullish() })).nullish(),
    remainder: z.enum(['last', 'first', 'remaining-average', 'cumulative']).default('last'),
    annuity: z.enum(['fixed', 'recomputed']).default('fixed'),
  })
  .transform((fields, context) => {
    const sums = sumsIn(fields.currency.decimals, context)
    const terms: PeriodRateTerms = {
      money: moneyRule(fields.currency, sums, fields.rounding),
      principal: sums.units(fields.principal, 'principal'),
      ratePerPeriodPercent: fields.ratePerPeriodPercent,
      method: fields.interestMethod,
      amortization: amortizations[fields.amortization],
      disbursedOn: fields.disbursedOn,
      instalments: fields.installments,
      every: fields.repayEvery,
      firstDueOn: fields.firstDueDate ?? undefined,
      graceOnPrincipal: fields.graceOnPrincipal,
      isInterestChargedInGrace: fields.chargeInterestInGrace,
      isFirstProRated: fields.prorateFirst,
      weights: fields.weights?.map(({ principal, interest }) => ({
        principal,
        interest: interest ?? undefined,
      })),
      annuity: fields.annuity,
      remainder: fields.remainder,
      workingDays: fields.workingDays ?? undefined,
    }
    return { terms, decimals: sums.decimals }
  })
  .refine(({ terms }) => terms.graceOnPrincipal < terms.instalments, {
    error: 'leaves no row that pays',
    path: ['graceOnPrincipal'],
  })
  .refine(({ terms }) => terms.firstDueOn === undefined || terms.firstDueOn > terms.disbursedOn, {
    error: 'is not after the day of the loan',
    path: ['firstDueDate'],
  })
  .refine(
    ({ terms }) =>
      !terms.weights || terms.weights.length >= terms.instalments - terms.graceOnPrincipal,
    { error: 'has fewer weights than rows that pay', path: ['weights'] },
  )
  .refine(({ terms }) => isWhole(terms, (weight) => weight.principal), {
    error: 'do not share out the whole principal',
    path: ['weights'],
  })
  .refine(({ terms }) => isWhole(terms, (weight) => weight.interest ?? weight.principal), {
    error: 'do not share out the whole interest',
    path: ['weights'],
  })

export const periodRate = computing(periodRateParams, ({ terms, decimals }) =>
  shownSchedule(withBalances(periodRateRows(terms), terms.principal), decimals),
)

const roundedUpParams = z
  .strictObject({
    principal: amount,
    annualRatePercent: amount,
    installments: instalmentCount.max(1_200).nullish(),
    fixedInstalment: amount.nullish(),
    firstDueDate: day.nullish(),
    compareDecimals: z.int().min(0).max(6).default(0),
  })
  .superRefine(({ installments, fixedInstalment }, context) => {
    const isCounted = (installments ?? null) !== null
    const isFixed = (fixedInstalment ?? null) !== null
    if (isCounted === isFixed)
      context.addIssue({
        code: 'custom',
        message: isFixed
          ? 'cannot hold beside fixedInstalment'
          : 'is missing, and so is fixedInstalment',
        path: ['installments'],
      })
  })

export const roundedUp = computing(roundedUpParams, (params) => {
  const plan = roundedUpPlan({
    principal: new Figure(params.principal),
    annualRatePercent: params.annualRatePercent,
    instalments: params.installments ?? undefined,
    fixedInstalment:
      (params.fixedInstalment ?? undefined) === undefined
        ? undefined
        : new Figure(params.fixedInstalment!),
    firstDueOn: params.firstDueDate ?? undefined,
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
    installments: instalmentCount,
    repayEvery: every,
    dayOfMonth: z.int().min(1).max(31).nullish(),
    workingDays: workingDays.nullish(),
  })
  .refine(({ start, firstDueDate }) => Boolean(start ?? firstDueDate), {
    error: 'is missing, and so is firstDueDate',
    path: ['start'],
  })

export const dueDates = computing(dueDatesParams, (params) => {
  const days = dueDays({
    start: params.start ?? undefined,
    firstDueOn: params.firstDueDate ?? undefined,
    dayOfMonth: params.dayOfMonth ?? undefined,
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
