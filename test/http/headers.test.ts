import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { boxDoorOf } from '#src/app/box.ts'
import type { HttpContext, HttpEnv } from '#src/http/env.ts'
import { dropToken, keepToken } from '#src/http/sessions.ts'
import { pageFiles } from '#src/pages/files.ts'
import { type Practice, practice } from '#test/support/service.ts'

const year = 365 * 24 * 3600
const hsts = 'strict-transport-security'

/** A page without a script, the reference, and the two pages that have one. */
const pagesOf = async ({ as, fundId, needs }: Practice) => {
  const { memberId } = (await needs.store.cards(fundId))[0]!
  const officer = { token: await as('record-keeper') }
  return [
    ['/', officer],
    ['/docs', officer],
    [`/funds/${fundId}/record/request?member=${memberId}`, officer],
    [`/funds/${fundId}/me`, { token: await as('household') }],
  ] as const
}

test('a service with a public name has its pages asked for over TLS alone, also those with a script', async () => {
  const village = await practice({ publicUrl: 'https://fund.example' })
  const scripts = []
  for (const [path, asked] of await pagesOf(village)) {
    const page = await village.ask(path, { ...asked, headers: { host: 'fund.example' } })
    expect([path, page.status]).toEqual([path, 200])
    expect(page.headers.get(hsts)).toBe(`max-age=${year}; includeSubDomains`)
    scripts.push(page.headers.get('content-security-policy')!.includes('script-src'))
  }
  expect(scripts).toEqual([false, true, true, true])
})

test('a service without a public name asks for no TLS, which nobody has on the own machine', async () => {
  const village = await practice()
  for (const [path, asked] of await pagesOf(village)) {
    const page = await village.ask(path, asked)
    expect([path, page.status, page.headers.get(hsts)]).toEqual([path, 200, null])
  }
})

test('letters are kept by the browser for a year, and what holds the fund is not kept at all', async () => {
  const { ask } = await practice()
  const letters = await ask('/fonts/noto-sans-khmer-400.woff2')
  expect(letters.headers.get('cache-control')).toMatch(/max-age=/)
  expect((await ask('/?lang=en')).headers.get('cache-control')).toBe('no-store')
})

test('only what a household may read is sent packed; what is denied looks as it does elsewhere', async () => {
  const { ask, as, fundId } = await practice()
  const headers = { 'accept-encoding': 'gzip' }
  const own = await ask(`/funds/${fundId}/me`, { token: await as('household'), headers })
  expect(own.headers.get('content-encoding')).toBe('gzip')
  const denied = await ask(`/funds/${fundId}/me`, {
    token: await as('auditor'),
    headers: { ...headers, accept: 'text/html' },
  })
  expect(denied.status).toBeGreaterThanOrEqual(400)
  expect(denied.headers.get('content-encoding')).toBeNull()
})

