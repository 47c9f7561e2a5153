import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import {
  admission,
  founding,
  idOf,
  officer,
  recorderOn,
  sealedRows,
  shares,
} from '#test/contract/village-life.ts'
import { connected, newDatabases } from '#test/support/postgres/databases.ts'

/*
 * The tables over two databases, by the hash of whose the rows are, as a sharded PostgreSQL lays them out.
 * A command's transaction runs on the one shard that holds its fund; whoever asks across funds asks a
 * coordinator, which holds no row of its own.
 */

const newDatabase = newDatabases()
const funds = Array.from({ length: 20 }, (_, i) => `fund-${i}`)
const shared = ['entry', 'posting', 'account', 'balance', 'subject'] as const
let coordinator: Client
let shards: readonly { readonly store: Store; readonly client: Client }[]

const columnsOf = async (client: Client, table: string): Promise<string> => {
  const { rows } = await client.query<{ said: string }>(
    `select string_agg(format('%I %s%s', attname, format_type(atttypid, atttypmod),
        case when attcollation <> 0 then ' collate "C"' else '' end), ', ' order by attnum) as said
      from pg_attribute where attrelid = $1::regclass and attnum > 0`,
    [table],
  )
  return rows[0]!.said
}

const layOut = async (urls: readonly string[]): Promise<void> => {
  await coordinator.query('create extension postgres_fdw')
  for (const [i, url] of urls.entries()) {
    const { hostname, port, pathname, username, password } = new URL(url)
    await coordinator.query(
      `create server shard_${i} foreign data wrapper postgres_fdw options (host '${hostname}',
        port '${port}', dbname '${pathname.slice(1)}', async_capable 'true', batch_size '100')`,
    )
    await coordinator.query(
      `create user mapping for current_user server shard_${i}
        options (user '${username}', password '${password}')`,
    )
  }
  for (const table of shared) {
    const columns = await columnsOf(shards[0]!.client, table)
    await coordinator.query(`create table ${table} (${columns}) partition by hash (fund_id)`)
    for (const i of urls.keys())
      await coordinator.query(
        `create foreign table ${table}_${i} partition of ${table}
          for values with (modulus ${urls.length}, remainder ${i})
          server shard_${i} options (table_name '${table}')`,
      )
  }
}

/** The shard that the hash of a fund's id names. */
const shardOf = async (fundId: string): Promise<number> => {
  const { rows } = await coordinator.query<{ is_first: boolean }>(
    `select satisfies_hash_partition('entry'::regclass, 2, 0, $1::text) as is_first`,
    [fundId],
  )
  return rows[0]!.is_first ? 0 : 1
}

beforeAll(async () => {
  const urls = [await newDatabase(), await newDatabase()]
  shards = await Promise.all(
    urls.map(async (url) => ({
      store: await postgresStore({ url, create: false, deadlineMs: 30_000 }),
      client: await connected(url),
    })),
  )
  coordinator = await connected(await newDatabase('empty'))
  await layOut(urls)
  for (const [n, fundId] of funds.entries()) {
    const record = recorderOn(shards[await shardOf(fundId)]!.store)
    const commands = [founding(1), admission(2, 1), shares(3, 1, 1 + (n % 5))]
    await record(fundId, commands, officer)
  }
})
afterAll(async () => {
  await coordinator.end()
  for (const { store, client } of shards) {
    await store.close()
    await client.end()
  }
})

