import { expect, test } from 'vitest'
import { askedStates, notSent, referralTables } from '#domain/statistics/referral-tables.ts'
import {
  attacked,
  attackedPlainly,
  attacks,
  noTally,
} from '#test/domain/statistics/attack/attacks.ts'
import {
  type Person,
  type Population,
  chanceOf,
} from '#test/domain/statistics/attack/population.ts'
import { reached } from '#test/support/reached.ts'

/* Whom teams sent to others: the tables of the brief themselves, over drawn people, most of whom were sent to few kinds. */

const budget = process.env['TEST_BUDGET']
const populations = budget === 'long' ? 10_000 : budget === 'ci' ? 1000 : 20

const kinds = ['police-desk', 'legal-aid', 'shelter']
const [answered, unanswered] = askedStates

const populationOf = (seed: number): Population => {
  const chance = chanceOf(seed)
  const often = kinds.map(() => chance.whole(0, 60))
  const one = (): Person => ({
    ...Object.fromEntries(
      kinds.map((kind, k) => [
        kind,
        chance.happens(often[k]!) ? (chance.happens(50) ? answered : unanswered) : notSent,
      ]),
    ),
    cost: String(chance.whole(1, 40) * 100),
  })
  const drawn = (people: number): readonly Person[] => Array.from({ length: people }, one)
  const tables = referralTables([], kinds)
  const first = chance.whole(1, kinds.length)
  return {
    kind: 'referrals',
    people: drawn(chance.whole(20, 120)),
    late: drawn(chance.whole(1, 4)),
    tables: tables.slice(0, first),
    later: tables.slice(first),
  }
}

test(`nobody who was sent to others is found by six attacks over ${populations} populations`, () => {
  const [ours, plain] = [noTally(), noTally()]
  let told = 0
  for (let seed = 1; seed <= populations; seed += 1) {
    told += attacked(populationOf(seed), ours).told
    attackedPlainly(populationOf(seed), plain)
    expect(ours, `seed ${seed}`).toEqual(noTally())
  }
  // There are no places in these tables; by every other way plain ones give people away.
  for (const attack of attacks.filter(
    (one) => one !== 'small areas' && one !== 'knowing all but one',
  ))
    expect(plain[attack].exact, attack).toBeGreaterThan(populations / 10)
  expect(told).toBeGreaterThan(populations)
  const found = Object.values(ours).reduce((sum, { exact, narrow }) => sum + exact + narrow, 0)
  const tried = 'drawn teams, whose tables of referrals are attacked in six ways'
  reached({
    promise: 'P13',
    tried,
    count: populations,
    atLeast: Math.min(populations, 1000),
    found,
  })
})
