import { execFileSync } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { linesTogether } from '#src/cli/service/lines-together.ts'

test('lines of one moment are written together, in their order, and those of the next one after them', async () => {
  const written: string[] = []
  const lines = linesTogether({ write: (text) => written.push(text) })
  lines.write('first\n')
  lines.write('second\n')
  expect(written).toEqual([])
  await setImmediate()
  lines.write('third\n')
  await setImmediate()
  await setImmediate()
  expect(written).toEqual(['first\nsecond\n', 'third\n'])
})

test('a line that came last before a service stopped of itself is written all the same', () => {
  const program = `
    import { writeSync } from 'node:fs'
    import { linesTogether } from '#src/cli/service/lines-together.ts'
    linesTogether({ write: (text) => writeSync(1, text) }).write('the last one')
    process.exit(0)`
  const how = ['--input-type=module-typescript', '--eval', program]
  expect(execFileSync(process.execPath, how, { encoding: 'utf8' })).toBe('the last one')
})
