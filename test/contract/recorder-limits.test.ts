import { expect, test } from 'vitest'
import { type Journal, StorageUnavailable } from '#domain/ports.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { recorder } from '#src/app/record.ts'
import {
  admission,
  everythingOf,
  fixedClock,
  founding,
  officer,
  shares,
} from '#test/contract/village-life.ts'

const world = (journal: Journal) => ({ journal, clock: fixedClock, hash: sha256 })
const begin = [founding(1), admission(2, 1)]

test('when too many wait to record, the next one is told to come again, and nobody before it loses anything', async () => {
  const store = memoryStore()
  const record = recorder(world(store), { waitingMax: 20 })
  await record('fund-a', begin, officer)
  const told = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => record('fund-a', [shares(10 + i, 1)], officer)),
  )
  const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused.map((reason) => reason instanceof StorageUnavailable)).toEqual(
    Array(30).fill(true),
  )
  expect((await store.read('fund-a', 0, 100)).length).toBe(2 + 20)
  // Who was told to come again comes again, and the others are known by their ids.
  for (let i = 0; i < 50; i += 1) await record('fund-a', [shares(10 + i, 1)], officer)
  expect((await store.read('fund-a', 0, 100)).length).toBe(2 + 50)
})

test('a recorder that remembers two funds writes the same books of five as one that remembers all', async () => {
  const funds = ['a', 'b', 'c', 'd', 'e'].map((name) => `fund-${name}`)
  const books = await Promise.all(
    [2, 500].map(async (foldsMax) => {
      const store = memoryStore()
      const record = recorder(world(store), { foldsMax })
      for (const fundId of funds) await record(fundId, begin, officer)
      for (let n = 10; n < 20; n += 1)
        for (const fundId of funds)
          expect(await record(fundId, [shares(n, 1)], officer)).toMatchObject([
            { outcome: 'recorded' },
          ])
      return Promise.all(funds.map((fundId) => everythingOf(store, fundId)))
    }),
  )
  expect(books[0]).toStrictEqual(books[1])
})

test('a fund that is remembered is not read again from its beginning, one that was forgotten is', async () => {
  const store = memoryStore()
  const read: string[] = []
  const watched: Journal = {
    ...store,
    read: (fundId, after, limit) => {
      if (after === 0) read.push(fundId)
      return store.read(fundId, after, limit)
    },
  }
  const record = recorder(world(watched), { foldsMax: 1 })
  await record('fund-a', begin, officer)
  await record('fund-a', [shares(10, 1)], officer)
  expect(read).toEqual(['fund-a'])
  await record('fund-b', begin, officer)
  await record('fund-a', [shares(11, 1)], officer)
  expect(read).toEqual(['fund-a', 'fund-b', 'fund-a'])
})
