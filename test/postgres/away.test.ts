import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { canUsePostgres, postgresReadiness } from '#infra/db/postgres.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import {
  outcomeOf,
  servedWithinMs,
  answeredWithinMs,
  untilServed,
} from '#test/contract/outcomes.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'
import { asking, connected, emptied, newDatabases } from '#test/support/postgres/databases.ts'
import { type Proxy, proxyTo } from '#test/support/postgres/proxy.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

const newDatabase = newDatabases()
let url: string
let line: Proxy
let store: Store

beforeAll(async () => {
  url = await newDatabase()
  line = await proxyTo(url)
  store = await postgresStore({ url: line.url, create: false, poolMax: 4 })
})
afterAll(async () => {
  await store.close()
  await line.vanish()
})

let funds = 0
const write = () => {
  const fundId = `fund-${(funds += 1)}`
  return store.append(fundId, sealedRows([{ fundId }]), noChanges)
}
const read = () => store.read('fund-1', 0, 9)

/** Every kind of call, many at once: each is told in time, and with the one error that callers know. */
const allToldInTime = async (): Promise<void> => {
  const calls = Array.from({ length: 40 }, (_, i) => outcomeOf(i % 2 === 0 ? write() : read()))
  for (const { error, ms } of await Promise.all(calls)) {
    expect(error).toBeInstanceOf(StorageUnavailable)
    expect(ms).toBeLessThan(answeredWithinMs)
  }
}

const servesAgain = async (): Promise<void> => {
  expect(await untilServed(store, 20)).toBeLessThan(servedWithinMs)
  expect(await write()).toBe('appended')
  expect(await store.read(`fund-${funds}`, 0, 9)).toHaveLength(1)
}

test('a server that goes away is told at once, and served by again when it is back', async () => {
  expect(await write()).toBe('appended')
  await line.vanish()
  await allToldInTime()
  await allToldInTime()
  expect(await canUsePostgres(line.url, { writes: true })).toBe(false)
  await line.appear()
  expect(await canUsePostgres(line.url, { writes: true })).toBe(true)
  await servesAgain()
})

test('a line that is dead without anybody knowing is given up in time, and a new one serves', async () => {
  await Promise.all([read(), read(), read(), write()])
  line.stall(true)
  await allToldInTime()
  expect(await canUsePostgres(line.url, { writes: true, reachMs: 300 })).toBe(false)
  line.stall(false)
  await servesAgain()
})

test('connections that an administrator ends while nobody uses them end no process', async () => {
  await Promise.all([read(), read(), read(), write()])
  const ended = await asking(url, (client) =>
    client.query(`select pg_terminate_backend(pid, 1000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`),
  )
  expect(ended.rowCount).toBeGreaterThan(0)
  await servesAgain()
})

const untilNoneIsAtWork = (): Promise<void> =>
  asking(url, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(`select 1 from pg_stat_activity
        where datname = current_database() and application_name = 'village-fund' and state <> 'idle'`)
      if (rowCount === 0) return
      await setTimeout(5)
    }
  })

test('a statement that takes too long is stopped on the server too', async () => {
  const holder = await connected(url)
  await holder.query('begin; lock table entry in access exclusive mode')
  await allToldInTime()
  // The table is held still: whoever waits for it there has been stopped, and not served.
  await untilNoneIsAtWork()
  await holder.query('rollback')
  await holder.end()
  await servesAgain()
  await untilNoneIsAtWork()
})

test('a server that takes no writes, or has no room, is not ready, and a write there is told as such', async () => {
  const own = await newDatabase()
  const name = new URL(own).pathname.slice(1)
  const isReady = postgresReadiness(own, () => at)
  let at = 0
  const set = async (setting: string): Promise<void> => {
    await asking(url, (client) => client.query(`alter database ${name} ${setting}`))
    at += 5000
  }
  expect(await isReady()).toBe(true)
  for (const setting of ['default_transaction_read_only to on', "temp_file_limit to '1kB'"]) {
    await set(`set ${setting}`)
    expect(await canUsePostgres(own, { writes: false })).toBe(true)
    expect([setting, await isReady()]).toEqual([setting, false])
    expect(await isReady()).toBe(false)
    await set(`reset ${setting.split(' ')[0]}`)
    expect(await isReady()).toBe(true)
  }
  await set('set default_transaction_read_only to on')
  const closed = await postgresStore({ url: own, create: false })
  const { error } = await outcomeOf(
    closed.append('fund-1', sealedRows([{ fundId: 'fund-1' }]), noChanges),
  )
  await closed.close()
  expect(error).toBeInstanceOf(StorageUnavailable)
})

const live = {
  MODE: 'live',
  LOG_LEVEL: 'info',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}

test('the service says 503 while its database is away, goes on after it, and tells no password', async () => {
  await emptied(url)
  const folder = newFolder()
  const service = await started(folder, { ...live, DATABASE_URL: line.url })
  const statusOf = async (path: string, body?: object) => {
    const { status } = await fetch(
      `${service.url}${path}`,
      body && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      },
    )
    return status
  }
  const token = `00000000-0000-7000-8000-000000000001.${'k'.repeat(43)}`
  const enrol = () => statusOf('/v1/devices', { key: token, label: 'phone' })
  const there = await enrol()
  expect(there).toBeGreaterThanOrEqual(400)
  expect(there).toBeLessThan(500)
  expect(await statusOf('/readyz')).toBe(200)
  await line.vanish()
  expect(await enrol()).toBe(503)
  expect(await statusOf('/readyz')).toBe(503)
  expect(await statusOf('/healthz')).toBe(200)
  await line.appear()
  expect(await statusOf('/readyz')).toBe(200)
  expect(await enrol()).toBe(there)
  expect(await service.stop()).toBe(0)
  dropFolder(folder)
  const said = service.printed() + service.complained()
  expect(said).toContain('"status":503')
  expect(said).not.toContain(new URL(url).password)
})
