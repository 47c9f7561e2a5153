import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { leavesSuite } from '#test/contract/leaves-suite.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'

const newFile = temporaryFiles()

const onSqlite = (path: string) => {
  const leaves = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
  return { leaves, close: leaves.close }
}

leavesSuite('leaves in a SQLite file', async () => {
  const path = newFile()
  return { ...onSqlite(path), again: async () => onSqlite(path) }
})
leavesSuite('leaves in SQLite without a file', async () => onSqlite(inMemory))
