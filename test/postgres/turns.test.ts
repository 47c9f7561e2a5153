import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { recorder } from '#src/app/record.ts'
import { guess } from '#test/contract/budget-suite.ts'
import { outcomeOf, answeredWithinMs } from '#test/contract/outcomes.ts'
import { admission, founding, noChanges, officer, sealedRows } from '#test/contract/village-life.ts'
import { asking, connected, emptied, newDatabases } from '#test/support/postgres/databases.ts'

const newDatabase = newDatabases()
let url: string
const stores: Store[] = []

const open = async (options: { poolMax?: number; deadlineMs?: number } = {}) => {
  const store = await postgresStore({ url, create: false, ...options })
  stores.push(store)
  return store
}

beforeAll(async () => {
  url = await newDatabase()
})
beforeEach(() => emptied(url))
afterAll(async () => {
  for (const store of stores) await store.close()
})

const appendTo = (store: Store, fundId: string) =>
  store.append(fundId, sealedRows([{ fundId }]), noChanges)

test('one connection serves many who wait, each fund with its own entries', async () => {
  const store = await open({ poolMax: 1, deadlineMs: 20_000 })
  // So few that a machine with much else to do serves the last of them before nobody may wait any longer.
  const funds = Array.from({ length: 30 }, (_, i) => `fund-${i}`)
  const answers = await Promise.all([
    ...funds.map((fundId) => appendTo(store, fundId)),
    ...funds.map((fundId) => store.changeBudget(fundId, 'card:1', guess)),
  ])
  expect(answers).toEqual([...funds.map(() => 'appended'), ...funds.map(() => 0)])
  const read = await Promise.all(funds.map((fundId) => store.read(fundId, 0, 9)))
  expect(read.map(([row, ...more]) => [row?.fundId, more.length])).toEqual(
    funds.map((fundId) => [fundId, 0]),
  )
  const { rows } = await asking(url, (client) =>
    client.query(`select 1 from pg_stat_activity where datname = current_database()
      and application_name = 'village-fund'`),
  )
  expect(rows.length).toBeLessThanOrEqual(1)
})

/** Somebody holds the turn of a fund from elsewhere, until it is given back. */
const held = async (fundId: string): Promise<() => Promise<void>> => {
  const client = await connected(url)
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [fundId])
  return () => client.end()
}

test('who waits for the turn of one fund stands in nobody’s way elsewhere', async () => {
  const store = await open({ poolMax: 2, deadlineMs: 30_000 })
  const giveBack = await held('fund-held')
  const waiting = Array.from({ length: 20 }, () => outcomeOf(appendTo(store, 'fund-held')))
  for (let i = 0; i < 10; i += 1) expect(await appendTo(store, `fund-${i}`)).toBe('appended')
  expect(await store.read('fund-held', 0, 9)).toEqual([])
  await giveBack()
  const outcomes = await Promise.all(waiting)
  for (const { error } of outcomes) expect(error).toBeUndefined()
  expect(await store.read('fund-held', 0, 9)).toHaveLength(1)
})

test('who waits too long for a turn is told in time, and nothing of it is written', async () => {
  const store = await open()
  const giveBack = await held('fund-held')
  const { error, ms } = await outcomeOf(appendTo(store, 'fund-held'))
  expect(error).toBeInstanceOf(StorageUnavailable)
  expect(ms).toBeLessThan(answeredWithinMs)
  expect(await store.read('fund-held', 0, 9)).toEqual([])
  await giveBack()
  expect(await appendTo(store, 'fund-held')).toBe('appended')
})

test.each(['40001', '40P01', '55P03'])(
  'work that loses to another transaction (%s) is done again as a whole, and counts once',
  async (code) => {
    const store = await open()
    const fails = async (times: number): Promise<void> => {
      await asking(url, (client) =>
        client.query(`drop sequence if exists losses; create sequence losses;
          create or replace function lose() returns trigger language plpgsql security definer as
            $$ begin
              if nextval('losses') <= ${times} then
                raise exception 'lost' using errcode = '${code}';
              end if;
              return new;
            end $$;
          create or replace trigger lose before insert on budget
            for each row execute function lose()`),
      )
    }
    await fails(2)
    const told = await Promise.all(
      Array.from({ length: 3 }, () => store.changeBudget('fund-a', 'card:1', guess)),
    )
    expect(told.toSorted()).toEqual([0, 1, 2])
    await fails(1_000)
    await expect(store.changeBudget('fund-a', 'card:2', guess)).rejects.toThrow('too busy')
    await asking(url, (client) => client.query('drop trigger lose on budget'))
    expect(await store.changeBudget('fund-a', 'card:2', guess)).toBe(0)
  },
)

// A call that may take a minute may be as long without a word: the server ends nobody who still has time.
test.each([
  [undefined, ['1800ms', '720ms', '5s']],
  [60_000, ['1min', '24s', '1min']],
] as const)(
  'a write works as the service’s role, for one owner, within the limits of its time (%s), and gives its turn back',
  async (deadlineMs, limits) => {
    const store = await open({ poolMax: 1, ...(deadlineMs ? { deadlineMs } : {}) })
    const settings = [
      'role',
      'village.scope',
      'statement_timeout',
      'lock_timeout',
      'idle_in_transaction_session_timeout',
      'transaction_read_only',
      'synchronous_commit',
    ]
    await asking(url, (client) =>
      client.query(`create or replace function note_settings() returns trigger language plpgsql as
      $$ begin
        raise exception '%', (select array_agg(current_setting(name, true)) from
          unnest('{${settings.join()}}'::text[]) name) using errcode = '23514';
      end $$;
      create or replace trigger note_settings before insert on note
        for each row execute function note_settings()`),
    )
    const { error } = await outcomeOf(store.keep('fund-a', [{ subject: 'fund:', text: 'x' }]))
    const seen = (error as Error).message.replaceAll(/[{}]/g, '').split(',')
    expect(seen).toEqual(['village_app', 'fund-a', ...limits, 'off', 'on'])
    const { rows } = await asking(url, (client) =>
      client.query(`select 1 from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`),
    )
    expect(rows).toEqual([])
  },
)

test('two processes whose clocks differ by forty days make no entry older than the one before it', async () => {
  const clockAt = async (at: string) =>
    recorder({ journal: await open({ deadlineMs: 20_000 }), hash: sha256, clock: () => at })
  const ahead = await clockAt('2026-03-01T00:00:00.000Z')
  const behind = await clockAt('2026-01-20T00:00:00.000Z')
  await behind('fund-a', [founding(1)], officer)
  await ahead('fund-a', [admission(20, 1)], officer)
  for (let n = 2; n < 12; n += 2)
    await Promise.all([
      ahead('fund-a', [admission(30 + n, 10 + n)], officer),
      behind('fund-a', [admission(31 + n, 11 + n)], officer),
    ])
  const times = (await stores[0]!.read('fund-a', 0, 100)).map(({ recordedAt }) => recordedAt)
  expect(times).toHaveLength(12)
  expect(times).toEqual(times.toSorted())
})
