import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodOf } from '#domain/health/book.ts'
import {
  type RowOfTwo,
  financeRows,
  financeSplitOf,
  safeSplit,
  splitNames,
} from '#domain/health/finance-split.ts'
import { healthOf } from '#domain/health/health.ts'
import { committeeStory } from '#test/support/committee.ts'
import { men } from '#test/support/elections.ts'
import { type StoryCommand, fundBookOf, paidOut } from '#test/support/village.ts'

const year = { from: '2025-01-01', to: '2025-12-31' }

const buys = (memberId: string, shares: number): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn: '2025-01-20',
  memberId,
  shares,
})
const isPoor = (memberId: string): StoryCommand => ({
  type: 'CorrectMember',
  effectiveOn: '2025-01-02',
  memberId,
  povertyLevel: 1,
})

const told: readonly StoryCommand[] = [
  ...men('m1', 'm2'),
  isPoor('m1'),
  isPoor('m3'),
  buys('m1', 4),
  buys('m3', 2),
  buys('m4', 1),
  paidOut({ on: '2025-01-21', principal: 100_000, months: 10, loanId: 'l1', memberId: 'm1' }),
  paidOut({ on: '2025-03-21', principal: 40_000, months: 4, loanId: 'l2', memberId: 'm4' }),
]

test('savings, loans, debts and what is late are told of women and men, and of poor households and others', () => {
  const split = financeSplitOf(fundBookOf(committeeStory(told)), { ...year, to: '2025-03-31' })
  // Each of ten brought 500,000 from the older book; a share is 5,000.
  expect(split.sex.saved).toEqual([
    { people: 8, amount: 8 * 500_000 + 3 * 5_000 },
    { people: 2, amount: 2 * 500_000 + 4 * 5_000 },
  ])
  expect(split.poverty.saved).toEqual([
    { people: 2, amount: 2 * 500_000 + 6 * 5_000 },
    { people: 8, amount: 8 * 500_000 + 5_000 },
  ])
  expect(split.sex.lent).toEqual([
    { people: 1, amount: 40_000 },
    { people: 1, amount: 100_000 },
  ])
  expect(split.poverty.owed).toEqual([
    { people: 1, amount: 100_000 },
    { people: 1, amount: 40_000 },
  ])
  // Of ten months of 10,000 one has fallen due and was not paid; of the other loan none.
  expect(split.poverty.late).toEqual([
    { people: 1, amount: 20_000 },
    { people: 0, amount: 0 },
  ])
})

test('both splits come to what the fund says of all', () => {
  const book = fundBookOf(committeeStory(told))
  const health = healthOf(book, year.to)
  const split = financeSplitOf(book, periodOf(book, year.to))
  const sum = (row: RowOfTwo): number => row!.reduce((all, { amount }) => all + amount, 0)
  for (const by of splitNames) {
    expect(sum(split[by].owed)).toBe(health.gross_loan_portfolio)
    expect(sum(split[by].saved)).toBe(health.member_savings)
  }
})

test('beyond the village no sum is told behind which fewer than five of either group stand, nor the other one', () => {
  const behind = fc.record({ people: fc.nat(9), amount: fc.nat(100) })
  const row = fc.tuple(behind, behind)
  const rows = fc.record({ saved: row, lent: row, owed: row, late: row })
  fc.assert(
    fc.property(rows, rows, (sex, poverty) => {
      const safe = safeSplit({ ...year, sex, poverty })
      for (const by of splitNames)
        for (const name of financeRows) {
          const told = safe[by][name]
          const own = { sex, poverty }[by][name]
          const isEnough = own.every(({ people }) => people > 4)
          expect(told).toEqual(isEnough ? own : null)
        }
    }),
  )
})
