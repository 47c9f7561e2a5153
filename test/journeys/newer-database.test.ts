import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readiness } from '#infra/db/probe.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { fund } from '#test/support/command-line.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/* Somebody starts the program of last month on a book that the one of this month has brought up. */

const folder = newFolder()
const path = `${folder}/fund.db`
const later = '9999-what-comes-later'
const environment = {
  MODE: 'live',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}
const run = (...args: string[]) =>
  fund(['--db', `sqlite:${path}`, ...args], { folder, environment })

const isNewer = (is: boolean): void => {
  const database = new Database(path)
  database
    .prepare(
      is
        ? `insert into mikro_orm_migrations (name) values ('${later}')`
        : `delete from mikro_orm_migrations where name = '${later}'`,
    )
    .run()
  database.close()
}

beforeAll(async () => {
  await run('migrate', 'up')
})
afterAll(() => dropFolder(folder))

test('an older program says that a newer one has been here, and neither reads nor writes', async () => {
  isNewer(true)
  const tried = await Promise.all([
    run('audit'),
    run('heads'),
    run('migrate', 'up'),
    run('serve'),
    run('user', 'add', '--login', 'Dara', '--role', 'auditor'),
  ])
  for (const { status, err } of tried) {
    expect([status, err]).toEqual([3, expect.stringContaining(`of a newer version (${later})`)])
    expect(err).toContain('start that version, or restore')
  }
  isNewer(false)
  expect((await run('audit')).status).toBe(0)
})

test('the doctor and the list of migrations name what is newer', async () => {
  isNewer(true)
  const [doctor, list] = [await run('doctor', '--json'), await run('migrate', 'status')]
  isNewer(false)
  expect(JSON.parse(doctor.out)).toMatchObject({
    ok: false,
    checks: expect.arrayContaining([
      { name: 'schema', ok: false, say: expect.stringContaining('start that one') },
    ]),
  })
  expect(list.out).toContain(`newer    ${later}`)
})

test('a service that runs while a newer one brings its book up is not ready any more', async () => {
  const store = await sqliteStore({ path, create: true, hash: sha256 })
  const isReady = readiness({ path, isInPlace: store.isInPlace })
  const before = isReady()
  isNewer(true)
  const after = isReady()
  isNewer(false)
  await store.close()
  expect([before, after]).toEqual([true, false])
})
