import { z } from '@hono/zod-openapi'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { HttpContext } from '#src/http/env.ts'
import { problem } from '#src/http/problem.ts'
import { bookFaultSaid } from '#src/words/book-fault-words.ts'

/** What is wrong with a book or a sheet, place by place. */
export const faultsSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    errors: z.array(
      z.object({
        file: z.string(),
        row: z.int().nullable(),
        field: z.string().nullable(),
        cell: z.string().optional().openapi({ example: 'loans!D14' }),
        nearest: z.string().optional().openapi({ example: 'principal_owed' }),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .openapi('BookFaults')

/** Tells every fault of what was sent, in the reader's language. */
export const bookProblem = (context: HttpContext, faults: readonly BookFault[]): Response => {
  const language = context.get('language')
  const { status, headers } = problem(422, 'book-has-faults')
  const errors = faults.map((one) => ({ ...one, message: bookFaultSaid(one, language) }))
  const told = { type: '/problems/book-has-faults', title: 'book has faults', status }
  return new Response(JSON.stringify({ ...told, code: 'book-has-faults', errors }), {
    status,
    headers,
  })
}
