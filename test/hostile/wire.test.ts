import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageFiles } from '#src/pages/files.ts'
import { oddBytes } from '#test/hostile/odd.ts'
import { request, say } from '#test/hostile/socket.ts'
import { type Started, dropFolder, newFolder, started } from '#test/support/started.ts'

let service: Started
let host = ''
const folder = newFolder()
beforeAll(async () => {
  service = await started(folder, { LOG_LEVEL: 'error' })
  host = `Host: ${new URL(service.url).host}`
})
afterAll(async () => {
  await service.stop()
  dropFolder(folder)
})

const statusesOf = async (...parts: Parameters<typeof say>[1]): Promise<readonly number[]> =>
  (await say(service.url, parts)).statuses

const isWell = async (): Promise<void> => {
  const { status } = await fetch(`${service.url}/healthz`)
  expect(status).toBe(200)
  expect(service.complained()).toBe('')
}

const json = 'Content-Type: application/json'
const version = () => request('GET /version', [host])

describe('a path that is written to go round the guards', () => {
  const guarded = [
    '/v1/sessions',
    '//v1/sessions',
    '/v1//sessions',
    '/v1/../v1/sessions',
    '/healthz/../v1/sessions',
    '/docs/%2e%2e/v1/sessions',
    '/v1/./sessions',
    '/v1/sessions/',
    '/v1/sessions/.',
    '/v1/sessions;a=b',
    '/v1/sessions%00',
    '/v1/sessions%',
    '/v1/sessions%20',
    '/v1/sessions%2f',
    '/v1%2fsessions',
    '/V1/SESSIONS',
    '/v1\\sessions',
    '/v1/sessions#/healthz',
    '/healthz?/../v1/sessions',
    '/me',
    '//me',
    '/x/../me',
    '/%6de',
    '/me/',
    `${pageFiles.style.path}/../me`,
    '/%2e%2e/%2e%2e/etc/passwd',
    '/fonts/../../package.json',
    '/docs/..%2f..%2fpackage.json',
  ]
  test.concurrent.each(guarded)('%s opens nothing to a stranger', async (path) => {
    const { statuses, text } = await say(service.url, [request(`GET ${path}`, [host])])
    const isOpen = path.startsWith('/healthz?')
    expect(isOpen ? [200] : [400, 401, 404]).toContain(statuses[0])
    expect(text).not.toMatch(/deviceLabel|root:|"devDependencies"/)
  })
})

describe('a host that is not ours', () => {
  const hosts = [
    'Host: evil.example',
    'Host: 127.0.0.1.evil.example',
    'Host: 127.0.0.1@evil.example',
    'Host: evil.example@127.0.0.1',
    'Host: 127.0.0.1:3000:1',
    'Host: localhost.',
    'Host: 127.1',
    'Host: 0x7f.0.0.1',
    'Host: 127.0.0.1/evil.example',
    'Host: 127.0.0.1, evil.example',
    'Host: 127.0.0.1:99999999',
    'Host:',
    'Host: 127.0.0.1\r\nHost: evil.example',
    'Host: evil.example\r\nHost: 127.0.0.1',
    'Host: evil.example\r\nX-Forwarded-Host: 127.0.0.1',
    'Host: evil.example\r\nForwarded: host=127.0.0.1',
    'X-None: 1',
  ]
  test.concurrent.each(hosts)('%j is not served', async (header) => {
    expect([400, 421]).toContain((await statusesOf(request('GET /version', [header])))[0])
  })

  test('written into the first line is not served either, whatever the header says', async () => {
    for (const at of ['http://evil.example', 'https://evil.example:443'])
      expect(await statusesOf(request(`GET ${at}/version`, [host]))).toEqual([421])
    expect(await statusesOf(request('GET http://x@evil.example/version', [host]))).toEqual([400])
    const ours = service.url
    expect(await statusesOf(request(`GET ${ours}/version`, [host]))).toEqual([200])
    expect(await statusesOf(request(`GET ${ours}/version`, ['Host: evil.example']))).toEqual([421])
  })

  test('that another header claims changes no answer', async () => {
    const claims = ['X-Forwarded-Host: evil.example', 'X-Original-URL: /me', 'X-Rewrite-URL: /me']
    const { text, statuses } = await say(service.url, [request('GET /sign-in', [host, ...claims])])
    expect(statuses).toEqual([200])
    expect(text).not.toContain('evil.example')
  })
})

const hidden = () => request('GET /version', [host])
const lengths =
  (...headers: string[]) =>
  (body: string) =>
    request('POST /v1/sessions', [host, json, ...headers], body)
