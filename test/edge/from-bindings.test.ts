import { beforeAll, expect, test } from 'vitest'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { marksBy } from '#infra/system/marks.ts'
import { readConfiguration } from '#src/configuration.ts'
import { requestLog } from '#src/edge/log.ts'
import { marksOfBindings } from '#src/edge/marks.ts'
import { messagesAtEdge } from '#src/edge/messages.ts'
import { needsAtEdge } from '#src/edge/needs.ts'
import type { Kept } from '#src/edge/objects.ts'
import { serviceOf } from '#src/edge/service.ts'
import { saidBy } from '#test/edge/said.ts'
import { type Practice, ourHost, practice } from '#test/support/service.ts'

/* What a Worker makes of what is bound to it, asked without the runtime. */

const secretOf = (name: string): string => `the-${name}-secret-of-a-village-long-enough-to-be-taken`
const configured = (settings: Readonly<Record<string, string>>) => {
  const read = readConfiguration(settings)
  if ('faults' in read) throw new Error(read.faults.join())
  return read.configuration
}
const live = {
  MODE: 'live',
  PEPPER: secretOf('pepper'),
  SIGNING_SECRET: secretOf('signing'),
  PUBLIC_URL: 'https://fund.example.org',
}

let village: Practice
let kept: Kept
beforeAll(async () => {
  village = await practice()
  const { store, record, recordNetwork } = village.needs
  kept = {
    store,
    record,
    recordNetwork,
    isReady: async () => true,
    leaves: memoryLeaves(),
    kept: { read: async () => undefined, write: async () => undefined },
    around: (work) => work(),
  }
})
const bound = { ASSETS: { fetch: async () => new Response(null, { status: 404 }) } }

test('rows are marked by the pepper of a Worker that is live, and known by each one before it', () => {
  const [now, before, first] = ['pepper of now', 'pepper before', 'first pepper']
  const words = (text: string): string => text.replaceAll(' ', '-')
  const older = ` ${words(before)}, ${words(first)}\n`
  const marks = marksOfBindings({ MODE: 'live', PEPPER: now, PEPPER_OLD: older })!
  const by = (secret: string): string => marksBy({ secret }).mark('a row')
  expect(marks.mark('a row')).toBe(by(now))
  expect(
    [now, words(before), words(first), 'another'].map((one) => marks.ageOf('a row', by(one))),
  ).toEqual(['now', 'before', 'before', undefined])
  expect(marksOfBindings({ MODE: 'live', PEPPER: now })?.mark('a row')).toBe(by(now))
  for (const none of [
    { PEPPER: now },
    { MODE: 'practice', PEPPER: now },
    { MODE: 'live' },
    { MODE: 'live', PEPPER: { get: () => now } },
    { MODE: ['live'], PEPPER: now },
  ])
    expect(marksOfBindings(none)).toBeUndefined()
})

test('the log of a Worker tells as much as is asked of it: for real each request, in practice what went wrong', async () => {
  const line = (status: number) => ({ requestId: 'r', method: 'GET', route: '/', status, ms: 1 })
  const levels = (settings: Readonly<Record<string, string>>) =>
    saidBy(() => {
      const log = requestLog(configured(settings))
      for (const status of [200, 499, 500, 503]) log(line(status))
    })
  const both = [
    { ...line(200), level: 'info' },
    { ...line(499), level: 'info' },
    { ...line(500), level: 'error' },
    { ...line(503), level: 'error' },
  ]
  expect(await levels(live)).toEqual(both)
  expect(await levels({ MODE: 'practice' })).toEqual(both.slice(2))
  expect(await levels({ MODE: 'practice', LOG_LEVEL: 'info' })).toEqual(both)
  expect(await levels({ ...live, LOG_LEVEL: 'error' })).toEqual(both.slice(2))
  expect(await levels({ ...live, LOG_LEVEL: 'silent' })).toEqual([])
})

test('a Worker sends texts by a gateway and its secret alone', () => {
  const gateway = {
    MESSAGES: 'gateway',
    MESSAGES_GATEWAY_URL: 'https://gateway.example',
    MESSAGES_GATEWAY_SECRET: secretOf('gateway'),
    MESSAGES_SECRET: secretOf('messages'),
  }
  const made = messagesAtEdge(configured({ MODE: 'practice', ...gateway }))
  expect(Object.keys(made).toSorted()).toEqual(['links', 'messages'])
  expect(made.links!.mayBePrivate).toBe(false)
  for (const without of [
    { ...configured({ MODE: 'practice', ...gateway }), MESSAGES_SECRET: undefined },
    { ...configured({ MODE: 'practice', ...gateway }), MESSAGES: 'file' as const },
    { ...configured({ MODE: 'practice', ...gateway }), MESSAGES: 'off' as const },
  ])
    expect(messagesAtEdge(without as Parameters<typeof messagesAtEdge>[0])).toEqual({})
})

test('papers and cases have a place on a Worker where their secrets are set, and none where they are not', () => {
  const needsBy = (more: Readonly<Record<string, string>>) =>
    needsAtEdge(bound, configured({ ...live, ...more }), kept)
  const bare = {
    ...configured({ ...live, SUPPORT_SECRET: secretOf('support') }),
    SUPPORT_SECRET: undefined,
  }
  const none = needsAtEdge(bound, bare, kept)
  expect(none).not.toHaveProperty('sealing')
  expect(none).not.toHaveProperty('cases')
  expect(none.store).toBe(village.needs.store)
  const both = needsBy({ SUPPORT_SECRET: secretOf('support'), CASES_SECRET: secretOf('cases') })
  expect(both).toHaveProperty('sealing')
  expect(both.cases!.leaves).toBe(kept.leaves)
  // Papers of reports lie under the roof of the cases then, and in no object of a fund.
  expect(both.store).not.toBe(village.needs.store)
})

test('settings are the texts that are bound, and a Worker whose settings cannot hold serves nothing and says why', async () => {
  const after = (): void => undefined
  const asked = new Request('http://127.0.0.1:3000/healthz', { headers: { host: ourHost } })
  const statusBy = async (bindings: object): Promise<number> =>
    (await serviceOf({ ...bound, ...bindings }, () => kept).serve(asked, after)).status
  const well = await saidBy(async () => {
    expect(await statusBy({ MODE: 'practice', LOG_LEVEL: { loud: true }, PORT: ['a'] })).toBe(200)
  })
  expect(well).toEqual([])
  const badly = await saidBy(async () => {
    expect(await statusBy({ MODE: 'practice', LOG_LEVEL: 'loud' })).toBe(503)
    // Anybody can reach a Worker: a live one has an address of its own.
    expect(await statusBy({ ...live, SUPPORT_SECRET: secretOf('support'), PUBLIC_URL: '' })).toBe(
      503,
    )
  })
  expect(badly).toEqual([
    { level: 'error', faults: [expect.stringContaining('LOG_LEVEL')] },
    { level: 'error', faults: [expect.stringContaining('PUBLIC_URL')] },
  ])
})
