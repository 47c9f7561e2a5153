import { expect, test } from 'vitest'
import { cardDoor } from '#src/app/identity/doors.ts'
import { areOwnDigits, issueCard, revokeCard, sealedDigits } from '#src/app/identity/cards.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { isOwnSecret, isPinOfMember, signInByCard } from '#src/app/identity/sign-in.ts'
import { otherPin } from '#test/support/entrance.ts'
import { failuresAt, fundId, networkId, smallNetwork, tried } from '#test/support/small-network.ts'

const withCard = async () => {
  const its = await smallNetwork()
  const { needs } = its
  const { token, pin, card } = await issueCard(needs, { fundId, memberId: 'm1' })
  const come = (typed = pin, cardToken = token) =>
    signInByCard(needs, { cardToken, pin: typed, networkOfFund: async () => networkId })
  const counted = async () => [
    await failuresAt(its, fundId, `card:${card.cardId}`),
    await failuresAt(its, fundId, 'all-doors'),
    await failuresAt(its, networkId, 'all-doors'),
  ]
  const whose = { card: { fundId, memberId: 'm1' } }
  const { session } = await openSession(needs, { networkId, deviceId: card.cardId, whose })
  const isPinOf = (memberId: string, typed: string) =>
    isPinOfMember(needs, { fundId, memberId, pin: typed }, ({ cardId }) =>
      cardDoor(networkId, fundId, cardId),
    )
  const isPin = (typed: string) => isPinOf('m1', typed)
  return { ...its, its, token, pin, card, come, counted, session, isPin, isPinOf }
}

