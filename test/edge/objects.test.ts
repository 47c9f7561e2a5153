import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { secretsOnNode } from '#infra/system/secrets-on-node.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Answer } from '#src/app/answer.ts'
import { type Submission, randomLife } from '#test/contract/random-life.ts'
import {
  type Everything,
  admission,
  chainFaults,
  everythingOf,
  flagRow,
  founding,
  noChanges,
  officer,
  postingRow,
  recorderOn,
  sealedRows,
  shares,
} from '#test/contract/village-life.ts'
import { type World, openWorld } from '#test/edge/remote-store.ts'
import { type Running, dropFolder, newFolder, startWorker } from '#test/edge/worker.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
const folder = newFolder()
let running: Running

beforeAll(async () => {
  running = await startWorker({ entry: 'store-worker.ts', folder })
})

afterAll(async () => {
  await running?.stop()
  dropFolder(folder)
})

const inWorld = (work: (world: World) => Promise<void>) => async () => {
  const world = await openWorld(running)
  try {
    await work(world)
  } finally {
    await world.close()
  }
}

const fund = 'fund-a'

const lived = async (store: Everything, life: readonly Submission[]): Promise<Answer[]> => {
  const record = recorderOn(store)
  const answers: Answer[] = []
  for (const { fundId, commands } of life)
    answers.push(...(await record(fundId, commands, officer)))
  return answers
}

test('the same life leaves the same answers, books and last hash as in a SQLite file', async () => {
  const lives = fc.sample(randomLife, { numRuns: isLong ? 8 : 4, seed: 20_260_120 })
  let entries = 0
  for (const life of lives) {
    const world = await openWorld(running)
    const sqlite = await sqliteStore({
      path: inMemory,
      create: true,
      hash: sha256,
      deadlineMs: 60_000,
    })
    expect(await lived(world.store, life)).toStrictEqual(await lived(sqlite, life))
    expect(await world.store.fundIds()).toEqual(await sqlite.fundIds())
    for (const fundId of await sqlite.fundIds()) {
      const here = await everythingOf(world.store, fundId)
      expect(here).toStrictEqual(await everythingOf(sqlite, fundId))
      expect(chainFaults(here.rows)).toEqual([])
      entries += here.rows.length
    }
    await sqlite.close()
    await world.close()
  }
  expect(entries).toBeGreaterThan(isLong ? 50 : 20)
})

const begun = [founding(1), admission(2, 1), admission(3, 2)]

