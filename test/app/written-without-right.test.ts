import { expect, test } from 'vitest'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { loginOf } from '#src/app/practice/practice-people.ts'
import { writtenWithoutRight } from '#src/app/proof/writers.ts'
import { addUser } from '#src/app/identity/users.ts'
import { bookOf } from '#src/app/queries.ts'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { commandsPath } from '#test/http/commands/sending.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { ofCost } from '#test/support/a-cost.ts'

/* Who holds the file writes an office into a view for a moment, and an entry by it. The view is right again; the entry stays. */

const envelope = ({ needs }: Practice) => ({
  id: needs.ids(),
  v: 1 as const,
  effectiveOn: needs.today(),
})

const costs = (its: Practice) => ({
  ...envelope(its),
  type: 'RecordExpense' as const,
  amount: 20_000,
  ...ofCost,
})

const userOf = async ({ needs, networkId }: Practice, login: string): Promise<string> =>
  (await needs.store.userByLogin(networkId, loginKeyOf(login)))!.userId

/** A member without any office who has a login. */
const neighbour = async ({ needs, networkId, fundId }: Practice): Promise<string> => {
  const { memberId } = (await bookOf(needs.store, fundId))!.members.find(
    ({ card }) => card === 'M08',
  )!
  const user = await addUser(needs, { networkId, login: 'neighbour' })
  if ('code' in user) throw new Error(user.code)
  await needs.store.keepMembership({ networkId, userId: user.userId, fundId, memberId })
  return user.userId
}

test('an entry of somebody who held no office by the journal is named, and nothing else of the year is', async () => {
  const village = await practice()
  const { needs, fundId } = village
  expect(await writtenWithoutRight(needs.store)).toEqual([])
  const actor = await neighbour(village)
  const [by, honest] = [
    { actor, device: 'x' },
    { actor: await userOf(village, loginOf('record-keeper')), device: 'x' },
  ]
  await needs.record(fundId, [costs(village)], honest)
  const [planted] = await needs.record(fundId, [costs(village)], by)
  await needs.record(fundId, [costs(village)], honest)
  expect(await writtenWithoutRight(needs.store)).toEqual([
    {
      journalId: fundId,
      seq: (planted as { seq: number }).seq,
      id: planted!.id,
      type: 'ExpensePaid',
    },
  ])
})

test('whoever gave an office up writes the rest of that day by it, and nothing after midnight', async () => {
  const village = await practice()
  const { needs, fundId } = village
  const by = { actor: await userOf(village, loginOf('record-keeper')), device: 'x' }
  const { members } = (await bookOf(needs.store, fundId))!
  const holding = (held: string) =>
    members.find(({ offices }) => offices.some(({ office }) => office === held))!.memberId
  const whose = { memberId: holding('record-keeper'), approvedBy: holding('chair') }
  const how = { type: 'EndOffice', office: 'record-keeper', why: 'resigned' } as const
  const ends = { ...envelope(village), ...whose, ...how }
  const [ended] = await needs.record(fundId, [ends, costs(village)], by)
  expect(ended).toMatchObject({ outcome: 'recorded' })
  expect(await writtenWithoutRight(needs.store)).toEqual([])
  // In London it is the same day still.
  village.pass(15.5 * 3_600_000)
  const [late] = await needs.record(fundId, [costs(village)], by)
  expect(await writtenWithoutRight(needs.store)).toMatchObject([{ id: late!.id }])
})

test('an officer who wrote what the office does not give, and a post that no journal gave, are named', async () => {
  const village = await practice()
  const { needs, fundId, networkId } = village
  const chair = { actor: await userOf(village, loginOf('chair')), device: 'x' }
  const { memberId } = (await bookOf(needs.store, fundId))!.members[5]!
  const shares = { ...envelope(village), type: 'BuyShares' as const, memberId, shares: 1 }
  const [one] = await needs.record(fundId, [shares], chair)
  const team = { actor: await userOf(village, loginOf('migration-worker')), device: 'x' }
  const window = { type: 'OpenPotWindow' as const, windowId: 'mine', currency: 'KHR' as const }
  const [two] = await needs.recordNetwork(networkId, [{ ...envelope(village), ...window }], team)
  const found = await writtenWithoutRight(needs.store)
  expect(found.map((one) => [one.journalId, 'id' in one && one.id])).toEqual([
    [networkId, two!.id],
    [fundId, one!.id],
  ])
})

test('whatever the service takes from people as it should is written by right', async () => {
  const village = await practice()
  const { needs } = village
  const commands = Object.values(await oneOfEach(village))
  for (const door of ['record-keeper', 'chair'] as const)
    await village.ask(commandsPath(village), {
      token: await village.as(door),
      json: { commands: commands.map((one) => ({ ...one, id: needs.ids() })) },
    })
  expect(await writtenWithoutRight(needs.store)).toEqual([])
})

test('one entry that cannot be read hides nothing of other funds, and whose book nobody could look at is said', async () => {
  const { needs, a, f1, f2 } = await twoNetworks()
  const { store } = needs
  const user = await addUser(needs, { networkId: a.networkId, login: 'planted' })
  if ('code' in user) throw new Error(user.code)
  const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() } as const
  const command = { ...envelope, ...ofCost, type: 'RecordExpense', amount: 1_000 } as const
  const by = { actor: user.userId, device: 'x' }
  const [planted] = await needs.record(f2.fundId, [command], by)
  const torn: typeof store.read = async (fundId, from, most) =>
    (await store.read(fundId, from, most)).map((row) =>
      fundId === f1.fundId ? { ...row, data: '{' } : row,
    )
  expect(await writtenWithoutRight({ ...store, read: torn })).toEqual([
    { journalId: f1.fundId, seq: null },
    expect.objectContaining({ journalId: f2.fundId, id: planted!.id }),
  ])
})
