import { expect, test } from 'vitest'
import {
  comingAfter,
  interestBetween,
  loanFigures,
  riskOn,
  savingsFromLoans,
} from '#domain/loans/portfolio.ts'
import { committeeAfter } from '#test/support/committee.ts'
import { lending, paid, paidOut, relieved } from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const other = paidOut({
  on: '2025-02-20',
  principal: 200_000,
  months: 4,
  loanId: 'l2',
  memberId: 'm1',
})
const { loans } = lending([
  half,
  other,
  paid('2025-02-20', 57_500),
  paid('2025-03-20', 56_700),
  paid('2025-03-20', 53_000, 'l2'),
])

test('interest that was paid counts from the first day of a stretch through its last', () => {
  const between = (from: string, to: string) => interestBetween(loans.values(), { from, to })
  expect(between('2025-02-20', '2025-03-20')).toBe(7_500 + 6_700 + 3_000)
  expect(between('2025-02-21', '2025-03-20')).toBe(6_700 + 3_000)
  expect(between('2025-02-20', '2025-03-19')).toBe(7_500)
  expect(between('2025-02-20', '2025-02-20')).toBe(7_500)
  expect(between('2025-02-21', '2025-03-19')).toBe(0)
})

test('what is to come in is what falls due after the day, of each loan that is owed', () => {
  const coming = (on: string) =>
    comingAfter(loans.values(), on).map(({ on: day, amount }) => `${day} ${amount}`)
  expect(coming('2025-10-20')).toEqual(['2025-11-20 50000'])
  expect(coming('2025-10-19')).toEqual(['2025-10-20 50000', '2025-11-20 50000'])
  expect(coming('2025-06-19').filter((row) => row.endsWith('06-20 50000')).length).toBe(2)
  expect(coming('2025-06-20').filter((row) => row.endsWith('06-20 50000')).length).toBe(0)
  const part = lending([half, paid('2025-02-20', 67_500), paid('2025-10-01', 20_000)])
  expect(comingAfter(part.loans.values(), '2025-02-20')[0]).toEqual({
    on: '2025-03-20',
    amount: 40_000,
  })
})

test('a loan is at risk from its 31st day late, and then all that is owed of it', () => {
  const late = lending([half, { ...other, effectiveOn: '2025-03-20' } as typeof other]).loans
  expect(riskOn(late.values(), '2025-03-22')).toEqual({ owed: 700_000, atRisk: 0 })
  expect(riskOn(late.values(), '2025-03-23')).toEqual({ owed: 700_000, atRisk: 500_000 })
  const flood = relieved('2025-02-10', { from: '2025-02-10', to: '2025-04-30' })
  const touched = lending([half, flood]).loans
  expect(riskOn(touched.values(), '2025-02-09')).toEqual({ owed: 500_000, atRisk: 0 })
  expect(riskOn(touched.values(), '2025-02-10')).toEqual({ owed: 500_000, atRisk: 500_000 })
})

test('what goes from loans into savings is told by member and day, and what came out of them', () => {
  const saved = { ...paid('2025-02-20', 520_000), excessTo: 'savings' } as typeof half
  const village = committeeAfter([half, saved])
  expect(savingsFromLoans(village.loans.values())).toEqual([
    { memberId: 'm1', on: '2025-02-20', amount: 12_500 },
  ])
  const netted = committeeAfter([
    half,
    {
      type: 'RepayFromSavings',
      effectiveOn: '2025-02-20',
      loanId: 'l1',
      amount: 57_500,
      proof: { witnesses: ['m2', 'm3'] },
    },
  ])
  const out = savingsFromLoans(netted.loans.values())
  expect(out.reduce((sum, { amount }) => sum + amount, 0)).toBe(-57_500)
})

test('savings ask the loans of their own day for what comes, and of any day for the risk', () => {
  const asked = loanFigures(loans, '2025-10-20')
  expect(asked.coming()).toEqual([{ on: '2025-11-20', amount: 50_000 }])
  expect(asked.risk('2025-01-31')).toEqual({ owed: 500_000, atRisk: 0 })
  expect(asked.interestReceived({ from: '2025-02-20', to: '2025-02-20' })).toBe(7_500)
})
