import { createRoute, z } from '@hono/zod-openapi'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { denial } from '#src/http/guard.ts'
import { bookProblem, faultsSchema } from '#src/http/imports/faults.ts'
import { sheetBody, sheetIn } from '#src/http/imports/form.ts'
import { mayTakeMembers, takeMembers } from '#src/http/imports/taking-sheets.ts'
import { problem } from '#src/http/problem.ts'
import { type NoAnswer, id, yesOrNo } from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'

const takenSchema = z
  .object({
    fundId: id,
    isDryRun: z.boolean(),
    wasHere: z.boolean(),
    members: z.int(),
    savings: z.int(),
    loans: z.int(),
    loansOwed: z.int(),
    flagged: z.int(),
    left: z.int().openapi({ description: 'What the older book does not explain, with this sheet' }),
    rows: z.array(
      z.object({
        row: z.int(),
        isNewMember: z.boolean(),
        savings: z.int(),
        loanOwed: z.int(),
      }),
    ),
  })
  .openapi('MembersTaken')

const problemOf = (description: string) => ({ ...problems[400], description })

const route = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/imports/members',
  ...ofFund('TakeOverSavings'),
  tags: ['imports'],
  summary: 'Take members and what they had on the first day from one sheet: all of it or nothing',
  description:
    'One part `sheet`: CSV or `.xlsx`, at most one megabyte. Names are not read. The same sheet again changes nothing; another sum for the same card is a fault.',
  request: {
    params: fundPath,
    query: z.strictObject({ dryRun: yesOrNo.optional() }),
    body: sheetBody,
  },
  responses: {
    200: json(takenSchema, 'What was taken in, or would be on a dry run'),
    ...problems,
    413: problemOf('The sheet is too large'),
    415: problemOf('The body is no multipart form'),
    422: {
      description: 'The sheet has faults; errors[] names row, field and cell of each',
      content: { 'application/problem+json': { schema: faultsSchema } },
    },
  },
})

export const membersImportRoutes = () =>
  newApi().openapi(route, async (context) => {
    if (!mayTakeMembers(context)) return denial('not-allowed') as NoAnswer
    const bytes = await sheetIn(context)
    if (bytes instanceof Response) return bytes as NoAnswer
    const taken = await takeMembers(context, bytes, context.req.valid('query').dryRun ?? false)
    if (taken === undefined) return denial('not-found') as NoAnswer
    if (taken === 'too-large') return problem(413, 'body-too-large') as NoAnswer
    if ('faults' in taken) return bookProblem(context, taken.faults) as NoAnswer
    return context.json({ ...taken, rows: [...taken.rows] }, 200)
  })
