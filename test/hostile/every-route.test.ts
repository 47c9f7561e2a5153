import { beforeAll, expect, test } from 'vitest'
import { isOfNetwork } from '#test/http/access/expected-commands.ts'
import { oneOfEach } from '#test/http/access/commands.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { type Cell, cellsOf, isPage, targetOf } from '#test/http/access/matrix.ts'
import { bodyOf, methodOf, pathOf } from '#test/http/access/requests.ts'
import { meansOf } from '#test/http/access/sending.ts'
import { servedRoutes } from '#test/http/access/served.ts'
import { type Spare, newSpare } from '#test/http/access/targets.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * Each route gets a request that it would take, with one thing at a time spoilt: a part of its address, its words, a header,
 * the kind of its body, or one field of it. No chance decides which route gets what. Whatever comes, it is no fault of ours.
 */

/** With little time one of thirty spoilt requests is sent to each route, of other code other ones; else every fourth. */
const oneIn = process.env['TEST_BUDGET'] === 'ci' ? 4 : 30
const first = Number(process.env['TEST_SEED']) % oneIn

const deep = (open: string, close: string, depth: number): string =>
  open.repeat(depth) + close.repeat(depth)

const inAddress = [
  '%00', '%ED%A0%80', '%FF%FE', '%2F..%2F', '%25', '__proto__', 'constructor', '%F0%9F%92%A9', '-1',
  '9'.repeat(400), 'x'.repeat(5000), '%E2%80%AE', '%0D%0Aset-cookie:a=b', '*', '%3Fa=b', '0', 'null',
] // prettier-ignore

const queries = [
  '%', '%zz=%zz', 'a=%ED%A0%80', '__proto__=1', 'lang=km&lang=en', '=', '&&&', 'asOf=9999-99-99',
  'limit=1e400', 'cursor=%00', `card=${'x'.repeat(5000)}`, 'page=-1', 'day[]=1', 'asOf=2025-02-30&asOf=',
] // prettier-ignore

const headerSets: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/x-www-form-urlencoded; charset=x; charset=y' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': 'multipart/form-data; boundary="' },
  { 'content-type': 'application/json, text/html' },
  { 'content-type': '/' },
  { 'content-type': '\u00ff' },
  { 'content-encoding': 'gzip' },
  { 'content-length': '-1' },
  { 'content-length': '9'.repeat(30) },
  { 'transfer-encoding': 'chunked, chunked' },
  { cookie: '__Host-session=%; __Host-device=%ED%A0%80; lang=%' },
  { 'accept-language': '\u00ff,;q=x', accept: '*/*;q=z' },
  { range: 'bytes=-1-', 'if-none-match': '"' },
  { 'x-forwarded-for': '::::1', forwarded: 'for=%' },
  { referer: 'http://[', origin: 'null' },
  { 'idempotency-key': '\u00ff' },
]

const values = [
  'null', 'true', '-1', '-0', '1.5', '1e400', '-1e400', '1e-400', '9007199254740993', '9'.repeat(400),
  '""', '" "', '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"__proto__"', '"2025-02-30"', '"-271821-04-20"',
  '"0000-00-00"', '"១២"', `"${'x'.repeat(5000)}"`, '[]', '[[]]', '{}', '{"__proto__":{"a":1}}',
  '{"toString":null}', deep('[', ']', 60), deep('{"a":', '}', 40).replace('{"a":}', '{}'), '[null]', '["",""]',
] // prettier-ignore

const bodies = [
  '', ' ', 'null', '1', '"', '[', '[]', '{"a":1,"a":2}', deep('[', ']', 50_000), '\ufeff{}', '{"__proto__":null}',
  '\u0000', '{"\\u0000":1}', '{"commands":null}', `{"commands":[${'{},'.repeat(3000)}{}]}`, '{}{}',
] // prettier-ignore

const typed = [
  '', '%00', '%ED%A0%80', '%', '%zz', '-1', '1e400', '9'.repeat(400), '__proto__', 'constructor', '%0D%0A', '2025-02-30',
  '%E1%9F%A1', '%E2%80%AE', 'x'.repeat(201), 'x'.repeat(100_001), '0x10', 'NaN', '1,000', '%FF',
] // prettier-ignore

