import { isOfWatch, officesHeldBy } from '#src/app/identity/offices.ts'
import { z } from '@hono/zod-openapi'
import { roles } from '#domain/access/roles.ts'
import type { ActivityLog, ActivityRow } from '#domain/ports.ts'
import { activityOutcomes } from '#src/app/activity.ts'
import { cardsOfUsers, linesAbout, rolesAtTheTime } from '#src/app/identity/who-looked.ts'
import { newApi, ofFund, ofNetwork } from '#src/http/api.ts'
import {
  type PageQuery,
  limitOf,
  pageOfSchema,
  pageQuery,
  pageQuerySchema,
} from '#src/http/identity/answers.ts'
import { noteLooks } from '#src/http/guard.ts'
import { idOut, instant, ofFundPath, ofNetworkPath } from '#src/http/identity/fields.ts'
import { readPlain } from '#src/http/reads/read.ts'

const line = {
  activityId: idOut,
  at: instant,
  action: z.string().openapi({ example: 'read-member' }),
  subject: z.string().openapi({ example: 'member:0197a000-0000-7000-8000-000000000000' }),
  outcome: z.enum(activityOutcomes).openapi({
    description:
      '`read` is a look, a form that was opened among them; `tried` was let in and may have come to nothing; `done` has happened. Lines from before 0.2.0 call all three `done`',
  }),
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

const ownLine = z
  .object({
    ...line,
    by: z.enum(['self', 'somebody', 'nobody']),
    roles: z.array(z.enum(roles)).openapi({ description: 'What that person was on the day' }),
  })
  .openapi('OwnLogLine')

/** One line more than asked tells whether there is a page after this one. */
const toRead = (asked: PageQuery) => ({
  limit: limitOf(asked) + 1,
  ...(asked.cursor === undefined ? {} : { before: asked.cursor }),
})

const cut = (rows: readonly ActivityRow[], asked: PageQuery) => {
  const limit = limitOf(asked)
  const shown = rows.slice(0, limit)
  return { shown, nextCursor: rows.length > limit ? shown.at(-1)!.activityId : null }
}

const linesAtOnce = 200

/**
 * The lines of a network that are told to an officer: read on until the page is full, since a page that is short, and a cursor
 * that is the id of a line left out, would say when somebody looked after reports.
 */
const linesWithout = async (
  store: Pick<ActivityLog, 'activities'>,
  networkId: string,
  asked: PageQuery,
): Promise<readonly ActivityRow[]> => {
  const { limit, ...from } = toRead(asked)
  const told: ActivityRow[] = []
  for (let page = from; ;) {
    const rows = await store.activities(networkId, { ...page, limit: linesAtOnce })
    told.push(...rows.filter(({ action }) => !isOfWatch(action)))
    if (told.length >= limit || rows.length < linesAtOnce) return told.slice(0, limit)
    page = { before: rows.at(-1)!.activityId }
  }
}

const lineOf = ({ activityId, at, action, subject, outcome }: ActivityRow) => ({
  activityId,
  at,
  action,
  subject,
  outcome,
})

const whoOf = ({ actor, device }: ActivityRow) => ({ actor, device })

const ofTheFund = readPlain({
  path: '/v1/funds/{fundId}/log',
  summary: 'Who did what, when, on which device',
  description:
    'The newest first. `subject` leaves the lines about one member, loan or entry. What a member does about herself is in her own log alone.',
  ...ofFund('read-log'),
  request: {
    params: ofFundPath,
    query: z.strictObject({
      ...pageQuery,
      subject: z.string().regex(subjectForm, 'subject-unknown').optional(),
    }),
  },
  answer: pageOfSchema(fundLine),
  said: 'Lines of the log',
  of: async (context) => {
    const { store } = context.get('needs')
    const { fundId } = context.get('fund')
    const { subject, ...page } = context.req.valid('query')
    const about = subject === undefined ? {} : { subject }
    await noteLooks(context)
    const rows = await store.activities(fundId, { ...toRead(page), ...about, isWithoutOwn: true })
    const { shown, nextCursor } = cut(rows, page)
    const { networkId } = context.get('caller')!.session
    const cardOf = await cardsOfUsers(store, networkId, fundId)
    const items = shown.map((row) => ({
      ...lineOf(row),
      ...whoOf(row),
      card: cardOf(row.actor) ?? null,
    }))
    return { items, nextCursor }
  },
})

/** What she did about herself, told as what it was about: an entry that came of it, or herself. */
const ownInWords = (subject: string): string => {
  const [kind, memberId, ...entry] = subject.split(':')
  if (kind !== 'own') return subject
  return entry.length > 0 ? entry.join(':') : `member:${memberId}`
}

const aboutMe = readPlain({
  path: '/v1/funds/{fundId}/log/own',
  summary: 'Who looked at me',
  description: 'Lines about the caller’s own membership and loans. Offices are told, not names.',
  ...ofFund('read-own-log'),
  request: { params: ofFundPath, query: pageQuerySchema },
  answer: pageOfSchema(ownLine),
  said: 'Lines about the caller',
  of: async (context) => {
    const needs = context.get('needs')
    const { store } = needs
    const { fundId, ownMemberId: memberId } = context.get('fund')
    if (memberId === undefined) return undefined
    const page = context.req.valid('query')
    await noteLooks(context)
    const rows = await linesAbout(needs, { fundId, memberId }, toRead(page))
    const { shown, nextCursor } = cut(rows, page)
    const { userId, networkId } = context.get('caller')!.session
    const rolesOf = await rolesAtTheTime(store, networkId, fundId)
    const byOf = ({ actor }: ActivityRow): 'self' | 'somebody' | 'nobody' => {
      if (actor === 'nobody') return 'nobody'
      return actor === 'card' || actor === userId ? 'self' : 'somebody'
    }
    const items = shown.map((row) => ({
      ...lineOf(row),
      subject: ownInWords(row.subject),
      by: byOf(row),
      roles: [...rolesOf(row)],
    }))
    return { items, nextCursor }
  },
})

const ofTheNetwork = readPlain({
  path: '/v1/networks/{networkId}/log',
  summary: 'Who did what in the network',
  description:
    'Whoever holds an office in a fund is told nothing of who looked after reports on agencies, and when.',
  ...ofNetwork('read-network-log'),
  request: { params: ofNetworkPath, query: pageQuerySchema },
  answer: pageOfSchema(z.object({ ...line, ...who }).openapi('NetworkLogLine')),
  said: 'Lines',
  of: async (context) => {
    const page = context.req.valid('query')
    const { networkId } = context.get('network')
    await noteLooks(context)
    const needs = context.get('needs')
    const { person } = context.get('caller')!
    const isOfficer = (await officesHeldBy(needs, { person, day: needs.today() })).length > 0
    const rows = isOfficer
      ? await linesWithout(needs.store, networkId, page)
      : await needs.store.activities(networkId, toRead(page))
    const { shown, nextCursor } = cut(rows, page)
    return { items: shown.map((row) => ({ ...lineOf(row), ...whoOf(row) })), nextCursor }
  },
})

/** The log, for the fund, for the member it is about, and for the network. */
export const logRoutes = () => newApi().openapiRoutes([ofTheFund, aboutMe, ofTheNetwork])
