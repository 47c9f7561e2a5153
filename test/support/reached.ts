import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A figure that a test has reached for a promise of `docs/guarantees.md`. */
type Reached = {
  readonly promise: string
  /** What was tried, in words: "forged histories". */
  readonly tried: string
  readonly count: number
  /** What a run of this size must reach: one that reaches less fails. */
  readonly atLeast: number
  /** What came out that must not, as it was counted: entries lost, cells that answer otherwise, secrets found. */
  readonly found: number
}

/** A figure as it is kept: of how large a run, when, and of which code. */
export type Kept = Reached & {
  readonly budget: string
  readonly on: string
  readonly commit: string
}

/** Where the figures of the last runs lie, one file a figure, by how large the run was. */
export const figuresFolder = (): string =>
  process.env['GUARANTEES_DIR'] ??
  fileURLToPath(new URL('../../node_modules/.cache/guarantees', import.meta.url))

const budgetOf = (): string => process.env['TEST_BUDGET'] ?? 'small'

/** The day on which something was tried, to be told and never judged by. */
export const dayOfRun = (): string => new Date().toISOString().slice(0, 10)

/** The commit that is tried, as its first letters; a copy without its history has none. */
export const commitOf = (): string => {
  try {
    const asked = ['rev-parse', '--short=10', 'HEAD']
    const stdio = ['ignore', 'pipe', 'ignore'] as const
    return execFileSync('git', asked, { encoding: 'utf8', stdio: [...stdio] }).trim()
  } catch {
    return 'without a commit'
  }
}

/**
 * Keeps what a test has reached, in the place of what it reached before: `node test/support/guarantees.ts` makes the
 * table of the page of it. Throws where it is less than it must be or where something was found, so that what has
 * failed tells no figure and the page tells none that no test holds.
 */
export const reached = (figure: Reached): void => {
  const { promise, tried, count, atLeast, found } = figure
  if (!(count >= atLeast)) throw new Error(`${promise}: ${count} ${tried}, and not ${atLeast}`)
  if (found !== 0) throw new Error(`${promise}: ${tried}: ${found} found`)
  const folder = join(figuresFolder(), budgetOf())
  mkdirSync(folder, { recursive: true })
  const name = `${promise} ${tried}`.replaceAll(/[^\w]+/g, '-')
  const kept: Kept = { ...figure, budget: budgetOf(), on: dayOfRun(), commit: commitOf() }
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(kept))
}
