import { expect, test } from 'vitest'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { isActingOn, isOfficerOn } from '#domain/fund/people/members.ts'
import { committeeAfter, wordOf } from '#test/support/committee.ts'
import type { StoryCommand } from '#test/support/village.ts'

const left: StoryCommand = {
  type: 'RecordMemberChange',
  effectiveOn: '2025-01-15',
  memberId: 'o1',
  change: 'left',
}
const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-01-15', memberId: 'o1' }

test('an officer of whom one other alone has written that they are gone holds the office for seven days more', () => {
  for (const one of [left, died]) {
    const village = committeeAfter([one])
    const o1 = village.members.get('o1')!
    const on = (day: string) => [isActingOn(o1, day), isOfficerOn(o1, day)]
    // It was written on 1 June 2026: before that day the book says what was so.
    expect(['2025-01-22', '2026-05-31', '2026-06-01', '2026-06-08', '2026-06-09'].map(on)).toEqual([
      [false, false],
      [false, false],
      [true, true],
      [true, true],
      [false, false],
    ])
    // For everything else the fact is one at once.
    expect(isMemberOn(o1, '2025-01-15')).toBe(false)
    const confirmed = { ...one, confirmedBy: 'o2' }
    const again = committeeAfter([one, confirmed]).members.get('o1')!
    expect(isOfficerOn(again, '2026-06-01')).toBe(false)
  }
  const twice = committeeAfter([left, { ...died, effectiveOn: '2025-01-16' }])
  expect(isOfficerOn(twice.members.get('o1')!, '2026-06-02')).toBe(true)
})

test('nobody stands behind the own going, nor does whoever holds no office', () => {
  const gone = (confirmedBy: string) => wordOf(committeeAfter([]), { ...left, confirmedBy })
  expect(gone('o1')).toBe('approver-not-an-officer')
  expect(gone('m1')).toBe('approver-not-an-officer')
  expect(gone('o2')).toBe('recorded')
})
