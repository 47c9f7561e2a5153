import { expect, test } from 'vitest'
import type { Action } from '#domain/access/actions.ts'
import { type entranceActs, note } from '#src/app/activity.ts'
import { ownLooks } from '#src/app/identity/own-looks.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

/** What lets somebody sign in as her, reads her phone, or changes who comes after her. */
type Act = Action | (typeof entranceActs)[number]
const acts: readonly Act[] = [
  'manage-logins',
  'manage-cards',
  'link-phones',
  'link-phone',
  'unlink-phone',
  'keep-family',
  'keep-names',
  'erase-person',
  'set-secret',
]

test('whatever was done at her door stays told, however often somebody looked afterwards', async () => {
  const its = await smallNetwork()
  const { userId } = await its.member('o2')
  const did = (action: Act, outcome: 'done' | 'refused' | 'read' = 'done') => {
    its.pass(1000)
    const subject = 'member:m1'
    return note(its.needs, { scope: fundId, actor: userId, device: 'd', action, subject, outcome })
  }
  for (const action of acts) await did(action)
  await did('manage-cards', 'refused')
  for (let i = 0; i < 201; i += 1) await did('read-members', 'read')
  const asked = { networkId, fundId, memberId: 'm1', loans: [] }
  const { doors, looks } = await ownLooks({ ...its.needs, store: its.kept }, asked)
  expect(doors.map(({ action }) => action)).toEqual(acts.toReversed())
  expect(new Set(looks.map(({ action }) => action))).toEqual(new Set(['read-members']))
})
