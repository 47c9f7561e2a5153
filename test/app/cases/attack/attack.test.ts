import { describe, expect, test } from 'vitest'
import { type Attacker, attackers } from '#test/app/cases/attack/attackers.ts'
import { chanceOf } from '#test/app/cases/attack/cheap-keys.ts'
import { type Weakness, type World, worldOf } from '#test/app/cases/attack/world.ts'
import { reached } from '#test/support/reached.ts'

/*
 * A thief has the database of the fund, two copies of the store of cases a month apart, and all logs, and no key. Given one
 * leaf of a case: whose is it? The same worlds each time, so that chance fails no run.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'
const worldsTried = isLong ? 1000 : 100
/** One bit a world is told by what has changed: that takes more of them to be seen. */
const controlsTried = { much: isLong ? 150 : 60, little: isLong ? 400 : 200 } as const

const worlds = async (count: number, weak?: Weakness): Promise<readonly World[]> => {
  const made: World[] = []
  for (let seed = 1; seed <= count; seed += 1) made.push(await worldOf(seed, weak))
  return made
}

const attackersAll = Object.keys(attackers) as (keyof typeof attackers)[]

/** How often an attacker is right, beside what lies between chance and 99 of 100 runs of it. */
const outcome = (some: readonly World[], name: keyof typeof attackers) => {
  const attacker: Attacker = attackers[name]
  const { below } = chanceOf(name)
  const hits = some.filter(({ stolen, whose }) => attacker(stolen, below) === whose).length
  const chances = some.map(({ stolen }) => 1 / stolen.members)
  const mean = chances.reduce((sum, chance) => sum + chance, 0)
  const spread = 2.576 * Math.sqrt(chances.reduce((sum, one) => sum + one * (1 - one), 0))
  const [least, most] = [mean - spread, mean + spread]
  return { hits, least, most, isChance: hits >= least && hits <= most, isCaught: hits > most }
}

describe('whoever stole everything but the keys', () => {
  test(
    'finds the member of a case no oftener than by drawing one',
    { timeout: 300_000 },
    async () => {
      const some = await worlds(worldsTried)
      const told = attackersAll.map((name) => {
        const { hits, least, most, isChance } = outcome(some, name)
        return {
          isChance,
          line: `${name}: ${hits} of ${some.length}, by chance ${Math.ceil(least)} to ${Math.floor(most)}`,
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

  const controls = [
    ['ids-by-time', 'byIds', 'much'],
    ['laid-as-they-come', 'byPlace', 'much'],
    ['unpadded', 'bySize', 'much'],
    ['unmoved', 'byChange', 'little'],
    ['in-place', 'byChange', 'little'],
    ['log-lines', 'byLines', 'much'],
    ['asked-and-entered-at-once', 'byMoment', 'much'],
    ['date-beside', 'byDate', 'much'],
    ['code-in-the-book', 'byWords', 'much'],
  ] as const

  test.each(controls)(
    'is caught where there are: %s',
    { timeout: 120_000 },
    async (weak, name, told) => {
      const { hits, most, isCaught } = outcome(await worlds(controlsTried[told], weak), name)
      console.log(`${weak}: ${hits}, by chance at most ${Math.floor(most)}`)
      expect(isCaught).toBe(true)
    },
  )
})
