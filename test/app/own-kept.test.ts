import { expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { keepGoal } from '#src/app/household/goals.ts'
import { keepSumsOut } from '#src/app/household/own-choices.ts'
import { ownKeptOf } from '#src/app/household/own-kept.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const at = '2025-02-01T02:00:00.000Z'

/** Two members of whom much is kept, and others of whom nothing is. */
const withPeople = async () => {
  const { kept, member } = await smallNetwork()
  await member('m1')
  await member('m2')
  const named = (memberId: string, latin: string) => ({
    fundId,
    memberId,
    khmer: undefined,
    latin,
  })
  await kept.keepNames(fundId, [named('m2', 'Other'), named('m1', 'Dara')])
  const mediaType = 'image/png'
  await kept.keepPhoto({ fundId, memberId: 'm2', mediaType, data: 'AAAA', digest: 'd' })
  const nominee = { fundId, memberId: 'm1', place: 1, name: undefined, nomineeId: 'm3' }
  await kept.keepNominees(fundId, 'm1', [
    { ...nominee, share: 'half' },
    { ...nominee, place: 2, name: 'A cousin', nomineeId: undefined, share: 'half' },
  ])
  await kept.keepNominees(fundId, 'm2', [{ ...nominee, memberId: 'm2', share: 'all' }])
  await kept.keepKinships(fundId, [
    { fundId, firstId: 'm1', secondId: 'm4', relation: 'parent', declaredAt: at },
    { fundId, firstId: 'm2', secondId: 'm5', relation: 'sibling', declaredAt: at },
  ])
  const card = (cardId: string, memberId: string, issuedAt: string, revokedAt?: string) =>
    kept.keepCard({
      fundId,
      tokenHash: cardId,
      secret: 's',
      cardId,
      memberId,
      issuedAt,
      revokedAt,
    })
  await card('c0', 'm1', 'before', at)
  await card('c1', 'm1', at)
  await card('c2', 'm2', 'of another')
  await keepGoal(kept, { fundId, memberId: 'm1' }, { kind: 'school', amount: 50_000 })
  await keepSumsOut(kept, { fundId, memberId: 'm2' }, true)
  const book = (await bookOf(kept, fundId))!
  return (memberId: string, phone?: string) =>
    ownKeptOf({ store: kept }, { networkId, fundId, memberId, book, phone })
}

test('a member is told all that is kept of her beside the book, and nothing of anybody else', async () => {
  const of = await withPeople()
  expect(await of('m1', '012')).toEqual({
    khmerName: undefined,
    latinName: 'Dara',
    hasPhoto: false,
    nominees: [
      {
        who: 'M3',
        share: 'half',
      },
      {
        who: 'A cousin',
        share: 'half',
      },
    ],
    kin: [
      {
        card: 'M4',
        is: 'child',
      },
    ],
    goal: {
      kind: 'school',
      amount: 50_000,
    },
    logins: ['m1'],
    cardMadeAt: at,
    phone: '012',
    leavesSumsOut: false,
    asks: [],
  })
  expect(await of('m2')).toMatchObject({
    latinName: 'Other',
    hasPhoto: true,
    goal: undefined,
    logins: ['m2'],
    cardMadeAt: 'of another',
    phone: undefined,
    leavesSumsOut: true,
  })
  // Of whom nothing is kept, nothing is told.
  expect(await of('m5')).toMatchObject({
    latinName: undefined,
    hasPhoto: false,
    nominees: [],
    logins: [],
    cardMadeAt: undefined,
  })
})

test('a card that the book does not know, and a login that is gone, are told as such', async () => {
  const { kept, member } = await smallNetwork()
  await member('m1')
  await kept.keepNominees(fundId, 'm1', [
    { fundId, memberId: 'm1', place: 1, name: undefined, nomineeId: 'm3', share: 'all' },
  ])
  const book = (await bookOf(kept, fundId))!
  const told = await ownKeptOf(
    { store: { ...kept, user: async () => undefined } },
    { networkId, fundId, memberId: 'm1', book: { ...book, members: [] }, phone: undefined },
  )
  expect(told).toMatchObject({ nominees: [{ who: '?' }], logins: [] })
})
