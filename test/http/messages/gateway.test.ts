import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { type AddressInfo, createServer as createConnections } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { carrierByFetch } from '#infra/system/carrier-by-fetch.ts'
import { carrierToFiles, dropIncoming, incomingFiles } from '#infra/system/carrier-to-file.ts'
import { carrierToGateway } from '#infra/system/carrier-to-gateway.ts'
import { isAllowed } from '#infra/system/gateway.ts'
import { readConfiguration } from '#src/configuration.ts'

const text = { id: 'a1b2', to: '+85512345678', text: 'សួស្តី' }
const secret = 'a gateway secret of more than thirty-two characters'

type Asked = {
  readonly url: string
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

let server: Server
let asked: Asked[]
let answer: (request: IncomingMessage, response: ServerResponse) => void

beforeEach(async () => {
  asked = []
  answer = (_, response) => response.end()
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked.push({ url: request.url ?? '', body, headers: request.headers })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const urlOf = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`
/** What a gateway may do that has taken nothing. */
const failing = [
  ['says 500', (_: unknown, response: ServerResponse) => response.writeHead(500).end()],
  [
    'says that it knows nobody',
    (_: unknown, response: ServerResponse) => response.writeHead(404).end(),
  ],
  ['cuts the line', (request: IncomingMessage) => request.socket.destroy()],
  ['says nothing at all', () => undefined],
  [
    'sends elsewhere',
    (_: unknown, response: ServerResponse) => response.writeHead(307, { location: '/other' }).end(),
  ],
] as const

describe.each([
  ['by a socket', carrierToGateway],
  ['by what a Worker asks with', carrierByFetch],
])('a gateway over HTTP, %s,', (_, carrierTo) => {
  const carry = (more: { readonly mayBePrivate?: boolean; readonly waitMs?: number } = {}) =>
    carrierTo({ url: urlOf(), secret, mayBePrivate: true, waitMs: 60_000, ...more })(text)

  test('is given the text once, with the secret and an id that tells a repeated one', async () => {
    expect(await carry()).toBe('taken')
    expect(asked).toHaveLength(1)
    const [{ url, body, headers }] = asked as [Asked]
    expect([url, JSON.parse(body)]).toEqual(['/send', text])
    expect(headers).toMatchObject({
      authorization: `Bearer ${secret}`,
      'idempotency-key': 'a1b2',
      'content-type': 'application/json',
    })
  })

  test.for(failing)('that %s has taken nothing, and nothing is thrown', async ([, says]) => {
    answer = says as typeof answer
    expect(await carry({ waitMs: 1_000 })).toBe('not-taken')
    expect(asked.map(({ url }) => url)).toEqual(['/send'])
  })

  test('that answers without end is hung up on: what it says is never read', async () => {
    let isOpen = true
    answer = (_, response) => {
      response.writeHead(200)
      const more = () => {
        if (isOpen) response.write('x'.repeat(65_536), () => setImmediate(more))
      }
      response.on('close', () => (isOpen = false))
      response.on('error', () => (isOpen = false))
      more()
    }
    expect(await carry()).toBe('taken')
    await expect.poll(() => isOpen).toBe(false)
  })

  test('in a private network is asked only where that was allowed', async () => {
    let connections = 0
    server.on('connection', () => (connections += 1))
    expect(await carry({ mayBePrivate: false })).toBe('not-taken')
    const port = (server.address() as AddressInfo).port
    for (const host of ['127.0.0.1', '[::1]']) {
      const url = `https://${host}:${port}/send`
      const send = carrierTo({ url, secret, mayBePrivate: false, waitMs: 250 })
      expect(await send(text)).toBe('not-taken')
    }
    expect(connections).toBe(0)
  })
})

test('where a name leads into a private network, a machine asks nothing there', async () => {
  let connections = 0
  server.on('connection', () => (connections += 1))
  const url = `https://localhost:${(server.address() as AddressInfo).port}/send`
  const send = carrierToGateway({ url, secret, mayBePrivate: false, waitMs: 250 })
  expect([await send(text), connections]).toEqual(['not-taken', 0])
})

test('a gateway of TLS is asked by TLS, and one that nobody knows is told nothing', async () => {
  const heard: Buffer[] = []
  const hangsUp = createConnections((socket) => {
    socket.once('data', (first) => {
      heard.push(first)
      socket.destroy()
    })
  })
  await new Promise<void>((resolve) => hangsUp.listen(0, '127.0.0.1', resolve))
  const url = `https://127.0.0.1:${(hangsUp.address() as AddressInfo).port}/send`
  expect(await carrierToGateway({ url, secret, mayBePrivate: true })(text)).toBe('not-taken')
  await new Promise((resolve) => hangsUp.close(resolve))
  // It begins with a handshake, and not with the text.
  expect(heard.map(([first]) => first)).toEqual([0x16])
})

