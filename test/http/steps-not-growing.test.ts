import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { StepsByPath } from '#test/support/steps.ts'

/*
 * What a page costs is counted in steps of the program, which hang on no clock: asked again, and asked after a deposit, of a fund
 * and of one twice as old.
 */

const program = fileURLToPath(new URL('../support/steps.ts', import.meta.url))

/** Fewer steps than that are a tenth of a millisecond. */
const slack = 3_000

test('a page of a fund twice as old takes no more steps, asked again or after a deposit', () => {
  // What Node has compiled before tells no single turn of a loop, and what it puts in place of a call is not counted.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const told = execFileSync(
    process.execPath,
    ['--no-opt', '--no-maglev', program, '8000', '16000'],
    { env, encoding: 'utf8' },
  )
  const [young, old] = JSON.parse(told) as [StepsByPath, StepsByPath]
  const kinds = ['again', 'after'] as const
  const grown = Object.entries(old).flatMap(([path, steps]) =>
    kinds.flatMap((kind) => {
      const before = young[path]?.[kind]
      if (before === undefined) return []
      return steps[kind] > before * 1.3 + slack ? [`${path} ${kind}: ${before} ${steps[kind]}`] : []
    }),
  )
  expect(Object.keys(old).length).toBeGreaterThan(150)
  expect(grown).toEqual([])
})
