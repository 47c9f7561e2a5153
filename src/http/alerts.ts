import { createRoute, z } from '@hono/zod-openapi'
import { eventKinds } from '#domain/relief/relief.ts'
import { type ProposedEvent, alertsOf, proposedBy } from '#src/app/alerts.ts'
import { bookOf } from '#src/app/queries.ts'
import { type TakenIn, pollFeeds, takeInAlert } from '#src/exchange/cap/taking-in.ts'
import { json, newApi, ofFund, problems, withBody } from '#src/http/api.ts'
import type { HttpContext } from '#src/http/env.ts'
import { jsonBody } from '#src/http/identity/fields.ts'
import { problem } from '#src/http/problem.ts'
import { type NoAnswer, day } from '#src/http/reads/query.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { readPlain } from '#src/http/reads/read.ts'

const word = z.string()

const proposed = z
  .object({
    alertId: word,
    kind: z.enum(eventKinds).openapi({ description: 'What it seems to be; an officer decides' }),
    from: day,
    places: z.array(word).openapi({ description: 'Codes of it in which members live' }),
    isTest: z.boolean().openapi({ description: 'About nothing that has happened' }),
    isCancelled: z.boolean(),
    isReplaced: z.boolean(),
    isDeclared: z.boolean(),
    isSigned: z.boolean().openapi({ description: 'Nobody has looked whether it is right' }),
    hash: word.openapi({ description: 'For `evidence` of `DeclareEvent`' }),
    identifier: word,
    sender: word,
    sent: word,
    status: word,
    msgType: word,
    scope: word,
    references: z.array(word),
    note: word,
    infos: z.array(
      z.object({
        language: word,
        category: z.array(word),
        event: word,
        urgency: word,
        severity: word,
        certainty: word,
        onset: word,
        expires: word,
        headline: word,
        areas: z.array(
          z.object({
            areaDesc: word,
            geocodes: z.array(z.object({ name: word, value: word })),
          }),
        ),
      }),
    ),
  })
  .openapi('ProposedEvent', {
    description: 'An alert of CAP 1.2 with its codes as text, as they came. It declares nothing.',
  })

/** The alerts of the fund in the path as events that they propose to it. */
export const proposedIn = async (context: HttpContext): Promise<readonly ProposedEvent[]> => {
  const { store } = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(store, fundId)
  return book ? proposedBy(await alertsOf({ store }, fundId), book) : []
}

const path = '/v1/funds/{fundId}/relief/alerts'

const alerts = readPlain({
  path,
  ...ofFund('read-alerts'),
  summary: 'Alerts, as the events that they propose',
  request: { params: fundPath },
  answer: z.object({ items: z.array(proposed) }),
  said: 'The last first',
  of: async (context) => ({ items: await proposedIn(context) }),
})

const refusal = { ...problems[400], description: 'The alert cannot be read; `code` says why' }

const keepRoute = createRoute({
  method: 'post',
  path,
  ...withBody(ofFund('keep-alerts')),
  summary: 'Take in an alert (OASIS CAP 1.2)',
  description:
    'The text of one alert. A document type, an entity of its own, more than 256 KiB: refused. The same alert again changes nothing.',
  request: {
    params: fundPath,
    body: jsonBody(
      z
        .strictObject({ xml: z.string('alert-not-xml').min(1, 'alert-not-xml') })
        .openapi('AlertText', {
          example: {
            xml: '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>KH-1</identifier><sender>mowram.example.org</sender><sent>2025-09-01T06:00:00+07:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope></alert>',
          },
        }),
    ),
  },
  responses: { 200: json(z.object({ alertId: word }), 'It is kept'), ...problems, 422: refusal },
})

const pollRoute = createRoute({
  method: 'post',
  path: `${path}/poll`,
  ...ofFund('keep-alerts'),
  summary: 'Ask the addresses of `CAP_FEEDS` for their alerts',
  request: { params: fundPath },
  responses: {
    200: json(
      z.object({ taken: z.int(), failed: z.int() }),
      'How many came, and how many gave none',
    ),
    ...problems,
  },
})

/** Takes in the text of an alert into the fund in the path. */
export const takenIn = (context: HttpContext, text: string): Promise<TakenIn> =>
  takeInAlert(context.get('needs'), context.get('fund').fundId, text)

/** Asks every address that is configured; none is, where nothing was set. */
export const polled = (context: HttpContext): Promise<{ taken: number; failed: number }> => {
  const needs = context.get('needs')
  const feeds = needs.alertFeeds
  return feeds
    ? pollFeeds(needs, context.get('fund').fundId, feeds)
    : Promise.resolve({ taken: 0, failed: 0 })
}

export const alertRoutes = () =>
  newApi()
    .openapiRoutes([alerts])
    .openapi(keepRoute, async (context) => {
      const taken = await takenIn(context, context.req.valid('json').xml)
      if ('code' in taken) return problem(422, taken.code) as NoAnswer
      return context.json({ alertId: taken.alertId }, 200)
    })
    .openapi(pollRoute, async (context) => context.json(await polled(context), 200))
