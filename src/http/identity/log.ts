import { createRoute, z } from '@hono/zod-openapi'
import { roles } from '#domain/access/roles.ts'
import type { ActivityRow } from '#domain/ports.ts'
import { cardsOfUsers, linesAbout, rolesAtTheTime } from '#src/app/identity/who-looked.ts'
import { json, newApi, ofFund, ofNetwork, problems } from '#src/http/api.ts'
import {
  type PageQuery,
  limitOf,
  nobodyThere,
  pageOfSchema,
  pageQuery,
  pageQuerySchema,
} from '#src/http/identity/answers.ts'
import { idOut, instant, ofFundPath, ofNetworkPath } from '#src/http/identity/fields.ts'

const line = {
  activityId: idOut,
  at: instant,
  action: z.string().openapi({ example: 'read-member' }),
  subject: z.string().openapi({ example: 'member:0197a000-0000-7000-8000-000000000000' }),
  outcome: z.enum(['done', 'refused']),
}

const who = {
  actor: z
    .string()
    .openapi({ description: 'A user’s id, `card`, `nobody`, or what the service calls itself' }),
  device: z.string(),
}

const fundLine = z
  .object({
    ...line,
    ...who,
    card: z
      .string()
      .nullable()
      .openapi({ description: 'Card number of the member behind the user' }),
  })
  .openapi('LogLine')

const kinds = ['member', 'loan', 'entry'] as const
const subjectForm = new RegExp(`^(${kinds.join('|')}):[0-9a-f-]{36}$`)

const ofTheFund = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/log',
  summary: 'Who did what, when, on which device',
  description: 'The newest first. `subject` leaves the lines about one member, loan or entry.',
  ...ofFund('read-log'),
  request: {
    params: ofFundPath,
    query: z.strictObject({
      ...pageQuery,
      subject: z.string().regex(subjectForm, 'subject-unknown').optional(),
    }),
  },
  responses: { 200: json(pageOfSchema(fundLine), 'Lines of the log'), ...problems },
})

const ownLine = z
  .object({
    ...line,
    by: z.enum(['self', 'somebody', 'nobody']),
    roles: z.array(z.enum(roles)).openapi({ description: 'What that person was on the day' }),
  })
  .openapi('OwnLogLine')

const aboutMe = createRoute({
  method: 'get',
  path: '/v1/funds/{fundId}/log/own',
  summary: 'Who looked at me',
  description: 'Lines about the caller’s own membership and loans. Offices are told, not names.',
  ...ofFund('read-own-log'),
  request: { params: ofFundPath, query: pageQuerySchema },
  responses: { 200: json(pageOfSchema(ownLine), 'Lines about the caller'), ...problems },
})

const ofTheNetwork = createRoute({
  method: 'get',
  path: '/v1/networks/{networkId}/log',
  summary: 'Who did what in the network',
  ...ofNetwork('read-network-log'),
  request: { params: ofNetworkPath, query: pageQuerySchema },
  responses: {
    200: json(pageOfSchema(z.object({ ...line, ...who }).openapi('NetworkLogLine')), 'Lines'),
    ...problems,
  },
})

/** One line more than asked tells whether there is a page after this one. */
const toRead = (asked: PageQuery) => ({ before: asked.cursor, limit: limitOf(asked) + 1 })

const cut = (rows: readonly ActivityRow[], asked: PageQuery) => {
  const limit = limitOf(asked)
  const shown = rows.slice(0, limit)
  return { shown, nextCursor: rows.length > limit ? shown.at(-1)!.activityId : null }
}

const lineOf = ({ activityId, at, action, subject, outcome }: ActivityRow) => ({
  activityId,
  at,
  action,
  subject,
  outcome,
})

const whoOf = ({ actor, device }: ActivityRow) => ({ actor, device })

/** The log, for the fund, for the member it is about, and for the network. */
export const logRoutes = () =>
  newApi()
    .openapi(ofTheFund, async (context) => {
      const { store } = context.get('needs')
      const { fundId } = context.get('fund')
      const { subject, ...asked } = context.req.valid('query')
      const { before, limit } = toRead(asked)
      const rows = await store.activities(fundId, {
        limit,
        ...(before === undefined ? {} : { before }),
        ...(subject === undefined ? {} : { subject }),
      })
      const { shown, nextCursor } = cut(rows, asked)
      const { networkId } = context.get('caller')!.session
      const cardOf = await cardsOfUsers(store, networkId, fundId)
      const items = shown.map((row) => ({
        ...lineOf(row),
        ...whoOf(row),
        card: cardOf(row.actor) ?? null,
      }))
      return context.json({ items, nextCursor }, 200)
    })
    .openapi(aboutMe, async (context) => {
      const { store } = context.get('needs')
      const { fundId, ownMemberId } = context.get('fund')
      if (ownMemberId === undefined) return nobodyThere()
      const asked = context.req.valid('query')
      const rows = await linesAbout(store, { fundId, memberId: ownMemberId }, toRead(asked))
      const { shown, nextCursor } = cut(rows, asked)
      const { userId, networkId } = context.get('caller')!.session
      const rolesOf = await rolesAtTheTime(store, networkId, fundId)
      const byOf = ({ actor }: ActivityRow): 'self' | 'somebody' | 'nobody' => {
        if (actor === 'nobody') return 'nobody'
        return actor === 'card' || actor === userId ? 'self' : 'somebody'
      }
      const items = shown.map((row) => ({
        ...lineOf(row),
        by: byOf(row),
        roles: [...rolesOf(row)],
      }))
      return context.json({ items, nextCursor }, 200)
    })
    .openapi(ofTheNetwork, async (context) => {
      const { store } = context.get('needs')
      const asked = context.req.valid('query')
      const { before, limit } = toRead(asked)
      const rows = await store.activities(context.get('network').networkId, {
        limit,
        ...(before === undefined ? {} : { before }),
      })
      const { shown, nextCursor } = cut(rows, asked)
      const items = shown.map((row) => ({ ...lineOf(row), ...whoOf(row) }))
      return context.json({ items, nextCursor }, 200)
    })
