import { describe, expect, test } from 'vitest'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { resetUser } from '#src/app/identity/first-secret.ts'
import { revokeCard } from '#src/app/identity/cards.ts'
import {
  type OpenedSession,
  endSession,
  endSessionsOf,
  isSteppedUp,
  signedInOf,
} from '#src/app/identity/sessions.ts'
import { stepUp } from '#src/app/identity/sign-in.ts'
import { secretFault, setDisabled, setSecret } from '#src/app/identity/users.ts'
import { type Entrance, entrance, goodSecret, minute, told } from '#test/support/entrance.ts'

const opened = (came: object): OpenedSession => {
  if (!('token' in came)) throw new Error(told(came))
  return came as OpenedSession
}

const signedIn = async () => {
  const its = await entrance()
  const user = await its.person('Sok Dara')
  return { its, user, ...opened(await its.come('Sok Dara')) }
}

const isIn = async ({ needs }: Entrance, token: string): Promise<boolean> =>
  (await signedInOf(needs, token))?.session !== undefined

describe('how long a session lasts', () => {
  test('it ends half an hour after the last sign of life', async () => {
    const { its, token } = await signedIn()
    for (let i = 0; i < 5; i += 1) {
      its.pass(29 * minute)
      expect(await isIn(its, token)).toBe(true)
    }
    its.pass(30 * minute)
    expect(await isIn(its, token)).toBe(false)
  })

  test('it ends after twelve hours, however lively', async () => {
    const { its, token } = await signedIn()
    for (let i = 0; i < 48; i += 1) {
      expect(await isIn(its, token)).toBe(true)
      its.pass(15 * minute)
    }
    expect(await isIn(its, token)).toBe(false)
  })

  test('one by a printed card ends after ten idle minutes, and after an hour at most', async () => {
    const its = await entrance()
    const { token: card, pin } = await its.printed()
    const idle = opened(await its.show(card, pin)).token
    its.pass(10 * minute)
    expect(await isIn(its, idle)).toBe(false)
    const lively = opened(await its.show(card, pin)).token
    for (let i = 0; i < 12; i += 1) {
      expect(await isIn(its, lively)).toBe(true)
      its.pass(5 * minute)
    }
    expect(await isIn(its, lively)).toBe(false)
  })
})

describe('whose session it is', () => {
  test('each sign-in opens a session of its own, and a token of before is never taken over', async () => {
    const { its, token } = await signedIn()
    const second = opened(await its.come('Sok Dara'))
    expect(second.token).not.toBe(token)
    await endSession(its.needs, second.session)
    expect([await isIn(its, token), await isIn(its, second.token)]).toEqual([true, false])
  })

  test.each([
    ['nothing', () => ''],
    [
      'its own hash',
      (token: string, { needs }: Entrance) => `${token.split('.')[0]}.${needs.hash(token)}`,
    ],
    [
      'another network',
      (token: string, { needs }: Entrance) => `${needs.ids()}.${token.split('.')[1]}`,
    ],
    ['one sign less', (token: string) => token.slice(0, -1)],
    ['one sign more', (token: string) => `${token}A`],
    ['other letters', (token: string) => token.toUpperCase()],
    ['a space', (token: string) => `${token} `],
  ] as const)('a token with %s is nobody’s', async (_, spoilt) => {
    const { its, token } = await signedIn()
    expect(await isIn(its, token)).toBe(true)
    expect(await isIn(its, spoilt(token, its))).toBe(false)
  })
})

describe('who is shut out', () => {
  test('a device that is revoked signs nobody in, and its sessions are over with the next request', async () => {
    const { its, token } = await signedIn()
    await its.needs.store.keepDevice({ ...its.device, revokedAt: its.needs.clock() })
    expect(await isIn(its, token)).toBe(false)
    expect(told(await its.come('Sok Dara'))).toBe('device-not-enrolled')
  })

  test('a user who is disabled is out at once, and old sessions stay over when let in again', async () => {
    const { its, user, token } = await signedIn()
    await setDisabled(its.needs, user, true)
    expect(await isIn(its, token)).toBe(false)
    expect(told(await its.come('Sok Dara'))).toBe('sign-in-failed')
    await setDisabled(its.needs, { ...user, disabledAt: undefined }, false)
    expect(await isIn(its, token)).toBe(false)
    expect(told(await its.come('Sok Dara'))).toBe('in')
  })

  test('a card that is revoked opens nothing, and whoever came by it is out', async () => {
    const its = await entrance()
    const { token: card, pin, card: row } = await its.printed()
    const { token } = opened(await its.show(card, pin))
    await revokeCard(its.needs, its.networkId, row)
    expect(await isIn(its, token)).toBe(false)
    expect(told(await its.show(card, pin))).toBe('sign-in-failed')
  })

  test('a new secret ends what the old one opened', async () => {
    const { its, user, token } = await signedIn()
    await setSecret(its.needs, user, 'another seven palms')
    expect(await isIn(its, token)).toBe(false)
    expect(told(await its.come('Sok Dara'))).toBe('sign-in-failed')
    expect(told(await its.come('Sok Dara', 'another seven palms'))).toBe('in')
  })
})

