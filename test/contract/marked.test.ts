import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import type { MarkFault } from '#domain/access/marks.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
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
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

const newFile = temporaryFiles()
const fund = 'fund-a'
const [secret, next] = ['a pepper of a test, long enough to be one', 'the pepper after it, as long']
const now = '2026-01-20T03:00:00.000Z'

const open = (path: string, marks = marksBy({ secret })): Promise<Store> =>
  sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000, marks })

const lock = (failures: number) => () => ({
  budget: { failures, since: now, lockedUntil: undefined },
  answer: undefined,
})

const kin = { fundId: fund, firstId: 'm1', secondId: 'm2', relation: 'sibling', declaredAt: now }

/** A village with a journal, people, a card, kin, a lock and a log. */
const fill = async (store: Store): Promise<void> => {
  await store.networks.append(network, sealedRows([{ fundId: network }]), noChanges)
  await store.append(fund, sealedRows([{ fundId: fund }, { fundId: fund }]), noChanges)
  await store.keepUser(userRow({}))
  await store.keepMembership(membershipRow({}))
  await store.keepDevice(deviceRow({}))
  await store.keepSession(sessionRow({}))
  await store.keepKey(keyRow({}))
  await store.keepCard(cardRow({}))
  await store.changeBudget(fund, 'card:1', lock(4))
  await store.keepKinships(fund, [kin as never])
  await store.keepNominees(fund, 'm1', [
    { fundId: fund, memberId: 'm1', place: 1, name: 'Sok', nomineeId: undefined, share: '1' },
  ] as never)
  await store.noteActivity([activityRow(1), activityRow(2), activityRow(3)])
}

let path: string

beforeEach(async () => {
  path = newFile()
  const store = await open(path)
  await fill(store)
  await store.close()
})

/** What somebody does who has the file and knows SQLite. */
const withFile = (work: (database: Database.Database) => void, file = path): void => {
  const database = new Database(file)
  for (const table of ['entry', 'network_entry', 'activity'])
    for (const act of ['update', 'delete'])
      database.exec(`drop trigger if exists ${table}_no_${act}`)
  try {
    work(database)
  } finally {
    database.close()
  }
}

const faults = async (marks = marksBy({ secret })): Promise<string[]> => {
  const store = await open(path, marks)
  const found: MarkFault[] = []
  for (const scope of [fund, network]) found.push(...(await store.markFaults(scope)))
  await store.close()
  return found.map(({ kind, key, fault }) => `${kind} ${key} ${fault}`)
}

const reading = async <T>(read: (store: Store) => Promise<T>): Promise<T> => {
  const store = await open(path)
  try {
    return await read(store)
  } finally {
    await store.close()
  }
}

test('what this program wrote is found whole, after every kind of change', async () => {
  expect(await faults()).toEqual([])
  const store = await open(path)
  await store.keepUser(userRow({ secret: 'another' }))
  await store.changeOpenSession(network, 'session-1', { steppedUpAt: now })
  await store.changeOpenSession(network, 'session-1', { endedAt: now })
  await store.changeOpenSession(network, 'session-1', { endedAt: undefined, seenAt: now })
  expect((await store.takeKey(network, keyRow({}).keyHash, now))?.usedAt).toBe(now)
  expect(await store.takeKey(network, keyRow({}).keyHash, now)).toBeUndefined()
  await store.keepKey(keyRow({ keyHash: 'another', userId: 'user-1' }))
  await store.voidKeys(network, 'user-1', now)
  await store.keepCard(cardRow({ revokedAt: now }))
  await store.changeBudget(fund, 'card:1', lock(0))
  await store.keepNominees(fund, 'm1', [])
  await store.forget(fund, 'm2', ['kin'])
  await store.noteActivity([activityRow(4)])
  await store.append(
    fund,
    sealedRows([{ fundId: fund }, { fundId: fund }, { fundId: fund }]).slice(2),
    noChanges,
  )
  await store.close()
  expect(await faults()).toEqual([])
})

