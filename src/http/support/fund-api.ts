import { createRoute, z } from '@hono/zod-openapi'
import { charterOf } from '#domain/health/book.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundSource } from '#src/app/support/grant-source.ts'
import { donorReportOf, villageTotalsOf, windowViewsOf } from '#src/app/support/reports.ts'
import { json, newApi, ofFund, problems, withBody } from '#src/http/api.ts'
import { answersSchema } from '#src/http/commands/answers.ts'
import { windowIdField } from '#src/http/commands/charter.ts'
import type { HttpContext } from '#src/http/env.ts'
import { jsonBody } from '#src/http/identity/fields.ts'
import { problem } from '#src/http/problem.ts'
import { none, sum } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { readPlain } from '#src/http/reads/read.ts'
import {
  answered,
  ask,
  awardNow,
  eraseNow,
  inFile,
  notErased,
  opened,
  step,
  write,
} from '#src/http/support/acts.ts'
import {
  awarding,
  erasingBody,
  fileChange,
  fileRead,
  fundAsking,
  stepTaken,
} from '#src/http/support/fields.ts'
import { donorReport, supportRead, windowRead, yearQuery } from '#src/http/support/schemas.ts'
import { fileRow, sealedNeeds, supportRow, wantedFrom } from '#src/http/support/rows.ts'

const codePath = fundPath.extend({ code: z.string() })

const bookIn = (context: HttpContext) =>
  bookOf(context.get('needs').store, context.get('fund').fundId)

const doorIn = (context: HttpContext) => {
  const { fundId, ownMemberId } = context.get('fund')
  // Whoever has an office is a member; without one there is nobody to be known to a file.
  return { fundId, memberId: ownMemberId ?? '' }
}

const grants = readPlain({
  path: '/v1/funds/{fundId}/support',
  ...ofFund('read-support'),
  summary: 'Grants: a code, a window and a sum each',
  description:
    'What each is for and whose it is stands in no list; nobody but two people can open it.',
  request: { params: fundPath },
  answer: z.object({ support: z.array(supportRead) }),
  said: 'By code',
  of: async (context) => {
    const book = await bookIn(context)
    return book && { support: book.supports.map(supportRow) }
  },
})

const totals = readPlain({
  path: '/v1/funds/{fundId}/support/totals',
  ...ofFund('read-support-totals'),
  summary: 'What the village gave in each quarter that is over: one total of all support',
  request: { params: fundPath },
  answer: z.object({
    currency: z.string(),
    quarters: z.array(z.object({ quarter: z.string(), total: sum })),
  }),
  said: 'The oldest first',
  of: async (context) => {
    const book = await bookIn(context)
    if (!book) return undefined
    const { store, today } = context.get('needs')
    const { fundId } = context.get('fund')
    const quarters = await villageTotalsOf(fundSource(store, { fundId, book }), today())
    return { currency: charterOf(book, today()).currency, quarters }
  },
})

const windows = readPlain({
  path: '/v1/funds/{fundId}/windows',
  ...ofFund('read-support'),
  summary: 'Donors’ windows: received = spent + given back + held',
  request: { params: fundPath },
  answer: z.object({ windows: z.array(windowRead) }),
  said: 'By name',
  of: async (context) => {
    const book = await bookIn(context)
    if (!book) return undefined
    const { fundId } = context.get('fund')
    const views = await windowViewsOf(fundSource(context.get('needs').store, { fundId, book }))
    return { windows: views.map(({ terms = null, ...view }) => ({ ...view, terms })) }
  },
})

