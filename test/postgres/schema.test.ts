import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPostgres } from '#infra/db/postgres.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { entities } from '#infra/db/schema.ts'
import { activityRow, network, userRow } from '#test/contract/people-life.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'
import { connected, newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()
const fund = 'fund-a'
const owners = ['fund_id', 'network_id', 'scope']
let url: string
let client: Client

/** As the owner of the tables, whom no policy and no missing grant stops. */
beforeAll(async () => {
  url = await newDatabase()
  const store = await postgresStore({ url, create: false, deadlineMs: 30_000 })
  await store.append(fund, sealedRows([{ fundId: fund }, { fundId: fund }]), noChanges)
  const founded = sealedRows([{ fundId: network }, { fundId: network }])
  await store.networks.append(network, founded, noChanges)
  await store.noteActivity([activityRow(1), activityRow(2)])
  await store.keepUser(userRow({}))
  await store.close()
  client = await connected(url)
})
afterAll(() => client.end())

const all = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
  (await client.query<Record<string, unknown>>(sql)).rows

/** Inserts the first row of a table again, changed. */
const insertAgain = async (table: string, changed: Readonly<Record<string, unknown>>) => {
  const [first] = await all(`select * from ${table} limit 1`)
  const row = { ...first, ...changed }
  const names = Object.keys(row)
  const marks = names.map((_, i) => `$${i + 1}`)
  return client.query(
    `insert into ${table} (${names.join()}) values (${marks.join()})`,
    Object.values(row),
  )
}

test('every key and every unique index begins with whose the row is, and no table has none', async () => {
  const keys = await all(
    `select t.relname as of, c.conname as name, a.attname as first
      from pg_constraint c
      join pg_class t on t.oid = c.conrelid
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
      where c.contype in ('p', 'u', 'f', 'x') and t.relname <> 'mikro_orm_migrations'`,
  )
  const indexes = await all(
    `select t.relname as of, i.relname as name, a.attname as first, x.indisunique as unique
      from pg_index x
      join pg_class i on i.oid = x.indexrelid
      join pg_class t on t.oid = x.indrelid
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where t.relname <> 'mikro_orm_migrations'`,
  )
  for (const { name, first } of [...keys, ...indexes]) expect(owners, `${name}`).toContain(first)
  const tables = entities.map(({ meta }) => meta.tableName).toSorted()
  expect(keys.map((key) => key['of']).toSorted()).toEqual(tables)
  expect(indexes.filter(({ unique }) => unique).length).toBeGreaterThan(tables.length)
  const sequences = await all(
    `select sequencename from pg_sequences where schemaname = 'public'
      and sequencename not like 'mikro_orm_%'`,
  )
  expect(sequences).toEqual([])
})

test('the tables are those of the entities, column by column, none of them shorter or longer', async () => {
  const rows = await all(
    `select table_name as of, column_name as name, is_nullable as may_be_null
      from information_schema.columns where table_schema = 'public'
      and table_name <> 'mikro_orm_migrations' order by 1, 2`,
  )
  const { orm, close } = await openPostgres(url, { max: 1, reachMs: 5000 })
  const meant = [...orm.getMetadata().getAll().values()].flatMap(({ tableName, props }) =>
    props.map(({ fieldNames: [name], nullable }) => ({
      of: tableName,
      name,
      may_be_null: nullable ? 'YES' : 'NO',
    })),
  )
  await close()
  const order = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  expect(rows.toSorted(order)).toEqual(meant.toSorted(order))
})

test('texts come in the order of their bytes, whatever the language of the server', async () => {
  const rows = await all(
    `select attrelid::regclass::text as of, attname as name, collname as collation
      from pg_attribute a join pg_collation c on c.oid = a.attcollation
      join pg_class t on t.oid = a.attrelid and t.relkind = 'r'
      join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
      where attnum > 0 and t.relname <> 'mikro_orm_migrations'`,
  )
  expect(rows.length).toBeGreaterThan(50)
  expect(new Set(rows.map(({ collation }) => collation))).toEqual(new Set(['C']))
})

const journals = [
  ['entry', 'fund_id'],
  ['network_entry', 'network_id'],
] as const

test.each(journals)(
  'the database itself lets nobody, not even its owner, change, remove or skip a row of %s',
  async (table, owner) => {
    const before = await all(`select * from ${table} order by 1, 2`)
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      [`update ${table} set data = '{}' where seq = 1`]: () =>
        client.query(`update ${table} set data = '{}' where seq = 1`),
      [`delete from ${table}`]: () => client.query(`delete from ${table}`),
      [`truncate ${table}`]: () => client.query(`truncate ${table}`),
    }
    for (const [act, run] of Object.entries(acts))
      await expect(run(), act).rejects.toThrow('the journal is append-only')
    const gaps = [{ seq: 4 }, { seq: 0 }, { seq: 2 }, { [owner]: 'another', seq: 2 }]
    for (const gap of gaps)
      await expect(insertAgain(table, { id: 'id-4', ...gap })).rejects.toThrow('has no gaps')
    await expect(insertAgain(table, { seq: 3 })).rejects.toThrow('_id_unique')
    const wrong = { data: '{"flags":', v: 2 ** 53 }
    for (const [name, value] of Object.entries(wrong))
      await expect(insertAgain(table, { seq: 3, id: 'id-3', [name]: value })).rejects.toThrow()
    expect(await all(`select * from ${table} order by 1, 2`)).toEqual(before)
    await insertAgain(table, { seq: 3, id: 'id-3' })
  },
)

test('a table of somebody’s own with the journal’s name does not mislead the journal', async () => {
  await client.query('create temporary table entry (like public.entry)')
  try {
    const skipping = client.query(
      `insert into public.entry select fund_id, 9, 'id-9', type, v, effective_on, recorded_at,
        recorded_by, device, command_hash, reverses, data, prev_hash, hash
        from public.entry where seq = 1`,
    )
    await expect(skipping).rejects.toThrow('has no gaps')
  } finally {
    await client.query('drop table pg_temp.entry')
  }
})

test('a line of the log is never changed, removed or written twice', async () => {
  for (const act of [
    `update activity set actor = 'user-2'`,
    'delete from activity',
    'truncate activity',
  ])
    await expect(client.query(act), act).rejects.toThrow('the log is append-only')
  await expect(insertAgain('activity', { actor: 'user-2' })).rejects.toThrow('activity_pkey')
  const upsert = `insert into activity select * from activity limit 1
    on conflict (scope, activity_id) do update set actor = 'user-2'`
  await expect(client.query(upsert)).rejects.toThrow('the log is append-only')
  await expect(insertAgain('activity', { activity_id: 'x', outcome: 'perhaps' })).rejects.toThrow(
    'check',
  )
})

test('one login a network stands in the schema too', async () => {
  await expect(insertAgain('user_account', { user_id: 'user-2' })).rejects.toThrow('login_key')
})
