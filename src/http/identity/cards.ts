import { createRoute, z } from '@hono/zod-openapi'
import { memberOf } from '#src/app/identity/persons.ts'
import { isOfApprover, vouch } from '#src/app/identity/vouching.ts'
import type { HttpContext } from '#src/http/env.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import { nobodyThere, notLetIn, readPortion, refusal } from '#src/http/identity/answers.ts'
import {
  drawnFor,
  makeCard,
  mayStopHere,
  printedFor,
  stopCard,
} from '#src/http/identity/card-acts.ts'
import { isOwnerInPrivate } from '#src/http/owner.ts'
import { sum } from '#src/http/reads/query.ts'
import {
  idOut,
  instant,
  jsonBody,
  login,
  noBody,
  ofFundPath,
  secret,
} from '#src/http/identity/fields.ts'

const issuing = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/cards',
  summary: 'Issue a member’s printed card',
  description:
    'Two officers stand by one device, each with an own secret: the caller, and the approver named here. The older card of the member stops at once. The token is told once; print it. There is no PIN here: the approver, signed in as themself, draws it at `POST /v1/sessions/current/halves`, within 72 hours. With the way `afar` the approver draws a number instead: send `/card/first?c=` with the token to the member, who draws the PIN there with that number.',
  ...ofFund('manage-cards'),
  request: {
    params: ofFundPath,
    body: jsonBody(
      z.strictObject({
        memberId: z.uuid('member-not-an-id'),
        approver: z.strictObject({ login, secret }),
        way: z.enum(['by-hand', 'afar']).optional(),
      }),
    ),
  },
  responses: {
    201: json(
      z.object({ cardId: idOut, card: z.string(), pin: z.null() }).openapi('PrintedCard'),
      'Issued; what is printed is told once',
    ),
    ...problems,
  },
})

const cardSchema = z
  .object({ cardId: idOut, memberId: idOut, issuedAt: instant, revokedAt: instant.nullable() })
  .openapi('Card')

const cards = readPortion({
  path: '/v1/funds/{fundId}/cards',
  summary: 'Cards of the fund',
  ...ofFund('manage-cards'),
  params: ofFundPath,
  item: cardSchema,
  said: 'Cards, the oldest first',
  rows: (context) => context.get('needs').store.cards(context.get('fund').fundId),
  idOf: ({ cardId }) => cardId,
  shown: ({ cardId, memberId, issuedAt, revokedAt }) => ({
    cardId,
    memberId,
    issuedAt,
    revokedAt: revokedAt ?? null,
  }),
})

const revoking = createRoute({
  method: 'delete',
  path: '/v1/funds/{fundId}/cards/{cardId}',
  summary: 'Stop a card that was lost',
  description:
    'One officer is enough for three a day, so that a stolen card is stopped at once; for more of them (403 `stops-need-another`) another officer’s word goes in the body.',
  ...ofFund('manage-cards'),
  request: {
    params: ofFundPath.extend({ cardId: z.string() }),
    body: {
      required: false,
      content: {
        'application/json': {
          schema: z.strictObject({ approver: z.strictObject({ login, secret }).optional() }),
        },
      },
    },
  },
  responses: { 204: noBody('Stopped'), ...problems },
})

const printedCodes = z
  .object({
    codes: z.array(
      z.object({
        code: z.string(),
        upTo: sum.openapi({ description: 'The most that it is a word for' }),
      }),
    ),
  })
  .openapi('PrintedCodes')

const printing = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/codes',
  summary: 'Print codes for a member without card and login',
  description:
    'Two officers stand by one device, each with an own secret. Each code is good once and for no more than `upTo`, as the `secret` of private savings that go out; those of an older sheet open nothing any more. They are told once; print them. Neither of the two may write down what a code of the sheet is a word for without the word of an officer who had no hand in it. A member who has a card or a login has a word already: 409.',
  ...ofFund('manage-cards'),
  request: {
    params: ofFundPath,
    body: jsonBody(
      z.strictObject({
        memberId: z.uuid('member-not-an-id'),
        approver: z.strictObject({ login, secret }),
      }),
    ),
  },
  responses: {
    201: json(printedCodes, 'Printed; the codes are told once'),
    ...problems,
  },
})