const cases: readonly (readonly [string, () => string])[] = [
  [
    'a length and chunks',
    () => lengths('Content-Length: 4', 'Transfer-Encoding: chunked')(`0\r\n\r\n${hidden()}`),
  ],
  [
    'chunks and a length',
    () => lengths('Transfer-Encoding: chunked', 'Content-Length: 4')(`0\r\n\r\n${hidden()}`),
  ],
  ['two lengths', () => lengths('Content-Length: 2', 'Content-Length: 3')(`{}${hidden()}`)],
  ['a length with a sign', () => lengths('Content-Length: +2')(`{}${hidden()}`)],
  ['a length that is none', () => lengths('Content-Length: 0x2')(`{}${hidden()}`)],
  ['a length below zero', () => lengths('Content-Length: -1')(hidden())],
  ['chunks that are hidden', () => lengths('Transfer-Encoding: xchunked')(`0\r\n\r\n${hidden()}`)],
  [
    'chunks not at the end',
    () => lengths('Transfer-Encoding: chunked, identity')(`0\r\n\r\n${hidden()}`),
  ],
  [
    'a space before the colon',
    () => lengths('Transfer-Encoding : chunked')(`0\r\n\r\n${hidden()}`),
  ],
  ['a header over two lines', () => lengths('X: y\r\n z', 'Content-Length: 0')(hidden())],
  ['bare line ends', () => `POST /v1/sessions HTTP/1.1\n${host}\n\n${hidden()}`],
  [
    'a chunk that is no number',
    () => lengths('Transfer-Encoding: chunked')(`zz\r\n{}\r\n0\r\n\r\n${hidden()}`),
  ],
  [
    'a chunk too long for a number',
    () => lengths('Transfer-Encoding: chunked')(`${'f'.repeat(20)}\r\n${hidden()}`),
  ],
  ['another version', () => hidden().replace('HTTP/1.1', 'HTTP/3.9')],
  ['a beginning of the next version', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a method in small letters', () => hidden().replace('GET', 'get')],
  ['an odd method', () => hidden().replace('GET', 'EVIL')],
]

describe('two requests that look like one, or one like two', () => {
  test.concurrent.each(cases)('are refused once and the line is cut: %s', async (_, bytes) => {
    const { statuses, isClosed } = await say(service.url, [bytes()])
    expect(statuses).toEqual([400])
    expect(isClosed).toBe(true)
    await isWell()
  })

  test('a body of a reading is not taken for the next request', async () => {
    const inner = request('GET /me', [host])
    const first = request('GET /version', [host, `Content-Length: ${inner.length}`], inner)
    expect(await statusesOf(first + version())).toEqual([200, 200])
  })

  test('sent one after the other they are answered one after the other', async () => {
    const wrong = request('POST /v1/sessions', [host, json, 'Content-Length: 2'], '{}')
    const me = request('GET /me', [host])
    expect(await statusesOf(version() + wrong + me + version())).toEqual([200, 400, 401, 200])
  })
})

describe('a request that is never whole', () => {
  const sending = ['Content-Length: 100', 'Transfer-Encoding: chunked']
  test.each(sending)(
    'costs nothing but itself and is no fault of the service: %s',
    async (header) => {
      const parts = [request('POST /v1/sessions', [host, json, header], '5\r\n{"a":')]
      await Promise.all(Array.from({ length: 20 }, () => say(service.url, parts, { waitMs: 100 })))
      await isWell()
    },
  )

  test('keeps nobody else waiting, however many of them there are', async () => {
    const { promise: until, resolve: goOn } = Promise.withResolvers<void>()
    const slow = Array.from({ length: 200 }, () =>
      say(service.url, ['POST /v1/sessions HTTP/1.1\r\n', { until }, `${host}\r\n`], {
        waitMs: 100,
      }),
    )
    // They say no more before somebody else was served: waited for, nobody ever would be.
    await isWell()
    goOn()
    await Promise.all(slow)
  })

  test('with more headers than any browser sends is told so', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `X${i}: a`)
    expect(await statusesOf(request('GET /version', [host, ...many]))).toEqual([431])
    expect(await statusesOf(request('GET /version', [host, `X: ${'a'.repeat(70_000)}`]))).toEqual([
      431,
    ])
    expect(await statusesOf(request(`GET /${'a'.repeat(70_000)}`, [host]))).toEqual([431])
    await isWell()
  })
})

test('of methods that browsers do not send none is let through', async () => {
  const methods = ['TRACE', 'PROPFIND', 'PURGE', 'LINK', 'OPTIONS', 'M-SEARCH', 'MKCOL']
  const lines = methods.flatMap((method) =>
    ['/v1/sessions', '/me', '/sign-in'].map((path) => `${method} ${path}`),
  )
  const secret = 'Cookie: __Host-session=zqxqz'
  const heard = lines.map((line) => say(service.url, [request(line, [host, secret])]))
  for (const { statuses, text } of await Promise.all(heard)) {
    expect([401, 403, 404, 405, 501]).toContain(statuses[0])
    expect(text).not.toContain('zqxqz')
  }
  expect(await statusesOf(request('CONNECT evil.example:443', [host]))).toEqual([])
})

/** So many say something at once: most of it is followed by nothing, which is waited for. */
const atOnce = 10

test('bytes of any kind leave the service well, and whoever asks beside them is answered', async () => {
  const numRuns = process.env['TEST_BUDGET'] === 'ci' ? 30 : 3
  const prefix = fc.constantFrom('', 'GET / HTTP/1.1\r\n', `POST /v1/sessions HTTP/1.1\r\n`)
  const said = fc.tuple(prefix, oddBytes, fc.boolean())
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: atOnce, maxLength: atOnce }), async (all) => {
      const heard = all.map(([line, bytes, isWhole]) => {
        const lengthOf = `${host}\r\nContent-Length: ${bytes.length}\r\n\r\n`
        const head = line === '' || !isWhole ? line : `${line}${lengthOf}`
        return say(service.url, [head, bytes], { waitMs: 30 })
      })
      expect(await statusesOf(version())).toEqual([200])
      const statuses = (await Promise.all(heard)).flatMap((one) => one.statuses)
      expect(statuses.filter((status) => status >= 500)).toEqual([])
    }),
    { numRuns },
  )
  await isWell()
})
