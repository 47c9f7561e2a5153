import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { shortagesOf } from '#domain/health/shortages.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

// What was seen by the book as it stood stays seen, whatever is written of offices, lists, counts and households afterwards.

type Written = StoryCommand & { readonly by?: string }
const as = (one: object): Written => one as unknown as Written
const day = '2025-02-20'

const seat = (memberId: string, office: string, more: object = {}) =>
  as({ type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId, office, ...more })
const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']
const brought: readonly Written[] = [
  founded({ opening: { cash: 2_000_000, reserve: 2_000_000 } }),
  ...members.map((memberId) => admitted(memberId)),
  seat('m1', 'chair'),
  seat('m2', 'box-keeper'),
  seat('m3', 'counter'),
]

const bookOf = (written: readonly Written[]) => {
  const all = [...brought, ...written].map(({ by: _by, ...one }) => one as StoryCommand)
  const by = (_: StoryCommand, i: number) =>
    i < brought.length ? 'importer' : (written[i - brought.length]!.by ?? 'keeper')
  return fundBookOf(storyOf(all, undefined, by))
}
const found = (...written: readonly Written[]) => findingsOf(bookOf(written), '2025-12-31')
const codes = (...written: readonly Written[]) => found(...written).map(({ code }) => code)
const shortages = (...written: readonly Written[]) =>
  shortagesOf(bookOf(written), { from: '2025-01-01', to: '2025-12-31' }).map(
    ({ on, keepers, counted, missing }) => [on, keepers.join(' '), counted, missing],
  )

const counted = (amount: number, effectiveOn = day) =>
  as({ type: 'CloseMeeting', effectiveOn, count: { amount, isByNote: true } })
const there = (present: readonly string[], more: object = {}) =>
  as({ type: 'RecordAttendance', effectiveOn: day, present, absent: [], ...more })
const back = (reverses: string) =>
  as({
    type: 'ReverseEntry',
    effectiveOn: '2025-02-25',
    reverses,
    reason: 'did-not-happen',
    approvedBy: 'm1',
  })

test('whoever kept the box when it was found short answers for it, whatever is written of the office later', () => {
  const count = counted(1_700_000)
  const short = [day, 'M2', 300_000, 300_000]
  expect(shortages(count)).toEqual([short])
  const another = as({
    ...seat('m4', 'box-keeper'),
    effectiveOn: '2025-02-10',
    replaces: 'm2',
    approvedBy: 'm1',
  })
  const gone = as({
    type: 'RecordMemberChange',
    effectiveOn: '2025-02-10',
    memberId: 'm2',
    change: 'left',
    confirmedBy: 'm1',
  })
  for (const later of [another, gone]) {
    expect(shortages(count, later)).toEqual([short])
    expect(codes(count, later)).toContain('keeper-changed-later')
    expect(codes(later, count)).not.toContain('keeper-changed-later')
    // Counted once more, it stays with whoever kept it when it was counted first.
    const again = [count, later, counted(1_700_000)] as const
    expect(shortages(...again)).toEqual([short])
    expect(codes(...again)).toContain('keeper-changed-later')
    // Where nothing is missing nobody answers for anything.
    expect(codes(counted(2_000_000), later)).not.toContain('keeper-changed-later')
  }
})

test('a count of an earlier day that is written later takes nothing away from the one that found it', () => {
  const handed = as({
    ...seat('m4', 'box-keeper'),
    effectiveOn: '2025-02-15',
    replaces: 'm2',
    approvedBy: 'm1',
  })
  const honest = [handed, counted(1_700_000)]
  expect(shortages(...honest)).toEqual([[day, 'M4', 300_000, 300_000]])
  const late = counted(1_700_000, '2025-02-12')
  expect(shortages(...honest, late)).toEqual([
    ['2025-02-12', 'M2', 300_000, 300_000],
    [day, 'M4', 300_000, 0],
  ])
  expect(codes(...honest, late)).toContain('counted-after-a-later-count')
  expect(codes(handed, late, counted(1_700_000))).not.toContain('counted-after-a-later-count')
  // What only says what the book says moves nothing.
  expect(codes(...honest, counted(2_000_000, '2025-02-12'))).not.toContain(
    'counted-after-a-later-count',
  )
})

