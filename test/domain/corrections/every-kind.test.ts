import { expect, test } from 'vitest'
import {
  allOfUs,
  approved,
  byOfficers,
  committeeStory,
  officers,
  reversed,
} from '#test/support/committee.ts'
import { nth, booksOf } from '#test/support/taken-back.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const share: StoryCommand = {
  type: 'BuyShares',
  effectiveOn: '2025-02-20',
  memberId: 'm1',
  shares: 3,
}

const lent = [half, paid('2025-02-20', 57_500)]
const kinds: Record<string, readonly [readonly StoryCommand[], StoryCommand]> = {
  'shares bought': [[], share],
  'free savings': [
    [],
    { type: 'RecordDeposit', effectiveOn: '2025-02-20', memberId: 'm1', amount: 12_300 },
  ],
  'savings taken over': [
    [],
    { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 9_000 },
  ],
  'savings withdrawn': [
    [share],
    { type: 'RecordWithdrawal', effectiveOn: '2025-03-01', memberId: 'm1', amount: 500 },
  ],
  'a social contribution': [
    [],
    { type: 'RecordSocialContribution', effectiveOn: '2025-02-20', memberId: 'm1', amount: 1_000 },
  ],
  'a fine': [[], { type: 'RecordFine', effectiveOn: '2025-02-20', memberId: 'm1', amount: 1_000 }],
  'social support': [[], { type: 'RecordSocialSupport', effectiveOn: '2025-02-20', amount: 1_000 }],
  'cash taken to the bank': [
    [],
    {
      type: 'RecordTransfer',
      effectiveOn: '2025-02-20',
      amount: 2_000,
      from: 'box',
      to: 'bank',
      names: ['m1'],
    },
  ],
  'an expense': [[], { type: 'RecordExpense', effectiveOn: '2025-02-20', amount: 1_000 }],
  'a donation': [[], { type: 'RecordDonation', effectiveOn: '2025-02-20', amount: 1_000 }],
  'a pay-out': [[], half],
  'a pay-out that was decided': [approved, half],
  'a loan taken over': [
    [],
    {
      type: 'TakeOverLoan',
      effectiveOn: '2025-01-01',
      loanId: 'l1',
      number: 'L1',
      memberId: 'm1',
      product: 'normal',
      principal: 500_000,
      months: 10,
      owed: 250_000,
      paidOutOn: '2024-08-20',
    },
  ],
  'a part of a pay-out': [
    [{ ...half, amount: 200_000 } as StoryCommand],
    { type: 'RecordPayoutPart', effectiveOn: '2025-02-05', loanId: 'l1', amount: 300_000 },
  ],
  'a repayment': [lent, paid('2025-03-20', 80_000)],
  'a repayment before others': [[...lent, paid('2025-05-20', 80_000)], paid('2025-03-20', 80_000)],
  'early money': [lent, { ...paid('2025-03-20', 180_000), early: 'smaller' } as StoryCommand],
  'an overpayment': [lent, paid('2025-03-20', 800_000)],
  'an overpayment that is saved': [
    lent,
    { ...paid('2025-03-20', 800_000), excessTo: 'savings' } as StoryCommand,
  ],
  'one sum for loans': [
    [
      ...lent,
      paidOut({ on: '2025-01-20', principal: 200_000, months: 4, loanId: 'l2', memberId: 'm2' }),
    ],
    {
      type: 'RecordPaymentForLoans',
      effectiveOn: '2025-03-20',
      memberId: 'm3',
      amount: 200_000,
      loanIds: ['l2', 'l1'],
    },
  ],
  'a late fine': [
    [half],
    { type: 'RecordLateFine', effectiveOn: '2025-03-01', loanId: 'l1', amount: 1_500 },
  ],
  'a new plan': [
    lent,
    {
      type: 'RescheduleLoan',
      effectiveOn: '2025-04-25',
      loanId: 'l1',
      months: 20,
      ballot: byOfficers(officers),
    },
  ],
  'a write-off': [
    lent,
    { type: 'WriteOffLoan', effectiveOn: '2025-12-20', loanId: 'l1', ballot: allOfUs },
  ],
  'a noted write-off': [
    lent,
    { type: 'RecordWriteOff', effectiveOn: '2025-12-20', loanId: 'l1', amount: 400_000 },
  ],
  'a recovery': [
    [...lent, { type: 'WriteOffLoan', effectiveOn: '2025-12-20', loanId: 'l1', ballot: allOfUs }],
    { type: 'RecordRecovery', effectiveOn: '2026-01-20', loanId: 'l1', amount: 500_000 },
  ],
  'suspense released': [
    [...lent, paid('2025-03-20', 800_000)],
    {
      type: 'ReleaseSuspense',
      effectiveOn: '2025-04-01',
      memberId: 'm1',
      amount: 10_000,
      to: 'savings',
    },
  ],
}

test.each(Object.keys(kinds))('%s that is taken back was never there', (kind) => {
  const [before, entry] = kinds[kind]!
  const with_ = committeeStory([...before, entry, reversed(nth(before.length + 1), '2026-03-01')])
  expect(booksOf(with_)).toEqual(booksOf(committeeStory(before)))
})

test.each(Object.keys(kinds))('%s is taken back also when the box was counted since', (kind) => {
  const [before, entry] = kinds[kind]!
  const counts = ['2025-01-25', '2025-04-20', '2026-02-20'].map((effectiveOn): StoryCommand => ({
    type: 'CloseMeeting',
    effectiveOn,
    count: { amount: 99_000_000, isByNote: true },
  }))
  const without = committeeStory([...before, ...counts])
  const then = committeeStory([
    ...before,
    ...counts,
    entry,
    reversed(nth(before.length + 4), '2026-03-01'),
  ])
  expect(booksOf(then)).toEqual(booksOf(without))
  const counted = committeeStory([
    ...before,
    entry,
    ...counts,
    reversed(nth(before.length + 1), '2026-03-01'),
  ])
  expect(booksOf(counted)).toEqual(booksOf(without))
})
