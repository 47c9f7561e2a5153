import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { casesPlace } from '#src/cli/cases/place.ts'
import { servedCases } from '#src/cli/cases/serving.ts'
import { readConfiguration } from '#src/configuration.ts'
import { fresh } from '#test/contract/leaves-suite.ts'

const folder = mkdtempSync(join(tmpdir(), 'cases-served-'))
afterAll(() => rmSync(folder, { recursive: true }))

const secretOf = (name: string): string => `the-${name}-secret-of-a-village-long-enough-to-be-taken`
const live = {
  MODE: 'live',
  PEPPER: secretOf('pepper'),
  SIGNING_SECRET: secretOf('signing'),
  CASES_SECRET: secretOf('cases'),
}
const configured = (more: object = {}) => {
  const read = readConfiguration({ ...live, DATA_DIR: folder, ...more })
  if ('faults' in read) throw new Error(read.faults.join())
  return read.configuration
}
const ledger = `sqlite:${join(folder, 'fund.db')}`

test('cases lie beside the books, in a file that is made when the first one is kept', async () => {
  const { cases, closeCases } = await servedCases(configured(), ledger)
  const file = join(folder, 'cases.db')
  expect(existsSync(file)).toBe(false)
  const one = fresh()
  expect(await cases!.leaves.change([one])).toBe('kept')
  expect(existsSync(file)).toBe(true)
  expect(existsSync(join(folder, 'fund.db'))).toBe(false)
  await closeCases()
  const again = await servedCases(configured(), ledger)
  expect((await again.cases!.leaves.read([one.id])).get(one.id)).toEqual(one.sealed)
  await again.closeCases()
})

test('without a secret of their own there are none, and practice keeps its own apart', async () => {
  const none = await servedCases(configured({ CASES_SECRET: '' }), ledger)
  expect(none.cases).toBeUndefined()
  await none.closeCases()
  expect(casesPlace(configured({ MODE: 'practice' }), ledger)).toMatchObject({
    path: join(folder, 'practice-cases.db'),
  })
  expect((await servedCases(configured({ MODE: 'practice' }), ledger)).cases).toBeDefined()
})

test('books on a server need a place for cases that is named', () => {
  const url = 'postgres://books:word@127.0.0.1/books'
  const CASES_DATABASE_URL = 'postgres://team:other@127.0.0.1/cases'
  expect(() => casesPlace(configured(), url)).toThrow('set CASES_DATABASE_URL')
  expect(casesPlace(configured({ CASES_DATABASE_URL }), url)).toMatchObject({
    kind: 'server',
    ledgerUrl: url,
  })
})
