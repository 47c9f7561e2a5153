import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, globSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hooksOnNode } from '#infra/system/hooks-on-node.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { hookSecret } from '#src/app/links/addresses.ts'
import { heardFrom } from '#src/client/webhooks.ts'
import { layClient } from '#test/support/client-package.ts'
import { bareEnvironment } from '#test/support/command-line.ts'
import { httpFileAt, sendAll } from '#test/support/http-file.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const recipes = join(import.meta.dirname, '../../docs/recipes')
const folder = newFolder()
let village: Practice
let server: ServerType
let url: string
const programs: ChildProcess[] = []

beforeAll(async () => {
  village = await practice()
  layClient(folder)
  for (const path of globSync('*.mjs', { cwd: recipes }))
    copyFileSync(join(recipes, path), join(folder, path))
  server = await new Promise<ServerType>((resolve) => {
    const begun = serve({ fetch: village.service.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(begun),
    )
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  for (const program of programs) program.kill()
  await new Promise((resolve) => server.close(resolve))
  dropFolder(folder)
})

const run = (script: string, args: readonly string[], more: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...bareEnvironment, ...more },
  })

const keyOf = () =>
  makeKey(village.needs, { networkId: village.networkId, purpose: 'practice', madeBy: 'test' })

const sent = async (name: string, key: string) => {
  const { variables, requests } = httpFileAt(join(recipes, name))
  return sendAll(
    { requests, variables: { ...variables, url: `http://${ourHost}`, key } },
    (to, init) =>
      Promise.resolve(
        village.service.request(to.replace(`http://${ourHost}`, ''), {
          ...init,
          headers: { ...(init.headers as Record<string, string>), host: ourHost },
        }),
      ),
  )
}

test.each(globSync('*.http', { cwd: recipes }))(
  'each request of %s is answered as it says',
  async (name) => {
    const told = await sent(name, await keyOf())
    expect(told.length).toBeGreaterThan(7)
    for (const { request, status, text } of told)
      expect([request.title, status, status === request.answers ? '' : text]).toEqual([
        request.title,
        request.answers,
        '',
      ])
  },
)

test('the first entry is written once, however often it is sent', async () => {
  const before = (await village.needs.store.read(village.fundId, 0, 100_000)).length
  const told = await sent('first-entry.http', await keyOf())
  const [tried, written, again] = told.slice(-3).map(({ text }) => JSON.parse(text) as unknown)
  expect(tried).toMatchObject({ isDryRun: true })
  expect(written).toMatchObject({
    answers: [{ outcome: expect.stringMatching(/recorded|flagged/) }],
  })
  expect(again).toEqual(written)
  expect((await village.needs.store.read(village.fundId, 0, 100_000)).length).toBe(before + 1)
})

test('a report in ten lines tells every late loan of the book, and nobody else’s', async () => {
  const lines = readFileSync(join(recipes, 'late-loans.mjs'), 'utf8').trim().split('\n')
  expect(lines.filter((line) => !line.startsWith('//')).length).toBe(10)
  const token = await village.as('record-keeper')
  const { stdout } = await run('late-loans.mjs', [], { FUND_URL: url, FUND_TOKEN: token })
  const path = `/v1/funds/${village.fundId}/loans?status=late&limit=200`
  const { items } = (await (await village.ask(path, { token })).json()) as {
    readonly items: readonly { card: string; number: string; overdue: number }[]
  }
  expect(items.length).toBeGreaterThan(0)
  expect(stdout.trim().split('\n')).toEqual(
    items.map(({ card, number, overdue }) => `${card},${number},${overdue}`),
  )
  await expect(run('late-loans.mjs', [], { FUND_URL: url, FUND_TOKEN: 'x' })).rejects.toThrow(
    'not-signed-in',
  )
})

const hookKey = new Uint8Array(32).fill(7)

/** A receiver as the recipe has it, and what it prints once all of these are in it. */
const receiver = async () => {
  const environment = { ...bareEnvironment, WEBHOOK_KEY: hookSecret(hookKey), PORT: '0' }
  const program = spawn(process.execPath, ['webhook.mjs'], { cwd: folder, env: environment })
  programs.push(program)
  let said = ''
  program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const saysAll = async (...texts: readonly string[]): Promise<string> => {
    while (!texts.every((text) => said.includes(text))) await once(program.stdout, 'data')
    return said
  }
  const port = /Listening on (\d+)/.exec(await saysAll('Listening on', '\n'))?.[1]
  return { at: `http://127.0.0.1:${port}/`, saysAll }
}

test('the receiver hears what the service tells, each piece of news once, and no stranger', async () => {
  const { at, saysAll } = await receiver()
  const body = JSON.stringify({ type: 'meeting.closed', timestamp: 'x', data: { fundId: 'f1' } })
  const tell = hooksOnNode({ mayBePrivate: true })
  const news = { url: at, id: 'n1', body, key: hookKey }
  expect(await tell(news)).toBe('taken')
  expect(await tell(news)).toBe('taken')
  expect(await tell({ ...news, id: 'n2', key: new Uint8Array(32).fill(8) })).toBe('not-taken')
  expect(await tell({ ...news, id: 'n3', body: ' '.repeat(70_000) })).toBe('not-taken')
  expect(await tell({ ...news, id: 'n4', body: body.replace('f1', 'f2') })).toBe('taken')
  const heard = (await saysAll('f1', 'f2')).split('\n').filter((line) => line.startsWith('{'))
  expect(heard).toEqual([
    '{"type":"meeting.closed","fundId":"f1"}',
    '{"type":"meeting.closed","fundId":"f2"}',
  ])
})

test('a signature holds for these very bytes, this id and these five minutes alone', async () => {
  const body = '{"type":"fund.joined","timestamp":"x","data":{}}'
  const told: { headers: Headers; body: string }[] = []
  const at = await new Promise<{ readonly address: string; readonly stop: () => void }>(
    (resolve) => {
      const listening = serve(
        {
          port: 0,
          hostname: '127.0.0.1',
          fetch: async (request: Request) => {
            told.push({ headers: request.headers, body: await request.text() })
            return new Response(null, { status: 204 })
          },
        },
        ({ port }) =>
          resolve({ address: `http://127.0.0.1:${port}/`, stop: () => listening.close() }),
      )
    },
  )
  const now = 1_770_000_000
  const tell = hooksOnNode({ mayBePrivate: true, now: () => now * 1000 })
  await tell({ url: at.address, id: 'n1', body, key: hookKey })
  at.stop()
  const [heard] = told as [{ headers: Headers; body: string }]
  const key = hookSecret(hookKey)
  expect(await heardFrom(key, heard, now + 299)).toMatchObject({ type: 'fund.joined' })
  expect(await heardFrom(key, heard, now + 301)).toBeUndefined()
  expect(await heardFrom(key, heard, now - 301)).toBeUndefined()
  expect(await heardFrom(key, { ...heard, body: `${body} ` }, now)).toBeUndefined()
  expect(await heardFrom(hookSecret(new Uint8Array(32)), heard, now)).toBeUndefined()
  for (const [name, value] of [
    ['webhook-id', 'n2'],
    ['webhook-timestamp', String(now + 1)],
    ['webhook-timestamp', 'soon'],
    ['webhook-signature', 'v1,AAAA'],
    ['webhook-signature', ''],
  ] as const) {
    const headers = new Headers(heard.headers)
    headers.set(name, value)
    expect(await heardFrom(key, { ...heard, headers }, now), `${name} ${value}`).toBeUndefined()
  }
})
