import { afterAll, beforeAll } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { hostile, storeSuite } from '#test/contract/store-suite.ts'
import { emptied, newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()
let url: string
let store: Store

beforeAll(async () => {
  url = await newDatabase()
  // A thousand at once are counted here, however busy the machine is.
  store = await postgresStore({ url, create: false, deadlineMs: 30_000 })
})
afterAll(() => store.close())

storeSuite(
  'a store in PostgreSQL',
  async () => {
    await emptied(url)
    return { store, close: async () => {} }
  },
  // No column holds U+0000; what becomes of it is told in texts.test.ts.
  hostile.map((text) => text.replaceAll('\u0000', '')),
)
