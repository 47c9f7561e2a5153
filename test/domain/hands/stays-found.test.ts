import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { shortagesOf } from '#domain/health/shortages.ts'
import { type StoryCommand, admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

// What a third independent reader tried: findings that went away, or grew smaller, by what was written afterwards.

type Written = StoryCommand & { readonly by?: string }
const as = (one: object): Written => one as unknown as Written
const day = '2025-02-20'

const members = Array.from({ length: 30 }, (_, i) => `m${i + 1}`)
const brought: readonly Written[] = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  ...members.map((memberId) => admitted(memberId)),
  ...[
    ['m1', 'chair'],
    ['m2', 'box-keeper'],
  ].map(([memberId, office]) =>
    as({ type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId, office }),
  ),
]

const bookOf = (written: readonly Written[]) => {
  const all = [...brought, ...written].map(({ by: _by, ...one }) => one as StoryCommand)
  const by = (_: StoryCommand, i: number) =>
    i < brought.length ? 'importer' : (written[i - brought.length]!.by ?? 'keeper')
  // What is written, is written in the month of the meeting, after it.
  const at = (_: StoryCommand, i: number) =>
    i < brought.length ? '2025-01-02T02:00:00.000Z' : '2025-02-21T02:00:00.000Z'
  return fundBookOf(storyOf(all, at, by))
}
const found = (code: string, written: readonly Written[], asOf = '2025-12-31') =>
  findingsOf(bookOf(written), asOf)
    .filter((one) => one.code === code)
    .map((one) => [one.on, one.found, one.expected])

const there = (present: readonly string[], by = 'keeper', effectiveOn = day) =>
  as({ type: 'RecordAttendance', effectiveOn, present, absent: [], by })
const rules = as({
  type: 'AmendCharter',
  effectiveOn: day,
  votes: { present: 36, yes: 36, no: 0 },
  confirmedBy: 'm1',
  charter: { ...(founded() as { charter: object }).charter, boxMax: 3_000_000 },
})
const ghostNames = Array.from({ length: 20 }, (_, i) => `g${i + 1}`)
const ghosts = (effectiveOn = '2025-02-19') =>
  ghostNames.map((memberId) => as({ ...admitted(memberId), effectiveOn }))
const unseen = 'vote-with-unseen-members'
const atTheVote = [...members.slice(0, 16), ...ghostNames]

test('a vote that unseen members carried stays found when a later list, or a second one of the day, has them', () => {
  const told = [...ghosts(), there(atTheVote), rules]
  const twenty = [[day, 20, null]]
  expect(found(unseen, told)).toEqual(twenty)
  const all = [...members, ...ghostNames]
  for (const later of [there(all, 'chair', '2025-03-20'), there(all, 'chair')])
    expect(found(unseen, [...told, later])).toEqual(twenty)
  // Typed before the list as well; whoever another hand has listed at that meeting was seen.
  const after = [...ghosts(), rules, there(atTheVote)]
  expect(found(unseen, [...after, there(all, 'chair', '2025-03-20')])).toEqual(twenty)
  expect(found(unseen, [...ghosts(), rules, there(atTheVote, 'chair')])).toEqual([])
})

test('members who are written in for a vote are unseen there, whatever day they are said to have come', () => {
  const told = [...ghosts('2025-01-02'), there(atTheVote), rules]
  expect(found(unseen, told)).toEqual([[day, 20, null]])
})

const away = (memberId: string, effectiveOn = day) =>
  as({ type: 'RecordMemberChange', effectiveOn, memberId, change: 'away' })
const sent = 'sent-away-by-one-hand'

test('whom one hand sent away is found, however many the same hand writes in', () => {
  const told = members.slice(10, 14).map((one) => away(one))
  expect(found(sent, told)).toEqual([[day, 4, 3]])
  for (const from of [day, '2025-01-02'])
    expect(found(sent, [...told, ...ghosts(from)])).toEqual([[day, 4, 3]])
  expect(found(sent, [...ghosts('2025-01-02'), ...told])).toEqual([[day, 4, 3]])
  expect(found(sent, told.slice(1))).toEqual([])
})

