import { createRoute, z } from '@hono/zod-openapi'
import { ownSubject } from '#src/app/activity.ts'
import { instantAfter } from '#domain/kernel/dates.ts'
import type { SessionRow } from '#domain/ports.ts'
import { lifetimes } from '#src/app/identity/identity.ts'
import { endSession, isAlive } from '#src/app/identity/sessions.ts'
import { stepUp } from '#src/app/identity/sign-in.ts'
import { json, newApi, ofCaller, problems } from '#src/http/api.ts'
import type { Caller, HttpContext } from '#src/http/env.ts'
import { nobodyThere, noteBy, notLetIn, readPortion } from '#src/http/identity/answers.ts'
import { idOut, instant, jsonBody, noBody, secret } from '#src/http/identity/fields.ts'

const sessionSchema = z
  .object({
    sessionId: idOut,
    deviceLabel: z.string().nullable(),
    startedAt: instant,
    seenAt: instant,
    endsAt: instant,
    isThisOne: z.boolean(),
  })
  .openapi('OwnSession')

const signingOut = createRoute({
  method: 'delete',
  path: '/v1/sessions/current',
  summary: 'Sign out',
  ...ofCaller,
  responses: { 204: noBody('Signed out'), ...problems },
})

const ending = createRoute({
  method: 'delete',
  path: '/v1/sessions/{sessionId}',
  summary: 'End one of my sessions',
  ...ofCaller,
  request: { params: z.strictObject({ sessionId: z.string() }) },
  responses: { 204: noBody('Ended'), ...problems },
})

const steppingUp = createRoute({
  method: 'post',
  path: '/v1/sessions/current/step-up',
  summary: 'Give the secret again, for a dangerous act',
  description: 'A wrong secret costs a guess like one at sign-in.',
  ...ofCaller,
  request: { body: jsonBody(z.strictObject({ secret })) },
  responses: { 200: json(z.object({ until: instant }), 'Dangerous acts may go on'), ...problems },
})

const isOwn = (caller: Caller, { userId, card, deviceId }: SessionRow): boolean => {
  const mine = caller.session
  return mine.card
    ? card?.fundId === mine.card.fundId && deviceId === mine.deviceId
    : userId !== undefined && userId === mine.userId
}

const ownSessions = async (context: HttpContext, caller: Caller): Promise<SessionRow[]> => {
  const { store, clock } = context.get('needs')
  const open = await store.openSessions(caller.session.networkId)
  return open.filter((session) => isOwn(caller, session) && isAlive(session, clock()))
}

const sessions = readPortion({
  path: '/v1/sessions',
  summary: 'Where I am signed in',
  ...ofCaller,
  item: sessionSchema,
  said: 'Own open sessions, newest first',
  rows: async (context) => {
    const caller = context.get('caller')!
    const devices = await context.get('needs').store.devices(caller.session.networkId)
    const labelOf = (id: string) => devices.find(({ deviceId }) => deviceId === id)?.label
    const own = await ownSessions(context, caller)
    return own.map((session) => ({
      ...session,
      deviceLabel: labelOf(session.deviceId) ?? null,
      isThisOne: session.sessionId === caller.session.sessionId,
    }))
  },
  idOf: ({ sessionId }) => sessionId,
  shown: ({ sessionId, deviceLabel, startedAt, seenAt, endsAt, isThisOne }) => ({
    sessionId,
    deviceLabel,
    startedAt,
    seenAt,
    endsAt,
    isThisOne,
  }),
})

const scopeOf = ({ card, networkId }: SessionRow): string => card?.fundId ?? networkId

const subjectOf = ({ card, userId }: SessionRow): string =>
  card ? ownSubject(card.memberId) : `user:${userId}`

const end = async (context: HttpContext, session: SessionRow): Promise<void> => {
  await endSession(context.get('needs'), session)
  await noteBy(context, context.get('caller')!, {
    scope: scopeOf(session),
    action: 'sign-out',
    subject: subjectOf(session),
    outcome: 'done',
  })
}

/** A person's own sessions: seen, ended, and made fit for dangerous acts. */
export const ownSessionRoutes = () =>
  newApi()
    .openapiRoutes([sessions])
    .openapi(signingOut, async (context) => {
      await end(context, context.get('caller')!.session)
      return context.body(null, 204)
    })
    .openapi(ending, async (context) => {
      const { sessionId } = context.req.valid('param')
      const own = await ownSessions(context, context.get('caller')!)
      const found = own.find((session) => session.sessionId === sessionId)
      if (!found) return nobodyThere()
      await end(context, found)
      return context.body(null, 204)
    })
    .openapi(steppingUp, async (context) => {
      const caller = context.get('caller')!
      const stepped = await stepUp(
        context.get('needs'),
        caller.session,
        context.req.valid('json').secret,
      )
      await noteBy(context, caller, {
        scope: scopeOf(caller.session),
        action: 'step-up',
        subject: subjectOf(caller.session),
        outcome: 'code' in stepped ? 'refused' : 'done',
      })
      if ('code' in stepped) return notLetIn(context, stepped)
      return context.json({ until: instantAfter(stepped.steppedUpAt!, lifetimes.stepUpMs) }, 200)
    })
