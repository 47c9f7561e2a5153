import { z } from '@hono/zod-openapi'
import { payOuts } from '#domain/savings/share-out.ts'
import { savingsPostingsOf } from '#src/app/kept-books.ts'
import { savingsViewOf, shareOutViewOf } from '#src/app/members/savings-view.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type QueriedBook, day, id, isOpenTo, sum, times } from '#src/http/reads/query.ts'
import { readBook } from '#src/http/reads/read.ts'

/** Lines of savings are read as they stand now: what was known once is not kept for them. */
const onDay = { asOf: times.asOf }

const factsIn = async (context: HttpContext, { book }: QueriedBook) => {
  const { store } = context.get('needs')
  const { fundId } = context.get('fund')
  return { book, postings: await savingsPostingsOf(store, fundId, book) }
}

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

const savings = readBook({
  isOfBook: true,
  path: '/savings',
  may: 'read-members',
  summary: 'What each member has saved: shares, free savings, and what waits',
  description: 'Private savings are in none of these figures.',
  query: onDay,
  answer: z.object({ asOf: day, members: z.array(memberSavings), queue: z.array(waits) }),
  said: 'Members by card, and the queue in its order',
  of: async (asked, _, context) => {
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
    return { asOf, members, queue: told }
  },
})

const ofMember = readBook({
  isOfBook: true,
  path: '/members/{memberId}/savings',
  may: 'read-member',
  summary: 'One member’s savings; a household sees its own alone',
  params: { memberId: id },
  query: onDay,
  answer: memberSavings,
  said: 'The savings on that day',
  of: async (asked, { memberId }, context) => {
    if (!isOpenTo(context, memberId)) return undefined
    const { members } = savingsViewOf(await factsIn(context, asked), asked.asOf)
    return members.find((one) => one.memberId === memberId)
  },
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

const plan = z
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
  .openapi('ShareOutPlan')

const shareOut = readBook({
  isOfBook: true,
  path: '/share-out',
  may: 'read-members',
  summary: 'What a share-out of a day would do, member by member',
  description: 'The decision `ShareOut` of the same day gives these very rows.',
  query: {
    ...onDay,
    isSurplusSplit: z.enum(['true', 'false'], 'not-true-or-false').optional(),
    payOut: z.enum(payOuts, 'word-unknown').optional(),
  },
  answer: plan,
  said: 'The plan',
  of: async (asked, { isSurplusSplit, payOut = 'parts' }, context) => {
    const { asOf } = asked
    const wanted = { isSurplusSplit: isSurplusSplit !== 'false', payOut }
    const view = shareOutViewOf(await factsIn(context, asked), asOf, wanted)
    const { pool, members, reserve, runningCosts, expectedOn = null } = view.plan
    const { surplus, atRisk, lent, rows } = view
    const sums = { pool, members, reserve, runningCosts, surplus, atRisk, lent }
    return { asOf, ...sums, expectedOn, rows }
  },
})

export const savingsReads = [savings, ofMember, shareOut] as const