test('a form of ours is taken where the browser names where it comes from and nothing else', async () => {
  const { ask } = await practice()
  const sentFrom = (headers: Record<string, string>) =>
    ask('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ login: 'NOBODY', secret: '1' }),
      headers: { cookie: '__Host-lang=en', ...headers },
    })
  const ours = 'http://127.0.0.1:3000'
  expect((await sentFrom({ origin: ours })).status).not.toBe(403)
  expect((await sentFrom({ 'sec-fetch-site': 'same-origin' })).status).not.toBe(403)
  expect((await sentFrom({ referer: `${ours}/sign-in` })).status).not.toBe(403)
  expect((await sentFrom({})).status).toBe(403)
  expect((await sentFrom({ 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(403)
})

test('what an answer says in words stays as it is, also where it says that something is missing', async () => {
  const { ask } = await practice()
  const accept = 'text/html'
  const page = await ask('/?lang=en', { headers: { accept } })
  expect([page.status, (await page.text()).includes('13,237,800')]).toEqual([200, true])
  const sheet = await ask(pageFiles.style.path, { headers: { accept } })
  expect(sheet.headers.get('content-type')).toContain('text/css')
})

test('pages are sent packed, but where a secret or words of whoever asks may stand in them', async () => {
  const { ask, as, fundId, needs } = await practice()
  const token = await as('record-keeper')
  const { memberId } = (await needs.store.cards(fundId))[0]!
  const packed = async (path: string, form?: Readonly<Record<string, string>>) => {
    const headers = { accept: 'text/html', 'accept-encoding': 'gzip, br' }
    const body = form && { method: 'POST', body: new URLSearchParams(form) }
    const answer = await ask(path, { token, headers, ...body })
    return [answer.status, answer.headers.get('content-encoding')]
  }
  const fund = `/funds/${fundId}`
  for (const path of ['/?lang=en', `${fund}/record/deposit?member=${memberId}`, `${fund}/members`])
    expect([path, ...(await packed(path))]).toEqual([path, 200, 'gzip'])
  for (const path of [
    `${fund}/members?name=so%20da%20k1`,
    `${fund}/record/deposit?member=${memberId}&amount=40000`,
    '/card',
  ])
    expect([path, ...(await packed(path))]).toEqual([path, 200, null])
  expect(await packed(`${fund}/record/deposit/confirm`, { amount: 'x' })).toEqual([400, null])
  expect(await packed('/nothing')).toEqual([404, null])
})

test('styles, scripts and the mark are asked for once: what changes has another name', async () => {
  const { ask } = await practice()
  for (const { path, text } of Object.values(pageFiles)) {
    const answer = await ask(path)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await answer.text()).toBe(text)
  }
  expect((await ask('/style.css')).status).toBe(404)
})

test('a person who asked too often reads it as a page that says when to come back', async () => {
  const { ask } = await practice()
  for (let i = 0; i < 600; i += 1) await ask('/v1/nothing')
  const page = await ask('/?lang=en', { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, '60'])
  expect(page.headers.get('content-type')).toContain('text/html')
})

test('the log says how long a request took, and what broke at the box', async () => {
  const { ask, lines, pass, needs } = await practice({ isReady: async () => (pass(1_500), true) })
  await ask('/readyz')
  expect(lines.at(-1)).toMatchObject({ status: 200, ms: 1_500 })
  const before = lines.length
  await ask('/box')
  expect(lines.length).toBe(before)
  const failing = { ...needs.store, noteOf: () => Promise.reject(new Error('broken')) }
  const broken = await practice({ store: failing })
  const answer = await broken.ask(`/box?b=${boxDoorOf(broken.needs, broken.fundId)}`)
  expect(answer.status).toBe(500)
  expect(broken.lines.at(-1)).toMatchObject({ status: 500, fault: 'Error' })
})

test('a language that was chosen is kept for a year, and one that was not asked for is not', async () => {
  const { ask } = await practice()
  const chosen = (await ask('/?lang=km')).headers.get('set-cookie')
  expect(chosen).toMatch(new RegExp(`^__Host-lang=km; Max-Age=${year};.*HttpOnly.*SameSite=Lax`))
  expect((await ask('/')).headers.get('set-cookie')).toBeNull()
})

/** What a browser is told to keep, where nobody but this site may see it. */
const toldToKeep = async (tell: (context: HttpContext) => void): Promise<string> => {
  const app = new Hono<HttpEnv>()
  app.get('/', (context) => {
    tell(context)
    return context.text('')
  })
  const { headers } = await app.request('/')
  const cookie = headers.get('set-cookie')!
  for (const guard of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
    expect(cookie.split('; ')).toContain(guard)
  return cookie
}

test('a device is known for a year, a session until the browser is closed, and what is dropped at once', async () => {
  const device = await toldToKeep((context) => keepToken(context, 'device', 'd'))
  expect(device).toMatch(new RegExp(`^__Host-device=d; Max-Age=${year};`))
  const session = await toldToKeep((context) => keepToken(context, 'session', 's'))
  expect(session).toMatch(/^__Host-session=s;/)
  expect(session).not.toMatch(/Max-Age|Expires/)
  const dropped = await toldToKeep((context) => dropToken(context, 'session'))
  expect(dropped).toMatch(/^__Host-session=; Max-Age=0;/)
})
