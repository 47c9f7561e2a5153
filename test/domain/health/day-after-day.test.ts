import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

// A service keeps what it has found in a book that is frozen. What was found of one day is none of another day's.

const as = (one: object): StoryCommand => one as StoryCommand
const seat = (memberId: string, effectiveOn = '2025-01-01', more: object = {}) =>
  as({ type: 'AppointOfficer', effectiveOn, memberId, office: 'box-keeper', ...more })
const counted = (effectiveOn: string, amount: number) =>
  as({ type: 'CloseMeeting', effectiveOn, count: { amount, isByNote: true } })

const brought = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  ...['m1', 'm2', 'm3', 'm4'].map((memberId) => admitted(memberId)),
  as({ type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm1', office: 'chair' }),
  seat('m2'),
]

/** Boxes that were short, whose keeper was written otherwise afterwards; money out by one hand; a loan whose split is wrong. */
const written = [
  paidOut({ on: '2025-01-20', principal: 300_000, months: 3, memberId: 'm3' }),
  counted('2025-02-20', 1_500_000),
  as({ type: 'RecordDeposit', effectiveOn: '2025-03-20', memberId: 'm4', amount: 400_000 }),
  as({ type: 'RecordWithdrawal', effectiveOn: '2025-04-20', memberId: 'm4', amount: 400_000 }),
  counted('2025-05-20', 1_200_000),
  paid('2025-06-20', [5_000, 45_000]),
  as({ type: 'RecordExpense', effectiveOn: '2025-07-20', amount: 300_000 }),
  seat('m4', '2025-02-10', { replaces: 'm2', approvedBy: 'm1' }),
  as({
    type: 'RecordMemberChange',
    effectiveOn: '2025-08-20',
    memberId: 'm3',
    change: 'away',
  }),
]

const book = () =>
  fundBookOf(
    storyOf([...brought, ...written], undefined, (_, i) =>
      i < brought.length ? 'importer' : 'keeper',
    ),
  )

const frozen = <Of>(value: Of): Of => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

test('a book that is asked about one day after another answers each as if it were asked of that day alone', () => {
  const kept = frozen(book())
  const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-28`)
  const seen = new Set<string>()
  for (const day of [...months, ...months.toReversed()]) {
    const told = findingsOf(kept, day)
    expect(told, day).toEqual(findingsOf(book(), day))
    seen.add(told.map(({ code, on }) => `${on} ${code}`).join('\n'))
  }
  // Otherwise no day could be taken for another one.
  expect(seen.size).toBeGreaterThan(4)
  expect([...seen].join('\n')).toContain('keeper-changed-later')
})
