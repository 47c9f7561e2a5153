import { setTimeout } from 'node:timers/promises'
import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { migrateUpPostgres } from '#infra/db/postgres.ts'
import { missingClosuresPostgres } from '#infra/db/postgres-looks.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { fund } from '#test/support/command-line.ts'
import { asking, newDatabases } from '#test/support/postgres/databases.ts'
import { proxyTo } from '#test/support/postgres/proxy.ts'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

const newDatabase = newDatabases()
const folder = newFolder()
afterAll(() => dropFolder(folder))

const live = {
  MODE: 'live',
  PEPPER: 'only for this test, thirty-two characters and more',
  SIGNING_SECRET: 'another one for this test, also long enough to be taken',
}

/** Somebody who takes a call at the place of the server, and hangs up. */
const hangsUpAt = async (
  url: string,
): Promise<{ calls: () => number; end: () => Promise<void> }> => {
  let calls = 0
  const server = createServer((socket) => {
    calls += 1
    socket.destroy()
  })
  await new Promise<void>(
    (open) => void server.listen(Number(new URL(url).port), '127.0.0.1', open),
  )
  return {
    calls: () => calls,
    end: () => new Promise((closed) => void server.close(() => closed())),
  }
}

test('a service that is up before its database says so, waits for it, and serves when it is there', async () => {
  const line = await proxyTo(await newDatabase('empty'))
  await line.vanish()
  const nobody = await hangsUpAt(line.url)
  const starting = started(folder, { ...live, DATABASE_URL: line.url })
  while (nobody.calls() < 2) await setTimeout(20)
  await nobody.end()
  await line.appear()
  const service = await starting
  const { status } = await fetch(`${service.url}/readyz`)
  expect([status, await service.stop()]).toEqual([200, 0])
  expect(service.complained()).toContain('The database cannot be reached yet; it is asked again in')
  await line.vanish()
})

test('three services that start at once on a new database found one network, with one administrator', async () => {
  const url = await newDatabase('empty')
  const all = await Promise.all(
    [1, 2, 3].map(() => started(folder, { ...live, DATABASE_URL: url })),
  )
  for (const service of all) await service.stop()
  const store = await postgresStore({ url, create: false })
  const networks = await store.networks.fundIds()
  const rows = await store.networks.read(networks[0]!, 0, 99)
  await store.close()
  expect(networks).toHaveLength(1)
  expect(rows.map(({ type }) => type)).toEqual(['NetworkFounded', 'StaffAppointed'])
  expect(all.flatMap((service) => linkIn(service.printed(), 'begin') ?? [])).toHaveLength(3)
})

test('a database that a dump has left without its policies and grants is told, and not served', async () => {
  const url = await newDatabase()
  expect(await missingClosuresPostgres(url)).toEqual([])
  await asking(url, (client) =>
    client.query(`drop policy entry_of_one on entry; alter table note disable row level security;
      revoke all on posting from village_app`),
  )
  expect(await missingClosuresPostgres(url)).toEqual([
    'policy entry_of_one',
    'row security of note',
    'grant to village_app on posting',
  ])
  const run = (...args: string[]) =>
    fund(args, { folder, environment: { ...live, DATABASE_URL: url } })
  const [doctor, audit, serve] = [await run('doctor'), await run('audit'), await run('serve')]
  expect(doctor).toMatchObject({
    status: 3,
    out: expect.stringContaining('BAD closures: policies'),
  })
  expect(audit).toMatchObject({ status: 1, out: expect.stringContaining('policy entry_of_one') })
  expect(serve).toMatchObject({ status: 3, err: expect.stringContaining('the roles made first') })
})

test('an older program on a server that a newer one has brought up says so, and writes nothing', async () => {
  const url = await newDatabase()
  await asking(url, (client) =>
    client.query(`insert into mikro_orm_migrations (name) values ('9999-what-comes-later')`),
  )
  for (const open of [() => postgresStore({ url, create: true }), () => migrateUpPostgres(url)])
    await expect(open()).rejects.toThrow('of a newer version (9999-what-comes-later)')
})
