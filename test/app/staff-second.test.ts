import { expect, test } from 'vitest'
import type { NetworkCommand } from '#domain/network.ts'
import type { User } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { staffApprovalRefusal } from '#src/app/approvals.ts'
import { noteHands, noteSeen, noticesFor } from '#src/app/identity/hands.ts'
import { hasAnotherOfStaff, staffWordFault } from '#src/app/identity/staff-second.ts'
import { day, fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const twoOfStaff = async () => {
  const its = await smallNetwork()
  const [anne, ben] = [
    await its.staff('anne', 'administrator'),
    await its.staff('ben', 'case-supervisor'),
  ]
  const resets = ({ userId }: User, by: User) =>
    noteHands(
      its.needs,
      { networkId, userId },
      { action: 'give-secret', by: by.userId, device: 'd1' },
    )
  /** Signs in on the phone of the fund, which none of the staff has added, and has seen what was done. */
  const sees = async (user: User) => {
    its.pass(1000)
    await noteSeen(its.needs, await its.sessionOf(user))
  }
  const fault = (on: string, user = ben, by = anne) =>
    staffWordFault({ store: its.store }, { networkId, userId: user.userId, by: by.userId, day: on })
  const hasAnother = (on: string, user = anne) =>
    hasAnotherOfStaff(its.store, { networkId, userId: user.userId, day: on })
  return { ...its, anne, ben, resets, sees, fault, hasAnother }
}

test('the word of one of the deciding staff counts from the first to the last day of the appointment', async () => {
  const { fault, person, staff } = await twoOfStaff()
  expect(await fault('2024-12-31')).toBe('not-of-the-deciding-staff')
  expect(await fault('2025-01-01')).toBeUndefined()
  expect(await fault('2025-12-31')).toBeUndefined()
  expect(await fault('2026-01-01')).toBe('not-of-the-deciding-staff')
  expect(await fault(day, await person('nobody'))).toBe('not-of-the-deciding-staff')
  expect(await fault(day, await staff('carl', 'auditor'))).toBe('not-of-the-deciding-staff')
})

test('who was reset by the other one stands behind nothing with them for seven days, and until it was seen', async () => {
  const { fault, resets, sees, anne, ben, staff } = await twoOfStaff()
  const dora = await staff('dora', 'administrator')
  await resets(ben, anne)
  expect(await fault('2025-03-01')).toBe('approver-reset-lately')
  expect(await fault('2025-03-01', anne, ben)).toBe('approver-reset-lately')
  expect(await fault('2025-03-01', ben, dora)).toBeUndefined()
  expect(await fault('2025-03-09')).toBe('approver-reset-lately')
  await sees(ben)
  expect(await fault('2025-03-08')).toBe('approver-reset-lately')
  expect(await fault('2025-03-09')).toBeUndefined()
  expect(await fault('2025-03-09', anne, ben)).toBeUndefined()
})

test('whoever made a colleague’s login lends no word to it and is lent none, whichever of the two acts', async () => {
  const { needs, fault, anne, ben } = await twoOfStaff()
  const by = { action: 'give-login', by: anne.userId, device: 'd1' } as const
  await noteHands(needs, { networkId, userId: ben.userId }, by)
  expect(await fault(day, ben, anne)).toBe('approver-reset-lately')
  expect(await fault(day, anne, ben)).toBe('approver-reset-lately')
})

test('whoever was let in through the hands of one who is not free is not free either', async () => {
  const { fault, resets, anne, ben, staff } = await twoOfStaff()
  const dora = await staff('dora', 'administrator')
  await resets(ben, anne)
  await resets(dora, ben)
  expect(await fault(day, dora, anne)).toBe('approver-reset-lately')
  expect(await fault(day, anne, dora)).toBe('approver-reset-lately')
})

test('a reset is found behind more lines about the same person than one page of the log', async () => {
  const { fault, resets, anne, ben } = await twoOfStaff()
  for (let i = 0; i < 201; i += 1) await resets(ben, i === 0 ? anne : ben)
  expect(await fault(day)).toBe('approver-reset-lately')
})

test('whoever is alone among those who decide has no other; an auditor is none', async () => {
  const { hasAnother, decided, ben, staff } = await twoOfStaff()
  expect(await hasAnother(day)).toBe(true)
  const away = { type: 'DismissStaff', userId: ben.userId, role: 'case-supervisor' } as const
  await decided([{ ...away, effectiveOn: '2025-02-01' }])
  expect(await hasAnother(day)).toBe(false)
  await staff('carl', 'auditor')
  expect(await hasAnother(day)).toBe(false)
  expect(await hasAnother(day, ben)).toBe(true)
})

/** Anne dismisses somebody on the day of the clock, and it stands in the log as the pages write it. */
const dismissed = async (role: 'case-supervisor' | 'auditor', outcome: 'done' | 'refused') => {
  const its = await twoOfStaff()
  const carl = await its.staff('carl', 'auditor')
  const id = its.needs.ids()
  const whom = role === 'auditor' ? carl : its.ben
  const command = {
    id,
    v: 1,
    type: 'DismissStaff',
    effectiveOn: day,
    userId: whom.userId,
    role,
  } as const
  const other = {
    ...command,
    id: its.needs.ids(),
    userId: its.ben.userId,
    role: 'case-supervisor',
  } as const
  await its.recordNetwork(networkId, [command, ...(role === 'auditor' ? [other] : [])], {
    actor: its.anne.userId,
    device: 'd1',
  })
  await note(its.needs, {
    scope: networkId,
    actor: its.anne.userId,
    device: 'd1',
    action: 'DismissStaff',
    subject: `entry:${id}`,
    outcome,
  })
  return its
}

test('who has dismissed the last other one still needs another for seven days', async () => {
  const { hasAnother } = await dismissed('case-supervisor', 'done')
  expect(await hasAnother('2025-03-01')).toBe(true)
  expect(await hasAnother('2025-03-08')).toBe(true)
  expect(await hasAnother('2025-03-09')).toBe(false)
})

test('nor does whoever fills the log with lines after it push it out of sight', async () => {
  const its = await dismissed('case-supervisor', 'done')
  for (let i = 0; i < 401; i += 1) {
    its.pass(1)
    await note(its.needs, {
      scope: networkId,
      actor: its.anne.userId,
      device: 'd1',
      action: 'manage-devices',
      subject: `device:${i}`,
      outcome: 'done',
    })
  }
  expect(await its.hasAnother('2025-03-08')).toBe(true)
  expect(await its.hasAnother('2025-03-09')).toBe(false)
})

test('one who decides nothing leaves nobody alone by going, nor does what was refused', async () => {
  expect(await (await dismissed('auditor', 'done')).hasAnother(day)).toBe(false)
  expect(await (await dismissed('case-supervisor', 'refused')).hasAnother(day)).toBe(false)
})

const commandId = '00000000-0000-7000-c000-000000000001'

test('power in a network takes the word of another one who decides, given on the same device', async () => {
  const { needs, store, anne, ben, sessionOf, person, staff } = await twoOfStaff()
  const session = await sessionOf(anne)
  const nina = await person('nina')
  await staff('carl', 'auditor')
  const asked = (
    approvedBy: string | undefined,
    {
      login,
      dryRun = false,
      taken = false,
    }: { login?: string; dryRun?: boolean; taken?: boolean } = {},
  ) =>
    staffApprovalRefusal(needs, {
      caller: { session },
      day,
      dryRun,
      approvalOf: (id) =>
        login === undefined || id !== commandId
          ? undefined
          : { login, secret: `secret of ${login}` },
      isTaken: async () => taken,
    })({
      id: commandId,
      v: 1,
      type: 'AppointStaff',
      effectiveOn: day,
      userId: nina.userId,
      role: 'auditor',
      until: '2025-12-31',
      ...(approvedBy === undefined ? {} : { approvedBy }),
    } satisfies NetworkCommand)
  expect(await asked(undefined)).toBe('approval-needed')
  expect(await asked(anne.userId, { login: 'anne' })).toBe('approver-not-another')
  expect(await asked(ben.userId)).toBe('approval-needed')
  expect(await asked(ben.userId, { dryRun: true })).toBeUndefined()
  expect(await asked(ben.userId, { taken: true })).toBeUndefined()
  expect(await asked(ben.userId, { login: 'ben' })).toBeUndefined()
  expect(await asked(ben.userId, { login: 'carl' })).toBe('approval-of-another')
  expect(await asked(ben.userId, { login: 'ben but wrong' })).toBe('sign-in-failed')
  await store.keepUser({ ...ben, disabledAt: '2025-03-01T00:00:00.000Z' })
  expect(await asked(ben.userId, { login: 'ben' })).toBe('sign-in-failed')
})

test('one who decides from the pot is the one who sends it, and the other one gives the word', async () => {
  const { needs, anne, ben, sessionOf } = await twoOfStaff()
  const session = await sessionOf(anne)
  const asked = (deciders: readonly [string, string]) =>
    staffApprovalRefusal(needs, {
      caller: { session },
      day,
      dryRun: false,
      approvalOf: () => ({ login: 'ben', secret: 'secret of ben' }),
      isTaken: async () => false,
    })({ id: commandId, type: 'DecideFromPot', deciders } as unknown as NetworkCommand)
  expect(await asked([anne.userId, ben.userId])).toBeUndefined()
  expect(await asked([ben.userId, anne.userId])).toBe('approver-not-another')
  expect(await asked([ben.userId, ben.userId])).toBe('decider-not-the-sender')
})

test('where one decides alone no other word is asked for, and what one may do never takes it', async () => {
  const its = await smallNetwork()
  const anne = await its.staff('anne', 'administrator')
  const session = await its.sessionOf(anne)
  const asked = (type: string) =>
    staffApprovalRefusal(its.needs, {
      caller: { session },
      day,
      dryRun: false,
      approvalOf: () => undefined,
      isTaken: async () => false,
    })({ id: commandId, type, fundId } as unknown as NetworkCommand)
  expect(await asked('AppointStaff')).toBeUndefined()
  await its.staff('ben', 'administrator')
  expect(await asked('AppointStaff')).toBe('approval-needed')
  expect(await asked('AssignStaff')).toBe('approval-needed')
  expect(await asked('EndAssignment')).toBe('approval-needed')
  expect(await asked('RecordPotPart')).toBeUndefined()
  expect(await asked('OpenPotWindow')).toBeUndefined()
})

test('of two who were dismissed of late one who decided is enough', async () => {
  const its = await dismissed('auditor', 'done')
  const rows = await its.store.networks.read(networkId, 0, 100)
  const { id } = rows.findLast(({ data }) => data.includes('case-supervisor'))!
  const line = { scope: networkId, actor: its.anne.userId, device: 'd1', outcome: 'done' } as const
  await note(its.needs, { ...line, action: 'DismissStaff', subject: `entry:${id}` })
  expect(await its.hasAnother(day)).toBe(true)
})

test('whom it is about is none of the others', async () => {
  const { store, anne, ben } = await twoOfStaff()
  const asked = { networkId, userId: anne.userId, day }
  expect(await hasAnotherOfStaff(store, asked)).toBe(true)
  expect(await hasAnotherOfStaff(store, { ...asked, about: ben.userId })).toBe(false)
})

test('of two who had a hand in a login one after the other each is told by herself', async () => {
  const { store, anne, ben, resets, pass, staff, sessionOf } = await twoOfStaff()
  const dora = await staff('dora', 'administrator')
  await resets(ben, anne)
  pass(1000)
  await resets(ben, dora)
  const told = await noticesFor(store, await sessionOf(ben))
  expect(told.map(({ by }) => by)).toEqual([[dora.userId], [anne.userId]])
})
