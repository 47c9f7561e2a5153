import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { bookOf } from '#src/app/queries.ts'
import { exportArchive } from '#src/exchange/archive/export.ts'
import { importArchive } from '#src/exchange/archive/import.ts'
import { type Running, startWorker } from '#test/edge/worker.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { newDatabases } from '#test/support/postgres/databases.ts'

const secret = 'a secret for the operator, only for this test'
const newDatabase = newDatabases()
const expected = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as unknown
let running: Running

beforeAll(async () => {
  const settings = { MODE: 'practice', OPERATOR_SECRET: secret }
  running = await startWorker({ settings })
})
afterAll(() => running?.stop())

const needs = (store: Store) => ({ store, hash: sha256, digest: sha256Digest })

const carriedFrom = async (store: Store, fundId: string): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = []
  for await (const part of (await exportArchive(needs(store), fundId))!.bytes) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

const carriedInto = async (store: Store, bytes: Uint8Array): Promise<unknown> => {
  const open = async function* () {
    yield bytes
  }
  return importArchive(needs(store), open, { dryRun: false })
}

const operator = (path: string, asked: RequestInit = {}, said = secret): Promise<Response> =>
  fetch(`${running.url}/operator/archives${path}`, {
    ...asked,
    headers: { authorization: `Bearer ${said}` },
  })

const headIn = async (store: Store, fundId: string): Promise<string> =>
  (await store.read(fundId, 0, 10_000)).at(-1)!.hash

test('a fund goes from a file to a server, on to the edge and back into a file, and stays the same book', async () => {
  const file = await sqliteStore({ path: inMemory, create: true, hash: sha256, deadlineMs: 60_000 })
  const server = await postgresStore({
    url: await newDatabase(),
    create: false,
    deadlineMs: 30_000,
  })
  const again = await sqliteStore({
    path: inMemory,
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
  })
  const { fundId, book } = await bookFrom(paperBookFolder, file)
  const head = await headIn(file, fundId)

  const fromFile = await carriedFrom(file, fundId)
  expect(await carriedInto(server, fromFile)).toMatchObject({ fundId, entriesAdded: 2002 })
  const fromServer = await carriedFrom(server, fundId)
  expect(fromServer).toEqual(fromFile)

  const dry = await operator('?dryRun=true', { method: 'POST', body: fromServer })
  expect(await dry.json()).toMatchObject({ isDryRun: true, entriesAdded: 2002 })
  const taken = await operator('', { method: 'POST', body: fromServer })
  expect([taken.status, await taken.json()]).toMatchObject([
    200,
    { fundId, entriesAdded: 2002, head: { seq: 2002, hash: head } },
  ])
  const told = await operator(`/${fundId}`)
  expect(told.headers.get('content-type')).toBe('application/gzip')
  expect(await carriedInto(again, new Uint8Array(await told.arrayBuffer()))).toMatchObject({
    entriesAdded: 2002,
  })

  expect([await headIn(server, fundId), await headIn(again, fundId)]).toEqual([head, head])
  for (const store of [server, again]) {
    const there = (await bookOf(store, fundId))!
    expect(there).toStrictEqual(book)
    expect(healthOf(there, '2025-12-31')).toEqual(expected)
  }
  expect(await auditAll(again, sha256)).toMatchObject({ ok: true, problems: [] })
  // Whoever has the secret stands in the fund's log as well.
  const lines = await again.activities(fundId, { limit: 9 })
  expect(lines.map(({ actor, action }) => [actor, action])).toEqual([
    ['operator', 'read-journal'],
    ['operator', 'import-book'],
  ])
  for (const store of [file, server, again]) await store.close()
})

test('a damaged archive is refused at the edge with its line, and nothing of it is kept', async () => {
  const store = await sqliteStore({
    path: inMemory,
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
  })
  const { fundId } = await bookFrom(paperBookFolder, store)
  const whole = await carriedFrom(store, fundId)
  const answer = await operator('', { method: 'POST', body: whole.slice(0, -20) })
  expect([answer.status, await answer.json()]).toMatchObject([422, { problem: {} }])
  await store.close()
})

test('without the operator’s secret there is nothing at the operator’s door', async () => {
  const nothing = await fetch(`${running.url}/nothing-here`)
  for (const said of ['', 'x'.repeat(40), `${secret}x`, secret.slice(1)]) {
    const answer = await operator('', { method: 'POST', body: 'x' }, said)
    expect([403, 404]).toContain(answer.status)
    const read = await operator('/01a214f9-702a-719e-8b70-160b4fa07bba', {}, said)
    expect(read.status).toBe(nothing.status)
  }
})
