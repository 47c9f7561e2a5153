import { writeFileSync } from 'node:fs'
import { planOf } from '#test/sim/plan.ts'
import { saboteurs } from '#test/sim/saboteurs.ts'
import { run } from '#test/sim/world.ts'

/*
 * Writes down the first seed at which each saboteur is caught, for `test/sim/saboteurs.test.ts` to begin there. To be run
 * anew when kinds or draws of the simulator change; until then the test looks for the seed itself, which takes longer.
 */
const seedsMax = 3_000

const found: Record<string, number> = {}
for (const [name, sabotage] of Object.entries(saboteurs)) {
  for (let seed = 1; seed <= seedsMax; seed += 1) {
    if (!(await run(planOf(seed), sabotage())).failure) continue
    found[name] = seed
    break
  }
  console.log(`${found[name] ?? 'never'} ${name}`)
}
const path = new URL('../sim/caught-at.json', import.meta.url)
writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`)
