import { describe, expect, test } from 'vitest'
import {
  type Desk,
  bodyOf,
  codeOf,
  desk,
  loginOf,
  secretOf,
  answerSeen,
} from '#test/http/identity/desk.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { halfFor } from '#test/support/halves.ts'
import { goodSecret } from '#test/support/entrance.ts'

type UserRow = { userId: string; login: string; disabledAt: string | null; hasSecret: boolean }
type NewUser = { userId: string; key: string; half: string }

/** The other one who decides, who stands behind new logins. */
const beside = { login: practiceStaff.login, secret: practiceStaff.pin }

const office = async () => {
  const its = await desk()
  const token = await its.signedIn('administrator')
  const root = `/v1/networks/${its.networkId}`
  return {
    ...its,
    token,
    root,
    get: (path: string, by = token) => its.ask(`${root}/${path}`, { token: by }),
    post: (path: string, json: object = {}, by = token) =>
      its.ask(`${root}/${path}`, {
        token: by,
        json: path === 'users' ? { approver: beside, ...json } : json,
      }),
    remove: (path: string, by = token) =>
      its.ask(`${root}/${path}`, { token: by, method: 'DELETE' }),
  }
}

const add = async (its: Awaited<ReturnType<typeof office>>, json: object): Promise<NewUser> => {
  const response = await its.post('users', json)
  expect(response.status).toBe(201)
  const made = await bodyOf<NewUser>(response)
  return { ...made, half: await halfFor(its, made.userId) }
}

const setSecret = (its: Desk, json: object) => its.ask('/v1/secrets', { json })

/** The office of a fund whose officers cannot sign in yet, so that the administrator has to help. */
const officeOfNewFund = async (without: readonly Door[] = ['chair', 'record-keeper']) => {
  const its = await office()
  const { store } = its.needs
  for (const door of without) {
    const user = (await store.user(its.networkId, await its.userIdOf(door)))!
    await store.keepUser({ ...user, secret: undefined })
  }
  return its
}

describe('who may look after people', () => {
  test('a stranger is told to sign in, people of funds that there is no network, staff that it is not theirs', async () => {
    const its = await office()
    const [keeper, auditor] = [await its.signedIn('record-keeper'), await its.signedIn('auditor')]
    const household = await its.as('household')
    for (const path of ['users', 'devices', 'sessions', 'log']) {
      expect(await codeOf(await its.ask(`${its.root}/${path}`))).toBe('401 not-signed-in')
      for (const token of [keeper, household])
        expect(await codeOf(await its.get(path, token))).toBe('404 not-found')
      expect(await codeOf(await its.get(path, auditor))).toBe('403 not-allowed')
      expect((await its.get(path)).status).toBe(200)
    }
    const elsewhere = `/v1/networks/${its.needs.ids()}/users`
    expect(await codeOf(await its.ask(elsewhere, { token: its.token }))).toBe('404 not-found')
  })
})

describe('users', () => {
  test('an administrator adds somebody, who sets a secret by the key and signs in', async () => {
    const its = await office()
    const { userId, key, half } = await add(its, { login: 'Chan Bopha' })
    expect((await setSecret(its, { key, half, secret: goodSecret })).status).toBe(204)
    expect((await its.come('chan bopha', goodSecret)).status).toBe(201)
    const { items } = await bodyOf<{ items: UserRow[] }>(await its.get('users'))
    expect(items.find((user) => user.userId === userId)).toEqual({
      userId,
      login: 'Chan Bopha',
      createdAt: '2025-12-31T02:00:00.000Z',
      disabledAt: null,
      hasSecret: true,
    })
    expect(JSON.stringify(items)).not.toContain('cheap')
    const lines = await its.needs.store.activities(its.networkId, { limit: 50 })
    expect(lines.filter(({ action }) => action === 'manage-users').length).toBeGreaterThan(1)
    expect(JSON.stringify(lines)).not.toContain('Bopha')
  })

  test('a name that is taken, however it is spelt, and one that is no name are told apart', async () => {
    const its = await office()
    await add(its, { login: 'Chan Bopha' })
    expect(await codeOf(await its.post('users', { login: ' CHAN  bopha' }))).toBe(
      '400 invalid-request',
    )
    expect(await codeOf(await its.post('users', { login: 'CHAN  bopha' }))).toBe('409 login-taken')
    for (const json of [{ login: '<b>' }, { login: 'x' }, {}, { login: 7 }, { login: 'ok', a: 1 }])
      expect((await its.post('users', json)).status).toBe(400)
  })
})

