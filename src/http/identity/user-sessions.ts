import { createRoute, z } from '@hono/zod-openapi'
import type { SessionRow } from '#domain/ports.ts'
import { endSession, isAlive } from '#src/app/identity/sessions.ts'
import { newApi, ofNetwork, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { nobodyThere, noteBy, readPortion } from '#src/http/identity/answers.ts'
import { idOut, instant, noBody, ofNetworkPath } from '#src/http/identity/fields.ts'

const sessionSchema = z
  .object({
    sessionId: idOut,
    userId: idOut,
    deviceId: idOut,
    startedAt: instant,
    seenAt: instant,
    endsAt: instant,
  })
  .openapi('UserSession')

const endingSession = createRoute({
  method: 'delete',
  path: '/v1/networks/{networkId}/sessions/{sessionId}',
  summary: 'Sign somebody out',
  ...ofNetwork('manage-users'),
  request: { params: ofNetworkPath.extend({ sessionId: z.string() }) },
  responses: { 204: noBody('Ended'), ...problems },
})

type UserSession = SessionRow & { readonly userId: string }

const userSessions = async (context: HttpContext): Promise<UserSession[]> => {
  const { store, clock } = context.get('needs')
  const open = await store.openSessions(context.get('network').networkId)
  return open.filter(
    (session): session is UserSession => session.userId !== undefined && isAlive(session, clock()),
  )
}

const sessions = readPortion({
  path: '/v1/networks/{networkId}/sessions',
  summary: 'Who is signed in',
  description: 'Users alone. Who reads her own lines by a printed card is the fund’s to know.',
  ...ofNetwork('manage-users'),
  params: ofNetworkPath,
  item: sessionSchema,
  said: 'Open sessions, the newest first',
  rows: userSessions,
  idOf: ({ sessionId }) => sessionId,
  shown: ({ sessionId, userId, deviceId, startedAt, seenAt, endsAt }) => ({
    sessionId,
    userId,
    deviceId,
    startedAt,
    seenAt,
    endsAt,
  }),
})

/** Who is signed in to a network, for its administrators. */
export const userSessionRoutes = () =>
  newApi()
    .openapiRoutes([sessions])
    .openapi(endingSession, async (context) => {
      const { sessionId } = context.req.valid('param')
      const found = (await userSessions(context)).find((row) => row.sessionId === sessionId)
      if (!found) return nobodyThere()
      await endSession(context.get('needs'), found)
      await noteBy(context, context.get('caller')!, {
        scope: context.get('network').networkId,
        action: 'sign-out',
        subject: `user:${found.userId}`,
        outcome: 'done',
      })
      return context.body(null, 204)
    })
