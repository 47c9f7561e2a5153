import { createRoute, z } from '@hono/zod-openapi'
import { mayHavePin } from '#src/app/identity/first-secret.ts'
import { changeOwnSecret } from '#src/app/identity/own-secret.ts'
import { isWeak } from '#src/app/identity/users.ts'
import { json, newApi, ofCaller, problems } from '#src/http/api.ts'
import { noteOfSession } from '#src/http/entrance/enter.ts'
import { fieldFault, notLetIn, refusal } from '#src/http/identity/answers.ts'
import { jsonBody, secret } from '#src/http/identity/fields.ts'

const changing = createRoute({
  method: 'put',
  path: '/v1/sessions/current/secret',
  summary: 'Change my password or PIN',
  description:
    'Takes the secret of now, at the cost of a guess where it is wrong. Ends every other session of mine. With drawPin six digits are drawn, for members of a fund; for whoever came by a card always, and from then on they are the own word for money.',
  ...ofCaller,
  request: {
    body: jsonBody(
      z.strictObject({
        secret,
        newSecret: secret.optional(),
        drawPin: z.literal(true, 'not-true').optional(),
      }),
    ),
  },
  responses: {
    200: json(z.object({ pin: z.string().nullable() }).openapi('ChangedSecret'), 'It is changed'),
    ...problems,
  },
})

/** The own password or PIN, changed by whoever knows the one of before. */
export const ownSecretRoutes = () =>
  newApi().openapi(changing, async (context) => {
    const needs = context.get('needs')
    const { session } = context.get('caller')!
    const { secret: before, newSecret: chosen, drawPin } = context.req.valid('json')
    if ((chosen === undefined) === (drawPin === undefined))
      return fieldFault('/newSecret', chosen === undefined ? 'field-missing' : 'chosen-or-drawn')
    if (session.card && chosen !== undefined) return fieldFault('/newSecret', 'digits-are-drawn')
    const user = await needs.store.user(session.networkId, session.userId ?? '')
    if (drawPin && user && !(await mayHavePin(needs, user, needs.today())))
      return refusal(403, 'password-needed')
    const to = chosen === undefined ? ('drawn' as const) : { chosen }
    const changed = await changeOwnSecret(needs, session, { secret: before, to })
    if (!('code' in changed)) {
      await noteOfSession(context, session, 'set-secret')
      return context.json({ pin: changed.pin ?? null }, 200)
    }
    if (isWeak(changed)) return fieldFault('/newSecret', changed.code)
    await noteOfSession(context, session, 'set-secret', 'refused')
    return notLetIn(context, changed)
  })
