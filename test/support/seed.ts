import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'

/** What a run tries; papers beside it change no draw. */
const tried = ['domain', 'infra', 'src', 'test', 'package-lock.json'].map((path) => `HEAD:${path}`)

/**
 * Where the draws of this run begin: `TEST_SEED`, or a number made of the code that is tried. So the same code draws the
 * same everywhere, and what passed before it was handed over passes again; the next change draws anew. Without git
 * it is 1.
 */
export const seedOfTree = (): number => {
  const told = process.env['TEST_SEED']
  if (told !== undefined) return Number(told)
  try {
    const trees = execFileSync('git', ['rev-parse', ...tried], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number.parseInt(createHash('sha256').update(trees).digest('hex').slice(0, 7), 16)
  } catch {
    return 1
  }
}
