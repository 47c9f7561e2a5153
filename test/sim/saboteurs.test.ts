import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { planOf } from '#test/sim/plan.ts'
import { saboteurs } from '#test/sim/saboteurs.ts'
import { shrunk } from '#test/sim/shrink.ts'
import { run } from '#test/sim/world.ts'
import { reached } from '#test/support/reached.ts'

const seedsMax = 3_000
// A vote of four officers needs as many people who are admitted and appointed, and a borrower who has saved.
const [stepsMax, faultsMax] = [18, 2]

/** The seed at which each was caught when it was last looked for (`node test/support/caught-at.ts`). */
const caughtAt = JSON.parse(
  readFileSync(new URL('caught-at.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, number>>

/** That seed first and, where it shows nothing any more, all others. */
function* seedsFor(name: string): Generator<number> {
  const known = caughtAt[name]
  if (known !== undefined) yield known
  for (let seed = 1; seed <= seedsMax; seed += 1) if (seed !== known) yield seed
}

test('there are saboteurs enough to measure the laws by', () => {
  expect(Object.keys(saboteurs).length).toBeGreaterThanOrEqual(51)
})

let caught = 0

// With little time every sixth is sent; with more, all are.
const isLong = process.env['TEST_BUDGET'] === 'ci'
test.each(Object.entries(saboteurs).filter((_, place) => isLong || place % 6 === 0))(
  'it is noticed where %s, in a few steps',
  async (name, sabotage) => {
    for (const seed of seedsFor(name)) {
      const plan = planOf(seed)
      const { failure } = await run(plan, sabotage())
      if (!failure) continue
      // To look for it takes minutes, of which nobody would hear otherwise.
      if (seed !== caughtAt[name])
        console.warn(`found at ${seed} and not where it was: node test/support/caught-at.ts`)
      const small = await shrunk(
        plan,
        async (part) => (await run(part, sabotage())).failure?.law === failure.law,
      )
      // What a bug of a wrong variant throws would be no law's merit.
      expect(failure.law).not.toBe('nothing breaks')
      expect(small.steps.length).toBeLessThanOrEqual(stepsMax)
      expect(small.faults.length).toBeLessThanOrEqual(faultsMax)
      caught += 1
      return
    }
    expect.fail(`no law was broken in ${seedsMax} plans`)
  },
)

afterAll(() => {
  const atLeast = Object.keys(saboteurs).filter((_, place) => isLong || place % 6 === 0).length
  const found = atLeast - caught
  reached({ promise: 'P16', tried: 'named saboteurs', count: caught, atLeast, found })
})
