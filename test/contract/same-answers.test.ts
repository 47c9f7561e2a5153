import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '#src/app/answer.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type Submission, randomLife } from '#test/contract/random-life.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import {
  type Everything,
  chainFaults,
  everythingOf,
  officer,
  recorderOn,
} from '#test/contract/village-life.ts'
import { emptied, newDatabases } from '#test/support/postgres/databases.ts'
import { laidOut } from '#test/support/laid-out.ts'

const runs = process.env['TEST_BUDGET'] === 'ci' ? 60 : 8
const places = ['file', 'memory', 'server'] as const
const newFile = temporaryFiles()
const newDatabase = newDatabases()
const counted = new Map<string, number>()
const count = (what: string): Map<string, number> => counted.set(what, (counted.get(what) ?? 0) + 1)

let url: string
let postgres: Store
beforeAll(async () => {
  url = await newDatabase()
  postgres = await postgresStore({ url, create: false, deadlineMs: 30_000 })
})
afterAll(() => postgres.close())

const opened = async (place: (typeof places)[number]) => {
  if (place !== 'server') {
    const path = place === 'file' ? await laidOut(newFile()) : inMemory
    return sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  }
  await emptied(url)
  return { ...postgres, close: async () => undefined }
}

const lived = async (store: Everything, life: readonly Submission[]): Promise<Answer[]> => {
  const record = recorderOn(store)
  const answers: Answer[] = []
  for (const { fundId, commands } of life) {
    answers.push(...(await record(fundId, commands, officer)))
  }
  return answers
}

test('the same life leaves the same answers, books and views in every store', async () => {
  const property = fc.asyncProperty(randomLife, fc.constantFrom(...places), async (life, place) => {
    count(place)
    const memory = memoryStore()
    const store = await opened(place)
    try {
      const answers = await lived(memory, life)
      expect(await lived(store, life)).toStrictEqual(answers)
      for (const { outcome } of answers) count(outcome)
      expect(await store.fundIds()).toEqual(await memory.fundIds())
      for (const fundId of await memory.fundIds()) {
        const held = await everythingOf(memory, fundId)
        expect(await everythingOf(store, fundId)).toStrictEqual(held)
        expect(chainFaults(held.rows)).toEqual([])
        const ids = life.flatMap(({ commands }) => commands.map(({ id }) => id))
        expect(await store.find(fundId, ids)).toStrictEqual(await memory.find(fundId, ids))
        const filter = { through: '2026-03-01', accounts: ['asset:cash-box'] } as const
        const postings = await memory.postings(fundId, filter)
        expect(await store.postings(fundId, filter)).toStrictEqual(postings)
      }
    } finally {
      await store.close()
    }
  })
  await fc.assert(property, { numRuns: runs, seed: 20_260_120 })
  console.log(`same answers: ${runs} lives,`, Object.fromEntries(counted))
  expect([...counted.keys()].toSorted()).toEqual(
    ['conflict', 'flagged', 'invalid', 'recorded', 'refused', ...places].toSorted(),
  )
})
