import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practicePot } from '#src/app/practice/practice-pot.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { randomIds, sha256 } from '#infra/system/system.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

/* Whoever has the database reads the pot's trial balance without a server. */

const folder = mkdtempSync(join(tmpdir(), 'pot-balance-'))
const run = (...args: string[]) => fund(['report', 'trial-balance', ...args], { folder })
const networkId = randomIds()

beforeAll(async () => {
  await withPaperBook(folder)
  const path = join(folder, 'data', 'fund.db')
  const store = await sqliteStore({ path, create: false, hash: sha256, deadlineMs: 60_000 })
  const clock = () => '2025-12-31T02:00:00.000Z'
  const record = networkRecorder({ clock, hash: sha256, networks: store.networks })
  const today = '2025-12-31'
  const founding = { id: randomIds(), v: 1, type: 'FoundNetwork', effectiveOn: today } as const
  const commands = [founding, ...practicePot(randomIds, { today, askedBy: randomIds() })]
  const answers = await record(networkId, commands, { actor: 'test', device: 'test' })
  for (const { outcome } of answers) expect(outcome).toBe('recorded')
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the command line tells every account of a network’s pot, in dollars and cents', async () => {
  const { status, out } = await run('--network', networkId)
  expect(status).toBe(0)
  const lines = out.split('\n').map((line) => line.trim().split(/\s+/))
  expect(lines).toContainEqual(['asset:bank', 'USD', '5000.00'])
  expect(lines).toContainEqual(['liability:grant-window:river-trust', 'USD', '5000.00'])
  const told = JSON.parse((await run('--network', networkId, '--json')).out) as {
    amount: number
  }[]
  expect(told.map(({ amount }) => amount)).toEqual([500_000, -500_000])
})

test('before a day nothing is told of what came on it, and another network is none', async () => {
  const early = await run('--network', networkId, '--as-of', '2025-12-30', '--json')
  expect(JSON.parse(early.out)).toEqual([])
  const other = await run('--network', randomIds())
  expect([other.status === 0, other.err.includes('no such network')]).toEqual([false, true])
})