test('a session that was planted, or into which an hour more was written, signs nobody in and is named', async () => {
  withFile((database) => {
    database.exec(`insert into session select network_id, 'planted', 'hash of a token of theirs', user_id,
      card_fund_id, card_member_id, device_id, started_at, seen_at, ends_at, '2099-01-01T00:00:00.000Z', null, mark
      from session`)
  })
  expect(await faults()).toEqual(['session planted not-ours'])
  expect(
    await reading((store) => store.sessionByToken(network, 'hash of a token of theirs')),
  ).toBeUndefined()
  const columns = ['token_hash', 'user_id', 'device_id', 'ends_at', 'seen_at', 'started_at']
  for (const column of [...columns, 'stepped_up_at']) {
    const before = await reading((store) => store.openSessions(network))
    expect(before.map(({ sessionId }) => sessionId)).toEqual(['session-1'])
    let kept: unknown
    withFile((database) => {
      const where = `where session_id = 'session-1'`
      kept = database.prepare(`select ${column} from session ${where}`).pluck().get()
      database.exec(`update session set ${column} = '2099-01-01T00:00:00.000Z' ${where}`)
    })
    expect(await reading((store) => store.openSessions(network)), column).toEqual([])
    expect(await faults(), column).toContain('session session-1 not-ours')
    withFile((database) =>
      database.prepare(`update session set ${column} = ? where session_id = 'session-1'`).run(kept),
    )
  }
})

test.each([
  ['user_account', `update user_account set secret = 'theirs'`, 'user-1'],
  ['user_account', `update user_account set mark = null`, 'user-1'],
  ['user_account', `update user_account set mark = ''`, 'user-1'],
  ['membership', `update membership set member_id = 'm7'`, 'user-1 fund-a'],
  ['device', `update device set revoked_at = null, token_hash = 'theirs'`, 'device-1'],
  ['one_time_key', `update one_time_key set purpose = 'enrol-device', ends_at = '2099'`, undefined],
  ['card', `update card set member_id = 'm7'`, undefined],
  ['budget', `update budget set failures = 0`, 'card:1'],
  ['kinship', `update kinship set second_id = 'm9'`, undefined],
  ['nominee', `update nominee set share = '1/2'`, undefined],
])(
  'a row of %s into which another program wrote is named and counts for nothing',
  async (table, sql, key) => {
    withFile((database) => database.exec(sql))
    const found = await faults()
    expect(found[0]).toMatch(new RegExp(`^${table} ${key ?? '.+'} not-ours$`))
    const told = await reading(async (store) => ({
      user_account: [...(await store.users(network)), await store.userByLogin(network, 'sok dara')],
      membership: [
        ...(await store.memberships(network, 'user-1')),
        ...(await store.membershipsOfFund(network, fund)),
      ],
      device: [await store.deviceByToken(network, 'theirs'), ...(await store.devices(network))],
      one_time_key: [await store.key(network, keyRow({}).keyHash)],
      card: await store.cards(fund),
      budget: [],
      kinship: [],
      nominee: [],
    }))
    for (const row of told[table as 'card']) expect(row).toBeUndefined()
    if (table !== 'budget') return
    const { failures } = await reading((store) =>
      store.changeBudget(fund, 'card:1', (before) => ({ budget: before!, answer: before! })),
    )
    expect(failures).toBeGreaterThan(1000)
  },
)

test.each([
  'user_account',
  'membership',
  'device',
  'session',
  'card',
  'budget',
  'kinship',
  'nominee',
  'activity',
])(
  'a row of %s that was taken away is missed, and so is one that is put back as it was',
  async (table) => {
    withFile((database) => database.exec(`delete from ${table}`))
    expect(await faults()).toContain(`${table}  not-complete`)
    withFile((database) => database.exec(`delete from register where kind = '${table}'`))
    expect(await faults()).toContain(`${table}  not-counted`)
  },
)

test('a card that was stopped is not good again by putting its row back', async () => {
  const before: unknown[] = []
  withFile((database) => before.push(database.prepare('select * from card').get()))
  await reading((store) => store.keepCard(cardRow({ revokedAt: now })))
  withFile((database) => {
    const { revoked_at: revoked, mark } = before[0] as { revoked_at: string; mark: string }
    database.prepare('update card set revoked_at = ?, mark = ?').run(revoked, mark)
  })
  // The row itself was ours once: it is good again, and the count tells that something was put back.
  expect(await faults()).toEqual(['card  not-complete'])
})

test('a line of the log that was altered, planted or taken away is told', async () => {
  const id = activityRow(2).activityId
  withFile((database) =>
    database.exec(`update activity set actor = 'x' where activity_id = '${id}'`),
  )
  expect(await faults()).toEqual([`activity ${id} not-ours`, 'activity  not-complete'])
})

