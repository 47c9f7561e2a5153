import { createRoute, z } from '@hono/zod-openapi'
import { supportKinds } from '#domain/grants/kinds.ts'
import { bringers } from '#domain/grants/support.ts'
import { unspentRules } from '#domain/grants/terms.ts'
import { json, ofFund, problems } from '#src/http/api.ts'
import { answersSchema } from '#src/http/commands/answers.ts'
import { soundJson } from '#src/http/commands/body.ts'
import { windowIdField } from '#src/http/commands/charter.ts'
import { inFund } from '#src/http/guard.ts'
import { day, sum } from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import {
  awarding,
  erasingBody,
  fileChange,
  fileRead,
  fundAsking,
  stepTaken,
} from '#src/http/support/fields.ts'

const tags = ['support']
const codePath = fundPath.extend({ code: z.string() })
const windowPath = fundPath.extend({ windowId: windowIdField() })

export const supportRead = z
  .object({
    code: z.string(),
    windowId: z.string(),
    amount: sum,
    parts: z.int(),
    broughtBy: z.enum(bringers),
    state: z.enum([
      'asked',
      'checked',
      'turned-down',
      'approved',
      'refused',
      'awarded-at-once',
      'not-ratified',
      'closed',
    ]),
    askedOn: day,
    decidedOn: day.nullable(),
    conditionsMetOn: day.nullable(),
    paid: sum,
  })
  .openapi('Support')

const statement = { opening: sum, received: sum, spent: sum, returned: sum, closing: sum }

export const windowRead = z
  .object({
    windowId: z.string(),
    received: sum,
    spent: sum,
    returned: sum,
    held: sum,
    promised: sum.openapi({ description: 'Voted for and not paid yet' }),
    terms: z
      .object({
        from: day,
        until: day,
        unspent: z.enum(unspentRules),
        lines: z.array(z.object({ kind: z.enum(supportKinds), amount: sum })),
      })
      .nullable(),
  })
  .openapi('GrantWindow')

const yearTable = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('not-yet') }),
    z.object({ is: z.literal('too-few') }),
    z.object({
      is: z.literal('told'),
      rows: z.array(
        z.object({ key: z.enum([...supportKinds, 'others']), people: z.int(), amount: sum }),
      ),
    }),
  ])
  .openapi('SupportByKind')

export const donorReport = z
  .object({
    windowId: z.string(),
    year: z.string(),
    currency: z.string(),
    statement: z.object(statement),
    quarters: z.array(z.object({ quarter: z.string(), ...statement })),
    codes: z.array(z.string()),
    byKind: yearTable,
  })
  .openapi('DonorReport')

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
const written = { 200: json(answersSchema, 'What became of it'), ...problems }

export const listRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/support',
  ...ofFund('read-support'),
  tags,
  summary: 'Grants: a code, a window and a sum each',
  description:
    'What each is for and whose it is stands in no list; nobody but two people can open it.',
  request: { params: fundPath },
  responses: { 200: json(z.object({ support: z.array(supportRead) }), 'By code'), ...problems },
})

export const totalsRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/support/totals',
  ...ofFund('read-support-totals'),
  tags,
  summary: 'What the village gave in each quarter that is over: one total of all support',
  request: { params: fundPath },
  responses: {
    200: json(
      z.object({
        currency: z.string(),
        quarters: z.array(z.object({ quarter: z.string(), total: sum })),
      }),
      'The oldest first',
    ),
    ...problems,
  },
})

export const windowsRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/windows',
  ...ofFund('read-support'),
  tags,
  summary: 'Donors’ windows: received = spent + given back + held',
  request: { params: fundPath },
  responses: { 200: json(z.object({ windows: z.array(windowRead) }), 'By name'), ...problems },
})

export const reportRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/windows/{windowId}/report',
  ...ofFund('read-support'),
  tags,
  summary: 'What a donor is told of a year',
  description:
    'Of quarters that are over. By kind once, three months after the year, in groups of ten people at least; made once and the same for ever.',
  request: {
    params: windowPath,
    query: z.strictObject({ year: z.string().regex(/^\d{4}$/, 'year-unknown') }),
  },
  responses: { 200: json(donorReport, 'The report'), ...problems },
})

export const askRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support',
  ...ofFund('ask-for-support'),
  middleware: [inFund('ask-for-support'), soundJson] as const,
  tags,
  summary: 'Ask for support for a member',
  request: { params: fundPath, ...body(fundAsking) },
  responses: written,
})

export const stepRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/steps',
  ...ofFund('keep-support-file'),
  middleware: [inFund('keep-support-file'), soundJson] as const,
  tags,
  summary: 'Check, turn down, tell that conditions are met, or close',
  request: { params: codePath, ...body(stepTaken) },
  responses: written,
})

export const atOnceRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/at-once',
  ...ofFund('keep-support-file'),
  middleware: [inFund('keep-support-file'), soundJson] as const,
  tags,
  summary: 'Two officers help at once; the next meeting votes on it afterwards',
  request: { params: codePath, ...body(awarding) },
  responses: written,
})

export const fileRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/support/{code}/file',
  ...ofFund('read-support-file'),
  tags,
  summary:
    'What it is for: to the two who were there when it was asked for, each look written down',
  request: { params: codePath },
  responses: { 200: json(fileRead, 'The file'), ...problems },
})

export const changeRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/file',
  ...ofFund('keep-support-file'),
  middleware: [inFund('keep-support-file'), soundJson] as const,
  tags,
  summary: 'Write what was seen, how it goes, a line of the book, or that its owner stops',
  request: { params: codePath, ...body(fileChange) },
  responses: { 204: { description: 'Kept' }, ...problems },
})

export const eraseRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/support/{code}/erase',
  ...ofFund('erase-support-file'),
  middleware: [inFund('erase-support-file'), soundJson] as const,
  tags,
  summary: 'Erase what stands beside a grant that is over: both who know it, the other by a secret',
  request: { params: codePath, ...body(erasingBody) },
  responses: { 204: { description: 'Erased' }, ...problems },
})
