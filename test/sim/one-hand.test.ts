import { expect, test } from 'vitest'
import { robbed } from '#test/sim/one-hand.ts'
import { planOf } from '#test/sim/plan.ts'
import { type World, run } from '#test/sim/world.ts'
import { reached } from '#test/support/reached.ts'

const villages = process.env['TEST_BUDGET'] === 'ci' ? 120 : 12

test('whatever one hand takes from a village of the simulator, in up to three acts, is named by a finding', async () => {
  let count = 0
  const unnamed: string[] = []
  for (let seed = 1; seed <= villages; seed += 1) {
    const { marks, failure } = await run(planOf(seed), {}, robbed)
    if (marks.has('robbed by one hand')) count += 1
    if (failure) unnamed.push(`${seed}: ${failure.law}: ${failure.what}`)
  }
  expect(unnamed).toEqual([])
  reached({
    promise: 'P18',
    tried: 'villages of the simulator that one hand has robbed when all was told',
    count,
    atLeast: villages / 2,
    found: unnamed.length,
  })
})

test('a page that leaves out what one hand let out is caught in a few villages: the control', async () => {
  const blind = (world: World, seed: number): void =>
    robbed(world, seed, (code) => !code.endsWith('-one-hand'))
  for (let seed = 1; seed <= 30; seed += 1)
    if ((await run(planOf(seed), {}, blind)).failure?.law === 'what one hand takes is named') return
  expect.unreachable('nobody was robbed unnamed by a page that is blind')
})
