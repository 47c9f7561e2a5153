import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entities } from '#infra/db/schema.ts'
import { ownedTables } from '#infra/db/postgres-copy.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund } from '#test/support/command-line.ts'
import { asking, newDatabases } from '#test/support/postgres/databases.ts'
import { settingUp } from '#test/support/postgres/logins.ts'
import { dropFolder, newFolder, started } from '#test/support/started.ts'

const newDatabase = newDatabases()
const setUp = settingUp(newDatabase)
const folder = newFolder()
afterAll(() => dropFolder(folder))

const kept = join(folder, 'kept')
const secret = 'a secret of thirty-two characters or more'
const settings = {
  MODE: 'live',
  PEPPER: `${secret}, one`,
  SIGNING_SECRET: `${secret}, two`,
  BACKUP_DIR: kept,
  BACKUP_SECRET: secret,
}
const at = (url: string) => (words: string) =>
  fund(words.split(' '), { folder, environment: { ...settings, DATABASE_URL: url } })

let books: Awaited<ReturnType<typeof setUp>>
let service: ReturnType<typeof at>
beforeAll(async () => {
  mkdirSync(kept)
  books = await setUp('backups')
  const up = await at(books.asOwner)('migrate up')
  const taken = await at(books.asOwner)(`import paper-book ${paperBookFolder} --json`)
  expect([up.status, JSON.parse(taken.out)]).toMatchObject([0, { entries: 2002 }])
  service = at(books.asService)
})

const newest = (): string =>
  join(
    kept,
    readdirSync(kept)
      .filter((name) => name.endsWith('.backup'))
      .toSorted()
      .at(-1)!,
  )
const headsAt = async (run: ReturnType<typeof at>): Promise<string> =>
  (await run('heads --json')).out

test('every table that the books have is in a copy of them', () => {
  const all = [...entities].map(({ meta }) => meta.tableName)
  expect(
    ownedTables()
      .map(({ table }) => table)
      .toSorted(),
  ).toEqual(all.toSorted())
})

test('books on a server are backed up by schedule with the login of the service, looked at, tried and told by the doctor', async () => {
  const made = await service('backups make --json')
  expect([made.status, made.err]).toEqual([0, ''])
  const drill = await service('backups drill --json')
  expect(JSON.parse(drill.out)).toMatchObject({ ok: true, entries: 2002, problems: 0 })
  const list = await service('backups list --json')
  expect(JSON.parse(list.out)).toMatchObject({
    ok: true,
    backups: [{ fault: null }].map(() => ({})),
  })
  const doctor = await service('doctor --json')
  const { checks } = JSON.parse(doctor.out) as { checks: { name: string; ok: boolean }[] }
  expect(checks.find(({ name }) => name === 'backups')).toMatchObject({ ok: true })
})

test('a backup of a server is restored into a file, and onto another server, with the same heads', async () => {
  const heads = await headsAt(service)
  const file = `sqlite:${join(folder, 'restored.db')}`
  const intoFile = await service(`restore ${newest()} --to ${file}`)
  expect([intoFile.status, intoFile.err]).toEqual([0, ''])
  expect(await headsAt(at(file))).toBe(heads)
  const other = await setUp('backups_other')
  await at(other.asOwner)('migrate up')
  const there = at(other.asService)
  const intoServer = await there(`restore ${newest()} --to ${other.asService}`)
  expect([intoServer.status, intoServer.err]).toEqual([0, ''])
  expect(await headsAt(there)).toBe(heads)
  const audit = await there('audit --json')
  expect(JSON.parse(audit.out)).toEqual({ ok: true, entries: 2002, problems: [] })
  const rows = (url: string) =>
    asking(url, async (client) => {
      const counted: Record<string, unknown> = {}
      for (const { table } of ownedTables())
        counted[table] = (
          await client.query(
            `select count(*), md5(string_agg(t::text, '|' order by t::text)) from ${table} as t`,
          )
        ).rows
      return counted
    })
  expect(await rows(other.url)).toEqual(await rows(books.url))
  const again = await there(`restore ${newest()} --to ${other.asService}`)
  expect([again.status, again.err]).toEqual([
    1,
    expect.stringContaining('books on that server already'),
  ])
})

test('a service on a server that runs makes its backup by itself', async () => {
  const own = join(folder, 'by-itself')
  const running = await started(folder, {
    ...settings,
    DATABASE_URL: books.asService,
    BACKUP_DIR: own,
  })
  try {
    const made = () =>
      existsSync(own) ? readdirSync(own).filter((name) => name.endsWith('.backup')) : []
    await expect.poll(made, { timeout: 110_000, interval: 200 }).toHaveLength(1)
    const checked = await service(`restore --check ${join(own, made()[0]!)} --json`)
    const { ok, books: beside } = JSON.parse(checked.out) as { ok: boolean; books: string }
    expect([ok, beside]).toEqual([true, 'belongs to them'])
  } finally {
    await running.stop()
  }
})

test('a backup is of one moment, whatever is written while it is made', async () => {
  const heads = await headsAt(service)
  const table = ownedTables().at(-1)!.table
  const rewrite = (to: string) =>
    asking(books.url, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query(`update entry set hash = ${to} where seq = (select max(seq) from entry)`)
    })
  const waits = () =>
    asking(books.url, async (client) => {
      const asked = `select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      return (await client.query<{ n: number }>(asked)).rows[0]!.n
    })
  const made = await asking(books.url, async (client) => {
    // The copy has begun, and waits for a table that somebody holds.
    await client.query(`begin; lock table ${table} in access exclusive mode`)
    const making = service('backups make --json')
    await expect.poll(waits, { timeout: 60_000, interval: 100 }).toBeGreaterThan(0)
    await rewrite(`overlay(hash placing '0000' from 1)`)
    await client.query('commit')
    return making
  })
  expect([made.status, made.err]).toEqual([0, ''])
  const seen = await service('backups list')
  expect(seen.out).toContain('another history than the books')
  const { heads: ofBackup } = JSON.parse(
    (await service(`restore --check ${newest()} --json`)).out,
  ) as { heads: object }
  expect(ofBackup).toEqual(JSON.parse(heads))
})

test('a backup of another history than the books on the server is named', async () => {
  await asking(books.url, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `update entry set hash = repeat('0', 64) where seq = (select max(seq) from entry)`,
    )
  })
  const list = await service('backups list')
  expect([list.status, list.out]).toEqual([
    1,
    expect.stringContaining('another history than the books'),
  ])
})
