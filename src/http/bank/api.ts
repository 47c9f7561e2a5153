import { createRoute, z } from '@hono/zod-openapi'
import { heldElsewhere } from '#domain/fund/bank-lines.ts'
import { amountMax } from '#domain/kernel/money.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { readForFund } from '#src/http/bank/reading.ts'
import { denial } from '#src/http/guard.ts'
import { bookProblem, faultsSchema } from '#src/http/imports/faults.ts'
import { sheetBody, sheetIn } from '#src/http/imports/form.ts'
import { formProblems } from '#src/http/imports/sheet-route.ts'
import { problem } from '#src/http/problem.ts'
import { type NoAnswer, day, id, sum } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { statementSchema } from '#src/http/reads/tables.ts'
import { statementWithWords } from '#src/words/statement-words.ts'

const kinds = [
  'sure',
  'likely',
  'several',
  'other-sum',
  'unknown',
  'confirmed',
  'before-the-book',
] as const

const readSchema = z
  .object({
    place: z.enum(heldElsewhere),
    lines: z.array(
      z.object({
        row: z.int(),
        on: day,
        amount: sum,
        mark: z.string().openapi({ description: 'For `MatchBankLine`' }),
        kind: z.enum(kinds).openapi({
          description:
            'sure: the short code of the receipt and the sum; likely: the only one with that sum within seven days; several: none is chosen',
        }),
        choices: z
          .array(z.array(z.object({ entryId: id, seq: z.int(), on: day, amount: sum })))
          .openapi({ description: 'Each one is entries that the line may be, together' }),
      }),
    ),
    entries: z
      .array(z.object({ entryId: id, seq: z.int(), on: day, entryType: z.string(), amount: sum }))
      .openapi({ description: 'In the book, and no line tells of them' }),
    breaks: z
      .array(z.int())
      .openapi({ description: 'Rows whose balance does not follow from the one before' }),
    statement: statementSchema,
  })
  .openapi('BankListRead')

const route = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/imports/bank-lines',
  ...ofFund('MatchBankLine'),
  tags: ['imports'],
  summary: 'Read a list of the bank or wallet beside the book: what each line may be',
  description:
    'One part `sheet`: CSV or `.xlsx`, at most one megabyte. Nothing is written and nothing is kept; what the list says of a line is not repeated. A person confirms lines with `MatchBankLine`.',
  request: {
    params: fundPath,
    query: z.strictObject({
      place: z.enum(heldElsewhere, 'place-of-cash-unknown'),
      asOf: day.optional().openapi({ description: 'The day of the statement; the last line’s' }),
      balance: z
        .string()
        .regex(/^\d{1,12}$/, 'amount-not-whole')
        .transform(Number)
        .refine((amount) => amount <= amountMax, 'amount-too-large')
        .optional()
        .openapi({ type: 'integer', description: 'What is there on that day; the list’s own' }),
    }),
    body: sheetBody,
  },
  responses: {
    200: json(readSchema, 'Every line with what it may be, and the statement of the day'),
    ...problems,
    ...formProblems('list'),
    422: {
      description: 'The list cannot be read; errors[] names row and cell of each place',
      content: { 'application/problem+json': { schema: faultsSchema } },
    },
  },
})

export const bankImportRoutes = () =>
  newApi().openapi(route, async (context) => {
    const bytes = await sheetIn(context)
    if (bytes instanceof Response) return bytes as NoAnswer
    const read = await readForFund(context, { ...context.req.valid('query'), bytes })
    if (read === undefined) return denial('not-found') as NoAnswer
    if (read === 'too-large') return problem(413, 'body-too-large') as NoAnswer
    if ('faults' in read) return bookProblem(context, read.faults) as NoAnswer
    const lines = read.lines.map(({ row, on, amount, mark, kind, choices }) => ({
      row,
      on,
      amount,
      mark,
      kind,
      choices: choices.map((choice) =>
        choice.map(({ entryId, seq, on: day, amount: moved }) => ({
          entryId,
          seq,
          on: day,
          amount: moved,
        })),
      ),
    }))
    const entries = read.entries.map(({ entryId, seq, on, entryType, amount }) => ({
      entryId,
      seq,
      on,
      entryType,
      amount,
    }))
    const statement = statementWithWords(read.statement, context.get('language'))
    const { place, breaks } = read
    return context.json({ place, lines, entries, breaks: [...breaks], statement }, 200)
  })
