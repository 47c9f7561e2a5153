import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenDatabase, openSqlite } from '#infra/db/sqlite.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { inTransaction, tables } from '#infra/db/tables.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import {
  aVillageForEach,
  fund,
  now,
  open,
  path,
  secret,
  withFile,
} from '#test/contract/marked-village.ts'
import {
  activityRow,
  cardRow,
  deviceRow,
  membershipRow,
  network,
  sessionRow,
  userRow,
} from '#test/contract/people-life.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

aVillageForEach()

/* How often rows are asked of the file, by whichever statement. */
const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as {
  all: (...values: unknown[]) => unknown[]
}
const { all } = statement
let asked = 0
beforeEach(() => {
  statement.all = function (this: unknown, ...values: unknown[]) {
    asked += 1
    return all.apply(this, values)
  }
})
afterEach(() => {
  statement.all = all
})

const { tokenHash, sessionId } = sessionRow({})
const { cardId } = cardRow({})

const opened = async () => {
  const store = await open(path)
  const whose = () => store.signedIn(network, tokenHash)
  const card = () => store.card(fund, cardId)
  await Promise.all([whose(), card()])
  asked = 0
  return { store, whose, card }
}

test('who is signed in, and a card, are asked of the file once, while others write what says nothing of them', async () => {
  const { store, whose, card } = await opened()
  const [first, held] = [await whose(), await card()]
  expect(first?.user?.userId).toBe(userRow({}).userId)
  expect(held).toStrictEqual(cardRow({}))
  expect(asked).toBe(0)
  await store.noteActivity([activityRow(7)])
  await store.append(
    fund,
    sealedRows([{ fundId: fund }, { fundId: fund }, { fundId: fund }]).slice(2),
    noChanges,
  )
  asked = 0
  expect(await whose()).toBe(first)
  expect(await card()).toBe(held)
  expect(asked).toBe(0)
  await store.close()
})

test('a session that is ended, a phone that is lost, a login that is shut and a card that is taken back are so with the next question', async () => {
  const { store, whose, card } = await opened()
  await store.changeOpenSession(network, sessionId, { endedAt: now })
  expect((await whose())?.session.endedAt).toBe(now)
  await store.keepDevice(deviceRow({ revokedAt: now }))
  expect((await whose())?.device?.revokedAt).toBe(now)
  await store.keepUser(userRow({ disabledAt: now }))
  expect((await whose())?.user?.disabledAt).toBe(now)
  await store.keepMembership(membershipRow({ fundId: 'fund-b' }))
  expect((await whose())?.memberships).toHaveLength(2)
  const after = sealedRows([{ fundId: network }, { fundId: network }])
  await store.networks.append(network, after.slice(1), noChanges)
  expect((await whose())?.networkHead?.seq).toBe(2)
  await store.keepCard(cardRow({ revokedAt: now }))
  expect((await card())?.revokedAt).toBe(now)
  await store.close()
})

test('what another process writes is seen with the next question, and what another program writes is none of ours', async () => {
  const { store, whose, card } = await opened()
  const other = await open(path)
  await other.changeOpenSession(network, sessionId, { endedAt: now })
  expect((await whose())?.session.endedAt).toBe(now)
  await other.keepCard(cardRow({ revokedAt: now }))
  expect((await card())?.revokedAt).toBe(now)
  await other.close()
  withFile((database) => {
    database.exec(`update session set ended_at = null`)
    database.exec(`update card set revoked_at = null`)
  })
  expect(await whose()).toBeUndefined()
  expect(await card()).toBeUndefined()
  await store.close()
})

test('a card that was asked for before there was one is found once there is', async () => {
  const store = await open(path)
  expect(await store.card(fund, 'another')).toBeUndefined()
  expect(await store.signedIn(network, 'another')).toBeUndefined()
  await store.keepCard(cardRow({ cardId: 'another', tokenHash: 'another' }))
  await store.keepSession(sessionRow({ sessionId: 'another', tokenHash: 'another' }))
  expect((await store.card(fund, 'another'))?.cardId).toBe('another')
  expect((await store.signedIn(network, 'another'))?.session.sessionId).toBe('another')
  await store.close()
})

test('who asks while something is written that is then taken back is told what stands', async () => {
  const { store, whose } = await opened()
  // Somebody else has that login, so that nothing of it is kept.
  const { login, loginKey } = userRow({})
  const asking = whose()
  const [taken, between] = await Promise.all([
    store.keepUser(userRow({ userId: 'another', login, loginKey })),
    whose(),
    store.keepDevice(deviceRow({ label: 'renamed' })),
  ])
  expect(taken).toBe('login-taken')
  expect((await asking)?.user).toStrictEqual(between?.user)
  const last = await whose()
  expect(last?.user).toStrictEqual(userRow({}))
  expect(last?.device?.label).toBe('renamed')
  await store.close()
})

