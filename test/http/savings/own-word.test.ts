import { beforeEach, expect, test } from 'vitest'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'

/*
 * A member stands behind what is asked for in her name by her own PIN, typed at the table; she holds no office for that, and
 * nobody else can.
 */

let village: Village
beforeEach(async () => {
  village = await twoNetworks()
})

const sent = async (command: object) => {
  const on = asking(village)
  const json = { commands: [{ ...on.envelope(), v: 1, ...command }] }
  const path = `/v1/funds/${village.f1.fundId}/commands`
  return on.one(await on.send(on.find('record-keeper'), path, { json }))
}

const asks = (approver?: 'household-card' | 'neighbour', secret?: string) => {
  const { memberIds } = village.f1
  const memberId = memberIds['household-card']
  const named = approver && { approvedBy: memberIds[approver] }
  const typed = secret !== undefined && { approvals: [{ login: 'own', secret }] }
  return sent({ type: 'RequestWithdrawal', memberId, amount: 1_000, ...named, ...typed })
}

test('savings are asked for by the owner’s own PIN, and by no wrong one, none, or a neighbour’s word', async () => {
  const { secret } = asking(village).find('household-card')
  const memberId = village.f1.memberIds['household-card']
  await sent({ type: 'RecordDeposit', memberId, amount: 5_000 })
  expect(await asks('household-card')).toMatchObject({ code: 'approval-needed' })
  expect(await asks('household-card', '111111')).toMatchObject({ code: 'owner-pin-wrong' })
  expect(await asks('neighbour', secret)).toMatchObject({ outcome: 'refused' })
  expect(await asks('household-card', secret)).toMatchObject({ outcome: 'recorded' })
  expect(await asks()).toMatchObject({ outcome: 'flagged', flags: ['asked-by-one-word'] })
})
