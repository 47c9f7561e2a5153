import { z } from '@hono/zod-openapi'
import { potFindingCodes, potFindings, potTrialBalance } from '#domain/grants/pot-report.ts'
import { type PotBook, potBookOf, potSource } from '#src/app/support/grant-source.ts'
import { donorReportOf, windowViewsOf } from '#src/app/support/reports.ts'
import { newApi, ofNetwork } from '#src/http/api.ts'
import { windowIdField } from '#src/http/commands/charter.ts'
import type { HttpContext } from '#src/http/env.ts'
import { day, sum } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { donorReport, supportRead, windowRead, yearQuery } from '#src/http/support/schemas.ts'
import { sealedNeeds, supportRow } from '#src/http/support/rows.ts'

const networkPath = z.object({ networkId: z.string().openapi({ format: 'uuid' }) })
const potRead = z
  .object({
    windows: z.array(windowRead.extend({ currency: z.string() })),
    support: z.array(supportRead),
    findings: z
      .array(
        z.object({
          code: z.enum(potFindingCodes),
          seq: z.int().openapi({ description: 'Line of the network’s book' }),
          on: day,
          windowId: z.string(),
          support: z.string().nullable(),
          amount: sum.openapi({ description: 'What moved' }),
          currency: z.string(),
          isTakenBack: z.boolean(),
        }),
      )
      .openapi({ description: 'Rules that money of the pot broke, the newest first. They stay' }),
  })
  .openapi('Pot')

const balance = z
  .object({
    asOf: day,
    accounts: z.array(z.object({ account: z.string(), currency: z.string(), amount: sum })),
  })
  .openapi('PotTrialBalance')

const bookIn = (context: HttpContext): Promise<PotBook> =>
  potBookOf(context.get('needs').store, context.get('network').networkId)

const sourceIn = async (context: HttpContext) =>
  potSource(context.get('network').networkId, await bookIn(context))

const pot = readPlain({
  path: '/v1/networks/{networkId}/pot',
  ...ofNetwork('read-pot'),
  summary: 'The network’s own pot: its windows, and its grants as a code and a sum each',
  description:
    'Each window: received = spent + given back + held, in its own currency. With what is to be looked at.',
  request: { params: networkPath, query: z.strictObject({}) },
  answer: potRead,
  said: 'By name, and by code',
  of: async (context) => {
    const book = await bookIn(context)
    const source = potSource(context.get('network').networkId, book)
    const windows = (await windowViewsOf(source)).map(({ terms = null, ...view }) => ({
      ...view,
      currency: source.currencyOf(view.windowId, context.get('needs').today()),
      terms,
    }))
    return {
      windows,
      support: source.supports.map(supportRow),
      findings: potFindings(book.moves),
    }
  },
})

const trialBalance = readPlain({
  path: '/v1/networks/{networkId}/pot/trial-balance',
  ...ofNetwork('read-pot'),
  summary: 'Every account that the pot’s money has touched; debit is above zero',
  description: 'Amounts of one currency come to zero together.',
  request: { params: networkPath, query: z.strictObject({ asOf: day.optional() }) },
  answer: balance,
  said: 'By currency and account',
  of: async (context) => {
    const { asOf = context.get('needs').today() } = context.req.valid('query')
    const { moves } = await bookIn(context)
    return { asOf, accounts: potTrialBalance(moves, asOf) }
  },
})

const report = readPlain({
  path: '/v1/networks/{networkId}/pot/windows/{potWindow}/report',
  ...ofNetwork('read-pot'),
  summary: 'What a donor of the pot is told of a year',
  description: 'As of a fund’s window: of quarters that are over, and by kind once.',
  request: { params: networkPath.extend({ potWindow: windowIdField() }), query: yearQuery },
  answer: donorReport,
  said: 'The report',
  of: async (context) => {
    const source = await sourceIn(context)
    const { potWindow: windowId } = context.req.valid('param')
    if (!source.windows.some((one) => one.windowId === windowId)) return undefined
    const needs = sealedNeeds(context)
    if (needs instanceof Response) return needs
    const asked = { windowId, ...context.req.valid('query'), today: needs.today() }
    const currency = source.currencyOf(windowId, needs.today())
    return { ...(await donorReportOf(needs, source, asked)), currency }
  },
})

/** The network's own pot, read by machine by whoever reads its pages. */
export const potRoutes = () => newApi().openapiRoutes([pot, trialBalance, report])
