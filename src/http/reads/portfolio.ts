import { createRoute, z } from '@hono/zod-openapi'
import { aboutNames, abouts, peersOf, totalsOf } from '#domain/health/villages.ts'
import { portfolioAsCsv, portfolioAsWorkbook, savixAsCsv } from '#src/exchange/portfolio-files.ts'
import { newApi, ofNetwork, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { auditedPortfolio, openLines } from '#src/http/network/audited.ts'
import { streamed, workbookType } from '#src/http/reads/exports.ts'
import { id, day, sum } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { rowBy } from '#src/lists/column.ts'
import { portfolioColumns } from '#src/lists/portfolio.ts'
import { languages } from '#src/words/catalogue.ts'
import { portfolioWords } from '#src/words/words.ts'

const count = z.int()
const percent = z.number().nullable()

const line = z.object({
  fundId: id,
  village: z.string(),
  name: z.string(),
  visit: count.openapi({ description: 'How much it wants a visit' }),
  reasons: z.string().openapi({ description: 'Codes, the weightiest first' }),
  letter: z.enum(['A', 'B', 'C', 'D']).nullable(),
  pointsLost: count.nullable(),
  judgedOn: day.nullable(),
  currency: z.string(),
  members: count,
  savings: sum,
  cash: sum,
  loansOutstandingCount: count,
  loansOutstanding: sum,
  loansLate: sum,
  par30: sum,
  par30Percent: percent,
  underRelief: sum.nullable(),
  lastMeeting: day.nullable(),
  writtenOn: day,
  unanswered: count,
  averageLoan: sum.nullable(),
  savingsPerMember: sum.nullable(),
  droppedOutPercent: percent,
  attendancePercent: percent,
  onTimePercent: percent,
  about: z.array(z.enum(aboutNames as [string, ...string[]])),
})

const answer = z
  .object({
    asOf: day,
    read: count.openapi({ description: 'Whole books that were read as they are today' }),
    totals: z.array(
      z.object({
        currency: z.string(),
        funds: count,
        members: count,
        savings: sum,
        cash: sum,
        owed: sum,
        par30: sum,
        underRelief: sum,
        owedRead: sum.openapi({
          description: 'Owed in the funds whose whole book was read: `underRelief` is a part of it',
        }),
      }),
    ),
    peers: z.array(
      z.object({
        currency: z.string(),
        figure: z.string(),
        funds: count,
        lower: z.number(),
        middle: z.number(),
        upper: z.number(),
      }),
    ),
    funds: z.array(line),
  })
  .openapi('Portfolio')

const params = z.object({ networkId: id })

/** The caller's villages; what is told of them is held against the journal of each. */
const linesIn = async (context: HttpContext) => openLines(context, await auditedPortfolio(context))

const portfolio = readPlain({
  path: '/v1/networks/{networkId}/portfolio',
  ...ofNetwork('read-portfolio'),
  summary: 'All villages that let an auditor in, those first that want a visit most',
  description:
    'Figures of funds and of nobody in them. What lists tell is of today; grade, signs and the figures after them are of the day on which the whole book was last read (`judgedOn`), and what was not read today is read behind the answer.',
  request: { params, query: z.strictObject({}) },
  answer,
  said: 'By need of a visit',
  of: async (context) => {
    const lines = await linesIn(context)
    return {
      asOf: context.get('needs').today(),
      read: lines.filter(({ isFresh }) => isFresh).length,
      totals: totalsOf(lines),
      peers: peersOf(lines),
      funds: lines.map((one) => ({
        ...rowBy(portfolioColumns, one),
        about: aboutNames.filter((about) => abouts[about](one)),
      })),
    }
  },
})

const forms = ['csv', 'xlsx', 'savix'] as const

const file = createRoute({
  method: 'get',
  path: '/v1/networks/{networkId}/portfolio/{form}',
  ...ofNetwork('read-portfolio'),
  summary: 'The same as a file: CSV, a workbook, or a row a year of each village (SAVIX)',
  description:
    'Columns are explained in docs/data-dictionary.md. For the years every book is read while the file is sent.',
  request: {
    params: params.extend({ form: z.enum(forms, 'form-unknown') }),
    query: z.strictObject({ language: z.enum(languages, 'language-unknown').optional() }),
  },
  responses: {
    200: {
      description: 'A file to keep',
      content: {
        'text/csv': { schema: z.string() },
        [workbookType]: { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...problems,
  },
})

const csvType = { 'content-type': 'text/csv; charset=utf-8' }

/** Portfolios of networks, read and taken along. */
export const portfolioReads = () =>
  newApi()
    .openapiRoutes([portfolio] as const)
    .openapi(file, async (context) => {
      const { form } = context.req.valid('param')
      const { language = 'en' } = context.req.valid('query')
      const lines = await linesIn(context)
      const ending = form === 'xlsx' ? 'xlsx' : 'csv'
      const name = form === 'savix' ? 'years' : 'villages'
      context.header('content-disposition', `attachment; filename="${name}.${ending}"`)
      if (form === 'xlsx') {
        const bytes = await portfolioAsWorkbook(lines, portfolioWords.in(language).file)
        return context.body(bytes.slice(), 200, { 'content-type': workbookType })
      }
      const { store, today } = context.get('needs')
      const pieces = form === 'csv' ? portfolioAsCsv(lines) : savixAsCsv(store, lines, today())
      return context.body(streamed(pieces), 200, csvType)
    })
