import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfiguration } from '#src/configuration.ts'
import { inRoot } from '#test/hosting/built.ts'
import { askedFor, composed, madeByPage } from '#test/hosting/composed.ts'
import { fund } from '#test/support/command-line.ts'
import { asking } from '#test/support/postgres/databases.ts'
import { type Server, startPostgres } from '#test/support/postgres/start.ts'
import { dropFolder, linkIn, newFolder, started } from '#test/support/started.ts'

/* What `docker compose up` would do, in its order, where no engine is: the page's own lines, the roles, the schema, the service. */

const folder = newFolder()
let server: Server
let env: Readonly<Record<string, string>>
beforeAll(async () => {
  env = madeByPage()
  server = await startPostgres()
})
afterAll(async () => {
  await server?.stop()
  dropFolder(folder)
})

/** What a service is handed, with the database of this test in the place of the one in the container. */
const handedTo = (name: string): Record<string, string> => {
  const { host } = new URL(server.url)
  const { environment } = composed(env).services[name]!
  return Object.fromEntries(
    Object.entries(environment).map(([key, value]) => [
      key,
      value.replace('@database/', `@${host}/`).replace(/^\/(?=kept\/)/, `${folder}/`),
    ]),
  )
}

const makeRoles = async (): Promise<void> => {
  const [, script] = /<<'SQL'\n([^]+)SQL\n/.exec(inRoot('infra/hosting/roles.sh'))!
  const { OWNER_PASSWORD, SERVICE_PASSWORD, CASES_PASSWORD } = env
  const passwords = { owner: OWNER_PASSWORD, service: SERVICE_PASSWORD, cases: CASES_PASSWORD }
  const statements = script!.replaceAll(
    /:'(\w+)'/g,
    (_, name: keyof typeof passwords) => `'${passwords[name]}'`,
  )
  await asking(server.url, async (client) => {
    for (const one of statements.split(';').filter((sql) => sql.trim() !== ''))
      await client.query(one)
  })
}

test('the lines of the page write every secret that is asked for, each another one, and the settings can hold', () => {
  expect(askedFor().toSorted()).toEqual(Object.keys(env).toSorted())
  expect(new Set(Object.values(env)).size).toBe(Object.keys(env).length)
  expect(readConfiguration({ ...handedTo('fund'), MODE: 'live', HOST: '0.0.0.0' })).toHaveProperty(
    'configuration',
  )
})

test('roles, schema and service come up in their order, and the service may not bring the schema up', async () => {
  await makeRoles()
  const early = await fund(['migrate', 'up'], { folder, environment: handedTo('fund') })
  expect(early.status).toBe(3)
  const { command } = composed(env).services['schema']!
  const up = await fund(command!, { folder, environment: handedTo('schema') })
  expect(up).toMatchObject({ status: 0, err: '' })
  mkdirSync(join(folder, 'kept'))
  const { PUBLIC_URL: _, ...handed } = handedTo('fund')
  const service = await started(folder, { ...handed, MODE: 'live' })
  const ready = await fetch(`${service.url}/readyz`)
  const link = linkIn(service.printed(), 'begin')
  expect([ready.status, await service.stop()]).toEqual([200, 0])
  expect(link).toBeDefined()
  const doctor = await fund(['doctor'], { folder, environment: { ...handed, MODE: 'live' } })
  expect(doctor.out).toContain('ok  closures')
})
