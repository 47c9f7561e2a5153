import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { type Solved, Fine } from '#domain/loans/solver.ts'
import {
  type Annuity,
  cellValue,
  datedInternalRate,
  effectiveRate,
  futureValue,
  interestOfPeriods,
  interestPart,
  internalRate,
  netPresentValue,
  nominalRate,
  numberOfPeriods,
  payment,
  presentValue,
  principalOfPeriods,
  principalPart,
  ratePerPeriod,
} from '#domain/loans/spreadsheet.ts'
import {
  actuarialYearlyRate,
  effectiveYearlyRate,
  firstIntervalOf,
} from '#domain/loans/yearly-cost.ts'
import { type Figures, computing, count, day, figure } from '#src/exchange/cases/fields.ts'

/** A rate for a case that says its own decimals; where there is none, why. */
const solved = (name: string, result: Solved): Figures =>
  result.found ? { [name]: result.rate } : { [name]: result.reason }

const moment = z.object({
  years: count.optional(),
  months: count.optional(),
  weeks: count.optional(),
  days: count.optional(),
  dayBase: z.int().min(1).max(400).optional(),
})

const repeated = z.object({
  amount: figure,
  at: moment.default({}),
  every: moment.optional(),
  count: count.optional(),
})

type Sums = Parameters<typeof effectiveYearlyRate>[0]

const effectiveParams = z.object({
  drawdowns: z.array(repeated).min(1),
  payments: z.array(repeated).min(1),
})

export const effective = computing(effectiveParams, ({ drawdowns, payments }) => {
  const rate = effectiveYearlyRate(drawdowns as Sums, payments as Sums)
  return { ...solved('aprPercent', rate), ...solved('roundedPercent', rate) }
})

const units = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  'half-month': 'half-month',
  'semi-month': 'half-month',
  semimonth: 'half-month',
} as const

const actuarialParams = z.object({
  advance: z.object({ on: day, amount: figure }),
  firstPaymentOn: day,
  unitPeriod: z.object({
    unit: z.enum(Object.keys(units) as (keyof typeof units)[]).transform((unit) => units[unit]),
    n: z.int().min(1).max(400),
  }),
  payments: z.array(z.object({ amount: figure, count: count.default(1) })).min(1),
})

export const actuarial = computing(actuarialParams, (asked) => ({
  ...solved('aprPercent', actuarialYearlyRate(asked)),
  firstInterval: firstIntervalOf(asked.advance.on, asked.firstPaymentOn, asked.unitPeriod),
}))

const cell = z.union([z.string(), z.number()]).transform((written, context) => {
  const value = cellValue(String(written))
  if (value !== undefined) return value
  context.addIssue({ code: 'custom', message: 'must be a number or a quotient' })
  return z.NEVER
})

const zero = new Fine(0)
const whole = cell.transform((value) => value.toNumber()).pipe(z.int().min(0).max(10_000))
const isAtStart = cell.optional().transform((type) => type !== undefined && !type.isZero())

const args = z.object({
  rate: cell.default(zero),
  nper: cell.default(zero),
  pv: cell.default(zero),
  fv: cell.default(zero),
  pmt: cell.default(zero),
  type: isAtStart,
  per: whole.default(1),
  start: whole.default(1),
  end: whole.default(1),
  periods: whole.default(1),
  guess: cell.optional(),
  values: z.array(cell).default([]),
  flows: z.array(z.tuple([day, cell])).default([]),
})

type Args = z.output<typeof args>

const annuityOf = ({ rate, nper, pv, fv, type }: Args): Annuity => ({
  rate,
  periods: nper,
  presentValue: pv,
  futureValue: fv,
  isAtStart: type,
})

const payingOf = (read: Args) => ({ ...annuityOf(read), payment: read.pmt })

const functions: Readonly<Record<string, (read: Args) => Decimal | Solved>> = {
  PMT: (read) => payment(annuityOf(read)),
  IPMT: (read) => interestPart(annuityOf(read), read.per),
  PPMT: (read) => principalPart(annuityOf(read), read.per),
  CUMIPMT: (read) => interestOfPeriods(annuityOf(read), read),
  CUMPRINC: (read) => principalOfPeriods(annuityOf(read), read),
  PV: (read) => presentValue(payingOf(read)),
  FV: (read) => futureValue(payingOf(read)),
  NPER: (read) => numberOfPeriods(payingOf(read)),
  RATE: (read) =>
    ratePerPeriod({
      ...payingOf(read),
      periods: read.nper.toNumber(),
      ...(read.guess ? { guess: read.guess } : {}),
    }),
  IRR: ({ values, guess }) => internalRate(values, guess),
  NPV: ({ rate, values }) => netPresentValue(rate, values),
  XIRR: ({ flows, guess }) =>
    datedInternalRate(
      flows.map(([on, amount]) => ({ on, amount })),
      guess,
    ),
  EFFECT: ({ rate, periods }) => effectiveRate(rate, periods),
  NOMINAL: ({ rate, periods }) => nominalRate(rate, periods),
}

const spreadsheetParams = z.object({
  function: z
    .string()
    .refine((name) => Object.hasOwn(functions, name), 'is no function known here'),
  args,
})

export const spreadsheet = computing(spreadsheetParams, ({ function: name, args: read }) => {
  const value = functions[name]!(read)
  return Decimal.isDecimal(value) ? { value } : solved('value', value)
})
