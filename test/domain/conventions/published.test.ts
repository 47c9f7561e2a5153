import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCases } from '#src/exchange/cases/run-cases.ts'

const folder = fileURLToPath(new URL('../../fixtures/published/', import.meta.url))
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, text: readFileSync(`${folder}${file}`, 'utf8') }))

test('figures that the lenders themselves published are met beyond the given cases', () => {
  const { kinds, failures, faults } = runCases(files)
  expect(failures).toEqual([])
  expect(faults).toEqual([])
  expect(Object.fromEntries(kinds.map(({ kind, total }) => [kind, total]))).toEqual({
    apr: 32,
    delinquency: 17,
    'due-dates': 7,
    formula: 36,
    'late-fee': 1,
    repayment: 26,
    reschedule: 7,
    schedule: 44,
    'write-off': 2,
  })
})
