import { createRoute, z } from '@hono/zod-openapi'
import { atOneHead } from '#src/app/heads.ts'
import { entriesKnownAt } from '#src/app/known-at.ts'
import { listNames } from '#src/exchange/lists/all.ts'
import {
  type WorkbookAsked,
  listAsCsv,
  listsAsJsonLines,
  listsAsWorkbook,
  listsAsked,
} from '#src/exchange/lists/written.ts'
import {
  type PlainLedger,
  plainLedgerNames,
  plainLedgers,
} from '#src/exchange/plain-text/ledgers.ts'
import { newApi, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { problem } from '#src/http/problem.ts'
import {
  type AskedBook,
  type Times,
  askedBook,
  askedStatement,
  times,
} from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { exportWords, sheetTold } from '#src/words/export-words.ts'

const ofLists = ['xlsx', 'csv', 'jsonl'] as const
const forms = [...plainLedgerNames, ...ofLists] as const
type Form = (typeof forms)[number]

const text = { schema: z.string() }

const exportRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/exports/{ledger}',
  ...ofFund('read-accounts'),
  tags: ['reports'],
  summary: 'The books as a file: a text ledger, a workbook, CSV or JSON lines',
  description:
    'Text ledgers name accounts by card, loan and window number, and the program that reads one checks each balance. A workbook holds every statement and list, CSV one list, JSON lines all of them or one. Columns are explained in docs/data-dictionary.md.',
  request: {
    params: fundPath.extend({ ledger: z.enum(forms, 'ledger-unknown') }),
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
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
    ...problems,
  },
})

type Wanted = {
  readonly list?: (typeof listNames)[number] | undefined
  readonly language?: Language | undefined
}

const streamed = (pieces: AsyncIterable<string>): ReadableStream<Uint8Array> => {
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

const isOfLists = (form: Form): form is (typeof ofLists)[number] =>
  ofLists.some((one) => one === form)

const ledgerOf = async (
  context: HttpContext,
  ledger: PlainLedger,
  { book, asOf, postings }: AskedBook,
): Promise<Response> => {
  const { write, ending } = plainLedgers[ledger]
  context.header('content-disposition', `attachment; filename="fund.${ending}"`)
  return context.text(write({ book, postings: await postings(), through: asOf }), 200)
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const listsOf = async (
  context: HttpContext,
  form: (typeof ofLists)[number],
  { asked, list, language = 'en' }: Wanted & { readonly asked: WorkbookAsked },
): Promise<Response> => {
  const name = form === 'csv' ? (list ?? 'postings') : (list ?? 'fund')
  context.header('content-disposition', `attachment; filename="${name}.${form}"`)
  if (form === 'xlsx') {
    const tell = (one: Parameters<typeof sheetTold>[0]) => sheetTold(one, language)
    const bytes = await listsAsWorkbook(asked, { tell, titles: exportWords.in(language) })
    return context.body(bytes.slice(), 200, { 'content-type': workbook })
  }
  const rows = listsAsked(asked)
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
const listsAskedOf = async (
  context: HttpContext,
  when: Times,
): Promise<WorkbookAsked | Response> => {
  const { store } = context.get('needs')
  const { fundId } = context.get('fund')
  for (let tries = 0; tries < triesMax; tries += 1) {
    const asked = await atOneHead(store, fundId, async () => {
      const found = await askedBook(context, when)
      if (found instanceof Response) return found
      const { entries } = await entriesKnownAt(store, fundId, found.knownAt ?? undefined)
      return { ...(await askedStatement(context, found)), entries }
    })
    if (asked) return asked
  }
  return problem(503, 'storage-unavailable', { retryAfterSeconds: 5 })
}

export const exportReads = () =>
  newApi().openapi(exportRoute, async (context) => {
    const { list, language, ...when } = context.req.valid('query')
    const form = context.req.valid('param').ledger
    if (isOfLists(form)) {
      const asked = await listsAskedOf(context, when)
      if (asked instanceof Response) return asked as never
      return (await listsOf(context, form, { asked, list, language })) as never
    }
    const found = await askedBook(context, when)
    if (found instanceof Response) return found
    return (await ledgerOf(context, form, found)) as never
  })
