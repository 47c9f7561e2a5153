import { expect, test } from 'vitest'
import {
  userOfKey,
  chooseSecret,
  drawSecret,
  mayHavePin,
  resetUser,
} from '#src/app/identity/first-secret.ts'
import { changeOwnSecret } from '#src/app/identity/own-secret.ts'
import {
  enrolDevice,
  lookAtKey,
  makeKey,
  shutOutDevice,
  useKey,
} from '#src/app/identity/one-time-keys.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'
import { addUser, secretFault, setDisabled } from '#src/app/identity/users.ts'
import { day, failuresAt, fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const hour = 3_600_000
const good = 'seven green boats'

const withUser = async (login = 'o1') => {
  const its = await smallNetwork()
  const { needs, store } = its
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) throw new Error(user.code)
  const { userId } = user
  const keyFor = () => makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy: 'x' })
  const signsIn = async (secret: string, as = login): Promise<boolean> =>
    'userId' in (await checkSecret(needs, { networkId, deviceId: 'd1', login: as, secret }))
  const joins = (memberId = 'o1') => store.keepMembership({ networkId, userId, fundId, memberId })
  return { ...its, user, userId, keyFor, signsIn, joins }
}

test.each([
  ['set-secret', 24],
  ['enrol-device', 24],
  ['practice', 168],
] as const)('a key for %s is good for %i hours, to the millisecond', async (purpose, hours) => {
  const { needs, pass } = await smallNetwork()
  const key = await makeKey(needs, { networkId, purpose, madeBy: 'x' })
  pass(hours * hour - 1)
  expect(await lookAtKey(needs, key)).toMatchObject({ purpose })
  pass(1)
  expect(await lookAtKey(needs, key)).toBeUndefined()
  expect(await useKey(needs, key)).toBeUndefined()
})

test('looking at a key uses nothing up; of two who use it one gets it', async () => {
  const { needs } = await smallNetwork()
  const key = await makeKey(needs, { networkId, purpose: 'practice', madeBy: 'x' })
  expect(await lookAtKey(needs, key)).toBeDefined()
  const both = await Promise.all([useKey(needs, key), useKey(needs, key)])
  expect(both.filter((one) => one !== undefined)).toHaveLength(1)
  expect(await lookAtKey(needs, key)).toBeUndefined()
})

test('a key opens nothing that it was not made for, and no other text opens anything', async () => {
  const { needs } = await smallNetwork()
  const key = await makeKey(needs, { networkId, purpose: 'practice', madeBy: 'x' })
  expect(await lookAtKey(needs, key, ['set-secret', 'enrol-device'])).toBeUndefined()
  expect(await useKey(needs, key, ['set-secret'])).toBeUndefined()
  expect(await lookAtKey(needs, key, ['practice'])).toBeDefined()
  expect(await lookAtKey(needs, `${networkId}.${'x'.repeat(43)}`)).toBeUndefined()
  expect(await lookAtKey(needs, 'no key')).toBeUndefined()
})

test('a newer key for the same person makes the older worthless, and nobody else’s', async () => {
  const { needs, keyFor, person } = await withUser()
  const other = await makeKey(needs, {
    networkId,
    purpose: 'set-secret',
    userId: (await person('o2')).userId,
    madeBy: 'x',
  })
  const older = await keyFor()
  const newer = await keyFor()
  expect(await lookAtKey(needs, older)).toBeUndefined()
  expect(await lookAtKey(needs, newer)).toBeDefined()
  expect(await lookAtKey(needs, other)).toBeDefined()
})

test('the first secret is chosen by the key, once', async () => {
  const { needs, keyFor, userId, signsIn, kept } = await withUser()
  const key = await keyFor()
  expect(await chooseSecret(needs, { key, secret: good })).toMatchObject({ userId })
  expect((await kept.user(networkId, userId))?.secret).toBeDefined()
  expect(await signsIn(good)).toBe(true)
  expect(await chooseSecret(needs, { key, secret: 'nine yellow kites' })).toEqual({
    code: 'key-not-good',
  })
  expect(await signsIn(good)).toBe(true)
})

test('of two who choose by one key at once one has chosen', async () => {
  const { needs, keyFor, signsIn } = await withUser()
  const key = await keyFor()
  const secrets = [good, 'nine yellow kites']
  const both = await Promise.all(secrets.map((secret) => chooseSecret(needs, { key, secret })))
  expect(both.filter((one) => 'userId' in one)).toHaveLength(1)
  expect(await signsIn(secrets[both.findIndex((one) => 'userId' in one)]!)).toBe(true)
})

test('keys that name nobody make each other no worse', async () => {
  const { needs } = await smallNetwork()
  const asked = { networkId, purpose: 'practice', madeBy: 'x' } as const
  const keys = [await makeKey(needs, asked), await makeKey(needs, asked)]
  for (const key of keys) expect(await lookAtKey(needs, key)).toBeDefined()
})

