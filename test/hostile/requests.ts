import fc from 'fast-check'
import type { PageRoute } from '#src/http/page.ts'
import { pageFiles } from '#src/pages/files.ts'
import { canaryMark, mostly, oddBytes, oddJson, oddText } from '#test/hostile/odd.ts'
import { type Known, type Schema, wantedJson, wantedParameter } from '#test/hostile/wanted.ts'

/** A request before it is sent: everything as text or bytes, the sender as a number. */
export type Plan = {
  readonly route: string
  readonly method: string
  readonly path: string
  readonly body: string | Uint8Array<ArrayBuffer> | undefined
  readonly headers: readonly (readonly [string, string])[]
  /** Whose session it carries; 0 is a stranger. */
  readonly who: number
  readonly byCookie: boolean
  readonly isPractice: boolean
}

type Parameter = {
  readonly name: string
  readonly in: string
  readonly schema: Schema
  readonly required?: boolean
}
type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>
  }
}
export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

type Route = {
  readonly name: string
  readonly method: string
  readonly path: fc.Arbitrary<string>
  readonly query: fc.Arbitrary<string>
  readonly body: fc.Arbitrary<Plan['body']>
  readonly type: string | undefined
}

const inPath = (text: string): string => encodeURIComponent(text.toWellFormed()) || '%20'

const pathOf = (known: Known, path: string, schemas: Readonly<Record<string, Schema>>) => {
  const parts = path.split('/').map((part) => {
    const name = /^(?:\{(\w+)\}|:(\w+))$/.exec(part)
    const called = name?.[1] ?? name?.[2]
    if (called === undefined) return fc.constant(part)
    const schema = schemas[called] ?? { type: 'string' }
    return mostly(wantedParameter(known, called, schema), oddText, 15).map(inPath)
  })
  return fc.tuple(...parts).map((whole) => whole.join('/'))
}

const pair = (name: string, value: string): string => `${inPath(name)}=${inPath(value)}`

/** Fields as a query or a form writes them: some missing, some twice, some that nobody knows. */
const fieldsOf = (fields: readonly (readonly [string, fc.Arbitrary<string>, number])[]) => {
  const own = fields.map(([name, value, chance]) =>
    fc
      .tuple(mostly(value, oddText, 12), fc.nat(99), fc.nat(39))
      .map(([text, there, twice]) =>
        there < chance ? [pair(name, text), ...(twice === 0 ? [pair(name, text)] : [])] : [],
      ),
  )
  const unknown = fc.oneof(
    fc.tuple(oddText, oddText).map(([name, text]) => pair(name, text)),
    fc.constantFrom('%', '%ff=%c3', '=', '&&', 'a[b]=c', 'a.b=c', '__proto__[x]=1', 'lang=xx', '?'),
  )
  const more = mostly(
    fc.constant<string[]>([]),
    fc.array(unknown, { minLength: 1, maxLength: 2 }),
    15,
  )
  return fc.tuple(fc.tuple(...own), more).map(([a, b]) => [...a.flat(), ...b].join('&'))
}

const bodyOfForm = (known: Known, names: readonly string[]): fc.Arbitrary<Plan['body']> =>
  mostly<Plan['body']>(
    fieldsOf(names.map((name) => [name, wantedParameter(known, name, {}), 95])),
    oddBytes,
    25,
  )

const operationRoute = (
  known: Known,
  path: string,
  [method, { parameters = [], requestBody }]: [string, Operation],
): Route => {
  const schemas = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))
  const query = parameters.filter((one) => one.in === 'query')
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: pathOf(known, path, schemas),
    query: fieldsOf(
      query.map(({ name, schema, required }) => [
        name,
        wantedParameter(known, name, schema),
        required ? 95 : 30,
      ]),
    ),
    type,
    body: content
      ? mostly<Plan['body']>(
          wantedJson(known, '', content.schema),
          fc.oneof<fc.Arbitrary<Plan['body']>[]>(oddJson, oddBytes),
          20,
        )
      : mostly<Plan['body']>(fc.constant(undefined), oddJson),
  }
}

/** The fields that forms of the pages have, by the end of their path. */
const formFields: readonly (readonly [string, readonly string[]])[] = [
  ['/sign-in', ['login', 'secret']],
  ['/card', ['c', 'pin']],
  ['/receipt', ['code']],
  ['/step-up', ['secret', 'to']],
  ['/begin', ['key', 'secret', 'again', 'label']],
  ['/enrol', ['key', 'label']],
  ['/cards', ['memberId', 'login', 'secret']],
  ['/record/repayment', ['id', 'loan', 'amount', 'day', 'month', 'year']],
  ['/record/saving', ['id', 'member', 'shares', 'day', 'month', 'year']],
]

const queryNames = ['lang', 'key', 'c', 'to', 'new', 'asOf', 'before', 'card', 'loan', 'member']
const moreQueryNames = ['amount', 'months', 'from', 'page', 'confirm']

