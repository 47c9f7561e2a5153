import { createRoute, z } from '@hono/zod-openapi'
import { networkBookOf } from '#src/app/network-views.ts'
import { networkOf } from '#src/app/persons.ts'
import { fileNames, fundFile } from '#src/exchange/paper-book/columns.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import { type Imported, importPaperBook } from '#src/exchange/paper-book/import.ts'
import { importWorkbook } from '#src/exchange/paper-book/workbook.ts'
import { json, newApi, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { bookProblem, faultsSchema } from '#src/http/imports/faults.ts'
import { bytesOf, formIn, hasTooManyCells } from '#src/http/imports/form.ts'
import { intoOwnNetwork, joinOwnNetwork } from '#src/http/own-network.ts'
import { type FieldFault, problem } from '#src/http/problem.ts'
import { type NoAnswer, day, id, yesOrNo } from '#src/http/reads/asked.ts'

/** A whole book in one part, in place of its files. */
const workbookPart = 'book.xlsx'

const partNames: readonly string[] = [fundFile, ...fileNames, workbookPart]

const importedSchema = z
  .object({
    fundId: id,
    villageCode: z.string(),
    openedOn: day,
    isDryRun: z.boolean(),
    wasHere: z.boolean(),
    entries: z.int(),
    flagged: z.int(),
    warnings: z.array(z.enum(['village-already-here', 'grant-payees-not-kept'])),
  })
  .openapi('ImportedBook')

const problemOf = (description: string) => ({ ...problems[400], description })

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
    'One part a file, named as the file is; or one part `book.xlsx`, the same book as a workbook. The fund joins the network of the caller. The same files again change nothing.',
  request: {
    query: z.strictObject({ dryRun: yesOrNo.optional() }),
    body: { required: true, content: { 'multipart/form-data': { schema: filesSchema } } },
  },
  responses: {
    200: json(importedSchema, 'What was taken in, or would be on a dry run'),
    ...problems,
    409: problemOf('This very book has been taken in elsewhere'),
    413: problemOf('The book is too large'),
    415: problemOf('The body is no multipart form'),
    422: {
      description: 'The book has faults; errors[] names file, row and field of each',
      content: { 'application/problem+json': { schema: faultsSchema } },
    },
  },
})

type Files = ReadonlyMap<string, Uint8Array>

/** As many faults of a form as tell that it is another form. */
const formFaultsMax = 20

/** The files of a form, or why it is none of a book. Names are not repeated: a person may be in them. */
const filesOf = async (form: FormData): Promise<Files | readonly FieldFault[]> => {
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

const sourceOf =
  (files: Files): BookSource =>
  async (file) =>
    files.get(file) ?? 'missing'

const readForm = async (context: HttpContext): Promise<Files | Response> => {
  const form = await formIn(context)
  if (form instanceof Response) return form
  const files = await filesOf(form)
  if (!('size' in files)) return problem(400, 'invalid-request', { errors: files })
  if (files.has(workbookPart) && files.size > 1) {
    const errors = [{ pointer: `/${workbookPart}`, code: 'book-twice' }]
    return problem(400, 'invalid-request', { errors })
  }
  // A workbook is packed: its own reader counts.
  const texts = [...files].flatMap(([name, bytes]) => (name === workbookPart ? [] : [bytes]))
  return hasTooManyCells(texts) ? problem(413, 'body-too-large') : files
}

/**
 * Reads and writes as if the caller's network were alone here, so that neither an answer nor a warning
 * tells of another network's villages.
 */
const importerOf = async (context: HttpContext) => {
  const { store, record, hash } = context.get('needs')
  const { networkId } = context.get('network')
  const ownFundIds = (await networkBookOf(store, networkId))?.fundIds ?? []
  const inStore = new Set(await store.fundIds())
  const own = { ...store, fundIds: async () => ownFundIds.filter((one) => inStore.has(one)) }
  return async (files: Files, dryRun: boolean) => {
    const needs = { record, store: own, hash }
    const options = { ...context.get('caller')!.by, dryRun }
    const workbook = files.get(workbookPart)
    return workbook === undefined
      ? importPaperBook(needs, sourceOf(files), options)
      : importWorkbook(needs, workbook, options)
  }
}

const placeOf = async (
  context: HttpContext,
  fundId: string,
): Promise<'own' | 'elsewhere' | 'nowhere'> => {
  const { store } = context.get('needs')
  const networkId = await networkOf(store, await store.networks.fundIds(), fundId)
  if (networkId === undefined) return 'nowhere'
  return networkId === context.get('network').networkId ? 'own' : 'elsewhere'
}

const takeIn = async (context: HttpContext, dryRun: boolean): Promise<Imported | Response> => {
  const files = await readForm(context)
  if (files instanceof Response) return files
  const importing = await importerOf(context)
  const tried = await importing(files, true)
  if ('faults' in tried) return bookProblem(context, tried.faults)
  const place = await placeOf(context, tried.fundId)
  if (place === 'elsewhere') return problem(409, 'book-taken-in-elsewhere')
  if (dryRun) return tried
  const imported = await importing(files, false)
  if ('faults' in imported) return bookProblem(context, imported.faults)
  // Also where the book was here already, after a stop between the two.
  if (place === 'nowhere') await joinOwnNetwork(context, imported.fundId)
  return imported
}

export const importRoutes = () =>
  newApi().openapi(bookRoute, async (context) => {
    const imported = await takeIn(context, context.req.valid('query').dryRun ?? false)
    if (imported instanceof Response) return imported as NoAnswer
    return context.json({ ...imported, warnings: [...imported.warnings] }, 200)
  })
