import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readConfiguration } from '#src/configuration.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { alertFetcher, askByFetch, isPrivateAddress } from '#infra/system/alert-feeds.ts'
import { type Outside, askOnNode, theInternet } from '#infra/system/alert-feeds-on-node.ts'
import { sha256 } from '#infra/system/system.ts'
import { alertsOf } from '#src/app/alerts.ts'
import { alertOf } from '#src/exchange/cap/alert.ts'
import { pollFeeds } from '#src/exchange/cap/taking-in.ts'

const alert = (identifier: string, msgType = 'Alert', more = ''): string =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${identifier}</identifier><sender>weather.example.org</sender><sent>2025-12-30T05:00:00+07:00</sent><status>Actual</status><msgType>${msgType}</msgType><scope>Public</scope>${more}</alert>`
const refers = '<references>weather.example.org,KH-1,2025-12-30T05:00:00+07:00</references>'

type Answer = (asked: IncomingMessage, answer: ServerResponse) => void
let answers: Readonly<Record<string, Answer>> = {}
let asked: IncomingMessage[] = []
const server = createServer((incoming, outgoing) => {
  asked.push(incoming)
  const answer = answers[incoming.url ?? '']
  if (answer) answer(incoming, outgoing)
  else outgoing.writeHead(404).end()
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})
beforeEach(() => {
  answers = {}
  asked = []
})

/** As on the internet, but for the names: all lead to the server of this test, which speaks without TLS. */
const outside = (more: Partial<Outside> = {}): Outside => ({
  addressesOf: async () => [{ address: '127.0.0.1', family: 4 }],
  isPrivate: () => false,
  request,
  port,
  ...more,
})
const fetcher = (more: Partial<Outside> = {}, wait = 5_000) =>
  alertFetcher(askOnNode(outside(more)), wait)
const at = (path: string): string => `https://alerts.example.org${path}`
const says =
  (text: string, headers: Readonly<Record<string, string>> = {}, status = 200): Answer =>
  (_, answer) =>
    answer.writeHead(status, headers).end(text)

test('an address gives its alert, and is told what is wanted and nothing of whoever asks', async () => {
  answers = { '/flood.xml': says(alert('KH-1')) }
  expect(await fetcher()(at('/flood.xml'))).toEqual({ text: alert('KH-1') })
  const { headers, method } = asked[0]!
  expect(method).toBe('GET')
  expect(Object.keys(headers).toSorted()).toEqual(['accept', 'connection', 'host'])
})

test('no redirect is followed, and no answer but a good one is an alert', async () => {
  answers = {
    '/away': says('', { location: '/flood.xml' }, 302),
    '/for-ever': says('', { location: 'https://elsewhere.example.org/x' }, 308),
    '/flood.xml': says(alert('KH-1')),
    '/part': says(alert('KH-1'), {}, 206),
    '/nothing': says('', {}, 204),
    '/broken': says(alert('KH-1'), {}, 500),
    '/unasked': says('', {}, 304),
  }
  for (const path of Object.keys(answers).filter((one) => one !== '/flood.xml'))
    expect([path, await fetcher()(at(path))]).toEqual([path, { code: 'feed-not-reached' }])
  expect(asked.map(({ url }) => url)).not.toContain('/flood.xml')
})

test('a body that never ends is left at 256 KiB, and the connection is closed', async () => {
  let isClosed: () => void = () => undefined
  const closed = new Promise<void>((done) => {
    isClosed = done
  })
  answers = {
    '/huge': (_, answer) => {
      const more = () => {
        while (!answer.destroyed && answer.write('x'.repeat(65_536)));
        if (!answer.destroyed) answer.once('drain', more)
      }
      answer.on('close', isClosed)
      more()
    },
  }
  expect(await fetcher()(at('/huge'))).toEqual({ code: 'alert-too-long' })
  await closed
})

// Nothing here ends by itself: waited for, it would outlast the test.
test('who is silent, drips or hangs up is not waited for', async () => {
  answers = {
    '/silent': () => undefined,
    '/drip': (_, answer) => {
      answer.writeHead(200)
      const drip = setInterval(() => answer.write(' '), 20)
      answer.on('close', () => clearInterval(drip))
    },
    '/cut': (_, answer) => {
      answer.writeHead(200, { 'content-length': '5000' })
      answer.write('<alert')
      setTimeout(() => answer.destroy(), 20)
    },
  }
  for (const path of Object.keys(answers)) {
    expect([path, await fetcher({}, 250)(at(path))]).toEqual([path, { code: 'feed-not-reached' }])
  }
})

test('a name that leads into a private network is never connected to, one of several addresses is enough', async () => {
  answers = { '/flood.xml': says(alert('KH-1')) }
  const inside = ['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1']
  for (const address of inside)
    for (const all of [[address], ['203.0.114.1', address]]) {
      const addressesOf = async () => all.map((one) => ({ address: one, family: 4 }))
      const get = fetcher({ addressesOf, isPrivate: isPrivateAddress })
      expect([all, await get(at('/flood.xml'))]).toEqual([all, { code: 'feed-not-reached' }])
    }
  const nowhere = fetcher({ addressesOf: async () => [] })
  expect(await nowhere(at('/flood.xml'))).toEqual({ code: 'feed-not-reached' })
  expect(asked).toEqual([])
})

