import { createRoute, z } from '@hono/zod-openapi'
import { resetUser } from '#src/app/first-secret.ts'
import { makeKey } from '#src/app/one-time-keys.ts'
import { memberOf } from '#src/app/persons.ts'
import { addUser } from '#src/app/users.ts'
import { vouch } from '#src/app/vouching.ts'
import { json, newApi, ofFund, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fieldFault, none, noteBy, notLetIn, refusal } from '#src/http/identity/answers.ts'
import { idOut, jsonBody, login, ofFundPath, secret } from '#src/http/identity/fields.ts'

const approver = z.strictObject({ login, secret })
const conflict = { 409: { ...problems[404], description: 'The login is taken' } } as const
const keySchema = z.object({ userId: idOut, key: z.string() }).openapi('LoginKey')

const adding = createRoute({
  method: 'post',
  path: '/v1/funds/{fundId}/logins',
  summary: 'Give a member a login',
  description:
    'Two officers stand by one device, each with an own secret: the caller, and the approver named here. The key sets a secret once, within a day.',
  ...ofFund('manage-logins'),
  request: {
    params: ofFundPath,
    body: jsonBody(z.strictObject({ memberId: z.uuid('member-not-an-id'), login, approver })),
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

/** The second officer's word; a refusal where there is none. */
const vouched = async (
  context: HttpContext,
  named: z.infer<typeof approver>,
): Promise<{ readonly userId: string } | Response> => {
  const needs = context.get('needs')
  const { fundId } = context.get('fund')
  const caller = context.get('caller')!.session
  const found = await vouch(needs, { fundId, caller, approver: named, day: needs.today() })
  if (!('code' in found)) return found
  return found.code === 'approver-not-another' || found.code === 'approver-not-an-officer'
    ? refusal(403, found.code)
    : notLetIn(context, found, { status: 403, code: 'approver-failed' })
}

/** Both officers stand in the fund's log. */
const noteBoth = async (
  context: HttpContext,
  { subject, second }: { readonly subject: string; readonly second: string },
): Promise<void> => {
  const caller = context.get('caller')!
  const { fundId } = context.get('fund')
  for (const actor of [caller.by.actor, second]) {
    const by = { ...caller.by, actor }
    const what = { scope: fundId, action: 'manage-logins', outcome: 'done' } as const
    await noteBy(context, { ...caller, by }, { ...what, subject })
  }
}

/** Logins of a fund's own people, which its officers give in twos. */
export const loginRoutes = () =>
  newApi()
    .openapi(adding, async (context) => {
      const needs = context.get('needs')
      const { fundId } = context.get('fund')
      const { networkId } = context.get('caller')!.session
      const { memberId, login: name, approver: named } = context.req.valid('json')
      if (!(await memberOf(needs.store, fundId, memberId))) return none()
      const second = await vouched(context, named)
      if (second instanceof Response) return second as never
      const user = await addUser(needs, { networkId, login: name })
      if ('code' in user)
        return user.code === 'login-taken'
          ? refusal(409, user.code)
          : fieldFault('/login', user.code)
      const { userId } = user
      await needs.store.keepMembership({ networkId, userId, fundId, memberId })
      await noteBoth(context, { subject: `member:${memberId}`, second: second.userId })
      const madeBy = context.get('caller')!.by.actor
      const key = await makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy })
      return context.json({ userId, key }, 201)
    })
    .openapi(resetting, async (context) => {
      const needs = context.get('needs')
      const { fundId } = context.get('fund')
      const caller = context.get('caller')!
      const { networkId } = caller.session
      const { userId } = context.req.valid('param')
      const ofFundAll = await needs.store.membershipsOfFund(networkId, fundId)
      const own = ofFundAll.find((membership) => membership.userId === userId)
      const user = own && (await needs.store.user(networkId, userId))
      if (!own || !user) return none()
      const second = await vouched(context, context.req.valid('json').approver)
      if (second instanceof Response) return second as never
      await noteBoth(context, { subject: `member:${own.memberId}`, second: second.userId })
      const key = await resetUser(needs, { user, by: caller.by.actor })
      return context.json({ userId, key }, 200)
    })
