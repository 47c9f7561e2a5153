import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { alteredCopy } from '#infra/db/altered-copy.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

const newFile = temporaryFiles()
const openStore = (path: string) =>
  sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })

const summary = { kind: 'summary' as const, key: 'fund', data: '{"seq":1}' }
const joined = (key: string) => ({ kind: 'fund' as const, key, data: '{}' })

/** Two funds of a network in one file, of which somebody wrote into the last entry of the first. */
const broken = async (): Promise<string> => {
  const path = newFile()
  const store = await openStore(path)
  for (const fundId of ['fund-a', 'fund-b'])
    await store.append(fundId, sealedRows([{ fundId }]), { ...noChanges, subjects: [summary] })
  await store.networks.append('network', sealedRows([{ fundId: 'network' }]), {
    ...noChanges,
    subjects: [joined('fund-a'), joined('fund-b')],
  })
  await store.close()
  const file = new Database(path)
  file.exec(`drop trigger entry_no_update;
    update entry set effective_on = '2026-01-21' where fund_id = 'fund-a'`)
  file.close()
  return path
}

test('a fund whose last entries do not hold is not served, and the others are', async () => {
  const store = await openStore(await broken())
  await expect(store.read('fund-a', 0, 1)).rejects.toThrow(StorageUnavailable)
  await expect(store.subject('fund-a', 'summary', 'fund')).rejects.toThrow(StorageUnavailable)
  const lines = [{ subject: 'fund', text: 'Trapeang' }]
  await expect(store.keep('fund-a', lines)).rejects.toThrow(StorageUnavailable)
  expect(await store.read('fund-b', 0, 9)).toHaveLength(1)
  await store.keep('fund-b', lines)
  expect(await store.noteOf('fund-b', 'fund')).toBe('Trapeang')
  await store.close()
})

test('a list of funds tells nothing of the one whose last entries do not hold', async () => {
  const store = await openStore(await broken())
  const listed = await store.networkFunds('network')
  expect(listed.map((one) => one.summary)).toEqual([undefined, summary.data])
  expect(await store.lookAtTails()).toEqual(['fund-a'])
  await store.close()
})

test('a store with many funds is opened without looking at any of them', async () => {
  const path = newFile()
  const store = await openStore(path)
  for (let n = 0; n < 40; n += 1)
    await store.append(`fund-${n}`, sealedRows([{ fundId: `fund-${n}` }]), noChanges)
  await store.close()
  let hashed = 0
  const hash = (text: string): string => {
    hashed += 1
    return sha256(text)
  }
  const opened = await sqliteStore({ path, create: true, hash, deadlineMs: 60_000 })
  expect(await opened.fundIds(1)).toEqual(['fund-0'])
  expect(hashed).toBe(0)
  for (const _ of [1, 2]) await opened.read('fund-7', 0, 9)
  expect(hashed).toBe(1)
  await opened.close()
})

test.each(['100', '700', '800', '900', '-800'])(
  'a copy that shows what the audit is for has another sum, whichever digit it begins with: %s',
  async (sum) => {
    const path = newFile()
    const store = await openStore(path)
    const data = `{"amount":${sum}}`
    await store.append('fund-a', sealedRows([{ fundId: 'fund-a', data }]), noChanges)
    await store.close()
    const { before, after } = alteredCopy(path, `${path}-copy`)!
    expect(before).toBe(sum)
    expect(after).not.toBe(sum)
    expect(after).toHaveLength(sum.length)
  },
)