const rules = (more: object = {}) =>
  as({
    type: 'AmendCharter',
    effectiveOn: day,
    votes: { present: 7, yes: 7, no: 0 },
    confirmedBy: 'm1',
    charter: { ...(founded() as { charter: object }).charter, boxMax: 3_000_000 },
    ...more,
  })
const three = there(['m1', 'm2', 'm3'], { by: 'chair' })
const ofVotes = ['more-hands-than-people', 'too-few-for-a-vote', 'list-changed-around-a-vote']
const voteCodes = (...written: readonly Written[]) =>
  codes(...written).filter((code) => ofVotes.includes(code))

test('names that are added to a list after a vote that needed them are held against it, once a meeting', () => {
  const added = there(['m4', 'm5', 'm6', 'm7'])
  // Whoever came late is on a second list: a vote that is written down after it had them.
  expect(voteCodes(three, added, rules())).toEqual([])
  expect(voteCodes(three, added, rules(), there(['m8']))).toEqual([])
  // The vote of the evening is the same one where it is written once more.
  expect(voteCodes(rules(), three, added, rules())).toEqual(['list-changed-around-a-vote'])
  const wholly = rules({ votes: { present: 6, yes: 6, no: 0 } })
  expect(voteCodes(rules(), wholly, three, added)).toEqual(['list-changed-around-a-vote'])
  expect(voteCodes(rules(), three)).toEqual(['more-hands-than-people', 'too-few-for-a-vote'])
  expect(voteCodes(rules(), three, added)).toEqual(['list-changed-around-a-vote'])
  expect(found(rules(), three, added)).toContainEqual(
    expect.objectContaining({ code: 'list-changed-around-a-vote', on: day, found: 7, expected: 3 }),
  )
  // Whoever comes late to a meeting that was large enough changes nothing of its votes.
  expect(voteCodes(there(members.slice(0, 7)), there(['m8']), rules())).toEqual([])
})

test('a list that two take back stays known to the votes and pay-outs that were held against it', () => {
  const list = there(['m1', 'm2', 'm3'], { id: idOf(900), absent: ['m5'], by: 'chair' })
  const loan = paidOut({ on: day, principal: 100_000, months: 5, memberId: 'm5' })
  const told = [rules(), list, loan] as const
  expect(voteCodes(...told, back(idOf(900)))).toEqual(['list-changed-around-a-vote'])
  for (const counts of [[], [counted(1_900_000)]]) {
    expect(codes(...told, ...counts)).toContain('loan-to-absent-member')
    expect(codes(...told, ...counts, back(idOf(900)))).toContain('loan-to-absent-member')
  }
  const changed = [list, there(['m5'])]
  expect(codes(...changed)).toContain('attendance-changed')
  expect(codes(...changed, back(idOf(900)))).toContain('attendance-changed')
})

test('a quorum that a meeting votes for itself makes none of its own votes too small', () => {
  const { charter } = founded() as { charter: object }
  const stricter = rules({ charter: { ...charter, quorumPercent: 100 } })
  expect(voteCodes(there(members.slice(0, 7)), stricter)).toEqual([])
})

test('two of one household who both owe stay named when one of them is moved out', () => {
  const house = as({
    type: 'RecordHousehold',
    effectiveOn: '2025-01-02',
    householdId: idOf(900),
    change: 'formed',
    memberIds: ['m4', 'm5'],
    by: 'importer',
  })
  const loans = ['m4', 'm5'].map((memberId) =>
    paidOut({ on: day, principal: 100_000, months: 5, memberId, loanId: memberId }),
  )
  const out = as({
    type: 'RecordHousehold',
    effectiveOn: '2025-01-03',
    householdId: idOf(901),
    leftId: idOf(900),
    change: 'split',
    memberIds: ['m5'],
  })
  const name = 'second-loan-in-household'
  expect(codes(house, ...loans)).toContain(name)
  expect(codes(house, ...loans, out)).toContain(name)
  expect(codes(...loans, house, out)).toContain(name)
  // A move that is written when the loans were out already parts nobody, whatever day it names and whichever line came first.
  expect(codes(house, out, ...loans)).toContain(name)
  expect(codes(house, loans[0]!, out)).not.toContain(name)
})