describe('users who are members', () => {
  test('a member is linked by fund and card, and is a member from then on', async () => {
    const its = await officeOfNewFund()
    const { fundId } = its
    const { userId, key, half } = await add(its, {
      login: 'Bopha',
      memberOf: { fundId, card: 'M05' },
    })
    const drawn = await setSecret(its, { key, half, drawPin: true })
    const { pin } = await bodyOf<{ pin: string }>(drawn)
    const come = await its.come('Bopha', pin)
    const { roles } = await bodyOf<{ roles: { funds: object[] } }>(come)
    expect(roles.funds).toEqual([{ fundId, held: ['household-member'] }])
    expect(await its.needs.store.memberships(its.networkId, userId)).toHaveLength(1)
    const count = (await its.needs.store.users(its.networkId)).length
    for (const [memberOf, pointer] of [
      [{ fundId, card: 'M999' }, '/memberOf/card'],
      [{ fundId: its.needs.ids(), card: 'M05' }, '/memberOf/fundId'],
      [{ fundId: 'mine', card: 'M05' }, '/memberOf/fundId'],
    ] as const) {
      const refused = await its.post('users', { login: 'Someone', memberOf })
      expect(await answerSeen(refused)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer }] },
      })
    }
    expect(await its.needs.store.users(its.networkId)).toHaveLength(count)
  })
})

describe('users who are shut out or reset', () => {
  test('whoever is shut out is out with the next request, and back when let in', async () => {
    const its = await office()
    const chair = await its.signedIn('chair')
    const userId = await its.userIdOf('chair')
    expect((await its.post(`users/${userId}/disable`)).status).toBe(204)
    expect((await its.ask('/v1/sessions', { token: chair })).status).toBe(401)
    expect((await its.come(loginOf('chair'), secretOf('chair'))).status).toBe(401)
    expect((await its.post(`users/${userId}/enable`)).status).toBe(204)
    expect((await its.ask('/v1/sessions', { token: chair })).status).toBe(401)
    expect((await its.come(loginOf('chair'), secretOf('chair'))).status).toBe(201)
  })

  test('nobody shuts out themselves, and there is nothing to do to nobody', async () => {
    const its = await office()
    const own = await its.userIdOf('administrator')
    expect(await codeOf(await its.post(`users/${own}/disable`))).toBe('409 not-oneself')
    for (const verb of ['disable', 'enable', 'reset'])
      for (const id of [its.needs.ids(), 'nobody', '..%2F'])
        expect(await codeOf(await its.post(`users/${id}/${verb}`))).toBe('404 not-found')
  })

  test('a reset opens a locked door by a new key, and ends what was open', async () => {
    const its = await officeOfNewFund(['record-keeper'])
    const chair = await its.signedIn('chair')
    const userId = await its.userIdOf('chair')
    for (let i = 0; i < 5; i += 1) await its.come(loginOf('chair'), 'wrong')
    const path = `users/${userId}/reset`
    expect(await codeOf(await its.post(path))).toBe('403 approval-needed')
    const { key } = await bodyOf<NewUser>(await its.post(path, { approver: beside }))
    const half = await halfFor(its, userId)
    expect((await its.ask('/v1/sessions', { token: chair })).status).toBe(401)
    expect((await its.come(loginOf('chair'), secretOf('chair'))).status).toBe(401)
    expect((await setSecret(its, { key, secret: goodSecret })).status).toBe(400)
    expect((await setSecret(its, { key, half, secret: goodSecret })).status).toBe(204)
    expect((await its.come(loginOf('chair'), goodSecret)).status).toBe(201)
    const lines = await its.needs.store.activities(its.networkId, {
      subject: `user:${userId}`,
      limit: 50,
    })
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['reset', 'set-secret']),
    )
  })
})

