import { expect, test } from 'vitest'
import { bytesOf } from '#infra/db/digits.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import {
  aVillageForEach,
  faults,
  fund,
  lock,
  now,
  open,
  path,
  reading,
  secret,
  withFile,
} from '#test/contract/marked-village.ts'
import {
  activityRow,
  cardRow,
  deviceRow,
  keyRow,
  network,
  userRow,
} from '#test/contract/people-life.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

aVillageForEach()

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

test('a row that another program altered stays named when this one writes over it', async () => {
  withFile((database) => database.exec(`update device set label = 'theirs'`))
  expect(await faults()).toContain('device device-1 not-ours')
  await reading((store) => store.keepDevice(deviceRow({ label: 'mended' })))
  expect(await faults()).toEqual(['device  not-complete'])
})

test('a session that was planted, or into which an hour more was written, signs nobody in and is named', async () => {
  withFile((database) => {
    database.exec(`insert into session select network_id, 'planted', 'hash of a token of theirs', user_id,
      card_fund_id, card_member_id, device_id, started_at, seen_at, ends_at, '2099-01-01T00:00:00.000Z', null, mark
      from session`)
  })
  expect(await faults()).toEqual(['session planted not-ours'])
  expect(
    await reading(
      async (store) => (await store.signedIn(network, 'hash of a token of theirs'))?.session,
    ),
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

test('a lock that was taken away gives no guess more, and one that was never made is not shut by another program’s rows', async () => {
  const failuresOf = (subject: string) =>
    reading((store) =>
      store.changeBudget(fund, subject, (before) => ({
        budget: before ?? { failures: 0, since: now, lockedUntil: undefined },
        answer: before?.failures ?? 0,
      })),
    )
  expect(await failuresOf('card:2')).toBe(0)
  withFile((database) => {
    database.exec(
      `insert into budget (scope, subject, failures, since) values ('${fund}', 'card:9', 0, '${now}')`,
    )
  })
  expect(await failuresOf('card:3')).toBe(0)
  withFile((database) => database.exec(`delete from budget where subject = 'card:1'`))
  for (const subject of ['card:1', 'card:1', 'card:4'])
    expect(await failuresOf(subject)).toBeGreaterThan(1000)
  // Locks that are there go on counting.
  expect(await failuresOf('card:2')).toBe(0)
})

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

test('what lies beside a network’s journal, as figures that it tells do, is counted from the first on', async () => {
  const figures = { subject: 'release:1', text: 'figures of a quarter' }
  await reading((store) => store.keep(network, [figures]))
  expect(await faults()).toEqual([])
  await reading((store) => store.keep(network, [{ ...figures, subject: 'release:2' }]))
  expect(await faults()).toEqual([])
  withFile((database) => database.exec(`delete from note where subject = 'release:1'`))
  expect(await faults()).toEqual(['note  not-complete'])
})

test('figures that a version before left uncounted are named, counted no further by themselves, and taken in once asked', async () => {
  await reading((store) => store.keep(network, [{ subject: 'release:1', text: 'of a quarter' }]))
  withFile((database) =>
    database.exec(`delete from register where kind = 'note' and scope = '${network}'`),
  )
  await reading((store) => store.keep(network, [{ subject: 'release:2', text: 'of the next' }]))
  expect(await faults()).toEqual(['note  not-counted'])
  await reading((store) => store.markAnew(network, { at: now, how: 'again' }))
  expect(await faults()).toEqual([])
  expect(await reading((store) => store.noteOf(network, 'release:1'))).toBe('of a quarter')
})

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
      device, command_hash, reverses, data, hash, x'${more[2]!.hash}' from entry where seq = 2`)
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

test('a book that was written anew with every hash counted anew is told, the network’s too, with its checkpoints left out', async () => {
  const forged = sealedRows([{ fundId: fund }, { fundId: fund, type: 'Forged' }])[1]!
  withFile((database) =>
    database
      .prepare('update entry set type = ?, hash = ? where fund_id = ? and seq = 2')
      .run(forged.type, bytesOf(forged.hash), fund),
  )
  expect(await faults()).toEqual(['entry 2 not-ours'])
  const without = sealedRows([{ fundId: network, type: 'Forged' }])[0]!
  withFile((database) =>
    database
      .prepare('update network_entry set type = ?, hash = ?')
      .run(without.type, bytesOf(without.hash)),
  )
  expect(await faults()).toEqual(['entry 2 not-ours', 'network_entry 1 not-ours'])
})
