import type { OpenAPIHono } from '@hono/zod-openapi'
import type { HttpEnv } from '#src/http/env.ts'
import { withExamples } from '#src/http/api/openapi-examples.ts'
import { type Leaving, type LeavingRoutes, leaving } from '#src/http/api/leaving.ts'
import { operationIds } from '#src/http/api/operation-ids.ts'
import { problemCodes } from '#src/http/problem-codes.ts'

const tags = [
  { name: 'funds', description: 'Funds, at a glance' },
  { name: 'members', description: 'Members by card, never by name' },
  { name: 'messages', description: 'Texts to members’ own phones, and what they write back' },
  { name: 'savings', description: 'Savings, private ones for their owner alone' },
  {
    name: 'support',
    description: 'Donors’ windows and the grants of them: a code and a sum to everybody',
  },
  { name: 'loans', description: 'Loans, their terms and schedules' },
  { name: 'relief', description: 'Events, what they put off, promised emergency loans and alerts' },
  { name: 'accounts', description: 'Balances and postings' },
  { name: 'reports', description: 'Health, findings and statements, for any day' },
  { name: 'commands', description: 'The one way to write' },
  { name: 'journal', description: 'The feed of entries, and the proof of each' },
  { name: 'imports', description: 'Older books' },
  { name: 'networks', description: 'An NGO with its funds and staff' },
  { name: 'identity', description: 'Signing in, users, devices, cards, and who did what' },
]

const introduction = `The ledger of community village funds.

Sums are whole numbers of the currency's smallest unit. \`asOf\` is the day whose books are read, \`knownAt\` the
instant at which they were known. An unknown filter is an error. Lists come in pages: send \`nextCursor\` back as
\`cursor\`. Errors are \`application/problem+json\` with one of these codes; field errors have a JSON pointer.

| code | means |
|---|---|
${Object.entries(problemCodes)
  .map(([code, means]) => `| \`${code}\` | ${means} |`)
  .join('\n')}
`

const securitySchemes = {
  session: {
    type: 'apiKey' as const,
    in: 'cookie' as const,
    name: '__Host-session',
    description: 'The cookie of somebody who signed in with a browser',
  },
  token: { type: 'http' as const, scheme: 'bearer', description: 'The token told at sign-in' },
}

/** Where an operation belongs whose route names no tag, by a word of its path: the first that fits. */
const belongs: readonly (readonly [tag: string, words: RegExp])[] = [
  ['funds', /^\/v1\/funds(\/\{fundId\})?$/],
  ['networks', /^\/v1\/networks\/\{networkId\}$/],
  ['imports', /\/imports\//],
  ['savings', /\/(savings|private-savings|share-out)(\/|$)/],
  ['support', /\/(support|windows|pot)(\/|$)/],
  ['relief', /\/relief\//],
  ['messages', /\/messages(\/|$)/],
  ['reports', /\/(reports|exports|paper-comparisons|confirmations|away-counts)(\/|$)/],
  ['loans', /\/(loans|requests|queue|quotes)(\/|$)/],
  ['accounts', /\/accounts(\/|$)/],
  ['members', /\/members(\/|$)/],
  ['commands', /\/commands$/],
  ['journal', /\/(journal|entries|key)(\/|$)/],
]

const tagOf = (path: string): string =>
  belongs.find(([, words]) => words.test(path))?.[0] ?? 'identity'

type Paths = NonNullable<ReturnType<OpenAPIHono<HttpEnv>['getOpenAPI31Document']>['paths']>

type Schemas = Parameters<typeof withExamples>[1]

/** How the description says that an operation will go. */
const leavingSaid = (about: Leaving | undefined): object =>
  about === undefined
    ? {}
    : { deprecated: true, 'x-goes-on': about.goesOn, 'x-instead': about.instead }

/** Each operation with its name for generated clients, its tag, and an example of what it asks for. */
const named = (paths: Paths, schemas: Schemas, going: LeavingRoutes): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods as Record<string, object>).map(([method, operation]) => [
          method,
          withExamples(
            {
              operationId: operationIds[`${method.toUpperCase()} ${path}`],
              tags: [tagOf(path)],
              ...operation,
              ...leavingSaid(going[`${method.toUpperCase()} ${path}`]),
            },
            schemas,
          ),
        ]),
      ),
    ]),
  )

/** The description of the API, made from its own routes: what is not served is not in it. */
export const describe = (
  api: OpenAPIHono<HttpEnv>,
  version: string,
  going: LeavingRoutes = leaving,
) => {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Village fund',
      version,
      description: introduction,
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags,
  })
  return {
    ...document,
    paths: named(document.paths ?? {}, (document.components?.schemas ?? {}) as Schemas, going),
    components: { ...document.components, securitySchemes },
    'x-problem-codes': problemCodes,
  }
}
