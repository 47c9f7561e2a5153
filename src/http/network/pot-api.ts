import { createRoute, z } from '@hono/zod-openapi'
import { potTrialBalance } from '#domain/grants/pot-report.ts'
import { type PotBook, potBookOf, potPurse } from '#src/app/support/purse.ts'
import { donorReportOf, windowViewsOf } from '#src/app/support/reports.ts'
import { json, newApi, ofNetwork, problems } from '#src/http/api.ts'
import { windowIdField } from '#src/http/commands/charter.ts'
import type { HttpContext } from '#src/http/env.ts'
import { day, none, sum } from '#src/http/reads/asked.ts'
import { donorReport, supportRead, windowRead } from '#src/http/support/fund-routes.ts'
import { sealedNeeds, supportTold } from '#src/http/support/told.ts'

const networkPath = z.object({ networkId: z.string().openapi({ format: 'uuid' }) })
const tags = ['support']

const potRead = z
  .object({
    windows: z.array(windowRead.extend({ currency: z.string() })),
    support: z.array(supportRead),
  })
  .openapi('Pot')

const potRoute = createRoute({
  method: 'get',
  path: '/v1/networks/{networkId}/pot',
  ...ofNetwork('read-pot'),
  tags,
  summary: 'The network’s own pot: its windows, and its grants as a code and a sum each',
  description: 'Each window: received = spent + given back + held, in its own currency.',
  request: { params: networkPath, query: z.strictObject({}) },
  responses: { 200: json(potRead, 'By name, and by code'), ...problems },
})

const balance = z
  .object({
    asOf: day,
    accounts: z.array(z.object({ account: z.string(), currency: z.string(), amount: sum })),
  })
  .openapi('PotTrialBalance')

const balanceRoute = createRoute({
  method: 'get',
  path: '/v1/networks/{networkId}/pot/trial-balance',
  ...ofNetwork('read-pot'),
  tags,
  summary: 'Every account that the pot’s money has touched; debit is above nought',
  description: 'Amounts of one currency come to nought together.',
  request: { params: networkPath, query: z.strictObject({ asOf: day.optional() }) },
  responses: { 200: json(balance, 'By currency and account'), ...problems },
})

const reportRoute = createRoute({
  method: 'get',
  path: '/v1/networks/{networkId}/pot/windows/{potWindow}/report',
  ...ofNetwork('read-pot'),
  tags,
  summary: 'What a donor of the pot is told of a year',
  description: 'As of a fund’s window: of quarters that are over, and by kind once.',
  request: {
    params: networkPath.extend({ potWindow: windowIdField() }),
    query: z.strictObject({ year: z.string().regex(/^\d{4}$/, 'year-unknown') }),
  },
  responses: { 200: json(donorReport, 'The report'), ...problems },
})

const bookIn = (context: HttpContext): Promise<PotBook> =>
  potBookOf(context.get('needs').store, context.get('network').networkId)

const purseIn = async (context: HttpContext) =>
  potPurse(context.get('network').networkId, await bookIn(context))

/** The network's own pot, read by machine by whoever reads its pages. */
export const potRoutes = () =>
  newApi()
    .openapi(potRoute, async (context) => {
      const purse = await purseIn(context)
      const views = await windowViewsOf(purse)
      const windows = views.map(({ terms, ...view }) => ({
        ...view,
        currency: purse.currencyOf(view.windowId, context.get('needs').today()),
        terms: terms ? { ...terms, lines: [...terms.lines] } : null,
      }))
      return context.json({ windows, support: purse.supports.map(supportTold) }, 200)
    })
    .openapi(balanceRoute, async (context) => {
      const asOf = context.req.valid('query').asOf ?? context.get('needs').today()
      const { moves } = await bookIn(context)
      return context.json({ asOf, accounts: [...potTrialBalance(moves, asOf)] }, 200)
    })
    .openapi(reportRoute, async (context) => {
      const purse = await purseIn(context)
      const { potWindow: windowId } = context.req.valid('param')
      if (!purse.windows.some((one) => one.windowId === windowId)) return none()
      const needs = sealedNeeds(context)
      if (needs instanceof Response) return needs as never
      const { year } = context.req.valid('query')
      const made = await donorReportOf(needs, purse, { windowId, year, today: needs.today() })
      const { byKind } = made
      const table = byKind.is === 'told' ? { ...byKind, rows: [...byKind.rows] } : byKind
      const currency = purse.currencyOf(windowId, needs.today())
      return context.json(
        { ...made, currency, quarters: [...made.quarters], codes: [...made.codes], byKind: table },
        200,
      )
    })
