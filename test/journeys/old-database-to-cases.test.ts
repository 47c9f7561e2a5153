import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { sha256 } from '#infra/system/system.ts'
import { carryOver, reasonsOfService, underTheRoof } from '#src/app/cases/roof.ts'
import { fixturesFolder } from '#test/support/fixture-database.ts'

/* A database of an older version, in which files of grants and a reason of relief lie beside the journal, as they did then. */

const folder = mkdtempSync(join(tmpdir(), 'old-database-to-cases-'))
afterAll(() => rmSync(folder, { recursive: true }))

const versions = readdirSync(fixturesFolder)
  .filter((file) => file.endsWith('.sqlite.gz'))
  .map((file) => file.replace('.sqlite.gz', ''))

test.each(versions)(
  'the database of version %s gives its files and reasons to the cases, all of them',
  async (version) => {
    const path = join(folder, `${version}.db`)
    writeFileSync(path, gunzipSync(readFileSync(join(fixturesFolder, `${version}.sqlite.gz`))))
    const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
    const cases = sqliteLeaves({ path: `${path}-cases.db`, create: true, deadlineMs: 60_000 })
    const keys = caseKeysBy({ secret: 'a secret of cases' })
    const [fundId] = (await store.fundIds(1)) as [string]
    const codes = ['S-AAAAAAAA', 'S-BBBBBBBB', 'S-CCCCCCCC']
    for (const code of codes)
      await store.keepSupportFile({ fundId, code, sealed: `${code} sealed `.repeat(1200) })
    const reason = { subject: 'relief:01900000-0000-7000-8000-000000000009', text: 'zq a death' }
    await store.keep(fundId, [reason])
    const before = await store.supportFiles(fundId)
    const leaves = { leaves: cases, keys }
    expect(await carryOver(store, leaves)).toBeGreaterThanOrEqual(codes.length + 1)
    expect(await store.supportFiles(fundId)).toEqual([])
    expect(await underTheRoof(store, leaves).supportFiles(fundId)).toEqual(before)
    const reasons = await reasonsOfService({ store, cases: leaves }).of(fundId)
    expect(reasons.get(reason.subject)).toBe(reason.text)
    await store.close()
    await cases.close()
    // Of what went, no byte is left in the file of the books, and of no word one in that of the cases.
    for (const file of [path, `${path}-cases.db`]) {
      const bytes = readFileSync(file)
      expect(bytes.includes('zq a death'), file).toBe(false)
      expect(bytes.includes('S-AAAAAAAA sealed'), file).toBe(false)
    }
  },
)
