import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { referenceFiles } from '#src/http/reference/assets.ts'
import { pageFiles } from '#src/pages/files.ts'
import { askOf, firstLink, startSecret } from '#test/edge/asking.ts'
import { type Running, startWorker } from '#test/edge/worker.ts'
import { fieldsOf } from '#test/http/desk/at-desk.ts'
import { type Visitor, visitor } from '#test/http/entrance-visits.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { inFields, villageDay } from '#test/support/today.ts'

let running: Running
let ask: Practice['ask']
let guest: Visitor
let link: string

beforeAll(async () => {
  running = await startWorker({ settings: { MODE: 'practice', START_SECRET: startSecret } })
  ask = askOf(running)
  link = await firstLink(running)
  guest = visitor({ ask })
  await guest.get(link)
})

afterAll(() => running?.stop())

const open = async (door: string): Promise<string> => {
  const seen = await guest.send(`/doors/${door}`)
  expect([door, seen.status]).toEqual([door, 303])
  return seen.location!
}

test('the first link fills the practice fund and opens once, and only who has the secret is told it', async () => {
  expect((await guest.get('/')).page).toContain('action="/doors/household"')
  expect((await visitor({ ask }).get(link)).status).toBe(404)
  for (const token of [undefined, 'canary', startSecret.slice(1)])
    expect((await ask('/first-link', { method: 'POST', token })).status).not.toBe(200)
  expect((await ask('/first-link', { token: startSecret })).status).not.toBe(200)
})

test('each of the four doors leads to its desk, and signing out ends what it opened', async () => {
  const desks = {
    household: /\/funds\/[\w-]{36}\/me$/,
    ngo: /\/funds\/[\w-]{36}\/health$/,
    team: /^\/team$/,
    'record-keeper': /\/funds\/[\w-]{36}\/today$/,
  }
  for (const [door, desk] of Object.entries(desks)) {
    const place = await open(door)
    expect(place).toMatch(desk)
    const seen = await guest.get(place)
    expect([door, seen.status]).toEqual([door, 200])
    expect(seen.text.length).toBeGreaterThan(500)
  }
  const desk = await open('record-keeper')
  const cookies = new Map(guest.cookies)
  expect((await guest.send('/sign-out')).status).toBe(303)
  expect((await guest.get(desk)).status).toBe(401)
  const stolen = visitor({ ask }, Object.fromEntries(cookies))
  expect((await stolen.get(desk)).status).toBe(401)
})

test('a repayment is checked, recorded once though it is sent twice, and has its receipt', async () => {
  const desk = await open('record-keeper')
  const fund = desk.replace(/\/today$/, '')
  const loans = (await guest.get(`${fund}/record/repayment`)).page
  const place = /record\/repayment\?loan=[\w-]+/.exec(loans)![0]
  const filled = {
    ...fieldsOf((await guest.get(`${fund}/${place}`)).page),
    amount: '20000',
    ...inFields(villageDay()),
  }
  const check = await guest.send(`${fund}/record/repayment/confirm`, filled)
  expect(check.status).toBe(200)
  expect(check.text).toContain('Yes, record it')
  const fields = fieldsOf(check.page)
  const done = await Promise.all([1, 2].map(() => guest.send(`${fund}/record/repayment`, fields)))
  expect(done.map(({ status }) => status)).toEqual([303, 303])
  expect(new Set(done.map(({ location }) => location)).size).toBe(1)
  const receipt = await guest.get(done[0]!.location!)
  expect(receipt.text).toContain('Receipt for a repayment')
  expect(receipt.text).toContain('20,000\u202f៛')
})

test('a PIN that is guessed five times locks the door, for the right one too', async () => {
  const phone = visitor({ ask }, { '__Host-device': guest.cookies.get('__Host-device')! })
  const { login, pin } = practiceSecond
  expect((await phone.send('/sign-in', { login, secret: pin })).status).toBe(303)
  const guesses = await Promise.all(
    Array.from({ length: 8 }, () => phone.send('/sign-in', { login, secret: '000000' })),
  )
  const refusals = guesses.map(({ status }) => status)
  expect(refusals.filter((status) => status === 401)).toHaveLength(5)
  expect(refusals.filter((status) => status === 429)).toHaveLength(3)
  expect((await phone.send('/sign-in', { login, secret: pin })).status).toBe(429)
})

/** What no two answers have alike; and that the runtime packs an answer where the sender can unpack it. */
const changing = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'ratelimit-remaining',
  'ratelimit-reset',
  'transfer-encoding',
  'x-request-id',
])

const headersOf = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !changing.has(name)))

const stranger = [
  '/',
  '/docs',
  '/docs/start.js',
  '/openapi.json',
  pageFiles.style.path,
  pageFiles.own.path,
  '/fonts/noto-sans-khmer-400.woff2',
  '/healthz',
  '/readyz',
  '/sign-in',
  '/nothing',
  '/v1/nothing',
  '/practice-book/fund.json',
  '/funds/00000000-0000-7000-8000-000000000001/health',
]

test('what a stranger is told has the same status and the same headers as on Node', async () => {
  const node = await practice()
  for (const path of stranger) {
    const [here, there] = [await ask(path), await node.ask(path)]
    expect([path, here.status, headersOf(here)]).toEqual([path, there.status, headersOf(there)])
  }
})

test('the description of the API is the same, and its page has its files', async () => {
  const { needs, ask: onNode } = await practice()
  const text = await (await ask('/openapi.json')).text()
  const other = await (await onNode('/openapi.json')).text()
  const { version } = (await (await ask('/version')).json()) as { version: string }
  expect(text).toBe(other.replace(`"version":"${needs.version}"`, `"version":"${version}"`))
  for (const { served, type } of referenceFiles) {
    const file = await ask(served)
    expect([served, file.headers.get('content-type')]).toEqual([served, type])
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(100_000)
  }
})

test('a fund that is not there and one that is not yours are the same answer, byte for byte', async () => {
  const fund = (await open('record-keeper')).replace(/\/today$/, '')
  await open('team')
  const other = '/funds/00000000-0000-7000-8000-000000000001'
  for (const path of ['/today', '/health', '/log']) {
    const [none, notMine] = [await guest.get(other + path), await guest.get(fund + path)]
    expect([path, none.status, notMine.status]).toEqual([path, 404, 404])
    expect(none.page).toBe(notMine.page)
  }
})

const statusOnHost = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(`${running.url}/`, { headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.once('error', reject).end()
  })

test('another host name and another site are turned away', async () => {
  const fromElsewhere = { headers: { 'sec-fetch-site': 'cross-site' }, method: 'POST' }
  expect((await ask('/sign-in', fromElsewhere)).status).toBe(403)
  expect(await statusOnHost('village.example')).toBe(421)
  expect(await statusOnHost(new URL(running.url).host)).toBe(200)
})
