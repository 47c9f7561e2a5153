import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { type OpenDatabase, migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { bytesOf } from '#infra/db/digits.ts'
import { entities } from '#infra/db/schema.ts'
import { type StoreOptions, sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { failingDisk } from '#test/contract/failing-disk.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import {
  everythingOf,
  flagRow,
  noChanges,
  postingRow,
  sealedRows,
  subjectRow,
} from '#test/contract/village-life.ts'

const fund = 'fund-a'
const newFile = temporaryFiles()
const rows = sealedRows([{ fundId: fund }, { fundId: fund }, { fundId: fund }])
const views = { postings: [postingRow({})], flags: [flagRow({})], subjects: [subjectRow({})] }

const openStore = (path: string, options: Partial<StoreOptions> = {}) =>
  sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000, ...options })

/** A file with two entries, opened past the store. */
const writtenFile = async (): Promise<Database.Database> => {
  const path = newFile()
  const store = await openStore(path)
  await store.append(fund, rows.slice(0, 2), views)
  await store.keep(fund, [{ subject: 'fund:', text: 'Village' }])
  await store.close()
  return new Database(path)
}

const columns = Object.entries({
  fund_id: fund,
  seq: 3,
  id: 'id-3',
  type: 'ExpensePaid',
  v: 1,
  effective_on: '2026-01-20',
  recorded_at: '2026-06-01T02:00:00.000Z',
  recorded_by: 'officer-1',
  device: 'device-1',
  command_hash: 'c',
  data: '{}',
  prev_hash: 'p',
  hash: 'h',
})

const insertInto = (
  database: Database.Database,
  changed: Readonly<Record<string, unknown>>,
  verb = 'insert',
) => {
  const row = { ...Object.fromEntries(columns), ...changed }
  const names = Object.keys(row)
  const marks = names.map((name) => `@${name}`)
  database.prepare(`${verb} into entry (${names.join()}) values (${marks.join()})`).run(row)
}

test('the database itself lets nobody change, remove, overwrite or skip an entry', async () => {
  const database = await writtenFile()
  const before = database.prepare('select * from entry').all()
  const refused: Readonly<Record<string, () => void>> = {
    'append-only': () => database.exec(`update entry set data = '{}' where seq = 1`),
    'append-only ': () => database.exec('delete from entry where seq = 2'),
    'append-only  ': () => database.exec('delete from entry'),
    'no gaps': () => insertInto(database, { seq: 4 }),
    'no gaps ': () => insertInto(database, { seq: 0 }),
    'no gaps  ': () => insertInto(database, { fund_id: 'fund-new', seq: 2 }),
    'this id already': () => insertInto(database, { id: bytesOf(rows[0]!.id) }),
    'kept as bytes': () => insertInto(database, { id: rows[0]!.id }),
  }
  for (const [words, act] of Object.entries(refused)) expect(act, words).toThrow(words.trim())
  for (const verb of ['insert or replace', 'replace', 'insert or ignore', 'insert or fail']) {
    expect(() => insertInto(database, { seq: 2 }, verb), verb).toThrow('no gaps')
  }
  expect(database.prepare('select * from entry').all()).toEqual(before)
  insertInto(database, {})
  database.close()
})

test('an id cannot be taken over by replacing the entry that has it', async () => {
  const database = await writtenFile()
  const before = database.prepare('select * from entry').all()
  for (const verb of ['insert or replace', 'replace']) {
    const again = { id: bytesOf(rows[0]!.id) }
    expect(() => insertInto(database, again, verb), verb).toThrow('this id already')
    expect(database.prepare('select * from entry').all()).toEqual(before)
  }
  database.close()
})

test('a number column takes neither fractions nor texts nor nothing', async () => {
  const database = await writtenFile()
  const wrong = [0.5, 1.5, 'three', '', null, 2 ** 53, -(2 ** 53), Buffer.from('3')]
  let tried = 0
  for (const value of wrong) {
    expect(() => insertInto(database, { v: value }), `v ${value}`).toThrow()
    expect(() => insertInto(database, { seq: value }), `seq ${value}`).toThrow()
    for (const column of [
      'posting.seq',
      'posting.line',
      'posting.amount',
      'balance.amount',
      'balance.closing',
      'flag.seq',
    ]) {
      const [table, name] = column.split('.')
      const act = () => database.prepare(`update ${table} set ${name} = ?`).run(value)
      expect(act, `${column} ${value}`).toThrow()
      tried += 1
    }
  }
  expect(() => insertInto(database, { data: '{"postings":' })).toThrow('json_valid')
  expect(tried).toBe(48)
  database.close()
})

const settingsOf = async ({ orm }: OpenDatabase): Promise<unknown[]> => {
  const read = async (name: string) => {
    const row = await orm.em.getConnection().execute(`pragma ${name}`, [], 'get')
    return Object.values(row as object)[0] as unknown
  }
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout']
  return Promise.all(names.map(read))
}