const saved = (effectiveOn: string, amount: number) =>
  as({ type: 'RecordDeposit', effectiveOn, memberId: 'm5', amount })
const drawn = (effectiveOn: string, amount: number) =>
  as({ type: 'RecordWithdrawal', effectiveOn, memberId: 'm5', amount })

test('what one hand sent away, or let in and out again, stays in the report of its day, whatever comes after', () => {
  const asOf = '2025-01-31'
  const gone = members.slice(10, 14).map((one) => away(one, '2025-01-22'))
  const swung = [saved('2025-01-22', 20_000), drawn('2025-01-23', 20_000)]
  const later = [saved('2025-02-05', 5_000), away('m20', '2025-02-05')]
  const back = 'back-and-forth-by-one-hand'
  const told = [...gone, ...swung]
  expect(found(back, told, asOf)).toEqual([['2025-01-23', 20_000, 0]])
  expect(found(sent, told, asOf)).toEqual([['2025-01-22', 4, 3]])
  expect(found(back, [...told, ...later], asOf)).toEqual(found(back, told, asOf))
  expect(found(sent, [...told, ...later], asOf)).toEqual(found(sent, told, asOf))
  // Neither is there before its day.
  expect(found(back, told, '2025-01-22')).toEqual([])
  expect(found(sent, told, '2025-01-21')).toEqual([])
})

const counted = (amount: number, type = 'CloseMeeting') =>
  as({ type, effectiveOn: day, count: { amount, isByNote: true } })
const shortages = (...written: readonly Written[]) =>
  shortagesOf(bookOf(written), { from: '2025-01-01', to: '2025-12-31' }).map(
    ({ on, keepers, counted: sum, missing }) => [on, keepers.join(' '), sum, missing],
  )

test('what a count was short of stands by its keeper, whatever a second count of the day says', () => {
  const short = counted(1_700_000)
  expect(shortages(short)).toEqual([[day, 'M2', 300_000, 300_000]])
  expect(shortages(short, counted(2_000_000))).toContainEqual([day, 'M2', 300_000, 0])
  expect(shortages(counted(1_700_000, 'OpenMeeting'), counted(2_000_000))).toEqual([
    [day, 'M2', 300_000, 0],
    [day, 'M2', -300_000, 0],
  ])
  expect(shortages(short, counted(1_600_000))).toEqual([[day, 'M2', 400_000, 400_000]])
})

test('private money in and out of one day and sum, written after the count, are two lines', () => {
  const moved = (direction: 'in' | 'out', mark: string, by: string) =>
    as({
      type: 'RecordPrivateSavings',
      effectiveOn: day,
      mark: mark.repeat(64),
      direction,
      amount: 300_000,
      by,
    })
  const before = [moved('in', 'c', 'counter'), counted(2_300_000), moved('in', 'a', 'keeper')]
  const name = 'difference-changed-later'
  expect(found(name, before)).toEqual([[day, 300_000, 0]])
  expect(found(name, [...before, moved('out', 'b', 'chair')])).toEqual([[day, 600_000, 0]])
})

test('how much a statement of the bank differed stays as it was when it was written down', () => {
  const statement = as({
    type: 'RecordStatement',
    effectiveOn: day,
    place: 'bank',
    balance: 100_000,
  })
  const to = (amount: number) =>
    as({
      type: 'RecordTransfer',
      effectiveOn: '2025-02-19',
      from: 'box',
      to: 'bank',
      amount,
      names: ['m1', 'm2'],
      approvedBy: 'm1',
    })
  const name = 'bank-statement-differs'
  expect(found(name, [to(500_000), statement])).toEqual([[day, 100_000, 500_000]])
  const back = as({
    type: 'RecordTransfer',
    effectiveOn: '2025-02-19',
    from: 'bank',
    to: 'wallet',
    amount: 400_000,
    names: ['m1', 'm2'],
    approvedBy: 'm1',
  })
  expect(found(name, [to(500_000), statement, back])).toEqual([[day, 100_000, 500_000]])
  // What comes to differ later is told by the book as it is.
  expect(found(name, [to(100_000), statement, to(50_000)])).toEqual([[day, 100_000, 150_000]])
})
