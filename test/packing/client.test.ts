import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Described, villageFund } from '#src/client/client.ts'
import { apiTypes, typeOf } from '#src/packing/api-types.ts'
import { clientEntries } from '#src/packing/client.ts'
import { layClient } from '#test/support/client-package.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const folder = newFolder()
afterAll(() => dropFolder(folder))

let village: Practice
let token: string
beforeAll(async () => {
  village = await practice()
  token = await village.as('record-keeper')
})

/** The client with the service of this test behind it, and what it has sent. */
const connected = (options: Parameters<typeof villageFund>[1] = {}) => {
  const sent: { readonly url: string; readonly init: RequestInit }[] = []
  const fetch = (async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    const headers = { ...(init.headers as Record<string, string>), host: ourHost }
    return village.service.request(url.replace('http://fund', ''), { ...init, headers })
  }) as typeof globalThis.fetch
  return { ...villageFund<Described>('http://fund/', { fetch, ...options }), sent }
}

test('a program reads, and is told why where it may not', async () => {
  const { ask } = connected({ token })
  const path = { fundId: village.fundId }
  const loans = await ask('GET /v1/funds/{fundId}/loans', {
    path,
    query: { status: 'late', limit: 3 },
  })
  expect(loans).toMatchObject({ ok: true, status: 200, data: { items: expect.any(Array) } })
  const unknown = await ask('GET /v1/funds/{fundId}/loans', { path, query: { colour: 'red' } })
  expect(unknown).toMatchObject({
    ok: false,
    problem: { status: 400, code: 'invalid-request', errors: [{ code: 'unknown-field' }] },
  })
  // Where no time is said nobody is told to come again at once.
  expect(unknown).not.toHaveProperty('retryAfter')
  const nobody = await connected().ask('GET /v1/funds/{fundId}/loans', { path })
  expect(nobody).toMatchObject({ ok: false, status: 401 })
})

test('a file comes as it is, unread', async () => {
  const { ask } = connected({ token })
  const path = { fundId: village.fundId, ledger: 'csv' }
  const sheet = await ask('GET /v1/funds/{fundId}/exports/{ledger}', {
    path,
    query: { list: 'members' },
  })
  if (!sheet.ok) throw new Error(sheet.problem.code)
  expect(sheet.data).toBeInstanceOf(Response)
  expect(await (sheet.data as Response).text()).toMatch(/M01/)
})

test('no word of a path climbs out of its place, and none may be missing', async () => {
  const { ask, sent } = connected({ token })
  for (const fundId of ['..', '.', ''])
    await expect(ask('GET /v1/funds/{fundId}/loans', { path: { fundId } })).rejects.toThrow(
      'fundId',
    )
  await expect(ask('GET /v1/funds/{fundId}/loans')).rejects.toThrow('fundId')
  expect(sent).toEqual([])
  await ask('GET /v1/funds/{fundId}/loans', { path: { fundId: '../networks?x=1#y' } })
  expect(sent[0]!.url).toBe('http://fund/v1/funds/..%2Fnetworks%3Fx%3D1%23y/loans')
})