const report = readPlain({
  path: '/v1/funds/{fundId}/windows/{windowId}/report',
  ...ofFund('read-support'),
  summary: 'What a donor is told of a year',
  description:
    'Of quarters that are over. By kind once, three months after the year, in groups of ten people at least; made once and the same for ever.',
  request: { params: fundPath.extend({ windowId: windowIdField() }), query: yearQuery },
  answer: donorReport,
  said: 'The report',
  of: async (context) => {
    const book = await bookIn(context)
    const { windowId } = context.req.valid('param')
    if (!book?.windows.some((one) => one.windowId === windowId)) return undefined
    const needs = sealedNeeds(context)
    if (needs instanceof Response) return needs
    const source = fundSource(needs.store, { fundId: context.get('fund').fundId, book })
    const asked = { windowId, ...context.req.valid('query'), today: needs.today() }
    const { currency } = charterOf(book, needs.today())
    return { ...(await donorReportOf(needs, source, asked)), currency }
  },
})

const file = readPlain({
  path: '/v1/funds/{fundId}/support/{code}/file',
  ...ofFund('read-support-file'),
  summary:
    'What it is for: to the two who were there when it was asked for, each look written down',
  request: { params: codePath },
  answer: fileRead,
  said: 'The file',
  of: async (context) => {
    const found = await opened(context, doorIn(context))
    return found instanceof Response ? found : found && fileRow(found.file)
  },
})

const written = { 200: json(answersSchema, 'What became of it'), ...problems }

const askRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support',
  ...withBody(ofFund('ask-for-support')),
  summary: 'Ask for support for a member',
  request: { params: fundPath, body: jsonBody(fundAsking) },
  responses: written,
})

const stepRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/steps',
  ...withBody(ofFund('keep-support-file')),
  summary: 'Check, turn down, tell that conditions are met, or close',
  request: { params: codePath, body: jsonBody(stepTaken) },
  responses: written,
})

const atOnceRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/at-once',
  ...withBody(ofFund('keep-support-file')),
  summary: 'Two officers help at once; the next meeting votes on it afterwards',
  request: { params: codePath, body: jsonBody(awarding) },
  responses: written,
})

const changeRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/file',
  ...withBody(ofFund('keep-support-file')),
  summary: 'Write what was seen, how it goes, a line of the book, or that its owner stops',
  request: { params: codePath, body: jsonBody(fileChange) },
  responses: { 204: { description: 'Kept' }, ...problems },
})

const eraseRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/erase',
  ...withBody(ofFund('erase-support-file')),
  summary: 'Erase what stands beside a grant that is over: both who know it, the other by a secret',
  request: { params: codePath, body: jsonBody(erasingBody) },
  responses: { 204: { description: 'Erased' }, ...problems },
})

const actsOf = () =>
  newApi()
    .openapiRoutes([grants, totals, windows, report, file])
    .openapi(askRoute, async (context) => {
      const door = doorIn(context)
      const answer = await ask(context, door, wantedFrom(context.req.valid('json')))
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'AskForSupport', answer }), 200)
    })
    .openapi(stepRoute, async (context) => {
      const door = doorIn(context)
      const answer = await inFile(context, door, (open) => step(open, context.req.valid('json')))
      if (!answer) return none()
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'TakeSupportStep', answer }), 200)
    })
    .openapi(atOnceRoute, async (context) => {
      const door = doorIn(context)
      const answer = await inFile(context, door, (open) =>
        awardNow(open, context.req.valid('json')),
      )
      if (!answer) return none()
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'AwardAtOnce', answer }), 200)
    })

/** Grants of a fund over HTTP. What is denied and what is not there are one answer. */
export const fundSupportRoutes = () =>
  actsOf()
    .openapi(changeRoute, async (context) => {
      const kept = await inFile(context, doorIn(context), (open) =>
        write(open, context.req.valid('json')),
      )
      if (!kept) return none()
      if (kept instanceof Response) return kept as never
      return kept === 'kept' ? context.body(null, 204) : (problem(422, kept) as never)
    })
    .openapi(eraseRoute, async (context) => {
      const { approver } = context.req.valid('json')
      const done = await inFile(context, doorIn(context), (open) => eraseNow(open, approver))
      if (!done) return none()
      return done === 'erased' ? context.body(null, 204) : (notErased(done) as never)
    })
