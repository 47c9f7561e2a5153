import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { fundSchemas } from '#src/http/commands/schemas.ts'
import { codesInSource, expectedMarks, marksOfShapes, rareMarks } from '#test/sim/expected-marks.ts'
import { commandTypes } from '#test/sim/kinds.ts'
import { type Plan, planOf } from '#test/sim/plan.ts'
import { shrunk } from '#test/sim/shrink.ts'
import { type Outcome, run } from '#test/sim/world.ts'
import { reached } from '#test/support/reached.ts'

const budgets = new Map([
  ['long', 1_000_000],
  ['ci', 300_000],
])
const longer = budgets.get(process.env['TEST_BUDGET'] ?? '')
const isLong = longer !== undefined
const operationsMin = longer ?? 10_000
/** So many plans are carried out a second time. */
const toldTwice = isLong ? 24 : 8
const plans = join(import.meta.dirname, 'plans')

/** The smallest part of a plan that breaks the same law, to be kept in `plans`. */
const printed = async (plan: Plan, { failure }: Outcome): Promise<string> => {
  const fails = async (part: Plan) => (await run(part)).failure?.law === failure?.law
  return `${failure?.what}\n${JSON.stringify(await shrunk(plan, fails))}`
}

const marks = new Set<string>()
const broken: string[] = []
const traces: string[] = []
let operations = 0
let seeds = 0

beforeAll(async () => {
  while (operations < operationsMin && broken.length < 3) {
    seeds += 1
    const plan = planOf(seeds)
    const outcome = await run(plan)
    operations += outcome.operations
    if (seeds <= toldTwice) traces.push(outcome.trace)
    for (const mark of outcome.marks) marks.add(mark)
    if (outcome.failure) broken.push(await printed(plan, outcome))
  }
}, 1_800_000)

test('whatever officers, thieves and forgetful phones send, and whatever fails, no law of the books is broken', () => {
  expect(broken).toEqual([])
  for (const promise of ['P4', 'P5'])
    reached({
      promise,
      tried: 'operations of random villages',
      count: operations,
      atLeast: operationsMin,
      found: broken.length,
    })
})

test('everything that the rules can answer has been answered, and every kind of fault has struck', () => {
  const rare: readonly string[] = rareMarks
  const waited = expectedMarks().filter((mark) => !rare.includes(mark))
  const missing = waited.filter((mark) => !marks.has(mark))
  // The rarer of them only a longer run comes to.
  const left = Math.floor(waited.length / (isLong ? 100 : 4))
  expect(missing.length, missing.join(', ')).toBeLessThanOrEqual(left)
})

test('nothing has happened that nobody expects: no other flag, no other way for a loan to go', () => {
  const expected = new Set([...expectedMarks(), ...marksOfShapes(), ...rareMarks])
  expect([...marks].filter((mark) => !expected.has(mark))).toEqual([])
})

test('there is a hand that sends each command that a fund can be sent', () => {
  expect(commandTypes.toSorted()).toEqual(Object.keys(fundSchemas).toSorted())
})

test('the codes of the rooms are found in their text', () => {
  const codes = codesInSource()
  expect(codes).toContain('refused takeover-unfinished')
  expect(codes).toContain('invalid loan-number-taken')
  expect(new Set(codes).size).toBeGreaterThan(85)
})

test('the same seed tells the same story twice', async () => {
  const again: string[] = []
  for (let seed = 1; seed <= toldTwice; seed += 1) again.push((await run(planOf(seed))).trace)
  expect(again).toEqual(traces)
  expect(new Set(again).size).toBe(toldTwice)
})

test.each(readdirSync(plans))(
  'the village holds through the plan in %s, which has caught something before',
  async (name) => {
    const plan = JSON.parse(readFileSync(join(plans, name), 'utf8')) as Plan
    expect((await run(plan)).failure).toBeUndefined()
  },
)
