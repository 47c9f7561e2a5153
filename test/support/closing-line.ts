import type { Reporter, TestModule } from 'vitest/node'

type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** What stands alone on the last line of a run: `12 passed, 0 failed`, with `, 1 skipped` if any. */
const closingText = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/** A suite or a file that breaks outside its tests counts as one failure. */
const brokenIn = (module: TestModule): number =>
  [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0).length

const tallyOf = (modules: readonly TestModule[], strayErrors: number): Tally => {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const count = (state: string): number =>
    tests.filter((one) => one.result().state === state).length
  const broken = modules.reduce((sum, module) => sum + brokenIn(module), strayErrors)
  return {
    passed: count('passed'),
    failed: count('failed') + count('pending') + broken,
    skipped: count('skipped'),
  }
}

/**
 * A vitest reporter that ends a run with its tally on a line of its own, for runners that read
 * nothing else. A run that vitest calls failed never ends with `0 failed`.
 */
export const closingLine = (): Reporter => ({
  onTestRunEnd(modules, strayErrors, reason) {
    const tally = tallyOf(modules, strayErrors.length)
    const failed = reason === 'passed' ? tally.failed : Math.max(tally.failed, 1)
    process.stdout.write(`${closingText({ ...tally, failed })}\n`)
  },
})
