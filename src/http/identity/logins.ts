import { createRoute, z } from '@hono/zod-openapi'
import { noFurtherLogin } from '#src/app/identity/fund-logins.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { isOfApprover, vouch } from '#src/app/identity/vouching.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fieldFault, nobodyThere, notLetIn, refusal } from '#src/http/identity/answers.ts'
import { idOut, jsonBody, login, ofFundPath, secret } from '#src/http/identity/fields.ts'
import { giveLogin, isOfStaff, loginOf, resetLogin } from '#src/http/identity/login-acts.ts'

const approver = z.strictObject({ login, secret })
const conflict = {
  409: { ...problems[404], description: 'The login is taken, or the member has one or a card' },
} as const
const keySchema = z.object({ userId: idOut, key: z.string() }).openapi('LoginKey')

const adding = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/logins',
  summary: 'Give a member a login',
  description:
    'Two officers stand by one device, each with an own secret: the caller, and the approver named here. The key sets a secret once, within a day. A member who has a login gets that one reset instead; one who has a card types its PIN too, as `pin`, or the card is stopped first. She is told of it at whatever she came in by before.',
  ...ofFund('manage-logins'),
  request: {
    params: ofFundPath,
    body: jsonBody(
      z.strictObject({
        memberId: z.uuid('member-not-an-id'),
        login,
        approver,
        pin: z.string().max(20).optional().openapi({
          description: 'The PIN of the card that the member has, typed by herself',
        }),
      }),
    ),
  },
  responses: { 201: json(keySchema, 'Added; the key is told once'), ...conflict, ...problems },
})

const resetting = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/logins/{userId}/reset',
  summary: 'Take a member’s secret away and make the key for another',
  description: 'Two officers, as for a new login. Do it with the person before you.',
  ...ofFund('manage-logins'),
  request: {
    params: ofFundPath.extend({ userId: z.string() }),
    body: jsonBody(z.strictObject({ approver })),
  },
  responses: { 200: json(keySchema, 'Reset; the key is told once'), ...problems },
})

/** The second officer's word; a refusal where there is nobodyThere. */
const vouched = async (
  context: HttpContext,
  named: z.infer<typeof approver>,
  userId?: string,
): Promise<{ readonly userId: string } | Response> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const caller = context.get('caller')!.session
  const found = await vouch(needs, {
    fundId,
    caller,
    approver: named,
    day: needs.today(),
    about: { userId },
    isPower: true,
  })
  if (!('code' in found)) return found
  return isOfApprover(found)
    ? refusal(403, found.code)
    : notLetIn(context, found, { status: 403, code: 'approver-failed' })
}

/** Logins of a fund's own people, which its officers give in twos. */
export const loginRoutes = () =>
  newApi()
    .openapi(adding, async (context) => {
      const { memberId, login: name, approver: named, pin = '' } = context.req.valid('json')
      const { fundId } = context.get('fund')
      if (!(await memberOf(context.get('needs').store, fundId, memberId))) return nobodyThere()
      const { session: by } = context.get('caller')!
      const { networkId } = by
      // The second one's word first: nobody alone tries the PIN of a card.
      const second = await vouched(context, named)
      if (second instanceof Response) return second as never
      const not = await noFurtherLogin(context.get('needs'), {
        networkId,
        fundId,
        memberId,
        pin,
        by,
      })
      if (not) {
        if (not.code === 'has-a-login' || not.code === 'card-pin-needed')
          return refusal(409, not.code)
        if (not.code === 'card-pin-wrong') return refusal(403, not.code)
        return notLetIn(context, not)
      }
      const given = await giveLogin(context, { memberId, login: name, second: second.userId })
      if (!('code' in given)) return context.json(given, 201)
      return given.code === 'login-taken'
        ? refusal(409, given.code)
        : fieldFault('/login', given.code)
    })
    .openapi(resetting, async (context) => {
      const { userId } = context.req.valid('param')
      const found = await loginOf(context, userId)
      if (!found) return nobodyThere()
      if (await isOfStaff(context, userId)) return refusal(409, 'login-of-staff')
      const second = await vouched(context, context.req.valid('json').approver, userId)
      if (second instanceof Response) return second as never
      return context.json(await resetLogin(context, found, second.userId), 200)
    })
