import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { TextNotStorable } from '#infra/db/postgres-lease.ts'
import type { Store } from '#infra/db/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { activityRow, deviceRow, network, userRow } from '#test/contract/people-life.ts'
import { everythingOf, noChanges, sealedRows } from '#test/contract/village-life.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { newDatabases } from '#test/support/postgres/databases.ts'
import { practice } from '#test/support/service.ts'

const newDatabase = newDatabases()
const nul = 'canary\u0000canary'
let store: Store

beforeAll(async () => {
  // What a text does is tried here, and not how long a busy machine takes for it.
  store = await postgresStore({ url: await newDatabase(), create: false, deadlineMs: 300_000 })
})
afterAll(() => store.close())

test('a text with U+0000 is refused in words and not by the driver, and nothing of it is written', async () => {
  const rows = sealedRows([{ fundId: 'fund-a' }])
  const writes: Readonly<Record<string, () => Promise<unknown>>> = {
    entry: () => store.append('fund-a', [{ ...rows[0]!, device: nul }], noChanges),
    fund: () => store.append(nul, rows, noChanges),
    note: () => store.keep('fund-a', [{ subject: 'fund:', text: nul }]),
    login: () => store.keepUser(userRow({ login: nul })),
    label: () => store.keepDevice(deviceRow({ label: nul })),
    line: () => store.noteActivity([activityRow(1, { subject: nul })]),
  }
  for (const [name, write] of Object.entries(writes))
    await expect(write(), name).rejects.toBeInstanceOf(TextNotStorable)
  expect(await everythingOf(store, 'fund-a')).toMatchObject({ rows: [], notes: [] })
  expect(await store.users(network)).toEqual([])
  expect(await store.append('fund-a', rows, noChanges)).toBe('appended')
})

test('who asks for a text with U+0000 finds nothing, because no such text is kept', async () => {
  await store.keepUser(userRow({}))
  expect(await store.read(nul, 0, 9)).toEqual([])
  expect(await store.find('fund-a', [nul])).toEqual([])
  expect(await store.userByLogin(network, nul)).toBeUndefined()
  expect(await store.cardByToken('fund-a', nul)).toBeUndefined()
  expect(await store.activities('fund-a', { subject: nul, limit: 9 })).toEqual([])
})

/** A service over the store, with the fund and the practice people in it. */
const served = async () => {
  const { fundId } = await bookFrom(paperBookFolder, store)
  const clock = () => '2025-12-31T02:00:00.000Z'
  const world = { journal: store, networks: store.networks, clock, hash: sha256 }
  const more = { store, record: recorder(world), recordNetwork: networkRecorder(world) }
  return { ...(await practice(more)), fundId }
}

test('U+0000 in any text of a request never becomes a fault of the service', async () => {
  const { ask, as, fundId, networkId, lines } = await served()
  const fund = `/v1/funds/${fundId}`
  const tokens = [undefined, await as('record-keeper'), await as('administrator')]
  const gets = [
    '/v1/funds/%00',
    `${fund}/members/%00`,
    `${fund}/members?cursor=%00`,
    `${fund}/loans/%00`,
    `${fund}/journal?after=%00`,
    `${fund}/log?subject=%00`,
    `${fund}/log?cursor=%00`,
    `${fund}/reports/health?asOf=%00`,
    '/v1/networks/%00',
    `/v1/networks/${networkId}/users/%00`,
    '/funds/%00/health',
    `/funds/${fundId}/loans/%00`,
    `/funds/${fundId}/health/%00`,
    '/start?key=%00',
    '/begin?key=%00',
  ]
  const posts: readonly (readonly [string, unknown])[] = [
    ['/v1/sessions', { login: nul, secret: nul }],
    ['/v1/devices', { key: nul, label: nul }],
    ['/v1/secrets', { key: nul, secret: nul }],
    ['/v1/sessions/card', { token: nul, pin: nul }],
    [`${fund}/commands`, { commands: [{ type: 'AdmitMember', id: nul, card: nul }] }],
    [`/v1/networks/${networkId}/users`, { login: nul, role: nul, fundId: nul, memberId: nul }],
    [`/v1/networks/${networkId}/devices`, { label: nul }],
    [`${fund}/cards`, { memberId: nul }],
  ]
  const statuses: number[] = []
  for (const token of tokens) {
    for (const path of gets) statuses.push((await ask(path, { token })).status)
    for (const [path, json] of posts) statuses.push((await ask(path, { token, json })).status)
  }
  expect(statuses.filter((status) => status >= 500)).toEqual([])
  expect(statuses.filter((status) => status >= 400).length).toBeGreaterThan(statuses.length / 2)
  expect(lines.filter(({ fault }) => fault !== undefined)).toEqual([])
})
