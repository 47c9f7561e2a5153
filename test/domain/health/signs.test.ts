import { expect, test } from 'vitest'
import type { Dispute } from '#domain/corrections/disputes.ts'
import type { FundBook } from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { openDisputes, trustFindings } from '#domain/health/trust-findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 400_000 } }),
  admitted('m1'),
  admitted('m2'),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 600_000 },
]
const bookOf = (told: readonly StoryCommand[] = []): FundBook =>
  fundBookOf(storyOf([...begun, ...told]))
/** Findings of one code, as `day subject`. */
const found = (code: string, told: readonly StoryCommand[], asOf = '2025-12-31') =>
  findingsOf(bookOf(told), asOf)
    .filter((one) => one.code === code)
    .map(({ on, subject }) => `${on} ${subject.number}`)

const first = paidOut({ on: '2025-01-20', principal: 100_000, months: 4 })
const again = (on: string, memberId = 'm1') =>
  paidOut({ on, principal: 100_000, months: 4, loanId: 'l2', memberId })
const settled = paid('2025-02-20', 101_500)

test('a loan that is lent on the very day of the last payment is worth a look, and one of the day before is not', () => {
  const lent = (on: string, memberId?: string) =>
    found('repaid-and-lent-again', [first, settled, again(on, memberId)])
  expect(lent('2025-02-19')).toEqual([])
  expect(lent('2025-02-20')).toEqual(['2025-02-20 L2'])
  expect(lent('2025-02-20', 'm2')).toEqual([])
  // Where a riel is still owed nothing was paid back.
  expect(
    found('repaid-and-lent-again', [first, paid('2025-02-20', 101_400), again('2025-02-20')]),
  ).toEqual([])
  // What was paid back on the very day is lent once.
  expect(found('repaid-and-lent-again', [first, paid('2025-01-20', 100_000)])).toEqual([])
  // It is the last payment that settles it, and not the first.
  const slow = [first, paid('2025-02-20', 51_500), paid('2025-03-20', 60_000)]
  expect(found('repaid-and-lent-again', [...slow, again('2025-03-27')])).toEqual(['2025-03-27 L2'])
  expect(found('repaid-and-lent-again', [...slow, again('2025-03-19')])).toEqual([])
})

test('a loan that came over from an older book was handed to nobody at the meeting of that day', () => {
  const sheet: StoryCommand = {
    type: 'RecordAttendance',
    effectiveOn: '2025-01-01',
    present: ['m2'],
    absent: ['m1'],
  }
  const old = takenOver({ on: '2024-12-20', principal: 90_000, months: 9, owed: 90_000 })
  expect(found('loan-to-absent-member', [old, sheet])).toEqual([])
  const lent = paidOut({ on: '2025-01-01', principal: 90_000, months: 9, loanId: 'l2' })
  expect(found('loan-to-absent-member', [lent, sheet])).toEqual(['2025-01-01 L2'])
})

const chair: StoryCommand = {
  type: 'AppointOfficer',
  effectiveOn: '2025-01-01',
  memberId: 'm2',
  office: 'chair',
}
const sized = (principal: number, loanId: string, memberId: string) =>
  paidOut({ on: '2025-01-20', principal, months: 4, loanId, memberId })

test('a committee that owes a quarter is at the limit, a hundredth of a per cent more is above it', () => {
  const share = (committee: number, others: number) =>
    found(
      'committee-share-high',
      [chair, sized(committee, 'l1', 'm2'), sized(others, 'l2', 'm1')],
      '2025-01-31',
    ).length
  expect([share(25_000, 75_000), share(25_100, 74_900)]).toEqual([0, 1])
})

test('a borrower who owes a tenth of what is saved and owned is at the limit, and above it is told', () => {
  const largest = (...loans: readonly StoryCommand[]) =>
    found('largest-borrower-high', loans, '2025-01-31').length
  // A tenth of 1,000,000 that is saved and owned.
  expect(largest(sized(100_000, 'l1', 'm1'))).toBe(0)
  expect(largest(sized(100_100, 'l1', 'm1'))).toBe(1)
  // Two loans of one household are one debt, those of two households are two.
  expect(largest(sized(60_000, 'l1', 'm1'), sized(60_000, 'l2', 'm1'))).toBe(1)
  expect(largest(sized(60_000, 'l1', 'm1'), sized(60_000, 'l2', 'm2'))).toBe(0)
  // What was saved on the day counts, and what is saved the day after does not yet.
  const shares = (effectiveOn: string): StoryCommand => ({
    type: 'BuyShares',
    effectiveOn,
    memberId: 'm1',
    shares: 1,
  })
  expect(largest(sized(100_100, 'l1', 'm1'), shares('2025-01-31'))).toBe(0)
  expect(largest(sized(100_100, 'l1', 'm1'), shares('2025-02-01'))).toBe(1)
})

const closed = (
  effectiveOn: string,
  [opening, closing]: readonly [number, number],
): StoryCommand[] => [
  { type: 'OpenMeeting', effectiveOn, count: { amount: opening, isByNote: false } },
  { type: 'CloseMeeting', effectiveOn, count: { amount: closing, isByNote: false } },
]

