import { expect, test } from 'vitest'
import { type Told, goesOn as after } from '#test/support/goes-on.ts'

const left = (memberId: string): Told =>
  ({ type: 'RecordMemberChange', effectiveOn: '2025-06-20', memberId, change: 'left' }) as Told
const appointed = (more: object = {}): Told =>
  ({
    type: 'AppointOfficer',
    effectiveOn: '2025-08-01',
    memberId: 'm1',
    office: 'record-keeper',
    ...more,
  }) as Told

const others = ['o2', 'o3', 'o4', 'o5'].map(left)
const alone = 'appointed-by-one-word - M1'

test('an appointment with nobody beside it is a finding, where others held offices and are gone', () => {
  expect(after([...others, appointed()]).found).toContain(alone)
})

test('it stays when those who are there stand behind whatever comes later', () => {
  const again = appointed({ memberId: 'm2', effectiveOn: '2025-08-10', confirmedBy: 'm1' })
  const { found } = after([...others, appointed(), again])
  expect(found).toContain(alone)
  expect(found).not.toContain('appointed-by-one-word - M2')
})

test('with another officer beside it, or where nobody has gone yet, it is none', () => {
  const beside = after([left('o5'), appointed({ confirmedBy: 'o2' })])
  expect(beside.found).not.toContain(alone)
  expect(after([appointed()]).found).not.toContain(alone)
})
