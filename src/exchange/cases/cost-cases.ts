import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { type Solved, Fine } from '#domain/loans/plan/solver.ts'
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
} from '#domain/loans/plan/spreadsheet.ts'
import {
  actuarialYearlyRate,
  effectiveYearlyRate,
  firstIntervalOf,
} from '#domain/loans/plan/yearly-cost.ts'
import { type Figures, computing, count, day, figure } from '#src/exchange/cases/fields.ts'
import { isUnknownName } from '#src/exchange/cases/idle-params.ts'

/** A rate for a case that says its own decimals; where there is none, why. */
const solved = (name: string, result: Solved): Figures =>
  result.found ? { [name]: result.rate } : { [name]: result.reason }

const moment = z.strictObject({
  years: count.optional(),
  months: count.optional(),
  weeks: count.optional(),
  days: count.optional(),
  /** 365, 366, or the 365.25 of a year in the long run. */
  dayBase: z.number().min(1).max(400).optional(),
})

const repeated = z.strictObject({
  amount: figure,
  at: moment.default({}),
  every: moment.nullish().transform((gap) => gap ?? undefined),
  count: count.max(5_200).optional(),
})

/** Sums of one plan, and how often one of them comes again: no more than can be solved at once. */
const sumsMax = 600
const timesMax = 5_200

const isSolvable = (sums: readonly { readonly count?: number | undefined }[]): boolean =>
  sums.reduce((all, { count: times = 1 }) => all + times, 0) <= timesMax

const tooMany = { error: `are more than ${timesMax} sums`, path: ['payments'] }

type Sums = Parameters<typeof effectiveYearlyRate>[0]

const effectiveParams = z
  .strictObject({
    drawdowns: z.array(repeated).min(1).max(sumsMax),
    payments: z.array(repeated).min(1).max(sumsMax),
  })
  .refine(({ drawdowns, payments }) => isSolvable([...drawdowns, ...payments]), tooMany)

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
  'semi-monthly': 'half-month',
  semimonthly: 'half-month',
} as const

const actuarialParams = z
  .strictObject({
    advance: z.strictObject({ on: day, amount: figure }),
    firstPaymentOn: day,
    unitPeriod: z.strictObject({
      unit: z.enum(Object.keys(units) as (keyof typeof units)[]).transform((unit) => units[unit]),
      n: z.int().min(1).max(400),
    }),
    payments: z
      .array(z.strictObject({ amount: figure, count: count.max(timesMax).default(1) }))
      .min(1)
      .max(sumsMax),
  })
  .refine(({ payments }) => isSolvable(payments), tooMany)
  .refine(({ advance, firstPaymentOn }) => advance.on <= firstPaymentOn, {
    error: 'is before the advance',
    path: ['firstPaymentOn'],
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
/** Spreadsheets cut a part of a period off. */
const whole = cell.transform((value) => value.trunc().toNumber()).pipe(z.int().min(1).max(5_200))
const isAtStart = cell.optional().transform((type) => type !== undefined && !type.isZero())

const args = z.strictObject({
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
  values: z.array(cell).max(sumsMax).default([]),
  flows: z
    .array(z.tuple([day, cell]))
    .max(sumsMax)
    .default([]),
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

const needed: Readonly<Record<string, readonly (keyof Args)[]>> = {
  PMT: ['rate', 'nper'],
  IPMT: ['rate', 'per', 'nper'],
  PPMT: ['rate', 'per', 'nper'],
  CUMIPMT: ['rate', 'nper', 'pv', 'start', 'end'],
  CUMPRINC: ['rate', 'nper', 'pv', 'start', 'end'],
  PV: ['rate', 'nper'],
  FV: ['rate', 'nper'],
  NPER: ['rate', 'pmt'],
  RATE: ['nper'],
  IRR: ['values'],
  NPV: ['rate', 'values'],
  XIRR: ['flows'],
  EFFECT: ['rate', 'periods'],
  NOMINAL: ['rate', 'periods'],
}

/** A rate is looked for over whole periods, and not over more than can be solved at once. */
const isCountable = (periods: Decimal): boolean =>
  periods.isInteger() && periods.gte(1) && periods.lte(timesMax)

/** Periods that a function asks for must be periods of the annuity. */
const isWithin = ({ per, start, end, nper }: Args): boolean =>
  Math.max(per, end) <= Math.max(nper.toNumber(), 1) && start <= end

const isOfPeriods = (name: string): boolean => /^(PPMT|IPMT|CUMIPMT|CUMPRINC)$/.test(name)

const spreadsheetParams = z
  .strictObject({
    function: z
      .string()
      .refine((name) => Object.hasOwn(functions, name), 'is no function known here'),
    args: z.record(z.string(), z.unknown()),
  })
  .transform(({ function: name, args: written }, context) => {
    const said = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null))
    const read = args.safeParse(said)
    const issues = read.success ? [] : read.error.issues
    const missing = (needed[name] ?? []).filter((arg) => said[arg] === undefined)
    const refuse = (path: readonly PropertyKey[], message: string): void =>
      context.addIssue({ code: 'custom', path: ['args', ...path], message })
    for (const arg of missing) refuse([arg], 'is missing')
    for (const issue of issues)
      refuse(
        isUnknownName(issue) ? issue.keys.slice(0, 1) : issue.path,
        isUnknownName(issue) ? 'is no param known here' : issue.message,
      )
    if (!read.success) return z.NEVER
    if (isOfPeriods(name) && !isWithin(read.data)) refuse(['per'], 'lies outside the periods')
    if (name === 'RATE' && !isCountable(read.data.nper))
      refuse(['nper'], 'must be a whole number of periods')
    return { name, read: read.data }
  })

export const spreadsheet = computing(spreadsheetParams, ({ name, read }) => {
  const value = functions[name]!(read)
  return Decimal.isDecimal(value) ? { value } : solved('value', value)
})
