import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { hostile, storeSuite } from '#test/contract/store-suite.ts'
import { asking, emptied, newDatabases } from '#test/support/postgres/databases.ts'
import { type Pooler, poolerTo } from '#test/support/postgres/pooler.ts'

/* What lies between a Worker and its server: a pooler that gives another connection for each transaction. */

const newDatabase = newDatabases()
let url: string
let pooler: Pooler
/** As Workers ask, who name no statements; and as servers do, who do until they are told that there are none. */
let stores: Readonly<Record<'a Worker' | 'a server', Store>>

beforeAll(async () => {
  url = await newDatabase()
  pooler = await poolerTo(url)
  const options = { url: pooler.url, create: false, deadlineMs: 60_000 }
  stores = {
    'a Worker': await postgresStore({ ...options, poolMax: 3, isPrepared: false }),
    'a server': await postgresStore(options),
  }
})
afterAll(async () => {
  for (const store of Object.values(stores)) await store.close()
  await pooler.stop()
})

const noNull = hostile.map((text) => text.replaceAll('\u0000', ''))

for (const who of ['a Worker', 'a server'] as const)
  storeSuite(
    `a store behind a pooler by transactions, as ${who} asks it`,
    async () => {
      await emptied(url)
      return { store: stores[who], close: async () => {} }
    },
    noNull,
  )

test('nobody kept a connection for more than a transaction', () => {
  expect(pooler.moves()).toBeGreaterThan(50)
})

test('what would hang on one connection does not pass it: what was set, prepared and locked outside of a transaction', async () => {
  const broken: string[] = []
  await asking(pooler.url, async (client) => {
    await client.query(`set village.canary = 'mine'`)
    const { rows } = await client.query(`select current_setting('village.canary', true) as said`)
    if ((rows[0] as { said: string | null }).said !== 'mine') broken.push('set')
    await client.query({ name: 'canary', text: 'select 1' })
    await client.query({ name: 'canary', text: 'select 1' }).catch(() => broken.push('prepared'))
    await client.query('select pg_advisory_lock(7)')
    const freed = await client.query('select pg_advisory_unlock(7) as was')
    if (!(freed.rows[0] as { was: boolean }).was) broken.push('locked')
  })
  expect(broken).toEqual(['set', 'prepared', 'locked'])
})
