import { z } from '@hono/zod-openapi'
import { meetingFrom } from '#domain/fund/charter/meeting-days.ts'
import { roles } from '#domain/access/roles.ts'
import { charterOf } from '#domain/health/book.ts'
import { fundNameOf } from '#src/app/network/fund-names.ts'
import { glanceOf } from '#src/app/network/home.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import { ofCaller } from '#src/http/api.ts'
import { idsOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { day, id, paged, pageOf, pagingOf, sum } from '#src/http/reads/query.ts'
import { read, readPlain } from '#src/http/reads/read.ts'

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

/** Of some funds those that are the caller's own: everything else does not exist for them. */
const ownAmong = async (context: HttpContext, fundIds: readonly string[]) => {
  const needs = context.get('needs')
  const { store, today } = needs
  const { person } = context.get('caller')!
  const found = []
  for (const fundId of fundIds) {
    const are = await givenRolesIn(needs, { person, fundId, day: today() })
    if (are.length > 0)
      found.push({ fundId, name: await fundNameOf(store, fundId), roles: [...are] })
  }
  return found
}

const funds = readPlain({
  path: '/v1/funds',
  ...ofCaller,
  summary: 'Funds in which the caller is somebody',
  request: { query: z.strictObject(pagingOf('funds')) },
  answer: pageOf(ownFund),
  said: 'The funds, with what the caller is to each',
  of: async (context) => {
    const page = { list: 'funds', ...context.req.valid('query') }
    // Rights are asked for those of the page alone: it may be shorter than asked for, and is not the last one by that.
    const { items, nextCursor } = paged(idsOf(context.get('caller')!), { ...page, key: (id) => id })
    return { items: await ownAmong(context, items), nextCursor }
  },
})

const oneFund = read({
  path: '',
  may: 'see-fund',
  summary: 'A fund at a glance',
  description: 'Figures are for those who may see the whole fund; a household sees when it meets.',
  answer: fund,
  said: 'The fund on that day',
  of: async ({ book, asOf }, _, context) => {
    const { fundId, held: are, scope } = context.get('fund')
    const charter = charterOf(book, asOf)
    const { currency, meetingDay } = charter
    const answer = {
      fundId,
      name: await fundNameOf(context.get('needs').store, fundId),
      currency,
      meetingDay,
      nextMeeting: meetingFrom(charter, asOf),
      roles: are,
      asOf,
    }
    if (scope === 'own') return answer
    const { villageCode, openedOn } = book.fund
    const {
      currency: _currency,
      asOf: _asOf,
      nextMeeting: _next,
      ...figures
    } = glanceOf(book, asOf)
    return { ...answer, figures: { villageCode, openedOn, ...figures } }
  },
})

export const fundReads = [funds, oneFund] as const
