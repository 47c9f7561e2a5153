import { afterAll, expect, test } from 'vitest'
import { caughtPlans, faultsMax, lawBroken, stepsMax } from '#test/sim/caught.ts'
import { saboteurs } from '#test/sim/saboteurs.ts'
import { reached } from '#test/support/reached.ts'

const plans = caughtPlans()
let caught = 0

test.each(Object.entries(saboteurs))(
  'it is noticed where %s, in a few steps',
  async (name, sabotage) => {
    const plan = plans.get(name)
    if (!plan) throw new Error('no plan is kept that shows it: node test/support/caught.ts')
    expect(plan.steps.length).toBeLessThanOrEqual(stepsMax)
    expect(plan.faults.length).toBeLessThanOrEqual(faultsMax)
    expect(await lawBroken(plan, sabotage())).toBeDefined()
    caught += 1
  },
)

// There must be enough of them to measure the laws by.
afterAll(() => {
  const found = Object.keys(saboteurs).length - caught
  reached({ promise: 'P16', tried: 'named saboteurs', count: caught, atLeast: 51, found })
})
