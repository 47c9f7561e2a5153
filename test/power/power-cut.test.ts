import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Looked, books, cases, powerCuts, statesOfLife } from '#test/power/cuts.ts'
import { reached } from '#test/support/reached.ts'

const states = Number(process.env['POWER_CUTS'] ?? 300)

let cuts: ReturnType<typeof powerCuts>
beforeAll(() => {
  cuts = powerCuts()
})
afterAll(() => cuts?.remove())

const cutsOf = async (
  kind: typeof books | typeof cases,
  count: number,
  ...loads: readonly string[]
): Promise<Looked[]> => {
  const looked: Looked[] = []
  for (let n = 0; looked.length < count; n += 1)
    looked.push(...(await cuts.ofLife(kind, n, ...loads)))
  return looked
}

const losing = (looked: readonly Looked[]): number =>
  looked.filter(({ faults }) => faults.some((fault) => fault.startsWith('acknowledged'))).length

test.each([
  { of: 'a ledger', kind: books, count: states },
  { of: 'the cases', kind: cases, count: Math.ceil(states / 3) },
])(
  'whatever was acknowledged of $of is there after the power went, whatever the disk had not been made to write',
  async ({ of, kind, count }) => {
    const looked = await cutsOf(kind, count)
    expect(looked.flatMap(({ faults }) => faults)).toEqual([])
    const tried = `states of a disk with ${of} after a power cut`
    reached({ promise: 'P2', tried, count: looked.length, atLeast: count, found: losing(looked) })
  },
)

test('where a commit goes before it is on the disk, more than half of the power cuts lose what was acknowledged', async () => {
  const looked = await cutsOf(books, statesOfLife, 'normal.ts')
  expect(losing(looked)).toBeGreaterThan(looked.length / 2)
})

test('where the journal of a case is not cut down to the disk, a power cut brings back what was over', async () => {
  const looked = await cutsOf(cases, statesOfLife, 'normal.ts')
  expect(losing(looked)).toBeGreaterThan(0)
})
