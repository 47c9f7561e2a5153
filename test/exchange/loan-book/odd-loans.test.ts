import { beforeEach, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Recorder } from '#src/app/record.ts'
import { importLoans } from '#src/exchange/loan-book/import.ts'
import { by, csv, foundedIn, fundId } from '#test/support/founded-fund.ts'

let store = memoryStore()
let record: Recorder
beforeEach(async () => {
  store = memoryStore()
  record = await foundedIn(store)
})

const taken = async (line: Readonly<Record<string, string | number>>) => {
  const bytes = csv(Object.keys(line).join(','), Object.values(line).join(','))
  const answer = (await importLoans(
    { record, store, hash: sha256 },
    { fundId, bytes },
    { ...by, dryRun: false },
  ))!
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  return answer
}

/** 1,200,000 at 18 % a year flat, in twelve instalments. */
const lent = {
  card: 'M01',
  loan: 'L-1',
  system: 'fineract',
  principal: 1_200_000,
  rate_percent: '18',
  method: 'flat',
  instalments: 12,
  disbursed: '2025-06-15',
}

test('a loan that is paid is not taken over, and nobody says that it was here before', async () => {
  const paid = { principal_paid: 1_200_000, principal_owed: 0 }
  const interest = { interest_paid: 216_000, interest_owed: 0 }
  expect(await taken({ ...lent, ...paid, ...interest })).toMatchObject({
    loans: 0,
    wasHere: false,
    same: 1,
  })
  expect(await store.read(fundId, 0, 10)).toHaveLength(2)
})

test('more paid than was lent is a difference, also where nothing is said of what is owed', async () => {
  const answer = await taken({ ...lent, principal_paid: 1_300_000 })
  expect(answer.rows[0]).toMatchObject({
    owed: 0,
    compared: {
      verdict: 'differs',
      differences: [{ figure: 'principal', told: 1_300_000, computed: 1_200_000 }],
    },
  })
})

test('a plan that does not pay back what was lent is none to compare with', async () => {
  const odd = { system: 'opencbs', method: 'declining', parts: 'equal-principal', multiple: 70_000 }
  const answer = await taken({ ...lent, ...odd, principal_paid: 500_000, principal_owed: 700_000 })
  expect(answer.rows[0]!.compared).toEqual({ verdict: 'not-computed', reason: 'no-plan-holds' })
})
