import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Door } from '#src/app/practice-people.ts'
import { app } from '#src/http/app.ts'
import type { Asset } from '#src/http/needs.ts'
import { referenceFiles } from '#src/http/reference/assets.ts'
import { attempts, confession, hostileText, spoiltStore } from '#test/hostile/hostile-words.ts'
import { newVisitor, openWindow } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { type Practice, practice } from '#test/support/service.ts'

const strictPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; " +
  "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const assetOf = ({ of, stored, type }: (typeof referenceFiles)[number]): Asset => ({
  bytes: new Uint8Array(
    readFileSync(
      join(dirname(createRequire(import.meta.url).resolve(`${of}/package.json`)), stored),
    ),
  ),
  type,
})

let browser: Browser
let village: Practice
let server: ServerType
let url = ''
let memberId = ''
let loanIds: { own: string; other: string }

const listening = (fetch: (request: Request) => Response | Promise<Response>): Promise<string> =>
  new Promise((resolve) => {
    server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    )
  })

beforeAll(async () => {
  browser = await launchBrowser()
  const assets = new Map(referenceFiles.map((file) => [file.served, assetOf(file)]))
  village = await practice({ assets, secrets: cheapSecrets() })
  const { needs, fundId } = village
  url = await listening(app({ ...needs, store: spoiltStore(needs.store) }).fetch)
  memberId = (await needs.store.cards(fundId))[0]!.memberId
  const loans = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'loan')
  const isOwn = ({ data }: { data: string }) => data.includes(memberId)
  loanIds = { own: loans.find(isOwn)!.key, other: loans.find((loan) => !isOwn(loan))!.key }
})

afterAll(async () => {
  await browser?.close()
  await new Promise((closed) => server?.close(closed))
})

const visitorAs = async (door: Door | undefined): Promise<BrowserContext> => {
  const visitor = await newVisitor(browser)
  if (door !== undefined)
    await visitor.addCookies([
      {
        name: '__Host-session',
        value: await village.as(door),
        domain: '127.0.0.1',
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      },
    ])
  return visitor
}

/** Opens a window and listens for scripts that ran, for dialogs and for leaving the house. */
const watchedWindow = async (visitor: BrowserContext) => {
  const { page, complaints } = await openWindow(visitor)
  const ran: string[] = []
  page.on('console', (message) => {
    if (message.text().includes(confession)) ran.push(message.text())
  })
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) ran.push(`asked for ${request.url()}`)
  })
  // A missing page of this house is no complaint of the policy.
  const broken = () => complaints().filter((line) => line.startsWith('security policy'))
  return { page, ran, broken }
}

/** What of the mark-up could run: nothing of it may come from what people wrote. */
const livePartsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('*')].filter((element) => {
      const names = element.getAttributeNames()
      const isLive = ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'TEMPLATE']
      return (
        isLive.includes(element.tagName) ||
        names.some((name) => name.startsWith('on') || name === 'style' || name === 'srcdoc') ||
        /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '')
      )
    })
    return found.map(({ outerHTML }) => outerHTML.slice(0, 100))
  })

const everyQuery = (): string => {
  const names = ['asOf', 'amount', 'months', 'card', 'loan', 'member', 'key', 'c', 'to', 'before']
  const more = ['lang', 'new', 'q', hostileText]
  return new URLSearchParams([...names, ...more].map((name) => [name, hostileText])).toString()
}

const places = (): readonly (readonly [Door | undefined, readonly string[]])[] => {
  const fund = `/funds/${village.fundId}`
  const record = `${fund}/record/repayment`
  return [
    [undefined, ['/', '/sign-in', '/card', '/begin', '/enrol', '/start', '/me', '/nothing', '/%3Cscript%3E']],
    ['household', [`${fund}/me`, `${fund}/me/looked`, `${fund}/me/not-right`, '/me', `${fund}/loans/${loanIds.own}`]],
    ['record-keeper', [`${fund}/desk`, record, `${record}?loan=${loanIds.other}`, `${fund}/record/saving`, `${fund}/record/saving?member=${memberId}`, `${fund}/cards`, `${fund}/log`, '/step-up', '/me']],
    ['auditor', [`${fund}/health`, `${fund}/health/par30`, `${fund}/log`, `${fund}/loans/${loanIds.other}`, '/team', '/']],
    ['migration-worker', ['/team', '/me', '/']],
  ]
}

const policyOf = async (page: Page, path: string): Promise<string | undefined> =>
  (await page.goto(`${url}${path}`))?.headers()['content-security-policy']

