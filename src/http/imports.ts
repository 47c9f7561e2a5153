import { createRoute, z } from '@hono/zod-openapi'
import type { Imported } from '#src/exchange/paper-book/import.ts'
import { type BookFiles, bookFileNames } from '#src/exchange/paper-book/packed.ts'
import { json, newApi, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { bookProblem, faultsSchema } from '#src/http/imports/faults.ts'
import { bytesOf, formIn } from '#src/http/imports/form.ts'
import { formProblems } from '#src/http/imports/sheet-route.ts'
import type { SentBook } from '#src/exchange/reader.ts'
import { takeBook } from '#src/http/imports/taking-books.ts'
import { intoOwnNetwork } from '#src/http/own-network.ts'
import { type FieldFault, problem } from '#src/http/problem.ts'
import { type NoAnswer, day, id, yesOrNo } from '#src/http/reads/query.ts'

/** A whole book in one part, in place of its files. */
const wholeParts = ['book.xlsx', 'book.zip']

const partNames: readonly string[] = [...bookFileNames, ...wholeParts]

const importedSchema = z
  .object({
    fundId: id,
    villageCode: z.string(),
    openedOn: day,
    isDryRun: z.boolean(),
    wasHere: z.boolean(),
    entries: z.int(),
    flagged: z.int(),
    members: z.int(),
    loans: z.int(),
    meetings: z.int(),
    warnings: z.array(z.enum(['village-already-here', 'grant-payees-not-kept'])),
  })
  .openapi('ImportedBook')

const filesSchema = {
  type: 'object' as const,
  additionalProperties: false,
  properties: Object.fromEntries(
    partNames.map((name) => [name, { type: 'string' as const, format: 'binary' }]),
  ),
}

const bookRoute = createRoute({
  method: 'post',
  path: '/v1/imports/paper-book',
  middleware: intoOwnNetwork,
  security: [{ session: [] }, { token: [] }],
  'x-action': 'import-book',
  tags: ['imports'],
  summary: 'Take a paper book into the ledger: all of it or nothing',
  description:
    'One part a file, named as the file is; or one part `book.xlsx` or `book.zip`, the same book as a workbook or packed. The fund joins the network of the caller. The same files again change nothing.',
  request: {
    query: z.strictObject({ dryRun: yesOrNo.optional() }),
    body: { required: true, content: { 'multipart/form-data': { schema: filesSchema } } },
  },
  responses: {
    200: json(importedSchema, 'What was taken in, or would be on a dry run'),
    ...problems,
    409: { ...problems[400], description: 'This very book has been taken in elsewhere' },
    ...formProblems('book'),
    422: {
      description: 'The book has faults; errors[] names file, row and field of each',
      content: { 'application/problem+json': { schema: faultsSchema } },
    },
  },
})

/** As many faults of a form as tell that it is another form. */
const formFaultsMax = 20

/** The files of a form, or why it is none of a book. Names are not repeated: a person may be in them. */
const filesOf = async (form: FormData): Promise<BookFiles | readonly FieldFault[]> => {
  const files = new Map<string, Uint8Array>()
  const faults: FieldFault[] = []
  for (const [name, part] of form) {
    if (faults.length === formFaultsMax) break
    if (!partNames.includes(name)) faults.push({ pointer: '', code: 'part-unknown' })
    else if (files.has(name)) faults.push({ pointer: `/${name}`, code: 'part-twice' })
    else files.set(name, await bytesOf(part))
  }
  return faults.length > 0 ? faults : files
}

const readForm = async (context: HttpContext): Promise<SentBook | Response> => {
  const form = await formIn(context)
  if (form instanceof Response) return form
  const files = await filesOf(form)
  if (!('size' in files)) return problem(400, 'invalid-request', { errors: files })
  const whole = wholeParts.find((name) => files.has(name))
  if (whole === undefined) return files
  if (files.size === 1) return files.get(whole)!
  const errors = [{ pointer: `/${whole}`, code: 'book-twice' }]
  return problem(400, 'invalid-request', { errors })
}

const takeIn = async (context: HttpContext, dryRun: boolean): Promise<Imported | Response> => {
  const sent = await readForm(context)
  if (sent instanceof Response) return sent
  const taken = await takeBook(context, sent, dryRun)
  if (taken === 'too-large') return problem(413, 'body-too-large')
  if (taken === 'elsewhere') return problem(409, 'book-taken-in-elsewhere')
  return 'faults' in taken ? bookProblem(context, taken.faults) : taken
}

export const importRoutes = () =>
  newApi().openapi(bookRoute, async (context) => {
    const imported = await takeIn(context, context.req.valid('query').dryRun ?? false)
    if (imported instanceof Response) return imported as NoAnswer
    return context.json({ ...imported, warnings: [...imported.warnings] }, 200)
  })
