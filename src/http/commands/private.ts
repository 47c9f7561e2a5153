import { createRoute, z } from '@hono/zod-openapi'
import type { Member } from '#domain/fund/people/members.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { directions, type recordPrivateSavings } from '#domain/savings/operations/private.ts'
import { markOf, ownPrivateOf } from '#src/app/members/private-savings.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { answersSchema, toldOf } from '#src/http/commands/answers.ts'
import { soundJson } from '#src/http/commands/body.ts'
import {
  amountField,
  dateText,
  idField,
  memberExample,
  memberIdField,
} from '#src/http/commands/fields.ts'
import { noteItems } from '#src/http/commands/log.ts'
import { sentAgainst, withOwner } from '#src/http/commands/owners-word.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendForService } from '#src/http/gate.ts'
import { inFund } from '#src/http/guard.ts'
import { refusal } from '#src/http/identity/answers.ts'
import { jsonBody, login, secret as ownSecret } from '#src/http/identity/fields.ts'
import { isOwnerInPrivate } from '#src/http/owner.ts'
import { day, none, sum } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'

const tags = ['savings']

const movement = z
  .strictObject({
    id: idField('id-not-an-id'),
    effectiveOn: dateText(),
    memberId: memberIdField(),
    direction: z.enum(directions, 'word-unknown'),
    amount: amountField(),
    secret: z.string().max(1000, 'secret-too-long').optional().openapi({
      description:
        'What the owner types on this device for money that goes out: the PIN of the card, without a card the secret of the login, without both a code of the sheet that two officers printed (`POST /v1/funds/{fundId}/codes`); or a code that the owner drew (`POST /v1/funds/{fundId}/codes/own`). A code is good up to the sum beside it (`owner-code-for-less` above it), and is spent when the entry is recorded. A wrong one costs a guess. Never kept',
    }),
    approver: z.strictObject({ login, secret: ownSecret }).optional().openapi({
      description:
        'The word of another officer, where whoever sends it takes out money of the own, or had a hand in the card or the sheet that `secret` is of: then of an officer who had none. Nothing of it stands in the entry',
    }),
  })
  .openapi('PrivateSavings', {
    example: {
      id: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e01',
      effectiveOn: '2025-11-20',
      memberId: memberExample,
      direction: 'in',
      amount: 20_000,
    },
  })

type Movement = z.output<typeof movement>

const keepRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/private-savings',
  ...ofFund('keep-private-savings'),
  middleware: [inFund('keep-private-savings'), soundJson] as const,
  tags,
  summary: 'Take or give private savings',
  description:
    'Whose they are is written nowhere: the entry bears a mark that only this service can read, for its owner alone. The answer is that of a command, and the same whatever she has: what is more than her own she is told alone. One that is in the book already is answered by its sum, direction and day, whoever is named. Money goes out for her own PIN; for whoever writes it down only with another officer’s word too.',
  request: {
    params: fundPath,
    body: { required: true, content: { 'application/json': { schema: movement } } },
  },
  responses: { 200: json(answersSchema, 'What became of it'), ...problems },
})

const own = z
  .object({
    saved: sum,
    lines: z.array(
      z.object({
        entryId: z.string(),
        seq: z.int().openapi({ description: 'Its number in the book' }),
        on: day,
        amount: sum.openapi({ description: 'Saved above zero, taken out below it' }),
        isTakenBack: z.boolean(),
        isMoreThanOwn: z.boolean().openapi({
          description: 'More went out than the caller had by then; nobody else is told',
        }),
        receipt: z.string().openapi({ description: 'One line that fits a QR code' }),
      }),
    ),
  })
  .openapi('OwnPrivateSavings')

const ownRoute = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/private-savings/own',
  ...ofFund('read-own-private-savings'),
  tags,
  summary: 'The caller’s own private savings, for the own secret',
  description:
    'The secret is asked each time, because a phone may be left open: the PIN of the card, and without a card the secret of the login. A wrong one is 403 and costs a guess. Nobody else’s can be asked for, by anybody. Who has none is told zero.',
  request: { params: fundPath, body: jsonBody(z.strictObject({ secret: z.string().max(1000) })) },
  responses: { 200: json(own, 'What the caller has saved in private'), ...problems },
})

/** What is wrong with a movement before any rule is asked. */
const faultOf = (
  { effectiveOn, memberId }: Movement,
  { today, members }: { readonly today: string; readonly members: ReadonlySet<string> },
): Pick<Extract<ItemAnswer, { outcome: 'invalid' }>, 'code' | 'at'> | undefined => {
  if (effectiveOn > today) return { code: 'date-in-the-future', at: '/effectiveOn' }
  return members.has(memberId) ? undefined : { code: 'member-unknown', at: '/memberId' }
}

const memberIdsOf = async (context: HttpContext): Promise<ReadonlySet<string>> => {
  const { store } = context.get('needs')
  const subjects = await store.subjects(context.get('fund').fundId)
  return new Set(
    subjects
      .filter(({ kind }) => kind === 'member')
      .map(({ data }) => (JSON.parse(data) as Member).memberId),
  )
}

/** A movement as the book takes it: the owner's name is gone, and a mark stands in its place. */
const commandOf = (
  context: HttpContext,
  { id, effectiveOn, memberId, direction, amount }: Movement,
): CommandOf<typeof recordPrivateSavings> => {
  const owner = { fundId: context.get('fund').fundId, memberId }
  const mark = markOf(context.get('needs'), owner, id)
  return { id, type: 'RecordPrivateSavings', v: 1, effectiveOn, mark, direction, amount }
}

const keep = async (context: HttpContext, moved: Movement): Promise<ItemAnswer> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const members = await memberIdsOf(context)
  const fault = faultOf(moved, { today: needs.today(), members })
  if (fault) return { id: moved.id, outcome: 'invalid', ...fault }
  const command = await sentAgainst(context, commandOf(context, moved))
  const { memberId, secret = '', approver } = moved
  const send = () => sendForService(context, fundId, command)
  return withOwner(context, command, { memberId, secret, approver, send })
}

/** Private savings come and go by a path of their own, because no command may name their owner. */
export const privateRoutes = () =>
  newApi()
    .openapi(keepRoute, async (context) => {
      const needs = context.get('needs')
      const { fundId } = context.get('fund')
      const { by } = context.get('caller')!
      const answers = [await keep(context, context.req.valid('json'))]
      const items = answers.map((answer) => ({ type: 'RecordPrivateSavings' as const, answer }))
      await noteItems(context, { scope: fundId, by, items })
      return context.json({ answers: toldOf(answers, fundId, needs.signer), isDryRun: false }, 200)
    })
    .openapi(ownRoute, async (context) => {
      const { fundId, ownMemberId: memberId } = context.get('fund')
      if (memberId === undefined) return none()
      if (!(await isOwnerInPrivate(context, memberId, context.req.valid('json').secret)))
        return refusal(403, 'sign-in-failed')
      const { saved, lines } = await ownPrivateOf(context.get('needs'), { fundId, memberId })
      const told = lines.map(
        ({ entryId, seq, on, amount, isTakenBack, isMoreThanOwn, receipt }) => ({
          entryId,
          seq,
          on,
          amount,
          isMoreThanOwn,
          receipt,
          isTakenBack: isTakenBack === true,
        }),
      )
      return context.json({ saved, lines: told }, 200)
    })
