import { expect, test } from 'vitest'
import { type FundBook, standingsOn } from '#domain/health/book.ts'
import { bySexOf } from '#domain/health/by-sex.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import { disputeNumberOf } from '#domain/health/trust-findings.ts'
import { windUpOf } from '#domain/health/wind-up.ts'
import { approved, committeeStory } from '#test/support/committee.ts'
import { ofSilence } from '#test/support/of-silence.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  admitted('m2'),
]
const bookOf = (told: readonly StoryCommand[] = []): FundBook =>
  fundBookOf(storyOf([...begun, ...told]))
const asOf = '2025-06-30'

/** The book with sums beside its own; debit is positive. */
const withSums = (sums: Readonly<Record<string, number>>, currency = 'KHR'): FundBook => {
  const book = bookOf()
  const rows = Object.entries(sums).map(([account, amount]) => ({
    account,
    currency,
    on: '2025-03-31',
    amount,
    isClosing: false,
  }))
  return { ...book, balances: [...book.balances, ...rows] } as unknown as FundBook
}
const figures = (book: FundBook, day = asOf) => {
  const health = healthOf(book, day)
  return { ...health, ...moreHealthOf(book, health) }
}

test('cash is what lies in the box, at the bank and in the wallet', () => {
  expect(figures(withSums({ 'asset:bank': 20_000, 'asset:wallet': 3_000 })).cash).toBe(1_023_000)
})

test('all that is saved counts, what is private too; a card tells its own alone', () => {
  const { member_savings, savings } = figures(
    withSums({
      'liability:savings:m1': -700,
      'liability:private-savings': -40,
      'liability:suspense:m1': -5,
    }),
  )
  expect([member_savings, savings]).toEqual([740, { M1: 700, M2: 0 }])
})

test('what waits in suspense is told as what is owed', () => {
  expect(figures(withSums({ 'liability:suspense:m1': -5 })).suspense).toBe(5)
})

test('advances and what other money has cost are of what the fund has', () => {
  expect(figures(withSums({ 'asset:advance': 600 })).total_assets).toBe(1_000_600)
  expect(figures(withSums({ 'asset:exchange': 70 })).total_assets).toBe(1_000_070)
  expect(figures(withSums({ 'asset:exchange': 70 }, 'USD')).total_assets).toBe(1_000_000)
  expect(windUpOf(withSums({ 'asset:exchange': 70 }), asOf).cash).toBe(1_000_070)
})

test('interest paid outside and a missing sum cost the fund as running costs do', () => {
  const surplus = (sums: Readonly<Record<string, number>>) => figures(withSums(sums)).surplus
  expect(surplus({ 'expense:running-costs': 5 })).toBe(-5)
  expect(surplus({ 'expense:interest-paid': 30 })).toBe(-30)
  expect(surplus({ 'expense:cash-shortage': 200 })).toBe(-200)
  expect(surplus({ 'income:fines': -7, 'income:donations': -60 })).toBe(67)
})

test('when the fund ends, money that waits is the savers’', () => {
  const claims = windUpOf(
    withSums({ 'liability:savings:m1': -700, 'liability:suspense:m1': -50 }),
    asOf,
  ).claims
  expect(claims[0]).toMatchObject({ claimant: 'savers', owed: 750 })
})

test('what is earned is held against the savings of the year, half of its eve and half of the day', () => {
  const told: readonly StoryCommand[] = [
    { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 100_000 },
    { type: 'RecordDonation', effectiveOn: '2025-02-01', amount: 6_000 },
    { type: 'BuyShares', effectiveOn: '2025-02-01', memberId: 'm2', shares: 4 },
  ]
  // 6,000 of (100,000 + 120,000) / 2.
  expect(figures(bookOf(told)).return_on_savings_percent).toBe(5.45)
})

const lent = (principal: number, memberId: string, on = '2025-01-20'): StoryCommand =>
  paidOut({ on, principal, months: 10, loanId: `l-${memberId}`, memberId })

test('the five who owe most are told together, whoever they are', () => {
  const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']
  const told = [
    ...people.map((memberId) => admitted(memberId)),
    ...people.map((memberId, i) => lent(100_000 * (i + 1), memberId)),
  ]
  const { largest_borrower_percent, five_largest_percent } = figures(bookOf(told), '2025-01-31')
  // Of 2,100,000: 600,000, and all but 100,000.
  expect([largest_borrower_percent, five_largest_percent]).toEqual([28.57, 95.24])
})

test('who has a loan is counted while something is owed and while a member', () => {
  const share = (...more: StoryCommand[]) =>
    figures(bookOf([lent(100_000, 'm1'), ...more])).members_with_loan_percent
  expect(share()).toBe(50)
  expect(share(paid('2025-02-20', [0, 100_000], 'l-m1'))).toBe(0)
  const left: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: '2025-03-01',
    memberId: 'm1',
    change: 'left',
  }
  expect(share(left)).toBe(0)
})

