import { expect, test } from 'vitest'
import { type LoanCommand, loanOperations } from '#domain/loans/operations.ts'
import { committeeAfter, flagsOf, lendingIn, wordOf } from '#test/support/committee.ts'
import {
  type StoryCommand,
  bodyOf,
  answerTo,
  loanIn,
  paid,
  paidOut,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const other = paidOut({
  on: '2025-01-20',
  principal: 200_000,
  months: 4,
  loanId: 'l2',
  memberId: 'm2',
})
const village = committeeAfter([half, other])
const sum = (
  amount: number,
  on = '2025-02-20',
  loanIds: readonly string[] = ['l1', 'l2'],
): StoryCommand => ({
  type: 'RecordPaymentForLoans',
  effectiveOn: on,
  memberId: 'm1',
  amount,
  loanIds,
})
const parts = (told: StoryCommand, of = village): number[] => {
  const body = bodyOf(answerTo(of, told))
  return body.type === 'PaymentSpread' ? body.parts.map(({ amount }) => amount) : []
}

test('what falls due on the day itself comes first of each loan, a day before nothing does', () => {
  // Due on 20 February: 57,500 and 53,000. The day before, 29 days settle the first.
  expect(parts(sum(60_000))).toEqual([57_500, 2_500])
  expect(parts(sum(60_000, '2025-02-19'))).toEqual([60_000, 0])
  expect(parts(sum(110_500))).toEqual([57_500, 53_000])
  const told = committeeAfter([half, other, sum(60_000, '2025-02-19')])
  expect(['l1', 'l2'].map((id) => loanIn(told, id).repayments.length)).toEqual([1, 0])
  expect(parts(sum(110_501))).toEqual([57_501, 53_000])
})

test('what settles the first loan goes to it, the rest to the second, and beyond both to the first', () => {
  // 507,500 and 203,000 settle them on the day.
  expect(parts(sum(560_500))).toEqual([507_500, 53_000])
  expect(parts(sum(560_501))).toEqual([507_500, 53_001])
  expect(parts(sum(710_500))).toEqual([507_500, 203_000])
  expect(parts(sum(710_501))).toEqual([507_501, 203_000])
  expect(flagsOf(village, sum(710_500))).toEqual([])
  expect(flagsOf(village, sum(710_501))).toEqual(['overpaid'])
})

test('a loan that is not there yet, or has too much interest written, takes nothing first', () => {
  const later = committeeAfter([half, { ...other, effectiveOn: '2025-03-01' } as StoryCommand])
  expect(parts(sum(57_500, '2025-02-20', ['l2', 'l1']), later)).toEqual([0, 57_500])
  const written = committeeAfter([half, other, paid('2025-02-20', [10_000, 50_000])])
  expect(parts(sum(53_000), written)).toEqual([0, 53_000])
})

test('one sum is for one loan at least and fifty at most', () => {
  const command = (loanIds: readonly string[]) =>
    ({ ...sum(1_000), id: 'x', v: 1, loanIds }) as LoanCommand
  const loan = loanIn(village)
  const ids = Array.from({ length: 51 }, (_, i) => `n${i}`)
  const loans = new Map(ids.map((loanId) => [loanId, { ...loan, loanId }]))
  const outcome = (n: number) =>
    loanOperations.decide(lendingIn(village, { loans }), command(ids.slice(0, n))).outcome
  expect([0, 1, 50, 51].map(outcome)).toEqual(['invalid', 'recorded', 'recorded', 'invalid'])
})

test('a sender of one sum is one of the words for it', () => {
  expect(wordOf(village, { ...sum(1_000), sender: 'kin' } as StoryCommand)).toBe('recorded')
  expect(wordOf(village, { ...sum(1_000), sender: 'bank' } as unknown as StoryCommand)).toBe(
    'word-unknown',
  )
  expect(wordOf(village, sum(1_000, '2025-02-20', ['l1', 'l9']))).toBe('loan-unknown')
})

test('a repayment is flagged as beyond the debt with its first riel, and as early on the day before the loan', () => {
  expect(flagsOf(village, paid('2025-02-20', 507_500))).toEqual([])
  expect(flagsOf(village, paid('2025-02-20', 507_501))).toEqual(['overpaid'])
  expect(flagsOf(village, paid('2025-01-20', 1_000))).toEqual([])
  expect(flagsOf(village, paid('2025-01-19', 1_000))).toEqual(['overpaid', 'before-payout'])
})

test('a split is flagged where its interest, or its principal, is not what the rule has', () => {
  expect(flagsOf(village, paid('2025-02-20', [7_500, 50_000]))).toEqual([])
  expect(flagsOf(village, paid('2025-02-20', [7_499, 50_001]))).toEqual(['split-differs'])
  // More principal than is owed: the interest is right, the principal is not.
  expect(flagsOf(village, paid('2025-02-20', [7_500, 500_001]))).toEqual([
    'overpaid',
    'split-differs',
  ])
  // A riel too much of interest in a settlement: the principal is right, the interest is not.
  expect(flagsOf(village, paid('2025-02-20', [7_501, 500_000]))).toEqual(['split-differs'])
})
