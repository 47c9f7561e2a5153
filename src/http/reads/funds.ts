import { createRoute, z } from '@hono/zod-openapi'
import { roles } from '#domain/access/roles.ts'
import { dayBefore } from '#domain/kernel/dates.ts'
import { firstDueAfter } from '#domain/loans/schedule.ts'
import { charterOf } from '#domain/health/book.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import { glanceOf } from '#src/app/home.ts'
import { rolesIn } from '#src/app/persons.ts'
import { json, newApi, ofCaller, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { askedBook, day, id, paged, pageOf, pagingOf, sum, times } from '#src/http/reads/asked.ts'

const tags = ['funds']
export const fundPath = z.object({ fundId: id })

const held = z.array(z.enum(roles)).openapi({ description: 'What the caller is to the fund' })

const ownFund = z.object({ fundId: id, name: z.string(), roles: held }).openapi('OwnFund', {
  example: { fundId: '0190c2f0-7a10-7000-8000-000000000001', name: 'Trapeang', roles: ['chair'] },
})

const monthFigures = z.object({ month: z.string(), cash: sum, savings: sum, loansOut: sum })

const fundFigures = z
  .object({
    villageCode: z.string(),
    openedOn: day,
    cash: sum,
    savings: sum,
    loansOut: sum,
    loansOutCount: z.int(),
    overdue: sum,
    overdueCount: z.int(),
    underRelief: sum,
    underReliefCount: z.int(),
    months: z.array(monthFigures),
  })
  .openapi('FundFigures')

const fund = z
  .object({
    fundId: id,
    name: z.string(),
    currency: z.string(),
    /** Day of the month; 31 is its last day. */
    meetingDay: z.int(),
    nextMeeting: day,
    roles: held,
    asOf: day,
    figures: fundFigures.optional(),
  })
  .openapi('Fund')

const listRoute = createRoute({
  method: 'get',
  path: '/v1/funds',
  ...ofCaller,
  tags,
  summary: 'Funds in which the caller is somebody',
  request: { query: z.strictObject(pagingOf('funds')) },
  responses: {
    200: json(pageOf(ownFund), 'The funds, with what the caller is to each'),
    ...problems,
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}',
  ...ofFund('see-fund'),
  tags,
  summary: 'A fund at a glance',
  description: 'Figures are for those who may see the whole fund; a household sees when it meets.',
  request: { params: fundPath, query: z.strictObject(times) },
  responses: { 200: json(fund, 'The fund on that day'), ...problems },
})

/** The caller's own funds: everything else does not exist for them. */
const ownFunds = async (context: HttpContext) => {
  const { store, today } = context.get('needs')
  const { person } = context.get('caller')!
  const fundIds = new Set([...person.memberOf.map(({ fundId }) => fundId), ...person.assignedTo])
  const found = []
  for (const fundId of fundIds) {
    const are = await rolesIn(store, { person, fundId, day: today() })
    if (are.length > 0)
      found.push({ fundId, name: await fundNameOf(store, fundId), roles: [...are] })
  }
  return found
}

export const fundReads = () =>
  newApi()
    .openapi(listRoute, async (context) => {
      const page = { list: 'funds', ...context.req.valid('query') }
      const found = await ownFunds(context)
      return context.json(paged(found, { ...page, key: ({ fundId }) => fundId }), 200)
    })
    .openapi(oneRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const { book, asOf } = asked
      const { fundId, held: are, scope } = context.get('fund')
      const { currency, meetingDay } = charterOf(book, asOf)
      const answer = {
        fundId,
        name: await fundNameOf(context.get('needs').store, fundId),
        currency,
        meetingDay,
        nextMeeting: firstDueAfter(dayBefore(asOf), meetingDay),
        roles: [...are],
        asOf,
      }
      if (scope === 'own') return context.json(answer, 200)
      const { villageCode, openedOn } = book.fund
      const { currency: _, asOf: __, nextMeeting: ___, months, ...figures } = glanceOf(book, asOf)
      return context.json(
        { ...answer, figures: { villageCode, openedOn, ...figures, months: [...months] } },
        200,
      )
    })
