import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { readingSql, scopeSql, writingSql } from '#infra/db/postgres-begin.ts'
import { entities } from '#infra/db/schema.ts'
import { marksBy } from '#infra/system/marks.ts'
import {
  activityRow,
  cardRow,
  deviceRow,
  keyRow,
  membershipRow,
  sessionRow,
  userRow,
} from '#test/contract/people-life.ts'
import { kinRow, nameRow, nomineeRow, photoRow } from '#test/contract/particulars-life.ts'
import { flagRow, postingRow, sealedRows, subjectRow } from '#test/contract/village-life.ts'
import { connected, newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()
const tables = entities.map(({ meta }) => meta.tableName)
let client: Client

/** One row in every table for each of two owners; a fund and a network have one id here. */
beforeAll(async () => {
  const url = await newDatabase()
  const store = await postgresStore({
    url,
    create: false,
    deadlineMs: 30_000,
    marks: marksBy({ secret: 'a pepper of a test' }),
  })
  for (const id of ['a', 'b']) {
    const [fundId, networkId] = [id, id]
    const views = { postings: [postingRow({})], flags: [flagRow({})], subjects: [subjectRow({})] }
    await store.append(fundId, sealedRows([{ fundId }]), views)
    await store.keep(fundId, [{ subject: 'fund:', text: 'Village' }])
    const kinds = { postings: [], flags: [], subjects: [subjectRow({ kind: 'network' })] }
    await store.networks.append(networkId, sealedRows([{ fundId: networkId }]), kinds)
    await store.keepUser(userRow({ networkId }))
    await store.keepMembership(membershipRow({ networkId }))
    await store.keepDevice(deviceRow({ networkId }))
    await store.keepSession(sessionRow({ networkId }))
    await store.keepKey(keyRow({ networkId }))
    await store.keepCard(cardRow({ fundId }))
    await store.changeBudget(id, 'card:1', () => ({
      budget: { failures: 1, since: '2026-01-20T02:00:00.000Z', lockedUntil: undefined },
      answer: undefined,
    }))
    await store.keepNames(fundId, [nameRow()])
    await store.keepPhoto(photoRow({ fundId }))
    await store.keepNominees(fundId, 'member-1', [nomineeRow()])
    await store.keepKinships(fundId, [kinRow()])
    await store.keepSupportFile({ fundId, code: 'S-1', sealed: 'sealed' })
    const claims = [{ claim: 'card', untilOn: '2026-12-31' }]
    await store.takeClaims(networkId, { holder: 'S-1', claims, day: '2026-01-20' })
    const message = { kind: 'link', mark: 'mark', fundId, sealed: 'sealed' } as const
    await store.changeMessageRows(networkId, { keep: [message] })
    await store.noteActivity([activityRow(1, { scope: id })])
  }
  await store.close()
  client = await connected(url)
  // One is as good as the eleven that a book is founded with.
  await client.query(`delete from register where kind <> 'entry'`)
})
afterAll(() => client.end())

const ownerOf = async (table: string): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1`,
    [table],
  )
  return rows[0]!.name
}

/** Runs work as the service's role for one owner, and takes back whatever it did. */
const as = async <T>(
  role: string,
  scope: string | undefined,
  work: () => Promise<T>,
): Promise<T> => {
  await client.query('begin')
  try {
    await client.query(`select set_config('role', $1, true)`, [role])
    if (scope !== undefined)
      await client.query(`select set_config('village.scope', $1, true)`, [scope])
    return await work()
  } finally {
    await client.query('rollback')
  }
}

const app = 'village_app'

const counts = async (table: string): Promise<number> =>
  Number((await client.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]!.n)

test('whose rows are asked for is all that is seen, in every table', async () => {
  for (const table of tables) {
    const owner = await ownerOf(table)
    expect(await counts(table), table).toBe(2)
    const seen = await as(app, 'a', () => client.query(`select ${owner} as of from ${table}`))
    expect(seen.rows, table).toEqual([{ of: 'a' }])
    expect(await as(app, undefined, () => counts(table)), table).toBe(0)
    expect(await as(app, '', () => counts(table)), table).toBe(0)
    expect(await as(app, 'c', () => counts(table)), table).toBe(0)
  }
})

test('a network sees the names and summaries of its own funds, nothing else of them, and changes neither', async () => {
  const url = await newDatabase()
  const store = await postgresStore({ url, create: false, deadlineMs: 30_000 })
  const none = { postings: [], flags: [], subjects: [] }
  for (const fundId of ['fund-a', 'fund-b']) {
    const subjects = [subjectRow({}), subjectRow({ kind: 'summary', key: 'fund', data: '{}' })]
    await store.append(fundId, sealedRows([{ fundId }]), { ...none, subjects })
    await store.keep(fundId, [
      { subject: 'fund', text: 'Village' },
      { subject: 'loan:1', text: 'a roof' },
    ])
  }
  const joined = { ...none, subjects: [subjectRow({ kind: 'fund', key: 'fund-a' })] }
  await store.networks.append('net', sealedRows([{ fundId: 'net' }]), joined)
  await store.close()
  const other = await connected(url)
  const inNetwork = async (sql: string) => {
    await other.query('begin')
    await other.query(
      `select set_config('role', $1, true), set_config('village.scope', 'net', true)`,
      [app],
    )
    try {
      const answer = await other.query(sql)
      return [answer.rowCount, answer.rows]
    } finally {
      await other.query('rollback')
    }
  }
  expect(await inNetwork('select fund_id, kind from subject')).toEqual([
    1,
    [{ fund_id: 'fund-a', kind: 'summary' }],
  ])
  expect(await inNetwork('select fund_id, subject from note')).toEqual([
    1,
    [{ fund_id: 'fund-a', subject: 'fund' }],
  ])
  for (const table of ['entry', 'posting', 'balance', 'flag', 'member_name'])
    expect(await inNetwork(`select 1 from ${table}`), table).toEqual([0, []])
  for (const act of [`update subject set data = '[]'`, 'delete from subject', 'delete from note'])
    expect((await inNetwork(act).catch(() => [0]))[0], act).toBe(0)
  await other.end()
})

test('nobody else’s row is written, changed, moved or removed, in any table', async () => {
  for (const table of tables) {
    const owner = await ownerOf(table)
    const inserting = `insert into ${table} select (r).* from (select jsonb_populate_record(
      null::${table}, to_jsonb(t) || '{"${owner}": "b"}') as r from ${table} t) x`
    await expect(
      as(app, 'a', () => client.query(inserting)),
      table,
    ).rejects.toThrow('violates row-level security')
    for (const act of [
      `update ${table} set ${owner} = 'a' where ${owner} = 'b'`,
      `delete from ${table} where ${owner} = 'b'`,
    ]) {
      // Either the role may not at all, or it finds nothing to do it to.
      const did = await as(app, 'a', () => client.query(act)).catch(
        (error: { code: string }) => error.code,
      )
      expect(typeof did === 'string' ? did : did.rowCount, act).toBeOneOf(['42501', 0])
    }
    const moving = as(app, 'a', () => client.query(`update ${table} set ${owner} = 'b'`))
    await expect(moving, table).rejects.toMatchObject({ code: '42501' })
  }
})

test('the service can neither change its journals and its log nor the rules about them', async () => {
  const acts = [
    ...['entry', 'network_entry', 'activity'].flatMap((table) => [
      `update ${table} set device = 'x'`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} disable row level security`,
      `drop policy ${table}_of_one on ${table}`,
      `drop table ${table}`,
      `create trigger t before insert on ${table} for each row execute function entry_is_in_order()`,
    ]),
    ...tables.map((table) => `truncate ${table}`),
    'create table mine (id int)',
    'drop function entry_is_append_only() cascade',
    `delete from mikro_orm_migrations`,
    'set session_replication_role = replica',
  ]
  for (const act of acts)
    await expect(
      as(app, 'a', () => client.query(act)),
      act,
    ).rejects.toMatchObject({ code: '42501' })
})

