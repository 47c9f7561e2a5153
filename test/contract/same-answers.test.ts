import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '#src/app/record.ts'
import { inMemory } from '#infra/db/sqlite.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
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

const runs = 60
const newFile = temporaryFiles()
const outcomes = new Map<string, number>()

const lived = async (store: Everything, life: readonly Submission[]): Promise<Answer[]> => {
  const record = recorderOn(store)
  const answers: Answer[] = []
  for (const { fundId, commands } of life) {
    answers.push(...(await record(fundId, commands, officer)))
  }
  return answers
}

test('the same life leaves the same answers, books and views in every store', async () => {
  const property = fc.asyncProperty(randomLife, fc.boolean(), async (life, isInFile) => {
    const path = isInFile ? newFile() : inMemory
    const memory = memoryStore()
    const sqlite = await sqliteStore({ path, create: true, hash: sha256 })
    try {
      const answers = await lived(memory, life)
      expect(await lived(sqlite, life)).toStrictEqual(answers)
      for (const { outcome } of answers) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      expect(await sqlite.fundIds()).toEqual(await memory.fundIds())
      for (const fundId of await memory.fundIds()) {
        const held = await everythingOf(memory, fundId)
        expect(await everythingOf(sqlite, fundId)).toStrictEqual(held)
        expect(chainFaults(held.rows)).toEqual([])
        const ids = life.flatMap(({ commands }) => commands.map(({ id }) => id))
        expect(await sqlite.find(fundId, ids)).toStrictEqual(await memory.find(fundId, ids))
        const filter = { through: '2026-03-01', accounts: ['asset:cash-box'] } as const
        const postings = await memory.postings(fundId, filter)
        expect(await sqlite.postings(fundId, filter)).toStrictEqual(postings)
      }
    } finally {
      await sqlite.close()
    }
  })
  await fc.assert(property, { numRuns: runs, seed: 20_260_120 })
  console.log(`same answers: ${runs} lives,`, Object.fromEntries(outcomes))
  expect([...outcomes.keys()].toSorted()).toEqual(
    ['conflict', 'flagged', 'invalid', 'recorded', 'refused'].toSorted(),
  )
})
