import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { inThreads } from '#src/cli/auditing/audit-threads.ts'
import { admission, founding, officer, recorderOn, shares } from '#test/contract/village-life.ts'

const folder = mkdtempSync(join(tmpdir(), 'audit-threads-'))
const path = join(folder, 'many.db')
const fundIds = Array.from({ length: 100 }, (_, i) => `fund-${String(i).padStart(3, '0')}`)
const open = (create = false) =>
  sqliteStore({ path, create, hash: sha256, verifiesTail: false, deadlineMs: 60_000 })

beforeAll(async () => {
  const store = await open(true)
  const record = recorderOn(store)
  for (const [i, fundId] of fundIds.entries()) {
    const bought = Array.from({ length: 5 }, (_, n) => shares(10 + n, 1, 1 + ((i + n) % 5)))
    await record(fundId, [founding(1), admission(2, 1), ...bought], officer)
  }
  await store.close()
  const database = new Database(path)
  database.exec('drop trigger entry_no_update')
  // One fund in the middle, and two figures of another one.
  database.exec(`update entry set recorded_by = 'another' where fund_id = 'fund-042' and seq = 3`)
  database.exec(`update posting set amount = amount + 1 where fund_id = 'fund-077'`)
  database.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const auditIn = async (threadsMax: number) => {
  const store = await open()
  const heard = new Map<string, number>()
  const progress = (fundId: string, entries: number): void => void heard.set(fundId, entries)
  const funds = inThreads(`sqlite:${path}`, { progress, threadsMax })
  const audit = await auditAll(store, sha256, { progress, funds })
  await store.close()
  return { audit, heard: [...heard].toSorted() }
}

test('a hundred funds that are looked at by three at once are told as by one, in the same order', async () => {
  const store = await open()
  const one = await auditAll(store, sha256)
  await store.close()
  expect(one.problems.map(({ fundId, check }) => `${fundId} ${check}`)).toEqual(
    expect.arrayContaining(['fund-042 hash', 'fund-077 view']),
  )
  for (const threadsMax of [1, 3]) {
    const { audit, heard } = await auditIn(threadsMax)
    expect(audit).toEqual(one)
    expect(heard).toEqual(fundIds.map((fundId) => [fundId, 7]))
  }
}, 60_000)

test('what a thread had taken that died is looked at all the same', async () => {
  const store = await open()
  // A database that the threads do not find: none of them looks at anything.
  const funds = inThreads(`sqlite:${path}-gone`, { progress: () => undefined, threadsMax: 3 })
  const audit = await auditAll(store, sha256, { funds })
  expect(audit).toEqual(await auditAll(store, sha256))
  await store.close()
}, 60_000)
