import { expect, test } from 'vitest'
import { firstLink, onlyNetwork } from '#src/app/identity/first-administrator.ts'
import { lookAtKey } from '#src/app/identity/one-time-keys.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { setDisabled, setSecret } from '#src/app/identity/users.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'
import { idOf } from '#test/support/village.ts'

const by = { actor: 'program', device: 'program' }
const url = 'https://fund.example'

const starting = async () => {
  const its = await smallNetwork()
  const { needs, kept, recordNetwork } = its
  const all = { ...needs, recordNetwork, today: () => '2025-03-31' }
  const begun = async (text: string) => lookAtKey(needs, /key=(\S+)/.exec(text)?.[1] ?? '')
  const staff = async () => (await networkBookOf(kept, networkId))!.staff
  const users = async () => kept.users(networkId)
  return { ...its, all, begun, staff, users, start: () => firstLink(all, { url, by }) }
}

test('while nobody administers the network a link is told by which the first one chooses a password', async () => {
  const { start, begun, staff, users } = await starting()
  const told = await start()
  expect(told).toContain(`Village fund: ${url}\n`)
  const [user] = await users()
  expect(user).toMatchObject({ login: 'administrator', secret: undefined })
  expect(await begun(told)).toMatchObject({ purpose: 'set-secret', userId: user!.userId })
  // Appointed for a year, to the day.
  expect(await staff()).toMatchObject([
    {
      userId: user!.userId,
      appointments: [{ role: 'administrator', from: '2025-03-31', until: '2026-03-31' }],
    },
  ])
})

test('a second start tells a new link to the same person, and none once there is a password', async () => {
  const { start, users, needs } = await starting()
  await start()
  expect(await start()).toContain('/begin?key=')
  expect(await users()).toHaveLength(1)
  const [user] = await users()
  await setSecret(needs, user!, 'seven green boats')
  expect(await start()).toBe(`Village fund: ${url}`)
  // Whoever is shut out administers nothing.
  await setDisabled(needs, (await users())[0]!, true)
  expect(await start()).toContain('/begin?key=')
})

test('somebody with another role, or whose appointment is over, does not administer', async () => {
  const its = await smallNetwork()
  const all = { ...its.needs, recordNetwork: its.recordNetwork, today: () => '2025-03-01' }
  await its.staff('chan', 'auditor')
  await its.staff('ann', 'administrator', '2025-02-28')
  expect(await firstLink(all, { url, by })).toContain('/begin?key=')
  await its.staff('bopha', 'administrator', '2025-03-01')
  expect(await firstLink(all, { url, by })).toBe(`Village fund: ${url}`)
})

test('a fund that no network answers for joins the only one, and where there are several nothing is begun', async () => {
  const { all, kept, record, start } = await starting()
  const fund = idOf(700)
  const first = (await kept.read(fundId, 0, 1))[0]!
  const founding = JSON.parse(first.data) as object
  const command = { ...founding, id: idOf(701), v: 1, type: 'FoundFund', effectiveOn: '2025-01-01' }
  await record(fund, [command as never], by)
  expect(await onlyNetwork(all, by)).toBe(networkId)
  const book = (await networkBookOf(kept, networkId))!
  expect(book.fundIds.toSorted()).toEqual([fundId, fund].toSorted())
  // A second time nothing is left to join.
  const entries = async () => (await kept.networks.read(networkId, 0, 10_000)).length
  const before = await entries()
  expect(await onlyNetwork(all, by)).toBe(networkId)
  expect(await entries()).toBe(before)
  const found = { id: idOf(702), v: 1, type: 'FoundNetwork', effectiveOn: '2025-01-01' } as const
  await all.recordNetwork(idOf(703), [found], by)
  expect(await onlyNetwork(all, by)).toBeUndefined()
  expect(await start()).toBe(
    `Village fund: ${url}\nThere are several networks here, and nobody gets into 2 of them: see doctor.`,
  )
})

test('where there is no network yet one is founded, and a network that takes nothing is said so', async () => {
  const { all, kept } = await starting()
  const none = { ...kept, networks: { ...kept.networks, fundIds: async () => [] } }
  const founded = await onlyNetwork({ ...all, store: { ...none, fundIds: async () => [] } }, by)
  expect(founded).not.toBe(networkId)
  expect((await networkBookOf(kept, founded!))!.networkId).toBe(founded)
  const refusing = async () => [{ id: '', outcome: 'refused', code: 'no' }] as never
  await expect(onlyNetwork({ ...all, recordNetwork: refusing, store: none }, by)).rejects.toThrow(
    'the network does not take this: no',
  )
})
