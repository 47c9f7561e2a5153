import { expect, test } from 'vitest'
import { endSession } from '#src/app/identity/sessions.ts'
import {
  checkSecret,
  deviceOf,
  isOwnSecret,
  resetGuesses,
  signIn,
  stepUp,
} from '#src/app/identity/sign-in.ts'
import { setDisabled, setSecret } from '#src/app/identity/users.ts'
import { failuresAt, networkId, smallNetwork, tried } from '#test/support/small-network.ts'

const since = '2025-03-01T01:00:00.000Z'

const atTheDoor = async () => {
  const its = await smallNetwork()
  const user = await its.member('o1')
  const { deviceToken, needs, device } = its
  const loginDoor = `login:${needs.hash(`${networkId} o1`)}:${device.deviceId}`
  const counted = async () => [
    await failuresAt(its, networkId, loginDoor),
    await failuresAt(its, networkId, `device:${device.deviceId}`),
    await failuresAt(its, networkId, 'all-doors'),
  ]
  const come = (secret = 'secret of o1') => signIn(needs, { deviceToken, login: 'o1', secret })
  return { ...its, its, user, counted, come, loginDoor }
}

test('a wrong one is counted at the own door, at the device and in the network; a right one clears the own alone', async () => {
  const { come, counted } = await atTheDoor()
  expect(await come('not it')).toEqual({ code: 'sign-in-failed' })
  expect(await counted()).toEqual([1, 1, 1])
  expect(await come('not it')).toEqual({ code: 'sign-in-failed' })
  expect(await counted()).toEqual([2, 2, 2])
  expect(await come()).toMatchObject({ session: { networkId } })
  expect(await counted()).toEqual([0, 2, 2])
})

test.each([
  ['device', 49, 'in'],
  ['device', 50, 'wait'],
  ['network', 199, 'in'],
  ['network', 200, 'wait'],
] as const)('after %s guesses of %i at a shared door somebody is: %s', async (door, n, is) => {
  const { its, come, counted, device } = await atTheDoor()
  await tried(its, networkId, door === 'device' ? `device:${device.deviceId}` : 'all-doors', n)
  const came = await come()
  expect('session' in came ? 'in' : came.code).toBe(is)
  // Nobody is counted against for knocking at a closed door: not at the own one, nor at those before it.
  const shut = door === 'device' ? [0, n, 0] : [0, 0, n]
  expect(await counted()).toEqual(shut)
})

test('a door that many share is closed for a day from its first wrong guess, to the millisecond', async () => {
  const { its, come, device, pass } = await atTheDoor()
  await tried(its, networkId, `device:${device.deviceId}`, 50)
  const until = '2025-03-02T01:00:00.000Z'
  expect(await come()).toEqual({ code: 'wait', until })
  pass(Date.parse(until) - Date.parse('2025-03-01T02:00:00.000Z') - 1)
  expect(await come()).toEqual({ code: 'wait', until })
  pass(1)
  expect(await come()).toMatchObject({ session: { networkId } })
})

test('somebody who was shut out, or got another secret, while the secret was looked at stays outside', async () => {
  const { needs, secrets, come, user } = await atTheDoor()
  secrets.meanwhile(() => setDisabled(needs, user, true))
  expect(await come()).toEqual({ code: 'sign-in-failed' })
  await setDisabled(needs, user, false)
  expect(await come()).toMatchObject({ session: { networkId } })
  secrets.meanwhile(() => setSecret(needs, user, 'another one of theirs'))
  expect(await come()).toEqual({ code: 'sign-in-failed' })
})

test('for whoever has no secret, or is nobody, one is stretched all the same', async () => {
  const { needs, secrets, store, user, deviceToken } = await atTheDoor()
  await store.keepUser({ ...user, secret: undefined })
  for (const login of ['o1', 'nobody at all']) {
    const before = secrets.seals() + secrets.looks()
    const came = await signIn(needs, { deviceToken, login, secret: 'secret of o1' })
    expect(came).toEqual({ code: 'sign-in-failed' })
    expect(secrets.seals() + secrets.looks()).toBe(before + 1)
  }
})

