import { z } from '@hono/zod-openapi'
import { furtherTables, statementNames } from '#domain/ledger/statement.ts'

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

const columns = z
  .array(
    z.object({
      key: z.string(),
      kind: z
        .enum(['text', 'code', 'account', 'day', 'sum', 'number'])
        .openapi({ description: 'Sums are whole numbers of the smallest unit' }),
    }),
  )
  .readonly()

const table = {
  columns,
  rows: z.array(row.readonly()).readonly(),
  totals: row.readonly().optional(),
}

const noteValue = z.union([
  z.object({ sum: z.int() }),
  z.object({ day: z.string() }),
  z.object({ count: z.int() }),
  z.object({ code: z.string() }),
])

/** A statement as programs read it: codes and sums in smallest units; the same as the command line's. */
export const statementSchema = z
  .object({
    name: z.enum(statementNames),
    title: z.string(),
    period: z
      .object({ from: z.string().nullable(), to: z.string() })
      .openapi({ description: '`from` is null where it is of one day, or of all up to it' }),
    knownAt: z.string().nullable().openapi({ description: 'Null for as it is known now' }),
    currency: z.string(),
    card: z.string().nullable(),
    ...table,
    notes: z
      .array(
        z.object({
          code: z.string(),
          text: z.string(),
          values: z.record(z.string(), noteValue).readonly().optional(),
        }),
      )
      .readonly(),
    more: z
      .array(z.object({ name: z.enum([...statementNames, ...furtherTables]), ...table }))
      .readonly()
      .openapi({
        description:
          'Further tables: what came after its period was closed, each meeting’s shortage',
      }),
  })
  .openapi('Statement')
