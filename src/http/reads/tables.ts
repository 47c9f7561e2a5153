import { z } from '@hono/zod-openapi'

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** A report as a table: its rows by column, sums in smallest units; the same as the command line's. */
export const tableSchema = z
  .object({
    title: z.string(),
    rows: z.array(row.readonly()).readonly(),
    totals: row.readonly().optional(),
  })
  .openapi('Table')
