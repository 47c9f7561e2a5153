import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app } from '#src/http/app.ts'
import { pageFiles } from '#src/pages/files.ts'
import { triedOn } from '#test/hostile/tried-on.ts'
import { newVisitor } from '#test/browser/window.ts'
import { attempts, confession } from '#test/hostile/hostile-words.ts'
import {
  type Seen,
  everyQuery,
  spoiltVillage,
  strictPolicy,
  visitorAs,
  watchedWindow,
} from '#test/hostile/watching.ts'
import { ourHost } from '#test/support/service.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'

type WithTypes = { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }

let seen: Seen
beforeAll(async () => {
  seen = await spoiltVillage()
})
afterAll(() => seen?.stop())

describe('the same words, where nothing holds them back', () => {
  const bare = (body: string) =>
    `<!doctype html><html lang="en"><head><title>x</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`

  const ranOn = async (
    headers: Record<string, string>,
    body: string,
  ): Promise<readonly string[]> => {
    const visitor = await newVisitor(seen.browser)
    const { page, ran, broken } = await watchedWindow(seen, visitor)
    await page.route('**/control', (route) =>
      route.fulfill({ contentType: 'text/html', headers, body: bare(body) }),
    )
    await page.route('**/x', (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(`${seen.url}/control`)
    const toldSoFar = () => [...ran.filter((line) => line.includes(confession)), ...broken()]
    // It runs or is complained of: one of the two comes.
    while (toldSoFar().length === 0) await page.evaluate(() => new Promise(requestAnimationFrame))
    const told = toldSoFar()
    await visitor.close()
    return told
  }

  const own = attempts.slice(0, 7).map((attempt, i) => [i, attempt] as const)
  test.each(own)('run when they are mark-up on a page without a policy: %i', async (_, attempt) => {
    const body = /^["']/.test(attempt)
      ? `<input value=${attempt[0]}${attempt}${attempt[0]}>`
      : attempt
    expect(await ranOn({}, body)).toContain(confession)
  })

  test('are stopped and complained of when they are mark-up on a page with our policy', async () => {
    for (const [, attempt] of own.filter(([, one]) => one.includes('<script>'))) {
      const told = await ranOn({ 'content-security-policy': strictPolicy }, attempt)
      expect(told).not.toContain(confession)
      expect(told.join()).toContain('security policy')
    }
  })
})

test('a script that got in all the same can write no mark-up and reach no other site', async () => {
  const visitor = await visitorAs(seen, 'household')
  const page = await visitor.newPage()
  await page.goto(`${seen.url}/funds/${seen.village.fundId}/me`)
  const tried = await triedOn(page, [
    () => (document.body.innerHTML = '<b>x</b>'),
    () => document.write('<b>x</b>'),
    () => (window as unknown as WithTypes).trustedTypes.createPolicy('default', {}),
    () => fetch('/v1/sessions'),
    () => fetch('http://evil.example/'),
  ])
  expect(tried).toEqual(tried.map(() => 'stopped'))
  expect(await triedOn(page, [() => document.title])).toEqual(['went through'])
  expect(await page.evaluate(() => document.cookie)).toBe('')
  await visitor.close()
})

describe('the reference page', () => {
  test('runs the scripts of this house alone, whatever its address asks for, and needs no cookie', async () => {
    const evil = 'http://evil.example/x.json'
    const asked = [
      `?url=${evil}&configUrl=${evil}&urls.primaryName=x#/${encodeURIComponent(attempts[2]!)}`,
      `?url=javascript:${encodeURIComponent(attempts[0]!)}`,
      `?${everyQuery()}`,
    ]
    // Each opens the whole reference, which takes seconds: with little time the one that asks for most.
    const opened = isLong ? asked : [asked.at(-1)!]
    for (const more of opened) {
      const visitor = await visitorAs(seen, 'administrator')
      const { page, ran, broken } = await watchedWindow(seen, visitor)
      const sent: (string | undefined)[] = []
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.info(`a canary ran: ${event.violatedDirective}`),
        )
      })
      const scripts: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
        if (request.url().endsWith('/openapi.json')) sent.push(request.method())
      })
      await page.goto(`${seen.url}/docs${more}`)
      await page.locator('.opblock-tag').first().waitFor()
      expect(scripts).toEqual(['/docs/start.js', '/docs/swagger-ui-bundle.js'])
      expect(sent).toEqual(['GET'])
      expect([...ran, ...broken()]).toEqual([])
      expect(await page.locator('#reference').innerHTML()).not.toContain('evil.example')
      const names = (await visitor.cookies()).map(({ name }) => name)
      expect(names).toEqual(['__Host-session'])
      await visitor.close()
    }
  })

  test('is the same to whoever is signed in as to a stranger', async () => {
    for (const path of ['/docs', '/openapi.json', '/docs/start.js']) {
      const [mine, yours] = [
        await seen.village.ask(path, { token: await seen.village.as('administrator') }),
        await seen.village.ask(path),
      ]
      expect(await mine.text()).toBe(await yours.text())
      expect(mine.headers.get('set-cookie')).toBeNull()
    }
  })
})

test('every answer has the strict policy, also where something is missing, refused or broken', async () => {
  const { service, needs } = seen.village
  const broken = app({
    ...needs,
    store: { ...needs.store, fundIds: () => Promise.reject(new Error('x')) },
  })
  const headers = { accept: 'text/html' }
  const paths = [
    ...service.pages.map(({ path }) => path),
    '/v1/funds',
    '/nothing',
    '/v1/x',
    pageFiles.style.path,
  ]
  const methods = isLong ? ['GET', 'POST', 'PUT', 'HEAD'] : ['GET', 'POST']
  for (const from of [service, broken])
    for (const [place, path] of paths.entries())
      for (const [turn, method] of methods.entries()) {
        // Another host is refused before anybody asks where: each path with one method, turn about.
        const isTurn = place % methods.length === turn
        for (const host of isTurn ? [ourHost, 'evil.example'] : [ourHost]) {
          const answer = await from.request(path, { method, headers: { ...headers, host } })
          expect(answer.headers.get('content-security-policy'), `${method} ${path}`).toBe(
            strictPolicy,
          )
          expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
          expect(await answer.text()).not.toMatch(/Error: x|\bat \/|node:/)
        }
      }
})
