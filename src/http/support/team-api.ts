import { fundListOf } from '#src/app/network/fund-list.ts'
import { createRoute, z } from '@hono/zod-openapi'
import { isKnownTo, outcomes } from '#domain/grants/files.ts'
import { type GrantSource, sourceOf } from '#src/app/support/grant-source.ts'
import { outcomeReportOf } from '#src/app/support/reports.ts'
import { filesOf } from '#src/app/support/files.ts'
import { json, newApi, ofNetwork, problems, withBody } from '#src/http/api.ts'
import { answersSchema } from '#src/http/commands/answers.ts'
import { jsonBody } from '#src/http/identity/fields.ts'
import { togetherIn, waits } from '#src/http/cases/handing-over.ts'
import { day, none, sum } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'
import type { HttpContext } from '#src/http/env.ts'
import {
  answered,
  ask,
  eraseNow,
  fundOfNetwork,
  inFile,
  notErased,
  opened,
  step,
  write,
} from '#src/http/support/acts.ts'
import {
  erasingBody,
  fileChange,
  fileRead,
  stepTaken,
  teamAsking,
} from '#src/http/support/fields.ts'
import { supportRead, yearQuery } from '#src/http/support/schemas.ts'
import { fileRow, sealedNeeds, supportRow, wantedFrom, whoIn } from '#src/http/support/rows.ts'
import { problem } from '#src/http/problem.ts'

const networkPath = z.object({ networkId: z.string().openapi({ format: 'uuid' }) })
const fundPath = networkPath.extend({ fundId: z.string().openapi({ format: 'uuid' }) })
const codePath = fundPath.extend({ code: z.string() })
const written = { 200: json(answersSchema, 'What became of it'), ...problems }

const brought = z.object({
  fundId: z
    .string()
    .nullable()
    .openapi({ description: 'Null where it is of the network’s own pot' }),
  ...supportRead.shape,
})

/** Where the team has cases, a code and a receipt come when it has gone over. */
const waitsSchema = z.object({ goesOverOn: day }).openapi('SupportWaits')

const bringRoute = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/funds/{fundId}/support',
  ...withBody(ofNetwork('bring-support')),
  summary: 'Bring somebody for support, without naming anybody to the fund',
  description:
    'With the network’s own id in the place of a fund’s it is asked of the network’s own pot.',
  request: { params: fundPath, body: jsonBody(teamAsking) },
  responses: {
    ...written,
    202: json(waitsSchema, 'It waits, and goes over with all else that the team asks for'),
  },
})

const stepRoute = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/funds/{fundId}/support/{code}/steps',
  ...withBody(ofNetwork('check-support')),
  summary: 'Check, turn down, tell that conditions are met, or close',
  request: { params: codePath, body: jsonBody(stepTaken) },
  responses: written,
})

const changeRoute = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/funds/{fundId}/support/{code}/file',
  ...withBody(ofNetwork('check-support')),
  summary: 'Write what was seen, how it goes, a line of the book, or that its owner stops',
  request: { params: codePath, body: jsonBody(fileChange) },
  responses: { 204: { description: 'Kept' }, ...problems },
})

const eraseRoute = createRoute({
  method: 'post',
  path: '/v1/networks/{networkId}/funds/{fundId}/support/{code}/erase',
  ...withBody(ofNetwork('check-support')),
  summary: 'Erase what stands beside a grant that is over: both who know it, the other by a secret',
  request: { params: codePath, body: jsonBody(erasingBody) },
  responses: { 204: { description: 'Erased' }, ...problems },
})

const outcome = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('not-yet') }),
    z.object({
      is: z.literal('told'),
      people: z.int().nullable(),
      survivors: z.int().nullable(),
      outcomes: z.array(
        z.object({ key: z.enum([...outcomes, 'others']), people: z.int(), amount: sum }),
      ),
    }),
  ])
  .openapi('SupportOutcomes')

/** Where grants of a network come from: each of its funds, and its own pot. */
export const sourcesOfNetwork = async (
  context: HttpContext,
  networkId: string,
): Promise<readonly GrantSource[]> => {
  const { store } = context.get('needs')
  const funds = await fundListOf(store, networkId)
  // A book without a window of donors' money has nothing to give, and is not read.
  const fundIds = funds.flatMap(({ fundId, summary }) =>
    summary && summary.grants === undefined ? [] : [fundId],
  )
  const all = await Promise.all(
    [networkId, ...fundIds].map((fundId) => sourceOf(store, { fundId, networkId })),
  )
  return all.filter((source) => source !== undefined)
}