test('the token goes in its header alone, and no answer leads elsewhere with it', async () => {
  const { ask, sent } = connected({ token })
  await ask('GET /v1/funds')
  expect(sent[0]!.url).toBe('http://fund/v1/funds')
  expect(sent[0]!.init).toMatchObject({
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}` },
  })
})

test('a command is sent as JSON and a file as a form, and nothing that was left out is asked for', async () => {
  const sent: { readonly url: string; readonly init: RequestInit }[] = []
  const { ask } = connected({
    fetch: (async (url: string, init: RequestInit) => {
      sent.push({ url, init })
      return Response.json({})
    }) as typeof globalThis.fetch,
  })
  await ask('POST /v1/commands', { body: { commands: [] } })
  const form = new FormData()
  await ask('POST /v1/files', { body: form, query: { all: undefined, limit: 3 } })
  await ask('GET /v1/funds')
  expect(sent.map(({ init: { method, headers, body } }) => [method, headers, body])).toEqual([
    ['POST', { accept: 'application/json', 'content-type': 'application/json' }, '{"commands":[]}'],
    ['POST', { accept: 'application/json' }, form],
    ['GET', { accept: 'application/json' }, undefined],
  ])
  expect(sent.map(({ url }) => url)).toEqual([
    'http://fund/v1/commands',
    'http://fund/v1/files?limit=3',
    'http://fund/v1/funds',
  ])
})

test('nothing is answered with nothing, and a route that stays is told of to nobody', async () => {
  const told: unknown[] = []
  const { ask } = connected({
    fetch: async () => new Response(undefined, { status: 204 }),
    onDeprecated: (route) => told.push(route),
  })
  expect(await ask('POST /v1/sessions')).toEqual({ ok: true, status: 204, data: undefined })
  expect(told).toEqual([])
})

test('whoever uses what will go is told once, with the day', async () => {
  const told: unknown[] = []
  const headers = { deprecation: '@1780000000', sunset: 'Wed, 31 Jan 2029 00:00:00 GMT' }
  const { ask } = connected({
    fetch: async () => Response.json({}, { headers }),
    onDeprecated: (route, goes) => told.push([route, goes?.toISOString()]),
  })
  await ask('GET /v1/old')
  await ask('GET /v1/old')
  expect(told).toEqual([['GET /v1/old', '2029-01-31T00:00:00.000Z']])
})

test('a wait is told in seconds, and an answer that is none of ours has a code of its own', async () => {
  const headers = { 'retry-after': '7' }
  const { ask } = connected({ fetch: async () => new Response('<html>', { status: 502, headers }) })
  expect(await ask('GET /v1/funds')).toEqual({
    ok: false,
    status: 502,
    problem: { status: 502, code: 'not-understood' },
    retryAfter: 7,
  })
})

test('a schema is the type that a programmer would write', () => {
  const one = { type: 'object', required: ['a'], additionalProperties: false } as const
  expect(typeOf({ ...one, properties: { a: { type: 'integer' }, b: { enum: ['x', 'y'] } } })).toBe(
    '{ readonly "a": number; readonly "b"?: ("x" | "y") }',
  )
  expect(typeOf({ type: ['string', 'null'] })).toBe('(string | null)')
  expect(typeOf({ type: 'array', items: { $ref: '#/components/schemas/Loan' } })).toBe(
    'readonly (Schemas["Loan"])[]',
  )
  expect(typeOf({ oneOf: [{ type: 'boolean' }, { type: 'array', prefixItems: [{}] }] })).toBe(
    '(boolean | readonly [unknown])',
  )
})

test('of what may be more than is said a type says so, and of lists what stands in them', () => {
  const open = { type: 'object', properties: { a: { type: 'null' } } } as const
  expect(typeOf({ ...open, additionalProperties: { type: 'integer' } })).toBe(
    '{ readonly "a"?: null; readonly [other: string]: number }',
  )
  expect(typeOf({ ...open, additionalProperties: true })).toBe(
    '{ readonly "a"?: null; readonly [other: string]: unknown }',
  )
  expect(typeOf({ type: 'array', items: { type: 'string' } })).toBe('readonly (string)[]')
  expect(typeOf({ type: 'array', items: true })).toBe('readonly unknown[]')
  expect(typeOf({ properties: { a: {} } })).toBe('{ readonly "a"?: unknown }')
  expect(typeOf({})).toBe('unknown')
})

test('what may be left out of what is asked is left to the programmer, and nothing else', () => {
  const answer = { responses: { 204: {} } }
  const word = { name: 'of', in: 'query', schema: { type: 'string' } }
  const json = { 'application/json': { schema: { type: 'integer' } } }
  const typeOfRoute = (operation: object): string =>
    apiTypes({
      paths: { '/x': { post: { ...answer, ...operation } } },
      components: { schemas: {} },
    })
      .split('\n')
      .find((line) => line.includes('"POST /x"'))!
      .trim()
  const asks = (asked: string) =>
    `readonly "POST /x": { readonly asked: { ${asked} }; readonly answer: undefined }`
  expect(typeOfRoute({ parameters: [word] })).toBe(
    asks('readonly query?: { readonly "of"?: string | undefined }'),
  )
  expect(typeOfRoute({ parameters: [{ ...word, required: true }] })).toBe(
    asks('readonly query: { readonly "of": string }'),
  )
  expect(typeOfRoute({ requestBody: { content: json } })).toBe(asks('readonly body: number'))
  expect(typeOfRoute({ requestBody: { required: false, content: json } })).toBe(
    asks('readonly body?: number'),
  )
})

const good = `
import { villageFund } from 'village-fund/client'
import { heardFrom } from 'village-fund/webhooks'
const fund = villageFund('http://x', { token: 't' })
export const used = async (fundId: string): Promise<string> => {
  const loans = await fund.ask('GET /v1/funds/{fundId}/loans', { path: { fundId }, query: { status: 'late' } })
  if (!loans.ok) return loans.problem.code
  const sent = await fund.ask('POST /v1/funds/{fundId}/commands', {
    path: { fundId },
    body: { commands: [{ id: 'a', type: 'RecordRepayment', v: 1, effectiveOn: '2026-01-01', loanId: 'l', amount: 1 }] },
  })
  const told = await heardFrom('whsec_', { headers: new Headers(), body: '' })
  return \`\${loans.data.items.length} \${sent.ok} \${told?.type}\`
}
`
const bad = `
import { villageFund } from 'village-fund/client'
const fund = villageFund('http://x')
export const a = fund.ask('GET /v1/funds/{fundId}/loans')
export const b = fund.ask('GET /v1/nothing')
export const c = fund.ask('GET /v1/funds/{fundId}/loans', { path: { fundId: 'a' }, query: { status: 'lost' } })
export const d = fund.ask('GET /v1/funds').then((answer) => answer.data)
`

test('whoever imports it is told by the compiler what can be asked, and each wrong use at its line', () => {
  layClient(folder)
  for (const entry of Object.values(clientEntries).flatMap((one) =>
    typeof one === 'string' ? [] : Object.values(one),
  ))
    expect(existsSync(join(folder, 'node_modules/village-fund', entry)), entry).toBe(true)
  writeFileSync(join(folder, 'good.mts'), good)
  writeFileSync(join(folder, 'bad.mts'), bad)
  const compiler = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
  const how = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext']
  const check = (file: string): string => {
    const asked = [compiler, ...how, '--target', 'es2024', '--lib', 'es2024,dom', file]
    try {
      return execFileSync(process.execPath, asked, { cwd: folder, encoding: 'utf8' })
    } catch (error) {
      return String((error as { readonly stdout: unknown }).stdout)
    }
  }
  expect(check('good.mts')).toBe('')
  const lines = [...check('bad.mts').matchAll(/^bad\.mts\((\d+),/gm)].map(([, line]) =>
    Number(line),
  )
  expect(lines).toEqual([4, 5, 6, 7])
})
