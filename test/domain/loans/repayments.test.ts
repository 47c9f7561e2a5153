import { expect, test } from 'vitest'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  flagsOf,
  idOf,
  lending,
  loanIn,
  paid,
  paidOut,
  standingIn,
  takenOver,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const receivable = 'asset:loan:l1'
const suspense = 'liability:suspense:m1'

test('a split that the sheet writes as the rule has it is not flagged', () => {
  expect(flagsOf(answerTo(lending([half]), paid('2025-02-20', [7_500, 50_000])))).toEqual([])
  expect(flagsOf(answerTo(lending([half]), paid('2025-02-20', 57_500)))).toEqual([])
})

test('a split that the sheet writes otherwise stands as written and is flagged', () => {
  const written = paid('2025-02-20', [7_000, 50_500])
  expect(flagsOf(answerTo(lending([half]), written))).toEqual(['split-differs'])
  const village = lending([half, written])
  expect(booked(village, 'income:interest')).toBe(-7_000)
  expect(booked(village, receivable)).toBe(449_500)
  expect(standingIn(village, '2025-02-20')).toMatchObject({ owed: 449_500, interestDue: 500 })
})

test('interest that the sheet took too much of stands as paid and lowers what is due later', () => {
  const village = lending([half, paid('2025-02-20', [10_000, 50_000])])
  expect(standingIn(village, '2025-02-20').interestDue).toBe(-2_500)
  expect(standingIn(village, '2025-03-20').interestDue).toBe(-2_500 + 6_700)
})

test('a split that does not add up to the sum is invalid, as are parts below zero', () => {
  const village = lending([half])
  const wrong = (amount: number, interest: number, principal: number) =>
    answerTo(village, {
      type: 'RecordRepayment',
      effectiveOn: '2025-02-20',
      loanId: 'l1',
      amount,
      written: { interest, principal },
    })
  expect(wrong(57_500, 7_500, 49_900)).toMatchObject({ code: 'split-does-not-add-up' })
  expect(wrong(50_000, -7_500, 57_500)).toMatchObject({ at: '/written/interest' })
  expect(wrong(0, 0, 0)).toMatchObject({ at: '/amount' })
})

test('money for a loan that nobody knows is invalid', () => {
  expect(answerTo(lending([half]), paid('2025-02-20', 100, 'l9'))).toMatchObject({
    code: 'loan-unknown',
  })
})

test('money beyond what the loan needs waits in suspense for its owner and is flagged', () => {
  const told = paid('2025-02-20', 600_000)
  expect(flagsOf(answerTo(lending([half]), told))).toEqual(['overpaid'])
  const village = lending([half, told])
  expect(booked(village, receivable)).toBe(0)
  expect(booked(village, 'income:interest')).toBe(-7_500)
  expect(booked(village, suspense)).toBe(-92_500)
  expect(standingIn(village, '2025-02-20').status).toBe('closed')
})

test('principal written beyond what is owed waits in suspense too', () => {
  const village = lending([half, paid('2025-02-20', [7_500, 520_000])])
  expect(booked(village, receivable)).toBe(0)
  expect(booked(village, suspense)).toBe(-20_000)
})

test('money paid on a loan that is closed is all in suspense', () => {
  const village = lending([half, paid('2025-02-20', 507_500)])
  expect(flagsOf(answerTo(village, paid('2025-03-20', 1_000)))).toEqual(['overpaid'])
  expect(standingIn(lending([half, paid('2025-02-20', 507_500)]), '2025-03-20').owed).toBe(0)
})

test('money from the hand of another member is recorded and flagged', () => {
  const village = lending([half, admitted('m2')])
  const by = (paidBy: string) =>
    flagsOf(answerTo(village, { ...paid('2025-02-20', 57_500), paidBy } as StoryCommand))
  expect(by('m1')).toEqual([])
  expect(by('m2')).toEqual(['paid-by-another'])
  expect(
    answerTo(village, { ...paid('2025-02-20', 57_500), paidBy: 'm9' } as StoryCommand),
  ).toMatchObject({
    outcome: 'invalid',
    at: '/paidBy',
  })
})

