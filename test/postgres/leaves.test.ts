import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { postgresLeaves } from '#infra/cases/postgres-leaves.ts'
import { CasesNotApart } from '#infra/cases/postgres-pool.ts'
import { servedCases } from '#src/cli/cases/serving.ts'
import { readConfiguration } from '#src/configuration.ts'
import { allIds, fresh, leavesSuite, newLeaf } from '#test/contract/leaves-suite.ts'
import { fund } from '#test/support/command-line.ts'
import { asking, newDatabases, passwordOf, urlOf } from '#test/support/postgres/databases.ts'
import { orderTold } from '#test/support/order-told.ts'

const newDatabase = newDatabases()
const opened: { close: () => Promise<void> }[] = []
afterAll(async () => {
  for (const { close } of opened) await close().catch(() => undefined)
})

leavesSuite('leaves in PostgreSQL', async () => {
  const url = await newDatabase('empty')
  const on = () => {
    const leaves = postgresLeaves({ url, deadlineMs: 30_000 })
    return { leaves, close: leaves.close }
  }
  return { ...on(), again: async () => on() }
})

const chance = 5

/** Where each leaf lies in the table, and which transaction has written it, in the order in which they came. */
const laid = (url: string, ids: readonly string[]) =>
  asking(url, async (client) => {
    const { rows } = await client.query<{ id: string; at: number; by: string }>(
      `select id, (ctid::text::point)[0] * 1000 + (ctid::text::point)[1] as at, xmin::text as by from leaf`,
    )
    const places = new Map(rows.map((row) => [row.id, Number(row.at)]))
    return {
      places: ids.map((id) => places.get(id)!),
      writers: new Set(rows.map(({ by }) => by)).size,
    }
  })

describe('the order in which leaves came to a PostgreSQL table', () => {
  test('is told by where they lie and who wrote them, until they are laid anew', async () => {
    const url = await newDatabase('empty')
    const leaves = postgresLeaves({ url, deadlineMs: 30_000 })
    opened.push(leaves)
    const many = Array.from({ length: 200 }, () => fresh())
    for (const leaf of many) await leaves.change([leaf])
    const ids = many.map(({ id }) => id)
    const live = await laid(url, ids)
    expect(orderTold(live.places)).toBeGreaterThan(2 * chance)
    expect(live.writers).toBe(200)
    await leaves.layAnew()
    const anew = await laid(url, ids)
    expect(orderTold(anew.places)).toBeLessThan(chance)
    expect(anew.writers).toBe(1)
    expect(await allIds(leaves, 50)).toEqual(ids.toSorted())
  })

  test('is gone after the service has started again', async () => {
    const url = await newDatabase('empty')
    const before = postgresLeaves({ url, deadlineMs: 30_000 })
    const many = Array.from({ length: 100 }, () => fresh())
    for (const leaf of many) await before.change([leaf])
    await before.close()
    const after = postgresLeaves({ url, deadlineMs: 30_000 })
    opened.push(after)
    await after.ready()
    const ids = many.map(({ id }) => id)
    expect(orderTold((await laid(url, ids)).places)).toBeLessThan(chance)
  })

  test('is taken away while others read and write, and nothing of theirs is lost', async () => {
    const url = await newDatabase('empty')
    const leaves = postgresLeaves({ url, deadlineMs: 30_000 })
    opened.push(leaves)
    const many = Array.from({ length: 120 }, () => fresh())
    const writing = Promise.all(many.map((leaf) => leaves.change([leaf])))
    for (let turn = 0; turn < 5; turn += 1) await leaves.layAnew()
    expect(new Set(await writing)).toEqual(new Set(['kept']))
    expect(await allIds(leaves, 50)).toEqual(many.map(({ id }) => id).toSorted())
  })
})

/** A database of cases with a login of its own, beside the ledger's. */
const besideLedger = async () => {
  const ledger = await newDatabase('empty')
  const cases = await newDatabase('empty')
  const [books, team] = ['books', 'team'].map((name) => `${name}_${process.pid}`) as [
    string,
    string,
  ]
  await asking(ledger, async (client) => {
    for (const login of [books, team]) {
      await client.query(`drop role if exists ${login}`)
      await client.query(`create role ${login} login nosuperuser password '${passwordOf(login)}'`)
    }
  })
  await asking(cases, (client) => client.query(`grant create on schema public to ${team}`))
  const name = new URL(cases).pathname.slice(1)
  const close = () =>
    asking(ledger, async (client) => {
      await client.query(`drop database ${name} with (force)`)
      for (const login of [books, team]) await client.query(`drop role ${login}`)
    })
  return {
    ledgerUrl: urlOf(ledger, { login: books }),
    url: urlOf(cases, { login: team }),
    shut: () =>
      asking(ledger, async (client) => {
        await client.query(`revoke connect on database ${name} from public`)
        await client.query(`grant connect on database ${name} to ${team}`)
      }),
    admin: ledger,
    close,
  }
}

const secretOf = (name: string): string => `the-${name}-secret-of-a-village-long-enough`

