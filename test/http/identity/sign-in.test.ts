import { describe, expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { setDisabled } from '#src/app/identity/users.ts'
import { bodyOf, codeOf, desk, loginOf, secretOf, answerSeen } from '#test/http/identity/desk.ts'
import { otherPin } from '#test/support/entrance.ts'

const minute = 60_000
const day = 24 * 60 * minute

type SignedIn = {
  token: string
  sessionId: string
  endsAt: string
  roles: { networkId: string; inNetwork: string[]; funds: { fundId: string; held: string[] }[] }
}

const cardOf = async ({ needs, fundId }: Awaited<ReturnType<typeof desk>>) => {
  const { key } = (await needs.store.subjects(fundId)).find(({ kind }) => kind === 'member')!
  return { memberId: key, ...(await issueCard(needs, { fundId, memberId: key })) }
}

describe('signing in', () => {
  test('whoever knows the secret is told a token that works, its end and all roles', async () => {
    const its = await desk()
    const response = await its.come(loginOf('record-keeper'), secretOf('record-keeper'))
    expect(response.status).toBe(201)
    const { token, endsAt, roles } = await bodyOf<SignedIn>(response)
    expect(endsAt).toBe('2025-12-31T14:00:00.000Z')
    expect(roles.networkId).toBe(its.networkId)
    expect(roles.inNetwork).toEqual([])
    expect(roles.funds).toHaveLength(1)
    expect(roles.funds[0]?.fundId).toBe(its.fundId)
    expect(roles.funds[0]?.held).toEqual(
      expect.arrayContaining(['household-member', 'record-keeper']),
    )
    expect((await its.ask('/v1/sessions', { token })).status).toBe(200)
  })

  test('staff are told what they are to the network', async () => {
    const its = await desk()
    const come = await its.come(loginOf('administrator'), secretOf('administrator'))
    expect((await bodyOf<SignedIn>(come)).roles).toMatchObject({
      inNetwork: ['administrator'],
      funds: [],
    })
  })

  test('a wrong name, a wrong secret, somebody shut out and somebody without a secret look alike', async () => {
    const its = await desk()
    const { needs, networkId } = its
    const chair = (await needs.store.user(networkId, await its.userIdOf('chair')))!
    await setDisabled(needs, chair, true)
    const answers = [
      await answerSeen(await its.come('nobody at all', secretOf('chair'))),
      await answerSeen(await its.come(loginOf('record-keeper'), 'not the secret')),
      await answerSeen(await its.come(loginOf('chair'), secretOf('chair'))),
      await answerSeen(await its.come(loginOf('migration-worker'), 'anything')),
    ]
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

describe('being kept out', () => {
  test('a device that was never enrolled, or was revoked, looks the same and costs nothing', async () => {
    const its = await desk()
    const { needs } = its
    const device = (await needs.store.device(its.networkId, its.deviceId))!
    await needs.store.keepDevice({ ...device, revokedAt: needs.clock() })
    const before = its.secrets.looks()
    const revoked = await answerSeen(await its.come(loginOf('chair'), secretOf('chair')))
    const json = { login: loginOf('chair'), secret: secretOf('chair') }
    const unknown = await its.ask('/v1/sessions', {
      json: { ...json, deviceToken: `${its.networkId}.${'x'.repeat(43)}` },
    })
    expect(revoked).toMatchObject({ status: 401, body: { code: 'device-not-enrolled' } })
    expect(await answerSeen(unknown)).toEqual(revoked)
    expect(its.secrets.looks()).toBe(before)
  })

  test('the sixth guess waits, as long as the answer says, and the twenty-first for a person', async () => {
    const its = await desk()
    const guess = () => its.come(loginOf('chair'), 'not the secret')
    for (const waitSeconds of [900, 3600, 86_400]) {
      for (let i = 0; i < 5; i += 1) expect((await guess()).status).toBe(401)
      const refused = await its.come(loginOf('chair'), secretOf('chair'))
      expect(await answerSeen(refused)).toMatchObject({
        status: 429,
        body: { code: 'wait' },
        retryAfter: String(waitSeconds),
      })
      its.pass(waitSeconds * 1000)
    }
    for (let i = 0; i < 5; i += 1) expect((await guess()).status).toBe(401)
    its.pass(400 * day)
    expect(await codeOf(await its.come(loginOf('chair'), secretOf('chair')))).toBe(
      '403 reset-in-person',
    )
  })

  test('a token that somebody brings along is never made into a session', async () => {
    const its = await desk()
    const brought = `${its.networkId}.${'f'.repeat(43)}`
    const own = await its.signedIn('chair')
    for (const token of [brought, own]) {
      const response = await its.ask('/v1/sessions', {
        token,
        headers: { cookie: `__Host-session=${token}` },
        json: { deviceToken: its.deviceToken, login: loginOf('chair'), secret: secretOf('chair') },
      })
      expect((await bodyOf<SignedIn>(response)).token).not.toBe(token)
    }
    expect((await its.ask('/v1/sessions', { token: brought })).status).toBe(401)
  })
})

describe('signing in by a printed card', () => {
  test('a card and its PIN show one household', async () => {
    const its = await desk()
    const { token: card, pin } = await cardOf(its)
    const response = await its.ask('/v1/sessions', { json: { card, pin } })
    expect(response.status).toBe(201)
    const { token, endsAt, roles } = await bodyOf<SignedIn>(response)
    expect(endsAt).toBe('2025-12-31T03:00:00.000Z')
    expect(roles.funds).toEqual([{ fundId: its.fundId, held: ['household-member'] }])
    expect(roles.inNetwork).toEqual([])
    expect(await codeOf(await its.ask(`/v1/funds/${its.fundId}/cards`, { token }))).toBe(
      '403 not-allowed',
    )
  })

  test('a wrong PIN, a revoked card and no card look alike; the sixth PIN waits', async () => {
    const its = await desk()
    const { token: card, pin } = await cardOf(its)
    const { token: newer, pin: newPin } = await cardOf(its)
    const tries = [
      { card: newer, pin: otherPin(newPin) },
      { card, pin },
      { card: `${its.fundId}.${'x'.repeat(43)}`, pin },
      { card: `${its.networkId}.${'x'.repeat(43)}`, pin },
      { card: 'M01', pin },
    ]
    const answers = []
    for (const json of tries)
      answers.push(await answerSeen(await its.ask('/v1/sessions', { json })))
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
    for (const answer of answers) expect(answer).toEqual(answers[0])
    for (let i = 0; i < 4; i += 1) await its.ask('/v1/sessions', { json: tries[0] })
    const sixth = await its.ask('/v1/sessions', { json: { card: newer, pin: newPin } })
    expect(await answerSeen(sixth)).toMatchObject({ status: 429, retryAfter: '900' })
  })
})

describe('practice doors', () => {
  test('they open on a practice fund, and are an unknown field anywhere else', async () => {
    const its = await desk()
    const json = { deviceToken: its.deviceToken, door: 'auditor' }
    const response = await its.ask('/v1/sessions', { json })
    expect((await bodyOf<SignedIn>(response)).roles.inNetwork).toEqual(['auditor'])
    const real = await desk({ isPractice: false })
    const refused = await real.ask('/v1/sessions', {
      json: { deviceToken: real.deviceToken, door: 'auditor' },
    })
    expect(await answerSeen(refused)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '', code: 'unknown-field' }] },
    })
  })

  test('they need an enrolled device too', async () => {
    const its = await desk()
    const json = { deviceToken: `${its.networkId}.${'x'.repeat(43)}`, door: 'administrator' }
    expect(await codeOf(await its.ask('/v1/sessions', { json }))).toBe('401 device-not-enrolled')
  })
})

describe('what cannot be read', () => {
  const canary = 'Sok-Dara-canary'
  test.each([
    [{}, '/login', 'field-missing'],
    [{ deviceToken: canary, login: canary }, '/secret', 'field-missing'],
    [{ card: canary }, '/pin', 'field-missing'],
    [{ card: canary, pin: canary, login: canary }, '', 'one-way-in-at-a-time'],
    [{ deviceToken: canary, login: canary, secret: canary, [canary]: 1 }, '', 'unknown-field'],
    [
      { deviceToken: canary, login: canary, secret: 'x'.repeat(1001) },
      '/secret',
      'secret-too-long',
    ],
    [{ deviceToken: canary, login: '', secret: canary }, '/login', 'login-missing'],
    [{ deviceToken: canary, login: { $ne: canary }, secret: canary }, '/login', 'invalid-type'],
    [{ deviceToken: canary, door: canary }, '/door', 'door-unknown'],
  ])('%j is refused at %s: %s, and nothing of it comes back', async (json, pointer, code) => {
    const its = await desk()
    const response = await its.ask('/v1/sessions', { json })
    const text = await response.text()
    expect(response.status).toBe(400)
    const { errors } = JSON.parse(text) as { errors: { pointer: string; code: string }[] }
    expect(errors.some((one) => one.pointer === pointer)).toBe(true)
    expect(errors.map((one) => one.code)).toContain(code)
    expect(text).not.toContain(canary)
  })
})

const label = 'ទូរស័ព្ទ​គណៈកម្មាធិការ'

describe('enrolling a device', () => {
  test('of fifty who use one key at once one device is enrolled, and the rest look like no key', async () => {
    const its = await desk()
    const { needs, networkId } = its
    const keyFor = (purpose: 'enrol-device' | 'set-secret') =>
      makeKey(needs, { networkId, purpose, madeBy: 'test' })
    const expired = await keyFor('enrol-device')
    its.pass(day)
    const key = await keyFor('enrol-device')
    const enrol = (json: object) => its.ask('/v1/devices', { json: { label, ...json } })
    const answers = await Promise.all(Array.from({ length: 50 }, () => enrol({ key })))
    const enrolled = answers.filter(({ status }) => status === 201)
    expect(enrolled).toHaveLength(1)
    const { deviceToken, deviceId } = await bodyOf<{ deviceToken: string; deviceId: string }>(
      enrolled[0]!,
    )
    expect((await needs.store.device(networkId, deviceId))?.label).toBe(label)
    const json = { deviceToken, login: loginOf('chair'), secret: secretOf('chair') }
    expect((await its.ask('/v1/sessions', { json })).status).toBe(201)
    const bad = [
      key,
      expired,
      await keyFor('set-secret'),
      'no key',
      `${networkId}.${'x'.repeat(43)}`,
    ]
    for (const one of bad)
      expect(await answerSeen(await enrol({ key: one }))).toEqual({
        status: 404,
        retryAfter: null,
        body: expect.objectContaining({ code: 'key-not-good' }),
      })
  })

  test('a practice key enrols a device on a practice fund alone', async () => {
    for (const isPractice of [true, false]) {
      const its = await desk({ isPractice })
      const { networkId } = its
      const key = await makeKey(its.needs, { networkId, purpose: 'practice', madeBy: 'start' })
      const response = await its.ask('/v1/devices', { json: { key, label } })
      expect(response.status).toBe(isPractice ? 201 : 404)
    }
  })
})

describe('naming a device', () => {
  test.each(['', '   ', 'x'.repeat(61), 'two\nlines', 'zero\u0000', 'right\u202eleft'])(
    'a label like %j is no name, and the key stays good',
    async (called) => {
      const its = await desk()
      const { networkId } = its
      const key = await makeKey(its.needs, { networkId, purpose: 'enrol-device', madeBy: 'test' })
      const refused = await its.ask('/v1/devices', { json: { key, label: called } })
      expect(await answerSeen(refused)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/label', code: 'label-not-a-name' }] },
      })
      expect((await its.ask('/v1/devices', { json: { key, label } })).status).toBe(201)
    },
  )
})
