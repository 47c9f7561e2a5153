import { execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { type Chance, chanceOf } from '#test/support/oracle/chance.ts'
import { reached } from '#test/support/reached.ts'

const kills = process.env['TEST_BUDGET'] === 'ci' ? 200 : 4
/** A new file now and then, so that the checker never reads more than this many lives. */
const livesOfFile = 20
const newFile = temporaryFiles()
const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

type Found = {
  readonly entries: number
  readonly acknowledged: number
  readonly faults: readonly string[]
}
type Files = { readonly path: string; readonly heard: string }

/** What another program finds in each. */
const checked = (all: readonly Files[]): Found[] => {
  const files = all.flatMap(({ path, heard }) => [path, heard])
  const args = ['--no-warnings', script('independent-checker.ts'), ...files]
  const told = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 })
  return told
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Found)
}

const linesIn = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1

/** Waits until somebody has said so much, or says nothing more; what was said is read when there is more of it. */
const untilSaid = async (file: string, lines: number, isOver: () => boolean): Promise<void> => {
  for (let read = -1; !isOver(); await setTimeout(1)) {
    const { size } = statSync(file)
    if (size !== read && linesIn(file) >= lines) return
    read = size
  }
}

/** Lets a recorder live until it has said so much, then a moment more, and kills it without a word. */
const killed = async ({ path, heard }: Files, round: number, chance: Chance): Promise<void> => {
  const child = spawn(
    process.execPath,
    // Begun two hundred times, it finds its files as the program does.
    [
      '--import',
      script('../../src/cli/loading.ts'),
      script('killed-recorder.ts'),
      path,
      heard,
      String(round),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('close', resolve))
  const lines = linesIn(heard) + chance.whole(0, 60)
  await untilSaid(heard, lines, () => child.exitCode !== null)
  await setTimeout(chance.whole(0, 12))
  child.kill('SIGKILL')
  await ended
  expect(child.signalCode).toBe('SIGKILL')
}

const newFiles = (): Files => {
  const path = newFile()
  mkdirSync(dirname(path))
  const heard = `${path}.heard`
  writeFileSync(heard, '')
  return { path, heard }
}

/** The files as the killed program left them, for the checker; the next program goes on in the others. */
const leftBy = ({ path, heard }: Files, kill: number): Files => {
  const left = { path: `${path}.left-${kill}`, heard: `${heard}.left-${kill}` }
  cpSync(path, left.path)
  if (existsSync(`${path}-wal`)) cpSync(`${path}-wal`, `${left.path}-wal`)
  cpSync(heard, left.heard)
  return left
}

test('whatever was acknowledged is there after the program was killed, in an unbroken chain, and another program sees it', async () => {
  const chance = chanceOf(20_261)
  let [killedSoFar, acknowledged, faults] = [0, 0, 0]
  while (killedSoFar < kills) {
    const files = newFiles()
    const left: Files[] = []
    for (let life = 0; life < livesOfFile && killedSoFar < kills; life += 1) {
      await killed(files, killedSoFar, chance)
      // A program may be killed before it has made its tables.
      if (linesIn(files.heard) > 0) left.push(leftBy(files, killedSoFar))
      killedSoFar += 1
    }
    const found = checked(left)
    expect(found.flatMap((one) => one.faults)).toEqual([])
    faults += found.flatMap((one) => one.faults).length
    acknowledged += found.at(-1)?.acknowledged ?? 0
  }
  const rows = [
    ['kills of a program that writes', killedSoFar, kills],
    // Each is let live for thirty answers in the middle, less the time in which it makes its tables.
    ['acknowledged entries looked for afterwards', acknowledged, kills === 200 ? 4_000 : 40],
  ] as const
  for (const [tried, count, atLeast] of rows)
    reached({ promise: 'P1', tried, count, atLeast, found: faults })
}, 1_800_000)

test('an acknowledgement that nobody gave is named', async () => {
  const files = newFiles()
  await killed(files, 0, chanceOf(2))
  while (linesIn(files.heard) === 0) await killed(files, 1, chanceOf(3))
  const forged = `fund-a 00000000-0000-7000-8000-999999999999 1 ${'0'.repeat(64)}`
  appendFileSync(files.heard, `${forged}\n`)
  expect(checked([files])[0]!.faults).toEqual([`acknowledged and lost: ${forged}`])
})
