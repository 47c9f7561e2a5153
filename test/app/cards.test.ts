import { expect, test } from 'vitest'
import {
  awaitedCard,
  drawCardPin,
  issueCard,
  issueCardByTwo,
  revokeCard,
} from '#src/app/identity/cards.ts'
import { fitsHalf } from '#src/app/identity/halves.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { signInByCard } from '#src/app/identity/sign-in.ts'
import { halfFor } from '#test/support/halves.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const hour = 3_600_000
const at = '2025-03-01T02:00:00.000Z'

const withCards = async () => {
  const its = await smallNetwork()
  const { needs, kept } = its
  const good = async () =>
    (await kept.cards(fundId))
      .filter(({ revokedAt }) => revokedAt === undefined)
      .map(({ cardId }) => cardId)
  const opens = async (cardToken: string, pin: string): Promise<boolean> =>
    'session' in
    (await signInByCard(needs, { cardToken, pin, networkOfFund: async () => networkId }))
  return { ...its, good, opens }
}

test('a newer card stops the older one of the same member at once, and nobody else’s', async () => {
  const { needs, kept, good, opens, pass } = await withCards()
  const other = await issueCard(needs, { fundId, memberId: 'm2' })
  const older = await issueCard(needs, { fundId, memberId: 'm1' })
  pass(1000)
  const newer = await issueCard(needs, { fundId, memberId: 'm1' })
  expect(await good()).toEqual([other.card.cardId, newer.card.cardId])
  expect(await opens(older.token, older.pin)).toBe(false)
  expect(await opens(newer.token, newer.pin)).toBe(true)
  expect(await opens(other.token, other.pin)).toBe(true)
  pass(1000)
  await issueCard(needs, { fundId, memberId: 'm1' })
  const first = (await kept.cards(fundId)).find(({ cardId }) => cardId === older.card.cardId)
  expect(first?.revokedAt).toBe('2025-03-01T02:00:01.000Z')
})

test('of two cards of one member that are made at once one is good', async () => {
  const { needs, good } = await withCards()
  const holder = { fundId, memberId: 'm1' }
  const both = await Promise.all([issueCard(needs, holder), issueCard(needs, holder)])
  const left = await good()
  expect(left).toHaveLength(1)
  expect(both.map(({ card }) => card.cardId)).toContain(left[0])
})

test('a card that is sent opens nothing until its PIN is drawn where it is opened first', async () => {
  const { needs, opens } = await withCards()
  const sent = await issueCardByTwo(needs, { fundId, memberId: 'm1' }, 'owner')
  expect(sent.card.secret).toBe('awaiting:2025-03-04T02:00:00.000Z')
  expect(await opens(sent.token, '000000')).toBe(false)
  expect((await awaitedCard(needs, sent.token))?.cardId).toBe(sent.card.cardId)
  const drawn = (await drawCardPin(needs, sent.card))!
  expect(drawn.pin).toMatch(/^\d{6}$/)
  expect(await opens(sent.token, drawn.pin)).toBe(true)
  expect(await awaitedCard(needs, sent.token)).toBeUndefined()
  expect(await drawCardPin(needs, sent.card)).toBeUndefined()
})

test('of two who open a sent card at once one gets its PIN', async () => {
  const { needs } = await withCards()
  const { card } = await issueCardByTwo(needs, { fundId, memberId: 'm1' }, 'owner')
  const both = await Promise.all([drawCardPin(needs, card), drawCardPin(needs, card)])
  expect(both.filter((one) => one !== undefined)).toHaveLength(1)
})

test('it waits for three days, to the millisecond', async () => {
  const { needs, pass } = await withCards()
  const { token, card } = await issueCardByTwo(needs, { fundId, memberId: 'm1' }, 'owner')
  pass(72 * hour - 1)
  expect(await awaitedCard(needs, token)).toBeDefined()
  pass(1)
  expect(await awaitedCard(needs, token)).toBeUndefined()
  expect(await drawCardPin(needs, card)).toBeUndefined()
})

test('a sent card that is stopped, also while its PIN is drawn, is never opened', async () => {
  const { needs, secrets, good } = await withCards()
  const { token, card } = await issueCardByTwo(needs, { fundId, memberId: 'm1' }, 'owner')
  secrets.meanwhile(() => revokeCard(needs, networkId, card))
  expect(await drawCardPin(needs, card)).toBeUndefined()
  expect(await good()).toEqual([])
  expect(await awaitedCard(needs, token)).toBeUndefined()
  expect(await awaitedCard(needs, 'no card')).toBeUndefined()
  expect(await awaitedCard(needs, `${fundId}.${'x'.repeat(43)}`)).toBeUndefined()
})

test('a printed card awaits nothing', async () => {
  const { needs } = await withCards()
  const { token, card } = await issueCard(needs, { fundId, memberId: 'm1' })
  expect(await awaitedCard(needs, token)).toBeUndefined()
  expect(await drawCardPin(needs, card)).toBeUndefined()
})

test('a lost card is stopped from the first time that it was said, and whoever came by it is out', async () => {
  const { needs, kept, pass } = await withCards()
  const { card } = await issueCard(needs, { fundId, memberId: 'm1' })
  const { card: other } = await issueCard(needs, { fundId, memberId: 'm2' })
  for (const { cardId: deviceId, memberId } of [card, other])
    await openSession(needs, { networkId, deviceId, whose: { card: { fundId, memberId } } })
  await revokeCard(needs, networkId, card)
  expect((await kept.openSessions(networkId)).map(({ deviceId }) => deviceId)).toEqual([
    other.cardId,
  ])
  pass(1000)
  const stopped = async () =>
    (await kept.cards(fundId)).find(({ cardId }) => cardId === card.cardId)!
  expect((await stopped()).revokedAt).toBe(at)
  await revokeCard(needs, networkId, await stopped())
  expect((await stopped()).revokedAt).toBe(at)
})

test('the half of one card is none of another’s, and wrong ones of it keep out of that one alone', async () => {
  const { needs } = await withCards()
  const cardOf = async (memberId: string) => {
    const { card } = await issueCardByTwo(needs, { fundId, memberId }, 'owner')
    const of = { networkId, userId: card.cardId }
    await noteHands(needs, of, { action: 'give-secret', by: 'u1', second: 'u2', device: 'd' })
    return card.cardId
  }
  await needs.store.keepMembership({ networkId, userId: 'u2', fundId, memberId: 'o2' })
  const [one, other] = [await cardOf('m1'), await cardOf('m2')]
  const [half, others] = [
    await halfFor({ needs, networkId }, one),
    await halfFor({ needs, networkId }, other),
  ]
  for (let i = 0; i < 5; i += 1)
    expect(await fitsHalf(needs, { networkId, of: other, half })).toBe(false)
  expect(await fitsHalf(needs, { networkId, of: other, half: others })).toBe(false)
  expect(await fitsHalf(needs, { networkId, of: one, half })).toBe(true)
})
