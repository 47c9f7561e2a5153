import { createRoute, z } from '@hono/zod-openapi'
import type { User } from '#domain/ports.ts'
import type { Approval } from '#src/app/approvals.ts'
import { mayBeLogin } from '#src/app/identity/users.ts'
import { json, newApi, ofNetwork, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import {
  fieldFault,
  nobodyThere,
  notLetIn,
  readPortion,
  refusal,
} from '#src/http/identity/answers.ts'
import {
  idOut,
  instant,
  jsonBody,
  login,
  noBody,
  ofNetworkPath,
  secret,
} from '#src/http/identity/fields.ts'
import {
  type NotAdded,
  addPerson,
  isForOfficers,
  linkFault,
  letInAgain,
  resetPerson,
  shutOut,
} from '#src/http/identity/user-acts.ts'
import { isSecondNeeded, staffWord } from '#src/http/network/second.ts'

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

const users = readPortion({
  path: '/v1/networks/{networkId}/users',
  summary: 'Who may sign in',
  description:
    'Logins are personal data: administrators see them, and that they did is in the log.',
  ...ofNetwork('manage-users'),
  params: ofNetworkPath,
  item: userSchema,
  said: 'Users, the oldest first',
  rows: (context) => context.get('needs').store.users(context.get('network').networkId),
  idOf: ({ userId }) => userId,
  shown: ({ userId, login: name, createdAt, disabledAt, secret }) => ({
    userId,
    login: name,
    createdAt,
    disabledAt: disabledAt ?? null,
    hasSecret: secret !== undefined,
  }),
})

const memberOf = z.strictObject({
  fundId: z.uuid('fund-not-an-id'),
  card: z.string().max(40, 'card-unknown').openapi({ example: 'M07' }),
})

const approver = z.strictObject({ login, secret })

const adding = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/users',
  summary: 'Add somebody who may sign in',
  description:
    'The key sets a secret once, within a day; hand it to the person alone. Where the network has another one who decides, that one is the approver and draws the other half of the key at `POST /v1/sessions/current/halves`. What the person may do is said by the journals: appointments of staff, offices of members.',
  ...ofNetwork('manage-users'),
  request: {
    params: ofNetworkPath,
    body: jsonBody(
      z.strictObject({
        login,
        memberOf: memberOf.optional(),
        approver: approver.optional(),
      }),
    ),
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
    'Sessions end, guesses are forgotten. Do it with the person before you. For a member of a fund whose officers can sign in, the officers do it. Where the network has another one who decides, that one is the approver and draws the other half of the key at `POST /v1/sessions/current/halves`.',
  ...ofNetwork('manage-users'),
  request: {
    ...ofUser,
    body: { ...jsonBody(z.strictObject({ approver: approver.optional() })), required: false },
  },
  responses: { 200: json(keySchema, 'Reset; the key is told once'), ...conflict, ...problems },
})

const userOf = (context: HttpContext, userId: string): Promise<User | undefined> =>
  context.get('needs').store.user(context.get('network').networkId, userId)

/** The second one of the staff who decide; nobody where there is no other one; a refusal where a word is missing or none. */
const secondOf = async (
  context: HttpContext,
  about: string | undefined,
  word: Approval | undefined,
): Promise<string | undefined | Response> => {
  if (!(await isSecondNeeded(context, about))) return undefined
  if (!word) return refusal(403, 'approval-needed')
  const told = await staffWord(context, word, { about, isPower: true })
  if ('userId' in told) return told.userId
  switch (told.code) {
    case 'approver-not-another':
    case 'approver-reset-lately':
    case 'not-of-the-deciding-staff':
      return refusal(403, told.code)
    default:
      return notLetIn(context, told, { status: 403, code: 'approver-failed' })
  }
}

const notAdded = (code: NotAdded['code']) => {
  switch (code) {
    case 'fund-not-in-network':
      return fieldFault('/memberOf/fundId', code)
    case 'card-unknown':
      return fieldFault('/memberOf/card', code)
    case 'login-not-a-name':
      return fieldFault('/login', code)
    case 'login-taken':
    case 'has-a-login':
    case 'officers-must-add':
      return refusal(409, code)
  }
}

/** Who may sign in, for the network's administrators. */
export const userRoutes = () =>
  newApi()
    .openapiRoutes([users])
    .openapi(adding, async (context) => {
      const { login: name, memberOf: link, approver: word } = context.req.valid('json')
      const not = await linkFault(context, link)
      if (not) return notAdded(not.code)
      // What is wrong with what was typed is told before anybody's word costs a guess.
      if (!mayBeLogin(name)) return notAdded('login-not-a-name')
      const second = await secondOf(context, undefined, word)
      if (second instanceof Response) return second as never
      const added = await addPerson(context, { login: name, link, second })
      return 'code' in added ? notAdded(added.code) : context.json(added, 201)
    })
    .openapi(disabling, async (context) => {
      const user = await userOf(context, context.req.valid('param').userId)
      if (!user) return nobodyThere()
      const kept = await shutOut(context, user)
      return kept ? refusal(409, kept.code) : context.body(null, 204)
    })
    .openapi(enabling, async (context) => {
      const user = await userOf(context, context.req.valid('param').userId)
      if (!user) return nobodyThere()
      await letInAgain(context, user)
      return context.body(null, 204)
    })
    .openapi(resetting, async (context) => {
      const user = await userOf(context, context.req.valid('param').userId)
      if (!user) return nobodyThere()
      if (await isForOfficers(context, user)) return refusal(409, 'officers-must-reset')
      const second = await secondOf(context, user.userId, context.req.valid('json').approver)
      if (second instanceof Response) return second as never
      const reset = await resetPerson(context, user, second)
      return 'code' in reset ? refusal(409, reset.code) : context.json(reset, 200)
    })
