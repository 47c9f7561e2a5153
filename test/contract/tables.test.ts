import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqlite } from '#infra/db/sqlite.ts'
import { entities } from '#infra/db/schema.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { activityRow, network, userRow } from '#test/contract/people-life.ts'
import { tablesOf } from '#test/contract/tables-of.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { everythingOf, noChanges, sealedRows, subjectRow } from '#test/contract/village-life.ts'

const newFile = temporaryFiles()
const openStore = (path: string) =>
  sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })

/** A file with two entries of a network and two lines of the log, opened past the store. */
const writtenFile = async (): Promise<Database.Database> => {
  const path = newFile()
  const store = await openStore(path)
  const rows = sealedRows([{ fundId: network }, { fundId: network }])
  await store.networks.append(network, rows, noChanges)
  await store.noteActivity([activityRow(1), activityRow(2)])
  await store.keepUser(userRow({}))
  await store.changeBudget('fund-a', 'card:1', () => ({
    budget: { failures: 1, since: '2026-01-20T02:00:00.000Z', lockedUntil: undefined },
    answer: undefined,
  }))
  await store.close()
  return new Database(path)
}

/** Inserts the first row of a table again, changed. */
const insertAgain = (
  database: Database.Database,
  table: string,
  changed: Readonly<Record<string, unknown>>,
  verb = 'insert',
): void => {
  const row = { ...(database.prepare(`select * from ${table}`).get() as object), ...changed }
  const names = Object.keys(row)
  const marks = names.map((name) => `@${name}`)
  database.prepare(`${verb} into ${table} (${names.join()}) values (${marks.join()})`).run(row)
}

test('the database itself lets nobody change, remove or overwrite a line of the log', async () => {
  const database = await writtenFile()
  const before = database.prepare('select * from activity').all()
  const acts = [
    `update activity set actor = 'user-2'`,
    `update activity set outcome = 'done' where activity_id = '${activityRow(1).activityId}'`,
    'delete from activity',
    `delete from activity where subject = 'member:member-1'`,
  ]
  for (const act of acts) expect(() => database.exec(act), act).toThrow('the log is append-only')
  for (const verb of ['insert', 'insert or replace', 'replace', 'insert or ignore']) {
    const act = () => insertAgain(database, 'activity', { actor: 'user-2' }, verb)
    expect(act, verb).toThrow('the log has this line already')
  }
  const other = { activity_id: activityRow(3).activityId }
  expect(() => insertAgain(database, 'activity', { ...other, outcome: 'perhaps' })).toThrow('CHECK')
  expect(database.prepare('select * from activity').all()).toEqual(before)
  insertAgain(database, 'activity', other)
  database.close()
})

test('the journal of a network is as guarded as the journal of a fund', async () => {
  const database = await writtenFile()
  const before = database.prepare('select * from network_entry').all()
  const again = (changed: Readonly<Record<string, unknown>>, verb?: string) => () =>
    insertAgain(database, 'network_entry', changed, verb)
  const refused: readonly (readonly [string, () => void])[] = [
    ['append-only', () => database.exec(`update network_entry set data = '{}' where seq = 1`)],
    ['append-only', () => database.exec('delete from network_entry where seq = 2')],
    ['no gaps', again({ seq: 4, id: 'id-4' })],
    ['no gaps', again({ network_id: 'network-new', seq: 2 })],
    ['this id already', again({ seq: 3 })],
    ['this id already', again({ seq: 3 }, 'insert or replace')],
    ['json_valid', again({ seq: 3, id: 'id-3', data: '{"flags":' })],
  ]
  for (const [words, act] of refused) expect(act).toThrow(words)
  for (const value of [0.5, 'three', null, 2 ** 53])
    expect(again({ seq: 3, id: 'id-3', v: value })).toThrow()
  expect(database.prepare('select * from network_entry').all()).toEqual(before)
  again({ seq: 3, id: 'id-3' })()
  database.close()
})

test('one login a network and whole failures stand in the schema too', async () => {
  const database = await writtenFile()
  expect(() => insertAgain(database, 'user_account', { user_id: 'user-2' })).toThrow('UNIQUE')
  for (const failures of [0.5, 'many', null, 2 ** 53]) {
    const act = () => database.prepare('update budget set failures = ?').run(failures)
    expect(act, `${failures}`).toThrow()
  }
  database.close()
})

test('every key and every unique index begins with whose the row is', async () => {
  const database = await writtenFile()
  const all = (sql: string) => database.prepare(sql).all() as { readonly name: string }[]
  const tables = tablesOf(database)
  expect(tables).toEqual(entities.map(({ meta }) => meta.tableName).toSorted())
  const owners = ['fund_id', 'network_id', 'scope']
  let counted = 0
  for (const table of tables) {
    const [first] = all(`select name from pragma_table_info('${table}') where pk = 1`)
    expect(owners, table).toContain(first?.name)
    for (const { name } of all(`select name from pragma_index_list('${table}')`)) {
      const [led] = all(`select name from pragma_index_info('${name}') where seqno = 0`)
      expect(owners, name).toContain(led?.name)
      counted += 1
    }
  }
  expect(counted).toBeGreaterThan(tables.length)
  database.close()
})

/** A file as the version before left it: the first migration and no other. */
const olderFile = async (path: string): Promise<void> => {
  const { orm, close } = await openSqlite(path, { create: true })
  await orm.migrator.up({ to: '0001-the-journal-and-its-views' })
  close()
}

test('a book of the version before is brought up to date and keeps all that it held', async () => {
  const path = newFile()
  await olderFile(path)
  const database = new Database(path)
  expect(tablesOf(database)).toEqual(['balance', 'entry', 'flag', 'note', 'posting', 'subject'])
  const [row] = sealedRows([{ fundId: 'fund-a' }])
  const { fundId, effectiveOn, recordedAt, recordedBy, commandHash, prevHash, ...rest } = row!
  database
    .prepare(
      `insert into entry values (@fundId, @seq, @id, @type, @v, @effectiveOn, @recordedAt,
        @recordedBy, @device, @commandHash, null, @data, @prevHash, @hash)`,
    )
    .run({ ...rest, fundId, effectiveOn, recordedAt, recordedBy, commandHash, prevHash })
  database.exec(`insert into subject values ('fund-a', 'member', 'member-1', '{}')`)
  database.close()

  const store = await openStore(path)
  const held = await everythingOf(store, 'fund-a')
  expect(held.rows).toStrictEqual([row])
  expect(held.subjects).toEqual([subjectRow({})])
  const founding = sealedRows([{ fundId: network }])
  expect(await store.networks.append(network, founding, noChanges)).toBe('appended')
  await store.close()
  const again = await openSqlite(path, { create: false })
  expect(again.status().waiting).toEqual([])
  again.close()
})
