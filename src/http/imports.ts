import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { networkBookOf } from '#src/app/network-views.ts'
import { networkOf } from '#src/app/persons.ts'
import { fileNames, fundFile } from '#src/exchange/paper-book/columns.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { type BookSource, fileLinesMax } from '#src/exchange/paper-book/files.ts'
import { type Imported, importPaperBook } from '#src/exchange/paper-book/import.ts'
import { json, newApi, problems } from '#src/http/api.ts'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import { accessToNetwork, denial } from '#src/http/guard.ts'
import { type FieldFault, problem } from '#src/http/problem.ts'
import { type NoAnswer, day, id, yesOrNo } from '#src/http/reads/asked.ts'

const partNames: readonly string[] = [fundFile, ...fileNames]

/** Lets through who may bring a book into their own network: it is not in the path, it is the caller's. */
const intoOwnNetwork: MiddlewareHandler<HttpEnv> = async (context, next) => {
  const networkId = context.get('caller')?.person.networkId ?? ''
  const access = await accessToNetwork(context, { networkId, action: 'import-book' })
  if (typeof access === 'string') return denial(access)
  context.set('network', access)
  return next()
}

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

const faultsSchema = z
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
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .openapi('BookFaults')

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
    'One part a file, named as the file is. The fund joins the network of the caller. The same files again change nothing.',
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

const bytesOf = async (part: File | string): Promise<Uint8Array> =>
  typeof part === 'string'
    ? new TextEncoder().encode(part)
    : new Uint8Array(await part.arrayBuffer())

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

/** More cells than the longest book has: reading them would keep everybody else waiting. */
const cellsMax = 25 * fileLinesMax
const cellEnds = [',', '\n', '\r'].map((sign) => sign.charCodeAt(0))

const cellsIn = (files: Files): number => {
  let cells = 0
  for (const bytes of files.values())
    for (const byte of bytes) if (cellEnds.includes(byte)) cells += 1
  return cells
}

const sourceOf =
  (files: Files): BookSource =>
  async (file) =>
    files.get(file) ?? 'missing'

const bookProblem = (faults: readonly BookFault[]): Response => {
  const { status, headers } = problem(422, 'book-has-faults')
  const told = { type: '/problems/book-has-faults', title: 'book has faults', status }
  return new Response(JSON.stringify({ ...told, code: 'book-has-faults', errors: faults }), {
    status,
    headers,
  })
}

const readForm = async (context: HttpContext): Promise<Files | Response> => {
  if (!/^multipart\/form-data\b/i.test(context.req.header('content-type') ?? ''))
    return problem(415, 'wrong-content-type')
  const form = await context.req.formData().catch(() => undefined)
  if (!form) return problem(400, 'body-unreadable')
  const files = await filesOf(form)
  if (!('size' in files)) return problem(400, 'invalid-request', { errors: files })
  return cellsIn(files) > cellsMax ? problem(413, 'body-too-large') : files
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
  return (files: Files, dryRun: boolean) =>
    importPaperBook({ record, store: own, hash }, sourceOf(files), {
      ...context.get('caller')!.by,
      dryRun,
    })
}

const joinOwnNetwork = async (context: HttpContext, fundId: string): Promise<void> => {
  const { recordNetwork, ids, today } = context.get('needs')
  const join = { id: ids(), v: 1 as const, type: 'JoinFund' as const, effectiveOn: today(), fundId }
  await recordNetwork(context.get('network').networkId, [join], context.get('caller')!.by)
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
  if ('faults' in tried) return bookProblem(tried.faults)
  const place = await placeOf(context, tried.fundId)
  if (place === 'elsewhere') return problem(409, 'book-taken-in-elsewhere')
  if (dryRun) return tried
  const imported = await importing(files, false)
  if ('faults' in imported) return bookProblem(imported.faults)
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
