import { describe, expect, test } from 'vitest'
import { type Attacker, attackers } from '#test/app/cases/attack/attackers.ts'
import type { Weakness } from '#test/app/cases/attack/copies.ts'
import { type World, worldOf } from '#test/app/cases/attack/world.ts'
import { reached } from '#test/support/reached.ts'

/*
 * A thief has the database of the fund, two copies of the store of cases a month apart, and all logs, and no key. Given one
 * leaf of a case: whose is it? The same worlds each time, so that chance fails no run.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'
const worldsTried = isLong ? 200 : 60

const worlds = async (count: number, weak?: Weakness): Promise<readonly World[]> => {
  const made: World[] = []
  for (let seed = 1; seed <= count; seed += 1) made.push(await worldOf(seed, weak))
  return made
}

const attackersAll = Object.keys(attackers) as (keyof typeof attackers)[]

/** How often an attacker is right who draws among those he suspects, beside what lies between chance and 99 of 100 runs of it. */
const outcome = (some: readonly World[], name: keyof typeof attackers) => {
  const attacker: Attacker = attackers[name]
  const hits = some.reduce((sum, { stolen, whose }) => {
    const named = attacker(stolen)
    return sum + (named.includes(whose) ? 1 / named.length : 0)
  }, 0)
  const chances = some.map(({ stolen }) => 1 / stolen.members)
  const mean = chances.reduce((sum, chance) => sum + chance, 0)
  const spread = 2.576 * Math.sqrt(chances.reduce((sum, one) => sum + one * (1 - one), 0))
  const [least, most] = [mean - spread, mean + spread]
  return { hits, least, most, isChance: hits >= least && hits <= most, isCaught: hits > most }
}

describe('whoever stole everything but the keys', () => {
  test(
    'finds the member of a case no oftener than by drawing one',
    { timeout: 600_000 },
    async () => {
      const some = await worlds(worldsTried)
      const told = attackersAll.map((name) => {
        const { hits, least, most, isChance } = outcome(some, name)
        return {
          isChance,
          line: `${name}: ${hits.toFixed(1)} of ${some.length}, by chance ${Math.ceil(least)} to ${Math.floor(most)}`,
        }
      })
      console.log(`P10: ${told.map(({ line }) => line).join('; ')}`)
      const found = told.filter(({ isChance }) => !isChance).map(({ line }) => line)
      expect(found).toEqual([])
      const count = some.length * told.length
      const tried = 'guesses whose a case is, by nine attackers without keys'
      reached({ promise: 'P10', tried, count, atLeast: worldsTried * 9, found: found.length })
    },
  )

  /** In how many funds: where little is told it takes more of them to be seen. */
  const controls = [
    ['ids-by-time', 'byIds', 40],
    ['laid-as-they-come', 'byPlace', 40],
    ['unpadded', 'bySize', 40],
    ['unmoved', 'byChange', 200],
    ['in-place', 'byChange', 200],
    ['log-lines', 'byLines', 120],
    ['asked-and-entered-at-once', 'byMoment', 120],
    ['date-beside', 'byDate', 20],
    ['code-in-the-book', 'byWords', 20],
  ] as const

  test.each(controls)(
    'is caught where there are: %s',
    { timeout: 120_000 },
    async (weak, name, count) => {
      const { hits, most, isCaught } = outcome(await worlds(count, weak), name)
      console.log(`${weak}: ${hits.toFixed(1)}, by chance at most ${Math.floor(most)}`)
      expect(isCaught).toBe(true)
    },
  )
})
