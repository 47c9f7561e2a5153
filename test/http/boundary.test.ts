import { request } from 'node:http'
import { serve } from '@hono/node-server'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { pageFiles } from '#src/pages/files.ts'
import { type Practice, practice } from '#test/support/service.ts'

const home = '/?lang=en'

test('the service says that it lives, that it is ready and which version it is', async () => {
  const { ask } = await practice()
  expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' })
  expect(await (await ask('/readyz')).json()).toEqual({ status: 'ready' })
  expect(await (await ask('/version')).json()).toEqual({ version: '0.2.0' })
})

test('a service whose database cannot be read is alive but not ready', async () => {
  const { ask } = await practice({ isReady: async () => false })
  const answer = await ask('/readyz')
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect((await ask('/healthz')).status).toBe(200)
})

test('a page from elsewhere cannot reach the service by another name of this machine', async () => {
  const { ask } = await practice()
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000']) {
    const answer = await ask(home, { headers: { host } })
    expect(answer.status).toBe(421)
    expect(await answer.text()).not.toContain('13,237,800')
  }
})

test('a service with a public name answers to that name too, and to no other', async () => {
  const { ask } = await practice({ publicUrl: 'https://fund.example' })
  const named = await ask('/healthz', { headers: { host: 'fund.example' } })
  expect(named.status).toBe(200)
  expect(named.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
  expect((await ask('/healthz', { headers: { host: 'other.example' } })).status).toBe(421)
})

test('what another site makes a browser send is refused before anything looks at it', async () => {
  const { ask, as, fundId, needs } = await practice()
  const token = await as('record-keeper')
  const before = (await needs.store.read(fundId, 0, 10_000)).length
  const path = `/v1/funds/${fundId}/commands`
  const json = { commands: [] }
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://127.0.0.1:3001' },
  ] as Record<string, string>[]) {
    const answer = await ask(path, { token, json, headers })
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'from-another-site' }])
  }
  const own = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }
  expect((await ask(path, { token, json, headers: own })).status).not.toBe(403)
  expect((await needs.store.read(fundId, 0, 10_000)).length).toBe(before)
})

