import { createRoute, z } from '@hono/zod-openapi'
import { type Half, drawHalf, halvesOf } from '#src/app/identity/halves.ts'
import { json, newApi, ofCaller, problems } from '#src/http/api.ts'
import { isSteppedUp } from '#src/app/identity/sessions.ts'
import { nobodyThere, refusal } from '#src/http/identity/answers.ts'
import { idOut, jsonBody } from '#src/http/identity/fields.ts'
import { readPlain } from '#src/http/reads/read.ts'

const path = '/v1/sessions/current/halves'

const halfSchema = z
  .object({
    id: idOut.openapi({ description: 'The login or the card that it belongs to' }),
    fundId: z.string().nullable(),
    memberId: z.string().nullable(),
    drawn: z.enum(['number', 'pin']),
  })
  .openapi('SecretHalf')

const shown = ({ id, memberOf, drawn }: Half) => ({
  id,
  fundId: memberOf?.fundId ?? null,
  memberId: memberOf?.memberId ?? null,
  drawn,
})

const halves = readPlain({
  path,
  summary: 'Halves of new secrets that wait for me',
  description:
    'Logins and cards behind which I stood as the second one: whoever asked holds the link or the card, and I draw what its owner needs beside it.',
  ...ofCaller,
  request: {},
  answer: z.object({ items: z.array(halfSchema) }),
  said: 'What waits to be drawn',
  of: async (context) => {
    const { session } = context.get('caller')!
    return { items: (await halvesOf(context.get('needs'), session)).map(shown) }
  },
})

const drawing = createRoute({
  method: 'post',
  path,
  summary: 'Draw my half of a new secret',
  description:
    'A number of sixteen digits that goes beside a link, or the six digits of a card. It is told once; give it to the owner and not to whoever asked.',
  ...ofCaller,
  request: { body: jsonBody(z.strictObject({ id: z.uuid('half-not-an-id') })) },
  responses: {
    201: json(halfSchema.extend({ digits: z.string() }).openapi('DrawnHalf'), 'Drawn; told once'),
    ...problems,
  },
})

/** What the second one draws for another. */
export const halfRoutes = () =>
  newApi()
    .openapiRoutes([halves])
    .openapi(drawing, async (context) => {
      const { session } = context.get('caller')!
      // A session that stands open on the committee's phone draws nothing for whoever sits down at it.
      if (!isSteppedUp(context.get('needs'), session)) return refusal(403, 'step-up-needed')
      const { id } = context.req.valid('json')
      const drawn = await drawHalf(context.get('needs'), session, id)
      if (!drawn) return nobodyThere()
      return context.json({ ...shown(drawn), digits: drawn.digits }, 201)
    })
