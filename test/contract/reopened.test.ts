import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { type StoreOptions, sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { budgetNow, guess } from '#test/contract/budget-suite.ts'
import { failingDisk } from '#test/contract/failing-disk.ts'
import {
  activityRow,
  cardRow,
  deviceRow,
  keyRow,
  membershipRow,
  network,
  sessionRow,
  userRow,
} from '#test/contract/people-life.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { outcomeOf, answeredWithinMs, untilServed } from '#test/contract/outcomes.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

const newFile = temporaryFiles()
const at = '2026-01-20T02:00:00.000Z'

const openStore = (path: string, options: Partial<StoreOptions> = {}) =>
  sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000, ...options })

const founding = sealedRows([{ fundId: network }])
const founded = {
  ...noChanges,
  subjects: [{ kind: 'network' as const, key: 'network', data: '{}' }],
}

/** One write of every kind that a store of people takes. */
const writes: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  'an entry of a network': (store) => store.networks.append(network, founding, founded),
  'a user': (store) => store.keepUser(userRow({ secret: 'argon2id$x' })),
  'a membership': (store) => store.keepMembership(membershipRow({})),
  'a device': (store) => store.keepDevice(deviceRow({})),
  'a session': (store) => store.keepSession(sessionRow({})),
  'a key': (store) => store.keepKey(keyRow({})),
  'a key that is taken': (store) => store.takeKey(network, 'hash-of-key-1', at),
  'a card': (store) => store.keepCard(cardRow({})),
  'a guess': (store) => store.changeBudget('fund-a', 'card:1', guess),
  'lines of the log': (store) => store.noteActivity([activityRow(1), activityRow(2)]),
}

const peopleOf = async (store: Store) => ({
  rows: await store.networks.read(network, 0, 9),
  subjects: await store.networkSubjects(network),
  users: await store.users(network),
  memberships: await store.memberships(network, 'user-1'),
  devices: await store.devices(network),
  sessions: await store.openSessions(network),
  key: await store.key(network, 'hash-of-key-1'),
  cards: await store.cards('fund-a'),
  lines: await store.activities('fund-a', { limit: 9 }),
})

test('lockouts, sessions, used keys and all else of people survive a restart', async () => {
  const path = newFile()
  const store = await openStore(path)
  for (const write of Object.values(writes)) await write(store)
  for (let i = 0; i < 4; i += 1) await store.changeBudget('fund-a', 'card:1', guess)
  const held = await peopleOf(store)
  expect(held.sessions).toStrictEqual([sessionRow({})])
  expect(held.lines).toHaveLength(2)
  await store.close()

  const reopened = await openStore(path, { create: false })
  expect(await peopleOf(reopened)).toStrictEqual(held)
  const budget = await budgetNow(reopened, 'fund-a', 'card:1')
  expect(budget).toMatchObject({ failures: 5, lockedUntil: expect.any(String) })
  expect(await reopened.takeKey(network, 'hash-of-key-1', at)).toBeUndefined()
  expect(await reopened.keepUser(userRow({ userId: 'user-2' }))).toBe('login-taken')
  await reopened.close()
})

test('a book is not opened when the last entries of a network do not hold together', async () => {
  const path = newFile()
  const store = await openStore(path)
  const forged = founding.map((row) => ({ ...row, data: '{"flags":[],"postings":[1]}' }))
  await store.networks.append(network, forged, noChanges)
  await store.close()
  const reopened = await openStore(path)
  await expect(reopened.users(network)).rejects.toThrow(StorageUnavailable)
  await reopened.close()
})

test('a taken login leaves the connection as it is', async () => {
  const disk = failingDisk()
  const store = await openStore(newFile(), { open: disk.open })
  await store.keepUser(userRow({}))
  expect(await store.keepUser(userRow({ userId: 'user-2' }))).toBe('login-taken')
  expect(await store.users(network)).toHaveLength(1)
  expect(disk.opened).toHaveLength(1)
  await store.close()
})

test('of two processes on one file one gets the key, one the login, and each guess counts', async () => {
  const path = newFile()
  const [mine, theirs] = [await openStore(path), await openStore(path)]
  await mine.keepKey(keyRow({}))
  const stores = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? mine : theirs))
  const taken = await Promise.all(stores.map((s) => s.takeKey(network, 'hash-of-key-1', at)))
  expect(taken.filter((key) => key !== undefined)).toHaveLength(1)
  const kept = await Promise.all(stores.map((s, i) => s.keepUser(userRow({ userId: `u-${i}` }))))
  expect(kept.filter((answer) => answer === 'kept')).toHaveLength(1)
  await Promise.all(stores.map((s) => s.changeBudget('fund-a', 'card:1', guess)))
  expect((await budgetNow(theirs, 'fund-a', 'card:1'))?.failures).toBe(20)
  await mine.close()
  await theirs.close()
})

test.each(['undone', 'left-open', 'answer-lost'] as const)(
  'when the disk fails (%s) a write about people is told so in time, and half of it never stands',
  async (fault) => {
    const disk = failingDisk()
    const store = await openStore(newFile(), { open: disk.open, restMs: 0 })
    await store.fundIds()
    let failed = 0
    for (const [name, write] of Object.entries(writes)) {
      for (let statement = 1; ; statement += 1) {
        const before = await peopleOf(store)
        disk.failAt(statement, fault)
        const { error, ms } = await outcomeOf(write(store))
        const struck = disk.struck()
        if (struck === undefined) {
          // What had been written, and was said not to be, may be refused the second time.
          if (fault !== 'answer-lost') expect(error, name).toBeUndefined()
          break
        }
        expect(error, `${name}, ${struck}`).toBeInstanceOf(StorageUnavailable)
        expect(ms).toBeLessThan(answeredWithinMs)
        await untilServed(store, 1)
        const isDone = fault === 'answer-lost' && struck === 'commit'
        if (!isDone) expect(await peopleOf(store), `${name}, ${struck}`).toStrictEqual(before)
        failed += 1
      }
    }
    disk.failAt(Number.MAX_SAFE_INTEGER, fault)
    expect(failed).toBeGreaterThanOrEqual(3 * Object.keys(writes).length)
    const budget = await budgetNow(store, 'fund-a', 'card:1')
    expect(budget?.failures).toBe(fault === 'answer-lost' ? 2 : 1)
    await store.close()
  },
)

test('a guess whose writing sticks is told so with all that go with it, and none counts twice', async () => {
  const disk = failingDisk()
  const store = await openStore(newFile(), { open: disk.open, deadlineMs: 300, restMs: 0 })
  await store.fundIds()
  disk.failAt(2, 'stuck')
  const stuck = Array.from({ length: 3 }, () =>
    outcomeOf(store.changeBudget('fund-a', 'card:1', guess)),
  )
  for (const { error } of await Promise.all(stuck)) expect(error).toBeInstanceOf(StorageUnavailable)
  await untilServed(store, 1)
  expect(await store.changeBudget('fund-a', 'card:1', guess)).toBe(0)
  await store.close()
})