test('the connection in use has the durable settings, and so has the next one', async () => {
  const disk = failingDisk()
  const store = await openStore(newFile(), { open: disk.open, restMs: 0 })
  await store.append(fund, rows.slice(0, 1), views)
  const before = await settingsOf(disk.opened[0]!)
  disk.failAt(1, 'undone')
  await expect(store.append(fund, rows.slice(1), noChanges)).rejects.toThrow(StorageUnavailable)
  expect(await store.append(fund, rows.slice(1), noChanges)).toBe('appended')
  expect(disk.opened).toHaveLength(2)
  expect(await settingsOf(disk.opened[1]!)).toEqual(before)
  const [journal, synchronous, keys, busyMs] = before
  expect([journal, synchronous, keys]).toEqual(['wal', 2, 1])
  expect(busyMs).toBeGreaterThan(0)
  expect(busyMs).toBeLessThan(2_000)
  await store.close()
})

test('a book that was closed is the same book when it is opened again', async () => {
  const path = newFile()
  const store = await openStore(path)
  await store.append(fund, rows.slice(0, 2), views)
  await store.keep(fund, [{ subject: 'fund:', text: 'ភូមិ' }])
  const held = await everythingOf(store, fund)
  await store.close()
  await expect(store.fundIds()).rejects.toThrow(StorageUnavailable)
  const reopened = await openStore(path, { create: false })
  expect(await everythingOf(reopened, fund)).toStrictEqual(held)
  expect(await reopened.append(fund, rows.slice(2), noChanges)).toBe('appended')
  await reopened.close()
})

test('a book that is made is for its owner alone, its log and its index too', async () => {
  const path = newFile()
  const store = await openStore(path)
  await store.append(fund, rows.slice(0, 2), views)
  const modes = ['', '-wal', '-shm'].map((end) => statSync(`${path}${end}`).mode & 0o777)
  await store.close()
  expect(modes).toEqual([0o600, 0o600, 0o600])
})

test('a missing book is not made by reading it', async () => {
  const path = newFile()
  mkdirSync(dirname(path))
  const store = await openStore(path, { create: false })
  await expect(store.fundIds()).rejects.toThrow(StorageUnavailable)
  await store.close()
})

test('a book whose last entries do not hold together is not served', async () => {
  const path = newFile()
  const store = await openStore(path)
  const forged: JournalRow[] = [rows[0]!, { ...rows[1]!, data: '{"flags":[],"postings":[1]}' }]
  await store.append(fund, forged, noChanges)
  await store.close()
  const reopened = await openStore(path)
  await expect(reopened.read(fund, 0, 1)).rejects.toThrow(StorageUnavailable)
  await reopened.close()
})

const schemaOf = (database: Database.Database) =>
  database.prepare('select type, name, tbl_name, sql from sqlite_schema order by name').all()

test('bringing the schema up a second time changes nothing', async () => {
  const database = await writtenFile()
  const before = [schemaOf(database), database.prepare('select * from mikro_orm_migrations').all()]
  const again = await openSqlite(database.name, { create: false })
  await migrateUp(again)
  await migrateUp(again)
  const { done, waiting } = again.status()
  expect(done).toEqual([
    '0001-the-journal-and-its-views',
    '0002-networks-and-people',
    '0003-who-members-are',
    '0004-what-grants-are-for',
    '0005-which-phones-are-linked',
    '0006-what-the-log-says',
    '0007-who-wrote-rows',
    '0008-who-wrote-texts',
    '0009-what-changed-when',
    '0010-what-networks-list',
    '0011-what-is-said-once',
  ])
  expect(waiting).toEqual([])
  again.close()
  const after = [schemaOf(database), database.prepare('select * from mikro_orm_migrations').all()]
  expect(after).toEqual(before)
  database.close()
})

/** Columns with type, null and key, and named indexes; no checks, triggers or `without rowid`. */
const shapeOf = async ({ orm }: OpenDatabase) => {
  const all = (sql: string) => orm.em.getConnection().execute<Record<string, unknown>[]>(sql)
  const names = entities.map(({ meta }) => meta.tableName)
  const shapes = names.map(async (name) => ({
    name,
    columns: await all(`select name, type, "notnull", pk from pragma_table_xinfo('${name}')`),
    indexes: await all(
      `select i.name, i."unique", c.seqno, c.name as column_name
       from pragma_index_list('${name}') i, pragma_index_info(i.name) c
       where i.origin = 'c' order by i.name, c.seqno`,
    ),
  }))
  return Promise.all(shapes)
}

test('the schema of the ORM differs from the migrated one in what no entity can say', async () => {
  const migrated = await openSqlite(inMemory, { create: true, isDescribed: true })
  await migrateUp(migrated)
  const created = await openSqlite(inMemory, { create: true, isDescribed: true })
  await created.orm.schema.create()
  expect(await shapeOf(created)).toEqual(await shapeOf(migrated))
  const drift = await migrated.orm.schema.getUpdateSchemaSQL()
  const rebuilt = [...drift.matchAll(/create table `(\w+?)(__temp_alter)?`/g)].map(
    ([, name]) => name,
  )
  expect(rebuilt.toSorted()).toEqual([
    'account',
    'activity',
    'balance',
    'budget',
    'entry',
    'flag',
    'network_entry',
    'nominee',
    'posting',
    'register',
    'session',
    'subject',
  ])
  migrated.close()
  created.close()
})