describe('secrets by a key', () => {
  test('a weak one is told at its field, and a bad key looks like none', async () => {
    const its = await office()
    const { key, half } = await add(its, { login: 'Chan Bopha' })
    for (const [secret, code] of [
      ['short', 'secret-too-short'],
      ['123456123456', 'secret-too-simple'],
      ['chan bopha chan', 'secret-too-simple'],
      ['Password-2026!', 'secret-too-simple'],
      ['village fund 12', 'secret-too-simple'],
      ['មូលនិធិភូមិ ២០២៦', 'secret-too-simple'],
      ['x'.repeat(300), 'secret-too-long'],
    ]) {
      expect(await answerSeen(await setSecret(its, { key, half, secret }))).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/secret', code }] },
      })
    }
    expect((await setSecret(its, { key, half, secret: '!@#$ %^&* ()_+' })).status).toBe(204)
    const { key: deviceKey } = await bodyOf<{ key: string }>(await its.post('devices'))
    for (const bad of [key, deviceKey, 'none'])
      for (const more of [{ secret: goodSecret }, { secret: 'short' }, { drawPin: true }])
        expect(await codeOf(await setSecret(its, { key: bad, ...more }))).toBe('404 key-not-good')
    for (const json of [
      { key },
      { key, drawPin: false },
      { key, drawPin: true, secret: goodSecret },
    ])
      expect(await codeOf(await setSecret(its, json))).toBe('400 invalid-request')
  })

  test('staff choose a password, also those who are members, and those who begin later', async () => {
    const its = await officeOfNewFund()
    const { fundId, needs, networkId } = its
    const { userId, key, half } = await add(its, {
      login: 'Bopha',
      memberOf: { fundId, card: 'M05' },
    })
    const appoint = {
      id: needs.ids(),
      v: 1 as const,
      type: 'AppointStaff' as const,
      effectiveOn: '2026-01-15',
      userId,
      role: 'auditor' as const,
      until: '2026-12-31',
    }
    await needs.recordNetwork(networkId, [appoint], { actor: 'test', device: 'test' })
    const { key: nobodys } = await add(its, { login: 'Pisey' })
    for (const one of [key, nobodys])
      expect(await codeOf(await setSecret(its, { key: one, drawPin: true }))).toBe(
        '403 password-needed',
      )
    expect((await setSecret(its, { key, half, secret: goodSecret })).status).toBe(204)
  })
})

describe('devices and sessions', () => {
  test('a device is enrolled by the key, seen, and shut out with everybody on it', async () => {
    const its = await office()
    const { key } = await bodyOf<{ key: string }>(await its.post('devices'))
    const enrolled = await its.ask('/v1/devices', { json: { key, label: 'lost phone' } })
    const { deviceToken, deviceId } = await bodyOf<Record<string, string>>(enrolled)
    const json = { deviceToken, login: loginOf('chair'), secret: secretOf('chair') }
    const { token } = await bodyOf<{ token: string }>(await its.ask('/v1/sessions', { json }))
    const other = await its.signedIn('chair')
    const { items } = await bodyOf<{ items: Record<string, unknown>[] }>(await its.get('devices'))
    const row = items.find((device) => device['deviceId'] === deviceId)!
    expect(row).toMatchObject({ label: 'lost phone', revokedAt: null })
    expect(Object.keys(row)).not.toContain('tokenHash')
    expect((await its.remove(`devices/${deviceId}`)).status).toBe(204)
    expect((await its.ask('/v1/sessions', { token })).status).toBe(401)
    expect((await its.ask('/v1/sessions', { token: other })).status).toBe(200)
    expect(await codeOf(await its.ask('/v1/sessions', { json }))).toBe('401 device-not-enrolled')
    expect(await codeOf(await its.remove(`devices/${its.needs.ids()}`))).toBe('404 not-found')
    const open = await its.needs.store.openSessions(its.networkId)
    expect(open.every((session) => session.deviceId !== deviceId)).toBe(true)
  })

  test('the last device that people can sign in on is not shut out, and one more makes it possible', async () => {
    const its = await office()
    const own = its.deviceId
    const others = (await its.needs.store.devices(its.networkId)).filter(
      ({ deviceId }) => deviceId !== own,
    )
    // What is shut out already may be shut out again.
    for (const { deviceId } of [...others, ...others])
      expect((await its.remove(`devices/${deviceId}`)).status).toBe(204)
    expect(await codeOf(await its.remove(`devices/${own}`))).toBe('409 last-device')
    expect((await its.needs.store.device(its.networkId, own))?.revokedAt).toBeUndefined()
    const { key } = await bodyOf<{ key: string }>(await its.post('devices'))
    await its.ask('/v1/devices', { json: { key, label: 'one more' } })
    expect((await its.remove(`devices/${own}`)).status).toBe(204)
  })

  test('an administrator signs somebody out, and sees no household that reads by its card', async () => {
    const its = await office()
    const chair = await its.signedIn('chair')
    const household = await its.as('household')
    type Row = { sessionId: string; userId: string }
    const { items } = await bodyOf<{ items: Row[] }>(await its.get('sessions'))
    const userId = await its.userIdOf('chair')
    const found = items.find((session) => session.userId === userId)!
    expect(items).toHaveLength(2)
    expect((await its.remove(`sessions/${found.sessionId}`)).status).toBe(204)
    expect((await its.ask('/v1/sessions', { token: chair })).status).toBe(401)
    const open = await its.needs.store.openSessions(its.networkId)
    const byCard = open.find(({ card }) => card !== undefined)!
    for (const id of [byCard.sessionId, found.sessionId, its.needs.ids()])
      expect(await codeOf(await its.remove(`sessions/${id}`))).toBe('404 not-found')
    expect((await its.ask('/v1/sessions', { token: household })).status).toBe(200)
  })
})
