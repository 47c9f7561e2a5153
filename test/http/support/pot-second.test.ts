import { beforeEach, expect, test } from 'vitest'
import { secretOfAll, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* Whoever stands behind an act of the pot is of the staff who decide today, whatever day the act is written for. */

let village: Village
let on: ReturnType<typeof asking>

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const loginOf = (way: string): string => `${village.a.canary} ${way}`
const idOf = async (way: string): Promise<string> => {
  const users = await village.store.users(village.a.networkId)
  return users.find(({ login }) => login === loginOf(way))!.userId
}
const approvals = () => [{ login: loginOf('case-supervisor'), secret: secretOfAll }]

/** The supervisor is dismissed on the first of December: the login is still there. */
const dismissed = async () => {
  const userId = await idOf('case-supervisor')
  const role = 'case-supervisor' as const
  const envelope = { id: village.needs.ids(), v: 1 as const, effectiveOn: '2025-12-01' }
  const command = { ...envelope, type: 'DismissStaff' as const, userId, role }
  const by = { actor: 'test', device: 'test' }
  const [answer] = await village.needs.recordNetwork(village.a.networkId, [command], by)
  expect(answer).toMatchObject({ outcome: 'recorded' })
}

const before = '2025-11-20'
const command = async (json: object) =>
  on.one(
    await on.send(on.find('administrator'), `/v1/networks/${village.a.networkId}/commands`, {
      json: { commands: [{ ...on.envelope(), v: 1, effectiveOn: before, ...json }] },
    }),
  )

const decide = async () => ({
  type: 'DecideFromPot',
  code: village.a.potCode,
  isApproved: true,
  deciders: [await idOf('administrator'), await idOf('case-supervisor')],
  approvals: approvals(),
})

const takeBack = async () => ({
  type: 'ReversePotEntry',
  reverses: village.a.potMove,
  reason: 'wrong-amount',
  approvedBy: await idOf('case-supervisor'),
  approvals: approvals(),
})

test('whoever was dismissed is not believed for a day before it: neither for a yes nor for taking a line back', async () => {
  await dismissed()
  const refused = { outcome: 'refused', code: 'not-of-the-deciding-staff' }
  expect(await command(await decide())).toMatchObject(refused)
  expect(await command(await takeBack())).toMatchObject(refused)
})

test('whoever is of the staff today stands behind an act of a day before', async () => {
  expect(await command(await decide())).toMatchObject({ outcome: 'recorded' })
  expect(await command(await takeBack())).toMatchObject({ outcome: 'recorded' })
})

test('on the page a second secret that is not right stands in the log as an act that was refused', async () => {
  const id = village.needs.ids()
  const form = { id, answer: 'yes', sure: 'yes', login: loginOf('case-supervisor'), secret: 'no' }
  const answer = await village.service.request(`/network/pot/decide/${village.a.potCode}`, {
    method: 'POST',
    headers: {
      host: ourHost,
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Bearer ${await on.find('administrator').token()}`,
    },
    body: new URLSearchParams(form).toString(),
  })
  expect(answer.status).toBe(409)
  const lines = await village.store.activities(village.a.networkId, { limit: 50 })
  const refused = lines.filter((one) => one.subject === `entry:${id}`)
  expect(refused.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['DecideFromPot', 'refused'],
  ])
  expect(refused[0]!.actor).toBe(await idOf('administrator'))
})
