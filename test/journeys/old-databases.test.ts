import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { migrationNames } from '#infra/db/steps.ts'
import { openSqlite } from '#infra/db/sqlite.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { headsOf } from '#src/app/heads.ts'
import { tablesOf } from '#test/contract/tables-of.ts'
import { archiveOf, archiveOfRows, takeIn } from '#test/support/archives.ts'
import { fund } from '#test/support/command-line.ts'
import { type FixtureFacts, figuresOf, fixturesFolder } from '#test/support/fixture-database.ts'
import { figuresOfJournal } from '#test/support/fixture-journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'old-databases-'))
afterAll(() => rmSync(folder, { recursive: true }))

const versions = readdirSync(fixturesFolder)
  .filter((file) => file.endsWith('.sqlite.gz'))
  .map((file) => file.replace('.sqlite.gz', ''))
const newest = '0.2.0'

const fixture = (file: string): Buffer => readFileSync(join(fixturesFolder, file))
const factsOf = (version: string): FixtureFacts =>
  JSON.parse(fixture(`${version}.json`).toString()) as FixtureFacts
/** Figures as JSON keeps them, which knows no undefined. */
const kept = (figures: unknown): unknown => JSON.parse(JSON.stringify(figures)) as unknown

const fileOf = (version: string, name: string): string => {
  const path = join(folder, `${version}-${name}.db`)
  writeFileSync(path, gunzipSync(fixture(`${version}.sqlite.gz`)))
  return path
}

test('a database of this version is kept for those that come', () => {
  expect(versions).toContain(newest)
})

test.each(versions)(
  'the database of version %s is opened, sound, and says what it said then',
  async (version) => {
    const { fundId, heads, figures } = factsOf(version)
    const path = fileOf(version, 'opened')
    const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
    expect(await headsOf(store)).toEqual(heads)
    expect(kept(await figuresOf(store, fundId))).toEqual(figures)
    expect((await auditAll(store, sha256)).problems).toEqual([])
    expect((await archiveOf(store, fundId)).length).toBeGreaterThan(100_000)
    await store.close()
    const again = await openSqlite(path, { create: false })
    expect(again.status()).toEqual({ done: migrationNames, waiting: [] })
    again.close()
  },
)

test.each(versions)(
  'the archive of version %s is taken in and says what it said then',
  async (version) => {
    const { fundId, heads, figures } = factsOf(version)
    const store = memoryStore()
    const [{ seq, hash }] = heads as [FixtureFacts['heads'][number]]
    expect(await takeIn(store, fixture(`${version}.archive.gz`))).toMatchObject({
      fundId,
      head: { seq, hash },
      entriesAdded: seq,
    })
    expect(kept(await figuresOf(store, fundId))).toEqual(figures)
    expect((await auditAll(store, sha256)).problems).toEqual([])
    expect((await store.cards(fundId)).length).toBe(1)
    expect((await store.of(fundId)).size).toBeGreaterThan(60)
  },
)

test('the kept database of this version has its schema and a row in every table', async () => {
  const path = fileOf(newest, 'newest')
  const status = await fund(['migrate', 'status', '--json', '--db', `sqlite:${path}`], { folder })
  expect(JSON.parse(status.out)).toEqual({ done: migrationNames, waiting: [] })
  const database = new Database(path, { readonly: true })
  for (const table of tablesOf(database))
    expect(database.prepare(`select count(*) from ${table}`).pluck().get(), table).toBeGreaterThan(
      0,
    )
  database.close()
})

test('the journal of version 0.1.0, which had no archives, goes by one and keeps its figures', async () => {
  const journals = join(fixturesFolder, '..', 'journals')
  const rows = readFileSync(join(journals, '0.1.0.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ reverses: undefined, ...JSON.parse(line) }) as JournalRow)
  const archive = await archiveOfRows(rows, memoryStore())
  const store = memoryStore()
  expect(await takeIn(store, archive)).toMatchObject({ entriesAdded: rows.length })
  const carried = await store.read(rows[0]!.fundId, 0, 10_000)
  expect(carried.map(({ hash }) => hash)).toEqual(rows.map(({ hash }) => hash))
  const figures = JSON.parse(readFileSync(join(journals, '0.1.0.figures.json'), 'utf8')) as unknown
  expect(await figuresOfJournal(carried)).toEqual(figures)
  expect((await auditAll(store, sha256)).problems).toEqual([])
})
