import type { Marks } from '#domain/access/marks.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { storeSuite } from '#test/contract/store-suite.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { laidOut } from '#test/support/laid-out.ts'

const newFile = temporaryFiles()

const onSqlite = (path: () => Promise<string>, marks?: Marks) => async () => {
  const options = { create: true, hash: sha256, deadlineMs: 60_000, marks }
  const store = await sqliteStore({ path: await path(), ...options })
  return { store, close: store.close }
}

storeSuite('a store in memory', async () => ({ store: memoryStore(), close: async () => {} }))
const aFile = () => laidOut(newFile())
storeSuite('a store in a SQLite file', onSqlite(aFile))
storeSuite(
  'a store in SQLite without a file',
  onSqlite(async () => inMemory),
)
storeSuite(
  'a store whose rows are marked and whose texts are sealed',
  onSqlite(aFile, marksBy({ secret: 'a pepper of a test, long enough to be one' })),
)
