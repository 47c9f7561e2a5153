import { execFileSync, spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
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

const checked = ({ path, heard }: Files): Found => {
  const args = ['--no-warnings', script('independent-checker.ts'), path, heard]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Found
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
    [script('killed-recorder.ts'), path, heard, String(round)],
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

test('whatever was acknowledged is there after the program was killed, in an unbroken chain, and another program sees it', async () => {
  const chance = chanceOf(20_261)
  let files = newFiles()
  let acknowledged = 0
  let heardBefore = 0
  let [killedSoFar, faults] = [0, 0]
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % livesOfFile === 0 && kill > 0) {
      files = newFiles()
      heardBefore = 0
    }
    await killed(files, kill, chance)
    killedSoFar += 1
    // A program may be killed before it has made its tables.
    if (linesIn(files.heard) === 0) continue
    const found = checked(files)
    expect(found.faults).toEqual([])
    faults += found.faults.length
    acknowledged += found.acknowledged - heardBefore
    heardBefore = found.acknowledged
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
  expect(checked(files).faults).toEqual([`acknowledged and lost: ${forged}`])
})
