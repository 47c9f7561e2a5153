import { expect, test } from 'vitest'
import type { Command } from '#domain/village.ts'
import { type Approval, approvalRefusal } from '#src/app/approvals.ts'
import { personOf } from '#src/app/identity/persons.ts'
import { day, fundId, smallNetwork } from '#test/support/small-network.ts'

const id = '00000000-0000-7000-c000-000000000001'
const of = (type: string, more: object): Command =>
  ({ id, v: 1, effectiveOn: day, type, ...more }) as unknown as Command
const reversal = of('ReverseEntry', { reverses: id, reason: 'wrong-amount', approvedBy: 'o2' })
const appoint = of('AppointOfficer', { memberId: 'm1', office: 'counter', confirmedBy: 'o2' })

test('a word that was heard for all that is sent together is none for power, which asks for it each time', async () => {
  const its = await smallNetwork()
  const session = await its.sessionOf(await its.member('o1'))
  await its.member('o2')
  const asked = async (command: Command, vouchedFor: string, approval?: Approval) =>
    approvalRefusal(its.needs, {
      fundId,
      caller: { session, person: await personOf(its.store, session, day) },
      day,
      dryRun: false,
      approvalOf: () => approval,
      isTaken: async () => false,
      vouchedFor,
    })(command)
  expect(await asked(reversal, 'o2')).toBeUndefined()
  expect(await asked(reversal, 'o3')).toBe('approval-needed')
  expect(await asked(appoint, 'o2')).toBe('approval-needed')
  const word = { login: 'o2', secret: 'secret of o2' }
  expect(await asked(appoint, 'o2', word)).toBeUndefined()
})