test('of what is late the committee’s part is told', () => {
  const chair: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm2',
    office: 'chair',
  }
  const book = bookOf([chair, lent(100_000, 'm1'), lent(30_000, 'm2')])
  expect([figures(book).par30, figures(book).committee_par30]).toEqual([130_000, 30_000])
})

test('a loan is closed, written off or of its class, and stands by its number', () => {
  const told = [
    admitted('b'),
    admitted('a'),
    lent(10_000, 'b'),
    lent(20_000, 'a'),
    paid('2025-02-20', 20_000, 'l-a'),
  ]
  expect(standingsOn(bookOf(told), asOf).map(({ loan }) => loan.number)).toEqual(['L-A', 'L-B'])
  const back = [...told.slice(0, 2), ...told.slice(2).toReversed().slice(1).toReversed()]
  expect(standingsOn(bookOf(back), asOf).map(({ loan }) => loan.number)).toEqual(['L-A', 'L-B'])
  const whole = [...told.slice(0, 4), paid('2025-02-20', 21_000, 'l-a')]
  expect(figures(bookOf(whole)).loans['L-A']!.class).toBe('closed')
})

test('meetings of the year before count in no attendance of this one', () => {
  const sheet = (effectiveOn: string, present: readonly string[]): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn,
    present,
    absent: [],
  })
  const book = bookOf([sheet('2025-12-31', ['m1']), sheet('2026-01-01', ['m1', 'm2'])])
  expect(figures(book, '2026-01-01').attendance_percent).toBe(100)
  expect(figures(book, '2025-12-31').attendance_percent).toBe(50)
})

test('named votes are of the day on which they were cast', () => {
  const votes = (from: string, to: string) => {
    const { women, men } = bySexOf(fundBookOf(committeeStory(approved)), { from, to }).votes
    return women! + men!
  }
  // Five officers voted by name on 20 January.
  expect(votes('2025-01-20', '2025-01-20')).toBe(5)
  expect(votes('2025-01-21', '2025-12-31')).toBe(0)
  expect(votes('2025-01-01', '2025-01-19')).toBe(0)
  const waiting = fundBookOf(committeeStory(approved.slice(0, 2)))
  expect(bySexOf(waiting, { from: '2025-01-01', to: '2025-12-31' }).votes).toEqual({
    women: 0,
    men: 0,
  })
})

/** A flag that an entry bears, as findings read it. */
const flagged = (rows: readonly (readonly [number, string, string, string])[]) => {
  const flags = rows.map(([seq, flag, entryType, subject]) => ({
    seq,
    flag,
    entryType,
    subject,
    effectiveOn: '2025-03-31',
  }))
  return findingsOf({ ...bookOf(), flags } as unknown as FundBook, asOf)
    .filter(({ code }) => !ofSilence.includes(code))
    .map(({ code, subject, seq }) => [code, subject.kind, subject.number, seq].join(' '))
}

test('a flag is a finding about what it names, by the number that the village knows', () => {
  expect(
    flagged([
      [7, 'window-overspent', 'GrantPaid', 'window:school'],
      [8, 'box-differs-from-books', 'MeetingOpened', 'meeting:2025-03-31'],
      [9, 'longer-than-rule', 'ReliefRecorded', 'event:E1'],
      [10, 'more-than-saved', 'SavingsWithdrawn', 'member:m1'],
      [11, 'more-than-saved', 'SavingsWithdrawn', 'member:gone'],
      [12, 'above-cap', 'LoanPaidOut', 'loan:gone'],
      [13, 'rate-above-cap', 'FundFounded', 'fund:x'],
      [14, 'window-overspent', 'GrantPaid', 'window:school'],
    ]).toSorted(),
  ).toEqual(
    [
      'window-overspent window school 7',
      'box-differs-from-books meeting 2025-03-31 8',
      'relief-longer-than-rule event E1 9',
      'more-than-saved member M1 10',
      'more-than-saved member gone 11',
      'lent-above-the-cap loan gone 12',
      'rate-above-cap fund 99999901 13',
      'window-overspent window school 14',
    ].toSorted(),
  )
})

test('what was taken back has broken nothing, and what stands beside it still has', () => {
  const rows = [
    [7, 'window-overspent', 'GrantPaid', 'window:school'],
    [8, 'window-overspent', 'GrantPaid', 'window:school'],
    [9, 'takes-back', 'EntryReversed', 'entry:7'],
  ] as const
  expect(flagged(rows)).toEqual(['window-overspent window school 8'])
})

test('a dispute is known by the last six signs of its id', () => {
  expect(disputeNumberOf('00000000-0000-7000-8000-0000000abcde')).toBe('0ABCDE')
})
