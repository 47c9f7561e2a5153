import { expect, test } from 'vitest'
import type { WithStore } from '#test/contract/store-suite.ts'
import {
  deviceRow,
  membershipRow,
  network,
  otherNetwork,
  userRow,
} from '#test/contract/people-life.ts'

const later = '2026-02-01T02:00:00.000Z'

const loginFacts = (withStore: WithStore): void => {
  test(
    'a user is found by id and by login, and stands as written last',
    withStore(async (store) => {
      const user = userRow({})
      expect(await store.keepUser(user)).toBe('kept')
      expect(await store.user(network, 'user-1')).toStrictEqual(user)
      expect(await store.userByLogin(network, 'sok dara')).toStrictEqual(user)
      const changed = { ...user, login: 'Sok Dany', loginKey: 'sok dany', secret: 'argon2id$x' }
      expect(await store.keepUser(changed)).toBe('kept')
      expect(await store.user(network, 'user-1')).toStrictEqual(changed)
      expect(await store.userByLogin(network, 'sok dara')).toBeUndefined()
      const erased = { ...changed, secret: undefined, disabledAt: later }
      await store.keepUser(erased)
      expect(await store.users(network)).toStrictEqual([erased])
    }),
  )

  test(
    'a login belongs to one user of a network, and everything else goes on',
    withStore(async (store) => {
      const first = userRow({})
      const second = userRow({ userId: 'user-2', loginKey: 'chan', createdAt: later })
      await store.keepUser(first)
      expect(await store.keepUser({ ...second, loginKey: first.loginKey })).toBe('login-taken')
      expect(await store.users(network)).toStrictEqual([first])
      expect(await store.keepUser(second)).toBe('kept')
      expect(await store.keepUser({ ...second, loginKey: first.loginKey })).toBe('login-taken')
      expect(await store.users(network)).toStrictEqual([first, second])
      const elsewhere = { ...second, networkId: otherNetwork, loginKey: first.loginKey }
      expect(await store.keepUser(elsewhere)).toBe('kept')
      expect(await store.users(otherNetwork)).toStrictEqual([elsewhere])
    }),
  )

  test(
    'of many who take one login at the same moment one gets it',
    withStore(async (store) => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.keepUser(userRow({ userId: `user-${i}` }))),
      )
      expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1)
      expect(await store.users(network)).toHaveLength(1)
    }),
  )
}

const userFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  test(
    'users come in the order in which they were made, and texts byte for byte',
    withStore(async (store) => {
      const users = hostile.map((text, i) =>
        userRow({
          userId: `${9 - i} ${text}`,
          login: text,
          loginKey: text,
          secret: text,
          createdAt: `2026-01-0${i + 1}T02:00:00.000Z`,
        }),
      )
      for (const user of users.toReversed()) await store.keepUser(user)
      expect(await store.users(network)).toStrictEqual(users)
      for (const user of users) {
        expect(await store.user(network, user.userId)).toStrictEqual(user)
        expect(await store.userByLogin(network, user.loginKey)).toStrictEqual(user)
      }
    }),
  )
}

const membershipFacts = (withStore: WithStore): void => {
  test(
    'a user is one member of each fund, and a membership is seen from both sides',
    withStore(async (store) => {
      const rows = [
        membershipRow({}),
        membershipRow({ fundId: 'fund-b', memberId: 'member-9' }),
        membershipRow({ userId: 'user-2', memberId: 'member-2' }),
      ] as const
      for (const row of rows.toReversed()) await store.keepMembership(row)
      expect(await store.memberships(network, 'user-1')).toStrictEqual([rows[0], rows[1]])
      expect(await store.membershipsOfFund(network, 'fund-a')).toStrictEqual([rows[0], rows[2]])
      const changed = { ...rows[0], memberId: 'member-7' }
      await store.keepMembership(changed)
      expect(await store.memberships(network, 'user-1')).toStrictEqual([changed, rows[1]])
      expect(await store.memberships(otherNetwork, 'user-1')).toEqual([])
      expect(await store.membershipsOfFund(otherNetwork, 'fund-a')).toEqual([])
    }),
  )
}

const deviceFacts = (withStore: WithStore): void => {
  test(
    'a device is found by id and by token, and stands as written last',
    withStore(async (store) => {
      const first = deviceRow({ deviceId: 'device-2' })
      const second = deviceRow({ enrolledAt: later, tokenHash: 'hash-of-device-2' })
      await store.keepDevice(second)
      await store.keepDevice(first)
      expect(await store.devices(network)).toStrictEqual([first, second])
      expect(await store.device(network, 'device-2')).toStrictEqual(first)
      expect(await store.deviceByToken(network, second.tokenHash)).toStrictEqual(second)
      const revoked = { ...first, revokedAt: later }
      await store.keepDevice(revoked)
      expect(await store.device(network, 'device-2')).toStrictEqual(revoked)
      expect(await store.device(otherNetwork, 'device-2')).toBeUndefined()
      expect(await store.deviceByToken(otherNetwork, first.tokenHash)).toBeUndefined()
      expect(await store.devices(otherNetwork)).toEqual([])
    }),
  )

  test(
    'no two devices of a network have one token',
    withStore(async (store) => {
      await store.keepDevice(deviceRow({}))
      const twin = deviceRow({ deviceId: 'device-2' })
      await expect(store.keepDevice(twin)).rejects.toThrow()
      expect(await store.devices(network)).toStrictEqual([deviceRow({})])
      await store.keepDevice({ ...twin, networkId: otherNetwork })
      expect(await store.devices(otherNetwork)).toHaveLength(1)
    }),
  )
}

/** Users, whose member they are, and the devices that they sign in on. */
export const peopleFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  loginFacts(withStore)
  userFacts(withStore, hostile)
  membershipFacts(withStore)
  deviceFacts(withStore)
}
