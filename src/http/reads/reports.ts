import { createRoute, z } from '@hono/zod-openapi'
import { securities } from '#domain/loans/request-state.ts'
import { periodOf } from '#domain/health/book.ts'
import { taskKinds } from '#domain/health/tasks.ts'
import { findingCodes } from '#domain/health/finding.ts'
import { findingsTold, healthFigures } from '#src/exchange/fund-reports.ts'
import { fundStatementNames, fundStatements } from '#src/exchange/statements/all.ts'
import { bySexFor, isOfVillage } from '#src/app/by-sex.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { askedBook, askedStatement, day, sum, times, yesOrNo } from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { healthSchema } from '#src/http/reads/health-schema.ts'
import { statementSchema } from '#src/http/reads/tables.ts'
import { taskInWords } from '#src/words/older-task-words.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { statementWithWords } from '#src/words/statement-words.ts'

const tags = ['reports']

const taskSchema = z.object({
  kind: z.enum(taskKinds),
  loan: z.string().openapi({ description: 'The number of the loan' }),
  card: z.string(),
  since: day,
  security: z.enum(securities).nullable(),
  notDemanded: sum.nullable(),
  message: z.string(),
})

const findingsSchema = z
  .object({
    asOf: day,
    tasks: z
      .array(taskSchema)
      .readonly()
      .openapi({ description: 'What the committee has still to do: give back, convert' }),
    findings: z
      .array(
        z.object({
          code: z.enum(findingCodes),
          on: day,
          subject: z.object({
            kind: z.enum(['loan', 'member', 'meeting', 'window', 'event', 'fund', 'dispute']),
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

const tableRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/reports/{name}',
  ...ofFund('read-reports'),
  tags,
  summary: 'A statement of the books, for any day and as it was known at any instant',
  request: {
    params: fundPath.extend({ name: z.enum(fundStatementNames, 'report-unknown') }),
    query: z.strictObject(times),
  },
  responses: { 200: json(statementSchema, 'Rows by column'), ...problems },
})

const counted = z.object({ women: z.int().nullable(), men: z.int().nullable() })

const bySexSchema = z
  .object({
    from: day,
    to: day,
    members: counted,
    presences: counted,
    possiblePresences: counted,
    votes: counted,
    borrowers: counted,
    loans: counted,
    lent: counted,
    seats: counted,
    keys: counted,
  })
  .openapi('WomenAndMen')

const bySexRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/reports/by-sex',
  ...ofFund('read-reports'),
  tags,
  summary: 'Attendance, votes, loans and offices of women and men',
  description:
    'From the first of January, or the opening if later, to the day asked. Outside the village a figure is null where fewer than five women or men stand behind it.',
  request: { params: fundPath, query: z.strictObject(times) },
  responses: { 200: json(bySexSchema, 'Counts and sums; nobody is named'), ...problems },
})

export const reportReads = () =>
  newApi()
    .openapi(bySexRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const ofVillage = isOfVillage(context.get('fund').held)
      return context.json(bySexFor(book, periodOf(book, asOf), ofVillage), 200)
    })
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
      const told = findingsTold(asked.book, asked.asOf, {
        say: (code) => findingInWords(code, language),
        sayTask: (task) => taskInWords(task, language),
      })
      return context.json(told, 200)
    })
    .openapi(tableRoute, async (context) => {
      const { name } = context.req.valid('param')
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const made = fundStatements[name](await askedStatement(context, asked))
      return context.json(statementWithWords(made, context.get('language')), 200)
    })