test('a weak first secret costs no key', async () => {
  const { needs, keyFor, signsIn } = await withUser()
  const key = await keyFor()
  expect(await chooseSecret(needs, { key, secret: 'short' })).toEqual({
    code: 'secret-too-short',
  })
  expect(await chooseSecret(needs, { key, secret: good })).toMatchObject({ login: 'o1' })
  expect(await signsIn(good)).toBe(true)
})

test('a first secret is set for nobody who has one, who was shut out, or who is not named by the key', async () => {
  const { needs, keyFor, user, person } = await withUser()
  const key = await keyFor()
  await setDisabled(needs, user, true)
  expect(await userOfKey(needs, key)).toBeUndefined()
  await setDisabled(needs, user, false)
  expect(await userOfKey(needs, key)).toMatchObject({ login: 'o1' })
  const { userId } = await person('o2')
  const known = await makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy: 'x' })
  expect(await userOfKey(needs, known)).toBeUndefined()
  const nobodys = await makeKey(needs, { networkId, purpose: 'set-secret', madeBy: 'x' })
  expect(await userOfKey(needs, nobodys)).toBeUndefined()
})

test('the first secret of somebody who is shut out while it is stretched is not kept', async () => {
  const { needs, keyFor, secrets, user, kept, userId } = await withUser()
  const key = await keyFor()
  secrets.meanwhile(() => setDisabled(needs, user, true))
  expect(await chooseSecret(needs, { key, secret: good })).toEqual({ code: 'key-not-good' })
  expect((await kept.user(networkId, userId))?.secret).toBeUndefined()
  await setDisabled(needs, user, false)
  expect(await lookAtKey(needs, key)).toBeDefined()
})

test('six digits are drawn for an officer, and told once', async () => {
  const { needs, keyFor, joins, signsIn } = await withUser()
  await joins()
  const drawn = await drawSecret(needs, { key: await keyFor(), day })
  if (!('pin' in drawn)) throw new Error(drawn.code)
  expect(drawn.pin).toMatch(/^\d{6}$/)
  expect(await signsIn(drawn.pin)).toBe(true)
  expect(await drawSecret(needs, { key: await keyFor(), day })).toEqual({ code: 'key-not-good' })
})

test('whoever is a member of no fund, or staff of the network, has no PIN', async () => {
  const { needs, keyFor, joins, user, userId, decided } = await withUser()
  expect(await mayHavePin(needs, user, day)).toBe(false)
  expect(await drawSecret(needs, { key: await keyFor(), day })).toMatchObject({
    code: 'password-needed',
  })
  await joins()
  expect(await mayHavePin(needs, user, day)).toBe(true)
  const effectiveOn = '2025-01-10'
  const role = 'auditor'
  await decided([{ type: 'AppointStaff', effectiveOn, userId, role, until: '2025-03-05' }])
  expect(await mayHavePin(needs, user, '2025-03-05')).toBe(false)
  expect(await mayHavePin(needs, user, '2025-03-06')).toBe(true)
  await decided([{ type: 'DismissStaff', effectiveOn: '2025-03-03', userId, role }])
  expect(await mayHavePin(needs, user, '2025-03-02')).toBe(false)
  expect(await mayHavePin(needs, user, '2025-03-03')).toBe(true)
})

test('after a reset the old one opens nothing, everybody is out, and the door is unlocked', async () => {
  const its = await smallNetwork()
  const { needs, kept, member, sessionOf } = its
  const user = await member('o1')
  await sessionOf(user)
  const { deviceId } = its.device
  const asked = { networkId, deviceId, login: 'o1' }
  for (let i = 0; i < 3; i += 1) await checkSecret(needs, { ...asked, secret: 'not it' })
  const key = await resetUser(needs, { user, by: 'o2' })
  expect((await kept.user(networkId, user.userId))?.secret).toBeUndefined()
  expect(await kept.openSessions(networkId)).toEqual([])
  const door = `login:${needs.hash(`${networkId} o1`)}:${deviceId}`
  expect(await failuresAt(its, networkId, door)).toBe(0)
  expect(await userOfKey(needs, key)).toMatchObject({ userId: user.userId })
})

const signedIn = async () => {
  const its = await smallNetwork()
  const user = await its.member('o1')
  const session = await its.sessionOf(user)
  const change = (secret: string, to: 'drawn' | { readonly chosen: string }) =>
    changeOwnSecret(its.needs, session, { secret, to })
  const signsIn = async (secret: string): Promise<boolean> => {
    const asked = { networkId, deviceId: 'd1', login: 'o1', secret }
    return 'userId' in (await checkSecret(its.needs, asked))
  }
  return { ...its, user, session, change, signsIn }
}

