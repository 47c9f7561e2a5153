import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import { meetingFindings } from '#domain/health/meeting-findings.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  storyOf,
} from '#test/support/village.ts'

const day = '2025-02-20'
const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  admitted('m2'),
]
const bookOf = (told: readonly StoryCommand[] = []): FundBook =>
  fundBookOf(storyOf([...begun, ...told]))

/** What moved the box on a day, by the kind of its entry. */
const moved = (entryType: string, amount: number, effectiveOn = day, on = effectiveOn) => ({
  entryType,
  amount,
  effectiveOn,
  on,
})
const everything = [
  moved('SharesBought', 1),
  moved('SavingsDeposited', 2),
  moved('PrivateSavingsMoved', 4),
  moved('SocialContributionPaid', 10),
  moved('FinePaid', 20),
  moved('DonationReceived', 40),
  moved('LoanPaidOut', -100),
  moved('SavingsWithdrawn', -200),
  moved('SavingsPaidToHeirs', -400),
  moved('PrivateSavingsMoved', -800),
  moved('SocialSupportPaid', -1_000),
  moved('GrantPaid', -2_000),
  moved('SupportPartPaid', -4_000),
  moved('ExpensePaid', -8_000),
  // Of no column: what went to the bank is in none.
  moved('TransferRecorded', -50_000),
]
const right = {
  membersPresent: 1,
  savingsIn: 7,
  socialIn: 10,
  finesIn: 20,
  loanPrincipalIn: 30_000,
  interestIn: 400,
  donorGrantIn: 40,
  loansOut: 100,
  savingsOut: 1_400,
  socialOut: 1_000,
  migrationGrantsOut: 6_000,
  expensesOut: 8_000,
}
/** 500,000 in the box, 30,477 in, 16,500 out. */
const closing = 500_000 + 30_477 - 16_500

const lent = paidOut({ on: '2025-01-20', principal: 100_000, months: 4 })
const told: readonly StoryCommand[] = [
  lent,
  paid(day, [400, 20_000]),
  paid(day, 10_000),
  paid('2025-02-21', 7),
]

/** Findings of the meeting's cash book, as `code column expected found`. */
const found = (
  more: object = {},
  { written = {}, rows = everything }: { written?: object; rows?: readonly object[] } = {},
) => {
  const meeting = {
    heldOn: day,
    present: ['m1'],
    absent: [],
    opening: { amount: 500_000 },
    closing: { amount: closing },
    written: { ...right, ...written },
    ...more,
  }
  const book = { ...bookOf(told), meetings: [meeting], cashPostings: rows } as unknown as FundBook
  return meetingFindings(book)
    .filter(({ code }) => code !== 'opening-not-last-closing')
    .map((one) => [one.code, one.column, one.expected, one.found].join(' '))
}

test('a cash book that has every column as the sheets have it is sound', () => {
  expect(found()).toEqual([])
})

test.each(Object.keys(right).filter((column) => column !== 'membersPresent'))(
  'a riel too much in the column %s is told, and the day does not add up any more',
  (column) => {
    const sum = right[column as keyof typeof right]
    const codes = found({}, { written: { [column]: sum + 1 } })
    const isIn = column.endsWith('In')
    expect(codes).toEqual([
      `cash-book-does-not-add-up  ${closing + (isIn ? 1 : -1)} ${closing}`,
      `cash-book-differs ${column} ${sum} ${sum + 1}`,
    ])
  },
)

test('what moved on another day is of no column of this one, nor what was booked to another day', () => {
  const beside = ['2025-02-19', '2025-02-21'].map((other) => moved('SharesBought', 9, other))
  const late = [
    moved('SharesBought', 9, day, '2025-02-19'),
    moved('SharesBought', 9, '2025-02-21', day),
  ]
  expect(found({}, { rows: [...everything, ...beside, ...late] })).toEqual([])
})

test('a meeting without a count, a closing or a written book is compared with nothing', () => {
  const wrong = { written: { savingsIn: 99 } }
  expect(found({ opening: undefined }, wrong)).toEqual([])
  expect(found({ closing: undefined }, wrong)).toEqual(['meeting-missing-in-cash-book   '])
  expect(found({ written: undefined })).toEqual([])
  expect(found({ present: ['m1', 'm2'] })).toEqual(['attendance-differs  2 1'])
})

test('what came out of savings went through no hand: it stands in no column', () => {
  const book = bookOf(told)
  const loans = book.loans.map((loan) => ({
    ...loan,
    repayments: [...loan.repayments, { ...loan.repayments[0]!, id: 'x', from: 'savings' as const }],
  }))
  const meeting = {
    heldOn: day,
    present: ['m1'],
    absent: [],
    opening: { amount: 500_000 },
    closing: { amount: closing },
    written: right,
  }
  const told2 = { ...book, loans, meetings: [meeting], cashPostings: everything }
  const codes = meetingFindings(told2 as unknown as FundBook).map(({ code }) => code)
  expect(codes).not.toContain('cash-book-differs')
})

test('who is marked absent and has saved on that day is told, whatever day the book began', () => {
  const saved = (on: string, amount: number, account = 'liability:savings:m2') => {
    const row = { account, currency: 'KHR', on, amount, isClosing: false }
    const meetings = ['2025-01-01', day].map((heldOn) => ({ heldOn, present: [], absent: ['m2'] }))
    const book = { ...bookOf(), meetings, balances: [row] } as unknown as FundBook
    return meetingFindings(book).filter(({ code }) => code === 'absent-but-paid-in').length
  }
  expect(saved(day, -5_000)).toBe(1)
  expect(saved(day, 5_000)).toBe(0)
  expect(saved(day, 0)).toBe(0)
  expect(saved('2025-02-19', -5_000)).toBe(0)
  expect(saved(day, -5_000, 'liability:savings:m1')).toBe(0)
  expect(saved(day, -5_000, 'liability:suspense:m2')).toBe(0)
  // What was taken over on the first day nobody brought to a meeting.
  expect(saved('2025-01-01', -5_000)).toBe(0)
})

test('meetings are compared in the order of their days, in whatever order they stand', () => {
  const meeting = (heldOn: string, opening: number, close: number) => ({
    heldOn,
    present: [],
    absent: [],
    opening: { amount: opening },
    closing: { amount: close },
  })
  const meetings = [
    meeting('2025-03-20', 800_000, 700_000),
    meeting('2025-01-20', 1_000_000, 900_000),
    meeting(day, 900_000, 800_000),
  ]
  const days = (list: readonly object[]) =>
    meetingFindings({ ...bookOf(), meetings: list } as unknown as FundBook)
      .filter(({ code }) => code === 'opening-not-last-closing')
      .map(({ on }) => on)
  expect(days(meetings)).toEqual([])
  expect(days(meetings.toReversed())).toEqual([])
})
