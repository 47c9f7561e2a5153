import { expect, test } from 'vitest'
import type { WrittenTotals } from '#domain/fund/meeting/meetings.ts'
import type { FindingCode } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { ofSilence } from '#test/support/of-silence.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 400_000 } }),
  admitted('m1'),
  admitted('m2'),
  { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 600_000 },
]
/** Findings as `code subject`, those about the size of borrowers left out: the fund is tiny. */
const ofShares: readonly FindingCode[] = ['committee-share-high', 'largest-borrower-high']

const found = (told: readonly StoryCommand[], asOf = '2025-12-31') =>
  findingsOf(fundBookOf(storyOf([...begun, ...told])), asOf)
    .filter(({ code }) => ![...ofSilence, ...ofShares].includes(code))
    .map(({ code, subject }) => `${code} ${subject.number}`)

const noneWritten: WrittenTotals = {
  membersPresent: 0,
  savingsIn: 0,
  socialIn: 0,
  finesIn: 0,
  loanPrincipalIn: 0,
  interestIn: 0,
  donorGrantIn: 0,
  loansOut: 0,
  savingsOut: 0,
  socialOut: 0,
  migrationGrantsOut: 0,
  expensesOut: 0,
}

/** A meeting as the committee's cash book has it: opening, closing and totals. */
const meeting = (
  effectiveOn: string,
  [opening, closing]: readonly [number, number],
  written: Partial<WrittenTotals> = {},
): StoryCommand[] => [
  { type: 'OpenMeeting', effectiveOn, count: { amount: opening, isByNote: false } },
  {
    type: 'CloseMeeting',
    effectiveOn,
    count: { amount: closing, isByNote: false },
    written: { ...noneWritten, ...written },
  },
]
const saved = (effectiveOn: string, shares: number, memberId = 'm1'): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId,
  shares,
})
const sheet = (effectiveOn: string, present: string[], absent: string[]): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn,
  present,
  absent,
})

test('a sound book has no findings', () => {
  const told = [
    saved('2025-01-20', 2),
    sheet('2025-01-20', ['m1'], ['m2']),
    ...meeting('2025-01-20', [1_000_000, 1_010_000], { membersPresent: 1, savingsIn: 10_000 }),
  ]
  expect(found(told)).toEqual([])
})

test('a box that opens otherwise than it closed is a finding at the meeting that opened it', () => {
  const told = [
    ...meeting('2025-01-20', [999_000, 999_000]),
    ...meeting('2025-02-20', [999_000, 999_000]),
    ...meeting('2025-03-20', [998_000, 998_000]),
  ]
  expect(found(told)).toEqual([
    'opening-not-last-closing 2025-01-20',
    'opening-not-last-closing 2025-03-20',
  ])
})

test('a cash book that does not add up, and one that differs from the sheets, are two findings', () => {
  const told = [
    saved('2025-01-20', 2),
    ...meeting('2025-01-20', [1_000_000, 1_010_000], { savingsIn: 15_000 }),
  ]
  expect(found(told)).toEqual([
    'cash-book-differs 2025-01-20',
    'cash-book-does-not-add-up 2025-01-20',
  ])
})

test('a written headcount that differs from the sheet is a finding', () => {
  const told = [
    sheet('2025-01-20', ['m1', 'm2'], []),
    ...meeting('2025-01-20', [1_000_000, 1_000_000], { membersPresent: 1 }),
  ]
  expect(found(told)).toEqual(['attendance-differs 2025-01-20'])
})

test('money on a meeting that the cash book does not have is a finding', () => {
  expect(found([sheet('2025-01-20', ['m1'], ['m2'])])).toEqual([
    'meeting-missing-in-cash-book 2025-01-20',
  ])
})

test('cash above the limit of the box is a finding, at the limit it is none', () => {
  const limit = (closing: number) =>
    found(meeting('2025-01-20', [1_000_000, closing], { savingsIn: closing - 1_000_000 })).filter(
      (line) => line.startsWith('cash-above'),
    )
  expect(limit(2_000_000)).toEqual([])
  expect(limit(2_000_100)).toEqual(['cash-above-box-limit 2025-01-20'])
})

test('who is marked absent and saved all the same is a finding', () => {
  const told = [
    saved('2025-01-20', 1, 'm2'),
    sheet('2025-01-20', ['m1'], ['m2']),
    ...meeting('2025-01-20', [1_000_000, 1_005_000], { membersPresent: 1, savingsIn: 5_000 }),
  ]
  expect(found(told)).toEqual(['absent-but-paid-in M2'])
})

