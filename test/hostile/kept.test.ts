import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Description, type Plan, planned, withCanary } from '#test/hostile/requests.ts'
import { type Started, dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** Fewer than what the service takes of one sender in a minute, so that most are read and not turned away. */
const requests = isLong ? 1200 : 150
const folder = newFolder()
const doors = ['record-keeper', 'household', 'auditor', 'chair', 'administrator'] as const

let service: Started
let tokens: readonly (string | undefined)[] = []
let known: Readonly<Record<string, readonly string[]>> = {}

const tell = async <Body>(
  path: string,
  token: string | undefined,
  body?: object,
): Promise<Body> => {
  const answer = await fetch(`${service.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as Body
}

beforeAll(async () => {
  service = await started(folder, { LOG_LEVEL: 'info' })
  const key = new URL(
    linkIn(service.printed(), 'start')!.trim().split(/\s+/).at(-1)!,
  ).searchParams.get('key')!
  const device = await tell<{ deviceToken: string; networkId: string }>('/v1/devices', undefined, {
    key,
    label: 'phone',
  })
  const { deviceToken, networkId } = device
  const signIn = async (door: string) =>
    (await tell<{ token: string }>('/v1/sessions', undefined, { deviceToken, door })).token
  tokens = [undefined, ...(await Promise.all(doors.map(signIn)))]
  const [fund] = (await tell<{ items: { fundId: string }[] }>('/v1/funds', tokens[1])).items
  const path = `/v1/funds/${fund!.fundId}/loans?limit=10`
  const { items } = await tell<{ items: { loanId: string; memberId: string }[] }>(path, tokens[1])
  known = {
    fundId: [fund!.fundId],
    networkId: [networkId],
    loanId: items.map(({ loanId }) => loanId),
    loan: items.map(({ loanId }) => loanId),
    memberId: items.map(({ memberId }) => memberId),
    member: items.map(({ memberId }) => memberId),
    deviceToken: [deviceToken],
    login: ['practice chair'],
  }
})

afterAll(async () => {
  await service.stop()
  dropFolder(folder)
})

/** What the running service answers with, and what it may not have said. */
const judge = async (plan: Plan, i: number): Promise<readonly string[]> => {
  const canary = `zqx${i}qz`
  const own = withCanary(plan, canary)
  const headers = new Headers()
  for (const [name, value] of own.headers)
    if (!/^(host|transfer-encoding|content-length|expect)$/.test(name)) headers.set(name, value)
  const token = tokens[own.who]
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  const hasBody = own.body !== undefined && !['GET', 'HEAD'].includes(own.method)
  const ask = (): Promise<Response> =>
    fetch(`${service.url}${own.path}`, {
      method: own.method,
      headers,
      redirect: 'manual',
      ...(hasBody ? { body: own.body! } : {}),
    })
  // The service hangs up after a body that it would not read; a client that had the connection kept asks again.
  const answer = await ask().catch(ask)
  const text = await answer.text()
  return [
    ...(answer.status >= 500 ? [`answered ${answer.status}`] : []),
    ...(text.includes(canary) ? ['repeated what was sent'] : []),
  ]
}

test(`${requests} odd requests to the service as it runs, with its database, break nothing and are not repeated`, async () => {
  const description = await tell<Description>('/openapi.json', undefined)
  const schemas = description.components.schemas
  const texts = (name: string) => (Object.hasOwn(known, name) ? known[name]! : [])
  const plans = planned(
    { schemas, texts },
    { description, pages: [], senders: { all: 5, strong: [1, 3, 4, 5] } },
  )
  let i = 0
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      expect(await judge(plan, (i += 1))).toEqual([])
    }),
    { numRuns: requests, endOnFailure: true },
  )
})

/** The status of a page, once the service is done with those who asked too often. */
const whenItTakesMore = async (path: string): Promise<number> => {
  const answer = await fetch(`${service.url}${path}`)
  if (answer.status !== 429) return answer.status
  await setTimeout(1000 * Number(answer.headers.get('retry-after')))
  return (await fetch(`${service.url}${path}`)).status
}

test('after them its log holds no word that was sent, and its journal is whole', async () => {
  expect(service.complained()).toContain('"route"')
  expect(service.complained()).not.toMatch(/zqx\d+qz|"status":5\d\d/)
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.db') || name.endsWith('.sqlite'),
  )
  expect(files.length).toBeGreaterThan(0)
  expect(readFileSync(join(folder, files[0]!)).subarray(0, 15).toString()).toBe('SQLite format 3')
  expect(await whenItTakesMore('/readyz')).toBe(200)
})