describe('words that want to be a script', () => {
  test('run on no page, whoever wrote them wherever, and break no policy', async () => {
    for (const [door, paths] of places()) {
      const visitor = await visitorAs(door)
      for (const path of paths) {
        const { page, ran, broken } = await watchedWindow(visitor)
        const asked = [path, `${path}${path.includes('?') ? '&' : '?'}${everyQuery()}`]
        for (const one of asked) {
          expect(await policyOf(page, one), one).toBe(strictPolicy)
          expect(await livePartsOf(page), one).toEqual([])
        }
        expect([...ran, ...broken()], path).toEqual([])
        await page.close()
      }
      await visitor.close()
    }
  }, 240_000)

  test('are there on the pages, as text that everybody can read', async () => {
    const visitor = await visitorAs('record-keeper')
    const page = await visitor.newPage()
    await page.goto(`${url}/funds/${village.fundId}/desk`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await page.goto(`${url}/me`)
    expect(await page.locator('main').textContent()).toContain(attempts[0])
    await visitor.close()
  })

  test('typed into every field of every form come back as text or not at all', async () => {
    for (const [door, paths] of places()) {
      const visitor = await visitorAs(door)
      for (const path of paths) {
        const { page, ran, broken } = await watchedWindow(visitor)
        await page.goto(`${url}${path}`)
        const fields = page.locator('main form input, main form textarea')
        if ((await fields.count()) > 0) {
          await fields.evaluateAll((all, text) => {
            for (const field of all as HTMLInputElement[]) {
              field.removeAttribute('maxlength')
              field.removeAttribute('pattern')
              field.removeAttribute('required')
              if (!['hidden', 'radio', 'checkbox', 'submit'].includes(field.type)) {
                field.type = 'text'
                field.value = text
              }
            }
          }, hostileText)
          await page.locator('main form button').last().click()
          await page.waitForLoadState()
          expect(await livePartsOf(page), path).toEqual([])
        }
        expect([...ran, ...broken()], path).toEqual([])
        await page.close()
      }
      await visitor.close()
    }
  }, 240_000)
})

describe('the same words, where nothing holds them back', () => {
  const bare = (body: string) =>
    `<!doctype html><html lang="en"><head><title>x</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`

  const ranOn = async (headers: Record<string, string>, body: string): Promise<readonly string[]> => {
    const visitor = await newVisitor(browser)
    const { page, ran, broken } = await watchedWindow(visitor)
    await page.route('**/control', (route) =>
      route.fulfill({ contentType: 'text/html', headers, body: bare(body) }),
    )
    await page.route('**/x', (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto(`${url}/control`)
    await page.waitForTimeout(100)
    const seen = [...ran.filter((line) => line.includes(confession)), ...broken()]
    await visitor.close()
    return seen
  }

  const own = attempts.slice(0, 7).map((attempt, i) => [i, attempt] as const)
  test.each(own)('run when they are mark-up on a page without a policy: %i', async (_, attempt) => {
    const body = /^["']/.test(attempt) ? `<input value=${attempt[0]}${attempt}${attempt[0]}>` : attempt
    expect(await ranOn({}, body)).toContain(confession)
  })

  test('are stopped and complained of when they are mark-up on a page with our policy', async () => {
    for (const [, attempt] of own.filter(([, one]) => one.includes('<script>'))) {
      const seen = await ranOn({ 'content-security-policy': strictPolicy }, attempt)
      expect(seen).not.toContain(confession)
      expect(seen.join()).toContain('security policy')
    }
  })
})

test('a script that got in all the same can write no mark-up and reach no other site', async () => {
  const visitor = await visitorAs('household')
  const page = await visitor.newPage()
  await page.goto(`${url}/funds/${village.fundId}/me`)
  const tried = await page.evaluate(async () => {
    const tries: (() => unknown)[] = [
      () => (document.body.innerHTML = '<b>x</b>'),
      () => document.write('<b>x</b>'),
      () => window.trustedTypes!.createPolicy('default', {}),
      () => eval('1'),
      () => fetch('/v1/sessions'),
      () => fetch('http://evil.example/'),
    ]
    return Promise.all(
      tries.map(async (run) => {
        try {
          await run()
          return 'went through'
        } catch {
          return 'stopped'
        }
      }),
    )
  })
  expect(tried).toEqual(tried.map(() => 'stopped'))
  expect(await page.evaluate(() => document.cookie)).toBe('')
  await visitor.close()
})

describe('the reference page', () => {
  test('runs the scripts of this house alone, whatever its address asks for, and needs no cookie', async () => {
    const evil = 'http://evil.example/x.json'
    const asked = [
      '',
      `?url=${evil}&configUrl=${evil}&urls.primaryName=x`,
      `?url=javascript:${encodeURIComponent(attempts[0]!)}`,
      `#/${encodeURIComponent(attempts[2]!)}`,
      `?${everyQuery()}`,
    ]
    for (const more of asked) {
      const visitor = await visitorAs('administrator')
      const { page, ran, broken } = await watchedWindow(visitor)
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
      await page.goto(`${url}/docs${more}`)
      await page.locator('.opblock').first().waitFor()
      expect(scripts).toEqual(['/docs/start.js', '/docs/swagger-ui-bundle.js'])
      expect(sent).toEqual(['GET'])
      expect([...ran, ...broken()]).toEqual([])
      expect(await page.locator('main').innerHTML()).not.toContain('evil.example')
      const names = (await visitor.cookies()).map(({ name }) => name)
      expect(names).toEqual(['__Host-session'])
      await visitor.close()
    }
  })

  test('is the same to whoever is signed in as to a stranger', async () => {
    for (const path of ['/docs', '/openapi.json', '/docs/start.js']) {
      const [mine, yours] = [
        await village.ask(path, { token: await village.as('administrator') }),
        await village.ask(path),
      ]
      expect(await mine.text()).toBe(await yours.text())
      expect(mine.headers.get('set-cookie')).toBeNull()
    }
  })
})

test('every answer has the strict policy, also where something is missing, refused or broken', async () => {
  const { service, needs } = village
  const broken = app({ ...needs, store: { ...needs.store, fundIds: () => Promise.reject(new Error('x')) } })
  const headers = { host: '127.0.0.1:3000', accept: 'text/html' }
  const paths = [...service.pages.map(({ path }) => path), '/v1/funds', '/nothing', '/v1/x', '/style.css']
  for (const from of [service, broken])
    for (const path of paths)
      for (const method of ['GET', 'POST', 'PUT', 'HEAD'])
        for (const host of ['127.0.0.1:3000', 'evil.example']) {
          const answer = await from.request(path, { method, headers: { ...headers, host } })
          expect(answer.headers.get('content-security-policy'), `${method} ${path}`).toBe(strictPolicy)
          expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
          expect(await answer.text()).not.toMatch(/Error: x|\bat \/|node:/)
        }
})