test('money that came before the loan did is kept, flagged and not counted as paid', () => {
  const early = paid('2025-01-10', 50_000)
  expect(flagsOf(answerTo(lending([half]), early))).toEqual(['overpaid', 'before-payout'])
  const village = lending([half, early])
  expect(standingIn(village, '2025-01-20').owed).toBe(500_000)
  expect(booked(village, suspense)).toBe(-50_000)
})

test('a repayment that is written down late shifts the later splits, each on its own day', () => {
  const village = lending([half, paid('2025-03-20', 65_000), paid('2025-02-20', 57_500)])
  // In time: 7,500 and 50,000 in February, then 6,700 and 58,300 in March.
  expect(standingIn(village, '2025-03-20').splits).toMatchObject([
    { interest: 7_500, principal: 50_000 },
    { interest: 6_700, principal: 58_300 },
  ])
  expect(booked(village, 'income:interest', '2025-02-20')).toBe(-7_500)
  expect(booked(village, 'income:interest', '2025-03-20')).toBe(-14_200)
  expect(booked(village, receivable, '2025-02-20')).toBe(450_000)
  expect(booked(village, receivable, '2025-03-20')).toBe(391_700)
})

test('two payments of one day are taken in the order of their ids, whichever was entered first', () => {
  const one = { ...paid('2025-02-20', 7_500), id: idOf(100) }
  const two = { ...paid('2025-02-20', 50_000), id: idOf(101) }
  const splits = [
    [one, two],
    [two, one],
  ].map((order) => standingIn(lending([half, ...order]), '2025-02-20').splits)
  expect(splits[0]).toEqual(splits[1])
  expect(splits[0]).toMatchObject([
    { id: idOf(100), interest: 7_500, principal: 0 },
    { id: idOf(101), interest: 0, principal: 50_000 },
  ])
})

const writtenOff = (amount: number, minute?: string): StoryCommand => ({
  type: 'RecordWriteOff',
  effectiveOn: '2025-06-20',
  loanId: 'l1',
  amount,
  ...(minute === undefined ? {} : { minute }),
})
const former = takenOver({ on: '2023-11-20', principal: 300_000, months: 10, owed: 84_000 })

test('a loan written off leaves the books against what was set aside for it', () => {
  const village = lending([former, writtenOff(84_000, 'M-7')])
  expect(booked(village, receivable)).toBe(0)
  expect(booked(village, 'asset:loan-loss-provision')).toBe(84_000)
  expect(standingIn(village, '2025-06-20')).toMatchObject({
    status: 'written-off',
    owed: 0,
    principalPaid: 0,
    writtenOff: 84_000,
    daysPastDue: 0,
  })
})

test('a write-off without a minute, or of another sum than is owed, is recorded and flagged', () => {
  const flags = (told: StoryCommand) => flagsOf(answerTo(lending([former]), told))
  expect(flags(writtenOff(84_000, 'M-7'))).toEqual([])
  expect(flags(writtenOff(84_000))).toEqual(['without-minute'])
  expect(flags(writtenOff(80_000, 'M-7'))).toEqual(['differs-from-owed'])
  expect(flags(writtenOff(90_000))).toEqual(['without-minute', 'differs-from-owed'])
})

test('no more than what is owed is ever written off', () => {
  const village = lending([former, writtenOff(90_000)])
  expect(booked(village, receivable)).toBe(0)
  expect(standingIn(village, '2025-06-20').writtenOff).toBe(84_000)
})

test('a loan written off in part goes on with the rest', () => {
  const village = lending([former, writtenOff(50_000, 'M-7')])
  expect(standingIn(village, '2025-06-20')).toMatchObject({ status: 'open', owed: 34_000 })
})

test('on the day of a write-off what was repaid comes first, whichever was entered first', () => {
  const village = lending([former, writtenOff(84_000, 'M-7'), paid('2025-06-20', [0, 10_000])])
  expect(standingIn(village, '2025-06-20')).toMatchObject({
    owed: 0,
    principalPaid: 10_000,
    writtenOff: 74_000,
  })
  expect(booked(village, 'asset:loan-loss-provision')).toBe(74_000)
})

test('interest stops on a loan that is written off', () => {
  const village = lending([former, writtenOff(84_000, 'M-7')])
  const due = ['2025-06-20', '2026-06-20'].map((day) => standingIn(village, day).interestDue)
  expect(due[1]).toBe(due[0])
  expect(loanIn(village).writeOffs).toHaveLength(1)
})