test('a name that leads elsewhere a moment later is looked up once, and that is where it is asked', async () => {
  answers = { '/flood.xml': says(alert('KH-1')) }
  const told: string[] = []
  // Public when it is first looked up, private ever after.
  const addressesOf = async () => {
    told.push('looked up')
    return [{ address: told.length === 1 ? '127.0.0.1' : '10.0.0.5', family: 4 }]
  }
  const get = fetcher({ addressesOf, isPrivate: (one) => one === '10.0.0.5' })
  expect(await get(at('/flood.xml'))).toEqual({ text: alert('KH-1') })
  expect(told).toHaveLength(1)
  // It is looked at anew for each asking: the connection of before is not used again.
  expect(await get(at('/flood.xml'))).toEqual({ code: 'feed-not-reached' })
  expect(asked).toHaveLength(1)
})

test('of a name all addresses are looked at, since any of them may be connected to', async () => {
  const found = await theInternet.addressesOf('localhost')
  expect(found.length).toBeGreaterThan(0)
  for (const { address } of found) expect(theInternet.isPrivate(address), address).toBe(true)
})

test('a Worker takes a good answer alone, follows no redirect and knows what is unchanged', async () => {
  answers = {
    '/flood.xml': says(alert('KH-1'), { etag: '"1"' }),
    '/plain.xml': says(alert('KH-2')),
    '/unchanged': says('', {}, 304),
    '/nothing': says('', {}, 204),
    '/broken': says(alert('KH-1'), {}, 500),
    '/away': says('', { location: '/flood.xml' }, 302),
  }
  const ask = async (path: string) =>
    askByFetch(`http://127.0.0.1:${port}${path}`, {
      headers: { accept: 'text/xml' },
      signal: AbortSignal.timeout(5_000),
    })
  const read = async (path: string) => {
    const answer = await ask(path)
    if (typeof answer === 'string') return answer
    return [await new Response(answer.body as ReadableStream).text(), answer.etag]
  }
  expect(await read('/flood.xml')).toEqual([alert('KH-1'), '"1"'])
  expect(await read('/plain.xml')).toEqual([alert('KH-2'), undefined])
  expect(await read('/unchanged')).toBe('unchanged')
  expect(await read('/nothing')).toBe('nothing')
  expect(await read('/broken')).toBe('nothing')
  asked = []
  await expect(ask('/away')).rejects.toThrow()
  expect(asked.map(({ url }) => url)).toEqual(['/away'])
})

test('addresses that are no feeds are asked for nothing, whatever answers there', async () => {
  answers = { '/x': says(alert('KH-1')) }
  for (const odd of [
    `http://127.0.0.1:${port}/x`,
    `https://127.0.0.1/x`,
    'https://localhost/x',
    'https://me:you@alerts.example.org/x',
  ])
    expect(await fetcher()(odd)).toEqual({ code: 'feed-not-reached' })
  expect(asked).toEqual([])
})

test('what has not changed is not sent again, and counts as what it was', async () => {
  answers = {
    '/flood.xml': ({ headers }, answer) =>
      headers['if-none-match'] === '"1"'
        ? answer.writeHead(304).end()
        : answer.writeHead(200, { etag: '"1"' }).end(alert('KH-1')),
  }
  const get = fetcher()
  for (let n = 0; n < 3; n += 1)
    expect(await get(at('/flood.xml'))).toEqual({ text: alert('KH-1') })
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', '"1"'])
  answers = { '/flood.xml': says(alert('KH-2'), { etag: '"2"' }) }
  expect(await get(at('/flood.xml'))).toEqual({ text: alert('KH-2') })
})

test('a poll keeps every alert once, updates and cancellations too, and of a page, a picture or half an alert nothing', async () => {
  answers = {
    '/1': says(alert('KH-1'), { 'content-type': 'application/octet-stream' }),
    '/2': says(alert('KH-2', 'Update', refers)),
    '/3': says(alert('KH-3', 'Cancel', refers)),
    '/page': says('<!doctype html><p>Sign in</p>', { 'content-type': 'application/cap+xml' }),
    '/picture': (_, answer) => answer.writeHead(200).end(Buffer.from([0x89, 0x50, 0xff, 0xfe, 0])),
    '/half': says(alert('KH-4').slice(0, 200)),
    '/zipped': says('\u001f\u008b garbage', { 'content-encoding': 'gzip' }),
  }
  const needs = { store: memoryStore(), hash: sha256 }
  const feeds = { addresses: [...Object.keys(answers), '/none'].map(at), fetch: fetcher() }
  for (let n = 0; n < 2; n += 1)
    expect(await pollFeeds(needs, 'fund-a', feeds)).toEqual({ taken: 3, failed: 5 })
  const kept = await alertsOf(needs, 'fund-a')
  expect(kept.map(({ identifier, msgType }) => `${identifier} ${msgType}`).toSorted()).toEqual([
    'KH-1 Alert',
    'KH-2 Update',
    'KH-3 Cancel',
  ])
})

test('nothing is asked for anywhere where nobody has set an address', () => {
  expect(readConfiguration({})).toMatchObject({ configuration: { CAP_FEEDS: [] } })
})

test('a text that is refused is refused with the line up to which it could be read', () => {
  const lines = (n: number, then: string): string =>
    `<?xml version="1.0"?>\n<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">\n${'<note/>\n'.repeat(n)}${then}`
  for (const [text, code, line] of [
    [lines(3, '<!ENTITY lol "lol">'), 'alert-has-doctype', 6],
    [lines(0, '<note>&lol9;</note>'), 'alert-has-entity', 3],
    [
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${lines(0, '')}`,
      'alert-has-doctype',
      1,
    ],
    [lines(2, '</warning>'), 'alert-not-xml', 5],
    [lines(2, '<note>'), 'alert-not-xml', 5],
    [lines(4, '<!-- never closed\n\n'), 'alert-not-xml', 7],
  ] as const)
    expect(alertOf(text)).toEqual({ code, line })
})
