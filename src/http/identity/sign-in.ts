import { createRoute, z } from '@hono/zod-openapi'
import { rolesInNetwork } from '#domain/access/person.ts'
import { roles } from '#domain/access/roles.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import { enter, enterByCard } from '#src/app/identity/entering.ts'
import { enrolDevice, useKey } from '#src/app/identity/one-time-keys.ts'
import { givenPersonOf, givenRolesIn } from '#src/app/identity/given.ts'
import { networkOf } from '#src/app/identity/persons.ts'
import { doors, openDoor } from '#src/app/practice/practice-people.ts'
import type { OpenedSession } from '#src/app/identity/sessions.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { deviceOf } from '#src/app/identity/sign-in.ts'
import { json, newApi, ofAnybody, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fieldFault, notLetIn, refusal } from '#src/http/identity/answers.ts'
import { idOut, instant, jsonBody, label, login, secret, token } from '#src/http/identity/fields.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const enrolment = createRoute({
  method: 'post',
  path: '/v1/devices',
  summary: 'Enrol a device by a one-time key',
  description:
    'The token is told once and stays on the device: people sign in from it until it is revoked. A key that sets a secret enrols no device; an administrator hands over one of each.',
  ...ofAnybody,
  request: { body: jsonBody(z.strictObject({ key: token, label })) },
  responses: {
    201: json(
      z.object({ deviceToken: z.string(), deviceId: idOut, networkId: idOut }).openapi('Enrolled'),
      'The device is enrolled',
    ),
    ...problems,
  },
})

const ways = [
  ['deviceToken', 'login', 'secret'],
  ['deviceToken', 'door'],
  ['card', 'pin'],
] as const

type Fields = Partial<Record<(typeof ways)[number][number], unknown>>

const given = (fields: Fields): string[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)

/** One way in at a time, whole: a card with a login beside it would leave open who signs in. */
const signInBody = z
  .strictObject({
    deviceToken: token.optional(),
    login: login.optional(),
    secret: secret.optional(),
    door: z.enum(doors, 'door-unknown').optional().openapi({ description: 'Practice mode only' }),
    card: token.optional(),
    pin: secret.optional(),
  })
  .superRefine((fields: Fields, context) => {
    const names = given(fields)
    const way = ways.find((ofWay) => names.every((name) => ofWay.some((other) => other === name)))
    if (!way) context.addIssue({ code: 'custom', message: 'one-way-in-at-a-time' })
    for (const missing of (way ?? []).filter((name) => !names.includes(name)))
      context.addIssue({ code: 'custom', path: [missing], message: 'field-missing' })
  })
  .openapi('SignIn', {
    description:
      'Either deviceToken, login and secret; or card and pin of a printed card; or, on a practice fund, deviceToken and door.',
    example: { deviceToken: 'kQ…', login: 'Sok Dara', secret: 'six ducks cross the dyke' },
  })

const heldRoles = z.array(z.enum(roles))

const signedInSchema = z
  .object({
    token: z.string(),
    sessionId: idOut,
    endsAt: instant,
    roles: z.object({
      networkId: idOut,
      inNetwork: heldRoles,
      funds: z.array(z.object({ fundId: idOut, held: heldRoles })),
    }),
  })
  .openapi('SignedIn')

const signingIn = createRoute({
  method: 'post',
  path: '/v1/sessions',
  summary: 'Sign in',
  description:
    'Five wrong guesses, then a quarter of an hour, an hour, a day; after twenty a reset in person. An unknown name, a wrong secret and somebody shut out look the same.',
  ...ofAnybody,
  request: { body: jsonBody(signInBody) },
  responses: { 201: json(signedInSchema, 'Signed in; the token is told once'), ...problems },
})

const rolesOf = async (
  needs: AppNeeds,
  { session }: OpenedSession,
): Promise<z.infer<typeof signedInSchema>['roles']> => {
  const { networkId } = session
  const day = needs.today()
  const person = await givenPersonOf(needs, session, day)
  const fundIds = new Set([...person.memberOf.map(({ fundId }) => fundId), ...person.assignedTo])
  const funds = []
  for (const fundId of fundIds)
    funds.push({ fundId, held: [...(await givenRolesIn(needs, { person, fundId, day }))] })
  return {
    networkId,
    inNetwork: [...rolesInNetwork(person, networkId)],
    funds: funds.filter(({ held }) => held.length > 0),
  }
}

const byDoor = async (
  needs: AppNeeds,
  { deviceToken, door }: { deviceToken: string; door: (typeof doors)[number] },
): Promise<OpenedSession | NotLetIn> => {
  const device = await deviceOf(needs, deviceToken)
  const opened = device && (await openDoor(needs, { device, door }))
  if (!device || !opened) return { code: 'device-not-enrolled' }
  const { userId, card } = opened.session
  await note(needs, {
    scope: card?.fundId ?? device.networkId,
    actor: userId ?? 'card',
    device: opened.session.deviceId,
    action: 'door',
    subject: card ? ownSubject(card.memberId) : `user:${userId}`,
    outcome: 'done',
  })
  return opened
}

type SignIn = z.infer<typeof signInBody>

const come = async (
  context: HttpContext,
  { deviceToken = '', login: name, secret: said = '', door, card, pin = '' }: SignIn,
): Promise<OpenedSession | NotLetIn> => {
  const needs = context.get('needs')
  if (door !== undefined) return byDoor(needs, { deviceToken, door })
  if (name !== undefined) return enter(needs, { deviceToken, login: name, secret: said })
  const networkIds = await needs.store.networks.fundIds()
  return enterByCard(needs, {
    cardToken: card ?? '',
    pin,
    networkOfFund: (fundId) => networkOf(needs.store, networkIds, fundId),
  })
}

/** Where strangers become somebody: a device by a key, a person by what that person knows. */
export const signInRoutes = () =>
  newApi()
    .openapi(enrolment, async (context) => {
      const needs = context.get('needs')
      const { key, label: called } = context.req.valid('json')
      const used = await useKey(
        needs,
        key,
        needs.isPractice ? ['enrol-device', 'practice'] : ['enrol-device'],
      )
      if (!used) return refusal(404, 'key-not-good')
      const { networkId, madeBy } = used
      const { token: deviceToken, device } = await enrolDevice(needs, {
        networkId,
        label: called,
        by: madeBy,
      })
      await note(needs, {
        scope: networkId,
        actor: 'nobody',
        device: device.deviceId,
        action: 'enrol-device',
        subject: `device:${device.deviceId}`,
        outcome: 'done',
      })
      return context.json({ deviceToken, deviceId: device.deviceId, networkId }, 201)
    })
    .openapi(signingIn, async (context) => {
      const needs = context.get('needs')
      const asked = context.req.valid('json')
      if (asked.door !== undefined && !needs.isPractice) return fieldFault('', 'unknown-field')
      const came = await come(context, asked)
      if ('code' in came) return notLetIn(context, came)
      const { sessionId, endsAt } = came.session
      const held = await rolesOf(needs, came)
      return context.json({ token: came.token, sessionId, endsAt, roles: held }, 201)
    })