test('every answer forbids scripts, frames, caching and telling others where one came from', async () => {
  const { ask, as, fundId } = await practice()
  const token = await as('auditor')
  for (const path of [home, `/v1/funds/${fundId}/journal`, '/nowhere', '/sign-in']) {
    const { headers } = await ask(path, { token })
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|script-src/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('a line of the log has a pattern in place of ids, and nothing that anybody typed', async () => {
  const { ask, as, fundId, lines } = await practice()
  const token = await as('record-keeper')
  await ask(`/v1/funds/${fundId}/journal?after=0&canary=SECRETWORD`, { token })
  await ask('/SECRETWORD/deep', { token })
  await ask('/sign-in', { method: 'POST', body: new URLSearchParams({ login: 'SECRETWORD' }) })
  expect(lines.length).toBeGreaterThanOrEqual(3)
  const written = JSON.stringify(lines)
  expect(written).not.toContain('SECRETWORD')
  expect(written).not.toContain(fundId)
  expect(written).not.toContain(token.split('.')[1])
  expect(lines.some(({ route }) => route === '/v1/funds/:fundId/journal')).toBe(true)
})

test('a sender who asks too often is told to wait', async () => {
  const { ask } = await practice()
  const answers = []
  for (let i = 0; i < 650; i += 1) answers.push(await ask('/v1/funds'))
  const last = answers.at(-1)!
  expect(answers[0]!.status).toBe(401)
  expect(last.status).toBe(429)
  expect(last.headers.get('retry-after')).toBe('60')
})

test('a store that fails is told as 503, a fault of the program as 500, both without a word of detail', async () => {
  const store = async (error: Error) => {
    const { needs } = await practice()
    return practice({
      store: { ...needs.store, signedIn: () => Promise.reject(error) },
    }) as Promise<Practice>
  }
  const busy = await store(new StorageUnavailable('SECRETWORD'))
  const away = await busy.ask('/v1/funds', { token: await busy.as('auditor') })
  expect(away.status).toBe(503)
  expect(away.headers.get('retry-after')).toBe('5')
  expect(await away.text()).not.toContain('SECRETWORD')
  const broken = await store(new Error('SECRETWORD'))
  const fault = await broken.ask('/v1/funds', { token: await broken.as('auditor') })
  expect(fault.status).toBe(500)
  expect(await fault.text()).not.toContain('SECRETWORD')
  expect(JSON.stringify(broken.lines)).not.toContain('SECRETWORD')
})

const sent = (port: number, bytes: number, headers: Record<string, string>) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sending = request(
      {
        host: '127.0.0.1',
        port,
        path: '/v1/funds/x/commands',
        method: 'POST',
        headers,
        agent: false,
      },
      (answer) => {
        let text = ''
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
        answer.on('end', () => resolve({ status: answer.statusCode!, text }))
      },
    )
    sending.on('error', reject)
    sending.write(Buffer.alloc(bytes, 'x'))
    sending.end()
  })

test('a body of ten megabytes is refused over the wire, told or not told beforehand', async () => {
  const { service } = await practice()
  const server = serve({ fetch: service.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as { port: number }
  const bytes = 10 * 1024 * 1024
  const json = { 'content-type': 'application/json' }
  const told = await sent(port, bytes, { ...json, 'content-length': String(bytes) })
  const untold = await sent(port, bytes, { ...json, 'transfer-encoding': 'chunked' })
  await new Promise((closed) => server.close(closed))
  expect(told.status).toBe(413)
  expect(untold.status).toBe(413)
  expect(told.text).not.toContain('xxx')
})

test('to a stranger the API has no map: what is there and what is not are both 401', async () => {
  const { ask, fundId } = await practice()
  for (const path of ['/v1/funds', `/v1/funds/${fundId}`, '/v1/nothing', '/v1/funds/1/2/3/4']) {
    const answer = await ask(path)
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'not-signed-in' }])
  }
})

test('a person in a browser is told a fault in words, in the language of the page, and no code', async () => {
  const { ask } = await practice({ isReady: async () => false })
  const browser = { accept: 'text/html,application/xhtml+xml' }
  const nowhere = await ask('/no/such/page?lang=km', { headers: browser })
  expect(nowhere.status).toBe(404)
  expect(nowhere.headers.get('content-type')).toContain('text/html')
  expect(nowhere.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await nowhere.text()).toMatch(/<html lang="km"[^]*គ្មានទំព័រនេះទេ/)
  const notReady = await ask('/readyz', { headers: browser })
  expect([notReady.status, notReady.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await notReady.text()).toContain('The book cannot be opened just now')
  const other = { ...browser, host: 'evil.example' }
  expect(await (await ask('/', { headers: other })).text()).not.toContain('13,237,800')
  const program = await ask('/v1/funds', { headers: browser })
  expect(program.headers.get('content-type')).toBe('application/problem+json')
})

test('the log names what was asked, also where no session is looked for', async () => {
  const { ask, as, lines, fundId } = await practice()
  const token = await as('record-keeper')
  const paths = [
    '/readyz',
    '/healthz',
    '/version',
    pageFiles.style.path,
    pageFiles.own.path,
    '/openapi.json',
    '/docs',
  ]
  for (const path of paths) await ask(path)
  await ask(`/v1/funds/${fundId}/members`, { token })
  await ask(`/funds/${fundId}/savings`, { token })
  expect(lines.slice(-paths.length - 2).map(({ route }) => route)).toEqual([
    ...paths,
    '/v1/funds/:fundId/members',
    '/funds/:fundId/savings',
  ])
  await ask('/nowhere/at/all')
  expect(lines.at(-1)!.route).toBe('/*')
})