test('how far a book has come, and what in it decides who somebody is, is asked once until somebody writes into a book', async () => {
  const { store } = await opened()
  const member = (name: string) => ({ kind: 'member' as const, key: 'm1', data: `"${name}"` })
  const rows = sealedRows([1, 2, 3, 4, 5].map(() => ({ fundId: fund })))
  const named = [{ kind: 'member', key: 'm1' }] as const
  const look = async () => [
    (await store.viewsHead(fund))?.seq,
    ...(await store.subjectsBy(fund, named)).map(({ data }) => data),
  ]
  expect(await look()).toEqual([2])
  await store.append(fund, rows.slice(2, 3), { ...noChanges, subjects: [member('Sok')] })
  expect(await look()).toEqual([3, '"Sok"'])
  await store.noteActivity([activityRow(8)])
  asked = 0
  expect(await look()).toEqual([3, '"Sok"'])
  expect(asked).toBe(0)
  const other = await open(path)
  await other.append(fund, rows.slice(3, 4), { ...noChanges, subjects: [member('Dara')] })
  await other.close()
  expect(await look()).toEqual([4, '"Dara"'])
  await store.replace(fund, { ...noChanges, subjects: [member('Chan')] })
  expect(await look()).toEqual([4, '"Chan"'])
  expect((await store.viewsHead(fund))?.edition).toBe(-1)
  await store.close()
})

test('who is no member of a fund asks the file each time: what was kept would tell that there is one', async () => {
  const { store } = await opened()
  const charter = { kind: 'fund' as const, key: 'fund', data: '{}' }
  const rows = sealedRows([1, 2, 3].map(() => ({ fundId: fund })))
  await store.append(fund, rows.slice(2), { ...noChanges, subjects: [charter] })
  const asks = async (fundId: string): Promise<number> => {
    asked = 0
    await store.subjectsBy(fundId, [{ kind: 'fund', key: 'fund' }])
    return asked
  }
  for (let turn = 0; turn < 3; turn += 1) expect(await asks(fund)).toBe(1)
  await store.close()
})

test('that there is no note is asked once, and one that anybody writes is there with the next question', async () => {
  const { store } = await opened()
  const look = () => store.noteOf(fund, 'phone:device-1')
  expect(await look()).toBeUndefined()
  asked = 0
  expect([await look(), await look()]).toEqual([undefined, undefined])
  expect(asked).toBe(0)
  const other = await open(path)
  await other.keep(fund, [{ subject: 'phone:device-1', text: 'the key of a phone' }])
  await other.close()
  expect(await look()).toBe('the key of a phone')
  expect(await store.noteOf(fund, 'phone:device-2')).toBeUndefined()
  await store.keep(fund, [{ subject: 'phone:device-2', text: 'another key' }])
  expect(await store.noteOf(fund, 'phone:device-2')).toBe('another key')
  await store.close()
})

/* What is not written by the store itself, over its very connection. */
const ownConnection = async () => {
  let database: OpenDatabase | undefined
  const store = await sqliteStore({
    path,
    create: true,
    hash: sha256,
    deadlineMs: 60_000,
    marks: marksBy({ secret }),
    open: async (at, how) => (database = await openSqlite(at, how)),
  })
  const card = () => store.card(fund, cardId)
  expect(await card()).toStrictEqual(cardRow({}))
  return { store, card, em: database!.em }
}

const waysOfWriting = [
  `update card set revoked_at = 'x'`,
  `update main.card set revoked_at = 'x'`,
  `update "main"."card" set "revoked_at" = 'x'`,
  `update [card] set revoked_at = 'x'`,
  ` UPDATE "card" set revoked_at = 'x'`,
  `/* so */ update "card" set revoked_at = 'x'`,
  `update or replace "card" set revoked_at = 'x'`,
  `with gone as (select 1) update "card" set revoked_at = 'x'`,
  `delete from "main"."card"`,
  `with gone as (select card_id from card) delete from card where card_id in gone`,
]

test('however a card is written over, over the very connection that keeps what it found, it is asked for again', async () => {
  for (const way of waysOfWriting) {
    const { store, card, em } = await ownConnection()
    await inTransaction(em, async (inside) => {
      await sql.raw(`savepoint before`).execute(tables(inside))
      await sql.raw(way).execute(tables(inside))
      await sql.raw(`release before`).execute(tables(inside))
    }).catch((error: unknown) => expect(error, way).toBeUndefined())
    expect(await card(), way).toBeUndefined()
    await store.close()
    withFile((database) => database.exec('delete from card'))
    const again = await open(path)
    await again.keepCard(cardRow({}))
    await again.close()
  }
})

test('a file that is filled from an older copy under a running service is asked again', async () => {
  const copy = `${path}-before`
  const source = new Database(path)
  await source.backup(copy)
  source.close()
  const { store, whose } = await opened()
  await store.changeOpenSession(network, sessionId, { endedAt: now })
  expect((await whose())?.session.endedAt).toBe(now)
  const older = new Database(copy)
  await older.backup(path)
  older.close()
  expect((await whose())?.session.endedAt).toBeUndefined()
  await store.close()
})

test('no statement writes into another table than it names: nothing cascades, and no trigger writes', async () => {
  withFile((database) => {
    const all = database.prepare(`select name, type, sql from sqlite_schema`).all() as {
      readonly name: string
      readonly type: string
      readonly sql: string | null
    }[]
    const triggers = all.filter(({ type }) => type === 'trigger')
    expect(triggers.length).toBeGreaterThan(3)
    for (const { name, sql: made } of triggers)
      expect(made!.slice(made!.search(/\bbegin\b/i)), name).toMatch(
        /^begin select raise\(abort, '[^']*'\); end$/,
      )
    for (const { name } of all.filter(({ type }) => type === 'table'))
      expect(database.pragma(`foreign_key_list(${name})`), name).toEqual([])
  })
})
