import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { NamedHead } from '#src/app/heads.ts'
import { refolding } from '#src/app/refold.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { fund, fundAnew } from '#test/support/command-line.ts'
import { reached } from '#test/support/reached.ts'

/** Villages of 2,002 entries each, with all that a year of meetings, loans, a flood and grants brings. */
const villages = process.env['TEST_BUDGET'] === 'ci' ? 10 : 1

// Two folders stand for two machines: nothing goes from one to the other but the backup and the paper.
const [here, there] = ['here', 'there'].map((name) => mkdtempSync(join(tmpdir(), `drill-${name}-`)))
const environment = { BACKUP_SECRET: 'the secret of a drill, kept on paper in a safe' }
const run = (folder: string, ...args: readonly string[]) => fund(args, { folder, environment })

/** The same history as another fund's, every hash made anew. */
const asFund = (rows: readonly JournalRow[], fundId: string): JournalRow[] => {
  let prevHash = ''
  return rows.map((row) => {
    const moved = { ...row, fundId, prevHash }
    prevHash = sha256(canonicalEntry(moved))
    return { ...moved, hash: prevHash }
  })
}

const batchLength = 500

const fill = async (path: string): Promise<void> => {
  const { store: book, fundId } = await bookFrom(paperBookFolder)
  const rows = await book.read(fundId, 0, 10_000)
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 120_000 })
  for (let i = 0; i < villages; i += 1) {
    const own = asFund(rows, `village-${i}`)
    const fold = refolding()
    for (let from = 0; from < own.length; from += batchLength) {
      const batch = own.slice(from, from + batchLength)
      for (const row of batch) expect(fold.take(row)).toBeUndefined()
      expect(await store.append(own[0]!.fundId, batch, fold.changes(batch))).toBe('appended')
    }
  }
  await store.close()
}

beforeAll(() => fill(join(here!, 'data', 'fund.db')), 300_000)
afterAll(() => {
  for (const folder of [here!, there!]) rmSync(folder, { recursive: true })
})

const tellsWork = `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeFileSync(process.env.WORK_FILE, String((user + system) / 1000))
})`

/** Runs a command and tells how long processors worked on it: other programs on the machine make it no slower. */
const worked = async (folder: string, ...args: readonly string[]) => {
  const file = join(folder, 'work')
  const tell = `--import=data:text/javascript,${encodeURIComponent(tellsWork)}`
  const told = { ...environment, WORK_FILE: file, NODE_OPTIONS: tell }
  const done = await fundAnew(args, { folder, environment: told })
  return { done, ms: Number(readFileSync(file, 'utf8')) }
}

test('a fund that lost its machine is whole again on an empty one, by backup and paper alone', async () => {
  const entries = villages * 2002
  const kept = (await run(here!, 'heads', '--json')).out
  writeFileSync(join(there!, 'paper.json'), kept)
  const backup = await worked(here!, 'backup', '--out', 'fund.backup')
  expect([backup.done.status, backup.done.err]).toEqual([0, ''])
  writeFileSync(join(there!, 'stick.backup'), readFileSync(join(here!, 'fund.backup')))

  const onto = ['--to', 'sqlite:data/fund.db', '--checkpoint', 'paper.json', '--json']
  const restore = await worked(there!, 'restore', 'stick.backup', ...onto)
  expect([restore.done.status, restore.done.err]).toEqual([0, ''])
  const restored = JSON.parse(restore.done.out) as {
    readonly entries: number
    readonly problems: readonly unknown[]
    readonly checkpoint: readonly unknown[]
  }
  expect(restored).toMatchObject({
    ok: true,
    entries,
    problems: [],
    checkpoint: [],
    isRestored: true,
  })
  const now = JSON.parse((await run(there!, 'heads', '--json')).out) as NamedHead[]
  expect(now).toEqual(JSON.parse(kept))
  expect(now).toHaveLength(villages)
  const health = ['report', 'health', '--fund', 'village-0', '--as-of', '2025-12-31', '--json']
  const read = await run(there!, ...health)
  expect([read.status, read.err]).toEqual([0, ''])
  expect(JSON.parse(read.out)).toMatchObject({ as_of: '2025-12-31', cash: 13_237_800 })
  expect(read.out).toBe((await run(here!, ...health)).out)

  const rate = Math.round((entries / restore.ms) * 1000)
  console.log(
    `restore drill: ${entries} entries, backup ${Math.round(backup.ms)} ms, restore with full audit ${Math.round(restore.ms)} ms: ${rate} entries a second`,
  )
  // A tenth of what two cores reach alone: it says that nothing grew by the square of the entries.
  expect(rate).toBeGreaterThan(150)
  reached({
    promise: 'P14',
    tried: 'entries restored onto an empty folder',
    count: restored.entries,
    atLeast: entries,
    found: restored.problems.length + restored.checkpoint.length,
  })
})
