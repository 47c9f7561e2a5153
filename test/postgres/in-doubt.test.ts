import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { network, userRow } from '#test/contract/people-life.ts'
import {
  admission,
  chainFaults,
  everythingOf,
  founding,
  noChanges,
  officer,
  recorderOn,
  sealedRows,
  shares,
} from '#test/contract/village-life.ts'
import { asking, emptied, newDatabases } from '#test/support/postgres/databases.ts'
import { type Cut, type Proxy, proxyTo } from '#test/support/postgres/proxy.ts'
import { inCommit, slowCommit } from '#test/support/postgres/slow-commit.ts'

const fund = 'fund-a'
const cuts: readonly Cut[] = ['before', 'meanwhile', 'after']
const newDatabase = newDatabases()
let url: string
let line: Proxy
let store: Store

beforeAll(async () => {
  url = await newDatabase()
  line = await proxyTo(url)
})
beforeEach(async () => {
  await emptied(url)
  store = await postgresStore({ url: line.url, create: false, poolMax: 2, deadlineMs: 10_000 })
})
afterEach(() => store.close())
afterAll(() => line.vanish())

test('whatever becomes of a COMMIT, each command is answered truly and recorded once', async () => {
  const record = recorderOn(store)
  const alone = memoryStore()
  const recordAlone = recorderOn(alone)
  const begin = [founding(1), admission(2, 1)]
  await record(fund, begin, officer)
  await recordAlone(fund, begin, officer)
  const before = line.cuts()
  for (let n = 0; n < 30; n += 1) {
    const commands = [shares(100 + 2 * n, 1), shares(101 + 2 * n, 1, 3)]
    line.cutNext(cuts[n % cuts.length]!)
    const answers = await record(fund, commands, officer)
    expect(answers).toStrictEqual(await recordAlone(fund, commands, officer))
  }
  expect(line.cuts() - before).toBe(30)
  const held = await everythingOf(store, fund)
  expect(held).toStrictEqual(await everythingOf(alone, fund))
  expect(chainFaults(held.rows)).toEqual([])
})

test('lines of entries whose COMMIT is cut off stand once, with them; what stands is told though its line is in doubt', async () => {
  const record = recorderOn(store)
  await record(fund, [founding(1), admission(2, 1)], officer)
  const kept = shares(100, 1)
  const [first] = await record(fund, [kept], officer)
  for (const [n, cut] of [...cuts, ...cuts].entries()) {
    const lists = [[shares(200 + 10 * n, 1), shares(201 + 10 * n, 99)], [shares(202 + 10 * n, 1)]]
    line.cutNext(cut)
    const told = await Promise.all(
      lists.map((commands, at) => {
        const lineIds = commands.map((_, i) => `line ${n} ${at} ${i}`)
        return record(fund, commands, { ...officer, lineIds })
      }),
    )
    expect(told.flat().map((one) => 'seq' in one)).toEqual([true, false, true])
    expect(await store.activities(fund, { limit: 99 })).toHaveLength(3 * (n + 1))
  }
  for (const cut of cuts) {
    line.cutNext(cut)
    expect(await record(fund, [kept], { ...officer, lineIds: [`again ${cut}`] })).toEqual([first])
  }
})

test.each(cuts)(
  'a network’s decision whose COMMIT is cut off (%s) is looked up too',
  async (cut) => {
    const rows = sealedRows([{ fundId: network }])
    line.cutNext(cut)
    const told = await store.networks.append(network, rows, noChanges)
    const kept = await store.networks.read(network, 0, 9)
    expect(kept).toStrictEqual(told === 'appended' ? rows : [])
    if (cut !== 'meanwhile') expect(told).toBe(cut === 'after' ? 'appended' : 'stale')
  },
)

test('another’s entries with the same ids are not taken for one’s own', async () => {
  const [mine] = sealedRows([{ fundId: fund }])
  const [theirs] = sealedRows([{ fundId: fund, recordedBy: 'officer-2' }])
  const other = await postgresStore({ url, create: false, poolMax: 1 })
  line.cutNext('before')
  const [told] = await Promise.all([
    store.append(fund, [mine!], noChanges),
    other.append(fund, [theirs!], noChanges),
  ])
  expect(told).toBe('stale')
  expect(await store.read(fund, 0, 9)).toStrictEqual([theirs])
  await other.close()
})

test('what is no entry is told to be in doubt, and may be asked for again', async () => {
  for (const cut of ['before', 'after'] as const) {
    const user = userRow({ userId: cut, loginKey: cut })
    line.cutNext(cut)
    await expect(store.keepUser(user)).rejects.toBeInstanceOf(StorageUnavailable)
    expect((await store.user(network, cut)) !== undefined).toBe(cut === 'after')
    expect(await store.keepUser(user)).toBe('kept')
  }
})

test('a connection that an administrator ends in the middle of its COMMIT loses no command', async () => {
  const record = recorderOn(store)
  await record(fund, [founding(1), admission(2, 1)], officer)
  await slowCommit(url, 20)
  const answer = record(fund, [shares(3, 1)], officer)
  const pid = await inCommit(url)
  await asking(url, (client) => client.query('select pg_terminate_backend($1, 5000)', [pid]))
  expect(await answer).toMatchObject([{ outcome: 'recorded', seq: 3 }])
  const rows = await store.read(fund, 0, 9)
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(chainFaults(rows)).toEqual([])
})

test('who asks about a COMMIT that is still under way waits for its end', async () => {
  const record = recorderOn(store)
  await record(fund, [founding(1), admission(2, 1)], officer)
  await slowCommit(url, 0.5)
  line.cutNext('meanwhile')
  const began = performance.now()
  expect(await record(fund, [shares(3, 1)], officer)).toMatchObject([{ outcome: 'recorded' }])
  expect(performance.now() - began).toBeGreaterThan(450)
  expect(await store.read(fund, 0, 9)).toHaveLength(3)
})
