import { beforeEach, expect, test } from 'vitest'
import type { User } from '#domain/ports.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { networkHeadOf, networkPath, send } from '#test/http/commands/sending.ts'
import { type Practice, practice } from '#test/support/service.ts'

const until = '2026-06-30'
const word = { login: practiceStaff.login, secret: practiceStaff.pin }
const day = 86_400_000
const terms = { from: '2026-01-01', until: '2026-12-31', lines: [], unspent: 'given-back' }

let village: Practice
beforeEach(async () => {
  village = await practice()
})

const userOf = async (door: string) =>
  (await village.needs.store.userByLogin(village.networkId, `practice${door}`))!

const sent = async (item: object) => {
  const token = await village.as('administrator')
  const envelope = { id: village.needs.ids(), v: 1, effectiveOn: village.needs.today() }
  const commands = [{ ...envelope, ...item }]
  return (await send(village, networkPath(village), { token, commands }))[0]!
}

/** A session of somebody, on a device that the administrator has not added. */
const tokenOf = async ({ userId }: User): Promise<string> => {
  const { needs, networkId } = village
  const { device } = await enrolDevice(needs, { networkId, label: 'a phone', by: 'test' })
  const whose = { userId }
  return (await openSession(needs, { networkId, deviceId: device.deviceId, whose })).token
}

const acts = async () => {
  const { userId } = await userOf('auditor')
  return [
    { type: 'AppointStaff', userId: village.needs.ids(), role: 'auditor', until },
    { type: 'AssignStaff', userId, fundId: village.fundId, until },
  ] as const
}

test('an administrator alone puts nobody to work where another one of the staff could be asked', async () => {
  const { userId: approvedBy } = await userOf('case-supervisor')
  const own = await userOf('administrator')
  await setSecret(village.needs, own, 'a secret of the administrator')
  const before = await networkHeadOf(village)
  for (const act of await acts()) {
    const needed = { outcome: 'refused', code: 'approval-needed' }
    expect(await sent(act)).toMatchObject(needed)
    expect(await sent({ ...act, approvedBy })).toMatchObject(needed)
    const alone = { login: own.login, secret: 'a secret of the administrator' }
    expect(await sent({ ...act, approvedBy, approvals: [alone] })).toMatchObject({
      code: 'approval-of-another',
    })
    expect(await sent({ ...act, approvedBy: own.userId, approvals: [alone] })).toMatchObject({
      code: 'approver-not-another',
    })
  }
  expect(await networkHeadOf(village)).toEqual(before)
  for (const act of await acts()) {
    expect(await sent({ ...act, approvedBy, approvals: [word] })).toMatchObject({
      outcome: 'recorded',
    })
    expect(JSON.parse((await networkHeadOf(village)).data)).toMatchObject({ approvedBy })
  }
})

test('whoever has reset the other one’s login waits thirty days before its word gives power', async () => {
  const supervisor = await userOf('case-supervisor')
  const token = await village.as('administrator')
  const path = `/v1/networks/${village.networkId}/users/${supervisor.userId}/reset`
  expect((await village.ask(path, { token, method: 'POST' })).status).toBe(200)
  await setSecret(village.needs, supervisor, practiceStaff.pin)
  const [act] = await acts()
  const asked = { ...act, approvedBy: supervisor.userId, approvals: [word] }
  expect(await sent(asked)).toMatchObject({ outcome: 'refused', code: 'approver-reset-lately' })
  village.pass(31 * day)
  expect(await sent(asked)).toMatchObject({ code: 'approver-reset-lately' })
  const as = await tokenOf(supervisor)
  await village.ask('/v1/sessions/current/notices/seen', { token: as, method: 'PUT' })
  expect(await sent(asked)).toMatchObject({ outcome: 'recorded' })
})

test('nobody of two sends the other one away alone, and what takes two stays undone', async () => {
  const { userId } = await userOf('case-supervisor')
  const dismissal = { type: 'DismissStaff', userId, role: 'case-supervisor' }
  expect(await sent(dismissal)).toMatchObject({ outcome: 'refused', code: 'approval-needed' })
  const [act] = await acts()
  expect(await sent(act)).toMatchObject({ code: 'approval-needed' })
  village.pass(31 * day)
  expect(await sent(dismissal)).toMatchObject({ code: 'approval-needed' })
  expect(await sent(act)).toMatchObject({ code: 'approval-needed' })
})

test('whoever goes with the own word leaves the other one alone a week later and not at once', async () => {
  const { userId } = await userOf('case-supervisor')
  const dismissal = { type: 'DismissStaff', userId, role: 'case-supervisor', approvedBy: userId }
  expect(await sent({ ...dismissal, approvals: [word] })).toMatchObject({ outcome: 'recorded' })
  const [act] = await acts()
  expect(await sent(act)).toMatchObject({ code: 'approval-needed' })
  village.pass(6 * day)
  expect(await sent(act)).toMatchObject({ code: 'approval-needed' })
  village.pass(2 * day)
  expect(await sent(act)).toMatchObject({ outcome: 'recorded' })
})

test('an auditor is not taken off a fund, nor a donor’s money given back, by one alone', async () => {
  const { userId } = await userOf('auditor')
  const { fundId } = village
  const before = await networkHeadOf(village)
  for (const item of [
    { type: 'EndAssignment', userId, fundId },
    { type: 'DismissStaff', userId, role: 'auditor' },
    { type: 'ReturnPotDonation', windowId: 'safe-ways', amount: 1000 },
    { type: 'OpenPotWindow', windowId: 'safe-ways', currency: 'USD', terms },
  ])
    expect(await sent(item), item.type).toMatchObject({ code: 'approval-needed' })
  expect(await networkHeadOf(village)).toEqual(before)
  const { userId: approvedBy } = await userOf('case-supervisor')
  const ended = { type: 'EndAssignment', userId, fundId, approvedBy, approvals: [word] }
  expect(await sent(ended)).toMatchObject({ outcome: 'recorded' })
})
