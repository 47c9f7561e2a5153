import { createRoute, z } from '@hono/zod-openapi'
import { messageKinds, messageLanguages } from '#domain/fund/messages.ts'
import { countsOf } from '#src/app/messages/counting.ts'
import { choose, makeMessageCode, unlinkMember } from '#src/app/messages/linking.ts'
import { type MemberPlace, linkOfMember } from '#src/app/messages/rows.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { isOfApprover, vouch } from '#src/app/identity/vouching.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { notLetIn, refusal } from '#src/http/identity/answers.ts'
import { idOut, instant, jsonBody, login, ofFundPath } from '#src/http/identity/fields.ts'
import { type MessageNeeds, messageNeeds } from '#src/http/messages/needs.ts'
import { isOwner } from '#src/http/owner.ts'
import { problem } from '#src/http/problem.ts'
import { type NoAnswer, none } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'

const path = '/v1/funds/{fundId}/messages'

const ownSecret = z.string().max(1000)

const codeSchema = z
  .object({ code: z.string().openapi({ example: '40648394' }), endsAt: instant })
  .openapi('MessageCode')

const counts = readPlain({
  path,
  ...ofFund('read-messages'),
  summary: 'How texts to phones go: counts, and whose phone is not reached',
  request: { params: ofFundPath },
  answer: z
    .object({
      phones: z.int(),
      sent: z.int(),
      waiting: z.int(),
      givenUp: z.int(),
      notReached: z.array(z.object({ memberId: idOut, texts: z.int() })),
    })
    .openapi('MessageCounts'),
  said: 'Counts alone: neither numbers nor texts',
  of: (context) => {
    const needs = messageNeeds(context.get('needs'))
    if (!needs) return off()
    const { networkId } = context.get('caller')!.session
    return countsOf(needs, { networkId, fundId: context.get('fund').fundId })
  },
})

const codeRoute = createRoute({
  method: 'post',
  path: `${path}/codes`,
  ...ofFund('link-phones'),
  summary: 'A code by which a member links the own phone',
  description:
    'Handed to the person at a meeting, told once; it works once, for 48 hours, and ends an older one. What is answered from the phone when the fund asks whether the balance is right counts only with a second officer’s word here, as `approver`, from seven days after on and in rounds that begin later.',
  request: {
    params: ofFundPath,
    body: jsonBody(
      z.strictObject({
        memberId: z.uuid('member-not-an-id'),
        approver: z
          .strictObject({ login, secret: ownSecret })
          .optional()
          .openapi({ description: 'The word of a second officer' }),
      }),
    ),
  },
  responses: { 201: json(codeSchema, 'The code'), ...problems },
})

const endRoute = createRoute({
  method: 'delete',
  path: `${path}/phones/{memberId}`,
  ...ofFund('link-phones'),
  summary: 'End the texts to a member, and erase the number',
  request: { params: ofFundPath.extend({ memberId: z.string() }) },
  responses: {
    200: json(z.object({ wasLinked: z.boolean() }), 'Nothing is sent there any more'),
    ...problems,
  },
})

const choices = {
  kinds: z.array(z.enum(messageKinds, 'word-unknown')).max(messageKinds.length),
  withAmounts: z.boolean(),
  language: z.enum(messageLanguages, 'word-unknown'),
}

const ownSchema = z
  .object({
    isLinked: z.boolean(),
    ending: z.string().openapi({ description: 'The last two digits of the number' }),
    ...choices,
  })
  .openapi('OwnMessages')

const own = ofFund('choose-own-messages')

const chooseRoute = createRoute({
  method: 'put',
  path: `${path}/own`,
  ...own,
  summary: 'Choose what the caller hears by text',
  description:
    'Sums that were left out until now want the own `secret` again; a wrong one is 403 and costs a guess.',
  request: {
    params: ofFundPath,
    body: jsonBody(z.strictObject({ ...choices, secret: ownSecret.optional() })),
  },
  responses: { 200: json(ownSchema, 'What was chosen'), ...problems },
})

const stopRoute = createRoute({
  method: 'delete',
  path: `${path}/own`,
  ...own,
  summary: 'Stop all texts to the caller, and erase the number',
  request: { params: ofFundPath },
  responses: {
    200: json(z.object({ wasLinked: z.boolean() }), 'Nothing is sent any more'),
    ...problems,
  },
})

