import { createRoute, z } from '@hono/zod-openapi'
import type { User } from '#domain/ports.ts'
import type { Member } from '#domain/fund/members.ts'
import { resetUser } from '#src/app/first-secret.ts'
import { helpsItself, isFundsMatter } from '#src/app/fund-logins.ts'
import { networkBookOf } from '#src/app/network-views.ts'
import { makeKey } from '#src/app/one-time-keys.ts'
import { addUser, setDisabled } from '#src/app/users.ts'
import { json, newApi, ofNetwork, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import {
  fieldFault,
  none,
  noteBy,
  pageOf,
  pageOfSchema,
  pageQuerySchema,
  refusal,
} from '#src/http/identity/answers.ts'
import {
  idOut,
  instant,
  jsonBody,
  login,
  noBody,
  ofNetworkPath,
} from '#src/http/identity/fields.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const conflict = { 409: { ...problems[404], description: 'It cannot be so now' } } as const

const userSchema = z
  .object({
    userId: idOut,
    login: z.string(),
    createdAt: instant,
    disabledAt: instant.nullable(),
    hasSecret: z.boolean(),
  })
  .openapi('User')

const keySchema = z.object({ userId: idOut, key: z.string() }).openapi('UserKey')

const listing = createRoute({
  method: 'get',
  path: '/v1/networks/{networkId}/users',
  summary: 'Who may sign in',
  description:
    'Logins are personal data: administrators see them, and that they did is in the log.',
  ...ofNetwork('manage-users'),
  request: { params: ofNetworkPath, query: pageQuerySchema },
  responses: { 200: json(pageOfSchema(userSchema), 'Users, the oldest first'), ...problems },
})

const memberOf = z.strictObject({
  fundId: z.uuid('fund-not-an-id'),
  card: z.string().max(40, 'card-unknown').openapi({ example: 'M07' }),
})

const adding = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/users',
  summary: 'Add somebody who may sign in',
  description:
    'The key sets a secret once, within a day; hand it to the person alone. What the person may do is said by the journals: appointments of staff, offices of members.',
  ...ofNetwork('manage-users'),
  request: {
    params: ofNetworkPath,
    body: jsonBody(z.strictObject({ login, memberOf: memberOf.optional() })),
  },
  responses: { 201: json(keySchema, 'Added; the key is told once'), ...conflict, ...problems },
})

const ofUser = {
  params: ofNetworkPath.extend({ userId: z.string() }),
}

const change = <Verb extends 'disable' | 'enable'>(verb: Verb, summary: string) =>
  createRoute({
    method: 'post',
    path: `/v1/networks/{networkId}/users/{userId}/${verb}`,
    summary,
    ...ofNetwork('manage-users'),
    request: ofUser,
    responses: { 204: noBody('Done'), ...conflict, ...problems },
  })

const disabling = change('disable', 'Shut somebody out at once')
const enabling = change('enable', 'Let somebody in again')

const resetting = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/users/{userId}/reset',
  summary: 'Take a secret away and make the key for another',
  description:
    'Sessions end, guesses are forgotten. Do it with the person before you. For a member of a fund whose officers can sign in, the officers do it.',
  ...ofNetwork('manage-users'),
  request: ofUser,
  responses: { 200: json(keySchema, 'Reset; the key is told once'), ...conflict, ...problems },
})

type MemberOf = z.infer<typeof memberOf>

