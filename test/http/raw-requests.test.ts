import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveOnNode } from '#src/node.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let serving: Awaited<ReturnType<typeof serveOnNode>>
let port: number
beforeAll(async () => {
  village = await practice()
  const store = { close: async () => undefined } as never
  serving = await serveOnNode(village.needs, { store, host: '127.0.0.1', port: 0 })
  port = Number(new URL(serving.url).port)
})
afterAll(() => serving.stop())

/** Sends bytes as they are, and tells all that came back until the other side hung up. */
const sent = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let text = ''
    socket.on('data', (piece: Buffer) => (text += piece.toString('latin1')))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
    socket.setTimeout(5000, () => socket.destroy())
  })

const close = 'Connection: close\r\n\r\n'
const asked = (line: string, host: string, more = ''): string =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\n${more}${close}`

const here = () => `127.0.0.1:${port}`
const form = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n'

/** First lines and host names of which no address, or one with a login in it, can be made. */
const unreadable = (): readonly string[] => [
  ...[
    '256.0.0.1',
    '127.999.1.1',
    '1.2.3.4.5',
    '127.0.0.1:99999',
    '127.0.0.1:0x1',
    '[::1',
    '[::g]',
  ].flatMap((host) => [
    asked('GET /', host),
    asked('GET /box', host),
    asked('HEAD /healthz', host),
  ]),
  ...['u:p@127.0.0.1', 'u@127.0.0.1', ':p@127.0.0.1'].flatMap((login) =>
    ['/', '/box', '/box?b=1', '/v1/funds', '/docs', '/funds/x/me'].flatMap((path) => [
      asked(`GET http://${login}:${port}${path}`, here()),
      asked(`POST http://${login}:${port}${path}`, here(), form).concat('a=b'),
    ]),
  ),
  asked('POST /box', '256.0.0.1', form).concat('a=b'),
  asked('POST /sign-in', '256.0.0.1', form).concat('a=b'),
  asked('GET http://256.0.0.1/box', here()),
  asked('GET http://[::1/box', here()),
  asked('GET //', ''),
  asked('GET /', 'u:p@127.0.0.1'),
  asked('GET /\\box', '127.0.0.1'),
  asked('GET /box', 'a b'),
  asked('GET /box', '%'),
  asked('GET /box', '\u00ff'),
  asked('OPTIONS *', here()),
  `GET /box HTTP/1.1\r\n${close}`,
  `GET /box HTTP/1.0\r\n${close}`,
  asked('GET ftp://127.0.0.1/box', here()),
  asked('GET x', here()),
]

const oddities = (): readonly string[] => [
  ...['TRACE', 'PURGE', 'M-SEARCH', 'PROPFIND', 'QUERY', 'PATCH', 'SOURCE', 'LINK'].flatMap(
    (method) => [
      asked(`${method} /`, here()),
      asked(`${method} /box`, here()),
      asked(`${method} /v1/funds`, here()),
    ],
  ),
  asked('BREW /', here()),
  asked('GET http:///box', here()),
  asked('GET /', '0x.1'),
  asked('CONNECT 127.0.0.1:80', here()),
  asked('GET /%', here()),
  asked('GET /%ff%fe', here()),
  asked('GET /funds/%c3%28/me', here()),
  asked('GET /?lang=%', here()),
  asked('GET /?%=%', here()),
  asked('GET /', here(), 'Cookie: __Host-session=%\r\n'),
  asked('GET /', here(), 'Cookie: \u00ff=\u00ff; lang=%ff\r\n'),
  asked('GET /', here(), 'Accept-Language: \u00ff\r\n'),
  asked('GET /', here(), 'Expect: tea\r\n'),
  asked('GET /', here(), `X: ${'x'.repeat(40_000)}\r\n`),
  asked('GET /', here(), 'Upgrade: websocket\r\nConnection: upgrade\r\n'),
  asked('POST /box', here(), 'Transfer-Encoding: chunked\r\n').concat('zz\r\n'),
  asked('POST /box', here(), 'Content-Type: multipart/form-data\r\nContent-Length: 3\r\n').concat(
    'a=b',
  ),
  asked(
    'POST /sign-in',
    here(),
    'Content-Type: multipart/form-data; boundary=\r\nContent-Length: 3\r\n',
  ).concat('a=b'),
  asked('POST /v1/sign-in', here(), 'Content-Type: \u00ff\r\nContent-Length: 1\r\n').concat('{'),
  asked('GET /', here(), 'Referer: http://[\r\nOrigin: %\r\n'),
  asked('POST /sign-in', here(), `Referer: http://[\r\nCookie: a=b\r\n${form}`).concat('a=b'),
  'nonsense\r\n\r\n',
]

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

describe('whatever is written on the wire', () => {
  test('what makes no address is answered 400, with the headers of every answer, and stands in no log', async () => {
    const before = village.lines.length
    const others: string[] = []
    for (const bytes of unreadable()) {
      const answer = await sent(bytes)
      const lower = answer.toLowerCase()
      if (statusOf(answer) !== 400) others.push(`${statusOf(answer)} ${bytes}`)
      for (const header of [
        'content-security-policy:',
        'x-content-type-options: nosniff',
        'cache-control: no-store',
        'x-request-id:',
      ])
        expect([bytes, header, lower.includes(header)]).toEqual([bytes, header, true])
      expect([bytes, lower.includes('x-powered')]).toEqual([bytes, false])
    }
    expect(others).toEqual([])
    expect(village.lines.slice(before)).toEqual([])
  })

  test('nothing odd is answered 5xx, and every refusal has the headers of every answer', async () => {
    for (const bytes of oddities()) {
      const answer = await sent(bytes)
      expect([bytes, statusOf(answer) >= 500]).toEqual([bytes, false])
      // A tunnel is refused by hanging up.
      if (bytes.startsWith('CONNECT')) continue
      expect([bytes, answer.toLowerCase().includes('x-content-type-options: nosniff')]).toEqual([
        bytes,
        true,
      ])
    }
    expect(village.lines.filter(({ status }) => status >= 500)).toEqual([])
    expect((await sent(asked('GET /healthz', here()))).slice(0, 12)).toBe('HTTP/1.1 200')
  })
})
