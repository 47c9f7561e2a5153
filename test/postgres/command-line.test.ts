import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'
import { asking, newDatabases } from '#test/support/postgres/databases.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const newDatabase = newDatabases()
const folder = newFolder()
let url: string
const run = (...args: string[]) => fund(args, { folder })
const runThere = (...args: string[]) => fund(args, { folder, environment: { DATABASE_URL: url } })

beforeAll(async () => {
  url = await newDatabase('empty')
})
afterAll(() => dropFolder(folder))

test('a database on a server is brought up, filled, read, audited and rebuilt as one in a file is', async () => {
  const early = await runThere('audit')
  expect([early.status, early.err]).toEqual([3, expect.stringContaining('migrate up')])
  const up = await run('--db', url, 'migrate', 'up', '--json')
  expect(JSON.parse(up.out)).toMatchObject({ waiting: [] })
  const imported = await runThere('import', 'paper-book', paperBookFolder, '--json')
  expect(JSON.parse(imported.out)).toMatchObject({ wasHere: false, entries: 2002 })
  const [health, audit, dry, rebuilt] = await Promise.all([
    runThere('report', 'health', '--as-of', '2025-12-31', '--json'),
    runThere('audit', '--json'),
    runThere('import', 'paper-book', paperBookFolder, '--dry-run', '--json'),
    runThere('rebuild'),
  ])
  expect(JSON.parse(health.out)).toEqual(
    JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')),
  )
  expect(JSON.parse(audit.out)).toEqual({ ok: true, entries: 2002, problems: [] })
  expect(JSON.parse(dry.out)).toMatchObject({ isDryRun: true, wasHere: true })
  expect(rebuilt.out).toContain('2002 entries')
})

test('the audit names an entry that the owner of the server has changed', async () => {
  await asking(url, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(`update entry set data = data || ' ' where seq = 40`)
  })
  const audit = await runThere('audit', '--json')
  expect(audit.status).toBe(1)
  const { problems } = JSON.parse(audit.out) as { problems: { seq: number | null }[] }
  expect(problems.map(({ seq }) => seq)).toContain(40)
})

test('the doctor says what is lax, tamper what it does not do, and nobody says a password', async () => {
  const { password } = new URL(url)
  const wrong = new URL(url)
  wrong.password = 'canary-password'
  const nowhere = new URL(wrong)
  nowhere.port = '1'
  const [doctor, tamper, refused, away, unread, nameless] = await Promise.all([
    runThere('doctor', '--json'),
    run('--db', url, 'tamper'),
    run('--db', wrong.href, 'audit'),
    run('--db', nowhere.href, 'doctor'),
    run('--db', 'postgres://me:canary#password@127.0.0.1/x', 'audit'),
    run('--db', 'postgres://me:canary-password@127.0.0.1', 'audit'),
  ])
  expect(JSON.parse(doctor.out)).toMatchObject({
    ok: false,
    checks: expect.arrayContaining(
      [
        { name: 'database', ok: false, say: expect.stringContaining('fsync is off') },
        { name: 'schema', say: 'up to date' },
        { name: 'guards', ok: true },
        { name: 'closures', ok: true },
        { name: 'networks', ok: true },
        { name: 'cases', ok: true },
      ].map((one) => expect.objectContaining(one)),
    ),
  })
  expect([tamper.status, tamper.err]).toEqual([2, expect.stringContaining('SQLite file')])
  expect([refused.status, refused.err]).toEqual([3, expect.stringContaining('authentication')])
  expect([away.status, away.out]).toEqual([3, expect.stringContaining('ECONNREFUSED')])
  expect([unread.status, nameless.status]).toEqual([2, 2])
  for (const { out, err } of [doctor, tamper, refused, away, unread, nameless]) {
    expect(out + err).not.toContain(password)
    expect(out + err).not.toMatch(/canary/)
  }
})
