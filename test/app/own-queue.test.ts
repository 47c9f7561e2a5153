import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { admission, founding, officer, recorderOn, shares } from '#test/contract/village-life.ts'

const many = Array.from({ length: 450 }, (_, i) => shares(i + 10, 1, 1))
const short = shares(5, 1, 1)
const another = shares(6, 1, 1)

const village = async () => {
  const store = memoryStore()
  const record = recorderOn(store)
  await record('fund-a', [founding(1), admission(2, 1)], officer)
  const idsNow = async (): Promise<string[]> =>
    (await store.read('fund-a', 0, 10_000)).map(({ id }) => id)
  return { store, record, idsNow }
}

test('while a long list is written others of the same fund have their turn, and its order is kept', async () => {
  const { record, idsNow } = await village()
  const all = record('fund-a', many, officer)
  const one = record('fund-a', [short], officer)
  expect(await one).toMatchObject([{ outcome: 'recorded' }])
  expect((await idsNow()).length).toBeLessThan(many.length)
  const answers = await all
  expect(answers.every(({ outcome }) => outcome === 'recorded')).toBe(true)
  const ids = await idsNow()
  expect(ids.filter((id) => id !== short.id).slice(2)).toEqual(many.map(({ id }) => id))
  expect(answers.map(({ id }) => id)).toEqual(many.map(({ id }) => id))
})

test('whoever only tries a long list keeps nobody of the fund waiting', async () => {
  const { record, idsNow } = await village()
  let isOver = false
  const trying = record('fund-a', many, { ...officer, dryRun: true }).finally(() => {
    isOver = true
  })
  expect(await record('fund-a', [short], officer)).toMatchObject([{ outcome: 'recorded' }])
  expect(isOver).toBe(false)
  expect((await trying).every(({ outcome }) => outcome === 'recorded')).toBe(true)
  expect(await idsNow()).toHaveLength(3)
})

test('a long list that is all or nothing is written whole, after whoever wrote while it was decided', async () => {
  const { record, idsNow } = await village()
  const all = record('fund-a', many, { ...officer, atomic: true })
  const [one, two] = await Promise.all([
    record('fund-a', [short], officer),
    record('fund-a', [another], officer),
  ])
  expect([one[0]!.outcome, two[0]!.outcome]).toEqual(['recorded', 'recorded'])
  expect(await idsNow()).toHaveLength(4)
  expect((await all).every(({ outcome }) => outcome === 'recorded')).toBe(true)
  expect(await idsNow()).toEqual([...(await idsNow()).slice(0, 4), ...many.map(({ id }) => id)])
  const broken = [...many.map((one) => ({ ...one, id: another.id })), shares(7, 9, 1)]
  const answers = await record('fund-a', broken, { ...officer, atomic: true })
  expect(answers.at(-1)!.outcome).not.toBe('recorded')
  expect(await idsNow()).toHaveLength(4 + many.length)
  // Sent again it is the same answer again.
  expect(await record('fund-a', many, { ...officer, atomic: true })).toEqual(await all)
  expect(await idsNow()).toHaveLength(4 + many.length)
})
