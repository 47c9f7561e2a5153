import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenLogSaid, hasBrokenLog, isBroken, keepBrokenLog } from '#infra/db/broken-log.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import { compareHeads, headsOf } from '#src/app/heads.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { judgeReceipt, receiptIn } from '#src/app/proof/verify-receipt.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { idOf, noChanges, sealedRows } from '#test/contract/village-life.ts'

const files = temporaryFiles()
const newFile = (): string => {
  const path = files()
  mkdirSync(dirname(path), { recursive: true })
  return path
}
const fund = 'fund-a'
const open = (path: string) => sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })

const isLong = process.env['TEST_BUDGET'] === 'ci'
const places = isLong ? 40 : 16
const entries = 6
const rows = sealedRows(Array.from({ length: entries }, () => ({ fundId: fund })))

/** What lies there after a machine stopped: six acknowledged entries, the last four of them in the log alone. */
const stopped = async (): Promise<string> => {
  const path = newFile()
  const first = await open(path)
  for (const row of rows.slice(0, 2)) await first.append(fund, [row], noChanges)
  await first.close()
  const store = await open(path)
  for (const row of rows.slice(2)) await store.append(fund, [row], noChanges)
  const copy = newFile()
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${copy}${end}`)
  await store.close()
  return copy
}

const found = async (path: string): Promise<number> => {
  const store = await open(path)
  const { length } = await store.read(fund, 0, 100)
  await store.close()
  return length
}

/** The same files elsewhere, with one byte of the log another one. */
const damagedAt = (path: string, log: Uint8Array, at: number): string => {
  const copy = newFile()
  const damaged = new Uint8Array(log)
  damaged[at]! ^= 0x5a
  copyFileSync(path, copy)
  writeFileSync(`${copy}-wal`, damaged)
  return copy
}

test('a log as it was written holds, and nothing is kept of it', async () => {
  const path = await stopped()
  expect(isBroken(readFileSync(`${path}-wal`))).toBe(false)
  expect(await found(path)).toBe(entries)
  expect(hasBrokenLog(path)).toBe(false)
})

test('wherever one byte of the log was damaged, either nothing is lost or it is named, and named until it is moved away', async () => {
  const path = await stopped()
  const log = readFileSync(`${path}-wal`)
  let lost = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(log.length - 1), async (at) => {
      const copy = damagedAt(path, log, at)
      const left = await found(copy).catch(() => 0)
      if (left < entries) {
        lost += 1
        expect(hasBrokenLog(copy)).toBe(true)
        expect(brokenLogSaid(copy)).toContain('receipts')
        expect(existsSync(`${copy}-wal`)).toBe(false)
      }
      rmSync(`${copy}-wal-broken`, { force: true })
      await found(copy).catch(() => 0)
      expect(hasBrokenLog(copy)).toBe(false)
    }),
    { numRuns: places },
  )
  expect(lost).toBeGreaterThan(places / 2)
})

test('one damaged byte is named in every place of how a log and each part of it begin', async () => {
  const path = await stopped()
  const log = new Uint8Array(readFileSync(`${path}-wal`))
  const [header, ofPart] = [32, 24]
  for (let at = 0; at < header + ofPart; at += 1) {
    const damaged = log.slice()
    damaged[at]! ^= 0x5a
    expect(isBroken(damaged), `byte ${at}`).toBe(true)
  }
})

test('a write that the power cut off in its middle is no damage: nothing was acknowledged of it', async () => {
  const path = await stopped()
  const log = readFileSync(`${path}-wal`)
  const frame = 24 + log.readUInt32BE(8)
  const isEnd = (at: number): boolean => log.readUInt32BE(at + 4) !== 0
  // The last write without its end: what lies there of it is begun, and none of it counts.
  let last = 32
  for (let at = 32; at + frame < log.length; at += frame) if (isEnd(at)) last = at + frame
  for (const length of [last + 10, last + frame - 7]) {
    const copy = newFile()
    copyFileSync(path, copy)
    copyFileSync(`${path}-wal`, `${copy}-wal`)
    truncateSync(`${copy}-wal`, length)
    await keepBrokenLog(copy)
    expect(hasBrokenLog(copy)).toBe(false)
  }
})

test('what an earlier log left behind a newer one is no damage', async () => {
  const path = newFile()
  const database = new Database(path)
  database.pragma('journal_mode = wal')
  database.exec('create table t (x text)')
  const fill = (count: number): void => {
    for (let i = 0; i < count; i += 1)
      database.prepare('insert into t values (?)').run('x'.repeat(3000))
  }
  for (const count of [30, 4, 9]) {
    database.pragma('wal_checkpoint(restart)')
    fill(count)
    expect(isBroken(readFileSync(`${path}-wal`))).toBe(false)
  }
  database.close()
})

test('wherever the log is cut off, heads that were kept elsewhere and receipts name what is gone, and nothing else', async () => {
  const fundHere = '00000000-0000-7000-8000-0000000000f0'
  const signer = signerOnNode({ secret: 'a secret for this test only, of length enough' })
  const path = newFile()
  const first = await open(path)
  const all = sealedRows(
    Array.from({ length: entries }, (_, n) => ({ fundId: fundHere, id: idOf(n + 1) })),
  )
  for (const row of all.slice(0, 2)) await first.append(fundHere, [row], noChanges)
  await first.close()
  const store = await open(path)
  for (const row of all.slice(2)) await store.append(fundHere, [row], noChanges)
  const heads = await headsOf(store)
  const log = readFileSync(`${path}-wal`)
  const book = readFileSync(path)
  await store.close()
  const frame = 24 + log.readUInt32BE(8)
  const counts = new Set<number>()
  for (let length = 32; length <= log.length; length += frame) {
    const copy = newFile()
    writeFileSync(copy, book)
    writeFileSync(`${copy}-wal`, log.subarray(0, length))
    const cut = await open(copy)
    const left = (await cut.read(fundHere, 0, 100)).length
    counts.add(left)
    const told = await compareHeads(cut, heads)
    expect(told.map(({ problem }) => problem)).toEqual(left < entries ? ['ends-before'] : [])
    for (const row of all) {
      const code = receiptCode(receiptOf(signer, row))
      const { verdict } = await judgeReceipt({ store: cut, signer, hash: sha256 }, receiptIn(code)!)
      expect(verdict, `entry ${row.seq} of ${left}`).toBe(row.seq <= left ? 'stands' : 'gone')
    }
    await cut.close()
  }
  expect([...counts].toSorted()).toEqual([2, 3, 4, 5, 6])
})
