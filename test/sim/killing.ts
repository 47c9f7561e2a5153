import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import type { Chance } from '#test/support/oracle/chance.ts'

/** The file of a book, and one beside it in which stands what was said to have been recorded. */
export type Files = { readonly path: string; readonly heard: string }

type Found = {
  readonly entries: number
  readonly acknowledged: number
  readonly faults: readonly string[]
}

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** What another program finds in each, with another binding of SQLite and none of our code. */
export const checked = (all: readonly Files[]): Found[] => {
  const files = all.flatMap(({ path, heard }) => [path, heard])
  const args = ['--no-warnings', script('independent-checker.ts'), ...files]
  const told = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 })
  return told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Found)
}

export const linesIn = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1

/** Waits until somebody has said so much, or says nothing more; what was said is read when there is more of it. */
const untilSaid = async (file: string, lines: number, isOver: () => boolean): Promise<void> => {
  for (let read = -1; !isOver(); await setTimeout(1)) {
    const { size } = statSync(file)
    if (size !== read && linesIn(file) >= lines) return
    read = size
  }
}

/**
 * The recorder and all that it loads in one file: it is begun two hundred times, and to find and read a thousand files takes it
 * longer than to write and be killed.
 */
const recorderInOne = async (): Promise<string> => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  // Among the packages, of which it leaves one outside. Whoever is beside us has the same file, whole at any moment.
  const file = join(root, 'node_modules/.cache/killed-recorder.mjs')
  const own = `${file}.${process.pid}.mjs`
  const input = script('killed-recorder.ts')
  const made = await rolldown({ input, cwd: root, platform: 'node', external: ['better-sqlite3'] })
  await made.write({ file: own, format: 'esm', codeSplitting: false })
  await made.close()
  renameSync(own, file)
  return file
}
let recorder: Promise<string> | undefined

/** Lets a recorder live until it has said so much, then a moment more, and kills it without a word. */
export const killed = async (
  { path, heard }: Files,
  round: number,
  chance: Chance,
): Promise<void> => {
  const program = await (recorder ??= recorderInOne())
  const child = spawn(process.execPath, [program, path, heard, String(round)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const lines = linesIn(heard) + chance.whole(0, 60)
  await untilSaid(heard, lines, () => child.exitCode !== null)
  await setTimeout(chance.whole(0, 12))
  child.kill('SIGKILL')
  await ended
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`the recorder ended by itself: ${child.exitCode}`)
}

export type Lived = {
  readonly kills: number
  readonly acknowledged: number
  readonly faults: readonly string[]
}

/** The files as the killed program left them, for the checker; the next program goes on in the others. */
const leftBy = ({ path, heard }: Files, kill: number): Files => {
  const left = { path: `${path}.left-${kill}`, heard: `${heard}.left-${kill}` }
  cpSync(path, left.path)
  if (existsSync(`${path}-wal`)) cpSync(`${path}-wal`, `${left.path}-wal`)
  cpSync(heard, left.heard)
  return left
}

/** One book that is killed so often; what each kill left is looked at by another program. */
export const livesOf = async (
  files: Files,
  {
    from,
    kills,
    chance,
  }: { readonly from: number; readonly kills: number; readonly chance: Chance },
): Promise<Lived> => {
  const left: Files[] = []
  for (let kill = from; kill < from + kills; kill += 1) {
    await killed(files, kill, chance)
    // A program may be killed before it has made its tables.
    if (linesIn(files.heard) > 0) left.push(leftBy(files, kill))
  }
  const found = left.length === 0 ? [] : checked(left)
  return {
    kills,
    acknowledged: found.at(-1)?.acknowledged ?? 0,
    faults: found.flatMap(({ faults }) => faults),
  }
}
