import type { IncomingMessage } from 'node:http'
import { type RequestOptions, createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { alertFetcher } from '#infra/system/alert-feeds.ts'
import { askOnNode } from '#infra/system/alert-feeds-on-node.ts'
import { boxCertificates } from '#infra/system/certificates.ts'

const host = 'alerts.example.org'
/** Certificates that are good from long ago until 2047, whatever day a machine has. */
const good = { now: Date.parse('2026-01-01T00:00:00Z'), days: 8_000 }
const [ours, elsewhere] = [boxCertificates([host], good), boxCertificates([host], good)]
const otherName = boxCertificates(['flood.example.org'], good)

/** What comes of asking a server that shows a certificate, by one who trusts an authority, or those of the world alone. */
const askedOf = async (shown: typeof ours, authority?: string) => {
  let asked = 0
  const server = createServer({ key: shown.key, cert: shown.server }, (_, answer) => {
    asked += 1
    answer.end('<alert/>')
  })
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const trusting = (options: RequestOptions, heard: (answer: IncomingMessage) => void) =>
    request(authority === undefined ? options : { ...options, ca: authority }, heard)
  const ask = askOnNode({
    addressesOf: async () => [{ address: '127.0.0.1', family: 4 }],
    isPrivate: () => false,
    request: trusting as never,
    port: (server.address() as AddressInfo).port,
  })
  const got = await alertFetcher(ask, 5_000)(`https://${host}/flood.xml`)
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  return { got, asked }
}

const refused = { got: { code: 'feed-not-reached' }, asked: 0 }

test('a feed whose certificate an authority made that is trusted here is read', async () => {
  expect(await askedOf(ours, ours.authority)).toEqual({ got: { text: '<alert/>' }, asked: 1 })
})

test.each([
  ['of an authority that nobody here knows', ours, undefined],
  ['of another authority than the one that is trusted', ours, elsewhere.authority],
  ['for another name', otherName, otherName.authority],
] as const)(
  'a feed with a certificate %s is told nothing and gives nothing',
  async (_, shown, authority) => {
    expect(await askedOf(shown, authority)).toEqual(refused)
  },
)