describe('what happens meanwhile', () => {
  test('a session that is ended while a request of it is under way stays ended', async () => {
    const { its, token, session } = await signedIn()
    const { store } = its.needs
    const slow: IdentityNeeds = {
      ...its.needs,
      store: {
        ...store,
        signedIn: async (...asked: Parameters<typeof store.signedIn>) => {
          const found = await store.signedIn(...asked)
          await endSession(its.needs, session)
          return found
        },
      },
    }
    its.pass(5 * minute)
    await signedInOf(slow, token)
    expect(await isIn(its, token)).toBe(false)
  })

  test('a session that is ended while the secret is given again stays ended', async () => {
    const { its, token, session } = await signedIn()
    its.secrets.meanwhile(() => endSession(its.needs, session))
    expect(await stepUp(its.needs, session, goodSecret)).toEqual({ code: 'sign-in-failed' })
    expect(await isIn(its, token)).toBe(false)
  })

  test('whoever is shut out while signing in does not come in', async () => {
    const { its, user } = await signedIn()
    its.secrets.meanwhile(() => setDisabled(its.needs, user, true))
    expect(told(await its.come('Sok Dara'))).toBe('sign-in-failed')
  })

  test('a secret that is taken away while somebody signs in with it lets nobody in', async () => {
    const { its, user } = await signedIn()
    its.secrets.meanwhile(() => resetUser(its.needs, { user, by: 'test' }))
    expect(told(await its.come('Sok Dara'))).toBe('sign-in-failed')
    expect(await its.needs.store.openSessions(its.networkId)).toEqual([])
  })

  test('whoever is shut out while choosing a secret stays shut out', async () => {
    const { its, user } = await signedIn()
    its.secrets.meanwhile(() => setDisabled(its.needs, user, true))
    await setSecret(its.needs, user, 'another seven palms')
    expect((await its.needs.store.user(user.networkId, user.userId))?.disabledAt).toBeDefined()
    expect(told(await its.come('Sok Dara', 'another seven palms'))).toBe('sign-in-failed')
  })
})

describe('giving the secret again', () => {
  test('it is fresh for five minutes after signing in, and after each time', async () => {
    const { its, session } = await signedIn()
    expect(isSteppedUp(its.needs, session)).toBe(true)
    its.pass(5 * minute)
    expect(isSteppedUp(its.needs, session)).toBe(false)
    const stepped = await stepUp(its.needs, session, goodSecret)
    if ('code' in stepped) throw new Error(stepped.code)
    expect(isSteppedUp(its.needs, stepped)).toBe(true)
    its.pass(5 * minute)
    expect(isSteppedUp(its.needs, stepped)).toBe(false)
  })

  test('a wrong secret costs a guess of the same door', async () => {
    const { its, session } = await signedIn()
    for (let i = 0; i < 5; i += 1)
      expect(told(await stepUp(its.needs, session, 'wrong'))).toBe('sign-in-failed')
    expect(told(await stepUp(its.needs, session, goodSecret))).toBe('wait')
    expect(told(await its.come('Sok Dara'))).toBe('wait')
  })

  test('a printed card cannot be made fit for a dangerous act', async () => {
    const its = await entrance()
    const { token, pin } = await its.printed()
    const { session } = opened(await its.show(token, pin))
    expect(isSteppedUp(its.needs, session)).toBe(false)
    expect(told(await stepUp(its.needs, session, pin))).toBe('sign-in-failed')
  })
})

test('ending the sessions of one ends no other’s', async () => {
  const { its, user, token } = await signedIn()
  await its.person('Chan Bopha')
  const other = opened(await its.come('Chan Bopha'))
  const ended = await endSessionsOf(its.needs, its.networkId, (row) => row.userId === user.userId)
  expect(ended).toBe(1)
  expect([await isIn(its, token), await isIn(its, other.token)]).toEqual([false, true])
})

test.each([
  ['eleven abc', 'secret-too-short'],
  ['x'.repeat(201), 'secret-too-long'],
  ['aaaaaaaaaaaa', 'secret-too-simple'],
  ['120120120120120', 'secret-too-simple'],
  ['098123765467', 'secret-too-simple'],
  ['០៩៨១២៣៧៦៥៤៦៧', 'secret-too-simple'],
  ['my name is SOK DARA', 'secret-too-simple'],
  [goodSecret, undefined],
  ['ផ្ទះលើជើងដូង​ក្បែរ', undefined],
])('%s chosen as a secret: %s', (secret, code) => {
  expect(secretFault(secret, 'Sok Dara')?.code).toBe(code)
})