test('a loan that went to somebody who was not there is a finding', () => {
  const told = [
    paidOut({ on: '2025-01-20', principal: 100_000, months: 4 }),
    sheet('2025-01-20', ['m2'], ['m1']),
  ]
  expect(found(told)).toContain('loan-to-absent-member L1')
  expect(found([told[0]!, sheet('2025-01-20', ['m1', 'm2'], [])])).not.toContain(
    'loan-to-absent-member L1',
  )
})

test('a loan that is repaid and lent again within a week is worth a look', () => {
  const again = (day: string) =>
    found([
      paidOut({ on: '2025-01-20', principal: 100_000, months: 4 }),
      paid('2025-02-20', 101_500),
      paidOut({ on: day, principal: 100_000, months: 4, loanId: 'l2' }),
    ])
  expect(again('2025-02-27')).toEqual(['repaid-and-lent-again L2'])
  expect(again('2025-02-28')).toEqual([])
})

test('flags of entries are findings under the number that the village knows', () => {
  const told: readonly StoryCommand[] = [
    paidOut({ on: '2025-01-20', principal: 250_000, months: 4, memberId: 'm2' }),
    paid('2025-02-20', [3_000, 300_000]),
    saved('2025-02-20', 6),
    { type: 'RecordWithdrawal', effectiveOn: '2025-02-21', memberId: 'm2', amount: 500 },
    { type: 'RecordSocialSupport', effectiveOn: '2025-02-22', amount: 500 },
    relieved('2025-02-23', { from: '2025-03-01', to: '2025-12-31' }),
  ]
  expect(found(told)).toEqual([
    'loan-above-ceiling L1',
    'loan-above-fund-share L1',
    'loan-overpaid L1',
    'more-shares-than-a-meeting-allows M1',
    'split-differs L1',
    'more-than-saved M2',
    'more-than-social-fund-holds 99999901',
    'relief-longer-than-rule E1',
  ])
})

test('a write-off without a minute is a finding, and one with a minute is none', () => {
  const told = (minute?: string): readonly StoryCommand[] => [
    paidOut({ on: '2025-01-20', principal: 100_000, months: 4 }),
    {
      type: 'RecordWriteOff',
      effectiveOn: '2025-06-20',
      loanId: 'l1',
      amount: 100_000,
      ...(minute === undefined ? {} : { minute }),
    },
  ]
  expect(found(told())).toEqual(['write-off-without-minute L1'])
  expect(found(told('M-7'))).toEqual([])
})

test('an old book that is not wholly taken over is a finding until it is', () => {
  const loan = takenOver({ on: '2024-12-20', principal: 90_000, months: 9, owed: 90_000 })
  expect(found([loan])).toEqual(['takeover-not-settled 99999901'])
})

test('findings about a past day leave out what came later', () => {
  const told = [paidOut({ on: '2025-02-20', principal: 250_000, months: 4, memberId: 'm2' })]
  expect(found(told, '2025-02-19')).toEqual([])
  expect(found(told, '2025-02-20')).toHaveLength(2)
})

test('a committee that owes more than a quarter, and a borrower above a tenth, are findings', () => {
  const told: readonly StoryCommand[] = [
    { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'm2', office: 'chair' },
    paidOut({ on: '2025-01-20', principal: 75_000, months: 4 }),
    paidOut({ on: '2025-01-20', principal: 25_000, months: 4, loanId: 'l2', memberId: 'm2' }),
  ]
  const codes = (list: readonly StoryCommand[]) =>
    findingsOf(fundBookOf(storyOf([...begun, ...list])), '2025-01-31')
      .filter(({ code }) => code.endsWith('-high'))
      .map(({ code, found: sum, expected }) => [code, sum, expected])
  // A quarter of 100,000 is 25,000, and a tenth of 1,000,000 is 100,000: both at the limit or below.
  expect(codes(told)).toEqual([])
  const more = paidOut({
    on: '2025-01-21',
    principal: 80_100,
    months: 4,
    loanId: 'l3',
    memberId: 'm2',
  })
  expect(codes([...told, more])).toEqual([
    ['committee-share-high', 105_100, 45_025],
    ['largest-borrower-high', 105_100, 100_000],
  ])
})
