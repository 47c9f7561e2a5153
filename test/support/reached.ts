import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A figure that a test has reached for a promise of `docs/guarantees.md`. */
export type Reached = {
  readonly promise: string
  /** What was tried, in words: "forged histories". */
  readonly tried: string
  readonly count: number
  /** What came out that must not: entries lost, cells that answer otherwise, secrets found. */
  readonly found: number
}

/** A figure as it is kept: of how large a run, and when. */
export type Kept = Reached & { readonly budget: string; readonly on: string }

/** Where the figures of the last runs lie, one file a figure, by how large the run was. */
export const figuresFolder = (): string =>
  process.env['GUARANTEES_DIR'] ??
  fileURLToPath(new URL('../../node_modules/.cache/guarantees', import.meta.url))

const budgetOf = (): string => process.env['TEST_BUDGET'] ?? 'small'

/**
 * Keeps what a test has reached, in the place of what it reached before: `node test/support/guarantees.ts` makes the
 * table of the page of it. Called after the assertion, so that what has failed tells no figure.
 */
export const reached = (figure: Reached): void => {
  const folder = join(figuresFolder(), budgetOf())
  mkdirSync(folder, { recursive: true })
  const name = `${figure.promise} ${figure.tried}`.replaceAll(/[^\w]+/g, '-')
  const kept: Kept = { ...figure, budget: budgetOf(), on: new Date().toISOString().slice(0, 10) }
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(kept))
}
