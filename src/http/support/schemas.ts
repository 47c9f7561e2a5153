import { z } from '@hono/zod-openapi'
import { supportKinds } from '#domain/grants/kinds.ts'
import { bringers } from '#domain/grants/support.ts'
import { unspentRules } from '#domain/grants/terms.ts'
import { day, sum } from '#src/http/reads/query.ts'

export const supportRead = z
  .object({
    code: z.string(),
    windowId: z.string(),
    amount: sum,
    parts: z.int(),
    broughtBy: z.enum(bringers),
    state: z.enum([
      'asked',
      'checked',
      'turned-down',
      'approved',
      'refused',
      'awarded-at-once',
      'not-ratified',
      'closed',
    ]),
    askedOn: day,
    decidedOn: day.nullable(),
    conditionsMetOn: day.nullable(),
    paid: sum,
  })
  .openapi('Support')

const statement = { opening: sum, received: sum, spent: sum, returned: sum, closing: sum }

export const windowRead = z
  .object({
    windowId: z.string(),
    received: sum,
    spent: sum,
    returned: sum,
    held: sum,
    promised: sum.openapi({ description: 'Voted for and not paid yet' }),
    terms: z
      .object({
        from: day,
        until: day,
        unspent: z.enum(unspentRules),
        lines: z.array(z.object({ kind: z.enum(supportKinds), amount: sum })),
      })
      .nullable(),
  })
  .openapi('GrantWindow')

const yearTable = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('not-yet') }),
    z.object({ is: z.literal('too-few') }),
    z.object({
      is: z.literal('told'),
      rows: z.array(
        z.object({ key: z.enum([...supportKinds, 'others']), people: z.int(), amount: sum }),
      ),
    }),
  ])
  .openapi('SupportByKind')

export const donorReport = z
  .object({
    windowId: z.string(),
    year: z.string(),
    currency: z.string(),
    statement: z.object(statement),
    quarters: z.array(z.object({ quarter: z.string(), ...statement })),
    codes: z.array(z.string()),
    byKind: yearTable,
  })
  .openapi('DonorReport')

/** Which year a report is of. */
export const yearQuery = z.strictObject({ year: z.string().regex(/^\d{4}$/, 'year-unknown') })
