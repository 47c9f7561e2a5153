import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { Disk, type Done, doneIn, ways } from '#test/power/disk.ts'
import { type Chance, chanceOf } from '#test/support/oracle/chance.ts'

export const statesOfLife = 100

/** Who writes, who looks afterwards, and how much the writer says: until two checkpoints were made, or the rows of cases laid anew. */
export const books = {
  recorder: '../sim/killed-recorder.ts',
  checker: '../sim/independent-checker.ts',
  lines: 700,
} as const
export const cases = {
  recorder: 'leaves-recorder.ts',
  checker: 'leaves-checker.ts',
  lines: 1_300,
} as const
type Kind = typeof books | typeof cases

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

type Life = { readonly path: string; readonly heard: string; readonly done: readonly Done[] }

const linesIn = (file: string): number =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0

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

export type Looked = {
  readonly entries: number
  readonly acknowledged: number
  readonly faults: readonly string[]
}

/** Our own program opens what is left and goes on: its audit, which knows nothing of the cut. */
const problemsIn = async (path: string): Promise<readonly string[]> => {
  const store = await sqliteStore({ path, create: false, hash: sha256, deadlineMs: 60_000 })
  const { problems } = await auditAll(store, sha256)
  await store.close()
  return problems.map((one) => `audit: ${JSON.stringify(one)}`)
}

/** A folder of its own, and the library that tells writes. */
type Where = { readonly folder: string; readonly shim: string }

/** A program that writes as fast as it can and says what was answered, until it has said enough. */
const lived = async (
  { folder, shim }: Where,
  kind: Kind,
  { name, loads }: { readonly name: string; readonly loads: readonly string[] },
): Promise<Life> => {
  const files = join(folder, name, 'files')
  const [path, heard, log] = [
    join(files, 'fund.db'),
    join(files, 'heard'),
    join(folder, name, 'log'),
  ]
  mkdirSync(files, { recursive: true })
  const imports = loads.flatMap((one) => ['--import', pathToFileURL(here(one)).href])
  const recorder = here(kind.recorder)
  const child = spawn(process.execPath, [...imports, recorder, path, heard, '0'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LD_PRELOAD: shim, WRITES_OF: files, WRITES_LOG: log },
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  while (child.exitCode === null && linesIn(heard) < kind.lines) await setTimeout(5)
  child.kill('SIGKILL')
  await ended
  const done = doneIn(log)
  rmSync(join(folder, name), { recursive: true })
  return { path, heard, done }
}

/** What another program finds on the disk after the power went at moments of one life. */
const afterCuts = async (
  { folder }: Where,
  kind: Kind,
  { life, chance }: { readonly life: Life; readonly chance: Chance },
): Promise<Looked[]> => {
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
  const checker = here(kind.checker)
  const told = execFileSync(process.execPath, ['--no-warnings', checker, ...files], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const looked: Looked[] = []
  for (const [n, line] of told.trim().split('\n').entries()) {
    const one = JSON.parse(line) as Looked
    const isAudited = kind === books && n % 10 === 0 && one.faults.length === 0
    looked.push(isAudited ? { ...one, faults: await problemsIn(files[2 * n]!) } : one)
  }
  rmSync(left, { recursive: true })
  return looked
}

/** Where lives are lived under a library that tells each write; to be removed at the end. */
export const powerCuts = () => {
  const folder = mkdtempSync(join(tmpdir(), 'village-fund-power-'))
  const shim = join(folder, 'writes.so')
  // A compiler is the one thing that npm cannot bring; without it this fails and is not left out.
  const asked = ['-O1', '-shared', '-fPIC', '-o', shim, here('writes.c'), '-ldl', '-lpthread']
  execFileSync('cc', asked, { stdio: ['ignore', 'ignore', 'inherit'] })

  return {
    /** The states that one life may leave, by one seed. */
    ofLife: async (kind: Kind, seed: number, ...loads: readonly string[]): Promise<Looked[]> => {
      const name = `${kind.lines}-${loads.length}-${seed}`
      const life = await lived({ folder, shim }, kind, { name, loads })
      return afterCuts({ folder, shim }, kind, { life, chance: chanceOf(seed) })
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  }
}
