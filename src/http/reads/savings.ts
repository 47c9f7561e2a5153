import { createRoute, z } from '@hono/zod-openapi'
import { payOuts } from '#domain/savings/share-out.ts'
import { savingsAccounts, savingsViewOf, shareOutViewOf } from '#src/app/savings-view.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type AskedBook, askedBook, day, id, none, sum, times } from '#src/http/reads/asked.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { memberPath } from '#src/http/reads/members.ts'

const tags = ['savings']

/** Lines of savings are read as they stand now: what was known once is not kept for them. */
const onDay = { asOf: times.asOf }

const memberSavings = z
  .object({
    memberId: id,
    card: z.string(),
    saved: sum,
    shares: z.int(),
    inShares: sum,
    free: sum,
    missedTurns: z.int().openapi({
      description: 'Meetings of the last twelve months without a share; nothing is fined for it',
    }),
    waiting: sum.openapi({ description: 'Asked for and not handed out yet' }),
  })
  .openapi('MemberSavings')

const waits = z
  .object({
    requestId: z.string(),
    memberId: id,
    card: z.string(),
    amount: sum,
    left: sum,
    askedOn: day,
    expectedOn: day.nullable(),
    why: z.string().nullable(),
  })
  .openapi('WaitingWithdrawal')

const listRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/savings',
  ...ofFund('read-members'),
  tags,
  summary: 'What each member has saved: shares, free savings, and what waits',
  description: 'Private savings are in none of these figures.',
  request: { params: fundPath, query: z.strictObject(onDay) },
  responses: {
    200: json(
      z.object({ asOf: day, members: z.array(memberSavings), queue: z.array(waits) }),
      'Members by card, and the queue in its order',
    ),
    ...problems,
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/members/{memberId}/savings',
  ...ofFund('read-member'),
  tags,
  summary: 'One member’s savings; a household sees its own alone',
  request: { params: memberPath, query: z.strictObject(onDay) },
  responses: { 200: json(memberSavings, 'The savings on that day'), ...problems },
})

const planRow = z.object({
  memberId: id,
  card: z.string(),
  shares: z.int(),
  shareMonths: z.int(),
  part: sum,
  payNow: sum,
  queued: sum,
  owed: sum.openapi({ description: 'On loans; never taken from the part' }),
})

const planRoute = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/share-out',
  ...ofFund('read-members'),
  tags,
  summary: 'What a share-out of a day would do, member by member',
  description: 'The decision `ShareOut` of the same day gives these very rows.',
  request: {
    params: fundPath,
    query: z.strictObject({
      ...onDay,
      isSurplusSplit: z.enum(['true', 'false'], 'not-true-or-false').optional(),
      payOut: z.enum(payOuts, 'word-unknown').optional(),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          asOf: day,
          pool: sum,
          members: sum,
          reserve: sum,
          runningCosts: sum,
          surplus: sum,
          atRisk: sum,
          lent: sum,
          expectedOn: day.nullable(),
          rows: z.array(planRow),
        })
        .openapi('ShareOutPlan'),
      'The plan',
    ),
    ...problems,
  },
})

const factsIn = async (context: HttpContext, { book }: AskedBook) => {
  const { store } = context.get('needs')
  const { fundId } = context.get('fund')
  return { book, postings: await store.postings(fundId, { accounts: savingsAccounts(book) }) }
}

export const savingsReads = () =>
  newApi()
    .openapi(listRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const { asOf } = asked
      const { members, queue } = savingsViewOf(await factsIn(context, asked), asOf)
      const told = queue.map(
        ({ requestId, memberId, card, amount, left, askedOn, expectedOn, why }) => ({
          requestId,
          memberId,
          card,
          amount,
          left,
          askedOn,
          expectedOn: expectedOn ?? null,
          why: why ?? null,
        }),
      )
      return context.json({ asOf, members: [...members], queue: told }, 200)
    })
    .openapi(oneRoute, async (context) => {
      const asked = await askedBook(context, context.req.valid('query'))
      if (asked instanceof Response) return asked
      const { scope, ownMemberId } = context.get('fund')
      const { memberId } = context.req.valid('param')
      if (scope === 'own' && memberId !== ownMemberId) return none()
      const { members } = savingsViewOf(await factsIn(context, asked), asked.asOf)
      const found = members.find((one) => one.memberId === memberId)
      return found ? context.json(found, 200) : none()
    })
    .openapi(planRoute, async (context) => {
      const { isSurplusSplit, payOut = 'parts', ...when } = context.req.valid('query')
      const asked = await askedBook(context, when)
      if (asked instanceof Response) return asked
      const { asOf } = asked
      const wanted = { isSurplusSplit: isSurplusSplit !== 'false', payOut }
      const view = shareOutViewOf(await factsIn(context, asked), asOf, wanted)
      const { pool, members, reserve, runningCosts, expectedOn } = view.plan
      const { surplus, atRisk, lent, rows } = view
      const sums = { pool, members, reserve, runningCosts, surplus, atRisk, lent }
      return context.json({ asOf, ...sums, expectedOn: expectedOn ?? null, rows: [...rows] }, 200)
    })
