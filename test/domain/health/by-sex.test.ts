import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counted, bySexOf, safely } from '#domain/health/by-sex.ts'
import { committeeStory, requested, appraised, decided } from '#test/support/committee.ts'
import { men } from '#test/support/elections.ts'
import { type StoryCommand, fundBookOf, paidOut } from '#test/support/village.ts'

const year = { from: '2025-01-01', to: '2025-12-31' }
const sheet = (
  on: string,
  present: readonly string[],
  absent: readonly string[],
): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: on,
  present,
  absent,
})

const told: readonly StoryCommand[] = [
  ...men('m1', 'm2', 'o5'),
  sheet('2025-01-20', ['m1', 'm3', 'o1'], ['m2']),
  sheet('2025-02-20', ['m1'], ['m3']),
  requested(),
  appraised(),
  decided(),
  paidOut({ on: '2025-01-21', principal: 500_000, months: 10, loanId: 'l1', memberId: 'm1' }),
  paidOut({ on: '2025-02-21', principal: 300_000, months: 10, loanId: 'l2', memberId: 'm3' }),
  paidOut({ on: '2025-03-21', principal: 100_000, months: 10, loanId: 'l3', memberId: 'm3' }),
  {
    type: 'AppointOfficer',
    effectiveOn: '2025-02-01',
    memberId: 'm2',
    office: 'key-holder',
  },
]
const book = fundBookOf(committeeStory(told))

test('attendance, votes, loans and offices are counted for women and men', () => {
  expect(bySexOf(book, year)).toEqual({
    ...year,
    members: { women: 7, men: 3 },
    presences: { women: 2, men: 2 },
    possiblePresences: { women: 14, men: 6 },
    votes: { women: 4, men: 1 },
    borrowers: { women: 1, men: 1 },
    loans: { women: 2, men: 1 },
    lent: { women: 400_000, men: 500_000 },
    seats: { women: 4, men: 1 },
    keys: { women: 0, men: 1 },
  })
})

test('a period holds what happened in it, and the offices of its last day', () => {
  const figures = bySexOf(book, { from: '2025-01-01', to: '2025-01-31' })
  expect(figures).toMatchObject({
    presences: { women: 2, men: 1 },
    loans: { women: 0, men: 1 },
    keys: { women: 0, men: 0 },
  })
})

test('whoever is away could not have come, and whoever has left is no member', () => {
  const gone: readonly StoryCommand[] = [
    { type: 'RecordMemberChange', effectiveOn: '2025-02-01', memberId: 'm4', change: 'away' },
    { type: 'RecordMemberChange', effectiveOn: '2025-02-01', memberId: 'm5', change: 'left' },
  ]
  const figures = bySexOf(fundBookOf(committeeStory([...told, ...gone])), year)
  expect(figures.members).toEqual({ women: 6, men: 3 })
  expect(figures.possiblePresences).toEqual({ women: 12, men: 6 })
})

test('beyond the village nothing is told of few, nor what few could be taken from', () => {
  const figures = safely(bySexOf(book, year))
  const none = { women: null, men: null }
  expect(figures).toMatchObject({
    members: none,
    presences: none,
    votes: none,
    borrowers: none,
    lent: none,
    seats: { women: 4, men: 1 },
  })
})

test('whatever the figures are, no count of people between one and four leaves the village', () => {
  const counted = fc.record({ women: fc.nat(12), men: fc.nat(12) })
  const figures = fc.record({
    from: fc.constant('2025-01-01'),
    to: fc.constant('2025-12-31'),
    members: counted,
    presences: counted,
    possiblePresences: counted,
    votes: counted,
    borrowers: counted,
    loans: counted,
    lent: counted,
    seats: counted,
    keys: counted,
  })
  const isFew = ({ women, men: others }: Counted): boolean =>
    [women, others].some((one) => one !== null && one > 0 && one < 5)
  fc.assert(
    fc.property(figures, (all) => {
      const safe = safely(all)
      expect([safe.members, safe.borrowers].some(isFew)).toBe(false)
      if (isFew(all.members)) expect(safe.presences).toEqual({ women: null, men: null })
      if (isFew(all.borrowers)) expect(safe.lent).toEqual({ women: null, men: null })
    }),
  )
})

const february = { from: '2025-02-01', to: '2025-02-28' }
test('what women and men had is counted from the first day of a period through its last', () => {
  const days = ['2025-01-31', '2025-02-01', '2025-02-28', '2025-03-01']
  const met = (on: string) =>
    bySexOf(fundBookOf(committeeStory([sheet(on, ['m1'], [])])), february).presences.women
  expect(days.map(met)).toEqual([0, 1, 1, 0])
  const loans = (on: string) =>
    bySexOf(fundBookOf(committeeStory([paidOut({ on, principal: 7_000, months: 3 })])), february)
  expect(days.map((on) => loans(on).loans.women)).toEqual([0, 1, 1, 0])
  expect(days.map((on) => loans(on).lent.women)).toEqual([0, 7_000, 7_000, 0])
  expect(days.map((on) => loans(on).borrowers.women)).toEqual([0, 1, 1, 0])
})

const cellOf = (women: number, others: number) => ({ women, men: others })
const all = {
  ...february,
  ...Object.fromEntries(
    [
      'members',
      'presences',
      'possiblePresences',
      'votes',
      'borrowers',
      'loans',
      'lent',
      'seats',
      'keys',
    ].map((key) => [key, cellOf(9, 9)]),
  ),
} as unknown as Parameters<typeof safely>[0]

test.each([
  [0, true],
  [1, false],
  [4, false],
  [5, true],
])('a figure of %i women beside nine men is told beyond the village: %s', (few, isTold) => {
  const none = { women: null, men: null }
  const shown = (one: object) => JSON.stringify(one) !== JSON.stringify(none)
  for (const cell of [cellOf(few, 9), cellOf(9, few)]) {
    const members = safely({ ...all, members: cell })
    expect([members.members, members.presences, members.possiblePresences].map(shown)).toEqual([
      isTold,
      isTold,
      isTold,
    ])
    expect([members.borrowers, members.loans, members.lent].map(shown)).toEqual([
      isTold,
      isTold,
      isTold,
    ])
    expect([members.votes, members.seats, members.keys].map(shown)).toEqual([true, true, true])
    const borrowers = safely({ ...all, borrowers: cell })
    expect([borrowers.borrowers, borrowers.loans, borrowers.lent].map(shown)).toEqual([
      isTold,
      isTold,
      isTold,
    ])
    expect([borrowers.members, borrowers.presences].map(shown)).toEqual([true, true])
    expect(shown(safely({ ...all, seats: cell }).votes)).toBe(isTold)
    expect(shown(safely({ ...all, seats: cell }).seats)).toBe(true)
  }
})

test('seats and keys are those of the last day of the period', () => {
  const key = (effectiveOn: string): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn,
    memberId: 'm2',
    office: 'key-holder',
  })
  const keys = (on: string) =>
    bySexOf(fundBookOf(committeeStory([...men('m2'), key(on)])), february).keys.men
  expect([keys('2025-02-28'), keys('2025-03-01')]).toEqual([1, 0])
})
