import { expect, test } from 'vitest'
import { newestLinesOf, ownLinesOf } from '#src/app/household/own-lines.ts'
import { viewChanges } from '#src/app/views.ts'
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

const charter = { rateMonthlyPercent: { normal: '1.5', seasonal: '1.5', emergency: '0' } }

const toldIn = (told: readonly StoryCommand[]) => {
  const { village, entries } = storyOf([
    founded({ charter, opening: { cash: 5_000_000, reserve: 5_000_000 } }),
    admitted('m1'),
    admitted('m2'),
    ...told,
  ])
  const savingsPostings = viewChanges(village, entries).postings.filter(
    ({ account }) => account === 'liability:savings:m1',
  )
  return { book: fundBookOf({ village, entries }), savingsPostings }
}

/** Lines of m1 as `day what loan saved principal interest savings owed`. */
const linesOn = (asOf: string, told: readonly StoryCommand[]): string[] => {
  const { book, savingsPostings } = toldIn(told)
  return ownLinesOf(book, 'm1', { asOf, savingsPostings }).map((one) =>
    [
      one.on,
      one.what,
      one.loan ?? '-',
      one.saved,
      one.principal,
      one.interest,
      one.savings,
      one.owed,
    ].join(' '),
  )
}
const of = (type: string, effectiveOn: string, more: object): StoryCommand =>
  ({ type, effectiveOn, memberId: 'm1', ...more }) as StoryCommand

const year: readonly StoryCommand[] = [
  of('TakeOverSavings', '2025-01-01', { amount: 20_000 }),
  { ...takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 100_000 }) },
  // The first part of 200,000, and later the rest.
  {
    ...paidOut({ on: '2025-01-20', principal: 200_000, months: 10, loanId: 'l2' }),
    amount: 150_000,
  } as StoryCommand,
  of('RecordPayoutPart', '2025-02-01', { loanId: 'l2', amount: 50_000 }),
  of('BuyShares', '2025-01-25', { shares: 2 }),
  of('RecordDeposit', '2025-01-26', { amount: 3_000 }),
  of('RecordWithdrawal', '2025-02-02', { amount: 1_000 }),
  paid('2025-02-20', [2_600, 20_000], 'l2'),
  of('RecordWriteOff', '2025-03-20', { loanId: 'l1', amount: 100_000 }),
  // Another one's money stands in no line of hers.
  paidOut({ on: '2025-01-20', principal: 70_000, months: 7, loanId: 'l3', memberId: 'm2' }),
]

test('a passbook has each line of the own money by its day, with what was saved and owed after it', () => {
  expect(linesOn('2025-12-31', year)).toEqual([
    '2025-01-01 savings-taken-over - 20000 0 0 20000 0',
    '2025-01-01 loan-taken-over L1 0 100000 0 20000 100000',
    '2025-01-20 loan-paid-out L2 0 150000 0 20000 250000',
    '2025-01-25 shares-bought - 10000 0 0 30000 250000',
    '2025-01-26 savings-deposited - 3000 0 0 33000 250000',
    '2025-02-01 loan-paid-out L2 0 50000 0 33000 300000',
    '2025-02-02 savings-withdrawn - -1000 0 0 32000 300000',
    '2025-02-20 repaid L2 0 -20000 2600 32000 280000',
    '2025-03-20 written-off L1 0 -100000 0 32000 180000',
  ])
})

test('a line is there from its day on', () => {
  expect(linesOn('2025-01-24', year)).toHaveLength(3)
  expect(linesOn('2025-01-25', year)).toHaveLength(4)
  expect(linesOn('2025-03-19', year).at(-1)).toContain('repaid')
  expect(linesOn('2025-03-20', year).at(-1)).toContain('written-off')
})

test('what changed savings in another way is told as that', () => {
  const excess = { ...paid('2025-02-20', 60_000, 'l2'), excessTo: 'savings' } as StoryCommand
  const lent = paidOut({ on: '2025-01-20', principal: 50_000, months: 1, loanId: 'l2' })
  expect(linesOn('2025-02-20', [lent, excess])).toEqual([
    '2025-01-20 loan-paid-out L2 0 50000 0 0 50000',
    '2025-02-20 savings-changed - 9300 0 0 9300 50000',
    '2025-02-20 repaid L2 0 -50000 700 9300 0',
  ])
})

test('the newest lines, and those from a day on, are the last of all, with what stood before them', () => {
  const { book, savingsPostings } = toldIn(year)
  for (const asOf of ['2025-01-24', '2025-02-02', '2025-12-31']) {
    const asked = { asOf, savingsPostings }
    const all = ownLinesOf(book, 'm1', asked)
    const before = (n: number) => {
      const { savings, owed } = all[n - 1] ?? { savings: 0, owed: 0 }
      return { savings, owed }
    }
    for (const newest of [0, 1, 3, 20]) {
      const n = Math.max(0, all.length - newest)
      const found = newestLinesOf(book, 'm1', { ...asked, newest })
      expect(found).toEqual({ lines: all.slice(n), count: all.length, opening: before(n) })
    }
    for (const from of ['2024-01-01', '2025-01-25', '2025-02-02', '2026-01-01']) {
      const n = all.filter(({ on }) => on < from).length
      const found = newestLinesOf(book, 'm1', { ...asked, from })
      expect(found).toEqual({ lines: all.slice(n), count: all.length, opening: before(n) })
    }
  }
})
