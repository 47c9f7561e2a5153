import { z } from 'zod'
import { type RowWithBalance, withBalances } from '#domain/conventions/figures.ts'
import { type RateFactorTerms, rateFactorRows } from '#domain/conventions/rate-factor-schedule.ts'
import { dueDays } from '#domain/loans/plan/due-days.ts'
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

/** Prices are found anew with every drawdown and change: so many and no more. */
const changesMax = 24
const rowsMax = 600

const shape = {
  currency,
  annualRatePercent: amount,
  dayCount: z.strictObject({
    year: z.enum(['360', '364', '365', 'actual']),
    month: z.enum(['30', 'actual']),
  }),
  repayEvery: every,
  scheduleStart: day,
  firstDueDate: day.nullish(),
  dueDates: z.array(day).min(1).max(rowsMax).nullish(),
  installments: instalmentCount.max(rowsMax).nullish(),
  workingDays: workingDays.nullish(),
  installmentMultipleOf: amount.nullish(),
  rounding,
  precision: z.int().min(6).max(40).default(12),
  disbursements: z
    .array(z.strictObject({ on: day, amount }))
    .min(1)
    .max(changesMax),
  payments: z
    .array(
      z.strictObject({
        on: day.nullish(),
        paidOn: day.nullish(),
        dueDate: day.nullish(),
        principal: amount.default('0'),
        interest: amount.default('0'),
      }),
    )
    .max(rowsMax)
    .default([]),
  rateChanges: z
    .array(z.strictObject({ from: day, annualRatePercent: amount }))
    .max(changesMax)
    .default([]),
}

const plainParams = z.strictObject(shape)
const changedParams = z.strictObject({ ...shape, rateChanges: shape.rateChanges.unwrap().min(1) })
const overdueParams = z.strictObject({
  ...shape,
  asOf: day,
  instalmentsPaidOnTime: count.default(0),
})

type CaseParams = z.output<typeof plainParams> & {
  readonly asOf?: string
  readonly instalmentsPaidOnTime?: number
}

const dueDatesOf = ({ dueDates, installments, ...asked }: CaseParams): readonly string[] =>
  dueDates ??
  dueDays({
    start: asked.scheduleStart,
    firstDueOn: asked.firstDueDate ?? undefined,
    every: asked.repayEvery,
    count: installments ?? 0,
    workingDays: asked.workingDays ?? undefined,
  })

const termsOf = (asked: CaseParams, context: z.RefinementCtx) => {
  const sums = sumsIn(asked.currency.decimals, context)
  const { scheduleStart: start, installments } = asked
  const dueOns = dueDatesOf(asked)
  const last = dueOns.at(-1) ?? start
  if (dueOns.length === 0) sums.refuse('is missing, and so are installments', 'dueDates')
  if (dueOns.some((dueOn, i) => dueOn <= (dueOns[i - 1] ?? start)))
    sums.refuse('do not follow each other from the start', 'dueDates')
  if (installments && installments !== dueOns.length)
    sums.refuse('is not the number of due dates', 'installments')
  if (asked.disbursements.some(({ on }) => on < start || on >= last))
    sums.refuse('do not all lie between the start and the last due date', 'disbursements')
  const payments = asked.payments.map(({ on, paidOn, dueDate, principal, interest }) => ({
    on: on ?? paidOn ?? dueDate ?? '',
    dueOn: dueDate ?? on ?? paidOn ?? '',
    principal: sums.units(principal, 'payments'),
    interest: sums.units(interest, 'payments'),
  }))
  if (payments.some(({ dueOn }) => !dueOns.includes(dueOn)))
    sums.refuse('do not all name the due date of an instalment', 'payments')
  const multiple = asked.installmentMultipleOf ?? '0'
  const terms: RateFactorTerms = {
    money: moneyRule(asked.currency, sums, asked.rounding),
    unitsInOne: sums.units('1', 'currency'),
    annualRatePercent: asked.annualRatePercent,
    dayCount: asked.dayCount,
    every: asked.repayEvery,
    precision: asked.precision,
    instalmentMultiple:
      Number(multiple) === 0 ? undefined : sums.units(multiple, 'installmentMultipleOf'),
    start,
    dueOns,
    drawdowns: asked.disbursements.map((drawn) => ({
      on: drawn.on,
      amount: sums.units(drawn.amount, 'disbursements'),
    })),
    payments,
    rateChanges: asked.rateChanges,
    overdue:
      asked.asOf === undefined
        ? undefined
        : { asOf: asked.asOf, instalmentsPaid: asked.instalmentsPaidOnTime ?? 0 },
  }
  return { terms, decimals: sums.decimals }
}

/** A row with what was paid for it by the payments that name its due date. */
const withPaid =
  ({ payments }: RateFactorTerms) =>
  (row: RowWithBalance) => {
    const own = payments.filter(({ dueOn }) => dueOn === row.dueOn)
    const sumOf = (paid: typeof own): number =>
      paid.reduce((all, { principal, interest }) => all + principal + interest, 0)
    const outstanding = row.total - sumOf(own)
    const days = own.map(({ on }) => on).toSorted()
    return {
      ...row,
      paid: sumOf(own),
      inAdvance: sumOf(own.filter(({ on }) => on < row.dueOn)),
      late: sumOf(own.filter(({ on }) => on > row.dueOn)),
      outstanding,
      paidOn: outstanding === 0 ? (days.at(-1) ?? null) : null,
    }
  }

/** The balance of a row is what is owed at the end of its day; or, in `rowsByPlan`, what the plan leaves. */
const shown = ({ terms, decimals }: ReturnType<typeof termsOf>) => {
  const rows = rateFactorRows(terms).map(withPaid(terms))
  const drawn = terms.drawdowns.reduce((all, drawdown) => all + drawdown.amount, 0)
  const byPlan = shownSchedule(withBalances(rows, drawn), decimals)
  return { ...shownSchedule(rows, decimals), rowsByPlan: byPlan['rows'] }
}

export const rateFactor = computing(plainParams.transform(termsOf), shown)
export const rateFactorChanged = computing(changedParams.transform(termsOf), shown)
export const rateFactorOverdue = computing(overdueParams.transform(termsOf), shown)
