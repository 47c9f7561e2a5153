import { expect, test } from 'vitest'
import {
  type Staff,
  holdsOn,
  isAssignedOn,
  isOfDecidingStaff,
  staffRolesOn,
} from '#domain/access/staff.ts'

const term = { from: '2026-02-01', until: '2026-03-31' }
const days = ['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01']

test('a right holds from its first day through its last', () => {
  expect(days.map((day) => holdsOn(term, day))).toEqual([false, true, true, false])
})

test('a right that was ended holds no more from that day on', () => {
  const ended = { ...term, endedOn: '2026-03-01' }
  const around = ['2026-02-28', '2026-03-01', '2026-03-02']
  expect(around.map((day) => holdsOn(ended, day))).toEqual([true, false, false])
  expect(holdsOn({ ...term, endedOn: term.from }, term.from)).toBe(false)
})

const staff: Staff = {
  userId: 'u1',
  appointments: [
    { ...term, role: 'auditor' },
    { from: '2026-03-31', until: '2026-12-31', role: 'auditor' },
    { from: '2026-03-31', until: '2026-12-31', role: 'operator' },
  ],
  assignments: [
    { ...term, fundId: 'fund-a' },
    { from: '2026-04-01', until: '2026-12-31', fundId: 'fund-b' },
  ],
}

test('whoever was appointed twice is it once, through the end of the later term', () => {
  expect(days.map((day) => staffRolesOn(staff, day))).toEqual([
    [],
    ['auditor'],
    ['auditor', 'operator'],
    ['auditor', 'operator'],
  ])
  expect(staffRolesOn(staff, '2027-01-01')).toEqual([])
})

test('one role that decides is enough beside others, and without a role nobody decides', () => {
  const withRole = (role: 'administrator' | 'auditor'): Staff => ({
    ...staff,
    appointments: [...staff.appointments, { ...term, role }],
  })
  const decides = (one: Staff | undefined) => days.map((day) => isOfDecidingStaff(one, day))
  expect(decides(withRole('administrator'))).toEqual([false, true, true, false])
  expect(decides({ ...staff, appointments: [] })).toEqual([false, false, false, false])
  expect(decides(undefined)).toEqual([false, false, false, false])
})

test('work on one fund is no work on another', () => {
  const on = (fundId: string) => days.map((day) => isAssignedOn(staff, fundId, day))
  expect(on('fund-a')).toEqual([false, true, true, false])
  expect(on('fund-b')).toEqual([false, false, false, true])
})

test('of whom the network knows nothing is nothing', () => {
  expect(staffRolesOn(undefined, '2026-02-01')).toEqual([])
  expect(isAssignedOn(undefined, 'fund-a', '2026-02-01')).toBe(false)
})
