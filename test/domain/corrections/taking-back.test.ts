import { expect, test } from 'vitest'
import { balanceOf } from '#domain/ledger/balances.ts'
import { sumThrough } from '#domain/ledger/running.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  idOf,
  paidOut,
  villageAfter,
} from '#test/support/village.ts'

const officers = ['m7', 'm8', 'm9']
const people: readonly StoryCommand[] = [
  founded(),
  admitted('m1'),
  admitted('m2'),
  ...officers.map((memberId) => admitted(memberId)),
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm7', office: 'chair' },
  { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm8', office: 'record-keeper' },
]
const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const paid = (amount: number): StoryCommand => ({
  type: 'RecordRepayment',
  effectiveOn: '2025-02-20',
  loanId: 'l1',
  amount,
})
const takenBack = (
  place: number,
  more: Partial<Extract<StoryCommand, { type: 'ReverseEntry' }>> = {},
) =>
  ({
    type: 'ReverseEntry',
    effectiveOn: '2025-03-20',
    reverses: idOf(place),
    reason: 'wrong-amount',
    approvedBy: 'm7',
    ...more,
  }) satisfies StoryCommand

/** Places in the story: people first, then the loan, then the repayment. */
const loanAt = people.length + 1
const paidAt = loanAt + 1
const told = [...people, lent, paid(57_500)]

test('a repayment that was mistyped is taken back, and the loan owes what it owed', () => {
  const village = villageAfter([...told, takenBack(paidAt)])
  expect(balanceOf(village.posted, 'asset:loan:l1')).toBe(500_000)
  expect(balanceOf(village.posted, 'income:interest')).toBe(0)
  expect(balanceOf(village.posted, 'asset:cash-box')).toBe(-500_000)
  expect(sumThrough(village.cashMoved)).toBe(sumThrough(village.cashMoved, '2025-02-19'))
})

test('nothing is taken back twice, nor by whoever it is about, nor by somebody without an office', () => {
  const once = villageAfter([...told, takenBack(paidAt)])
  expect(answerTo(once, takenBack(paidAt))).toMatchObject({ code: 'already-reversed' })
  const village = villageAfter(told)
  const by = (approvedBy: string) => answerTo(village, takenBack(paidAt, { approvedBy }))
  expect(by('m2')).toMatchObject({ code: 'approver-not-an-officer' })
  expect(by('nobody')).toMatchObject({ outcome: 'invalid', at: '/approvedBy' })
  const chairs = villageAfter([
    ...people,
    { ...lent, memberId: 'm7' } as StoryCommand,
    paid(57_500),
  ])
  expect(answerTo(chairs, takenBack(paidAt))).toMatchObject({ code: 'approver-is-concerned' })
})

test('a pay-out with a repayment on it says what must be taken back first, and its number is free again', () => {
  const village = villageAfter(told)
  expect(answerTo(village, takenBack(loanAt))).toEqual({
    outcome: 'refused',
    code: 'reverse-others-first',
    entries: [idOf(paidAt)],
  })
  const empty = villageAfter([...told, takenBack(paidAt), takenBack(loanAt)])
  expect(balanceOf(empty.posted, 'asset:cash-box')).toBe(0)
  const again = { ...lent, loanId: 'l2', number: 'L1' } as StoryCommand
  expect(answerTo(empty, again)).toMatchObject({ outcome: 'recorded' })
  expect(answerTo(empty, paid(100))).toMatchObject({ outcome: 'invalid', code: 'loan-unknown' })
})

test('a fine that a count had explained comes back out of the box and out of the shortage', () => {
  const counted: StoryCommand = {
    type: 'CloseMeeting',
    effectiveOn: '2025-02-20',
    count: { amount: 1_000, isByNote: true },
  }
  const fine: StoryCommand = {
    type: 'RecordFine',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 600,
  }
  const before = villageAfter([...people, counted])
  const after = villageAfter([...people, counted, fine, takenBack(people.length + 2)])
  for (const account of [
    'asset:cash-box',
    'expense:cash-shortage',
    'liability:social-fund',
  ] as const)
    expect(balanceOf(after.posted, account)).toBe(balanceOf(before.posted, account))
})

test('who was marked present by mistake is absent again', () => {
  const list = (present: string[], absent: string[]): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn: '2025-02-20',
    present,
    absent,
  })
  const village = villageAfter([
    ...people,
    list(['m1'], ['m2']),
    list(['m2'], []),
    takenBack(people.length + 2, { reason: 'wrong-member' }),
  ])
  expect(village.meetings.get('2025-02-20')).toMatchObject({ present: ['m1'], absent: ['m2'] })
})

test('money of the day leaves the other lists of who was there as they are', () => {
  const list = (present: string[]): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn: '2025-02-20',
    present,
    absent: [],
  })
  const fine: StoryCommand = {
    type: 'RecordFine',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 600,
  }
  const village = villageAfter([
    ...people,
    list(['m1']),
    fine,
    list(['m2']),
    fine,
    takenBack(people.length + 3, { reason: 'wrong-member' }),
  ])
  expect(village.meetings.get('2025-02-20')?.present).toEqual(['m1'])
})

test('an overpayment whose rest has been saved is taken back after that saving, not before', () => {
  const rest: StoryCommand = {
    type: 'ReleaseSuspense',
    effectiveOn: '2025-03-01',
    memberId: 'm1',
    amount: 92_500,
    to: 'savings',
  }
  const over = [...people, lent, paid(600_000)]
  const released = [...over, rest]
  const village = villageAfter(released)
  expect(answerTo(village, takenBack(paidAt))).toEqual({
    outcome: 'refused',
    code: 'reverse-others-first',
    entries: [idOf(released.length)],
  })
  const back = villageAfter([...released, takenBack(released.length), takenBack(paidAt)])
  expect(balanceOf(back.posted, 'liability:suspense:m1')).toBe(0)
  expect(balanceOf(back.posted, 'liability:savings:m1')).toBe(0)
  // Money that still waits goes with the line that brought it.
  expect(answerTo(villageAfter(over), takenBack(paidAt))).toMatchObject({ outcome: 'recorded' })
})