const ownCodeRoute = createRoute({
  method: 'post',
  path: `${path}/own/code`,
  ...own,
  summary: 'A code by which the caller links the own phone, for the own secret',
  request: { params: ofFundPath, body: jsonBody(z.strictObject({ secret: ownSecret })) },
  responses: { 201: json(codeSchema, 'The code'), ...problems },
})

/** No waiting helps where a setting is missing, so it is no 503. */
const off = (): NoAnswer => problem(409, 'messages-not-set-up') as NoAnswer
const wrong = (): NoAnswer => problem(403, 'sign-in-failed') as NoAnswer

type Own = { readonly needs: MessageNeeds; readonly whose: MemberPlace }

const ownOf = (context: HttpContext): Own | NoAnswer => {
  const needs = messageNeeds(context.get('needs'))
  const { fundId, ownMemberId: memberId } = context.get('fund')
  if (memberId === undefined) return none()
  const { networkId } = context.get('caller')!.session
  return needs ? { needs, whose: { networkId, fundId, memberId } } : off()
}

const ownAnswer = async ({ needs, whose }: Own): Promise<z.input<typeof ownSchema>> => {
  const link = (await linkOfMember(needs, whose))?.value
  return {
    isLinked: link !== undefined,
    ending: link?.address.slice(-2) ?? '',
    kinds: [...(link?.kinds ?? [])],
    withAmounts: link?.withAmounts ?? false,
    language: link?.language ?? 'km',
  }
}

const ownMessages = readPlain({
  path: `${path}/own`,
  ...own,
  summary: 'What the caller hears by text',
  request: { params: ofFundPath },
  answer: ownSchema,
  said: 'What was chosen',
  of: (context) => {
    const found = ownOf(context)
    return 'whose' in found ? ownAnswer(found) : found
  },
})

const ownRoutes = () =>
  newApi()
    .openapiRoutes([ownMessages])
    .openapi(chooseRoute, async (context) => {
      const found = ownOf(context)
      if (!('whose' in found)) return found
      const link = await linkOfMember(found.needs, found.whose)
      const { secret, ...chosen } = context.req.valid('json')
      const isMore = chosen.withAmounts && link?.value.withAmounts === false
      if (isMore && !(await isOwner(context, secret ?? ''))) return wrong()
      const kept = link && (await choose(found.needs, link, chosen))
      return kept ? context.json(await ownAnswer(found), 200) : none()
    })
    .openapi(stopRoute, async (context) => {
      const found = ownOf(context)
      if (!('whose' in found)) return found
      const { actor } = context.get('caller')!.by
      return context.json({ wasLinked: await unlinkMember(found.needs, found.whose, actor) }, 200)
    })
    .openapi(ownCodeRoute, async (context) => {
      const found = ownOf(context)
      if (!('whose' in found)) return found
      if (!(await isOwner(context, context.req.valid('json').secret))) return wrong()
      return context.json(
        await makeMessageCode(found.needs, found.whose, context.get('caller')!.by, 'owner'),
        201,
      )
    })

const whoseIn = async (context: HttpContext, memberId: string): Promise<Own | NoAnswer> => {
  const needs = messageNeeds(context.get('needs'))
  const { fundId } = context.get('fund')
  if (!needs) return off()
  if (!(await memberOf(needs.store, fundId, memberId))) return none()
  return { needs, whose: { networkId: context.get('caller')!.session.networkId, fundId, memberId } }
}

/** Texts to members' phones, over the API. */
export const messageRoutes = () =>
  newApi()
    .route('/', ownRoutes())
    .openapiRoutes([counts])
    .openapi(codeRoute, async (context) => {
      const found = await whoseIn(context, context.req.valid('json').memberId)
      if (!('whose' in found)) return found
      const { approver } = context.req.valid('json')
      const { session, by } = context.get('caller')!
      const { fundId } = found.whose
      const day = context.get('needs').today()
      const second =
        approver && (await vouch(context.get('needs'), { fundId, caller: session, approver, day }))
      if (second && 'code' in second)
        return isOfApprover(second)
          ? refusal(403, second.code)
          : notLetIn(context, second, { status: 403, code: 'approver-failed' })
      const stoodBehind = second && { second: second.userId }
      return context.json(await makeMessageCode(found.needs, found.whose, by, stoodBehind), 201)
    })
    .openapi(endRoute, async (context) => {
      const found = await whoseIn(context, context.req.valid('param').memberId)
      if (!('whose' in found)) return found
      const { actor } = context.get('caller')!.by
      return context.json({ wasLinked: await unlinkMember(found.needs, found.whose, actor) }, 200)
    })