const drawing = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/codes/own',
  summary: 'Draw codes on paper for the own word',
  description:
    'For the own secret: the PIN of the card, which the owner must have drawn (`PUT /v1/sessions/current/secret`), and without a card the secret of the login. Each code is good once and for no more than `upTo`, for whoever fetches private money. Those of an older sheet open nothing any more, and these no longer than the card or login by which they were drawn.',
  ...ofFund('keep-own-page'),
  request: { params: ofFundPath, body: jsonBody(z.strictObject({ secret: z.string().max(1000) })) },
  responses: { 201: json(printedCodes, 'Drawn; the codes are told once'), ...problems },
})

/** Another officer's word for an act with cards; or the answer where it is none. */
const vouchedBy = async (
  context: HttpContext,
  approver: { readonly login: string; readonly secret: string },
) => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const { session: caller } = context.get('caller')!
  const by = { fundId, caller, approver, day: needs.today(), isPower: true }
  const vouched = await vouch(needs, { ...by, about: { userId: undefined, isOfDays: true } })
  if (!('code' in vouched)) return vouched
  const refused = isOfApprover(vouched)
    ? refusal(403, vouched.code)
    : notLetIn(context, vouched, { status: 403, code: 'approver-failed' })
  return { refused }
}

/** Printed cards of households, which officers issue in twos. */
export const cardRoutes = () =>
  newApi()
    .openapi(issuing, async (context) => {
      const needs = context.get('needs')
      const { fundId } = context.get('fund')
      const { memberId, approver, way } = context.req.valid('json')
      if (!(await memberOf(needs.store, fundId, memberId))) return nobodyThere()
      const vouched = await vouchedBy(context, approver)
      if ('refused' in vouched) return vouched.refused
      const whose = { fundId, memberId }
      const drawer = way === 'afar' ? 'owner' : 'second'
      const { token, card } = await makeCard(context, whose, { drawer, second: vouched.userId })
      return context.json({ cardId: card.cardId, card: token, pin: null }, 201)
    })
    .openapi(printing, async (context) => {
      const needs = context.get('needs')
      const { fundId } = context.get('fund')
      const { memberId, approver } = context.req.valid('json')
      if (!(await memberOf(needs.store, fundId, memberId))) return nobodyThere()
      const vouched = await vouchedBy(context, approver)
      if ('refused' in vouched) return vouched.refused
      const codes = await printedFor(context, memberId, vouched.userId)
      return codes ? context.json({ codes: [...codes] }, 201) : refusal(409, 'has-own-word')
    })
    .openapi(drawing, async (context) => {
      const { ownMemberId: memberId } = context.get('fund')
      if (memberId === undefined) return nobodyThere()
      if (!(await isOwnerInPrivate(context, memberId, context.req.valid('json').secret)))
        return refusal(403, 'sign-in-failed')
      const codes = await drawnFor(context, memberId)
      return codes ? context.json({ codes: [...codes] }, 201) : refusal(409, 'digits-not-own')
    })
    .openapiRoutes([cards])
    .openapi(revoking, async (context) => {
      const { cardId } = context.req.valid('param')
      const held = await context.get('needs').store.cards(context.get('fund').fundId)
      const found = held.find((card) => card.cardId === cardId)
      if (!found) return nobodyThere()
      const { approver } = context.req.valid('json') ?? {}
      if (approver === undefined) {
        if (!(await mayStopHere(context, found))) return refusal(403, 'stops-need-another')
        await stopCard(context, found)
        return context.body(null, 204)
      }
      const vouched = await vouchedBy(context, approver)
      if ('refused' in vouched) return vouched.refused
      await stopCard(context, found, vouched.userId)
      return context.body(null, 204)
    })
