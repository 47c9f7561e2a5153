import { z } from '@hono/zod-openapi'
import { json, problems } from '#src/http/api.ts'
import { denial } from '#src/http/guard.ts'
import { bookProblem, faultsSchema } from '#src/http/imports/faults.ts'
import { sheetBody, sheetIn } from '#src/http/imports/form.ts'
import type { taking } from '#src/http/imports/taking-sheets.ts'
import { problem } from '#src/http/problem.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type NoAnswer, yesOrNo } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'

const problemOf = (description: string) => ({ ...problems[400], description })

/** What a form of files is turned away with before anything in it is read. */
export const formProblems = (what: string) => ({
  413: problemOf(`The ${what} is too large`),
  415: problemOf('The body is no multipart form'),
})

/** What every route that takes one sheet asks for and answers; `taken` is the shape of what it took. */
export const sheetShapes = <Taken extends z.ZodType>(taken: Taken) => ({
  request: {
    params: fundPath,
    query: z.strictObject({ dryRun: yesOrNo.optional() }),
    body: sheetBody,
  },
  responses: {
    200: json(taken, 'What was taken in, or would be on a dry run'),
    ...problems,
    ...formProblems('sheet'),
    422: {
      description: 'The sheet has faults; errors[] names row, field and cell of each',
      content: { 'application/problem+json': { schema: faultsSchema } },
    },
  },
})

/** Takes the one sheet of the form, or the answer that says why not; nothing is written then. */
export const sheetTaken = async <Taken extends object>(
  context: HttpContext,
  take: ReturnType<typeof taking<Taken>>,
  dryRun: boolean,
): Promise<{ readonly taken: Taken } | NoAnswer> => {
  const bytes = await sheetIn(context)
  if (bytes instanceof Response) return bytes as NoAnswer
  const taken = await take(context, bytes, dryRun)
  if (taken === undefined) return denial('not-found') as NoAnswer
  if (taken === 'too-large') return problem(413, 'body-too-large') as NoAnswer
  return 'faults' in taken ? (bookProblem(context, taken.faults) as NoAnswer) : { taken }
}
