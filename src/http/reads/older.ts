import { z } from '@hono/zod-openapi'
import { equivalentPercent, methods } from '#domain/loans/as-written.ts'
import { beyondOf, convertedOn } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { securities } from '#domain/loans/request/request-state.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { day, sum } from '#src/http/reads/query.ts'

/** What an older book tells of a loan, what the fund asks instead, and what is held for it. */
export const olderSchema = z.object({
  asWritten: z
    .object({
      method: z.enum(methods).optional(),
      rateMonthlyPercent: z.string().optional(),
      fee: sum.optional(),
      interestPaidBefore: sum.optional(),
    })
    .nullable(),
  equivalentMonthlyPercent: z.string().nullable().openapi({
    description: 'The written rate as one on what is left; the terms hold what the fund asks',
  }),
  notDemanded: z
    .object({
      open: sum,
      asked: sum,
      counted: sum,
      paid: sum,
      beyondHalf: sum,
      rows: z.array(z.object({ on: day, asked: sum, counted: sum })),
    })
    .nullable()
    .openapi({ description: 'What the older terms would ask beyond what the fund asks' }),
  convertedOn: day.nullable(),
  held: z.array(z.enum(securities)),
  givenBack: z.array(z.object({ on: day, security: z.enum(securities) })),
})

/** Null for a loan of which no older book tells anything. */
export const olderOf = (
  { loan, whole }: LoanStanding,
  asOf: string,
): z.infer<typeof olderSchema> | null => {
  const { asWritten = null } = loan.terms
  const { returns = [] } = loan
  if (asWritten === null && loan.securities === undefined && returns.length === 0) return null
  const beyond = beyondOf(whole, asOf)
  return {
    asWritten,
    equivalentMonthlyPercent: equivalentPercent(loan.terms) ?? null,
    notDemanded: beyond ? { ...beyond, rows: [...beyond.rows] } : null,
    convertedOn: convertedOn(loan) ?? null,
    held: [...stillHeld(loan, asOf)],
    givenBack: returns.map(({ on, security }) => ({ on, security })),
  }
}