const pageRoute = (known: Known, { method, path }: PageRoute): Route => {
  const place = path.replace(/\/confirm$/, '')
  const names = formFields.find(([end]) => place.endsWith(end))?.[1] ?? ['id']
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: pathOf(known, path, {}),
    query: fieldsOf(
      [...queryNames, ...moreQueryNames].map((name) => [
        name,
        wantedParameter(known, name, {}),
        10,
      ]),
    ),
    type: method === 'post' ? 'application/x-www-form-urlencoded' : undefined,
    body: method === 'post' ? bodyOfForm(known, names) : fc.constant(undefined),
  }
}

const besides = [
  '/healthz',
  '/version',
  '/openapi.json',
  '/docs',
  pageFiles.style.path,
  '/v1',
  '/v2/funds',
]

const routesOf = (known: Known, { paths }: Description, pages: readonly PageRoute[]): Route[] => [
  ...Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map((operation) => operationRoute(known, path, operation)),
  ),
  ...pages.map((page) => pageRoute(known, page)),
  ...besides.map((path) => pageRoute(known, { method: 'get', path, rule: 'public' })),
]

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'text/plain;application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/problem+json',
  'application/json\u00a0',
  '',
]

const latin = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?')

const oddHeader: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.constantFrom(
    ['host', 'evil.example'] as const,
    ['host', '127.0.0.1:3000@evil.example'] as const,
    ['host', ''] as const,
    ['origin', 'null'] as const,
    ['origin', 'http://evil.example'] as const,
    ['sec-fetch-site', 'cross-site'] as const,
    ['if-none-match', '*'] as const,
    ['x-http-method-override', 'DELETE'] as const,
    ['x-forwarded-host', 'evil.example'] as const,
    ['x-original-url', '/v1/funds'] as const,
    ['transfer-encoding', 'chunked'] as const,
    ['content-encoding', 'gzip'] as const,
    ['content-length', '-1'] as const,
    ['cookie', '__Host-session=%ff; __Host-session="; lang=%00; =; ;;'] as const,
    ['cookie', 'session=x; device=y; __Host-device=%E0%A4%A'] as const,
    ['authorization', 'Basic eDp5'] as const,
    ['authorization', 'Bearer '] as const,
    ['range', 'bytes=0-0'] as const,
  ),
  fc
    .tuple(
      fc.constantFrom('accept', 'accept-language', 'authorization', 'cookie', 'x-forwarded-for'),
      oddText,
    )
    .map(([name, text]) => [name, latin(text).slice(0, 2000)] as const),
)

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']

const headersOf = (
  type: string | undefined,
): fc.Arbitrary<readonly (readonly [string, string])[]> => {
  const kind = mostly(fc.constant(type ?? ''), fc.constantFrom(...types), 6)
  const accept = fc.constantFrom('*/*', 'text/html', 'application/json')
  const odd = mostly(fc.constant<(readonly [string, string])[]>([]), fc.array(oddHeader), 6)
  return fc
    .tuple(kind, accept, odd)
    .map(([one, wanted, others]) => [
      ...(one === '' ? [] : [['content-type', one] as const]),
      ['accept', wanted] as const,
      ...others,
    ])
}

/** Who is sent in: whoever can do most more often than everybody. */
type Senders = { readonly all: number; readonly strong: readonly number[] }

const planOf = (route: Route, { all, strong }: Senders): fc.Arbitrary<Plan> =>
  fc
    .record({
      method: mostly(fc.constant(route.method), fc.constantFrom(...methods), 20),
      path: route.path,
      query: route.query,
      body: route.body,
      headers: headersOf(route.type),
      who: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...strong) }, fc.nat(all)),
      byCookie: fc.boolean(),
      isPractice: fc.nat(3).map((one) => one === 0),
    })
    .map(({ path, query, ...rest }) => ({
      ...rest,
      route: route.name,
      path: query === '' ? path : `${path}?${query}`,
    }))

/** Requests to everything that is served, mostly as the description wants them and partly not. */
export const planned = (
  known: Known,
  {
    description,
    pages,
    senders,
  }: {
    readonly description: Description
    readonly pages: readonly PageRoute[]
    readonly senders: Senders
  },
): fc.Arbitrary<Plan> =>
  fc.oneof(...routesOf(known, description, pages).map((route) => planOf(route, senders)))

/** The request with a word of its own in every place that waits for one. */
export const withCanary = (plan: Plan, canary: string): Plan => {
  const inText = (text: string): string =>
    text.replaceAll(canaryMark, canary).replaceAll(encodeURIComponent(canaryMark), canary)
  return {
    ...plan,
    path: inText(plan.path),
    body: typeof plan.body === 'string' ? inText(plan.body) : plan.body,
    headers: plan.headers.map(([name, value]) => [name, inText(value)] as const),
  }
}