test('who asks whose rows there are sees that and nothing of the rows', async () => {
  for (const table of tables) {
    const owner = await ownerOf(table)
    const seen = await as('village_lister', undefined, () =>
      client.query(`select ${owner} as of from ${table} order by 1`),
    )
    expect(seen.rows, table).toEqual([{ of: 'a' }, { of: 'b' }])
    for (const act of [
      `select * from ${table}`,
      `delete from ${table}`,
      `insert into ${table} select * from ${table}`,
    ])
      await expect(
        as('village_lister', 'a', () => client.query(act)),
        act,
      ).rejects.toMatchObject({ code: '42501' })
  }
})

test('a transaction that readers share shows the rows of one owner at a time and takes nothing down, until a writer has it', async () => {
  const call = { isRead: true, until: Number.POSITIVE_INFINITY }
  const noted = (owner: string): string =>
    `insert into note (fund_id, subject, text) values ('${owner}', 'loan:1', 'a line')`
  const seen = async () => (await client.query('select fund_id as of from note')).rows
  const begin = readingSql('a', call, 10_000)
  const goOn = `release savepoint reading; ${writingSql('b', call, 10_000)}`
  for (const [statements, code] of [
    [[begin, noted('a')], '25006'],
    [[begin, `set transaction read write`, noted('a')], '25001'],
    [[begin, goOn, noted('a')], '42501'],
    [[begin, goOn, `delete from entry`], '42501'],
  ] as const) {
    const asked = (async () => {
      for (const statement of statements) await client.query(statement)
    })()
    await expect(asked, statements.at(-1)).rejects.toMatchObject({ code })
    await client.query('rollback')
  }
  await client.query(begin)
  expect(await seen()).toEqual([{ of: 'a' }])
  await client.query(scopeSql('b', call))
  expect(await seen()).toEqual([{ of: 'b' }])
  await client.query(goOn)
  await client.query(noted('b'))
  expect(await seen()).toEqual([{ of: 'b' }, { of: 'b' }])
  await client.query('rollback')
})
