import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { Disk, type Done, doneIn, ways } from '#test/power/disk.ts'
import { type Chance, chanceOf } from '#test/support/oracle/chance.ts'
import { reached } from '#test/support/reached.ts'

const states = Number(process.env['POWER_CUTS'] ?? 300)
const statesOfLife = 50
/** Two checkpoints and more. */
const answersOfLife = 700

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'village-fund-power-'))
const shim = join(folder, 'writes.so')

beforeAll(() => {
  // A compiler is the one thing that npm cannot bring; without it this test fails and is not left out.
  const asked = ['-O1', '-shared', '-fPIC', '-o', shim, here('writes.c'), '-ldl', '-lpthread']
  execFileSync('cc', asked, { stdio: ['ignore', 'ignore', 'inherit'] })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Life = { readonly path: string; readonly heard: string; readonly done: readonly Done[] }

const linesIn = (file: string): number =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0

/** A program that writes as fast as it can and says what was answered, until it has said enough. */
const lived = async (name: string, loads: readonly string[] = []): Promise<Life> => {
  const files = join(folder, name, 'files')
  const [path, heard, log] = [
    join(files, 'fund.db'),
    join(files, 'heard'),
    join(folder, name, 'log'),
  ]
  mkdirSync(dirname(files), { recursive: true })
  mkdirSync(files)
  const imports = loads.flatMap((one) => ['--import', pathToFileURL(here(one)).href])
  const recorder = here('../sim/killed-recorder.ts')
  const child = spawn(process.execPath, [...imports, recorder, path, heard, '0'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LD_PRELOAD: shim, WRITES_OF: files, WRITES_LOG: log },
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  while (child.exitCode === null && linesIn(heard) < answersOfLife) await setTimeout(5)
  child.kill('SIGKILL')
  await ended
  return { path, heard, done: doneIn(log) }
}

/** When the power goes: at any moment, or right after something was said to have been recorded. */
const momentsOf = ({ done, heard }: Life, chance: Chance): number[] => {
  const files = done.filter(({ kind, bytes }) => kind === 'opened' && bytes.toString() === heard)
  const ids = new Set(files.map(({ file }) => file))
  const said = done.flatMap(({ kind, file }, i) => (kind === 'written' && ids.has(file) ? [i] : []))
  const first = said[0]!
  return Array.from({ length: statesOfLife }, (_, n) =>
    n % 2 === 0 ? chance.one(said) : chance.whole(first, done.length - 1),
  ).toSorted((a, b) => a - b)
}

type Looked = {
  readonly entries: number
  readonly acknowledged: number
  readonly faults: readonly string[]
}

/** Our own program opens what is left and goes on: its audit, which knows nothing of the cut. */
const problemsIn = async (path: string): Promise<readonly unknown[]> => {
  const store = await sqliteStore({ path, create: false, hash: sha256, deadlineMs: 60_000 })
  const { problems } = await auditAll(store, sha256)
  await store.close()
  return problems
}

/** What another program finds on the disk after the power went at moments of one life. */
const afterCuts = async (life: Life, chance: Chance): Promise<Looked[]> => {
  const disk = new Disk()
  const left = join(folder, 'left')
  const files: string[] = []
  let at = 0
  for (const [n, moment] of momentsOf(life, chance).entries()) {
    for (; at <= moment; at += 1) disk.take(life.done[at]!)
    const to = join(left, String(n))
    mkdirSync(to, { recursive: true })
    const found = disk.afterCut(chance.one(ways), chance)
    for (const [path, bytes] of found)
      if (path.startsWith(life.path)) writeFileSync(path.replace(dirname(life.path), to), bytes)
    writeFileSync(join(to, 'heard'), disk.now(life.heard))
    files.push(join(to, 'fund.db'), join(to, 'heard'))
  }
  const checker = here('../sim/independent-checker.ts')
  const told = execFileSync(process.execPath, ['--no-warnings', checker, ...files], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const looked = told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Looked)
  for (const [n, { faults }] of looked.entries())
    if (n % 10 === 0 && faults.length === 0) expect(await problemsIn(files[2 * n]!)).toEqual([])
  rmSync(left, { recursive: true })
  return looked
}

test('whatever was acknowledged is there after the power went, whatever the disk had not been made to write', async () => {
  const looked: Looked[] = []
  for (let n = 0; looked.length < states; n += 1)
    looked.push(...(await afterCuts(await lived(`full-${n}`), chanceOf(n))))
  expect(looked.flatMap(({ faults }) => faults)).toEqual([])
  expect(looked.some(({ entries, acknowledged }) => entries > acknowledged)).toBe(true)
  const found = looked.filter(({ faults }) => faults.length > 0).length
  reached({
    promise: 'P2',
    tried: 'states of a disk after a power cut',
    count: looked.length,
    atLeast: states,
    found,
  })
})

test('where a commit goes before it is on the disk, more than half of the power cuts lose what was acknowledged', async () => {
  const looked = await afterCuts(await lived('normal', ['normal.ts']), chanceOf(77))
  const losing = looked.filter(({ faults }) =>
    faults.some((fault) => fault.startsWith('acknowledged and lost')),
  )
  expect(losing.length).toBeGreaterThan(looked.length / 2)
})
