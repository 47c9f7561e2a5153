import { expect, test } from 'vitest'
import {
  attacked,
  attackedPlainly,
  attacks,
  noTally,
} from '#test/domain/statistics/attack/attacks.ts'
import { populationOf } from '#test/domain/statistics/attack/population.ts'
import { reached } from '#test/support/reached.ts'

const budget = process.env['TEST_BUDGET']
const populations = budget === 'long' ? 10_000 : budget === 'ci' ? 1_000 : 60
/** In so many of them plain tables are attacked too: each attack finds somebody in most. */
const plainly = Math.min(populations, 100)

test(`nobody is found by six attacks over ${populations} populations, where plain tables give many away`, () => {
  const [ours, plain] = [noTally(), noTally()]
  const seen = { cells: 0, told: 0 }
  for (let seed = 1; seed <= populations; seed += 1) {
    const { cells, told: shown } = attacked(populationOf(seed), ours)
    if (seed <= plainly) attackedPlainly(populationOf(seed), plain)
    seen.cells += cells
    seen.told += shown
    expect(ours, `seed ${seed}`).toEqual(noTally())
  }
  for (const attack of attacks) expect(plain[attack].exact, attack).toBeGreaterThan(plainly / 10)
  // Something is told too, or nothing would be shown by this.
  expect(seen.told).toBeGreaterThan(seen.cells / 10)
  if (budget === 'long') console.info(JSON.stringify({ populations, seen, plainly, plain }))
  const atLeast = budget === 'ci' ? 1_000 : populations
  const found = Object.values(ours).reduce((sum, { exact, narrow }) => sum + exact + narrow, 0)
  const tried = 'drawn populations, each attacked in six ways by readers of all its tables'
  reached({ promise: 'P13', tried, count: populations, atLeast, found })
})