test('a printed card and its PIN open the page of the one member whose they are, in Khmer digits too', async () => {
  const { come, card, pin } = await withCard()
  const khmer = pin.replaceAll(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
  for (const typed of [pin, khmer])
    expect(await come(typed)).toMatchObject({
      session: {
        networkId,
        deviceId: card.cardId,
        card: { fundId, memberId: 'm1' },
        userId: undefined,
      },
    })
})

test('a wrong PIN is counted at the card, in the fund and in the network, and a right one clears the card alone', async () => {
  const { come, counted, pin } = await withCard()
  expect(await come(otherPin(pin))).toEqual({ code: 'sign-in-failed' })
  expect(await counted()).toEqual([1, 1, 1])
  expect(await come()).toMatchObject({ session: { networkId } })
  expect(await counted()).toEqual([0, 1, 1])
})

test.each([
  [fundId, 49, 'in'],
  [fundId, 50, 'wait'],
  [networkId, 199, 'in'],
  [networkId, 200, 'wait'],
] as const)('after guesses at all doors of %s, %i of them, a card is: %s', async (scope, n, is) => {
  const { its, come, counted } = await withCard()
  await tried(its, scope, 'all-doors', n)
  const came = await come()
  expect('session' in came ? 'in' : came.code).toBe(is)
  expect(await counted()).toEqual(scope === fundId ? [0, n, 0] : [0, 0, n])
})

test('a stopped card, one of a fund of no network and one that is none open nothing, at no cost', async () => {
  const { needs, come, counted, card, token, pin } = await withCard()
  const failed = { code: 'sign-in-failed' }
  expect(await come(pin, `${fundId}.${'x'.repeat(43)}`)).toEqual(failed)
  expect(await come(pin, 'M01')).toEqual(failed)
  const alone = { cardToken: token, pin, networkOfFund: async () => undefined }
  expect(await signInByCard(needs, alone)).toEqual(failed)
  await revokeCard(needs, networkId, card)
  expect(await come()).toEqual(failed)
  expect(await counted()).toEqual([0, 0, 0])
})

test('what was sealed by an older pepper is sealed anew once the PIN is known again', async () => {
  const { needs, store, card, secrets, token, pin } = await withCard()
  const isOld = (sealed: string): boolean => sealed === sealedDigits(card)
  const older = { ...needs, secrets: { ...secrets, isOld } }
  const kept = async () => (await store.cards(fundId)).map(({ secret }) => secret)
  const asked = { cardToken: token, networkOfFund: async () => networkId }
  await signInByCard(older, { ...asked, pin: otherPin(pin) })
  expect(await kept()).toEqual([card.secret])
  expect(await signInByCard(older, { ...asked, pin })).toMatchObject({ session: { networkId } })
  const [anew] = await kept()
  expect(anew).not.toBe(card.secret)
  expect(await secrets.fits(sealedDigits({ secret: anew! }), pin, card.cardId)).toBe(true)
  expect(areOwnDigits({ secret: anew! })).toBe(true)
})

test('a card that was locked for good stays so, and the new one of its owner opens at once', async () => {
  const { its, needs, come, card } = await withCard()
  await tried(its, fundId, `card:${card.cardId}`, 20)
  expect(await come()).toEqual({ code: 'reset-in-person' })
  const anew = await issueCard(needs, { fundId, memberId: card.memberId })
  const asked = { cardToken: anew.token, networkOfFund: async () => networkId }
  expect(await signInByCard(needs, { ...asked, pin: anew.pin })).toMatchObject({
    session: { networkId },
  })
})

test('the secret of whoever has the session: of a card it is its PIN, right and wrong, counted as at the door', async () => {
  const { needs, session, pin, counted } = await withCard()
  expect(await isOwnSecret(needs, session, otherPin(pin))).toBe(false)
  expect(await counted()).toEqual([1, 1, 1])
  expect(await isOwnSecret(needs, session, pin)).toBe(true)
  expect(await counted()).toEqual([0, 1, 1])
})

test('the PIN of a stopped card proves nobody its owner, nor does that of another card', async () => {
  const { needs, session, pin, card, counted } = await withCard()
  const other = await issueCard(needs, { fundId, memberId: 'm2' })
  expect(await isOwnSecret(needs, session, other.pin)).toBe(false)
  await revokeCard(needs, networkId, card)
  expect(await isOwnSecret(needs, session, pin)).toBe(false)
  expect(await isOwnSecret(needs, { ...session, deviceId: 'no card' }, pin)).toBe(false)
  expect(await counted()).toEqual([1, 1, 1])
})

test('while the door is closed the right PIN proves nothing', async () => {
  const { its, needs, session, pin, card } = await withCard()
  await tried(its, fundId, `card:${card.cardId}`, 20)
  expect(await isOwnSecret(needs, session, pin)).toBe(false)
})

test('a PIN that a member gives by text is that of the card which the member has, and a wrong one costs a guess', async () => {
  const { isPin, pin, counted } = await withCard()
  expect(await isPin(otherPin(pin))).toBe('wrong')
  expect(await counted()).toEqual([1, 1, 1])
  expect(await isPin(pin)).toBe('right')
  expect(await counted()).toEqual([0, 1, 1])
})

test('a PIN by text of a stopped card, of another member or without any card is wrong', async () => {
  const { needs, isPin, isPinOf, pin, card } = await withCard()
  const other = await issueCard(needs, { fundId, memberId: 'm2' })
  expect(await isPin(other.pin)).toBe('wrong')
  expect(await isPinOf('m2', other.pin)).toBe('right')
  await revokeCard(needs, networkId, card)
  expect(await isPin(pin)).toBe('wrong')
  expect(await isPinOf('m3', pin)).toBe('wrong')
})

test('a PIN by text of the newer card is right where an older one was stopped', async () => {
  const { needs, isPin, pin } = await withCard()
  const newer = await issueCard(needs, { fundId, memberId: 'm1' })
  expect(await isPin(pin)).toBe('wrong')
  expect(await isPin(newer.pin)).toBe('right')
})

test('a PIN by text is not looked at while the door is closed', async () => {
  const { its, isPin, pin, card } = await withCard()
  await tried(its, fundId, `card:${card.cardId}`, 20)
  expect(await isPin(pin)).toEqual({ code: 'reset-in-person' })
})
