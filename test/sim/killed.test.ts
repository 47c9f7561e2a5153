import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { type Files, checked, killed, linesIn, livesOf } from '#test/sim/killing.ts'
import { chanceOf } from '#test/support/oracle/chance.ts'
import { reached } from '#test/support/reached.ts'

const kills = process.env['TEST_BUDGET'] === 'ci' ? 200 : 4
/** A new file now and then, so that the checker never reads more than this many lives. */
const livesOfFile = 20
const newFile = temporaryFiles()

const newFiles = (): Files => {
  const path = newFile()
  mkdirSync(dirname(path))
  const heard = `${path}.heard`
  writeFileSync(heard, '')
  return { path, heard }
}

test('whatever was acknowledged is there after the program was killed, in an unbroken chain, and another program sees it', async () => {
  const chance = chanceOf(20_261)
  let [acknowledged, faults] = [0, 0]
  for (let from = 0; from < kills; from += livesOfFile) {
    const some = { from, kills: Math.min(livesOfFile, kills - from), chance }
    const lived = await livesOf(newFiles(), some)
    expect(lived.faults).toEqual([])
    faults += lived.faults.length
    acknowledged += lived.acknowledged
  }
  const rows = [
    ['kills of a program that writes', kills, kills],
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
