import { describe, expect, test } from 'vitest'
import { chooseSecret, drawSecret, resetUser } from '#src/app/identity/first-secret.ts'
import { lookAtKey, makeKey, useKey } from '#src/app/identity/one-time-keys.ts'
import { addUser } from '#src/app/identity/users.ts'
import { day, entrance, goodSecret, hour, told } from '#test/support/entrance.ts'

const newcomer = async () => {
  const its = await entrance()
  const { needs, networkId } = its
  const user = await addUser(needs, { networkId, login: 'Chan Bopha' })
  if ('code' in user) throw new Error(user.code)
  const keyFor = (userId: string) =>
    makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy: 'test' })
  return { its, needs, networkId, user, keyFor, key: await keyFor(user.userId) }
}

describe('a key that opens one thing once', () => {
  test('of fifty who use one key at once, one gets it, and nobody after', async () => {
    const { needs, networkId } = await entrance()
    const key = await makeKey(needs, { networkId, purpose: 'enrol-device', madeBy: 'test' })
    const got = await Promise.all(Array.from({ length: 50 }, () => useKey(needs, key)))
    expect(got.filter(Boolean)).toHaveLength(1)
    expect(await useKey(needs, key)).toBeUndefined()
    expect(await lookAtKey(needs, key)).toBeUndefined()
  })

  test('of fifty who choose a secret with one key at once, one does', async () => {
    const { its, needs, key } = await newcomer()
    const secretOf = (i: number) => `${goodSecret} ${i}`
    const came = await Promise.all(
      Array.from({ length: 50 }, (_, i) => chooseSecret(needs, { key, secret: secretOf(i) })),
    )
    const winners = came.flatMap((one, i) => ('code' in one ? [] : [i]))
    expect(winners).toHaveLength(1)
    expect(told(await its.come('Chan Bopha', secretOf(winners[0]!)))).toBe('in')
  })

  test.each([
    ['enrol-device', 24],
    ['set-secret', 24],
    ['practice', 168],
  ] as const)('one to %s is good for %i hours', async (purpose, hours) => {
    const { needs, networkId, pass } = await entrance()
    const key = await makeKey(needs, { networkId, purpose, madeBy: 'test' })
    pass(hours * hour - 1)
    expect((await lookAtKey(needs, key))?.purpose).toBe(purpose)
    pass(1)
    expect(await lookAtKey(needs, key)).toBeUndefined()
    expect(await useKey(needs, key)).toBeUndefined()
  })

  test('one for another purpose opens nothing, and is not used up by the try', async () => {
    const { needs, networkId } = await entrance()
    const key = await makeKey(needs, { networkId, purpose: 'set-secret', madeBy: 'test' })
    expect(await useKey(needs, key, ['enrol-device', 'practice'])).toBeUndefined()
    expect(await useKey(needs, key, ['set-secret'])).toBeDefined()
  })
})

describe('choosing a secret by a key', () => {
  test('a weak one is told why, and the key stays good', async () => {
    const { its, needs, key } = await newcomer()
    expect(await chooseSecret(needs, { key, secret: 'short' })).toEqual({
      code: 'secret-too-short',
    })
    expect(told(await chooseSecret(needs, { key, secret: goodSecret }))).toBe('in')
    expect(told(await its.come('Chan Bopha'))).toBe('in')
    expect(await chooseSecret(needs, { key, secret: goodSecret })).toEqual({ code: 'key-not-good' })
  })

  test('of two keys for one person, the one that comes second is worthless', async () => {
    const { needs, user, key, keyFor } = await newcomer()
    const second = await keyFor(user.userId)
    expect(told(await chooseSecret(needs, { key: second, secret: goodSecret }))).toBe('in')
    expect(await chooseSecret(needs, { key, secret: 'a takeover by an old key' })).toEqual({
      code: 'key-not-good',
    })
  })

  test('a key of somebody who is shut out, or of nobody, sets nothing', async () => {
    const { needs, user, key, keyFor } = await newcomer()
    await needs.store.keepUser({ ...user, disabledAt: needs.clock() })
    const ofNobody = await keyFor(needs.ids())
    for (const one of [key, ofNobody, 'no key', ''])
      expect(await chooseSecret(needs, { key: one, secret: goodSecret })).toEqual({
        code: 'key-not-good',
      })
  })

  test('a reset takes the secret, ends sessions and opens a locked door by the new key alone', async () => {
    const { its, needs, key } = await newcomer()
    await chooseSecret(needs, { key, secret: goodSecret })
    for (let i = 0; i < 4; i += 1) {
      for (let j = 0; j < 5; j += 1) await its.guess('Chan Bopha')
      its.pass(day)
    }
    expect(told(await its.come('Chan Bopha'))).toBe('reset-in-person')
    const user = (await needs.store.users(its.networkId))[0]!
    const newKey = await resetUser(needs, { user, by: 'test' })
    expect(told(await its.come('Chan Bopha'))).toBe('sign-in-failed')
    await chooseSecret(needs, { key: newKey, secret: 'another seven palms' })
    expect(told(await its.come('Chan Bopha', 'another seven palms'))).toBe('in')
  })
})

describe('a PIN that is drawn', () => {
  test('a member of a fund has one drawn, signs in by it, and is told it once', async () => {
    const { its, needs, networkId, user, key } = await newcomer()
    const { userId } = user
    await needs.store.keepMembership({ networkId, userId, fundId: its.fundId, memberId: 'm' })
    const drawn = await drawSecret(needs, { key, day: '2026-01-20' })
    if (!('pin' in drawn)) throw new Error(drawn.code)
    expect(drawn.pin).toMatch(/^\d{6}$/)
    expect(told(await its.come('Chan Bopha', drawn.pin))).toBe('in')
    const khmer = drawn.pin.replaceAll(/\d/g, (d) => String.fromCharCode(0x17e0 + Number(d)))
    expect(told(await its.come('Chan Bopha', khmer))).toBe('in')
    expect(await drawSecret(needs, { key, day: '2026-01-20' })).toEqual({ code: 'key-not-good' })
  })

  test('whoever is no member chooses a password, and the key stays good for it', async () => {
    const { needs, key } = await newcomer()
    expect(told(await drawSecret(needs, { key, day: '2026-01-20' }))).toBe('password-needed')
    expect(told(await chooseSecret(needs, { key, secret: goodSecret }))).toBe('in')
  })
})
