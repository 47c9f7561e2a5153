import { expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { WithStore } from '#test/contract/store-suite.ts'
import {
  deviceRow,
  keyRow,
  membershipRow,
  network,
  otherNetwork,
  sessionRow,
  userRow,
} from '#test/contract/people-life.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

const later = '2026-01-20T03:00:00.000Z'

const whoIsIn = (withStore: WithStore): void => {
  test(
    'whoever is signed in comes with the device, the login and all funds that it is in, and a card with none',
    withStore(async (store) => {
      const session = sessionRow({})
      await store.keepSession(session)
      const { userId } = session
      const nobody = { device: undefined, user: undefined, memberships: [] }
      const bare = { session, ...nobody, networkHead: undefined }
      expect(await store.signedIn(network, session.tokenHash)).toStrictEqual(bare)
      const device = deviceRow({ deviceId: session.deviceId })
      const user = userRow({ userId: userId! })
      const memberships = ['fund-a', 'fund-b'].map((fundId) =>
        membershipRow({ userId: userId!, fundId }),
      )
      await store.keepDevice(device)
      await store.keepDevice(deviceRow({ deviceId: 'device-of-others', tokenHash: 'another' }))
      await store.keepUser(user)
      for (const one of memberships.toReversed()) await store.keepMembership(one)
      await store.keepMembership(membershipRow({ userId: 'user-of-others', fundId: 'fund-a' }))
      const [{ seq, hash }] = sealedRows([{ fundId: network }]) as [JournalRow]
      await store.networks.append(network, sealedRows([{ fundId: network }]), noChanges)
      const networkHead = { seq, hash }
      expect(await store.signedIn(network, session.tokenHash)).toStrictEqual({
        session,
        device,
        user,
        memberships,
        networkHead,
      })
    }),
  )
}

const whoUsedIt = (withStore: WithStore): void => {
  test(
    'a device knows who has ever come in on it by a login, ended or not',
    withStore(async (store) => {
      const on = (sessionId: string, userId: string | undefined, deviceId: string) =>
        sessionRow({ sessionId, tokenHash: `hash-of-${sessionId}`, userId, deviceId })
      await store.keepSession({ ...on('a', 'user-2', 'phone'), endedAt: later })
      await store.keepSession(on('b', 'user-1', 'phone'))
      await store.keepSession(on('c', 'user-1', 'phone'))
      await store.keepSession(on('d', 'user-3', 'another'))
      expect(await store.deviceUsers(network, 'phone')).toStrictEqual(['user-1', 'user-2'])
      expect(await store.deviceUsers(otherNetwork, 'phone')).toStrictEqual([])
    }),
  )
}

const sessionsThemselves = (withStore: WithStore): void => {
  test(
    'a session is found by its token, by whichever way somebody came',
    withStore(async (store) => {
      const byUser = sessionRow({ steppedUpAt: later })
      const byCard = sessionRow({
        sessionId: 'session-2',
        tokenHash: 'hash-of-session-2',
        userId: undefined,
        card: { fundId: 'fund-a', memberId: 'member-1' },
        deviceId: 'card-1',
      })
      await store.keepSession(byUser)
      await store.keepSession(byCard)
      expect((await store.signedIn(network, byUser.tokenHash))?.session).toStrictEqual(byUser)
      expect((await store.signedIn(network, byCard.tokenHash))?.session).toStrictEqual(byCard)
      expect((await store.signedIn(network, 'hash-of-nothing'))?.session).toBeUndefined()
      expect((await store.signedIn(otherNetwork, byUser.tokenHash))?.session).toBeUndefined()
    }),
  )

  test(
    'open sessions come newest first, and one that has ended is not among them',
    withStore(async (store) => {
      const rows = [1, 2, 3, 4].map((n) =>
        sessionRow({
          sessionId: `session-${n}`,
          tokenHash: `hash-${n}`,
          startedAt: `2026-01-20T02:00:0${Math.min(n, 3)}.000Z`,
        }),
      )
      for (const row of rows) await store.keepSession(row)
      const ended = { ...rows[1]!, endedAt: later }
      await store.keepSession(ended)
      expect(await store.openSessions(network)).toStrictEqual([rows[3], rows[2], rows[0]])
      expect((await store.signedIn(network, 'hash-2'))?.session).toStrictEqual(ended)
      expect(await store.openSessions(otherNetwork)).toEqual([])
    }),
  )
}

const sessionsOverTime = (withStore: WithStore): void => {
  test(
    'a session that was ended stays ended, however late a sign of life comes',
    withStore(async (store) => {
      const row = sessionRow({})
      await store.keepSession(row)
      await store.changeOpenSession(network, row.sessionId, { seenAt: later, steppedUpAt: later })
      const seen = { ...row, seenAt: later, steppedUpAt: later }
      expect((await store.signedIn(network, row.tokenHash))?.session).toStrictEqual(seen)
      await store.changeOpenSession(network, row.sessionId, { endedAt: later })
      await store.changeOpenSession(network, row.sessionId, { seenAt: row.seenAt })
      await store.changeOpenSession(network, 'no-such-session', { endedAt: later })
      await store.changeOpenSession(otherNetwork, row.sessionId, { seenAt: row.seenAt })
      const ended = { ...seen, endedAt: later }
      expect((await store.signedIn(network, row.tokenHash))?.session).toStrictEqual(ended)
    }),
  )

  test(
    'no two sessions of a network have one token',
    withStore(async (store) => {
      await store.keepSession(sessionRow({}))
      await expect(store.keepSession(sessionRow({ sessionId: 'session-2' }))).rejects.toThrow()
      expect(await store.openSessions(network)).toStrictEqual([sessionRow({})])
    }),
  )
}

const keysOfOneUser = (withStore: WithStore): void => {
  test(
    'the unused keys of one user are made void, and nobody else loses one',
    withStore(async (store) => {
      const own = keyRow({ keyHash: 'hash-own', userId: 'user-1' })
      const other = keyRow({ keyHash: 'hash-other', userId: 'user-2' })
      await store.keepKey(own)
      await store.keepKey(other)
      await store.voidKeys(network, 'user-1', later)
      await store.voidKeys(otherNetwork, 'user-2', later)
      expect(await store.takeKey(network, own.keyHash, later)).toBeUndefined()
      expect(await store.takeKey(network, other.keyHash, later)).toMatchObject({ usedAt: later })
    }),
  )

  test(
    'every key that was made for one user is told, used or not, and nobody else’s',
    withStore(async (store) => {
      const [first, second] = ['hash-a', 'hash-b'].map((keyHash) =>
        keyRow({ keyHash, userId: 'user-1' }),
      )
      await store.keepKey(first!)
      await store.keepKey(second!)
      await store.keepKey(keyRow({ keyHash: 'hash-c', userId: 'user-2' }))
      await store.takeKey(network, 'hash-a', later)
      const told = (await store.keysOf(network, 'user-1')).toSorted((a, b) =>
        a.keyHash < b.keyHash ? -1 : 1,
      )
      expect(told).toStrictEqual([{ ...first, usedAt: later }, second])
      expect(await store.keysOf(otherNetwork, 'user-1')).toEqual([])
      expect(await store.keysOf(network, 'user-9')).toEqual([])
    }),
  )
}

const keysTakenOnce = (withStore: WithStore): void => {
  test(
    'a one-time key opens once: of many who try at once one gets it',
    withStore(async (store) => {
      await store.keepKey(keyRow({}))
      const taken = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          store.takeKey(
            network,
            'hash-of-key-1',
            `2026-01-20T02:00:${String(i).padStart(2, '0')}Z`,
          ),
        ),
      )
      const got = taken.filter((key) => key !== undefined)
      expect(got).toHaveLength(1)
      expect(got[0]?.usedAt).toMatch(/^2026-01-20T02:00:/)
      expect({ ...got[0], usedAt: undefined }).toStrictEqual(keyRow({}))
      expect(await store.key(network, 'hash-of-key-1')).toStrictEqual(got[0])
      expect(await store.takeKey(network, 'hash-of-key-1', later)).toBeUndefined()
    }),
  )

  test(
    'a key is taken in its own network only, and looking at it does not use it',
    withStore(async (store) => {
      const key = keyRow({ purpose: 'practice', userId: undefined })
      await store.keepKey(key)
      await store.keepKey({ ...key, keyHash: 'hash-of-key-2' })
      expect(await store.takeKey(otherNetwork, key.keyHash, later)).toBeUndefined()
      expect(await store.takeKey(network, 'hash-of-nothing', later)).toBeUndefined()
      expect(await store.key(otherNetwork, key.keyHash)).toBeUndefined()
      expect(await store.key(network, key.keyHash)).toStrictEqual(key)
      expect(await store.takeKey(network, key.keyHash, later)).toStrictEqual({
        ...key,
        usedAt: later,
      })
      expect((await store.key(network, 'hash-of-key-2'))?.usedAt).toBeUndefined()
    }),
  )
}

/** Who is signed in, and keys that open one thing once. */
export const sessionFacts = (withStore: WithStore): void => {
  whoIsIn(withStore)
  whoUsedIt(withStore)
  sessionsThemselves(withStore)
  sessionsOverTime(withStore)
  keysOfOneUser(withStore)
  keysTakenOnce(withStore)
}