/** Grants of a network's funds and of its own pot that the caller knows, each with its file. */
export const ownOfTeam = async (context: HttpContext, networkId: string) => {
  const needs = sealedNeeds(context)
  if (needs instanceof Response) return needs
  const who = whoIn(context, undefined)
  const all = await Promise.all(
    (await sourcesOfNetwork(context, networkId)).map(async (source) =>
      (await filesOf(needs, source.scope))
        .filter((file) => isKnownTo(file, who))
        .flatMap((file) => {
          const support = source.supports.find(({ code }) => code === file.code)
          return support ? [{ source, file, support }] : []
        }),
    ),
  )
  return all.flat()
}

const brings = readPlain({
  path: '/v1/networks/{networkId}/support',
  ...ofNetwork('check-support'),
  summary: 'Grants that the caller has brought or is to check',
  request: { params: networkPath },
  answer: z.object({ support: z.array(brought) }),
  said: 'By fund and code',
  of: async (context) => {
    const own = await ownOfTeam(context, context.get('network').networkId)
    if (own instanceof Response) return own
    const support = own.map((one) => ({
      fundId: one.source.isPot ? null : one.source.scope,
      ...supportRow(one.support),
    }))
    return { support }
  },
})

const cameTo = readPlain({
  path: '/v1/networks/{networkId}/support/outcomes',
  ...ofNetwork('read-outcomes'),
  summary: 'What support came to in a year, over all funds',
  description:
    'Made once, three months after the year. Ten people a row at least, eleven survivors at least and as many who are none, never of one fund alone.',
  request: { params: networkPath, query: yearQuery },
  answer: outcome,
  said: 'The report',
  of: async (context) => {
    const needs = sealedNeeds(context)
    if (needs instanceof Response) return needs
    const { networkId } = context.get('network')
    const { year } = context.req.valid('query')
    const sources = await sourcesOfNetwork(context, networkId)
    const told = await outcomeReportOf(needs, { networkId, sources, year, today: needs.today() })
    return told.is === 'not-yet'
      ? told
      : { ...told, people: told.people ?? null, survivors: told.survivors ?? null }
  },
})

const file = readPlain({
  path: '/v1/networks/{networkId}/funds/{fundId}/support/{code}/file',
  ...ofNetwork('check-support'),
  summary: 'What it is for: to the two of the team who know it, each look written down',
  request: { params: codePath },
  answer: fileRead.extend({ isSurvivors: z.boolean() }).openapi('TeamSupportFile'),
  said: 'The file',
  of: async (context) => {
    const door = await fundOfNetwork(context)
    const found = door && (await opened(context, door))
    if (found instanceof Response) return found
    return found && { ...fileRow(found.file), isSurvivors: found.file.isSurvivors }
  },
})

/** What the network's team does for people whom it names to no fund. */
export const teamSupportRoutes = () =>
  newApi()
    .openapiRoutes([brings, cameTo, file])
    .openapi(bringRoute, async (context) => {
      const door = await fundOfNetwork(context)
      if (!door) return none()
      const wanted = wantedFrom(context.req.valid('json'))
      const together = await togetherIn(context)
      if (together) {
        const told = await waits(context, together, { scope: door.fundId, wanted })
        if (told instanceof Response) return told as never
        return 'on' in told
          ? context.json({ goesOverOn: told.on }, 202)
          : (problem(422, told.code as 'above-its-kind') as never)
      }
      const answer = await ask(context, door, wanted)
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'AskForSupport', answer }), 200)
    })
    .openapi(stepRoute, async (context) => {
      const door = await fundOfNetwork(context)
      const answer =
        door && (await inFile(context, door, (open) => step(open, context.req.valid('json'))))
      if (!door || !answer) return none()
      if (answer instanceof Response) return answer as never
      return context.json(await answered(context, door, { type: 'TakeSupportStep', answer }), 200)
    })
    .openapi(changeRoute, async (context) => {
      const door = await fundOfNetwork(context)
      const kept =
        door && (await inFile(context, door, (open) => write(open, context.req.valid('json'))))
      if (!kept) return none()
      if (kept instanceof Response) return kept as never
      return kept === 'kept' ? context.body(null, 204) : (problem(422, kept) as never)
    })
    .openapi(eraseRoute, async (context) => {
      const door = await fundOfNetwork(context)
      const { approver } = context.req.valid('json')
      const done = door && (await inFile(context, door, (open) => eraseNow(open, approver)))
      if (!done) return none()
      return done === 'erased' ? context.body(null, 204) : (notErased(done) as never)
    })
