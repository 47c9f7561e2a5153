import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { migrationNames } from '#infra/db/steps.ts'
import { migrateUp, openSqlite } from '#infra/db/sqlite.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { type SchemaFacts, schemaDrift } from '#test/support/schema-drift.ts'
import { declaredFacts, sqliteFacts } from '#test/support/schema-facts.ts'

const path = temporaryFiles()()
let declared: SchemaFacts
let done: readonly string[]
let schema: Buffer

beforeAll(async () => {
  const open = await openSqlite(path, { create: true, isDescribed: true })
  await migrateUp(open)
  declared = declaredFacts(open.orm)
  ;({ done } = open.status())
  open.close()
  const database = new Database(path)
  // A copy in memory cannot have a log beside it.
  database.pragma('journal_mode = delete')
  schema = database.serialize()
  database.close()
})

/** What the comparison says when a copy of the migrated database is changed behind its back. */
const driftAfter = (...changes: readonly string[]): string[] => {
  const copy = new Database(schema)
  try {
    for (const change of changes) copy.exec(change)
    return schemaDrift(declared, sqliteFacts(copy))
  } finally {
    copy.close()
  }
}

test('the entities and the migrations make the same tables, columns, keys and indexes', () => {
  expect(driftAfter()).toEqual([])
  expect(declared.columns.length).toBeGreaterThan(100)
  expect(declared.indexes.length).toBeGreaterThan(9)
})

test('the migrations are listed once, and that list is what a database has done', () => {
  expect(done).toEqual(migrationNames)
  expect(migrationNames.toSorted()).toEqual(migrationNames)
  expect(new Set(migrationNames).size).toBe(migrationNames.length)
})

const noteAs = (columns: string): readonly string[] => [
  'drop table note',
  `create table note (${columns.replace('primary', 'mark text null, primary')}) without rowid`,
]
const text = 'text not null'

const planted: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'a column that no entity has',
    ['alter table card add column colour text'],
    ['card.colour: declared nowhere, built text, may be null'],
  ],
  [
    'a column that only an entity has',
    ['alter table device drop column label'],
    ['device.label: declared text, not null, built nowhere'],
  ],
  [
    'a table that no entity has',
    ['create table visitor (fund_id text primary key) without rowid'],
    ['visitor.fund_id: declared nowhere, built text, not null, key 1'],
  ],
  [
    'a column that may be null in the database alone',
    noteAs(`fund_id ${text}, subject ${text}, text text null, primary key (fund_id, subject)`),
    ['note.text: declared text, not null, built text, may be null'],
  ],
  [
    'a column of another kind',
    noteAs(
      `fund_id ${text}, subject ${text}, text integer not null, primary key (fund_id, subject)`,
    ),
    ['note.text: declared text, not null, built whole, not null'],
  ],
  [
    'a key in another order',
    noteAs(`fund_id ${text}, subject ${text}, text ${text}, primary key (subject, fund_id)`),
    [
      'note.fund_id: declared text, not null, key 1, built text, not null, key 2',
      'note.subject: declared text, not null, key 2, built text, not null, key 1',
    ],
  ],
  [
    'a unique index that is not there',
    ['drop index card_fund_id_token_hash_unique'],
    ['card (fund_id, token_hash): declared unique index, built nowhere'],
  ],
  [
    'an index that is unique in the entity alone',
    [
      'drop index entry_fund_id_id_unique',
      'create index entry_fund_id_id_index on entry (fund_id, id)',
    ],
    ['entry (fund_id, id): declared unique index, built index'],
  ],
  [
    'an index that no entity has',
    ['create index flag_subject on flag (fund_id, subject)'],
    ['flag (fund_id, subject): declared nowhere, built index'],
  ],
]

test.each(planted)('the comparison finds %s', (_, changes, found) => {
  expect(driftAfter(...changes)).toEqual(found)
})

test('a table that only an entity has is found column by column', () => {
  expect(driftAfter('drop table balance')).toEqual([
    'balance.account: declared whole, not null, key 2, built nowhere',
    'balance.amount: declared whole, not null, built nowhere',
    'balance.book_on: declared text, not null, key 3, built nowhere',
    'balance.closing: declared whole, not null, key 4, built nowhere',
    'balance.fund_id: declared text, not null, key 1, built nowhere',
  ])
})
