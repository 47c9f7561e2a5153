import { writeFileSync } from 'node:fs'
import { caughtPath, caughtPlans, faultsMax, lawBroken, stepsMax } from '#test/sim/caught.ts'
import type { Sabotage } from '#test/sim/desk.ts'
import { type Plan, planOf } from '#test/sim/plan.ts'
import { saboteurs } from '#test/sim/saboteurs.ts'
import { shrunk } from '#test/sim/shrink.ts'

/*
 * Keeps for each saboteur a short plan by which he is caught, for `test/sim/saboteurs.test.ts` to play: the one known
 * or else the first that a seed of the simulator gives. To be run when a new saboteur is written, or when a rule that
 * has changed makes a plan of old show nothing any more.
 */
const seedsMax = 3_000

const foundFor = async (sabotage: () => Sabotage): Promise<Plan | undefined> => {
  for (let seed = 1; seed <= seedsMax; seed += 1) {
    const plan = planOf(seed)
    const law = await lawBroken(plan, sabotage())
    if (law === undefined) continue
    const small = await shrunk(plan, async (part) => (await lawBroken(part, sabotage())) === law)
    if (small.steps.length <= stepsMax && small.faults.length <= faultsMax) return small
  }
  return undefined
}

const known = caughtPlans()
const kept: [string, Plan][] = []
for (const [name, sabotage] of Object.entries(saboteurs)) {
  const plan = known.get(name)
  const isCaught = plan !== undefined && (await lawBroken(plan, sabotage())) !== undefined
  const found = isCaught ? plan : await foundFor(sabotage)
  console.log(`${found ? `${found.steps.length} steps` : 'never'}: ${name}`)
  if (found) kept.push([name, found])
}
writeFileSync(caughtPath, kept.map((line) => `${JSON.stringify(line)}\n`).join(''))
