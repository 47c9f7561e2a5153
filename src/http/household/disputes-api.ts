import { createRoute, z } from '@hono/zod-openapi'
import { type Disputed, disputeReasons } from '#domain/corrections/disputes.ts'
import { disputedIn, isFull, isWaitingIn, ownDisputes } from '#src/app/meeting/disputes.ts'
import { ownPrivateOf } from '#src/app/members/private-savings.ts'
import { bookOf } from '#src/app/queries.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { json, newApi, ofFund, problems, withBody } from '#src/http/api.ts'
import { isAccepted } from '#src/app/answer.ts'
import { answersSchema, toldOf } from '#src/http/commands/answers.ts'
import { idField } from '#src/http/commands/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendForHousehold } from '#src/http/gate.ts'
import { refusal } from '#src/http/identity/answers.ts'
import { isOwnerInPrivate } from '#src/http/owner.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { type NoAnswer, none } from '#src/http/reads/query.ts'

const ownDispute = z
  .strictObject({
    id: idField('id-not-an-id'),
    about: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('savings') }),
      z.strictObject({ kind: z.literal('loan'), loanId: idField('loan-not-an-id') }),
      z.strictObject({ kind: z.literal('entry'), entryId: idField('entry-not-an-id') }),
    ]),
    reason: z.enum(disputeReasons, 'reason-unknown'),
    secret: z.string().max(1000, 'secret-too-long').optional().openapi({
      description:
        'The own secret, for a line of the own private savings: without it such a line is not there. A wrong one is 403 and costs a guess. Never kept',
    }),
  })
  .openapi('OwnDispute', {
    example: {
      id: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01',
      about: { kind: 'savings' },
      reason: 'wrong-amount',
    },
  })

type Said = z.output<typeof ownDispute>

const route = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/disputes/own',
  ...withBody(ofFund('dispute-own')),
  tags: ['members'],
  summary: 'Say that something of the caller’s own record is not right',
  description:
    'About the own savings, an own loan or request, or an own line, for the own secret also one of the own private savings: another’s is answered as one that is not there. It stands with the day on which it is said. What waits for an answer already is refused with `dispute-waits`. The answer is that of the command `RaiseDispute`.',
  request: {
    params: fundPath,
    body: { required: true, content: { 'application/json': { schema: ownDispute } } },
  },
  responses: { 200: json(answersSchema, 'What became of it'), ...problems },
})

/** What is said of somebody else's is as if there were no such thing. */
const unknownOf = ({ id, about }: Said): ItemAnswer => ({
  id,
  outcome: 'invalid',
  code: `${about.kind === 'loan' ? 'loan' : 'entry'}-unknown`,
  at: about.kind === 'loan' ? '/about/loanId' : '/about/entryId',
})

/** Whether it is a line of the own private savings; asked only where the own secret was right. */
const isOwnPrivate = async (
  context: HttpContext,
  memberId: string,
  about: Disputed,
): Promise<boolean> => {
  if (about.kind !== 'entry') return false
  const { fundId } = context.get('fund')
  const { lines } = await ownPrivateOf(context.get('needs'), { fundId, memberId })
  return lines.some(({ entryId }) => entryId === about.entryId)
}

const raise = async (
  context: HttpContext,
  memberId: string,
  said: Said,
): Promise<ItemAnswer | NoAnswer> => {
  const { store, today } = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(store, fundId)
  if (!book) return none()
  const { id, reason, secret } = said
  if (secret !== undefined && !(await isOwnerInPrivate(context, memberId, secret)))
    return refusal(403, 'sign-in-failed')
  const about: Disputed = said.about.kind === 'savings' ? { kind: 'savings', memberId } : said.about
  const isPrivate = secret !== undefined && (await isOwnPrivate(context, memberId, about))
  const whose = await disputedIn(store, { book, fundId, about })
  if (!isPrivate && whose.memberId !== memberId) return unknownOf(said)
  // Sent again it is the same command, on the day on which it was said.
  const before = book.disputes.find(({ disputeId }) => disputeId === id)
  const own = await ownDisputes(store, { book, fundId, memberId })
  const isWaiting = isWaitingIn(book.disputes, about) || (!isPrivate && isFull(own))
  if (!before && isWaiting) return { id, outcome: 'refused', code: 'dispute-waits' }
  const effectiveOn = before?.raisedOn ?? today()
  return sendForHousehold(context, fundId, {
    id,
    v: 1,
    effectiveOn,
    type: 'RaiseDispute',
    about,
    reason,
  })
}

/** What a household says of its own record, by machine. */
export const ownDisputeRoutes = () =>
  newApi().openapi(route, async (context) => {
    const { fundId, ownMemberId: memberId } = context.get('fund')
    if (memberId === undefined) return none()
    const answer = await raise(context, memberId, context.req.valid('json'))
    if (answer instanceof Response) return answer
    // What was not taken has not been done, whatever the status says; what was is noted with its entry.
    if (!isAccepted(answer)) context.set('told', fundId)
    const answers = toldOf([answer], fundId, context.get('needs').signer)
    return context.json({ answers, isDryRun: false }, 200)
  })
