import { createRoute, z } from '@hono/zod-openapi'
import { roles } from '#domain/access/roles.ts'
import { noteSeen, noticesFor } from '#src/app/identity/hands.ts'
import { newApi, ofCaller, problems } from '#src/http/api.ts'
import { rolesOfUser } from '#src/http/entrance/notice.ts'
import { instant, noBody } from '#src/http/identity/fields.ts'
import { readPlain } from '#src/http/reads/read.ts'

const path = '/v1/sessions/current/notices'

const noticeSchema = z
  .object({
    at: instant,
    of: z.enum(['login', 'card', 'phone']).openapi({ description: 'What of mine it was done to' }),
    isHere: z.boolean().openapi({ description: 'It is what I am signed in by' }),
    isReset: z.boolean().openapi({ description: 'A secret of before was taken away' }),
    by: z.array(z.array(z.enum(roles))).openapi({ description: 'What each of them was then' }),
  })
  .openapi('SecretNotice')

const notices = readPlain({
  path,
  summary: 'What was done to my login',
  description:
    'Who had a hand in what I sign in with, by login or card, and in the phone that hears of my account, as offices and not as names, until I say that I have seen it on a device that none of them has added, and at a login or card that I had before. Until then, and for seven days (thirty for what gives or takes power), none of them and I stand behind anything together.',
  ...ofCaller,
  request: {},
  answer: z.object({ items: z.array(noticeSchema) }),
  said: 'The newest first',
  of: async (context) => {
    const { session } = context.get('caller')!
    const found = await noticesFor(context.get('needs').store, session)
    const items = found.map(async ({ at, of, isHere, isReset, by }) => ({
      at,
      of,
      isHere,
      isReset,
      by: await Promise.all(
        by.map(async (userId) => [...(await rolesOfUser(context, userId, at))]),
      ),
    }))
    return { items: await Promise.all(items) }
  },
})

const seeing = createRoute({
  method: 'put',
  path: `${path}/seen`,
  summary: 'I have seen what was done to my login',
  description: 'It stands in the network’s log, with the device.',
  ...ofCaller,
  responses: { 204: noBody('Noted'), ...problems },
})

/** What its owner is told of a login. */
export const noticeRoutes = () =>
  newApi()
    .openapiRoutes([notices])
    .openapi(seeing, async (context) => {
      await noteSeen(context.get('needs'), context.get('caller')!.session)
      return context.body(null, 204)
    })
