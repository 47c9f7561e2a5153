import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NamedHead } from '#src/app/heads.ts'
import { fund, fundAnew } from '#test/support/command-line.ts'
import { entriesEach, fillWithVillages } from '#test/support/many-villages.ts'
import { reached } from '#test/support/reached.ts'

const villages = process.env['TEST_BUDGET'] === 'ci' ? 10 : 1

// Two folders stand for two machines: nothing goes from one to the other but the backup and the paper.
const [here, there] = ['here', 'there'].map((name) => mkdtempSync(join(tmpdir(), `drill-${name}-`)))
const environment = { BACKUP_SECRET: 'the secret of a drill, kept on paper in a safe' }
const run = (folder: string, ...args: readonly string[]) => fund(args, { folder, environment })

beforeAll(() => fillWithVillages(join(here!, 'data', 'fund.db'), villages), 300_000)
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
  const entries = villages * entriesEach
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