test('a device that was shut out, or is none, lets nobody in', async () => {
  const { needs, store, device, deviceToken, come } = await atTheDoor()
  expect((await deviceOf(needs, deviceToken))?.deviceId).toBe(device.deviceId)
  expect(await deviceOf(needs, `${networkId}.${'x'.repeat(43)}`)).toBeUndefined()
  expect(await deviceOf(needs, 'no token')).toBeUndefined()
  await store.keepDevice({ ...device, revokedAt: since })
  expect(await deviceOf(needs, deviceToken)).toBeUndefined()
  expect(await come()).toEqual({ code: 'device-not-enrolled' })
  expect(
    await signIn(needs, { deviceToken: undefined, login: 'o1', secret: 'secret of o1' }),
  ).toEqual({ code: 'device-not-enrolled' })
})

test('what was sealed by an older pepper is sealed anew once it is known again, and only then', async () => {
  const { needs, store, user, device, its } = await atTheDoor()
  const old = user.secret!
  const isOld = (sealed: string): boolean => sealed === old
  const older = { ...needs, secrets: { ...its.secrets, isOld } }
  const { deviceId } = device
  const asked = { networkId, deviceId, login: 'o1' }
  const kept = async () => (await store.user(networkId, user.userId))!.secret
  await checkSecret(older, { ...asked, secret: 'not it' })
  expect(await kept()).toBe(old)
  expect(await checkSecret(older, { ...asked, secret: 'secret of o1' })).toEqual({
    userId: user.userId,
  })
  const anew = await kept()
  expect(anew).not.toBe(old)
  await checkSecret(older, { ...asked, secret: 'secret of o1' })
  expect(await kept()).toBe(anew)
})

test('a door that was locked for good opens again when it is reset', async () => {
  const { its, needs, come, loginDoor } = await atTheDoor()
  await tried(its, networkId, loginDoor, 20)
  expect(await come()).toEqual({ code: 'reset-in-person' })
  await resetGuesses(needs, { networkId, login: ' O1 ' })
  expect(await come()).toMatchObject({ session: { networkId } })
})

test('whoever gives it again has stepped up from that moment', async () => {
  const { needs, store, sessionOf, user, pass } = await atTheDoor()
  const session = await sessionOf(user)
  pass(60_000)
  const stepped = await stepUp(needs, session, 'secret of o1')
  expect(stepped).toMatchObject({ steppedUpAt: '2025-03-01T02:01:00.000Z' })
  const kept = (await store.signedIn(networkId, session.tokenHash))?.session
  expect(kept?.steppedUpAt).toBe('2025-03-01T02:01:00.000Z')
})

test('a wrong one, a session that ended meanwhile and one of nobody step up to nothing', async () => {
  const { needs, secrets, store, sessionOf, user } = await atTheDoor()
  const session = await sessionOf(user)
  const failed = { code: 'sign-in-failed' }
  expect(await stepUp(needs, session, 'not it')).toEqual(failed)
  secrets.meanwhile(() => endSession(needs, session))
  expect(await stepUp(needs, session, 'secret of o1')).toEqual(failed)
  const ended = (await store.signedIn(networkId, session.tokenHash))?.session
  expect(ended?.steppedUpAt).toBe(session.steppedUpAt)
  expect(await stepUp(needs, { ...session, userId: undefined }, 'secret of o1')).toEqual(failed)
})

test('the secret of whoever has the session: of a user it is the own one, and costs a guess at the own door', async () => {
  const { needs, sessionOf, user, counted } = await atTheDoor()
  const session = await sessionOf(user)
  expect(await isOwnSecret(needs, session, 'secret of o1')).toBe(true)
  expect(await isOwnSecret(needs, session, 'not it')).toBe(false)
  expect(await counted()).toEqual([1, 1, 1])
  expect(await isOwnSecret(needs, { ...session, userId: undefined }, 'secret of o1')).toBe(false)
})