type Spoilt = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: BodyInit
}

/** The text of a value in which one field, wherever it stands, is another text. */
const spoiltJson = function* (json: unknown): Generator<string> {
  const whole = JSON.stringify(json)
  const places = new Set<string>()
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) places.add(JSON.stringify(path))
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name])
  }
  walk(json, [])
  for (const place of places) {
    const path = JSON.parse(place) as string[]
    const copy = JSON.parse(whole) as Record<string, unknown>
    let at = copy
    for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>
    at[path.at(-1)!] = '@@'
    const text = JSON.stringify(copy)
    for (const value of values) yield text.replace('"@@"', () => value)
    const { [path.at(-1)!]: _, ...without } = at
    if (!Array.isArray(at) && path.length === 1) yield JSON.stringify(without)
  }
  yield whole.replace('{', '{"unknown":1,')
  yield `${whole.slice(0, -1)},${whole.slice(1)}`
  yield* bodies
}

const spoiltForm = function* (form: Readonly<Record<string, string>>): Generator<string> {
  const fields = Object.entries(form)
  const text = (some: readonly (readonly [string, string])[]): string =>
    some.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  for (const [name] of fields) {
    const others = text(fields.filter(([other]) => other !== name))
    yield others
    for (const value of typed) yield `${others}&${name}=${value}`
  }
  yield `${text(fields)}&${text(fields)}`
  yield `${text(fields)}&unknown=1&__proto__=1`
  yield* ['', '%', '&&&', '=', 'a'.repeat(300_000), 'a=1&'.repeat(50_000), '{}']
}

const filesOf = (change: (form: FormData) => void): FormData => {
  const form = new FormData()
  change(form)
  return form
}

const spoiltFiles = function* (): Generator<FormData> {
  for (const name of [
    'sheet',
    'book.xlsx',
    'book.zip',
    'fund.json',
    'photo',
    'text',
    '__proto__',
    '',
  ])
    for (const bytes of [
      '',
      '\u0000',
      'PK\u0003\u0004',
      '%PDF-1.4',
      'a,b\n"',
      '\ud800',
      'PK\u0005\u0006'.padEnd(22, '\u0000'),
      deep('[', ']', 5000),
    ])
      yield filesOf((form) => form.append(name, new Blob([bytes]), '\u0000../x.csv'))
  yield filesOf(() => undefined)
  yield filesOf((form) => {
    for (let i = 0; i < 300; i += 1) form.append('sheet', 'x')
  })
}

let village: TwoNetworks
let spares: ReadonlyMap<string, Spare>
beforeAll(async () => {
  village = await twoNetworks()
  const { f1, f2, f3, f4 } = village
  spares = new Map(
    await Promise.all(
      [f1, f2, f3, f4].map(async (one) => [one.fundId, await newSpare(village, one)] as const),
    ),
  )
})

let sent = 0
const faults: string[] = []

const send = async (
  route: string,
  token: string,
  { path, headers, body }: Spoilt,
): Promise<void> => {
  sent += 1
  const address = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`
  const answer = await village.service.request(
    `http://localhost${path}`,
    {
      method: methodOf(route),
      headers: { host: ourHost, authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined || methodOf(route) === 'GET' ? {} : { body }),
    },
    { incoming: { socket: { remoteAddress: address } } },
  )
  const text = await answer.text()
  if (answer.status >= 500 || /\n\s+at \S+ \(|node_modules|\.ts:\d/.test(text))
    faults.push(
      `${answer.status} ${route} ${path.slice(0, 200)} ${JSON.stringify(headers)} ${String(body).slice(0, 300)}`,
    )
}

const kinds = { json: 'application/json', form: 'application/x-www-form-urlencoded' }

