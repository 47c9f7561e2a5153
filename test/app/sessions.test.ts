import { expect, test } from 'vitest'
import type { SessionRow } from '#domain/ports.ts'
import { issueCard, revokeCard } from '#src/app/identity/cards.ts'
import { scopeOfToken } from '#src/app/identity/identity.ts'
import { hasAskedAgain, openForAWhile } from '#src/app/household/own-choices.ts'
import {
  endSession,
  endSessionsOf,
  isAlive,
  isSteppedUp,
  openSession,
  signedInOf,
} from '#src/app/identity/sessions.ts'
import { setDisabled } from '#src/app/identity/users.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const startedAt = '2025-03-01T02:00:00.000Z'
const at = (time: string): string => `2025-03-01T${time}Z`

const row = (more: Partial<SessionRow> = {}): SessionRow => ({
  networkId,
  sessionId: 's1',
  tokenHash: 'h',
  userId: 'u1',
  card: undefined,
  deviceId: 'd1',
  startedAt,
  seenAt: startedAt,
  endsAt: at('14:00:00.000'),
  steppedUpAt: startedAt,
  endedAt: undefined,
  ...more,
})
const ofCard = { fundId, memberId: 'm1' }

test.each([
  ['a user is out half an hour after the last sign of life', row(), '02:29:59.999', '02:30:00.000'],
  [
    'a household is out ten minutes after it',
    row({ card: ofCard, userId: undefined }),
    '02:09:59.999',
    '02:10:00.000',
  ],
  [
    'nobody is in after its end, however lately they were seen',
    row({ seenAt: at('13:59:00.000') }),
    '13:59:59.999',
    '14:00:00.000',
  ],
])('%s', (_, session, lastIn, firstOut) => {
  expect(isAlive(session, at(lastIn))).toBe(true)
  expect(isAlive(session, at(firstOut))).toBe(false)
})

test('a session that was ended is over, whatever its times say', () => {
  expect(isAlive(row({ endedAt: startedAt }), startedAt)).toBe(false)
})

test.each([
  ['a user', { userId: 'u1' }, '14:00:00.000', startedAt],
  ['a household by its card', { card: ofCard }, '03:00:00.000', undefined],
] as const)(
  '%s is let in until %o ends, and has just given the secret or not',
  async (_, whose, end, up) => {
    const { needs, kept } = await smallNetwork()
    const { token, session } = await openSession(needs, { networkId, deviceId: 'd1', whose })
    expect(session).toMatchObject({ startedAt, seenAt: startedAt, endsAt: at(end) })
    expect(session.steppedUpAt).toBe(up)
    expect(session.endedAt).toBeUndefined()
    expect([session.userId, session.card]).toEqual(
      'card' in whose ? [undefined, ofCard] : ['u1', undefined],
    )
    expect(await kept.signedIn(networkId, needs.hash(token))).toMatchObject({ session })
  },
)

test('the secret counts as lately given for five minutes, and not at all where it never was', () => {
  const clock = (time: string) => ({ clock: () => at(time) }) as never
  expect(isSteppedUp(clock('02:04:59.999'), row())).toBe(true)
  expect(isSteppedUp(clock('02:05:00.000'), row())).toBe(false)
  expect(isSteppedUp(clock('02:00:00.000'), row({ steppedUpAt: undefined }))).toBe(false)
})

const clock = (time: string) => ({ clock: () => at(time) })
const again = row({ steppedUpAt: at('02:10:00.000') })

test('what only the secret opens is open for five minutes', () => {
  expect(hasAskedAgain(clock('02:10:00.000'), again)).toBe(true)
  expect(hasAskedAgain(clock('02:14:59.999'), again)).toBe(true)
  expect(hasAskedAgain(clock('02:15:00.000'), again)).toBe(false)
})

test('to sign in is not to give it once more, but for a card, whose session begins without it', () => {
  expect(hasAskedAgain(clock('02:00:01.000'), row())).toBe(false)
  expect(hasAskedAgain(clock('02:00:01.000'), row({ card: ofCard }))).toBe(true)
  const never = row({ card: ofCard, steppedUpAt: undefined })
  expect(hasAskedAgain(clock('02:00:01.000'), never)).toBe(false)
})

