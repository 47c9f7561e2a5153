import { createRoute, z } from '@hono/zod-openapi'
import { instantAfter } from '#domain/kernel/dates.ts'
import { takeOnce } from '#src/app/messages/carrying.ts'
import { answerTo } from '#src/app/messages/menu.ts'
import { json, newApi, ofAnybody, problems } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { jsonBody, ofNetworkPath } from '#src/http/identity/fields.ts'
import { messageNeeds } from '#src/http/messages/needs.ts'
import { problem } from '#src/http/problem.ts'
import { isUuid } from '#domain/kernel/ids.ts'

const minutesAside = 5
const minuteMs = 60_000
const bodyMax = 8192

const stranger = (): Response => problem(401, 'not-signed-in')

type Signed = { readonly id: string; readonly at: string; readonly body: string }

/** A request that our gateway signed a moment ago; anything else is answered as any stranger is. */
const signedIn = async (context: HttpContext): Promise<Signed | undefined> => {
  const { messages, clock } = context.get('needs')
  const id = context.req.header('webhook-id') ?? ''
  const at = context.req.header('webhook-timestamp') ?? ''
  const signature = context.req.header('webhook-signature') ?? ''
  const isWhole = /^[\w.-]{1,100}$/.test(id) && /^\d{1,12}$/.test(at) && signature.length < 500
  if (!messages?.isSigned || !isWhole) return undefined
  const aside = Math.abs(Date.parse(clock()) - Number(at) * 1000)
  if (aside > minutesAside * minuteMs) return undefined
  const body = await context.req.text()
  if (body.length > bodyMax) return undefined
  return (await messages.isSigned({ id, at, signature, body })) ? { id, at, body } : undefined
}

const incomingRoute = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/messages',
  ...ofAnybody,
  middleware: [
    async (context: HttpContext, next: () => Promise<void>) =>
      (await signedIn(context)) ? next() : stranger(),
  ] as const,
  tags: ['messages'],
  summary: 'One incoming text, signed by the gateway (Standard Webhooks)',
  description:
    '`webhook-id`, `webhook-timestamp` and `webhook-signature: v1,…` as HMAC-SHA-256 over `id.timestamp.body` with MESSAGES_INCOMING_SECRET, not older than five minutes. The same id again is answered by null, and nothing is done twice. Anything unsigned is answered 401.',
  request: {
    params: ofNetworkPath,
    body: jsonBody(
      z
        .strictObject({
          from: z.string().min(1, 'number-missing').max(40, 'number-too-long'),
          text: z.string().max(2000, 'text-too-long'),
        })
        .openapi('IncomingText', { example: { from: '+85512345678', text: '1' } }),
    ),
  },
  responses: {
    200: json(
      z.object({ answer: z.string().nullable() }).openapi('AnsweredText'),
      'What to send back to the number; null where nothing is answered',
    ),
    ...problems,
  },
})

/** Texts that people write, handed over by a gateway. */
export const incomingRoutes = () =>
  newApi().openapi(incomingRoute, async (context) => {
    const needs = messageNeeds(context.get('needs'))
    const { networkId } = context.req.valid('param')
    const id = context.req.header('webhook-id') ?? ''
    if (!needs || !isUuid(networkId)) return stranger() as never
    const network = await needs.store.networkSubjects(networkId)
    if (network.length === 0) return stranger() as never
    const until = instantAfter(needs.clock(), 4 * minutesAside * minuteMs)
    if (!(await takeOnce(needs, networkId, { id, until })))
      return context.json({ answer: null }, 200)
    const { from, text } = context.req.valid('json')
    const answer = await answerTo(needs, { networkId, from, text })
    return context.json({ answer: answer ?? null }, 200)
  })
