import { createRoute, z } from '@hono/zod-openapi'
import { findingCodes } from '#domain/health/finding.ts'
import {
  type TableReportName,
  findingsTold,
  healthFigures,
  rowsOf,
  tableReports,
} from '#src/exchange/fund-reports.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { askedBook, day, sum, times, yesOrNo } from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { healthSchema } from '#src/http/reads/health-schema.ts'
import { tableSchema } from '#src/http/reads/tables.ts'
import { findingInWords } from '#src/words/finding-words.ts'

const tags = ['reports']

const findingsSchema = z
  .object({
    asOf: day,
    findings: z
      .array(
        z.object({
          code: z.enum(findingCodes),
          on: day,
          subject: z.object({
            kind: z.enum(['loan', 'member', 'meeting', 'window', 'event', 'fund']),
            number: z.string(),
          }),
          seq: z.int().nullable(),
          column: z.string().nullable(),
          expected: sum.nullable(),
          found: sum.nullable(),
          message: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi('Findings')

const healthRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/reports/health',
  ...ofFund('read-reports'),
  tags,
  summary: 'Fund health on a day',
  description:
    'Percentages have two decimals, half up; null where there is nothing to compare with.',
  request: {
    params: fundPath,
    query: z.strictObject({
      all: yesOrNo
        .optional()
        .openapi({ description: 'With the rest of the figures and the grade' }),
      ...times,
    }),
  },
  responses: { 200: json(healthSchema, 'Figures by the keys of every export'), ...problems },
})

const findingsRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/reports/findings',
  ...ofFund('read-reports'),
  tags,
  summary: 'Charter breaches and warning signs: things to look at, not verdicts',
  request: { params: fundPath, query: z.strictObject(times) },
  responses: { 200: json(findingsSchema, 'Findings with their words'), ...problems },
})

const tableNames = Object.keys(tableReports) as [TableReportName, ...TableReportName[]]

const tableRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/reports/{name}',
  ...ofFund('read-reports'),
  tags,
  summary: 'A report that is one table',
  request: {
    params: fundPath.extend({ name: z.enum(tableNames, 'report-unknown') }),
    query: z.strictObject(times),
  },
  responses: { 200: json(tableSchema, 'Rows by column'), ...problems },
})

export const reportReads = () =>
  newApi()
    .openapi(healthRoute, async (context) => {
      const { all = false, ...when } = context.req.valid('query')
      const asked = await askedBook(context, when)
      if (asked instanceof Response) return asked
      return context.json(healthFigures(asked.book, asked.asOf, all), 200)
    })
    .openapi(findingsRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const language = context.get('language')
      const told = findingsTold(asked.book, asked.asOf, (code) => findingInWords(code, language))
      return context.json(told, 200)
    })
    .openapi(tableRoute, async (context) => {
      const { name } = context.req.valid('param')
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const notes = await context.get('needs').store.of(context.get('fund').fundId)
      return context.json(rowsOf(tableReports[name]({ book, asOf, notes })), 200)
    })