test(
  'what is recorded in the object itself is decided once, whoever asks at the same time',
  inWorld(async ({ record, store }) => {
    await record(fund, begun, officer)
    const answers = await Promise.all([1, 2, 3].map(() => record(fund, [shares(9, 1)], officer)))
    expect(new Set(answers.flat().map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await store.read(fund, 0, 10)).toHaveLength(4)
    const refused = await record(fund, [shares(9, 1, 3)], officer)
    expect(refused.map(({ outcome }) => outcome)).toEqual(['conflict'])
  }),
)

test(
  'an object that is thrown out of memory has kept all, and goes on where it was',
  inWorld(async ({ record, store, ask }) => {
    await record(fund, begun, officer)
    const held = await everythingOf(store, fund)
    await ask('restart', fund)
    expect(await everythingOf(store, fund)).toStrictEqual(held)
    const [answer] = await record(fund, [shares(9, 1)], officer)
    expect(answer).toMatchObject({ outcome: 'recorded', seq: 4 })
  }),
)

test(
  'a write that breaks in its middle leaves nothing, neither in the book nor for the overview',
  inWorld(async ({ store, ask }) => {
    const [first, second] = sealedRows([{ fundId: fund }, { fundId: fund }])
    await store.append(fund, [first!], noChanges)
    await ask('alarm', fund)
    const held = await everythingOf(store, fund)
    await ask(
      'run',
      fund,
      `create trigger broken before insert on flag begin select raise(abort, 'broken'); end`,
    )
    const changes = {
      ...noChanges,
      postings: [postingRow({ seq: 2 })],
      flags: [flagRow({ seq: 2 })],
    }
    await expect(store.append(fund, [second!], changes)).rejects.toThrow('broken')
    expect(await everythingOf(store, fund)).toStrictEqual(held)
    expect(await ask('count', fund, 'outbox')).toBe(0)
    await ask('run', fund, 'drop trigger broken')
    expect(await store.append(fund, [second!], changes)).toBe('appended')
  }),
)

test(
  'an object that a newer version has brought up is not read by this one, and is read again by the one that knows it',
  inWorld(async ({ store, record, ask }) => {
    await record(fund, begun, officer)
    const held = await everythingOf(store, fund)
    const later = `'9999-what-comes-later'`
    await ask('run', fund, `insert into mikro_orm_migrations (name) values (${later})`)
    await ask('restart', fund)
    await expect(store.read(fund, 0, 9)).rejects.toThrow()
    await ask('run', fund, `delete from mikro_orm_migrations where name = ${later}`)
    expect(await everythingOf(store, fund)).toStrictEqual(held)
  }),
)

const totalsOf = async (store: Everything, fundId: string) => {
  const sums = new Map<string, number>()
  for (const { account, currency, amount } of await store.postings(fundId, {})) {
    const key = `${account} ${currency}`
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return sums
}

const knownTotals = async ({ known }: World, fundId: string) =>
  new Map(
    (await known('fund', fundId))!.totals.map(({ account, currency, amount }) => [
      `${account} ${currency}`,
      amount,
    ]),
  )

test(
  'the overview comes to the same totals as the books by itself, and hearing twice changes nothing',
  inWorld(async (world) => {
    const { record, store, known, hear, ask } = world
    await record(fund, begun, officer)
    for (let n = 10; n < 30; n += 1) await record(fund, [shares(n, 1 + (n % 2))], officer)
    const last = (await store.read(fund, 0, 100)).at(-1)!
    await expect
      .poll(() => known('fund', fund), { timeout: 20_000 })
      .toMatchObject({
        lastSeq: last.seq,
        hash: last.hash,
      })
    expect(await ask('count', fund, 'outbox')).toBe(0)
    const totals = await totalsOf(store, fund)
    expect(totals.size).toBeGreaterThan(1)
    expect(await knownTotals(world, fund)).toEqual(totals)
    const again = { kind: 'fund', id: fund, after: last.seq - 1, through: last.seq } as const
    const { hash, recordedAt } = last
    const news = {
      ...again,
      hash,
      recordedAt,
      totals: [{ account: 'asset:cash-box', currency: 'KHR', amount: 7 }],
    }
    expect(await hear(news)).toBe(last.seq)
    await ask('run', fund, `insert into outbox values ('fund', '${fund}', ${last.seq})`)
    await ask('alarm', fund)
    expect(await knownTotals(world, fund)).toEqual(totals)
    expect(await ask('count', fund, 'outbox')).toBe(0)
    // What comes while it is told was not told, and goes on waiting.
    for (const seq of [last.seq, last.seq + 1])
      await ask('run', fund, `insert into outbox values ('fund', '${fund}', ${seq})`)
    await ask('alarm', fund)
    expect(await ask('count', fund, 'outbox')).toBe(1)
  }),
)

test(
  'an overview that stands further back than the object thinks is told what it lacks',
  inWorld(async (world) => {
    const { record, store, known, ask } = world
    await record(fund, begun.slice(0, 1), officer)
    expect((await known('fund', fund))?.lastSeq).toBe(1)
    await record(fund, [...begun.slice(1), shares(9, 1), shares(10, 2)], officer)
    await ask('run', fund, 'delete from outbox where seq < 5')
    await ask('alarm', fund)
    expect((await known('fund', fund))?.lastSeq).toBe(5)
    expect(await knownTotals(world, fund)).toEqual(await totalsOf(store, fund))
  }),
)

test(
  'an id that nobody has is answered with nothing, and nothing is kept of it',
  inWorld(async ({ store, ask }) => {
    const nobody = '00000000-0000-7000-8000-00000000dead'
    const nothing = { rows: [], subjects: [], balances: [], postings: [], flags: [], notes: [] }
    expect(await everythingOf(store, nobody)).toEqual(nothing)
    expect(await store.cardByToken(nobody, 'hash')).toBeUndefined()
    expect(await store.signedIn(nobody, 'hash')).toBeUndefined()
    expect(await store.key(nobody, 'hash')).toBeUndefined()
    expect(await store.activities(nobody, { limit: 5 })).toEqual([])
    expect(await ask('tables', nobody)).toEqual([])
    await store.keep(nobody, [{ subject: 'fund:', text: 'a village' }])
    expect((await ask('tables', nobody)) as string[]).toContain('entry')
  }),
)

test(
  'the ORM itself reads and writes there, where nothing may be made out of text',
  inWorld(async ({ store, ask }) => {
    await store.keep(fund, [{ subject: 'loan:1', text: 'a buffalo' }])
    expect(((await ask('noteByOrm', fund)) as string[]).toSorted()).toEqual([
      'a buffalo',
      'a village by the river',
    ])
  }),
)

const pepper = 'a pepper for tests only, not a secret'

test(
  'a secret that was sealed on Node fits there, and one that was sealed there fits on Node',
  inWorld(async ({ ask }) => {
    for (const scheme of ['argon2id', 'scrypt'] as const) {
      const sealed = await secretsOnNode({ pepper, scheme }).seal('592 038', 'user-1')
      expect([scheme, await ask('fits', sealed, '592 038', 'user-1')]).toEqual([scheme, true])
      expect([scheme, await ask('fits', sealed, '592 039', 'user-1')]).toEqual([scheme, false])
      expect([scheme, await ask('fits', sealed, '592 038', 'user-2')]).toEqual([scheme, false])
    }
    const there = (await ask('seal', '592 038', 'user-1')) as string
    expect(there.startsWith('scrypt$')).toBe(true)
    expect(await secretsOnNode({ pepper }).fits(there, '592 038', 'user-1')).toBe(true)
  }),
)

test(
  'a receipt is signed there with the same key and to the same letters as on Node',
  inWorld(async ({ ask }) => {
    const signer = signerOnNode({ secret: 'a signing secret for tests' })
    expect(await ask('publicKey', fund)).toEqual(signer.publicKey(fund))
    expect(await ask('sign', fund, 'ភូមិ 20000')).toBe(signer.sign(fund, 'ភូមិ 20000'))
  }),
)
