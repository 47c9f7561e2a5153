import { expect, test } from 'vitest'
import { issueCard, revokeCard } from '#src/app/identity/cards.ts'
import { ownDoors } from '#src/app/identity/own-doors.ts'
import { codesFor, printCodes, voidCodesOfLogin } from '#src/app/identity/paper-codes.ts'
import { beginningsOf } from '#test/support/committee.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const otherFund = '00000000-0000-7000-b000-000000000002'

/** One login of somebody who is a member of two funds: m1 of the one, m2 of the other. */
const memberOfTwo = async () => {
  const its = await smallNetwork()
  const told = beginningsOf().map((one) => ({ id: its.ids(), v: 1, ...one }) as never)
  await its.record(otherFund, told, { actor: 'program', device: 'program' })
  const user = await its.member('m1')
  const { userId } = user
  await its.kept.keepMembership({ networkId, userId, fundId: otherFund, memberId: 'm2' })
  const owners = [
    { networkId, fundId, memberId: 'm1' },
    { networkId, fundId: otherFund, memberId: 'm2' },
  ] as const
  return { ...its, user, owners }
}

test('whoever is a member of two funds is told of her cards of both, and of none that was ended', async () => {
  const { needs, kept, user, owners, sessionOf, pass } = await memberOfTwo()
  const cards = []
  for (const owner of owners) cards.push((await issueCard(needs, owner)).card)
  const cardsOfHers = async () =>
    (await ownDoors(kept, await sessionOf(user)))
      .filter(({ kind }) => kind === 'card')
      .map(({ id }) => id)
  expect(await cardsOfHers()).toEqual(cards.map(({ cardId }) => cardId))
  pass(1000)
  await revokeCard(needs, networkId, cards[0]!)
  expect(await cardsOfHers()).toEqual([cards[1]!.cardId])
})

test('a secret that was given anew ends her sheets of codes in each fund', async () => {
  const { needs, user, owners } = await memberOfTwo()
  const good = async () => {
    const codes = []
    for (const owner of owners) codes.push((await codesFor(needs, owner, '0123456')).length)
    return codes
  }
  for (const owner of owners) await printCodes(needs, owner, [user.userId])
  expect(await good()).toEqual([10, 10])
  await voidCodesOfLogin(needs, user)
  expect(await good()).toEqual([0, 0])
})
