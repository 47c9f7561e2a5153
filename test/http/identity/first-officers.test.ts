import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { helpsItself, leadersToLetIn } from '#src/app/identity/fund-logins.ts'
import { drawSecret } from '#src/app/identity/first-secret.ts'
import { addUser } from '#src/app/identity/users.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { charterExample } from '#src/http/commands/charter.ts'
import { foundAFund } from '#src/app/network/founding-fund.ts'
import { practice, practiceDay } from '#test/support/service.ts'

/** A fund that has just been founded by three officers, and how each of them is let in. */
const newFund = async () => {
  const its = await practice()
  const { needs, networkId } = its
  const { store } = needs
  const seat = (card: string, office: 'chair' | 'record-keeper' | 'box-keeper') =>
    ({ card, sex: 'f', zone: '1', office }) as const
  const founded = await foundAFund(
    needs,
    {
      id: needs.ids(),
      on: practiceDay,
      villageCode: '17020304',
      charter: charterExample as never,
      opening: { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] },
      officers: [seat('N1', 'chair'), seat('N2', 'record-keeper'), seat('N3', 'box-keeper')],
    },
    { actor: 'administrator', device: 'd', networkId, dryRun: false },
  )
  if (!('fundId' in founded)) throw new Error('not founded')
  const { fundId } = founded
  const administrator = (await store.userByLogin(networkId, 'practiceadministrator'))!
  const asked = (day = practiceDay) => ({ networkId, fundId, day })
  const memberOf = async (card: string) =>
    (await store.subjects(fundId))
      .map(({ data }) => JSON.parse(data) as { memberId: string; card?: string })
      .find((one) => one.card === card)!.memberId
  /** A login as one of the staff, or two of them, make it; nobody has begun with it. */
  const letIn = async (login: string, card: string, second?: string) => {
    const user = await addUser(needs, { networkId, login })
    if ('code' in user) throw new Error(user.code)
    const { userId } = user
    await store.keepMembership({ networkId, userId, fundId, memberId: await memberOf(card) })
    const by = administrator.userId
    await noteHands(needs, user, { action: 'give-login', by, second, device: 'd' })
    const key = await makeKey(needs, { networkId, purpose: 'set-secret', userId, madeBy: by })
    return { userId, begin: () => drawSecret(needs, { key, half: '', day: practiceDay }) }
  }
  return { ...its, store, fundId, asked, letIn }
}

const cards = (members: readonly { readonly card: string }[]): readonly string[] =>
  members.map(({ card }) => card)

test('who has begun first does not lock the other officers of a new fund out', async () => {
  const { store, asked, letIn } = await newFund()
  expect(cards(await leadersToLetIn(store, asked()))).toEqual(['N1', 'N2'])
  const chair = await letIn('Chair of it', 'N1')
  expect(await chair.begin()).toMatchObject({ pin: expect.stringMatching(/^\d{6}$/) })
  expect(await helpsItself(store, asked())).toBe(false)
  expect(cards(await leadersToLetIn(store, asked()))).toEqual(['N2'])
  const keeper = await letIn('Keeper of it', 'N2', 'another of the staff')
  await keeper.begin()
  // Two officers can stand together: from here on nobody else gives a login.
  expect(await helpsItself(store, asked())).toBe(true)
  expect(await leadersToLetIn(store, asked())).toEqual([])
})

test('a month after the first officer came in, the network lets nobody in beside her', async () => {
  const { store, asked, letIn } = await newFund()
  await (await letIn('Chair of it', 'N1', 'another of the staff')).begin()
  expect(await helpsItself(store, asked(daysAfter(practiceDay, 30)))).toBe(false)
  expect(await helpsItself(store, asked(daysAfter(practiceDay, 31)))).toBe(true)
})

test('a fund whose officer was shut out, was given another secret, or was let in by an officer has not only begun', async () => {
  for (const after of ['shut out', 'another secret', 'by an officer'] as const) {
    const { store, needs, networkId, fundId, asked, letIn } = await newFund()
    const chair = await letIn('Chair of it', 'N1')
    await chair.begin()
    const user = (await store.user(networkId, chair.userId))!
    const by = 'somebody'
    if (after === 'shut out')
      await store.keepUser({ ...user, disabledAt: '2025-12-31T02:00:00.000Z' })
    if (after === 'another secret')
      await noteHands(needs, user, { action: 'give-secret', by, device: 'd' })
    if (after === 'by an officer') {
      const administrator = (await store.userByLogin(networkId, 'practiceadministrator'))!
      await store.keepMembership({
        networkId,
        userId: administrator.userId,
        fundId,
        memberId: needs.ids(),
      })
    }
    expect([after, await helpsItself(store, asked())]).toEqual([after, true])
  }
})