const planOf = async (sql: string): Promise<string> => {
  const { rows } = await coordinator.query<{ 'QUERY PLAN': string }>(
    `explain (verbose, costs off) ${sql}`,
  )
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('funds lie on both shards, each whole on one', async () => {
  const seen = await Promise.all(shards.map(({ store }) => store.fundIds()))
  for (const own of seen) expect(own.length).toBeGreaterThan(3)
  expect(seen.flat().toSorted()).toEqual(funds.toSorted())
  for (const [i, own] of seen.entries())
    for (const fundId of own) {
      expect(await shardOf(fundId)).toBe(i)
      expect(await shards[i]!.store.read(fundId, 0, 9)).toHaveLength(3)
    }
})

test('what is asked about one fund is asked of its shard alone, joins included', async () => {
  for (const fundId of funds.slice(0, 4)) {
    const other = 1 - (await shardOf(fundId))
    const plan = await planOf(
      `select e.seq, sum(p.amount) from entry e
        join posting p on p.fund_id = e.fund_id and p.seq = e.seq
        where e.fund_id = '${fundId}' and p.fund_id = '${fundId}' group by e.seq`,
    )
    expect(plan).toMatch(/entry_\d/)
    expect(plan).not.toMatch(new RegExp(`(?:entry|posting)_${other}`))
  }
})

test('a sum over all funds is added up on the shards, and is the sum of the funds', async () => {
  const sql = `select b.fund_id, sum(amount)::bigint as sum from balance b
    join account a on a.fund_id = b.fund_id and a.number = b.account
    where a.account = 'asset:cash-box' group by b.fund_id`
  await coordinator.query('set enable_partitionwise_join = on')
  await coordinator.query('set enable_partitionwise_aggregate = on')
  const plan = await planOf(sql)
  expect(plan.match(/Relations: Aggregate on/g)).toHaveLength(2)
  expect(plan).toContain('Async Foreign Scan')
  const { rows } = await coordinator.query<{ fund_id: string; sum: string }>(sql)
  const told = new Map(rows.map(({ fund_id, sum }) => [fund_id, Number(sum)]))
  const one = new Map<string, number>()
  for (const fundId of funds) {
    const balances = await shards[await shardOf(fundId)]!.store.balances(fundId)
    const own = balances.filter(({ account }) => account === 'asset:cash-box')
    one.set(
      fundId,
      own.reduce((sum, { amount }) => sum + amount, 0),
    )
  }
  expect(told).toEqual(one)
  expect([...told.values()].every((sum) => sum > 0)).toBe(true)
})

test('the shard keeps its journal’s rules, also from who writes by way of the coordinator', async () => {
  const fundId = funds[0]!
  const { store } = shards[await shardOf(fundId)]!
  const last = (await store.read(fundId, 0, 9)).at(-1)!
  const insert = (seq: number) => {
    const [row] = sealedRows([{ fundId, seq, id: idOf(90 + seq) }], last)
    const { type, v, effectiveOn, recordedAt, recordedBy, device, commandHash } = row!
    return coordinator.query(
      'insert into entry values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)',
      [
        fundId,
        seq,
        row!.id,
        type,
        v,
        effectiveOn,
        recordedAt,
        recordedBy,
        device,
        commandHash,
        null,
        row!.data,
        last.hash,
        row!.hash,
      ],
    )
  }
  await expect(insert(9)).rejects.toThrow('the journal has no gaps')
  await expect(coordinator.query(`delete from entry where fund_id = '${fundId}'`)).rejects.toThrow(
    'the journal is append-only',
  )
  await coordinator.query('begin')
  await insert(4)
  await coordinator.query('rollback')
  expect(await store.read(fundId, 0, 9)).toHaveLength(3)
  await insert(4)
  expect(await store.read(fundId, 0, 9)).toHaveLength(4)
})

test('what a coordinator over foreign tables refuses is known, and no command needs it', async () => {
  const refused: Readonly<Record<string, string>> = {
    'alter table entry add primary key (fund_id, seq)': 'unique',
    [`insert into subject values ('fund-0', 'fund', 'x', '{}')
      on conflict (fund_id, kind, key) do update set data = excluded.data`]: 'ON CONFLICT',
  }
  for (const [sql, words] of Object.entries(refused))
    await expect(coordinator.query(sql), sql).rejects.toThrow(words)
  // A transaction over two shards could not be kept or undone as one.
  await coordinator.query('begin')
  for (const fundId of funds)
    await coordinator.query(`update subject set data = data where fund_id = '${fundId}'`)
  await expect(coordinator.query(`prepare transaction 'both'`)).rejects.toThrow('postgres_fdw')
  await coordinator.query('rollback')
})
