import { beforeAll, describe, expect, test } from 'vitest'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { type Desk, bodyOf, codeOf, desk, secretOf } from '#test/http/identity/desk.ts'
import { ourHost } from '#test/support/service.ts'

let its: Desk
let keeper = ''
let household = ''
beforeAll(async () => {
  its = await desk()
  keeper = await its.as('record-keeper')
  household = await its.as('household')
})

const withHeaders = (headers: Record<string, string>, path = '/v1/sessions') =>
  its.ask(path, { headers })

describe('a token that comes another way than it should', () => {
  test.each([
    ['a cookie that a neighbouring site can set', (token: string) => `session=${token}`],
    ['a name in other case', (token: string) => `__host-session=${token}`],
    ['the weaker prefix', (token: string) => `__Secure-session=${token}`],
    ['a name with a space before it', (token: string) => `__Host- session=${token}`],
    ['the device’s cookie', (token: string) => `__Host-device=${token}`],
    ['a value with more around it', (token: string) => `__Host-session=x${token}`],
  ])('%s opens nothing', async (_, cookie) => {
    expect((await withHeaders({ cookie: cookie(keeper) })).status).toBe(401)
    expect((await withHeaders({ cookie: `__Host-session=${keeper}` })).status).toBe(200)
  })

  test('in the address, in a form or under another scheme it opens nothing', async () => {
    for (const name of ['token', 'access_token', 'session', '__Host-session', 'authorization'])
      expect((await its.ask(`/v1/sessions?${name}=${keeper}`)).status).toBe(401)
    for (const scheme of ['Basic', 'bearer', 'Bearer  ', 'Token', 'Digest'])
      expect((await withHeaders({ authorization: `${scheme} ${keeper}` })).status).toBe(401)
    for (const header of ['x-session', 'x-auth-token', 'x-access-token', 'proxy-authorization'])
      expect((await withHeaders({ [header]: keeper })).status).toBe(401)
  })

  test('two sessions in one request are one of them and never something of both', async () => {
    const held = async (headers: Record<string, string>) => {
      const { items } = await bodyOf<{ items: { roles: string[] }[] }>(
        await withHeaders(headers, '/v1/funds'),
      )
      return items.flatMap((fund) => fund.roles ?? Object.values(fund).flat()).join(' ')
    }
    const alone = {
      keeper: await held({ authorization: `Bearer ${keeper}` }),
      household: await held({ authorization: `Bearer ${household}` }),
    }
    expect(alone.keeper).not.toBe(alone.household)
    const both = `__Host-session=${household}; __Host-session=${keeper}`
    expect(Object.values(alone)).toContain(await held({ cookie: both }))
    const mixed = { cookie: `__Host-session=${keeper}`, authorization: `Bearer ${household}` }
    expect(await held(mixed)).toBe(alone.household)
    const broken = { cookie: `__Host-session=${keeper}`, authorization: 'Bearer nothing' }
    expect((await withHeaders(broken)).status).toBe(401)
  })
})

