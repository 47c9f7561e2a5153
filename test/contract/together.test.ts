import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { openSqlite } from '#infra/db/sqlite.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { activityRow } from '#test/contract/people-life.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

const newFile = temporaryFiles()
const openStore = (path: string) =>
  sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
const funds = Array.from({ length: 40 }, (_, i) => `fund-${i}`)

/** How much the database has written to its log: every commit of its own writes its pages again. */
const pagesWritten = (path: string): number => {
  const database = new Database(path)
  const rows = database.pragma('wal_checkpoint(passive)') as { readonly log: number }[]
  database.close()
  return rows[0]!.log
}

const record = async (inTurn: boolean): Promise<number> => {
  const path = newFile()
  const store = await openStore(path)
  const append = (fundId: string) => store.append(fundId, sealedRows([{ fundId }]), noChanges)
  const answers: string[] = []
  if (inTurn) for (const fundId of funds) answers.push(await append(fundId))
  else answers.push(...(await Promise.all(funds.map(append))))
  expect(answers).toEqual(funds.map(() => 'appended'))
  for (const fundId of funds) expect(await store.read(fundId, 0, 9)).toHaveLength(1)
  const written = pagesWritten(path)
  await store.close()
  return written
}

test('what many funds record in one moment is kept together, each fund with its own entries', async () => {
  expect(await record(true)).toBeGreaterThan(2 * (await record(false)))
})

test('one who may not is refused alone; those who came in the same moment are not', async () => {
  const store = await openStore(newFile())
  const bad = sealedRows([{ fundId: 'bad' }]).map((row) => ({ ...row, data: 'no JSON' }))
  const told = await Promise.allSettled(
    funds.map((fundId, i) =>
      store.append(fundId, i % 4 === 0 ? bad : sealedRows([{ fundId }]), noChanges),
    ),
  )
  expect(told.map(({ status }) => status)).toEqual(
    funds.map((_, i) => (i % 4 === 0 ? 'rejected' : 'fulfilled')),
  )
  const held = await store.fundIds()
  expect(held).toEqual(funds.filter((_, i) => i % 4 !== 0).toSorted())
  await store.close()
})

test('whoever comes when too many wait is told so at once, and what was taken is kept', async () => {
  const store = await openStore(newFile())
  const many = Array.from({ length: 3000 }, (_, i) => `fund-${i}`)
  const told = await Promise.allSettled(
    many.map((fundId) => store.append(fundId, sealedRows([{ fundId }]), noChanges)),
  )
  const kept = many.filter((_, i) => told[i]!.status === 'fulfilled')
  const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every((reason) => reason instanceof StorageUnavailable)).toBe(true)
  expect(await store.fundIds()).toEqual(kept.toSorted())
  await store.close()
})

/** A store that tells which statements its file was asked. */
const listening = async () => {
  const statements: string[] = []
  const store = await sqliteStore({
    path: newFile(),
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
    open: async (path, options) => {
      const database = await openSqlite(path, options)
      const executor = database.em.getKysely().getExecutor()
      await executor.provideConnection(async (connection) => {
        const run = connection.executeQuery.bind(connection)
        connection.executeQuery = (...args) => {
          statements.push(args[0].sql)
          return run(...args)
        }
      })
      return database
    },
  })
  const inserts = () => statements.filter((sql) => sql.startsWith('insert into "activity"'))
  return { store, inserts }
}

test('what forty people look at in one fund at once is written into its log by few statements', async () => {
  const { store, inserts } = await listening()
  const rows = Array.from({ length: 40 }, (_, n) => activityRow(n + 1))
  const elsewhere = activityRow(1, { scope: 'fund-b' })
  await Promise.all([...rows, elsewhere].map((row) => store.noteActivity([row])))
  expect(await store.activities('fund-a', { limit: 50 })).toStrictEqual(rows.toReversed())
  expect(await store.activities('fund-b', { limit: 50 })).toStrictEqual([elsewhere])
  expect(inserts().length).toBeLessThan(5)
  await store.close()
})

test('a line that cannot be written stops none that came in the same moment', async () => {
  const { store } = await listening()
  await store.noteActivity([activityRow(7)])
  const rows = Array.from({ length: 12 }, (_, n) => activityRow(n + 1))
  const told = await Promise.allSettled(rows.map((row) => store.noteActivity([row])))
  expect(told.map(({ status }) => status)).toEqual(
    rows.map((_, n) => (n === 6 ? 'rejected' : 'fulfilled')),
  )
  const kept = await store.activities('fund-a', { limit: 50 })
  expect(kept.toReversed()).toStrictEqual(rows)
  await store.close()
})