test('what only the secret opens is opened in the session itself', async () => {
  const { needs, kept, member, sessionOf: sessionFor, pass } = await smallNetwork()
  const session = await sessionFor(await member('o1'))
  pass(90_000)
  await openForAWhile(needs, session)
  const after = (await kept.signedIn(networkId, session.tokenHash))?.session
  expect(after?.steppedUpAt).toBe(at('02:01:30.000'))
})

const opened = async () => {
  const its = await smallNetwork()
  const user = await its.member('o1')
  const { userId } = user
  const { deviceId } = its.device
  const { token, session } = await openSession(its.needs, {
    networkId,
    deviceId,
    whose: { userId },
  })
  const now = async () => (await its.kept.signedIn(networkId, session.tokenHash))!.session
  return {
    ...its,
    user,
    token,
    session,
    now,
    look: async () => (await signedInOf(its.needs, token))?.session,
  }
}

test('the session of a token is there while it lives; any other text is none', async () => {
  const { needs, look, session } = await opened()
  expect(await look()).toEqual(session)
  expect((await signedInOf(needs, `${networkId}.${'x'.repeat(43)}`))?.session).toBeUndefined()
  expect((await signedInOf(needs, 'no token'))?.session).toBeUndefined()
})

test('a sign of life is written down once a minute', async () => {
  const { look, pass, session, now } = await opened()
  pass(59_999)
  expect(await look()).toEqual(session)
  expect((await now()).seenAt).toBe(startedAt)
  pass(1)
  expect(await look()).toEqual({ ...session, seenAt: at('02:01:00.000') })
  expect((await now()).seenAt).toBe(at('02:01:00.000'))
})

test('whoever came too late leaves no sign of life', async () => {
  const { look, pass, now } = await opened()
  pass(30 * 60_000)
  expect(await look()).toBeUndefined()
  expect((await now()).seenAt).toBe(startedAt)
})

test('there is no session on a device that was shut out, or is gone, nor of somebody who was shut out', async () => {
  const { needs, store, look, device, user, session } = await opened()
  await store.keepDevice({ ...device, revokedAt: startedAt })
  expect(await look()).toBeUndefined()
  await store.keepDevice(device)
  await store.keepUser({ ...user, disabledAt: startedAt })
  expect(await look()).toBeUndefined()
  await setDisabled(needs, user, false)
  expect(await look()).toEqual(session)
  for (const gone of [{ deviceId: 'gone' }, { userId: 'gone' }, { userId: undefined }]) {
    await store.keepSession({ ...session, ...gone })
    expect(await look()).toBeUndefined()
  }
})

test('a household is out when its card is stopped, and not when another one is', async () => {
  const { needs } = await opened()
  const { card } = await issueCard(needs, { fundId, memberId: 'm1' })
  const { card: other } = await issueCard(needs, { fundId, memberId: 'm2' })
  const whose = { card: ofCard }
  const { token } = await openSession(needs, { networkId, deviceId: card.cardId, whose })
  await revokeCard(needs, networkId, other)
  expect((await signedInOf(needs, token))?.session).toMatchObject({ card: ofCard })
  await needs.store.keepCard({ ...card, revokedAt: startedAt })
  expect((await signedInOf(needs, token))?.session).toBeUndefined()
})

test('an ended session is over from that instant, and stays so', async () => {
  const { needs, look, session, now, pass } = await opened()
  await endSession(needs, session)
  expect((await now()).endedAt).toBe(startedAt)
  pass(1000)
  await endSession(needs, session)
  expect((await now()).endedAt).toBe(startedAt)
  expect(await look()).toBeUndefined()
})

test('of many sessions only those that fit are ended, and they are counted', async () => {
  const { needs, kept, sessionOf: sessionFor, member, user } = await opened()
  await sessionFor(user)
  const other = await sessionFor(await member('o2'))
  const fits = ({ userId }: SessionRow): boolean => userId === user.userId
  expect(await endSessionsOf(needs, networkId, fits)).toBe(2)
  const open = (await kept.openSessions(networkId)).map(({ sessionId }) => sessionId)
  expect(open).toEqual([other.sessionId])
  expect(await endSessionsOf(needs, networkId, fits)).toBe(0)
})

test('a token names its network or fund; with a sign more, less or other it is none', () => {
  const token = `${networkId}.${'aB-_9'.repeat(8)}xyz`
  expect(scopeOfToken(token)).toBe(networkId)
  for (const other of [`${token}a`, token.slice(0, -1), `x${token}`, token.replace('.', '!')])
    expect(scopeOfToken(other)).toBeUndefined()
})
