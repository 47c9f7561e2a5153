import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { type StoryCommand, admitted, founded, fundBookOf, idOf, storyOf } from '#test/support/village.ts'

// What a third reader made findings go away by, in a fund that is kept here since its first day.

type Written = StoryCommand & { readonly by?: string; readonly at?: string }
const as = (one: object): Written => one as unknown as Written
const day = '2025-02-20'

const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9']
const seat = (memberId: string, office: string) =>
  as({ type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId, office })
const brought: readonly Written[] = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  ...members.map((memberId) => admitted(memberId)),
  seat('m1', 'chair'),
  seat('m2', 'box-keeper'),
  seat('m3', 'counter'),
]

/** Each line is written on its own day, where it does not say when. */
const found = (...written: readonly Written[]) => {
  const all = [...brought, ...written]
  const story = storyOf(
    all.map(({ by: _by, at: _at, ...one }) => one as StoryCommand),
    (_, i) => `${all[i]!.at ?? all[i]!.effectiveOn}T0${i < brought.length ? 1 : 2}:00:00.000Z`,
    (_, i) => (i < brought.length ? 'ngo' : (all[i]!.by ?? 'keeper')),
  )
  return findingsOf(fundBookOf(story), '2025-12-31')
}
const codes = (...written: readonly Written[]) => found(...written).map(({ code }) => code)

const closed = (amount: number, more: object = {}) =>
  as({ type: 'CloseMeeting', effectiveOn: day, count: { amount, isByNote: false }, ...more })

test('a total of the box that is typed without notes and is not the book’s is found, and what is written of its days afterwards', () => {
  const short = 'box-differs-from-books'
  expect(codes(closed(2_000_000))).not.toContain(short)
  expect(codes(closed(1_000_000))).toContain(short)
  const out = as({
    type: 'RecordWithdrawal',
    effectiveOn: day,
    memberId: 'm4',
    amount: 900_000,
    at: '2025-02-21',
  })
  const late = codes(closed(1_100_000), out)
  expect(late).toEqual(
    expect.arrayContaining([short, 'paid-after-the-count', 'difference-changed-later']),
  )
  // On a day after it the next count takes it in.
  const next = codes(closed(2_000_000), { ...out, effectiveOn: '2025-02-21' })
  expect(next).not.toContain('paid-after-the-count')
  expect(next).not.toContain('difference-changed-later')
})

const rules = (present: number, more: object = {}) =>
  as({
    type: 'AmendCharter',
    effectiveOn: day,
    votes: { present, yes: present, no: 0 },
    confirmedBy: 'm1',
    charter: { ...(founded() as { charter: object }).charter, boxMax: 3_000_000 },
    ...more,
  })
const there = (...present: readonly string[]) =>
  as({ type: 'RecordAttendance', effectiveOn: day, present, absent: [], by: 'chair' })
const away = (memberId: string, more: object = {}) =>
  as({
    type: 'RecordMemberChange',
    effectiveOn: '2025-02-19',
    memberId,
    change: 'away',
    confirmedBy: 'm1',
    at: day,
    ...more,
  })

test('a vote to which too few had come stays found, whoever is written away of a day before it by two words', () => {
  const name = 'too-few-for-a-vote'
  const gone = ['m5', 'm6', 'm7', 'm8', 'm9'].map((memberId) => away(memberId))
  const list = there('m2', 'm3', 'm4')
  const vote = rules(3)
  expect(codes(rules(9), list)).toContain(name)
  expect(codes(rules(9), list, ...gone)).toContain(name)
  // In every order in which the list was there before them: that it was too small is seen by it and not by the vote.
  expect(codes(list, ...gone, vote)).toContain(name)
  // Whoever is known to be away before the list is written is counted by nobody.
  expect(codes(...gone, list, vote)).not.toContain(name)
  const back = as({
    type: 'ReverseEntry',
    effectiveOn: day,
    reverses: idOf(900),
    reason: 'did-not-happen',
    approvedBy: 'm1',
  })
  expect(codes(rules(9), { ...list, id: idOf(900) } as Written, ...gone, back, list)).toContain(
    name,
  )
})

test('what an older book says of its box, of days before the fund was kept here, is held against the book by its own rules alone', () => {
  const then = [brought[0]!, ...brought.slice(1)].map((one) => ({ ...one, at: '2025-06-01' }))
  const story = storyOf(
    [...then, closed(1_000_000)].map(({ by: _by, at: _at, ...one }) => one as StoryCommand),
    () => '2025-06-01T02:00:00.000Z',
  )
  expect(findingsOf(fundBookOf(story), '2025-12-31').map(({ code }) => code)).not.toContain(
    'box-differs-from-books',
  )
})
