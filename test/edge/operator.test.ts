import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { firstLinkFor } from '#src/edge/first-link.ts'
import { operatorFor } from '#src/edge/operator.ts'
import { practiceFolder } from '#src/edge/practice-folder.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* The two doors of a Worker for whoever runs it: the same functions, asked without the runtime. */

// No shorter one opens anything.
const secret = 'thirty-two signs, and not one of'
let village: Practice
beforeAll(async () => {
  village = await practice()
})

type Asked = { readonly method?: string; readonly by?: string; readonly body?: BodyInit }
const request = (path: string, { method = 'GET', by = secret, body }: Asked): Request =>
  new Request(`http://worker${path}`, {
    method,
    headers: by === '' ? {} : { authorization: `Bearer ${by}` },
    ...(body === undefined ? {} : { body }),
  })
const operator = (path: string, asked: Asked = {}, own: unknown = secret) =>
  operatorFor(request(path, asked), { needs: village.needs, secret: own })

test('the door of the operator is there for whoever has the whole secret, and for nobody else', async () => {
  const archive = `/operator/archives/${village.fundId}`
  expect((await operator(archive))?.status).toBe(200)
  const doors = [
    [archive, 'GET'],
    ['/operator/archives', 'POST'],
    ['/operator/heads', 'GET'],
    ['/operator/marks', 'POST'],
  ] as const
  for (const [path, method] of doors) {
    for (const by of ['', 'x', secret.slice(1)])
      expect(await operator(path, { method, by }), `${method} ${path}`).toBeUndefined()
    for (const own of [undefined, secret.slice(1), 32])
      expect(await operator(path, { method, by: String(own) }, own), path).toBeUndefined()
  }
  for (const [path, method] of [
    [archive, 'POST'],
    [archive, 'PUT'],
    ['/operator/archives', 'GET'],
    ['/operator/archives', 'PUT'],
    ['/operator/heads', 'POST'],
    ['/operator/marks', 'GET'],
    ['/operator/other', 'GET'],
  ] as const)
    expect(await operator(path, { method }), `${method} ${path}`).toBeUndefined()
})

test('a fund goes out and comes in whole, and its log says which of both was done', async () => {
  const { store } = village.needs
  const linesOf = async () =>
    (await store.activities(village.fundId, { limit: 50 }))
      .filter(({ actor }) => actor === 'operator')
      .map(({ action, outcome }) => [action, outcome])
  const before = (await linesOf()).length
  const told = await operator(`/operator/archives/${village.fundId}`)
  const bytes = await told!.arrayBuffer()
  const send = async (query: string) =>
    (await operator(`/operator/archives${query}`, { method: 'POST', body: bytes }))!.json()
  expect(await send('?dryRun=true')).toMatchObject({ here: 'same', isDryRun: true })
  expect(await send('')).toMatchObject({ here: 'same', isDryRun: false })
  expect((await linesOf()).slice(0, -before || undefined)).toEqual(
    expect.arrayContaining([
      ['import-book', 'done'],
      ['read-journal', 'read'],
    ]),
  )
  expect(await linesOf()).toHaveLength(before + 2)
  const nobody = '00000000-0000-7000-8000-00000000dead'
  for (const id of [nobody, '0'.repeat(36)])
    expect((await operator(`/operator/archives/${id}`))?.status, id).toBe(404)
})

test('more than a Worker can hold at once is turned away, and what is as long as that is read', async () => {
  const sent = async (length: number) => {
    const told = await operator('/operator/archives', {
      method: 'POST',
      body: new Uint8Array(length),
    })
    return told!.status
  }
  const bytesMax = 64 * 1024 * 1024
  expect([await sent(bytesMax), await sent(bytesMax + 1)]).toEqual([422, 413])
})

const bound = {
  ASSETS: {
    fetch: async (url: string) => {
      const name = url.replace(`http://assets${practiceFolder}/`, '')
      const file = new URL(`../../src/exchange/practice-book/${name}`, import.meta.url)
      return readFile(file).then(
        (bytes) => new Response(new Uint8Array(bytes)),
        () => new Response(null, { status: 404 }),
      )
    },
  },
  START_SECRET: secret,
}

test('the first link is for whoever has the whole secret and asks for it there', async () => {
  const link = async (path: string, asked: Asked, own: unknown = secret) => {
    const bindings = { ...bound, START_SECRET: own }
    const told = await firstLinkFor(request(path, asked), { needs: village.needs, bindings })
    return told && [told.headers.get('cache-control'), await told.text()]
  }
  expect(await link('/first-link', { method: 'POST' })).toEqual([
    'no-store',
    expect.stringMatching(/^PRACTICE fund[^]*http:\/\/worker\/start\?key=\S+\n$/),
  ])
  expect(await link('/first-link', { method: 'GET' })).toBeUndefined()
  expect(await link('/other', { method: 'POST' })).toBeUndefined()
  for (const by of ['', 'x'])
    expect(await link('/first-link', { method: 'POST', by })).toBeUndefined()
  for (const own of [undefined, secret.slice(1), 32])
    expect(await link('/first-link', { method: 'POST', by: String(own) }, own)).toBeUndefined()
})

test('where there is no fund yet the first link fills in the invented year, and a second asks for the same fund', async () => {
  const store = memoryStore()
  const { clock } = village.needs
  const world = { clock, hash: sha256 }
  const needs = {
    ...village.needs,
    store,
    record: recorder({ ...world, journal: store }),
    recordNetwork: networkRecorder({ ...world, networks: store.networks }),
  }
  for (const _ of [1, 2]) {
    const asked = request('/first-link', { method: 'POST' })
    expect((await firstLinkFor(asked, { needs, bindings: bound }))?.status).toBe(200)
    const [fundId, ...more] = await store.fundIds()
    expect(more).toEqual([])
    expect((await store.read(fundId!, 0, 5000)).length).toBeGreaterThan(1000)
  }
})
