import { createRoute, z } from '@hono/zod-openapi'
import { note } from '#src/app/activity.ts'
import type { User } from '#domain/ports.ts'
import { chooseSecret, drawSecret } from '#src/app/identity/first-secret.ts'
import { json, newApi, ofAnybody, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { fieldFault, refusal } from '#src/http/identity/answers.ts'
import { jsonBody, secret, token } from '#src/http/identity/fields.ts'

const body = z
  .strictObject({
    key: token,
    half: z.string().max(40, 'half-wrong').optional(),
    secret: secret.optional(),
    drawPin: z.literal(true, 'not-true').optional(),
  })
  .superRefine((fields, context) => {
    if (fields.secret === undefined && fields.drawPin === undefined)
      context.addIssue({ code: 'custom', path: ['secret'], message: 'field-missing' })
    if (fields.secret !== undefined && fields.drawPin !== undefined)
      context.addIssue({ code: 'custom', path: ['drawPin'], message: 'chosen-or-drawn' })
  })
  .openapi({ example: { key: 'kQ…', drawPin: true } })

const setting = createRoute({
  method: 'post',
  path: '/v1/secrets',
  summary: 'Choose a secret by a one-time key, or have a PIN drawn',
  description:
    'The key stays good until a secret was set. A key that two officers have made opens only with the half that the second one has drawn. It enrols no device: a key of its own does, at POST /v1/devices. Six digits are drawn for members of a fund alone; staff choose a password.',
  ...ofAnybody,
  request: { body: jsonBody(body) },
  responses: {
    200: json(
      z.object({ pin: z.string() }).openapi('DrawnPin'),
      'The PIN that was drawn, told once',
    ),
    204: { description: 'The secret is set' },
    ...problems,
  },
})

const noteSet = (context: HttpContext, { networkId, userId }: User): Promise<void> =>
  note(context.get('needs'), {
    scope: networkId,
    actor: userId,
    device: '',
    action: 'set-secret',
    subject: `user:${userId}`,
    outcome: 'done',
  })

/** What somebody signs in with, set by whoever holds the key that was handed over. */
export const secretRoutes = () =>
  newApi().openapi(setting, async (context) => {
    const needs = context.get('needs')
    const { key, half, secret: chosen } = context.req.valid('json')
    if (chosen === undefined) {
      const drawn = await drawSecret(needs, { key, half, day: needs.today() })
      if (!('code' in drawn)) {
        await noteSet(context, drawn.user)
        return context.json({ pin: drawn.pin }, 200)
      }
      if (drawn.code === 'half-wrong') return fieldFault('/half', drawn.code)
      return drawn.code === 'key-not-good' ? refusal(404, drawn.code) : refusal(403, drawn.code)
    }
    const set = await chooseSecret(needs, { key, half, secret: chosen })
    if (!('code' in set)) {
      await noteSet(context, set)
      return context.body(null, 204)
    }
    if (set.code === 'half-wrong') return fieldFault('/half', set.code)
    return set.code === 'key-not-good' ? refusal(404, set.code) : fieldFault('/secret', set.code)
  })
