import { Hono, type MiddlewareHandler } from 'hono'
import { expect, test } from 'vitest'
import { headers, inWords, ourHostOnly, rateLimit, sameOriginOnly } from '#src/http/boundary.ts'
import { bodyLimits } from '#src/http/commands/body.ts'
import { language } from '#src/http/entrance/choices.ts'
import type { HttpEnv } from '#src/http/env.ts'
import type { AppNeeds } from '#src/http/needs.ts'

type Given = {
  readonly method?: string
  readonly path?: string
  readonly host?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}
const here = '127.0.0.1:3000'
const needsOf = (publicUrl?: string): AppNeeds =>
  ({ ...(publicUrl === undefined ? {} : { publicUrl }), isPractice: false }) as AppNeeds

const answerOf = async (
  middleware: MiddlewareHandler<HttpEnv>,
  { method = 'GET', path = '/x', host = here, body, ...more }: Given = {},
): Promise<Response> => {
  const app = new Hono<HttpEnv>()
  app.use(async (context, next) => {
    context.set('needs', needsOf())
    await next()
  })
  app.use(middleware)
  app.all('*', async (context) => {
    await context.req.text()
    return context.text(String(context.get('language') ?? 'came in'))
  })
  return app.request(`http://${host}${path}`, {
    method,
    headers: { host, ...more.headers },
    ...(body === undefined ? {} : { body }),
  })
}

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'
const cookie = '__Host-session=x'
const bearer = 'Bearer x'

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['a form of our own', { origin: `http://${here}`, 'sec-fetch-site': 'same-origin' }, true],
  ['what a person typed', { 'sec-fetch-site': 'none' }, true],
  ['a form of a page beside ours', { 'sec-fetch-site': 'same-site' }, false],
  ['a form of elsewhere', { 'sec-fetch-site': 'cross-site' }, false],
  ['a form of another origin', { origin: 'https://evil.example' }, false],
  // Either of the two that is foreign is enough.
  [
    'a form that says ours and elsewhere',
    { origin: `http://${here}`, 'sec-fetch-site': 'cross-site' },
    false,
  ],
  [
    'a form that says elsewhere and ours',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    false,
  ],
  ['a program without a cookie', { 'content-type': form }, true],
  ['a program with a cookie and JSON', { 'content-type': json, cookie }, true],
  [
    'a program with a cookie and a token',
    { 'content-type': form, cookie, authorization: bearer },
    true,
  ],
  ['a form with a cookie that says nothing', { 'content-type': form, cookie }, false],
  ['a form of plain text with a cookie', { 'content-type': 'text/plain', cookie }, false],
  ['a body of no kind with a cookie', { cookie }, false],
  [
    'a form with a cookie that names our page',
    { 'content-type': form, cookie, referer: `http://${here}/a` },
    true,
  ],
  [
    'a form with a cookie that names another page',
    { 'content-type': form, cookie, referer: 'https://evil.example/' },
    false,
  ],
  [
    'a form with a cookie that names no page',
    { 'content-type': form, cookie, referer: 'nowhere' },
    false,
  ],
])('%s: %o', async (_, given, isTaken) => {
  const answer = await answerOf(sameOriginOnly(needsOf()), {
    method: 'POST',
    headers: given,
    body: 'a=1',
  })
  expect(answer.status).toBe(isTaken ? 200 : 403)
})

test('looking is never from another site, and of a public service its own name counts beside this machine', async () => {
  const from = async (origin: string, more: Given = {}, publicUrl?: string) =>
    (
      await answerOf(sameOriginOnly(needsOf(publicUrl)), {
        method: 'POST',
        ...more,
        headers: { origin },
      })
    ).status
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect(await from('https://evil.example', { method })).toBe(200)
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    expect(await from('https://evil.example', { method })).toBe(403)
  const fund = 'https://fund.example'
  expect(await from(fund)).toBe(403)
  expect(await from(fund, { host: 'fund.example' }, fund)).toBe(200)
  expect(await from(fund, {}, fund)).toBe(200)
  expect(await from(`http://${here}`, {}, fund)).toBe(200)
  // Another name than this machine's is no origin of ours by being asked for.
  expect(await from('http://evil.example', { host: 'evil.example' })).toBe(403)
  // A DELETE cannot be a form, so that a cookie may come with it and say nothing.
  const bare = { method: 'DELETE', headers: { cookie } }
  expect((await answerOf(sameOriginOnly(needsOf()), bare)).status).toBe(200)
})

test.each<[string, number, number]>([
  ['127.0.0.1', 200, 200],
  ['127.1.2.3:65535', 200, 200],
  ['localhost:80', 200, 200],
  ['[::1]:3000', 200, 200],
  ['fund.example', 421, 200],
  ['fund.example:8443', 421, 421],
  ['127.0.0.1.evil.example', 421, 421],
  ['128.0.0.1', 421, 421],
  ['xlocalhost', 421, 421],
])('asked as %s this machine answers %i, and a public service %i', async (host, own, open) => {
  const status = async (publicUrl?: string) =>
    (await answerOf(ourHostOnly(needsOf(publicUrl)), { host })).status
  expect([await status(), await status('https://fund.example')]).toEqual([own, open])
})

