import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { migrateUpPostgres, openPostgres, postgresStatus } from '#infra/db/postgres.ts'
import { laxSettings } from '#infra/db/postgres-looks.ts'
import { migrationNames } from '#infra/db/steps.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'
import { makeLogin, settingUp } from '#test/support/postgres/logins.ts'
import {
  asking,
  newDatabases,
  passwordOf,
  serverUrl,
  urlOf,
} from '#test/support/postgres/databases.ts'
import { startPostgres } from '#test/support/postgres/start.ts'

const newDatabase = newDatabases()
const page = readFileSync(new URL('../../docs/hosts/postgresql.md', import.meta.url), 'utf8')

const setUp = settingUp(newDatabase)

test('an owner migrates who is no superuser, and a login that owns nothing serves', async () => {
  const { asOwner, asService } = await setUp('first')
  expect(await postgresStatus(asOwner)).toEqual({ done: [], waiting: migrationNames })
  expect(await migrateUpPostgres(asOwner)).toEqual({ done: migrationNames, waiting: [] })
  expect(await postgresStatus(asService)).toEqual({ done: migrationNames, waiting: [] })
  const store = await postgresStore({ url: asService, create: true })
  const rows = sealedRows([{ fundId: 'fund-a' }])
  expect(await store.append('fund-a', rows, noChanges)).toBe('appended')
  expect(await store.fundIds()).toEqual(['fund-a'])
  expect(await store.read('fund-a', 0, 9)).toStrictEqual(rows)
  await store.close()
  // Outside of a role of ours the login itself may nothing at all.
  await asking(asService, async (client) => {
    for (const act of ['select * from entry', 'delete from entry', 'drop table entry'])
      await expect(client.query(act), act).rejects.toMatchObject({ code: '42501' })
  })
})

test('the statements of the page set a new server up', async () => {
  const server = await startPostgres()
  const statements = /```sql\n([^`]+)```/.exec(page)![1]!.replaceAll(/--.*/g, '')
  const as = (login: string) => urlOf(server.url, { login, database: 'village' })
  await asking(server.url, async (client) => {
    const own = statements.split(';').map((one) => one.trim())
    for (const sql of own.filter((one) => one !== ''))
      await client.query(sql.replace('…', passwordOf(/create role (\w+)/.exec(sql)?.[1] ?? '')))
    await migrateUpPostgres(as('village_owner'))
  })
  const store = await postgresStore({ url: as('village_service'), create: true })
  const rows = sealedRows([{ fundId: 'fund-a' }])
  expect(await store.append('fund-a', rows, noChanges)).toBe('appended')
  expect(await store.fundIds()).toEqual(['fund-a'])
  await store.close()
  await server.stop()
})

const sayingOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'nothing',
    (error: unknown) => {
      expect(error).toBeInstanceOf(StorageUnavailable)
      return (error as Error).message
    },
  )

test('who may not bring a schema up is told so in words, and so is who may not work in it', async () => {
  const { asOwner, asService, service } = await setUp('second')
  const early = await sayingOf(postgresStore({ url: asService, create: true }))
  expect(early).toContain('this login may not: run migrate up as the owner')
  expect(await sayingOf(postgresStore({ url: asOwner, create: false }))).toContain('older version')
  await migrateUpPostgres(asOwner)
  await asking(asOwner, (client) => client.query('delete from mikro_orm_migrations where id = 2'))
  expect(await sayingOf(postgresStore({ url: asService, create: true }))).toContain('may not')
  await asking(asOwner, (client) =>
    client.query(`insert into mikro_orm_migrations (name) values ('${migrationNames[1]}')`),
  )
  await asking(await serverUrl(), (client) => client.query(`revoke village_lister from ${service}`))
  const closed = await sayingOf(postgresStore({ url: asService, create: true }))
  expect(closed).toContain('grant it village_app and village_lister')
})

test('no message of a failure holds a password', async () => {
  const url = await newDatabase('empty')
  await makeLogin('third_login')
  const mine = urlOf(url, { login: 'third_login' })
  const wrong = new URL(mine)
  wrong.password = 'canary-wrong'
  const nowhere = new URL(mine)
  nowhere.port = '1'
  const calls = [mine, wrong.href, nowhere.href, urlOf(mine, { database: 'canary' })].map((one) =>
    postgresStore({ url: one, create: true }),
  )
  for (const outcome of await Promise.allSettled(calls)) {
    expect(outcome.status).toBe('rejected')
    const said: string[] = []
    for (
      let at: unknown = outcome.status === 'rejected' && outcome.reason;
      at instanceof Error;
      at = at.cause
    )
      said.push(at.message, at.stack ?? '', JSON.stringify(at))
    expect(said.join()).not.toMatch(/canary-(?:third|wrong)/)
  }
})

test('of five who bring one new schema up in one moment all find it whole', async () => {
  const url = await newDatabase('empty')
  const all = await Promise.all(Array.from({ length: 5 }, () => migrateUpPostgres(url)))
  for (const status of all) expect(status).toEqual({ done: migrationNames, waiting: [] })
  const { rows } = await asking(url, (client) =>
    client.query('select name from mikro_orm_migrations order by id'),
  )
  expect(rows.map(({ name }) => name as string)).toEqual(migrationNames)
})

test('a database of another encoding is not taken, and a lax server is named', async () => {
  const server = await serverUrl()
  await asking(server, (client) =>
    client.query(
      `create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
    ),
  )
  const opening = openPostgres(urlOf(server, { database: 'latin' }), { max: 1, reachMs: 5_000 })
  expect(await sayingOf(opening)).toContain("make it with encoding 'UTF8'")
  await asking(server, (client) => client.query('drop database latin'))
  expect(await laxSettings(server)).toEqual(['fsync is off', 'full_page_writes is off'])
})
