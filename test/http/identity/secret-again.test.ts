import { beforeAll, expect, test } from 'vitest'
import { asksSecretAgain } from '#src/http/guard.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { targetOf } from '#test/http/access/matrix.ts'
import type { Somebody } from '#test/http/access/people.ts'
import { bodyOf, pathOf } from '#test/http/access/requests.ts'
import { meansOf } from '#test/http/access/sending.ts'
import { type Spare, newSpare } from '#test/http/access/targets.ts'
import { type TwoNetworks, secretOfAll, twoNetworks } from '#test/http/access/two-networks.ts'
import { practising } from '#test/http/entrance-visits.ts'
import { as, minute } from '#test/http/network-visits.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ourHost } from '#test/support/service.ts'

let village: TwoNetworks
let spare: Spare
beforeAll(async () => {
  village = await twoNetworks()
  spare = await newSpare(village, village.f1)
})

type Fields = Readonly<Record<string, string>>
type Answer = { readonly status: number; readonly page: string; readonly location: string | null }

let senders = 0
const post = async (token: string, path: string, body: Fields | FormData): Promise<Answer> => {
  senders += 1
  const answer = await village.service.request(
    path,
    {
      method: 'POST',
      headers: { host: ourHost, authorization: `Bearer ${token}` },
      body: body instanceof FormData ? body : new URLSearchParams(body),
    },
    { incoming: { socket: { remoteAddress: `10.9.${senders >> 8}.${senders & 255}` } } },
  )
  const location = answer.headers.get('location')
  return { status: answer.status, page: await answer.text(), location }
}

/** A session whose secret was given an hour ago. */
const staleToken = async ({ networkId, freshSession }: Somebody): Promise<string> => {
  const { token, sessionId } = await freshSession()
  const steppedUpAt = '2025-12-31T01:00:00.000Z'
  await village.store.changeOpenSession(networkId, sessionId, { steppedUpAt })
  return token
}