test('texts go by TLS alone to a gateway outside, and never by what is no HTTP', () => {
  const isOpen = (url: string) => [false, true].map((own) => isAllowed(new URL(url), own))
  expect(isOpen('https://sms.example.org/send')).toEqual([true, true])
  expect(isOpen('http://sms.example.org/send')).toEqual([false, true])
  expect(isOpen('https://10.0.0.7/send')).toEqual([false, true])
  expect(isOpen('ftp://sms.example.org/send')).toEqual([false, false])
})

describe('files', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'messages-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('a text is a file of its own that only the owner reads, and the same again is the same file', async () => {
    const carrier = carrierToFiles(folder)
    expect([await carrier(text), await carrier(text)]).toEqual(['taken', 'taken'])
    const out = join(folder, 'out')
    expect(readdirSync(out)).toEqual(['a1b2.json'])
    expect(JSON.parse(readFileSync(join(out, 'a1b2.json'), 'utf8'))).toEqual(text)
    expect(statSync(join(out, 'a1b2.json')).mode & 0o077).toBe(0)
  })

  test('a folder that cannot be written takes nothing, and nothing is thrown', async () => {
    writeFileSync(join(folder, 'out'), 'a file where the folder should be')
    expect(await carrierToFiles(folder)(text)).toBe('not-taken')
  })

  test('what came in is read by name, and what is no text is named and left there', async () => {
    expect(await incomingFiles(folder)).toEqual({ texts: [], unreadable: [] })
    await mkdir(join(folder, 'in'))
    const put = (name: string, written: unknown) =>
      writeFileSync(join(folder, 'in', name), JSON.stringify(written))
    put('2.json', { from: '012', text: '1' })
    put('1.json', { from: '011', text: 'balance' })
    put('3.json', { from: 12 })
    put('.hidden.json', { from: '1', text: '1' })
    put('4.txt', {})
    put('5.json', { from: '015', text: 'x'.repeat(2000) })
    put('6.json', { from: '016', text: 'x'.repeat(2001) })
    const { texts, unreadable } = await incomingFiles(folder)
    expect(texts.map(({ name, from }) => [name, from])).toEqual([
      ['1.json', '011'],
      ['2.json', '012'],
      ['5.json', '015'],
    ])
    expect(unreadable).toEqual(['3.json', '6.json'])
    await dropIncoming(folder, '1.json')
    expect((await incomingFiles(folder)).texts).toHaveLength(2)
  })
})

describe('the settings', () => {
  const long = (name: string) => `${name} `.repeat(20)
  const live = { MODE: 'live', PEPPER: long('pepper'), SIGNING_SECRET: long('signing') }
  const read = (more: Readonly<Record<string, string>>) => readConfiguration({ ...live, ...more })
  const faultsOf = (more: Readonly<Record<string, string>>) => {
    const found = read(more)
    return 'faults' in found ? found.faults.join('\n') : ''
  }
  const whole = {
    MESSAGES: 'gateway',
    MESSAGES_SECRET: long('messages'),
    MESSAGES_GATEWAY_URL: 'https://sms.example.org/send',
    MESSAGES_GATEWAY_SECRET: long('gateway'),
  }

  test('a live service sends nothing until it is told how, and has no secret of its own for it', () => {
    const found = read({})
    expect('configuration' in found && found.configuration.MESSAGES).toBe('off')
    expect('configuration' in found && found.configuration.MESSAGES_SECRET).toBeUndefined()
    const practice = readConfiguration({})
    expect('configuration' in practice && practice.configuration.MESSAGES).toBe('file')
  })

  test('a gateway needs an address, its secret and ours, none of which is used for anything else', () => {
    expect(faultsOf(whole)).toBe('')
    expect(faultsOf({ MESSAGES: 'file' })).toContain('MESSAGES_SECRET must be set')
    expect(faultsOf({ ...whole, MESSAGES_GATEWAY_URL: '' })).toContain('MESSAGES_GATEWAY_URL')
    expect(faultsOf({ ...whole, MESSAGES_INCOMING_SECRET: long('gateway') })).toContain('differ')
    expect(faultsOf({ ...whole, MESSAGES_SECRET: live.PEPPER })).toContain('differ')
  })

  test('texts go by https, or plainly only to a gateway of the own house', () => {
    const plain = { ...whole, MESSAGES_GATEWAY_URL: 'http://10.0.0.7/send' }
    expect(faultsOf(plain)).toContain('must be https://')
    expect(faultsOf({ ...plain, MESSAGES_GATEWAY_PRIVATE: 'yes' })).toBe('')
    expect(
      faultsOf({ ...whole, MESSAGES_GATEWAY_URL: 'https://me:secret@sms.example.org' }),
    ).toContain('without a login')
  })
})
