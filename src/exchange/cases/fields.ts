import { z } from 'zod'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { unitsOf } from '#domain/kernel/money.ts'
import type { MoneyRule, Rounding } from '#domain/conventions/figures.ts'
import { isUnknownName, withoutIdle } from '#src/exchange/cases/idle-params.ts'

/** A figure as a case writes it: a decimal string, or a number where that is whole. */
export const figure = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^-?\d+(\.\d+)?$/.test(text), 'must be a decimal number')

/** A figure that cannot be less than nothing: a sum, a rate, a share. */
export const amount = figure.refine((text) => !text.startsWith('-'), 'must not be negative')

export const day = z.string().refine(isLocalDate, 'must be a day that the calendar has')

export const count = z.int().min(0).max(10_000)

export const rounding = z.enum(['half-even', 'half-up'])

/** Instalments of one plan: a hundred years of weeks, and no more than can be computed at once. */
export const instalmentCount = z.int().min(1).max(5_200)

export const every = z.strictObject({
  n: z.int().min(1).max(1000),
  unit: z.enum(['days', 'weeks', 'months', 'years']),
})

export const workingDays = z.strictObject({
  weekend: z.array(z.int().min(1).max(7)),
  holidays: z.array(day).max(5_000),
  direction: z.enum(['forward', 'backward', 'forward-in-month', 'same']),
})

export const currency = z.strictObject({
  code: z.string(),
  decimals: z.int().min(0).max(6),
  multipleOf: amount.nullish(),
})

type CaseCurrency = z.output<typeof currency>

/** Sums of one case in smallest units; a sum that has a part of one is told at its place. */
export type Sums = {
  readonly decimals: number
  readonly units: (text: string, place: string) => number
  /** Tells a param that cannot hold beside the others. */
  readonly refuse: (message: string, place: string) => void
}

export const sumsIn = (decimals: number, context: z.RefinementCtx): Sums => ({
  decimals,
  units: (text, place) => {
    const units = unitsOf(text, decimals)
    if (units === undefined)
      context.addIssue({ code: 'custom', message: 'is no whole number of units', path: [place] })
    return units ?? 0
  },
  refuse: (message, place) => context.addIssue({ code: 'custom', message, path: [place] }),
})

/** To the multiple of the currency, ties up, where it has one; else to its unit. */
export const moneyRule = ({ multipleOf }: CaseCurrency, sums: Sums, rule: Rounding): MoneyRule =>
  Number(multipleOf ?? 0) === 0
    ? { step: 1, rounding: rule }
    : { step: sums.units(multipleOf!, 'currency'), rounding: 'half-up' }

/** What a convention computes of a case: figures by the names that cases use for them. */
export type Figures = Readonly<Record<string, unknown>>

export type Computed =
  | { readonly figures: Figures }
  | { readonly fault: { readonly place: string; readonly message: string } }

/** One case that an engine breaks on is one that failed: the others still run. */
const figuresOf = (compute: () => Figures): Computed => {
  try {
    return { figures: compute() }
  } catch {
    return { fault: { place: 'params', message: 'cannot be computed with' } }
  }
}

/** Reads the params and computes; a param that cannot be is a fault with its place, never an exception. */
export const computing =
  <Params>(schema: z.ZodType<Params>, compute: (params: Params) => Figures) =>
  (params: Readonly<Record<string, unknown>>): Computed => {
    const { convention: _, ...asked } = params
    const first = schema.safeParse(asked)
    const read = first.success ? first : schema.safeParse(withoutIdle(asked, first.error.issues))
    if (read.success) return figuresOf(() => compute(read.data))
    const [issue] = read.error.issues
    const { path, message } = isUnknownName(issue!)
      ? { path: [...issue.path, ...issue.keys.slice(0, 1)], message: 'is no param known here' }
      : issue!
    return { fault: { place: `params/${path.join('/')}`, message } }
  }
