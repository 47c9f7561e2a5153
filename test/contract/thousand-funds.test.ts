import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { joinFunds, portfolioWaits, writtenFunds } from '#test/support/listed-funds.ts'
import { practice, practiceDay } from '#test/support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'thousand-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an auditor of a thousand villages in one file waits less than a second for all of them', async () => {
  const path = join(folder, 'fund.db')
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 600_000 })
  const kept = store as unknown as ReturnType<typeof memoryStore>
  const village = await practice({}, paperBookFolder, practiceDay, kept)
  await joinFunds(village, await writtenFunds(village, 1000, practiceDay), practiceDay)
  const settled = () => judgingIn(store).settled()
  const { page, own, said } = await portfolioWaits(village, settled)
  console.log(`1,001 villages in SQLite: ${said}`)
  expect(page.match(/\/health"/g)).toHaveLength(5)
  expect(page).toContain('1001 villages')
  expect(own).toBeLessThan(1000)
  await store.close()
})
