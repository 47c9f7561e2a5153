import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { get } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boxCertificates, certificateFault } from '#infra/system/certificates.ts'
import type { HttpContext } from '#src/http/env.ts'
import { addressOf } from '#src/http/sender.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

/*
 * The box and the phone are one machine here, at another of its own addresses: `npm run test:tools` has them in two network
 * namespaces (test/tools/village-box.test.ts).
 */
const address = '127.0.0.77'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, address, () => {
      const open = server.address()
      server.close(() => resolve(typeof open === 'object' && open ? open.port : 0))
    })
  })

type Asked = {
  readonly url: string
  readonly ca?: string
  readonly headers?: Record<string, string>
}

/** What a phone gets that trusts nothing but what it was told to, or why it gets nothing. */
const asked = ({
  url,
  ca,
  headers = {},
}: Asked): Promise<{ status: number; headers: Record<string, unknown> } | string> =>
  new Promise((resolve) => {
    get(url, { ca: ca ?? [...rootCertificates], agent: false, headers }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode!, headers: answer.headers })
    }).on('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message))
  })

const boxAt = async (names: readonly string[]) => {
  const place = join(folder, 'box')
  const made = await fund(
    [
      'village-box',
      'certificate',
      '--folder',
      place,
      ...names.flatMap((name) => ['--for', name], { folder }),
    ],
    { folder },
  )
  return { place, made, read: (name: string) => readFileSync(join(place, name), 'utf8') }
}

const openBox = async () => {
  const [port, plain] = [await freePort(), await freePort()]
  const box = await boxAt([address])
  const service = await started(folder, {
    HOST: address,
    PORT: String(port),
    PUBLIC_URL: `https://${address}:${port}`,
    BOX_DIR: box.place,
    BOX_PORT: String(plain),
  })
  return {
    ...box,
    service,
    url: `https://${address}:${port}`,
    handing: `http://${address}:${plain}`,
  }
}

test('a phone that was told to trust the box signs in there by TLS, and one that was not gets nothing', async () => {
  const { service, url, handing, read } = await openBox()
  const authority = read('authority.crt')
  expect(await asked({ url: `${url}/version` })).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
  const answer = await asked({ url: `${url}/`, ca: authority })
  expect(answer).toMatchObject({ status: 200 })
  // A phone that was told to ask by TLS alone could never fetch the next certificate.
  expect((answer as { headers: object }).headers).not.toHaveProperty('strict-transport-security')
  const link = /\/start\?key=\S+/.exec(service.printed())![0]
  const first = await asked({ url: `${url}${link}`, ca: authority })
  expect((first as { headers: Record<string, string[]> }).headers['set-cookie']!.join()).toMatch(
    /__Host-device=.*Secure/s,
  )
  const page = await (await fetch(`${handing}/?lang=en`)).text()
  const { fingerprint } = {
    fingerprint: service.printed().match(/([\dA-F]{2}:){31}[\dA-F]{2}/)![0],
  }
  expect(page.replaceAll(/<[^>]*>|\s/g, '')).toContain(fingerprint.replaceAll(':', ''))
  const given = new Uint8Array(await (await fetch(`${handing}/village-box.crt`)).arrayBuffer())
  expect(Buffer.from(given).toString('base64')).toBe(authority.replaceAll(/-----.*-----|\s/g, ''))
  // Nothing else comes through the door without TLS, and nothing of what was asked is sent on.
  const away = await fetch(`${handing}/funds/x?secret=1`, { redirect: 'manual' })
  expect([away.status, away.headers.get('location')]).toEqual([302, url])
  expect(await service.stop()).toBe(0)
})

test('the key is its owner’s alone, that of the authority is nowhere, and nothing is written over', async () => {
  const { place, made, read } = await boxAt([address, 'box.lan'])
  expect(made.status, made.err).toBe(0)
  expect(statSync(join(place, 'server.key')).mode & 0o777).toBe(0o600)
  expect(statSync(place).mode & 0o777).toBe(0o700)
  expect(read('authority.crt')).not.toContain('PRIVATE')
  expect((await boxAt([address])).made.status).toBe(2)
})

test.each(['192.168.8.300', 'Box.lan', '*.lan', 'a b', '-box', '::1'])(
  '%s is no name of a box',
  async (name) => {
    expect((await boxAt([name])).made.status).toBe(2)
  },
)

/** What openssl reads in a certificate. */
const readBy = (input: string): string =>
  execFileSync('openssl', ['x509', '-noout', '-text'], { input, encoding: 'utf8' })

test('the authority speaks for the names that it was made for, to the letter, and openssl says so too', () => {
  const now = Date.parse('2026-11-30T00:00:00Z')
  const box = boxCertificates([address, 'box.lan'], { now })
  expect(certificateFault(box.server, { host: address, now })).toBeUndefined()
  expect(certificateFault(box.server, { host: 'box.lan', now })).toBeUndefined()
  for (const host of ['127.0.0.78', 'lan', 'bank.example', 'x.box.lan'])
    expect(certificateFault(box.server, { host, now }), host).toBe('other-name')
  expect(certificateFault(box.server, { host: address, now: now + 826 * 86_400_000 })).toBe('over')
  const text = readBy(box.authority)
  expect(text).toMatch(
    /Name Constraints: critical\s+Permitted:\s+IP:127\.0\.0\.77\/255\.255\.255\.255\s+DNS:box\.lan\n/,
  )
})

test('what a phone must hold a certificate to is marked so, and no phone is asked for more', () => {
  const box = boxCertificates([address, 'box.lan'], { now: Date.parse('2026-11-30T00:00:00Z') })
  const [authority, server] = [readBy(box.authority), readBy(box.server)]
  expect(authority).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0\n/)
  expect(authority).toMatch(/Key Usage: critical\s+Certificate Sign\n/)
  expect(authority).toMatch(/Subject Key Identifier: *\n/)
  expect(server).toMatch(/Basic Constraints: critical\s+CA:FALSE\n/)
  expect(server).toMatch(/Key Usage: critical\s+Digital Signature\n/)
  expect(server).toMatch(/Extended Key Usage: *\n\s+TLS Web Server Authentication\n/)
  expect(server).toMatch(/Alternative Name: *\n\s+IP Address:127\.0\.0\.77, DNS:box\.lan\n/)
})

test('a box does not open with a certificate for another address', async () => {
  const { place } = await boxAt(['192.168.8.1'])
  const start = started(folder, {
    HOST: address,
    PORT: '0',
    PUBLIC_URL: `https://${address}:1`,
    BOX_DIR: place,
  })
  await expect(start).rejects.toThrow('for another address than PUBLIC_URL')
})

test('a line that proxies write makes no other sender of a phone at the box', () => {
  const context = {
    req: { header: () => '203.0.113.9' },
    env: { incoming: { socket: { remoteAddress: '192.168.8.20' } } },
  } as unknown as HttpContext
  const publicUrl = 'https://192.168.8.1:3443'
  expect(addressOf(context, { publicUrl })).toBe('203.0.113.9')
  expect(addressOf(context, { publicUrl, holdsTls: true })).toBe('192.168.8.20')
})
