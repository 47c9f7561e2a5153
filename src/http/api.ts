import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Action } from '#domain/access/table.ts'
import { soundJson } from '#src/http/commands/body.ts'
import type { HttpEnv } from '#src/http/env.ts'
import { inFund, inNetwork, signedIn } from '#src/http/guard.ts'
import { type FieldFault, problem } from '#src/http/problem.ts'

type Issue = {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
  readonly message: string
}

const escaped = (part: PropertyKey): string =>
  String(part).replaceAll('~', '~0').replaceAll('/', '~1')

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${escaped(part)}`).join('')

/** A stable code: a schema's own where it gives one, else what kind of thing is wrong. Never a value. */
const codeOf = ({ code, message }: Issue): string =>
  /^[a-z][a-z0-9-]+$/.test(message) ? message : (code ?? 'invalid').replaceAll('_', '-')

/** Where a request cannot be read, field by field. Unknown fields are named by their place, not echoed. */
export const faultsOf = (issues: readonly Issue[]): FieldFault[] =>
  issues.map((issue) => ({
    pointer: pointer(issue.path),
    code: issue.code === 'unrecognized_keys' ? 'unknown-field' : codeOf(issue),
  }))

/**
 * Refuses words of a query that the description of a route does not have, before anything is looked up: whoever asks
 * for a dry run where there is none must not find it written.
 */
const knownWordsOnly =
  (known: readonly string[]): MiddlewareHandler<HttpEnv> =>
  (context, next) => {
    const isUnknown = Object.keys(context.req.queries()).some((word) => !known.includes(word))
    const errors = [{ pointer: '', code: 'unknown-field' }]
    return isUnknown ? Promise.resolve(problem(400, 'invalid-request', { errors })) : next()
  }

type Route = Parameters<OpenAPIHono<HttpEnv>['openapi']>[0]

const withKnownWords = (route: Route): Route => {
  const query = route.request?.query
  if (route.method === 'get') {
    const request = { ...route.request, query: query ?? z.strictObject({}) }
    return { ...route, request }
  }
  const known = query instanceof z.ZodObject ? Object.keys(query.shape) : []
  const others = [route.middleware ?? []].flat() as MiddlewareHandler[]
  return { ...route, middleware: [knownWordsOnly(known), ...others] }
}

/** A part of the API whose requests are read by their schemas before a handler sees them. */
export const newApi = (): OpenAPIHono<HttpEnv> => {
  const api = new OpenAPIHono<HttpEnv>({
    defaultHook: (result) =>
      result.success
        ? undefined
        : problem(400, 'invalid-request', { errors: faultsOf(result.error.issues as Issue[]) }),
  })
  const { openapi } = api
  // Here, so that no route can forget it.
  api.openapi = ((route: Route, handler: never, hook?: never) =>
    openapi(withKnownWords(route), handler, hook)) as typeof openapi
  return api
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string() })).optional(),
  })
  .openapi('Problem')

const problemContent = { 'application/problem+json': { schema: problemSchema } }

/** What every guarded route may answer beside its own. */
export const problems = {
  400: { description: 'The request cannot be read; errors[] says where', content: problemContent },
  401: { description: 'Nobody is signed in', content: problemContent },
  403: { description: 'Not yours to do', content: problemContent },
  404: { description: 'There is none, or none of yours', content: problemContent },
  429: { description: 'Too many requests; wait', content: problemContent },
  503: {
    description: 'The store cannot be used now; nothing was written',
    content: problemContent,
  },
} as const

const security = [{ session: [] }, { token: [] }]

/** What makes a route one of a fund's: who may, by the access table, before anything is read. */
export const ofFund = (action: Action) => ({
  middleware: inFund(action),
  security,
  'x-action': action,
})

export const ofNetwork = (action: Action) => ({
  middleware: inNetwork(action),
  security,
  'x-action': action,
})

/** The same for what is written as JSON, which is looked at before it is read. */
export const withBody = <Guard extends ReturnType<typeof ofFund>>(guard: Guard) => ({
  ...guard,
  middleware: [guard.middleware, soundJson] as const,
})

/** About the caller alone, whoever is signed in. */
export const ofCaller = { middleware: signedIn, security, 'x-action': 'signed-in' }

/** Open to strangers. */
export const ofAnybody = { security: [], 'x-action': 'public' }

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
