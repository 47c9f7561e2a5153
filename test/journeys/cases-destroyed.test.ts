import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptFile } from '#infra/cases/kept-file.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { randomOnNode } from '#infra/system/system.ts'
import { type ActNeeds, openCase } from '#src/app/cases/cases.ts'
import { coversOf } from '#src/app/cases/covers.ts'
import { eraseCase } from '#src/app/cases/team-work.ts'
import { type AtDesk, enrol } from '#src/app/cases/team.ts'
import { firstTalk, passphrase } from '#test/app/cases/case-team.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'

/* A case is destroyed, as its person asks; then the disk dies, and a backup of before is put back. */

const folder = mkdtempSync(join(tmpdir(), 'cases-destroyed-'))
const at = (name: string): string => join(folder, name)
const secretOf = (name: string): string => `the-${name}-secret-of-a-village-long-enough-to-be-taken`
const environment = {
  MODE: 'live',
  PEPPER: secretOf('pepper'),
  SIGNING_SECRET: secretOf('signing'),
  SUPPORT_SECRET: secretOf('support'),
  CASES_SECRET: secretOf('cases'),
  BACKUP_SECRET: secretOf('backup'),
  DATABASE_URL: `sqlite:${at('data/fund.db')}`,
}
const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  fund(args, { folder, environment: { ...environment, ...more } })

const path = at('data/cases.db')
const networkId = 'ba000000-0000-8000-8000-000000000001'

/** The store of cases as the service has it, for as long as something is done there. */
const within = async <T>(work: (needs: ActNeeds) => Promise<T>): Promise<T> => {
  const leaves = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
  const keys = caseKeysBy({ secret: environment.CASES_SECRET })
  const kept = keptFile(at('data/cases-kept'))
  const clock = (): string => '2026-11-02T03:00:00.000Z'
  const needs = { leaves, keys, kept, clock, networkId, today: '2026-11-02', random: randomOnNode }
  try {
    return await work(needs)
  } finally {
    await leaves.close()
  }
}

const diskDies = (): void => {
  for (const end of ['', '-journal']) rmSync(`${path}${end}`, { force: true })
}

let desk: AtDesk
let codes: string[]
beforeAll(async () => {
  await withPaperBook(folder)
  await within(async (needs) => {
    desk = (await enrol(needs, {
      userId: 'a0000000-0000-8000-8000-000000000001',
      passphrase,
    })) as AtDesk
    codes = []
    for (let n = 0; n < 2; n += 1) codes.push((await openCase(needs, desk, firstTalk)).code)
  })
  expect(await run(['cases', 'backup', 'before.backup'])).toMatchObject({ status: 0 })
  await within((needs) => eraseCase(needs, desk, codes[0]!))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a backup of before brings no case back that was destroyed', async () => {
  diskDies()
  const told = await run(['cases', 'restore', 'before.backup'])
  expect(told).toMatchObject({ status: 0, err: '' })
  expect(told.out).toContain('Destroyed again, as they had been before: 1 case(s)')
  const there = await within(async (needs) =>
    (await coversOf(needs)).map(({ cover }) => cover.code),
  )
  expect(there).toEqual([codes[1]])
})

test('what was destroyed stands in the clear nowhere, and without it a restore is what it always was', async () => {
  const kept = readFileSync(at('data/cases-kept'))
  for (const code of codes) expect(kept.includes(code)).toBe(false)
  diskDies()
  rmSync(at('data/cases-kept'))
  const told = await run(['cases', 'restore', 'before.backup', '--json'])
  expect(JSON.parse(told.out)).toMatchObject({ again: 0, days: 0 })
  writeFileSync(at('data/cases-kept'), kept)
})

test('a changed secret is told, and all cases are sealed by the one of now', async () => {
  const now = { CASES_SECRET: secretOf('newer'), CASES_SECRET_OLD: environment.CASES_SECRET }
  const before = JSON.parse((await run(['secrets', 'status', '--json'], now)).out) as {
    cases: { older: number; shut: number }
  }
  expect(before.cases.older).toBeGreaterThan(5)
  expect(before.cases.shut).toBe(0)
  // Which networks there are the books say; of this one they know nothing, and its leaves stay as they were.
  const told = await run(['secrets', 'reseal'], now)
  expect(told).toMatchObject({ status: 0, err: '' })
  expect(told.out).toContain('Under an older CASES_SECRET:')
})
