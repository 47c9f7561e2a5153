import { createRoute, z } from '@hono/zod-openapi'
import { atOneHead } from '#src/app/heads.ts'
import { entriesKnownAt } from '#src/app/known-at.ts'
import { type ExportForm, exportForms } from '#src/exchange/export-forms.ts'
import { listNames } from '#src/lists/all.ts'
import {
  type WorkbookSource,
  listAsCsv,
  listsAsJsonLines,
  listsAsWorkbook,
  listSourceOf,
} from '#src/exchange/list-files.ts'
import { type PlainLedger, plainLedgers } from '#src/exchange/plain-text/ledgers.ts'
import { newApi, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { problem } from '#src/http/problem.ts'
import { type QueriedBook, bookForQuery, statementForQuery, times } from '#src/http/reads/query.ts'
import { evidenceOf } from '#src/http/reads/evidence.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { workbookWords } from '#src/words/evidence-words.ts'

type OfLists = Exclude<ExportForm, PlainLedger | 'evidence'>

const text = { schema: z.string() }

const exportRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/exports/{ledger}',
  ...ofFund('read-accounts'),
  summary: 'The books as a file: a text ledger, a workbook, CSV, JSON lines or a signed pack',
  description:
    'Text ledgers name accounts by card, loan and window number, and the program that reads one checks each balance. A workbook holds every statement and list, CSV one list, JSON lines all of them or one. Columns are explained in docs/data-dictionary.md. `evidence` is the signed pack of docs/evidence.md as a zip file: of the books as they are known now, and of no practice fund. Whatever is taken stands in the fund’s log.',
  request: {
    params: fundPath.extend({ ledger: z.enum(exportForms, 'ledger-unknown') }),
    query: z.strictObject({
      ...times,
      list: z.enum(listNames, 'list-unknown').optional().openapi({
        description:
          'Of CSV and JSON lines: which list. CSV is of the postings where none is named',
      }),
      language: z
        .enum(languages, 'language-unknown')
        .optional()
        .openapi({ description: 'Of a workbook: the language of its statements and sheets' }),
    }),
  },
  responses: {
    200: {
      description: 'A file to keep',
      content: {
        'text/plain': text,
        'text/csv': text,
        'application/x-ndjson': text,
        'application/zip': { schema: z.string().openapi({ format: 'binary' }) },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
    ...problems,
    409: {
      ...problems[404],
      description: 'A practice service signs no pack: everybody knows its key',
    },
  },
})

type Wanted = {
  readonly list?: (typeof listNames)[number] | undefined
  readonly language?: Language | undefined
}

/** Pieces of text as the body of an answer, each made when it is asked for. */
export const streamed = (pieces: AsyncIterable<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

const ledgerOf = async (
  context: HttpContext,
  ledger: PlainLedger,
  { book, asOf, postings }: QueriedBook,
): Promise<Response> => {
  const { write, ending } = plainLedgers[ledger]
  context.header('content-disposition', `attachment; filename="fund.${ending}"`)
  return context.text(write({ book, postings: await postings(), through: asOf }), 200)
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const listsOf = async (
  context: HttpContext,
  form: OfLists,
  { asked, list, language = 'en' }: Wanted & { readonly asked: WorkbookSource },
): Promise<Response> => {
  const name = form === 'csv' ? (list ?? 'postings') : (list ?? 'fund')
  context.header('content-disposition', `attachment; filename="${name}.${form}"`)
  if (form === 'xlsx') {
    const bytes = await listsAsWorkbook(asked, workbookWords(language))
    return context.body(bytes.slice(), 200, { 'content-type': workbookType })
  }
  const rows = listSourceOf(asked)
  return form === 'csv'
    ? context.body(streamed(listAsCsv(list ?? 'postings', rows)), 200, {
        'content-type': 'text/csv; charset=utf-8',
      })
    : context.body(streamed(listsAsJsonLines(rows, list && [list])), 200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
      })
}

const triesMax = 3

/** Read anew where something was recorded meanwhile: a file is of one state of the books, never of two. */
export const readAtOneHead = async (
  read: () => Promise<Response | undefined>,
): Promise<Response> => {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const made = await read()
    if (made) return made
  }
  return problem(503, 'storage-unavailable', { retryAfterSeconds: 5 })
}

/** A file of the books; undefined where something was recorded while they were read. */
const fileOf = async (
  context: HttpContext,
  form: Exclude<ExportForm, 'evidence'>,
  wanted: Wanted,
): Promise<Response | undefined> => {
  const { store } = context.get('needs')
  const { fundId } = context.get('fund')
  if (form === 'hledger' || form === 'beancount')
    return atOneHead(store, fundId, async () => {
      const found = await bookForQuery(context)
      return found instanceof Response ? found : ledgerOf(context, form, found)
    })
  const asked = await atOneHead(store, fundId, async () => {
    const found = await bookForQuery(context)
    if (found instanceof Response) return found
    const { entries } = await entriesKnownAt(store, fundId, found.knownAt ?? undefined)
    return { ...(await statementForQuery(context, found, 'all')), entries }
  })
  if (asked === undefined || asked instanceof Response) return asked
  return listsOf(context, form, { ...wanted, asked })
}

export const exportReads = () =>
  newApi().openapi(exportRoute, async (context) => {
    const wanted = context.req.valid('query')
    const { ledger: form } = context.req.valid('param')
    if (form !== 'evidence')
      return (await readAtOneHead(() => fileOf(context, form, wanted))) as never
    const odd = Object.keys(wanted).filter((name) => name !== 'asOf')
    if (odd.length > 0) {
      const errors = odd.map((name) => ({ pointer: `/${name}`, code: 'unknown-field' }))
      return problem(400, 'invalid-request', { errors }) as never
    }
    return (await readAtOneHead(() => evidenceOf(context))) as never
  })
