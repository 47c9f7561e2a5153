import { afterAll, beforeAll, expect, test } from 'vitest'
import { missingGuardsPostgres } from '#infra/db/postgres-looks.ts'
import { migrateUpPostgres } from '#infra/db/postgres.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { compareHeads, headsOf } from '#src/app/heads.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { heldAgainst } from '#src/app/proof/kept-counts.ts'
import { admission, founding, officer, recorderOn, shares } from '#test/contract/village-life.ts'
import { asking, newDatabases } from '#test/support/postgres/databases.ts'
import { settingUp } from '#test/support/postgres/logins.ts'

/*
 * Whoever owns the schema may switch its triggers off, write what he likes and switch them on again. What names it then? He has
 * the database and no secret of the service, and every way back he takes is tried here one after the other.
 */

const fund = 'fund-a'
const books = ['entry', 'posting', 'balance', 'flag', 'subject'] as const
const setUp = settingUp(newDatabases())
const bounds = { create: false, deadlineMs: 30_000 }

let asOwner: string
let store: Store

/** The same village: six entries, the last three of them shares, with as many as are said in the fifth. */
const lived = async (on: Store, count: number): Promise<void> => {
  const record = recorderOn(on)
  await record(fund, [founding(1), admission(2, 1), admission(3, 2)], officer)
  for (const n of [4, 5, 6]) await record(fund, [shares(n, 1, n === 5 ? count : 2)], officer)
}

beforeAll(async () => {
  const made = await setUp('owner_alone')
  asOwner = made.asOwner
  await migrateUpPostgres(asOwner)
  const marks = marksBy({ secret: 'a pepper of a test, long enough to be one' })
  store = await postgresStore({ url: made.asService, ...bounds, marks })
  await lived(store, 2)
  await asking(asOwner, async (client) => {
    for (const table of [...books, 'register'])
      await client.query(`create table kept_${table} as table ${table}`)
  })
})
afterAll(() => store?.close())

/** Statements of the owner, with the triggers off before and on again after them. */
const unguarded = (...statements: readonly string[]): Promise<unknown> =>
  asking(asOwner, (client) =>
    client.query(
      ['alter table entry disable trigger user', ...statements]
        .concat('alter table entry enable trigger user')
        .join('; '),
    ),
  )

/** All of them as they were, by his own hand too. */
const putBack = (tables: readonly string[] = [...books, 'register']): Promise<unknown> =>
  unguarded(
    ...tables.flatMap((one) => [`delete from ${one}`, `insert into ${one} table kept_${one}`]),
  )

const named = async (on = store): Promise<string[]> => {
  expect(await missingGuardsPostgres(asOwner)).toEqual([])
  const { problems } = await auditAll(on, sha256)
  return problems.map(({ seq, field, check }) => `${seq} ${field} ${check}`)
}

test('what the owner changes while the triggers are off is named once they are on again, entry by entry', async () => {
  expect(await named()).toEqual([])
  const more = `regexp_replace(data, '"amount":(-?)', '"amount":\\11', 'g')`
  await unguarded(`update entry set data = ${more} where seq = 5`)
  expect(await named()).toContain('5 row hash')
  await putBack()
  expect(await named()).toEqual([])
  await unguarded(`update entry set recorded_by = 'somebody-else' where seq = 4`)
  expect(await named()).toContain('4 row hash')
  await putBack()
  await unguarded(`delete from entry where seq = 5`)
  expect((await named())[0]).toMatch(/^6 /)
  await putBack()
})

test('a history that he lets another program write whole, with every hash and view of it right, bears no mark of the service', async () => {
  const twin = await setUp('owner_twin')
  await migrateUpPostgres(twin.asOwner)
  const unmarked = await postgresStore({ url: twin.asService, ...bounds })
  await lived(unmarked, 7)
  await unmarked.close()
  const heads = await headsOf(store)
  for (const table of books) {
    const rows = await asking(twin.asOwner, (client) =>
      client.query(`select json_agg(${table})::text as rows from ${table}`),
    )
    const text = ((rows.rows[0] as { rows: string | null }).rows ?? '[]').replaceAll(`'`, `''`)
    await unguarded(
      `delete from ${table}`,
      `insert into ${table} select * from json_populate_recordset(null::${table}, '${text}')`,
    )
  }
  expect(await named()).toEqual(['6 journal mark'])
  expect((await compareHeads(store, heads)).map(({ problem }) => problem)).toEqual(['differs'])
  await putBack()
  expect(await named()).toEqual([])
})

test('entries that he cuts off the end are missed, and where he puts the count back too they are missed by what was kept elsewhere', async () => {
  const [counts, heads] = [await store.tableCounts(fund), await headsOf(store)]
  const record = recorderOn(store)
  await record(fund, [shares(7, 2)], officer)
  const [later, laterHeads] = [await store.tableCounts(fund), await headsOf(store)]
  await putBack(books)
  expect(await named()).toEqual(['7 journal count'])
  await putBack(['register'])
  // Nothing inside of the database can tell: it is an older copy of itself.
  expect(await named()).toEqual([])
  expect((await heldAgainst(store, counts, [fund])).faults).toEqual([])
  expect((await heldAgainst(store, later, [fund])).faults).toMatchObject([
    { kind: 'entry', fault: 'not-complete' },
  ])
  expect(await compareHeads(store, heads)).toEqual([])
  expect(await compareHeads(store, laterHeads)).toMatchObject([
    { id: fund, problem: 'ends-before' },
  ])
})

test('an entry that a trigger of his own swallows while the service believes it written is missed by the count', async () => {
  await asking(asOwner, (client) =>
    client.query(`create function swallow() returns trigger language plpgsql as
      $$ begin return null; end $$;
      create trigger a_swallow before insert on entry for each row execute function swallow()`),
  )
  await recorderOn(store)(fund, [shares(8, 2)], officer).catch(() => undefined)
  await asking(asOwner, (client) => client.query('drop trigger a_swallow on entry'))
  expect(await store.read(fund, 6, 9)).toEqual([])
  expect(await named()).toContain('7 journal count')
  await putBack()
  expect(await named()).toEqual([])
})

test.each([
  [
    'calls nothing any more',
    `create or replace function entry_is_append_only() returns trigger language plpgsql as
      $$ begin return coalesce(new, old); end $$`,
    ['entry_no_change', 'entry_no_truncate'],
  ],
  [
    'looks at no row',
    `drop trigger entry_no_change on entry; create trigger entry_no_change before update or delete on entry
      for each row when (false) execute function entry_is_append_only()`,
    ['entry_no_change'],
  ],
  [
    'looks at updates alone',
    `drop trigger entry_no_change on entry; create trigger entry_no_change before update on entry
      for each row execute function entry_is_append_only()`,
    ['entry_no_change'],
  ],
  [
    'is read by words of his own',
    `alter function entry_is_in_order() set search_path = 'his', 'pg_catalog'`,
    ['entry_in_order'],
  ],
  [
    'is on for copies of the server alone',
    `alter table entry enable replica trigger entry_in_order`,
    ['entry_in_order'],
  ],
])('a guard that is there by its name and %s is named', async (said, statements, guards) => {
  const other = await setUp(`guards_${said.replaceAll(' ', '_')}`)
  await migrateUpPostgres(other.asOwner)
  expect(await missingGuardsPostgres(other.asOwner)).toEqual([])
  await asking(other.asOwner, (client) => client.query(statements))
  expect(await missingGuardsPostgres(other.asOwner)).toEqual(guards)
})