const live = (more: object) => {
  const read = readConfiguration({
    MODE: 'live',
    PEPPER: secretOf('pepper'),
    SIGNING_SECRET: secretOf('signing'),
    CASES_SECRET: secretOf('cases'),
    ...more,
  })
  if ('faults' in read) throw new Error(read.faults.join())
  return read.configuration
}

test('a server of cases that cannot be reached stops no service, only their desk', async () => {
  const { ledgerUrl, close } = await besideLedger()
  const url = 'postgres://team:word@127.0.0.1:1/cases'
  const configuration = live({ CASES_DATABASE_URL: url, DATABASE_URL: ledgerUrl })
  const { cases, closeCases } = await servedCases(configuration, ledgerUrl)
  await expect(cases!.leaves.ids(undefined, 1)).rejects.toThrow(StorageUnavailable)
  await closeCases()
  await close()
})

test('no case is kept where the login of the books can come in, and the line says what to do', async () => {
  const { url, ledgerUrl, shut, admin, close } = await besideLedger()
  const open = postgresLeaves({ url, ledgerUrl })
  const refusal = await open.ready().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(CasesNotApart)
  expect(String(refusal)).toContain('revoke connect')
  expect(String(refusal)).not.toContain('canary')
  await expect(open.change([fresh()])).rejects.toThrow(CasesNotApart)
  await open.close()
  const served = servedCases(live({ CASES_DATABASE_URL: url, DATABASE_URL: ledgerUrl }), ledgerUrl)
  await expect(served).rejects.toThrow('revoke connect')
  // One who may do everything comes in everywhere.
  const byAdmin = postgresLeaves({ url, ledgerUrl: admin })
  await expect(byAdmin.ready()).rejects.toThrow(CasesNotApart)
  await byAdmin.close()
  await shut()
  const apart = postgresLeaves({ url, ledgerUrl })
  await apart.ready()
  expect(await apart.change([fresh()])).toBe('kept')
  await apart.close()
  await close()
})

test('a server that is away is told in time, and once it is there again all is served', async () => {
  const url = await newDatabase('empty')
  const leaves = postgresLeaves({ url })
  opened.push(leaves)
  const one = fresh()
  await leaves.change([one])
  const name = new URL(url).pathname.slice(1)
  const admin = urlOf(url, { database: 'postgres' })
  await asking(admin, async (client) => {
    await client.query(`alter database ${name} allow_connections false`)
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [name],
    )
  })
  await expect(leaves.read([one.id])).rejects.toThrow(StorageUnavailable)
  await expect(
    leaves.change([{ id: one.id, seen: one.sealed, sealed: newLeaf() }]),
  ).rejects.toThrow(StorageUnavailable)
  await asking(admin, (client) => client.query(`alter database ${name} allow_connections true`))
  expect((await leaves.read([one.id])).get(one.id)).toEqual(one.sealed)
  const next = newLeaf()
  expect(await leaves.change([{ id: one.id, seen: one.sealed, sealed: next }])).toBe('kept')
})

test('cases of a server are backed up and restored, never where some are, and only by a login that is their own', async () => {
  const { url, ledgerUrl, shut, admin, close } = await besideLedger()
  await shut()
  const folder = mkdtempSync(join(tmpdir(), 'cases-of-a-server-'))
  const environment = {
    MODE: 'live',
    PEPPER: secretOf('pepper'),
    SIGNING_SECRET: secretOf('signing'),
    CASES_SECRET: secretOf('cases'),
    BACKUP_SECRET: secretOf('backup'),
    DATABASE_URL: ledgerUrl,
    CASES_DATABASE_URL: url,
  }
  const run = (args: readonly string[], more = {}) =>
    fund(args, { folder, environment: { ...environment, ...more } })
  const many = Array.from({ length: 40 }, () => fresh())
  const leaves = postgresLeaves({ url, ledgerUrl, deadlineMs: 30_000 })
  await leaves.change(many)
  await leaves.close()
  expect(await run(['cases', 'backup', 'cases.backup'])).toMatchObject({ status: 0, err: '' })
  expect((await run(['cases', 'restore', 'cases.backup'])).err).toContain('cases already')
  expect((await run(['doctor'])).out).toMatch(/^ok {2}cases: there, \d+ bytes, readable$/m)
  const shared = await run(['doctor'], { DATABASE_URL: admin })
  expect(shared.out).toMatch(/^BAD cases: .*revoke connect/m)
  await asking(urlOf(url, { database: new URL(url).pathname.slice(1) }), (client) =>
    client.query('delete from leaf'),
  )
  expect(await run(['cases', 'restore', 'cases.backup'])).toMatchObject({ status: 0, err: '' })
  const again = postgresLeaves({ url, ledgerUrl, deadlineMs: 30_000 })
  const ids = await allIds(again)
  expect(ids).toEqual(many.map(({ id }) => id).toSorted())
  const [one] = many
  expect((await again.read([one!.id])).get(one!.id)).toEqual(one!.sealed)
  await again.close()
  // A file takes the same backup: it is no database of any host.
  const file = { CASES_DATABASE_URL: `sqlite:${join(folder, 'cases.db')}` }
  expect(await run(['cases', 'restore', 'cases.backup'], file)).toMatchObject({ status: 0 })
  rmSync(folder, { recursive: true })
  await close()
})