describe('a session that somebody brings along', () => {
  test('is never the one that somebody signs in to', async () => {
    const brought = await its.as('household')
    const answer = await its.ask('/doors/record-keeper', {
      method: 'POST',
      headers: {
        cookie: `__Host-session=${brought}; __Host-device=${its.deviceToken}`,
        origin: `http://${ourHost}`,
      },
    })
    expect(answer.status).toBe(303)
    const set = answer.headers.get('set-cookie')!
    expect(set).not.toContain(brought)
    expect(set).toMatch(/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect((await its.ask('/v1/sessions', { token: brought })).status).toBe(401)
  })

  test('a link with a made-up key enrols no browser and sets no cookie', async () => {
    const key = `${its.networkId}.${'A'.repeat(43)}`
    for (const path of [`/start?key=${key}`, '/start?key=', '/start', `/start?key=${keeper}`]) {
      const answer = await its.ask(path, { headers: { cookie: '__Host-device=brought' } })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })
})

const types = [
  'application/json',
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
]
const from: readonly Record<string, string>[] = [
  { origin: 'http://evil.example' },
  { origin: 'null' },
  { origin: `http://${ourHost}.evil.example` },
  { origin: `https://${ourHost}` },
  { origin: 'http://127.0.0.1:3001' },
  { origin: 'http://localhost:3000' },
  { origin: `http://${ourHost}`, 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: '' },
  { origin: '' },
]
const paths = () => [
  `/v1/funds/${its.fundId}/commands`,
  `/v1/networks/${its.networkId}/devices`,
  '/v1/sessions',
  '/v1/sessions/current/step-up',
  '/v1/imports/paper-book',
  '/sign-in',
  '/sign-out',
  '/quick-exit',
  '/doors/record-keeper',
  `/funds/${its.fundId}/record/repayment`,
  '/no-such-page',
]

describe('a page of another site', () => {
  test.each(from)(
    'that shows as %j makes no browser write anything, whatever it sends',
    async (headers) => {
      const cookie = `__Host-session=${keeper}; __Host-device=${its.deviceToken}`
      for (const path of paths())
        for (const type of types) {
          const answer = await its.ask(path, {
            method: 'POST',
            body: '{"commands":[]}',
            headers: { ...headers, cookie, 'content-type': type },
          })
          expect(await codeOf(answer), `${path} ${type}`).toBe('403 from-another-site')
        }
      expect((await its.ask('/v1/sessions', { token: keeper })).status).toBe(200)
    },
  )

  test('is told from a form of ours by each sign that a browser gives, old or new, and a program needs none', async () => {
    const fresh = await desk()
    const token = await fresh.as('record-keeper')
    const cookie = `__Host-session=${token}; __Host-device=${fresh.deviceToken}`
    const post = async (headers: Record<string, string>, more: object = {}) =>
      (await fresh.ask('/no-such-page', { method: 'POST', headers, ...more })).status
    for (const sign of [
      { origin: `http://${ourHost}` },
      { 'sec-fetch-site': 'same-origin' },
      { referer: `http://${ourHost}/funds` },
    ])
      expect(await post({ ...sign, cookie }), JSON.stringify(sign)).toBe(404)
    for (const sign of [
      {},
      { referer: 'http://evil.example/' },
      { referer: 'about:blank' },
      { referer: 'canary' },
      { referer: `http://${ourHost}.evil.example/sign-in` },
    ])
      expect(await post({ ...sign, cookie }), JSON.stringify(sign)).toBe(403)
    expect(await post({ cookie }, { token })).toBe(404)
    expect(await post({})).toBe(404)
  })

  test('may read nothing either: no answer lets another origin in', async () => {
    for (const method of ['GET', 'OPTIONS', 'HEAD'])
      for (const path of ['/v1/funds', '/', '/openapi.json', '/healthz']) {
        const answer = await its.ask(path, {
          method,
          headers: {
            origin: 'http://evil.example',
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization',
          },
        })
        const names = [...answer.headers.keys()]
        expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
        expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      }
  })
})

describe('a page of another site that would send JSON', () => {
  test('cannot send JSON without asking first, so JSON needs no sign of where it comes from', async () => {
    const fresh = await desk()
    const cookie = `__Host-session=${await fresh.as('record-keeper')}`
    const types = [
      'text/plain',
      'multipart/form-data; boundary=x',
      'x',
      'application/x-www-form-urlencoded',
    ]
    for (const [type, status] of [
      ...types.map((one) => [one, 403] as const),
      ['application/json', 404] as const,
    ]) {
      const headers = { cookie, 'content-type': type }
      expect((await fresh.ask('/no-such-page', { method: 'POST', headers })).status, type).toBe(
        status,
      )
    }
  })
})

describe('a method that is not what it says', () => {
  test('no header, field or address turns a reading into a writing', async () => {
    const path = `/v1/networks/${its.networkId}/devices/${its.deviceId}`
    const admin = await its.as('administrator')
    const override = {
      'x-http-method-override': 'DELETE',
      'x-http-method': 'DELETE',
      'x-method-override': 'DELETE',
    }
    for (const method of ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH']) {
      const asked = { method, token: admin, headers: override }
      const answer = await its.ask(`${path}?_method=DELETE&method=DELETE`, asked)
      expect(answer.status).toBe(404)
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    await its.ask(path, { method: 'POST', token: admin, headers: form, body: '_method=DELETE' })
    const device = await its.needs.store.device(its.networkId, its.deviceId)
    expect(device?.revokedAt).toBeUndefined()
  })

  test('asking for the head or the options of what is guarded tells no more than asking for it', async () => {
    const paths = [
      '/v1/funds',
      `/v1/funds/${its.fundId}/loans`,
      `/funds/${its.fundId}/desk`,
      '/me',
      '/v1/nothing',
    ]
    for (const path of paths) {
      const read = await its.ask(path)
      const head = await its.ask(path, { method: 'HEAD' })
      const options = await its.ask(path, { method: 'OPTIONS' })
      expect(head.status).toBe(read.status)
      expect(await head.text()).toBe('')
      expect([401, 404]).toContain(options.status)
      expect(options.headers.get('allow')).toBeNull()
    }
  })
})

describe('who gave no secret lately', () => {
  const dangerousIn = (root: string) =>
    [
      ['POST', `${root}/users`],
      ['POST', `${root}/users/x/reset`],
      ['POST', `${root}/users/x/disable`],
      ['POST', `${root}/devices`],
      ['DELETE', `${root}/devices/x`],
      ['DELETE', `${root}/sessions/x`],
      ['POST', '/v1/imports/paper-book'],
    ] as const

  test('is asked again for every dangerous act, and a right secret of somebody else does not help', async () => {
    const own = await desk()
    const admin = await own.signedIn('administrator')
    own.pass(6 * 60_000)
    const stepUp = (secret: string, token = admin) =>
      own.ask('/v1/sessions/current/step-up', { token, json: { secret } })
    expect((await stepUp(secretOf('chair'))).status).toBe(401)
    const other = await own.signedIn('administrator')
    expect((await stepUp(secretOf('administrator'), other)).status).toBe(200)
    const root = `/v1/networks/${own.networkId}`
    for (const [method, path] of dangerousIn(root)) {
      const asked = { method, token: admin, body: '{}' }
      expect(await codeOf(await own.ask(path, asked)), path).toBe('403 step-up-needed')
    }
    const lines = await own.needs.store.activities(own.networkId, { limit: 100 })
    const tried = lines.filter(({ action }) => action.startsWith('manage-'))
    expect(tried.length).toBeGreaterThan(5)
    expect(tried.filter(({ outcome }) => outcome === 'done')).toEqual([])
    expect((await stepUp(secretOf('administrator'))).status).toBe(200)
    const approver = { login: practiceStaff.login, secret: practiceStaff.pin }
    const json = { login: 'Sok', approver }
    expect((await own.ask(`${root}/users`, { token: admin, json })).status).toBe(201)
  })
})

test('a sender does not become many by what it says of itself', async () => {
  const own = await desk()
  const says = (i: number) => ({
    host: ourHost,
    'x-forwarded-for': `10.0.${i % 250}.1`,
    'x-real-ip': `10.0.${i % 250}.2`,
    forwarded: `for=10.0.${i % 250}.3`,
    'user-agent': `browser ${i}`,
    authorization: `Bearer ${own.networkId}.${'A'.repeat(42)}${i % 10}`,
    cookie: `__Host-device=${i}`,
  })
  const from = { incoming: { socket: { remoteAddress: '192.0.2.1' } } }
  const statuses: number[] = []
  for (let i = 0; i < 620; i += 1)
    statuses.push((await own.service.request('/v1/funds', { headers: says(i) }, from)).status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(20)
})
