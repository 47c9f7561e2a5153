import { execFileSync } from 'node:child_process'

/**
 * Where the draws of this run begin: `TEST_SEED`, or a number made of the tree that is tried. So one commit draws the
 * same everywhere, and what passed before it was handed over passes again; the next commit draws anew. Without git
 * it is 1.
 */
export const seedOfTree = (): number => {
  const told = process.env['TEST_SEED']
  if (told !== undefined) return Number(told)
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number.parseInt(tree.slice(0, 7), 16)
  } catch {
    return 1
  }
}
