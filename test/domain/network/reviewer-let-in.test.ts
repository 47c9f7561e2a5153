import { expect, test } from 'vitest'
import { staffRolesOn } from '#domain/network.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

test('one person alone lets in nobody who reads what all networks have checked, also where there is no other one', () => {
  const { network, give } = networkLife()
  const appoint = (who: string, role: string, more: object = {}) =>
    give('ann', 'AppointStaff', '2026-01-02', {
      userId: idOf(who),
      role,
      until: '2026-12-31',
      ...more,
    })
  expect(appoint('rith', 'watchdog-reviewer')).toBe('reviewer-by-one-word')
  const nobody = { approvedBy: idOf('bopha') }
  expect(appoint('rith', 'watchdog-reviewer', nobody)).toBe('not-of-the-deciding-staff')
  expect(appoint('bopha', 'case-supervisor')).toBe('recorded')
  expect(appoint('rith', 'watchdog-reviewer', nobody)).toBe('recorded')
  expect(staffRolesOn(network.staff.get(idOf('rith')), '2026-01-02')).toEqual(['watchdog-reviewer'])
})