/** Everything that is spoilt of one request. */
const spoiltOf = async function* (cell: Cell): AsyncGenerator<Spoilt> {
  const { route, somebody } = cell
  const target = await targetOf(village, cell, (fundId) => spares.get(fundId)!)
  const means = { ...meansOf(village, somebody.home, false), target, newId: village.needs.ids }
  const made = async () => bodyOf(route, means)
  const { query = '', json, form, files } = await made()
  const path = pathOf(route, target)
  const type: Readonly<Record<string, string>> = json
    ? { 'content-type': kinds.json }
    : form
      ? { 'content-type': kinds.form }
      : {}
  const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : undefined
  const sound = { path: `${path}${query}`, headers: type, ...(body === undefined ? {} : { body }) }
  const parts = path.split('/')
  const named = route.slice(route.indexOf(' ') + 1).split('/')
  for (const [i, part] of named.entries())
    if (part.startsWith(':'))
      for (const odd of inAddress) yield { ...sound, path: parts.with(i, odd).join('/') }
  for (const odd of queries) yield { ...sound, path: `${path}?${odd}` }
  for (const headers of headerSets) yield { ...sound, headers: { ...type, ...headers } }
  if (json !== undefined) for (const text of spoiltJson(json)) yield { ...sound, body: text }
  if (form !== undefined) for (const text of spoiltForm(form)) yield { ...sound, body: text }
  if (files !== undefined || /photo|alerts/.test(route))
    for (const some of spoiltFiles()) yield { path: sound.path, headers: {}, body: some }
  if (methodOf(route) !== 'GET')
    for (const other of [kinds.json, kinds.form])
      for (const text of bodies) yield { ...sound, headers: { 'content-type': other }, body: text }
}

/** Routes after which the one who asks is nobody any more. */
const endsTheSession = /sign-out|quick-exit|sessions\/current$|me\/kept|sign-in|step-up|\/card$/

test('whatever of a request is spoilt, to whichever route, the answer is no fault of the service', async () => {
  const cells = new Map<string, Cell>()
  for (const cell of cellsOf(village, expectedRoutes))
    if (cell.isAllowed && cell.relation === 'own' && !cells.has(cell.route))
      cells.set(cell.route, cell)
  expect(cells.size).toBeGreaterThan(500)
  expect(servedRoutes(village.service).length).toBeGreaterThan(500)
  let place = 0
  for (const [route, cell] of cells) {
    place += 1
    let at = place + first
    let token = (await cell.somebody.freshSession()).token
    for await (const spoilt of spoiltOf(cell)) {
      at += 1
      if (at % oneIn !== 0) continue
      if (endsTheSession.test(route) || sent % 400 === 0)
        token = (await cell.somebody.freshSession()).token
      await send(route, token, spoilt)
    }
  }
  expect(faults.slice(0, 20)).toEqual([])
  expect(sent).toBeGreaterThan(oneIn === 4 ? 15_000 : 3000)
  expect([...cells.keys()].filter(isPage).length).toBeGreaterThan(200)
})

test('whatever of a command is spoilt, of whichever kind, the answer is no fault of the service', async () => {
  const { f1, people } = village
  const of = (way: string) => people.find((one) => one.way === way && one.home === f1)!
  let at = first
  let token = ''
  for (const [type, command] of Object.entries(oneOfEach(village, f1))) {
    const isNetwork = isOfNetwork(type)
    const route = isNetwork
      ? 'POST /v1/networks/:networkId/commands'
      : 'POST /v1/funds/:fundId/commands'
    const place = isNetwork ? `/v1/networks/${f1.networkId}` : `/v1/funds/${f1.fundId}`
    const sender = of(isNetwork ? 'administrator' : 'record-keeper')
    token = (await sender.freshSession()).token
    for (const text of spoiltJson(command)) {
      at += 1
      if (at % (oneIn * 2) !== 0) continue
      if (at % 400 === 0) token = (await sender.freshSession()).token
      const body = `{"commands":[${text}]}`
      const headers = { 'content-type': kinds.json }
      await send(route, token, { path: `${place}/commands?dryRun=true`, headers, body })
    }
  }
  expect(faults.slice(0, 20)).toEqual([])
  expect(at).toBeGreaterThan(5000)
})
