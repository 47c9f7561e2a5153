import { beforeAll, describe, expect, test } from 'vitest'
import { attackers } from '#test/app/cases/attack/attackers.ts'
import type { Weakness } from '#test/app/cases/attack/copies.ts'
import { lifeOf, mannerOf, worldOf } from '#test/app/cases/attack/world.ts'
import { reached } from '#test/support/reached.ts'

/*
 * A thief has the database of the fund, two copies of the store of cases a month apart, and all logs, and no key. Given one
 * leaf of a case: whose is it? The same worlds each time, so that chance fails no run.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'
const worldsTried = isLong ? 1_000 : 60

/** One way of guessing, where one thing betrays or nothing, in so many funds. */
type Trial = {
  readonly name: keyof typeof attackers
  readonly weak?: Weakness
  readonly count: number
}
type Tried = { hits: number; mean: number; variance: number }

/** Trials of one manner on the same lives, one life after the other: each is forgotten once everybody has guessed. */
const tried = async (trials: readonly Trial[]): Promise<ReadonlyMap<Trial, Tried>> => {
  const all = new Map(trials.map((trial) => [trial, { hits: 0, mean: 0, variance: 0 }]))
  const most = Math.max(...trials.map(({ count }) => count))
  for (let seed = 1; seed <= most; seed += 1) {
    const life = await lifeOf(seed, mannerOf(trials[0]!.weak))
    const chance = 1 / life.members.length
    for (const [{ name, weak, count }, sums] of all) {
      if (seed > count) continue
      const { stolen, whose } = worldOf(life, weak)
      const named = attackers[name](stolen)
      if (named.includes(whose)) sums.hits += 1 / named.length
      sums.mean += chance
      sums.variance += chance * (1 - chance)
    }
  }
  return all
}

/** How often an attacker is right who draws among those he suspects, beside what lies between chance and 99 of 100 runs of it. */
const outcome = ({ name, count }: Trial, { hits, mean, variance }: Tried) => {
  const spread = 2.576 * Math.sqrt(variance)
  const [least, most] = [mean - spread, mean + spread]
  const chance = `by chance ${Math.ceil(least)} to ${Math.floor(most)}`
  const line = `${name}: ${hits.toFixed(1)} of ${count}, ${chance}`
  return { line, isChance: hits >= least && hits <= most, isCaught: hits > most }
}

describe('whoever stole everything but the keys', () => {
  test('finds the member of a case no oftener than by drawing one', async () => {
    const names = Object.keys(attackers) as Trial['name'][]
    const all = await tried(names.map((name) => ({ name, count: worldsTried })))
    const told = [...all].map(([trial, sums]) => outcome(trial, sums))
    console.log(`P10: ${told.map(({ line }) => line).join('; ')}`)
    const found = told.filter(({ isChance }) => !isChance).map(({ line }) => line)
    expect(found).toEqual([])
    const count = worldsTried * told.length
    const what = 'guesses whose a case is, by twelve attackers without keys'
    const atLeast = worldsTried * 12
    reached({ promise: 'P10', tried: what, count, atLeast, found: found.length })
  })

  /** In how many funds: where little is told it takes more of them to be seen. */
  const controls: readonly (Trial & { readonly weak: Weakness })[] = [
    { weak: 'ids-by-time', name: 'byIds', count: 40 },
    { weak: 'laid-as-they-come', name: 'byPlace', count: 40 },
    { weak: 'unpadded', name: 'bySize', count: 40 },
    { weak: 'unmoved', name: 'byChange', count: 200 },
    { weak: 'in-place', name: 'byChange', count: 200 },
    { weak: 'log-lines', name: 'byLines', count: 120 },
    { weak: 'asked-and-entered-at-once', name: 'byMoment', count: 200 },
    { weak: 'date-beside', name: 'byDate', count: 20 },
    { weak: 'handed-over-at-once', name: 'byBatch', count: 200 },
    { weak: 'sum-of-its-own', name: 'bySum', count: 300 },
    { weak: 'code-in-the-book', name: 'byWords', count: 20 },
  ]
  const ofManner = Object.values(Object.groupBy(controls, ({ weak }) => mannerOf(weak)))
  const caught = new Map<Trial, Tried>()
  beforeAll(async () => {
    for (const some of ofManner)
      for (const [trial, sums] of await tried(some)) caught.set(trial, sums)
  }, 600_000)

  test.each(controls)('is caught where there are: $weak', (control) => {
    const { line, isCaught } = outcome(control, caught.get(control)!)
    console.log(`${control.weak}: ${line}`)
    expect(isCaught).toBe(true)
  })
})
