import { beforeEach, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { sha256 } from '#infra/system/system.ts'
import { type DurableStorage, durableConnection } from '#infra/db/durable-object.ts'
import { type DurableStore, durableStore } from '#infra/db/durable-store.ts'
import { type Kind, type News, durableOverview } from '#infra/db/overview.ts'
import { type Routes, routedStore } from '#infra/db/routed-store.ts'
import { flagRow, noChanges, postingRow, sealedRows } from '#test/contract/village-life.ts'
import { network } from '#test/contract/people-life.ts'

/* What stands in an object of a fund, on SQLite without the runtime: its storage is asked in the same words. */

type Value = Parameters<DurableStorage['sql']['exec']>[1]

/** The storage of an object, in memory; a transaction inside another is a savepoint, as there. */
const storageOf = (database = new Database(':memory:')) => {
  let depth = 0
  let alarm: number | null = null
  const exec = (statement: string, ...values: Value[]) => {
    const made = database.prepare(statement)
    const bound = values.map((one) => (one instanceof ArrayBuffer ? Buffer.from(one) : one))
    const rows = made.reader ? made.all(...bound) : (made.run(...bound), [])
    const plain = (one: unknown): unknown =>
      Buffer.isBuffer(one) ? new Uint8Array(one).buffer : one
    const told = rows.map((row) =>
      Object.fromEntries(Object.entries(row as object).map(([name, one]) => [name, plain(one)])),
    )
    return { toArray: () => told as never }
  }
  const storage = {
    sql: { exec },
    transaction: async <T>(work: () => Promise<T>): Promise<T> => {
      depth += 1
      const name = `s${depth}`
      database.exec(`savepoint ${name}`)
      try {
        const done = await work()
        database.exec(`release ${name}`)
        return done
      } catch (error) {
        database.exec(`rollback to ${name}; release ${name}`)
        throw error
      } finally {
        depth -= 1
      }
    },
    transactionSync: <T>(work: () => T): T => database.transaction(work)(),
    getAlarm: async () => alarm,
    setAlarm: async (at: number) => void (alarm = at),
  }
  return { database, storage, alarmAt: () => alarm }
}

const fund = 'fund-a'
let object: ReturnType<typeof storageOf>
let store: DurableStore
beforeEach(() => {
  object = storageOf()
  store = durableStore({ storage: object.storage, hash: sha256 })
})
const count = (table: string): number =>
  (object.database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n

test('what was asked before is answered anew once something was written', async () => {
  const [first, second] = sealedRows([{ fundId: fund }, { fundId: fund }])
  const changes = (seq: number) => ({
    ...noChanges,
    postings: [postingRow({ seq })],
    flags: [flagRow({ seq })],
  })
  const known = async () => [
    (await store.read(fund, 0, 9)).length,
    (await store.postings(fund, {})).length,
    (await store.flags(fund)).length,
    // Kept until somebody writes.
    (await store.viewsHead(fund))?.seq ?? 0,
  ]
  expect(await known()).toEqual([0, 0, 0, 0])
  expect(await store.append(fund, [first!], changes(1))).toBe('appended')
  expect(await known()).toEqual([1, 1, 1, 1])
  expect(await store.append(fund, [second!], changes(2))).toBe('appended')
  expect(await known()).toEqual([2, 2, 2, 2])
  expect(await store.noteOf(fund, 'fund:')).toBeUndefined()
  await store.keep(fund, [{ subject: 'fund:', text: 'a village' }])
  expect(await store.noteOf(fund, 'fund:')).toBe('a village')
  expect(object.alarmAt()).not.toBeNull()
})

test('a write that breaks leaves nothing, and is taken when it is sent again', async () => {
  const [first, second] = sealedRows([{ fundId: fund }, { fundId: fund }])
  await store.append(fund, [first!], noChanges)
  object.database.exec(
    `create trigger broken before insert on flag begin select raise(abort, 'broken'); end`,
  )
  const changes = { ...noChanges, postings: [postingRow({ seq: 2 })], flags: [flagRow({ seq: 2 })] }
  await expect(store.append(fund, [second!], changes)).rejects.toThrow()
  expect([count('entry'), count('posting'), count('outbox')]).toEqual([1, 0, 1])
  object.database.exec('drop trigger broken')
  expect(await store.append(fund, [second!], changes)).toBe('appended')
  expect([count('entry'), count('posting'), count('outbox')]).toEqual([2, 1, 2])
})

test('a part of a transaction that is taken back leaves what came before it, and one that is kept stays', async () => {
  const { dialect } = durableConnection({ storage: object.storage, isEmpty: () => false })
  const db = new Kysely<{ readonly said: { readonly text: string } }>({ dialect })
  object.database.exec('create table said (text text not null)')
  const say = (on: Pick<typeof db, 'insertInto'>, text: string) =>
    on.insertInto('said').values({ text }).execute()
  const all = await db.startTransaction().execute()
  await say(all, 'before')
  const taken = await all.savepoint('taken').execute()
  await say(taken, 'taken back')
  await taken.rollbackToSavepoint('taken').execute()
  const kept = await all.savepoint('kept').execute()
  await say(kept, 'kept')
  await kept.releaseSavepoint('kept').execute()
  await all.commit().execute()
  const none = await db.startTransaction().execute()
  await say(none, 'never')
  await none.rollback().execute()
  const found = await db.selectFrom('said').select('text').execute()
  expect(found.map(({ text }) => text)).toEqual(['before', 'kept'])
})

test('the overview is told of each journal in its turn, with sums of a fund and none of a network', async () => {
  const rows = sealedRows([{ fundId: fund }, { fundId: fund }])
  await store.append(fund, rows, {
    ...noChanges,
    postings: [postingRow({ seq: 1 }), postingRow({ seq: 2 })],
  })
  await store.networks.append(network, sealedRows([{ fundId: network }]), noChanges)
  const { storage } = storageOf()
  const overview = durableOverview(storage)
  const told: News[] = []
  const hear = async (news: News): Promise<number> => {
    told.push(news)
    return overview.hear(news)
  }
  expect(await store.isUnheardOf()).toBe(true)
  await store.tell(hear)
  expect([await store.isUnheardOf(), count('outbox')]).toEqual([false, 0])
  const { amount, account } = postingRow({})
  expect(told.map(({ kind, through, totals }) => [kind, through, totals])).toEqual([
    ['fund', 2, [{ account, currency: 'KHR', amount: 2 * amount }]],
    ['network', 1, []],
  ])
  expect(overview.known('fund', fund)).toMatchObject({ lastSeq: 2, hash: rows[1]!.hash })
  expect(overview.known('fund', 'nobody')).toBeUndefined()
  expect(overview.known('network', fund)).toBeUndefined()
  expect([overview.ids('fund'), overview.ids('network')]).toEqual([[fund], [network]])
})

test('what all objects list is listed once and in order, whichever answers first', async () => {
  const asked: string[] = []
  const views: Readonly<Record<string, readonly string[]>> = { b: ['b'], c: ['c', 'a'], a: ['a'] }
  const routes: Routes = {
    ask: async (scope, name) => {
      asked.push(`${scope} ${name}`)
      return views[scope]
    },
    ids: async (kind: Kind) => (kind === 'fund' ? ['b', 'c', 'a'] : []),
  }
  expect(await routedStore(routes).viewFundIds()).toEqual(['a', 'b', 'c'])
  expect(asked.toSorted()).toEqual(['a viewFundIds', 'b viewFundIds', 'c viewFundIds'])
})

test('a write that cannot begin is told, and holds up none that comes after it', async () => {
  const [first, second] = sealedRows([{ fundId: fund }, { fundId: fund }])
  await store.append(fund, [first!], noChanges)
  const { transaction } = object.storage
  const isFull = () => Promise.reject(new Error('no room'))
  Object.assign(object.storage, { transaction: isFull })
  await expect(store.append(fund, [second!], noChanges)).rejects.toThrow('no room')
  Object.assign(object.storage, { transaction })
  expect((await store.read(fund, 0, 9)).length).toBe(1)
  expect(await store.append(fund, [second!], noChanges)).toBe('appended')
})
