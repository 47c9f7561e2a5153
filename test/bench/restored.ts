import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fundAnew } from '#test/support/command-line.ts'
import { entriesEach, fillWithVillages } from '#test/support/many-villages.ts'

/*
 * How long a backup of many entries takes and how long until it is opened and audited, beside a bare copy of the file:
 * `node test/bench/restored.ts [VILLAGES | FILE.db]`, 500 of 2,002 entries each where nothing is said; a file is copied first,
 * as one fund of a million that the bench of growth has made.
 */

const asked = process.argv[2] ?? '500'
const folder = mkdtempSync(join(tmpdir(), 'restored-'))
const environment = { BACKUP_SECRET: 'the secret of a measurement, kept nowhere', TMPDIR: folder }
const timed = async (said: string, work: () => Promise<unknown>): Promise<void> => {
  const began = performance.now()
  await work()
  console.log(`${said}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
const run =
  (...args: readonly string[]) =>
  async (): Promise<void> => {
    const done = await fundAnew(args, { folder, environment })
    if (done.status !== 0) throw new Error(done.err || done.out)
  }

try {
  mkdirSync(join(folder, 'data'))
  const path = join(folder, 'data', 'fund.db')
  if (asked.endsWith('.db')) await timed('taken over', () => copyFile(asked, path))
  else
    await timed(`${Number(asked) * entriesEach} entries written`, () =>
      fillWithVillages(path, Number(asked)),
    )
  const megabytes = Math.round(statSync(path).size / 1e6)
  console.log(`${megabytes} MB; ${cpus().length} x ${cpus()[0]?.model}; load ${loadavg()[0]}`)
  await timed('bare copy', () => copyFile(path, join(folder, 'bare.db')))
  await timed('backup', run('backup', '--out', 'one.backup'))
  await timed('restore --check', run('restore', '--check', 'one.backup'))
} finally {
  rmSync(folder, { recursive: true })
}
