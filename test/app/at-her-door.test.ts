import { expect, test } from 'vitest'
import type { Action } from '#domain/access/actions.ts'
import { type entranceActs, note } from '#src/app/activity.ts'
import { ownLooks } from '#src/app/identity/own-looks.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'
import { paidOut } from '#test/support/village.ts'

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

test('whoever has two loans and two logins reads of a look at either loan, and is herself by either login', async () => {
  const lent = { on: '2025-01-20', principal: 50_000, months: 5, memberId: 'm1' }
  const its = await smallNetwork([
    paidOut({ ...lent, loanId: 'l1' }),
    paidOut({ ...lent, loanId: 'l2', product: 'emergency' }),
  ])
  const [first, second] = [await its.member('m1'), await its.person('m1 once more')]
  const { userId: own } = second
  await its.kept.keepMembership({ networkId, userId: own, fundId, memberId: 'm1' })
  const officer = await its.member('o2')
  const looked = (actor: string, subject: string) => {
    its.pass(1000)
    const outcome = 'read' as const
    const line = { scope: fundId, actor, device: 'd', action: 'read-members' as const }
    return note(its.needs, { ...line, subject, outcome })
  }
  for (const { userId } of [first, second, officer]) await looked(userId, 'member:m1')
  for (const loanId of ['l1', 'l2']) await looked(officer.userId, `loan:${loanId}`)
  const loans = ['l1', 'l2'].map((loanId) => ({ loanId, number: loanId.toUpperCase() })) as never
  const asked = { networkId, fundId, memberId: 'm1', loans }
  const { looks } = await ownLooks({ ...its.needs, store: its.kept }, asked)
  expect(looks.map(({ who, loan }) => [who.kind, loan])).toEqual([
    ['others', 'L2'],
    ['others', 'L1'],
    ['others', undefined],
    ['self', undefined],
    ['self', undefined],
  ])
})
