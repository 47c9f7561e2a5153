import { readFileSync, writeFileSync } from 'node:fs'
import { planOf } from '#test/sim/plan.ts'
import { saboteurs } from '#test/sim/saboteurs.ts'
import { run } from '#test/sim/world.ts'

/*
 * Writes down a seed at which each saboteur is caught, for `test/sim/saboteurs.test.ts` to begin there: the one known or
 * else the first. To be run anew when kinds or draws of the simulator change; until then the test looks for the seed
 * itself, which takes longer.
 */
const seedsMax = 3_000
const path = new URL('../sim/caught-at.json', import.meta.url)

const known = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, number>>
const found: Record<string, number> = {}
for (const [name, sabotage] of Object.entries(saboteurs)) {
  const first = known[name] === undefined ? [] : [known[name]]
  for (const seed of [...first, ...Array.from({ length: seedsMax }, (_, n) => n + 1)]) {
    if (!(await run(planOf(seed), sabotage())).failure) continue
    found[name] = seed
    break
  }
  console.log(`${found[name] ?? 'never'} ${name}`)
  writeFileSync(path, `${JSON.stringify({ ...known, ...found }, null, 2)}\n`)
}
