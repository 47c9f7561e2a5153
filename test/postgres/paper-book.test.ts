import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { rebuildViews } from '#src/app/rebuild.ts'
import { folderSource } from '#src/cli/folder.ts'
import { everythingOf } from '#test/contract/village-life.ts'
import { bookFrom, importing, paperBookFolder } from '#test/support/books-in.ts'
import { newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()
const expected = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as unknown

test('a year of a paper book is the same on a server as in a file, from the first row to the head hash', async () => {
  const sqlite = await sqliteStore({
    path: inMemory,
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
  })
  const postgres = await postgresStore({
    url: await newDatabase(),
    create: false,
    deadlineMs: 30_000,
  })
  const inFile = await bookFrom(paperBookFolder, sqlite)
  const onServer = await bookFrom(paperBookFolder, postgres)
  expect(onServer.fundId).toBe(inFile.fundId)
  // Every report is a function of the book, and of nothing else.
  expect(onServer.book).toStrictEqual(inFile.book)
  expect(healthOf(onServer.book, '2025-12-31')).toEqual(expected)

  const { fundId } = inFile
  const [held, kept] = [await everythingOf(sqlite, fundId), await everythingOf(postgres, fundId)]
  expect(held.rows).toHaveLength(2002)
  expect(kept.rows.at(-1)!.hash).toBe(held.rows.at(-1)!.hash)
  expect(kept).toStrictEqual(held)

  expect(await importing(postgres, folderSource(paperBookFolder))).toMatchObject({ wasHere: true })
  await rebuildViews(postgres, fundId)
  expect(await everythingOf(postgres, fundId)).toStrictEqual(held)
  expect(await auditAll(postgres, sha256)).toEqual({ ok: true, entries: 2002, problems: [] })
  await sqlite.close()
  await postgres.close()
})
