import { mkdirSync, readdirSync } from 'node:fs'
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
      value
        .replace('@database/', `@${host}/`)
        .replace(/^\/(?=kept\/|backups$|data$)/, `${folder}/`),
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
  expect(env['BACKUPS']).toBe('backups')
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
  // As the image has them, and what is mounted over them.
  for (const name of ['kept', 'data', 'backups']) mkdirSync(join(folder, name))
  const { PUBLIC_URL: _, ...handed } = handedTo('fund')
  const service = await started(folder, { ...handed, MODE: 'live' })
  // Its first backup is made meanwhile.
  const ready = async () => (await fetch(`${service.url}/readyz`)).status
  await expect.poll(ready, { timeout: 60_000, interval: 500 }).toBe(200)
  const link = linkIn(service.printed(), 'begin')
  expect(await service.stop()).toBe(0)
  expect(link).toBeDefined()
  const given = { ...handed, MODE: 'live' }
  const run = (words: string) => fund(words.split(' '), { folder, environment: given })
  const doctor = await run('doctor')
  expect(doctor.out).toContain('ok  closures')
  // Of the page, word by word.
  for (const [, words] of inRoot('docs/hosts/server.md').matchAll(/exec fund \S+ (backups \w+)$/gm))
    expect(await run(words!)).toMatchObject({ status: 0, err: '' })
  expect(readdirSync(join(folder, 'backups'))).toContain('last-drill.json')
  // What stood plain meanwhile is gone.
  expect(readdirSync(join(folder, 'data'))).toEqual([])
})

test('what is written outlives the containers, backups where .env says, and nothing of it lies in memory', () => {
  const { services, volumes } = composed(env)
  const { volumes: mounted, environment } = services['fund']!
  const placeOf = new Map(mounted!.map((one) => one.split(':').toReversed() as [string, string]))
  expect(placeOf.get(environment['BACKUP_DIR']!)).toBe(env['BACKUPS'])
  expect([...placeOf.values()].filter((name) => !(name in volumes))).toEqual([])
  expect(placeOf.has(environment['TMPDIR']!)).toBe(true)
  const other = composed({ ...env, BACKUPS: '/mnt/backups/books' }).services['fund']!
  expect(other.volumes).toContain('/mnt/backups/books:/backups')
  // The account of the image owns what is mounted: a new volume takes that over from the image.
  const made = /^RUN install .*$/m.exec(inRoot('Dockerfile'))![0]
  for (const place of placeOf.keys()) expect(made.split(' ')).toContain(place)
})
