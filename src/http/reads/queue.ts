import { z } from '@hono/zod-openapi'
import { refusalReasons } from '#domain/loans/request/request-state.ts'
import { lendingQueueOf } from '#src/app/lending/lending-queue.ts'
import { day, id, sum } from '#src/http/reads/query.ts'
import { read } from '#src/http/reads/read.ts'

const reasons = [
  'emergency',
  'buy-out-of-a-dear-debt',
  'poorest',
  'poor',
  'waits-longest',
  'smaller',
] as const

const about = { loanId: id, memberId: id, card: z.string(), principal: sum, months: z.int() }

const jumpedBy = z
  .array(z.object({ loanId: id, card: z.string(), on: day }))
  .openapi({ description: 'Who stands behind it by the rule and was served before it, and when' })

const promised = z.object({ ...about, approvedOn: day, jumpedBy }).openapi('PromisedRequest')

const line = z
  .object({
    ...about,
    place: z.int(),
    reasons: z.array(z.enum(reasons)).openapi({
      description: 'Why it stands before the next one; empty where they are alike',
    }),
    requestedOn: day,
    state: z.enum(['requested', 'appraised', 'appealed']),
    next: z.enum(['appraisal', 'decision']).nullable(),
    isReached: z.boolean().openapi({
      description: 'Whether the cash covers it and all that stand before it',
    }),
    jumpedBy,
  })
  .openapi('QueuedRequest')

const refused = z
  .object({
    ...about,
    refusedOn: day,
    reason: z.enum(refusalReasons).nullable(),
    appealUntil: day.nullable().openapi({
      description: 'null where the meeting was asked already, or the time for it is over',
    }),
  })
  .openapi('RefusedRequest')

const queue = z
  .object({
    asOf: day,
    currency: z.string(),
    cash: z.object({
      cash: sum,
      earmarked: sum,
      mustStay: sum,
      mustStayPercent: z.int(),
      pledged: sum,
      askedBySavers: sum,
      promised: sum,
      lendable: sum,
    }),
    approved: z.array(promised),
    lines: z.array(line),
    refused: z.array(refused),
  })
  .openapi('LendingQueue')

const waiting = read({
  path: '/queue',
  may: 'read-loans',
  summary: 'Requests that wait for a vote in the order of the rule, and how far the cash reaches',
  answer: queue,
  said: 'By need, then by waiting, then the smaller; and who was refused and why',
  of: async ({ book, asOf, postings }) => {
    const found = await lendingQueueOf(
      book,
      async (accounts) => (await Promise.all(accounts.map(postings))).flat(),
      asOf,
    )
    return {
      ...found,
      approved: [...found.approved].map((one) => ({ ...one, jumpedBy: [...one.jumpedBy] })),
      lines: found.lines.map((one) => ({
        ...one,
        jumpedBy: [...one.jumpedBy],
        state: one.state as z.infer<typeof line>['state'],
        next: (one.next ?? null) as z.infer<typeof line>['next'],
      })),
      refused: found.refused.map((one) => ({
        ...one,
        reason: one.reason ?? null,
        appealUntil: one.appealUntil ?? null,
      })),
    }
  },
})

/** Who comes first when cash is short. */
export const queueReads = [waiting] as const
