import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import type { Slip } from '#test/mutants/slips.ts'

/*
 * Tests that start a browser, a server or a program are asked as a whole: of a copy of the house in which one slip is written.
 */

const notCopied = new Set(['node_modules', '.git', '.cache', 'artefacts'])
const shared = ['node_modules', '.cache']

const copyOfHouse = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  const filter = (path: string): boolean => !notCopied.has(relative('.', path))
  cpSync('.', folder, { recursive: true, filter })
  for (const name of shared) symlinkSync(resolve(name), join(folder, name))
  return folder
}

/** The text with the slip in it; a statement is left out, or no longer waited for. */
const withSlip = (text: string, { at, was, is }: Slip): string => {
  const isStatement = is === '' || was === `await ${is}`
  return text.slice(0, at) + (isStatement ? `;${is}` : `(${is})`) + text.slice(at + was.length)
}

const leastMs = 60_000

/** Asks whole files of tests about one slip at a time. */
export const wholeTests = () => {
  const folder = copyOfHouse()
  const took = new Map<string, number>()
  const passes = (file: string, timeout?: number): boolean => {
    const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--bail=1', file]
    const env = { ...process.env, TEST_BUDGET: 'ci' }
    const run = spawnSync(process.execPath, vitest, { cwd: folder, env, timeout, stdio: 'ignore' })
    return run.status === 0
  }
  /** How long a file takes as the house stands; one that does not pass then tells nothing. */
  const usual = (file: string): number => {
    const known = took.get(file)
    if (known !== undefined) return known
    const begun = performance.now()
    const ms = passes(file) ? performance.now() - begun : Number.NaN
    took.set(file, ms)
    return ms
  }
  return {
    /** Whether a file fails with the slip, and fails again. */
    notices: (file: string, path: string, slip: Slip): boolean => {
      const ms = usual(file)
      if (Number.isNaN(ms)) return false
      const text = readFileSync(path, 'utf8')
      writeFileSync(join(folder, path), withSlip(text, slip))
      const longest = Math.round(leastMs + 3 * ms)
      const isNoticed = !passes(file, longest) && !passes(file, longest)
      writeFileSync(join(folder, path), text)
      return isNoticed
    },
    end: (): void => rmSync(folder, { recursive: true, force: true }),
  }
}