test('an entry that another program put at the end, a tail that was cut off and a book written anew are told', async () => {
  const more = sealedRows([{ fundId: fund }, { fundId: fund }, { fundId: fund }])
  const foreign = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  await expect(foreign.append(fund, more.slice(2), noChanges)).rejects.toThrow('PEPPER')
  await foreign.close()
  withFile((database) => {
    database.exec(`insert into entry select fund_id, 3, 'id-3', type, v, effective_on, recorded_at, recorded_by,
      device, command_hash, reverses, data, hash, '${more[2]!.hash}' from entry where seq = 2`)
  })
  const lenient = async () => {
    const store = await sqliteStore({
      path,
      create: false,
      hash: sha256,
      deadlineMs: 60_000,
      marks: marksBy({ secret }),
      verifiesTail: false,
    })
    const found = await store.markFaults(fund)
    await store.close()
    return found.map(({ kind, key, fault }) => `${kind} ${key} ${fault}`)
  }
  expect(await lenient()).toEqual(['entry 3 not-ours'])
  withFile((database) => database.exec('delete from entry where seq > 1'))
  expect(await lenient()).toEqual(['entry 2 not-complete'])
  withFile((database) => database.exec('delete from register'))
  expect(await lenient()).toContain('entry  not-counted')
})

/** As the version before left a database: no row bears a mark, and nothing is counted. */
const unmarked = (): void =>
  withFile((database) => {
    for (const table of ['user_account', 'membership', 'device', 'session', 'one_time_key', 'card'])
      database.exec(`update ${table} set mark = null`)
    for (const table of ['budget', 'kinship', 'nominee', 'activity'])
      database.exec(`update ${table} set mark = null`)
    database.exec('delete from register')
  })

test('a database of the version before is taken in once, whoever was signed in is not, and never again', async () => {
  unmarked()
  expect(await reading((store) => store.users(network))).toEqual([])
  const takeIn = (how: 'first' | 'again') =>
    reading(async (store) => {
      const told = []
      for (const scope of [fund, network]) told.push(await store.markAnew(scope, { at: now, how }))
      return told.map(({ takenIn }) => takenIn)
    })
  expect((await takeIn('first')).every((count) => count > 3)).toBe(true)
  expect(await faults()).toEqual([])
  expect(await reading((store) => store.users(network))).toHaveLength(1)
  expect(await reading((store) => store.openSessions(network))).toEqual([])
  expect(await reading((store) => store.key(network, keyRow({}).keyHash))).toMatchObject({
    usedAt: now,
  })
  await reading((store) => store.noteActivity([activityRow(4)]))
  expect(await faults()).toEqual([])
  const planted = `insert into device select network_id, 'planted', 'theirs', label, enrolled_at, enrolled_by, null, null from device`
  withFile((database) => database.exec(planted))
  expect(await takeIn('first')).toEqual([0, 0])
  expect(await faults()).toEqual(['device planted not-ours'])
  withFile((database) => database.exec('delete from register'))
  expect(await takeIn('first')).toEqual([0, 0])
  expect(await reading((store) => store.deviceByToken(network, 'theirs'))).toBeUndefined()
  await takeIn('again')
  expect(await faults()).toEqual([])
})

test('under a new pepper rows hold by the older one, are marked anew, and then the older one may go', async () => {
  const both = marksBy({ secret: next, older: [secret] })
  const only = marksBy({ secret: next })
  expect(await faults(both)).toEqual([])
  expect((await faults(only)).length).toBeGreaterThan(10)
  const store = await open(path, both)
  await store.noteActivity([activityRow(4)])
  const told = []
  for (const scope of [fund, network])
    told.push(await store.markAnew(scope, { at: now, how: 'renews' }))
  expect(told.reduce((sum, { renewed }) => sum + renewed, 0)).toBe(9 + 3)
  expect(await store.openSessions(network)).toHaveLength(1)
  await store.noteActivity([activityRow(5)])
  await store.close()
  expect(await faults(both)).toEqual([])
  expect(await faults(only)).toEqual([])
})

test('a store that was given no key looks at no mark and finds nothing', async () => {
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  expect(await store.users(network)).toHaveLength(1)
  expect(await store.markFaults(network)).toEqual([])
  expect(await store.markAnew(network, { at: now, how: 'first' })).toEqual({
    renewed: 0,
    takenIn: 0,
  })
  await store.close()
})
