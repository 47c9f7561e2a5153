import { expect, test } from 'vitest'
import { renewable } from '#domain/fund/auditors.ts'
import { keepersOn } from '#domain/fund/people/keepers.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { ownWordFault } from '#domain/fund/second.ts'

const memberWith = (memberId: string, offices: Member['offices']): Member => ({
  memberId,
  card: memberId,
  sex: 'f',
  povertyLevel: undefined,
  zone: 'A',
  isFormer: false,
  admittedOn: '2024-12-20',
  offices,
})

test('whoever kept the box when the day began answers for it, and who took it over from the next day on', () => {
  const members = [
    memberWith('m1', [{ office: 'box-keeper', from: '2025-01-20', endedOn: '2025-02-20' }]),
    memberWith('m2', [{ office: 'box-keeper', from: '2025-02-20' }]),
  ]
  const keepers = (day: string) => keepersOn(members, day).map(({ memberId }) => memberId)
  expect(keepers('2025-02-20')).toEqual(['m1'])
  expect(keepers('2025-02-21')).toEqual(['m2'])
  // Nobody kept it before the first of all.
  expect(keepers('2025-01-20')).toEqual(['m1'])
})

test('auditors go on by the agreement that the fund confirmed, and by no other', () => {
  const term = { networkId: 'n1', from: '2025-01-01', until: '2025-12-31' }
  const accesses = [
    { ...term, agreementId: 'a1' },
    { ...term, agreementId: 'a2', until: '2026-12-31' },
    { ...term, agreementId: 'a1', until: '2026-06-30' },
  ]
  const goesOn = (agreementId: string, networkId = 'n1') =>
    renewable(accesses, { networkId, agreementId }, '2025-06-01')?.until
  expect([goesOn('a1'), goesOn('a2'), goesOn('a3'), goesOn('a1', 'n2')]).toEqual([
    '2026-06-30',
    '2026-12-31',
    undefined,
    undefined,
  ])
})

test('whose matter it is stands behind it, or a second officer, and no other member', () => {
  const members = new Map([
    ['m1', memberWith('m1', [])],
    ['m2', memberWith('m2', [])],
    ['o1', memberWith('o1', [{ office: 'chair', from: '2025-01-01' }])],
  ])
  const faultBy = (approvedBy?: string) =>
    ownWordFault(members, { effectiveOn: '2025-06-01', ...(approvedBy && { approvedBy }) }, 'm1')
  expect([faultBy(), faultBy('m1'), faultBy('o1')]).toEqual([undefined, undefined, undefined])
  expect(faultBy('m2')).toBeDefined()
})
