import { expect, test } from 'vitest'
import { owedOutside } from '#domain/fund/borrowing.ts'
import { trialBalance } from '#domain/ledger/statements.ts'
import { flagsOf, reversed, wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { toldOf } from '#test/support/taken-back.ts'
import { type Told, fundBookOf, booked } from '#test/support/village.ts'

const borrowed = (more: Partial<Extract<Told, { type: 'RecordBorrowing' }>> = {}): Told => ({
  type: 'RecordBorrowing',
  effectiveOn: '2025-02-01',
  borrowingId: 'ngo-1',
  lender: 'ngo',
  amount: 2_000_000,
  ratePercent: '6',
  schedule: [
    { on: '2025-08-01', principal: 1_000_000, interest: 60_000 },
    { on: '2026-02-01', principal: 1_000_000, interest: 30_000 },
  ],
  place: 'box',
  ...more,
})
const repaid = (principal: number, interest: number): Told => ({
  type: 'RecordBorrowingRepayment',
  effectiveOn: '2025-08-01',
  borrowingId: 'ngo-1',
  principal,
  interest,
  place: 'box',
})

test('what the fund borrows outside is owed, and its interest is a cost', () => {
  const village = savingAfter([borrowed(), repaid(1_000_000, 60_000)])
  expect(booked(village, 'liability:borrowing:ngo-1')).toBe(-1_000_000)
  expect(booked(village, 'expense:interest-paid')).toBe(60_000)
  expect(booked(village, 'asset:cash-box')).toBe(100_000_000 + 940_000)
  const borrowing = village.borrowings.get('ngo-1')!
  expect(owedOutside(borrowing, '2025-07-31')).toBe(2_000_000)
  expect(owedOutside(borrowing, '2025-08-01')).toBe(1_000_000)
})

test('more than half of what the fund and its savers own is flagged, and so is what was never borrowed', () => {
  const huge = borrowed({
    amount: 50_000_100,
    schedule: [{ on: '2026-02-01', principal: 50_000_100, interest: 0 }],
  })
  expect(flagsOf(savingAfter([]), borrowed())).toEqual([])
  expect(flagsOf(savingAfter([]), huge)).toEqual(['above-borrowing-limit'])
  expect(flagsOf(savingAfter([borrowed()]), repaid(2_000_100, 0))).toEqual(['more-than-borrowed'])
})

test('a schedule that does not add up, an unknown lender and a code twice are invalid', () => {
  const village = savingAfter([borrowed()])
  const words = (more: Parameters<typeof borrowed>[0]) =>
    wordOf(village, borrowed({ borrowingId: 'ngo-2', ...more }))
  expect(words({ borrowingId: 'ngo-1' })).toBe('borrowing-already-there')
  expect(words({ borrowingId: 'NGO 1' })).toBe('borrowing-not-a-code')
  expect(words({ lender: 'uncle' as never })).toBe('lender-unknown')
  expect(words({ amount: 2_000_100 })).toBe('schedule-cannot-hold')
  expect(words({ schedule: [] })).toBe('schedule-cannot-hold')
  expect(words({ amount: 0 })).toBe('amount-not-whole')
  expect(words({ ratePercent: 'x' })).toBe('rate-unreadable')
  expect(words({ place: 'pocket' as never })).toBe('word-unknown')
  expect(wordOf(savingAfter([]), repaid(1, 0))).toBe('borrowing-unknown')
  expect(wordOf(village, repaid(0, 0))).toBe('amount-not-whole')
})

test('borrowing and paying back are taken back in their order, and were never there', () => {
  const both = [borrowed(), repaid(1_000_000, 60_000)]
  expect(wordOf(savingAfter(both), reversed(nthSaved(1), '2025-09-01'))).toBe(
    'reverse-others-first',
  )
  const back = savingStory([
    ...both,
    reversed(nthSaved(2), '2025-09-01'),
    reversed(nthSaved(1), '2025-09-01'),
  ])
  expect(toldOf(back)).toEqual(toldOf(savingStory([])))
  expect(wordOf(back.village, borrowed())).toBe('recorded')
})

const exchange = (more: Partial<Extract<Told, { type: 'RecordExchange' }>> = {}): Told => ({
  type: 'RecordExchange',
  effectiveOn: '2025-02-01',
  from: { currency: 'KHR', amount: 405_000 },
  to: { currency: 'USD', amount: 10_000 },
  rate: { of: 'USD', in: 'KHR', value: '4050' },
  ...more,
})

test('an exchange is one entry with two sums, which comes to nought in each currency', () => {
  const village = savingAfter([exchange()])
  expect(booked(village, 'asset:cash-box')).toBe(100_000_000 - 405_000)
  expect(booked(village, 'asset:foreign-box:USD')).toBe(10_000)
  expect(booked(village, 'asset:exchange:KHR')).toBe(405_000)
  expect(booked(village, 'asset:exchange:USD')).toBe(-10_000)
})

test('a trial balance holds in every currency by itself', () => {
  const lines = trialBalance(fundBookOf(savingStory([exchange()])).balances, '2025-12-31')
  for (const currency of ['KHR', 'USD'])
    expect(
      lines
        .filter((line) => line.currency === currency)
        .reduce((sum, { debit, credit }) => sum + debit - credit, 0),
    ).toBe(0)
})

test('a rate that does not give the two sums, and dollars that were not there, are flagged', () => {
  const dear = exchange({ to: { currency: 'USD', amount: 9_900 } })
  expect(flagsOf(savingAfter([]), dear)).toEqual(['rate-differs'])
  const back = exchange({
    from: { currency: 'USD', amount: 10_000 },
    to: { currency: 'KHR', amount: 405_000 },
  })
  expect(flagsOf(savingAfter([]), back)).toEqual(['more-than-held'])
  expect(flagsOf(savingAfter([exchange()]), back)).toEqual([])
})

test('one currency for itself, one that nobody knows and a rate of others are invalid', () => {
  const village = savingAfter([])
  expect(wordOf(village, exchange({ to: { currency: 'KHR', amount: 1 } }))).toBe(
    'currencies-the-same',
  )
  const odd = { currency: 'XXX' as never, amount: 1 }
  expect(wordOf(village, exchange({ to: odd }))).toBe('currency-unknown')
  expect(wordOf(village, exchange({ from: odd }))).toBe('currency-unknown')
  const baht = { of: 'THB' as const, in: 'KHR' as const, value: '110' }
  expect(wordOf(village, exchange({ rate: baht }))).toBe('rate-unreadable')
  const none = { of: 'USD' as const, in: 'KHR' as const, value: '0' }
  expect(wordOf(village, exchange({ rate: none }))).toBe('rate-unreadable')
})

test('an exchange that is taken back was never made', () => {
  const back = savingStory([exchange(), reversed(nthSaved(1), '2025-03-01')])
  expect(toldOf(back)).toEqual(toldOf(savingStory([])))
})
