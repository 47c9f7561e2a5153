import { once } from 'node:events'
import type { Server } from 'node:http'
import { type RequestOptions, get as ask } from 'node:http'
import { get as askTls } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { boxCertificates } from '#infra/system/certificates.ts'
import { keepSending } from '#src/cli/message-rounds.ts'
import { openFor } from '#src/cli/service/listening.ts'
import { readConfiguration } from '#src/configuration.ts'
import { measuring } from '#src/http/metrics/measured.ts'
import { texting } from '#test/http/messages/village.ts'
import { secondNow } from '#test/support/today.ts'

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

const saying = {
  fetch: () => new Response('a village'),
  unreadable: async () => new Response('none', { status: 400 }),
}
const opened = async (tls?: { readonly cert: string; readonly key: string }): Promise<number> => {
  const server = openFor(saying, { host: '127.0.0.1', port: 0, tls, listens: () => undefined })
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test('a door with a certificate speaks TLS and nothing else, and one without speaks none', async () => {
  const {
    authority,
    server: cert,
    key,
  } = boxCertificates(['localhost'], { now: secondNow() * 1000 })
  const [closed, open] = [await opened({ cert, key }), await opened()]
  const said = (get: typeof ask, port: number): Promise<string> => {
    const how: RequestOptions & { ca: string } = {
      host: '127.0.0.1',
      port,
      ca: authority,
      headers: { connection: 'close' },
    }
    return new Promise((resolve, reject) =>
      get({ ...how, servername: 'localhost' } as RequestOptions, (answer) =>
        resolve(text(answer)),
      ).on('error', reject),
    )
  }
  expect(await said(askTls as typeof ask, closed)).toBe('a village')
  expect(await said(ask, open)).toBe('a village')
  await expect(said(askTls as typeof ask, open)).rejects.toThrow()
  await expect(said(ask, closed)).rejects.toThrow()
})

test('how much waits for phones and for standing links is told from the start, and nothing where neither is set', async () => {
  const its = await texting()
  const read = readConfiguration({ MODE: 'practice' })
  if ('faults' in read) throw new Error(read.faults.join())
  const toldWith = (needs: typeof its.needs): string => {
    const metrics = { token: 'x', measured: measuring() }
    keepSending(read.configuration, { ...needs, metrics })()
    return metrics.measured.text()
  }
  const told = toldWith(its.needs)
  expect(told).toMatch(/^fund_texts_waiting 0$/m)
  expect(told).toMatch(/^fund_notices_waiting 0$/m)
  const { messages: _, ...without } = its.needs
  expect(toldWith(without)).not.toContain('_waiting 0')
})
