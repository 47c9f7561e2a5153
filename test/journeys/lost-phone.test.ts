import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { marksIn } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { firstLink } from '#src/app/identity/first-administrator.ts'
import { readConfiguration } from '#src/configuration.ts'
import { app } from '#src/http/app.ts'
import { needsOnNode } from '#src/node.ts'
import { visitor } from '#test/http/entrance-visits.ts'
import { fund } from '#test/support/command-line.ts'
import { ourHost } from '#test/support/service.ts'
import { dropFolder, linkIn, newFolder } from '#test/support/started.ts'

let folder = ''
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

const live = {
  MODE: 'live',
  LOG_LEVEL: 'silent',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}
const secret = 'seven palms by the river'
const own = { login: 'administrator', secret }
const url = `http://${ourHost}`

type Told = { readonly deviceId: string; readonly label: string; readonly revokedAt: string | null }

/** The service on the file in the folder, as its settings make it. */
const serving = async () => {
  const read = readConfiguration({ ...live, DATA_DIR: folder })
  if ('faults' in read) throw new Error(read.faults.join())
  const { configuration } = read
  const store = await sqliteStore({
    path: join(folder, 'fund.db'),
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
    marks: marksIn(configuration),
  })
  const isReady = async () => true
  const needs = needsOnNode({ store, configuration, isPractice: false, isReady })
  const service = app(needs)
  const by = { actor: 'test', device: 'test' }
  const link = linkIn(await firstLink(needs, { url, by }), 'begin')!
  const newBrowser = () =>
    visitor({
      ask: async (path, { headers, ...init } = {}) =>
        service.request(`${url}${path}`, { ...init, headers: { ...headers, host: ourHost } }),
    })
  return { store, firstKey: keyIn(link), newBrowser }
}

const keyIn = (link: string): string => new URL(link).searchParams.get('key')!

const onMachine = async (...args: readonly string[]) => {
  const environment = { ...live, DATA_DIR: folder }
  const ran = await fund(['--json', 'device', ...args], { folder, environment })
  expect(ran.err).toBe('')
  return JSON.parse(ran.out) as Record<string, unknown>
}

test('whoever has the machine shuts out the only phone of a fund that was lost, and lets another one in', async () => {
  const { store, firstKey, newBrowser } = await serving()
  const lost = newBrowser()
  await lost.send('/begin', { key: firstKey, secret, again: secret, label: 'the only one' })
  expect((await lost.send('/sign-in', own)).status).toBe(303)

  const [seen] = (await onMachine('list'))['devices'] as Told[]
  expect(seen).toMatchObject({ label: 'the only one', revokedAt: null })
  expect((await lost.get('/network')).status).toBe(200)
  expect(await onMachine('stop', seen!.deviceId)).toEqual({
    ...seen,
    sessionsEnded: 1,
    revokedAt: expect.any(String),
  })
  expect((await lost.get('/network')).status).toBe(401)
  expect((await lost.send('/sign-in', own)).status).toBe(401)

  const { link } = await onMachine('add')
  const found = newBrowser()
  await found.send('/enrol', { key: keyIn(String(link)), label: 'the new one' })
  expect((await found.send('/sign-in', own)).status).toBe(303)
  expect((await found.get('/network')).status).toBe(200)

  const [networkId] = await store.networks.fundIds()
  const log = await store.activities(networkId!, { limit: 50 })
  await store.close()
  const byMachine = log.filter(({ actor }) => actor === 'command-line')
  expect(byMachine.map(({ action, subject }) => [action, subject])).toEqual([
    ['enrol-device', ''],
    ['manage-devices', ''],
    ['manage-devices', `device:${seen!.deviceId}`],
  ])
})