/** The member that a card of a fund of the network names, or the field that is wrong. */
const memberIdOf = async (
  { store }: AppNeeds,
  networkId: string,
  { fundId, card }: MemberOf,
): Promise<{ readonly memberId: string } | { readonly pointer: string; readonly code: string }> => {
  const network = await networkBookOf(store, networkId)
  if (!network?.fundIds.includes(fundId))
    return { pointer: '/memberOf/fundId', code: 'fund-not-in-network' }
  const members = (await store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  const member = members
    .map(({ data }) => JSON.parse(data) as Member)
    .find((found) => found.card === card)
  return member ?? { pointer: '/memberOf/card', code: 'card-unknown' }
}

const userOf = (context: HttpContext, userId: string): Promise<User | undefined> =>
  context.get('needs').store.user(context.get('network').networkId, userId)

/** Written in the network's log, and in the log of each fund whose member it is: a fund sees who touches its people. */
const noteOn = async (
  context: HttpContext,
  action: 'manage-users' | 'reset',
  userId: string,
): Promise<void> => {
  const { networkId } = context.get('network')
  const { store } = context.get('needs')
  const caller = context.get('caller')!
  const outcome = 'done'
  await noteBy(context, caller, { scope: networkId, action, subject: `user:${userId}`, outcome })
  for (const { fundId, memberId } of await store.memberships(networkId, userId))
    await noteBy(context, caller, { scope: fundId, action, subject: `member:${memberId}`, outcome })
}

const shown = ({ userId, login: name, createdAt, disabledAt, secret }: User) => ({
  userId,
  login: name,
  createdAt,
  disabledAt: disabledAt ?? null,
  hasSecret: secret !== undefined,
})

/** The member who is to get the login, nobody where none is named, or why it may not be. */
const linkedMember = async (
  needs: AppNeeds,
  networkId: string,
  link: MemberOf | undefined,
): Promise<
  { readonly fundId: string; readonly memberId: string } | ReturnType<typeof refusal> | undefined
> => {
  if (!link) return undefined
  const { fundId } = link
  const member = await memberIdOf(needs, networkId, link)
  if ('code' in member) return fieldFault(member.pointer, member.code)
  return (await helpsItself(needs.store, { networkId, fundId, day: needs.today() }))
    ? refusal(409, 'officers-must-add')
    : { fundId, memberId: member.memberId }
}

/** Who may sign in, for the network's administrators. */
export const userRoutes = () =>
  newApi()
    .openapi(listing, async (context) => {
      const users = await context.get('needs').store.users(context.get('network').networkId)
      const { items, nextCursor } = pageOf(
        users,
        ({ userId }) => userId,
        context.req.valid('query'),
      )
      return context.json({ items: items.map(shown), nextCursor }, 200)
    })
    .openapi(adding, async (context) => {
      const needs = context.get('needs')
      const { networkId } = context.get('network')
      const { login: name, memberOf: link } = context.req.valid('json')
      const member = await linkedMember(needs, networkId, link)
      if (member instanceof Response) return member as never
      const user = await addUser(needs, { networkId, login: name })
      if ('code' in user)
        return user.code === 'login-taken'
          ? refusal(409, user.code)
          : fieldFault('/login', user.code)
      const { userId } = user
      if (member) await needs.store.keepMembership({ networkId, userId, ...member })
      await noteOn(context, 'manage-users', userId)
      const madeBy = context.get('caller')!.by.actor
      const key = await makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy })
      return context.json({ userId, key }, 201)
    })
    .openapi(disabling, async (context) => {
      const user = await userOf(context, context.req.valid('param').userId)
      if (!user) return none()
      // Somebody must be left who can let others in.
      if (user.userId === context.get('caller')!.session.userId) return refusal(409, 'not-oneself')
      await setDisabled(context.get('needs'), user, true)
      await noteOn(context, 'manage-users', user.userId)
      return context.body(null, 204)
    })
    .openapi(enabling, async (context) => {
      const user = await userOf(context, context.req.valid('param').userId)
      if (!user) return none()
      await setDisabled(context.get('needs'), user, false)
      await noteOn(context, 'manage-users', user.userId)
      return context.body(null, 204)
    })
    .openapi(resetting, async (context) => {
      const user = await userOf(context, context.req.valid('param').userId)
      if (!user) return none()
      const needs = context.get('needs')
      const by = context.get('caller')!.by.actor
      const { networkId, userId } = user
      if (await isFundsMatter(needs.store, { networkId, userId, day: needs.today() }))
        return refusal(409, 'officers-must-reset')
      await noteOn(context, 'reset', userId)
      const key = await resetUser(needs, { user, by })
      return context.json({ userId: user.userId, key }, 200)
    })
