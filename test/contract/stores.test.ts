import { inMemory } from '#infra/db/sqlite.ts'
import { sqliteStore } from '#infra/db/store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { journalSuite } from '#test/contract/journal-suite.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'

const newFile = temporaryFiles()

const onSqlite = (path: () => string) => async () => {
  const store = await sqliteStore({ path: path(), create: true, hash: sha256 })
  return { store, close: store.close }
}

journalSuite('a store in memory', async () => ({ store: memoryStore(), close: async () => {} }))
journalSuite('a store in a SQLite file', onSqlite(newFile))
journalSuite(
  'a store in SQLite without a file',
  onSqlite(() => inMemory),
)
