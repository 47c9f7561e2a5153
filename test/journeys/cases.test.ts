import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { fund } from '#test/support/command-line.ts'

const cases = fileURLToPath(new URL('../fixtures/cases/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cases-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lateFee = readFileSync(join(cases, 'late-fee.json'), 'utf8')

test('a lender sees on the last line how many cases passed, and the exit code says whether all did', async () => {
  writeFileSync(join(folder, 'late-fee.json'), lateFee)
  const well = await fund(['cases', folder], { folder })
  expect(well).toEqual({ status: 0, out: 'late-fee: 1/1\n1 passed, 0 failed\n', err: '' })
  writeFileSync(join(folder, 'late-fee.json'), lateFee.replace('"fee": "10"', '"fee": "11"'))
  const badly = await fund(['cases', '.'], { folder })
  expect(badly.status).toBe(1)
  expect(badly.out.split('\n')).toEqual([
    'late-fee: 0/1',
    '  lat-de6c39d9 fee: expected 11, computed 10',
    '0 passed, 1 failed',
    '',
  ])
})

test('a program reads the same as JSON', async () => {
  writeFileSync(join(folder, 'late-fee.json'), lateFee)
  const { status, out } = await fund(['cases', folder, '--json'], { folder })
  expect(status).toBe(0)
  expect(JSON.parse(out)).toEqual({
    kinds: [{ kind: 'late-fee', passed: 1, total: 1 }],
    failures: [],
    faults: [],
    passed: 1,
    failed: 0,
  })
})

test('a folder that is not there is a broken environment', async () => {
  expect(await fund(['cases', 'nowhere'], { folder })).toMatchObject({ status: 3, out: '' })
})