test('a name in the first line counts as well as the one in the header, and nothing is kept', async () => {
  const split = { host: here, headers: { host: 'evil.example' } }
  expect((await answerOf(ourHostOnly(needsOf()), split)).status).toBe(421)
  const other = { host: 'evil.example', headers: { host: here } }
  expect((await answerOf(ourHostOnly(needsOf()), other)).status).toBe(421)
  expect((await answerOf(ourHostOnly(needsOf()))).headers.get('cache-control')).toBe('no-store')
})

const megabyte = 1024 * 1024
test.each<[string, number]>([
  ['/v1/funds/f/commands', megabyte],
  ['/v1/imports/paper-book', 8 * megabyte],
  ['/v1/imports/paper-book/x', megabyte],
  ['/funds/f/old-book/sheet', 8 * megabyte],
  ['/funds/f/old-book/loans/write', 8 * megabyte],
  ['/funds/f/bank', 8 * megabyte],
  ['/network/book/write', 8 * megabyte],
  ['/funds/f/banks', megabyte],
])('a body sent to %s is of %i bytes at most', async (path, most) => {
  const status = async (length: number) => {
    const body = 'x'.repeat(length)
    const length_ = { 'content-length': String(length) }
    return (await answerOf(bodyLimits, { method: 'POST', path, body, headers: length_ })).status
  }
  expect([await status(most), await status(most + 1)]).toEqual([200, 413])
})

test('a sender may ask so often in a minute, each session and each address for itself', async () => {
  const app = new Hono<HttpEnv>()
  app.use(async (context, next) => {
    const sessionId = context.req.header('x-session')
    if (sessionId !== undefined) context.set('caller', { session: { sessionId } } as never)
    await next()
  })
  app.use(rateLimit(needsOf('https://fund.example'), 2))
  app.get('*', (context) => context.text('came in'))
  const from = async (given: Readonly<Record<string, string>>) =>
    (await app.request('http://fund.example/', { headers: given })).status
  const first = { 'x-forwarded-for': '9.9.9.9, 1.1.1.1' }
  expect([await from(first), await from(first), await from(first)]).toEqual([200, 200, 429])
  // What the proxy itself wrote down last counts, whatever a sender put before it.
  expect(await from({ 'x-forwarded-for': '8.8.8.8, 1.1.1.1' })).toBe(429)
  expect(await from({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2' })).toBe(200)
  const session = { ...first, 'x-session': 's1' }
  expect([await from(session), await from(session), await from(session)]).toEqual([200, 200, 429])
  expect(await from({ ...first, 'x-session': 's2' })).toBe(200)
})

test('a language is the one that is asked for, else the one that was chosen, else what the browser speaks', async () => {
  const said = async (path: string, given: Readonly<Record<string, string>> = {}) => {
    const answer = await answerOf(language, { path, headers: given })
    return `${await answer.text()} ${answer.headers.get('set-cookie') === null ? '' : 'kept'}`.trim()
  }
  const chosen = { cookie: '__Host-lang=km' }
  expect(await said('/')).toBe('en')
  expect(await said('/', { 'accept-language': 'KM,en' })).toBe('km')
  expect(await said('/', { 'accept-language': 'en,km' })).toBe('en')
  expect(await said('/', chosen)).toBe('km')
  expect(await said('/?lang=en', chosen)).toBe('en kept')
  expect(await said('/?lang=xx', chosen)).toBe('km')
})

test('a service behind TLS says so for a year, and only the page of the reference runs a script of its own', async () => {
  const of = async (path: string, publicUrl?: string) =>
    (await answerOf(headers(needsOf(publicUrl)), { path })).headers
  expect((await of('/')).get('strict-transport-security')).toBeNull()
  expect((await of('/', 'https://fund.example')).get('strict-transport-security')).toBe(
    'max-age=31536000; includeSubDomains',
  )
  const scripts = async (path: string) =>
    /script-src ([^;]*)/.exec((await of(path)).get('content-security-policy')!)?.[1]
  expect([await scripts('/'), await scripts('/docs'), await scripts('/docs/x')]).toEqual([
    undefined,
    "'self'",
    undefined,
  ])
})

test('a person is told in words what a program is told by a code', async () => {
  const told = async (path: string, accept: string) => {
    const app = new Hono<HttpEnv>()
    app.use(async (context, next) => {
      context.set('needs', needsOf())
      await next()
    })
    app.use(inWords)
    app.get('*', () =>
      Response.json(
        { code: 'x' },
        {
          status: 429,
          headers: { 'content-type': 'application/problem+json', 'retry-after': '60' },
        },
      ),
    )
    const answer = await app.request(`http://${here}${path}`, { headers: { accept } })
    return [answer.headers.get('content-type')!.split(';')[0], answer.headers.get('retry-after')]
  }
  expect(await told('/a', 'text/html')).toEqual(['text/html', '60'])
  expect(await told('/v1/a', 'text/html')).toEqual(['application/problem+json', '60'])
  expect(await told('/a', 'application/json')).toEqual(['application/problem+json', '60'])
})