test('a loan that is typed before the savings of its evening accuses nobody; money of earlier days that comes later excuses nothing', () => {
  const loan = paidOut({ on: day, principal: 2_000_000, months: 5, memberId: 'm4' })
  const saved = (effectiveOn: string) =>
    as({ type: 'RecordDeposit', effectiveOn, memberId: 'm5', amount: 1_000_000 })
  const name = 'lent-beyond-lendable'
  const social = as({
    type: 'RecordSocialContribution',
    effectiveOn: '2025-02-01',
    memberId: 'm6',
    amount: 100_000,
  })
  const gone = as({ type: 'RecordExpense', effectiveOn: '2025-02-02', amount: 200_000 })
  const restricted = [social, gone, loan]
  expect(codes(...restricted)).toContain('restricted-money-lent')
  expect(codes(...restricted, saved(day))).not.toContain('restricted-money-lent')
  expect(codes(...restricted, saved('2025-02-19'))).toContain('restricted-money-lent')
  const old = saved('2025-02-03')
  const bigger = paidOut({ on: day, principal: 2_900_000, months: 5, memberId: 'm4' })
  expect(codes(old, bigger)).toContain(name)
  expect(codes(old, bigger, saved(day))).not.toContain(name)
  expect(codes(old, bigger, saved('2025-02-19'))).toContain(name)
})

test('the rest of a loan that was paid back already goes out without a decision', () => {
  const first = as({
    ...paidOut({ on: day, principal: 150_000, months: 5, memberId: 'm4' }),
    amount: 1,
    vote: { present: 7, yes: 6, no: 0 },
    approvedBy: 'm1',
  })
  const list = there(members.slice(0, 7))
  const repaid = as({ type: 'RecordRepayment', effectiveOn: day, loanId: 'l1', amount: 1 })
  const rest = as({
    type: 'RecordPayoutPart',
    effectiveOn: '2025-02-22',
    loanId: 'l1',
    amount: 149_999,
  })
  expect(codes(list, first, rest)).not.toContain('lent-without-decision')
  expect(codes(list, first, repaid, rest)).toContain('lent-without-decision')
  // Also where it is typed before what paid it back, and once.
  expect(codes(list, first, rest, repaid)).toContain('lent-without-decision')
  const times = codes(list, first, repaid, rest).filter((one) => one === 'lent-without-decision')
  expect(times).toHaveLength(1)
  // Whoever pays all of it back on the day of the last part has had that part.
  const all = as({ ...repaid, effectiveOn: '2025-02-22', amount: 150_000 })
  expect(codes(list, first, rest, all)).not.toContain('lent-without-decision')
})

test('whoever another hand has seen is unseen again when that list is taken back', () => {
  const ghost = as({ ...admitted('n1'), effectiveOn: '2025-02-01' })
  const saves = as({ type: 'RecordDeposit', effectiveOn: day, memberId: 'n1', amount: 20_000 })
  const seen = there(['n1'], { by: 'chair', id: idOf(900) })
  const name = 'member-nobody-has-seen'
  expect(codes(ghost, saves, seen)).not.toContain(name)
  expect(codes(ghost, saves, seen, back(idOf(900)))).toContain(name)
  const again = there(['n1'], { by: 'counter', effectiveOn: '2025-03-20' })
  expect(codes(ghost, saves, seen, again, back(idOf(900)))).not.toContain(name)
  expect(codes(ghost, saves, there(['n1'], { id: idOf(900) }), back(idOf(900)))).toContain(name)
})

test('what was flagged and taken back hides nothing that comes to be true of another line', () => {
  const loan = paidOut({ on: '2025-01-20', principal: 100_000, months: 5, memberId: 'm4' })
  const repaid = (id: string, effectiveOn: string, amount: number) =>
    as({ type: 'RecordRepayment', id, effectiveOn, loanId: 'l1', amount })
  const name = 'loan-overpaid'
  const flagged = [loan, repaid(idOf(900), '2025-02-03', 300_000), back(idOf(900))]
  expect(codes(...flagged)).not.toContain(name)
  // Neither is too much when it is written, and both together are.
  const both = [repaid(idOf(901), '2025-03-20', 80_000), repaid(idOf(902), day, 80_000)]
  expect(codes(loan, ...both)).toContain(name)
  expect(codes(...flagged, ...both)).toContain(name)
})
