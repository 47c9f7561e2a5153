import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { importLoans } from '#src/exchange/loan-book/import.ts'
import { by, foundedIn, fundId } from '#test/support/founded-fund.ts'
import { statedLoans } from '#test/support/random-stated-loans.ts'
import { cellsOf, loanSheet } from '#test/support/loan-sheets.ts'

test('loans of every convention, written by the engine, come in without a difference; one unit off is one difference', async () => {
  const off = fc.constantFrom(
    'principal_paid' as const,
    'principal_owed' as const,
    'interest_paid' as const,
    'interest_owed' as const,
    'principal_late' as const,
    'interest_late' as const,
  )
  const store = memoryStore()
  const needs = { record: await foundedIn(store), store, hash: sha256 }
  const taken = async (bytes: Uint8Array) => {
    const answer = (await importLoans(needs, { fundId, bytes }, { ...by, dryRun: true }))!
    if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
    return answer
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(statedLoans, fc.integer({ min: 0, max: 3 })), {
        minLength: 1,
        maxLength: 5,
      }),
      off,
      fc.nat(),
      async (loans, column, which) => {
        const cells = loans.map(([loan, missed], i) =>
          cellsOf(loan, { card: 'M01', number: `L-${i}`, missed }),
        )
        const same = await taken(loanSheet(cells))
        expect(same).toMatchObject({ same: loans.length, differing: 0, notComputed: 0 })
        const at = which % loans.length
        const wrong = cells.with(at, { ...cells[at]!, [column]: Number(cells[at]![column]) + 1 })
        const answer = await taken(loanSheet(wrong))
        expect(answer).toMatchObject({ same: loans.length - 1, differing: 1 })
        const { compared } = answer.rows[at]!
        const differences = compared.verdict === 'differs' ? compared.differences : []
        expect(differences.map(({ told, computed }) => told - computed)).toEqual([1])
      },
    ),
    { numRuns: process.env['TEST_BUDGET'] === 'ci' ? 200 : 25 },
  )
})