test('changing the own secret takes the one of before; wherever else that person is signed in it ends', async () => {
  const { change, signsIn, sessionOf, user, member, session, kept } = await signedIn()
  await sessionOf(user)
  const other = await sessionOf(await member('o2'))
  expect(await change('not it', { chosen: good })).toEqual({ code: 'sign-in-failed' })
  expect(await signsIn('secret of o1')).toBe(true)
  expect(await change('secret of o1', { chosen: good })).toEqual({ pin: undefined })
  const left = (await kept.openSessions(networkId)).map(({ sessionId }) => sessionId)
  expect(left.toSorted()).toEqual([session.sessionId, other.sessionId].toSorted())
  expect(await signsIn(good)).toBe(true)
  expect(await signsIn('secret of o1')).toBe(false)
})

test('a PIN can be drawn anew, and a weak secret is told before any guess is taken', async () => {
  const { change, signsIn, secrets } = await signedIn()
  const before = secrets.looks()
  expect(await change('not it', { chosen: 'short' })).toEqual({ code: 'secret-too-short' })
  expect(secrets.looks()).toBe(before)
  const drawn = await change('secret of o1', 'drawn')
  if (!('pin' in drawn) || drawn.pin === undefined) throw new Error('no PIN')
  expect(drawn.pin).toMatch(/^\d{6}$/)
  expect(await signsIn(drawn.pin)).toBe(true)
})

test('changing it is of no use to whoever is shut out, or reset, while the new one is stretched', async () => {
  const { needs, change, secrets, user, store, kept } = await signedIn()
  const whileSealing = async (act: () => Promise<unknown>) => {
    secrets.meanwhile(async () => secrets.meanwhile(act))
    return change('secret of o1', { chosen: good })
  }
  const failed = { code: 'sign-in-failed' }
  expect(await whileSealing(() => setDisabled(needs, user, true))).toEqual(failed)
  await setDisabled(needs, user, false)
  expect((await kept.user(networkId, user.userId))?.secret).toBe(user.secret)
  expect(await whileSealing(() => store.keepUser({ ...user, secret: undefined }))).toEqual(failed)
  expect((await kept.user(networkId, user.userId))?.secret).toBeUndefined()
})

test('a session of nobody’s changes nothing', async () => {
  const { needs, session } = await signedIn()
  const asked = { secret: 'secret of o1', to: 'drawn' } as const
  for (const userId of [undefined, 'gone'])
    expect(await changeOwnSecret(needs, { ...session, userId }, asked)).toEqual({
      code: 'sign-in-failed',
    })
})

test.each([
  ['eleven signs', 'abcdefghi w', 'secret-too-short'],
  ['twelve signs', 'abcdefghi wx', undefined],
  ['two hundred signs', 'abcdefgh'.repeat(25), undefined],
  ['two hundred and one', `${'abcdefgh'.repeat(25)}x`, 'secret-too-long'],
  ['four different signs', 'abcdabcdabcd', 'secret-too-simple'],
  ['five different signs', 'abcdeabcdeab', undefined],
  ['four signs beside a word that is guessed first', 'password wxyz', 'secret-too-simple'],
  ['five signs beside it', 'password vwxyz', undefined],
  ['the own name in it', 'boats SOKHA sail', 'secret-too-simple'],
])('a secret of %s: %s is %s', (_, secret, code) => {
  expect(secretFault(secret, 'sokha')?.code).toBe(code)
})

test('a device that is shut out is out with everybody on it, from the first time that it was said', async () => {
  const { needs, kept, device, member, sessionOf, pass, person } = await smallNetwork()
  await sessionOf(await member('o1'))
  const elsewhere = await sessionOf(await person('o2'))
  await kept.keepSession({ ...elsewhere, deviceId: 'another one' })
  const revokedAt = '2025-03-01T02:00:00.000Z'
  expect(await shutOutDevice(needs, device)).toEqual({ revokedAt, sessionsEnded: 1 })
  expect((await kept.openSessions(networkId)).map(({ deviceId }) => deviceId)).toEqual([
    'another one',
  ])
  pass(1000)
  const again = (await kept.device(networkId, device.deviceId))!
  expect(again.revokedAt).toBe(revokedAt)
  expect(await shutOutDevice(needs, again)).toEqual({ revokedAt, sessionsEnded: 0 })
})

test('a device that is enrolled or shut out is so at once, and who enrolled it stands with it', async () => {
  const { needs, kept } = await smallNetwork()
  const asked = { networkId, label: 'a second phone', by: 'o1' }
  const { device, token } = await enrolDevice(needs, asked)
  const at = '2025-03-01T02:00:00.000Z'
  expect(await kept.deviceByToken(networkId, needs.hash(token))).toEqual({
    networkId,
    deviceId: device.deviceId,
    tokenHash: needs.hash(token),
    label: 'a second phone',
    enrolledAt: at,
    enrolledBy: 'o1',
    revokedAt: undefined,
  })
  await shutOutDevice(needs, device)
  expect((await kept.device(networkId, device.deviceId))?.revokedAt).toBe(at)
})