test('what moved between two meetings is in the box of the second, what moved at one of them is not', () => {
  const spent = (effectiveOn: string): StoryCommand => ({
    type: 'RecordExpense',
    effectiveOn,
    amount: 1_000,
  })
  const opens = (day: string, opening: number) =>
    found('opening-not-last-closing', [
      spent(day),
      ...closed('2025-01-20', [1_000_000, 1_000_000]),
      ...closed('2025-02-20', [opening, opening]),
    ])
  expect(opens('2025-01-21', 999_000)).toEqual([])
  expect(opens('2025-02-19', 999_000)).toEqual([])
  expect(opens('2025-02-20', 1_000_000)).toEqual([])
  expect(opens('2025-01-20', 1_000_000)).toEqual([])
  expect(opens('2025-01-21', 1_000_000)).toEqual(['2025-02-20 2025-02-20'])
  // The first meeting opens with what was taken over and what moved since.
  expect(opens('2025-01-19', 999_000)).toEqual(['2025-01-20 2025-01-20', '2025-02-20 2025-02-20'])
})

const disputeOf = (raisedOn: string, answers: readonly object[] = [], disputeId = 'd-000001') =>
  ({ disputeId, raisedOn, answers }) as unknown as Dispute
const disputed = (asOf: string, ...disputes: readonly Dispute[]) =>
  trustFindings({ ...bookOf(), disputes }, asOf).map(({ code, on }) => `${on} ${code}`)

test('what somebody said is not right is due at the next meeting day, and a finding the day after it', () => {
  const one = disputeOf('2025-03-19')
  expect(disputed('2025-03-20', one)).toEqual([])
  expect(disputed('2025-03-21', one)).toEqual(['2025-03-20 dispute-unanswered'])
  // Said on the day of the meeting it is due at the next one.
  expect(disputed('2025-04-20', disputeOf('2025-03-20'))).toEqual([])
  expect(disputed('2025-04-21', disputeOf('2025-03-20'))).toEqual(['2025-04-20 dispute-unanswered'])
  const book = (day: string) => openDisputes({ ...bookOf(), disputes: [one] }, day).length
  expect([book('2025-03-18'), book('2025-03-19')]).toEqual([0, 1])
})

test('a dispute that was handed to the NGO is a finding from that day on, until there is a last word', () => {
  const handed = { on: '2025-03-15', answer: 'to-the-ngo' }
  const last = { on: '2025-05-01', answer: 'explained' }
  const one = disputeOf('2025-03-10', [handed, last])
  expect(disputed('2025-03-14', one)).toEqual([])
  expect(disputed('2025-03-15', one)).toEqual(['2025-03-15 dispute-handed-to-the-ngo'])
  expect(disputed('2025-04-30', one)).toEqual(['2025-03-15 dispute-handed-to-the-ngo'])
  expect(disputed('2025-05-01', one)).toEqual([])
  const again = { ...handed, on: '2025-04-10' }
  expect(disputed('2025-04-30', disputeOf('2025-03-10', [handed, again]))).toEqual([
    '2025-04-10 dispute-handed-to-the-ngo',
  ])
})

test('open disputes stand by the day on which they are due', () => {
  const disputes = [
    disputeOf('2025-04-19', [], 'd-000001'),
    disputeOf('2025-03-19', [], 'd-000003'),
    disputeOf('2025-03-18', [], 'd-000002'),
  ]
  expect(
    openDisputes({ ...bookOf(), disputes }, '2025-12-31').map(({ dispute, dueOn }) => [
      dueOn,
      dispute.disputeId,
    ]),
  ).toEqual([
    ['2025-03-20', 'd-000002'],
    ['2025-03-20', 'd-000003'],
    ['2025-04-20', 'd-000001'],
  ])
})

/** A round of ten, of whom so many said that it is right. */
const asked = (asOf: string, right: number) => {
  const people = Array.from({ length: 10 }, (_, i) => `p${i}`)
  const answers = people
    .slice(0, right)
    .map((memberId) => ({ memberId, answer: 'right', by: 'page', on: '2025-01-12' }))
  const round = { roundId: 'r', on: '2025-01-10', closesOn: '2025-01-24', asked: people, answers }
  const book = bookOf()
  const fund = { ...book.fund, confirmations: [round] } as unknown as FundBook['fund']
  return trustFindings({ ...book, fund }, asOf).map(({ code, on }) => `${on} ${code}`)
}

test('members are asked again within a year, and two of ten who did not say yes are no sign yet', () => {
  expect(asked('2025-01-09', 0)).toEqual([])
  expect([asked('2026-01-10', 10), asked('2026-01-11', 10)]).toEqual([
    [],
    ['2026-01-10 asked-too-long-ago'],
  ])
  expect([asked('2025-01-24', 7), asked('2025-01-25', 7), asked('2025-01-25', 8)]).toEqual([
    [],
    ['2025-01-24 asked-and-often-not-right'],
    [],
  ])
})

test('a statement of the bank is held against the books through its day', () => {
  const book = bookOf()
  const row = (on: string, amount: number) => ({
    account: 'asset:bank',
    currency: 'KHR',
    on,
    amount,
    isClosing: false,
  })
  const fund = { ...book.fund, statements: [{ place: 'bank', on: '2025-03-31', balance: 700 }] }
  const differs = (...rows: readonly object[]) =>
    trustFindings(
      { ...book, fund, balances: [...book.balances, ...rows] } as unknown as FundBook,
      '2025-12-31',
    ).map(({ on, expected, found: sum, column }) => [on, expected, sum, column])
  expect(differs(row('2025-03-31', 700))).toEqual([])
  expect(differs(row('2025-03-31', 500), row('2025-03-30', 200), row('2025-04-01', 9))).toEqual([])
  expect(differs(row('2025-04-01', 700))).toEqual([['2025-03-31', 0, 700, 'bank']])
})
