import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { followed } from '#src/app/followed.ts'
import { admission, founding, officer, recorderOn } from '#test/contract/village-life.ts'

const fundId = 'fund-a'

/** A journal of a fund with two members, and how many rows were read out of it. */
const opened = async () => {
  const kept = memoryStore()
  const record = recorderOn(kept)
  await record(fundId, [founding(1), admission(2, 1), admission(3, 2)], officer)
  const count = { rows: 0 }
  let forged: ((rows: readonly JournalRow[]) => readonly JournalRow[]) | undefined
  const journal = {
    read: async (id: string, after: number, most: number) => {
      const rows = await kept.read(id, after, most)
      count.rows += rows.length
      return forged ? forged(rows) : rows
    },
  }
  const forge = (by: typeof forged): void => {
    forged = by
  }
  return { journal, count, record, forge }
}

const types = () =>
  followed<string[]>({ begin: () => [], take: (made, { type }) => made.push(type), most: 2 })

test('a journal is read once, and read on from where it had come', async () => {
  const { journal, count, record } = await opened()
  const typesOf = types()
  const all = ['FundFounded', 'MemberAdmitted', 'MemberAdmitted']
  expect(await typesOf(journal, fundId)).toEqual(all)
  expect(count.rows).toBe(3)
  await record(fundId, [admission(4, 3)], officer)
  expect(await typesOf(journal, fundId)).toEqual([...all, 'MemberAdmitted'])
  // The last one known and the new one.
  expect(count.rows).toBe(5)
})

test('two who ask at once are told the same, and no entry is taken in twice', async () => {
  const { journal, record } = await opened()
  const typesOf = types()
  await typesOf(journal, fundId)
  await record(fundId, [admission(4, 3), admission(5, 4)], officer)
  const both = await Promise.all([typesOf(journal, fundId), typesOf(journal, fundId)])
  expect(both.map(({ length }) => length)).toEqual([5, 5])
})

test('a journal whose last known entry is another one is read from its beginning', async () => {
  const { journal, forge } = await opened()
  const typesOf = types()
  await typesOf(journal, fundId)
  forge((rows) => rows.map((row) => ({ ...row, hash: `${row.hash}!`, type: 'Another' as never })))
  expect(await typesOf(journal, fundId)).toEqual(['Another', 'Another', 'Another'])
})

test('what could not be taken in leaves nothing half taken in', async () => {
  const { journal } = await opened()
  let isBroken = true
  const typesOf = followed<string[]>({
    begin: () => [],
    take: (made, { type }) => {
      made.push(type)
      if (isBroken && made.length === 2) throw new Error('broken')
    },
    most: 2,
  })
  await expect(typesOf(journal, fundId)).rejects.toThrow('broken')
  isBroken = false
  expect((await typesOf(journal, fundId)).length).toBe(3)
})
