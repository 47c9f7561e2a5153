import { z } from 'zod'
import { products } from '#domain/fund/charter/charter.ts'
import type { QuoteTerms } from '#domain/loans/plan/quote.ts'

/** How a reader of quotes takes its plain values; a file and a request differ in what they put up with. */
type QuoteValues = {
  readonly sum: z.ZodType<number>
  readonly count: z.ZodType<number>
  readonly day: z.ZodType<string>
  readonly rate: z.ZodType<string>
}

const oneOf = <const Names extends readonly [string, ...string[]]>(...names: Names) =>
  z.enum(names, `must be ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`)

/** Days in a list: weekly meetings of ten years are fewer. */
const daysMax = 600
const windowsMax = 20

/** Everything that can be asked of a quote, by its name in JSON; `type` is the product. */
export const quoteFields = ({ sum, count, day, rate }: QuoteValues) => {
  const rounding = z.strictObject({ mode: oneOf('down', 'up', 'half-up', 'half-even'), step: sum })
  return {
    principal: sum,
    months: count.optional(),
    instalments: count.optional(),
    type: z.enum(products, 'must be normal, seasonal, emergency or enterprise').default('normal'),
    paidOutOn: day,
    every: z.strictObject({ n: count, unit: oneOf('days', 'weeks', 'months', 'years') }).optional(),
    firstDueOn: day.optional(),
    dayOfMonth: count.optional(),
    dueOn: z.array(day).min(1).max(daysMax).optional(),
    periodFrom: day.optional(),
    memberId: z.string().max(64).optional(),
    rateMonthlyPercent: rate.optional(),
    ratePercent: rate.optional(),
    yearlyPercent: rate.optional(),
    days: oneOf('actual/365', 'actual/actual', '30/360').optional(),
    method: oneOf('declining', 'flat').optional(),
    repayment: oneOf('equal-principal', 'equal-instalment', 'bullet').optional(),
    graceOnPrincipal: count.optional(),
    graceOnInterest: z
      .strictObject({ instalments: count, is: oneOf('deferred', 'forgiven') })
      .optional(),
    balloon: sum.optional(),
    interestRounding: rounding.optional(),
    instalmentRounding: rounding.optional(),
    remainder: oneOf('first', 'last', 'spread').optional(),
    workingDays: z
      .strictObject({
        weekend: z.array(count).max(6).optional(),
        holidays: z.array(day).max(daysMax).optional(),
        calendar: z.literal('KH', 'must be KH').optional(),
        direction: oneOf('forward', 'backward', 'forward-in-month', 'same'),
      })
      .optional(),
    relief: z
      .array(z.strictObject({ from: day, to: day }))
      .max(windowsMax)
      .optional(),
    lender: oneOf('fund', 'other').optional(),
    fee: sum.optional(),
    deposit: sum.optional(),
  }
}

export type QuoteRead = {
  readonly asked: QuoteTerms
  readonly memberId: string | undefined
}

type QuoteGiven = { readonly type: string; readonly memberId?: string | undefined }

/** A question as the domain asks it: without what was left out, and with the product by its own name. */
export const quoteFrom = ({ type, memberId, ...rest }: QuoteGiven): QuoteRead => {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { asked: { ...given, product: type } as unknown as QuoteTerms, memberId }
}