const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What stands in the fields of a page, as a browser would send it; files and secrets stand in none. */
const filledIn = (page: string): Fields => {
  const main = page.slice(page.indexOf('<main'))
  const inputs = [...main.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
  const boxes = inputs.filter((tag) => /type="(radio|checkbox)"/.test(tag))
  const lines = inputs.filter((tag) => !/type="(radio|checkbox|file|password)"/.test(tag))
  return Object.fromEntries([
    ...lines.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ...boxes
      .filter((tag) => / checked/.test(tag))
      .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ...[...main.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
      ([, name, options]) => [
        name!,
        attribute(/<option[^>]* selected[^>]*>/.exec(options!)?.[0] ?? '', 'value'),
      ],
    ),
    ...[...main.matchAll(/<textarea\b[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g)].map(
      ([, name, text]) => [name!, decoded(text!)],
    ),
  ])
}

/** The same form as somebody fills it in: each line typed, the last of each list chosen, each box ticked. */
const typedInto = (page: string): Fields => {
  const main = page.slice(page.indexOf('<main'))
  const typed: Record<string, string> = { ...filledIn(page) }
  for (const [tag] of main.matchAll(/<input\b[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((key) =>
      decoded(new RegExp(`\\b${key}="([^"]*)"`).exec(tag)?.[1] ?? ''),
    )
    const type = /type="(\w+)"/.exec(tag)?.[1]
    if (type === 'text') typed[name!] = name === 'year' ? '2027' : '12'
    if (type === 'radio' || type === 'checkbox') typed[name!] = value!
    if (type === 'password') typed[name!] = 'canary of a secret'
  }
  for (const [, name, options] of main.matchAll(
    /<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    typed[name!] =
      [...options!.matchAll(/value="([^"]*)"/g)].map(([, value]) => value!).at(-1) ?? ''
  for (const [, name] of main.matchAll(/<textarea\b[^>]*name="([^"]*)"/g))
    typed[name!] = 'twelve\nlines'
  return typed
}

const keptIn = (page: string): string => /name="kept" value="([^"]*)"/.exec(page)?.[1] ?? ''

/** Names that are given together with a secret stand in no page again, as the secret does not. */
const givenAnew = ['login', 'secondLogin']
/** Who was found by name stands there as the page names people, in full or by card. */
const people = ['replaces']
const isSecret = (name: string): boolean => /secret|pin|passphrase|again/i.test(name)

const steppingRoutes = (): readonly string[] =>
  village.service.pages
    .filter(({ method, rule }) => method === 'post' && rule !== 'public' && rule !== 'signed-in')
    .filter(({ rule }) => asksSecretAgain(rule as Parameters<typeof asksSecretAgain>[0]))
    .map(({ path }) => `POST ${path}`)

/** Sends what a form needs to be found at all, as the first who may, and is asked for the secret. */
const askedAt = async (route: string) => {
  const { may } = expectedRoutes[route]!
  const who = village.people.find(({ way, home }) => home === village.f1 && may.includes(way))!
  const cell = { route, somebody: who, relation: 'own', status: 200, isAllowed: false } as const
  const target = await targetOf(village, cell, () => spare)
  const means = { ...meansOf(village, who.home, false), target, newId: village.needs.ids }
  const { form, files } = await bodyOf(route, means)
  const path = pathOf(route, target)
  const token = await staleToken(who)
  return { who, token, path, asked: await post(token, path, files?.() ?? form ?? {}) }
}

/** What is pressed and has no form: it is done once the secret is given. */
const pressedAlone = ['POST /network/devices', 'POST /network/people/:userId/let-in']

test('every form that asks for the secret again shows what was filled in, and no secret of it', async () => {
  const routes = steppingRoutes()
  expect(routes.length).toBeGreaterThan(45)
  const lost: string[] = []
  let compared = 0
  for (const route of routes) {
    const { who, token, path, asked } = await askedAt(route)
    expect(asked.status, route).toBe(403)
    const shown = await post(token, path, { kept: keptIn(asked.page), ownSecret: secretOfAll })
    if (pressedAlone.includes(route)) {
      expect([200, 303], route).toContain(shown.status)
      continue
    }
    const typed = typedInto(shown.page)
    const later = await staleToken(who)
    const again = await post(later, path, typed)
    const kept = keptIn(again.page)
    if (kept === '') {
      lost.push(`${route}: ${shown.status} ${pageText(shown.page).slice(0, 200)}`)
      continue
    }
    expect(again.page, route).not.toContain('canary of a secret')
    const back = await post(later, path, { kept, ownSecret: secretOfAll })
    expect(back.page, route).not.toContain('canary of a secret')
    const there = filledIn(back.page)
    for (const [name, value] of Object.entries(typed)) {
      if ([...givenAnew, ...people].includes(name) || isSecret(name)) continue
      compared += 1
      if (there[name] !== value) lost.push(`${route}: ${name} was ${value}, is ${there[name]}`)
    }
  }
  expect(lost).toEqual([])
  expect(compared).toBeGreaterThan(100)
})

/** An administrator who was asked for the secret after a login and a day had been typed. */
const asked = async (more: Partial<Fields> = {}) => {
  const who = village.people.find(({ way }) => way === 'administrator')!
  const token = await staleToken(who)
  const typed = {
    login: 'Chan Dara',
    role: 'auditor',
    day: '30',
    month: '11',
    year: '2026',
    ...more,
  }
  const path = '/network/add/staff'
  const answer = await post(token, path, typed as Fields)
  return { who, token, path, answer, kept: keptIn(answer.page) }
}

test('what was typed stands neither in the page that asks, nor in an address, nor in a log', async () => {
  const { token, path, answer, kept, who } = await asked()
  const text = decodeURIComponent(answer.page)
  for (const typed of ['Chan Dara', 'Dara']) {
    expect(text).not.toContain(typed)
    expect(atob(kept)).not.toContain(typed)
  }
  expect(answer.page).toContain(`action="${path}"`)
  const back = await post(token, path, { kept, ownSecret: secretOfAll })
  expect([back.status, back.location]).toEqual([200, null])
  expect(filledIn(back.page)).toMatchObject({ role: 'auditor', day: '30', year: '2026' })
  const lines = await village.store.activities(who.networkId, { limit: 20 })
  expect(JSON.stringify(lines)).not.toContain('Dara')
  expect(lines.slice(0, 3).map(({ action, outcome }) => `${action} ${outcome}`)).toContain(
    'step-up done',
  )
})

test('who signs in meanwhile sees nothing of what another filled in', async () => {
  const { path, kept, who } = await asked()
  const other = await who.freshSession()
  const seen = await post(other.token, path, { kept, ownSecret: secretOfAll })
  expect(seen.status).toBe(409)
  expect(pageText(seen.page)).toContain('it belongs to another sign-in')
  expect(seen.page).not.toContain('Dara')
})

test('what was filled in for one form, or was altered, is filled into none', async () => {
  const { token, kept } = await asked()
  const elsewhere = await post(token, '/network/add/member', { kept, ownSecret: secretOfAll })
  const altered = `${kept.slice(0, 40)}${kept[40] === 'A' ? 'B' : 'A'}${kept.slice(41)}`
  const changed = await post(token, '/network/add/staff', { kept: altered, ownSecret: secretOfAll })
  const asAsked = await post(token, '/network/add/staff?x=1', { kept, ownSecret: secretOfAll })
  expect([elsewhere.status, changed.status, asAsked.status]).toEqual([409, 409, 409])
})

test('a wrong secret is told, and what was filled in waits on', async () => {
  const { token, path, kept } = await asked()
  const wrong = await post(token, path, { kept, ownSecret: 'canary' })
  expect(wrong.status).toBe(401)
  expect(wrong.page).not.toContain('canary')
  const right = await post(token, path, { kept: keptIn(wrong.page), ownSecret: secretOfAll })
  expect(filledIn(right.page)).toMatchObject({ role: 'auditor' })
})

test('a page that is sent once more, by whoever sits before it then, gives no secret a second time', async () => {
  for (const more of [{}, { more: 'x'.repeat(700_000) }]) {
    const { who, token, path, kept } = await asked(more)
    const sent = { kept, ownSecret: secretOfAll }
    expect([200, 409]).toContain((await post(token, path, sent)).status)
    const { networkId } = who
    const { session } = (await village.store.signedIn(networkId, village.needs.hash(token)))!
    const stale = { steppedUpAt: '2025-12-31T00:30:00.000Z' }
    await village.store.changeOpenSession(networkId, session.sessionId, stale)
    const again = await post(token, path, sent)
    expect([again.status, pageText(again.page)]).toEqual([
      403,
      expect.stringContaining('once more'),
    ])
    const after = (await village.store.signedIn(networkId, village.needs.hash(token)))!
    expect(after.session.steppedUpAt).toBe(stale.steppedUpAt)
    const anew = await post(token, path, { kept: keptIn(again.page), ownSecret: secretOfAll })
    expect(anew.status).toBe('more' in more ? 409 : 200)
  }
})

test('a file is not kept, and the page says so before and after', async () => {
  const { token, path, asked: first } = await askedAt('POST /network/book')
  expect(pageText(first.page)).toContain('A file that you chose is not kept')
  const back = await post(token, path, { kept: keptIn(first.page), ownSecret: secretOfAll })
  expect(back.status).toBe(200)
  expect(pageText(back.page)).toContain('Choose your file again.')
})

test('what is too much to keep is told before the secret is given', async () => {
  const { token, path, answer, kept } = await asked({ more: 'x'.repeat(700_000) })
  expect(pageText(answer.page)).toContain('It was too much to keep')
  const after = await post(token, path, { kept, ownSecret: secretOfAll })
  expect(after.status).toBe(409)
})

test('in the practice fund whoever came by a door presses a button', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const day = { day: '30', month: '11', year: '2026' }
  world.pass(11 * minute)
  const first = await desk.send('/network/add/staff', {
    login: 'Chan Dara',
    role: 'auditor',
    ...day,
  })
  expect(first.status).toBe(403)
  expect(first.page).not.toContain('type="password"')
  const back = await desk.send('/network/add/staff', { kept: keptIn(first.page), ownSecret: '' })
  expect(filledIn(back.page)).toMatchObject({ role: 'auditor', ...day })
})
