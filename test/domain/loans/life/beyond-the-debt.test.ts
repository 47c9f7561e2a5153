import { expect, test } from 'vitest'
import { committeeAfter, flagsOf, savedSince, wordOf } from '#test/support/committee.ts'
import {
  type StoryCommand,
  booked,
  paid,
  paidOut,
  relieved,
  standingIn,
} from '#test/support/village.ts'

/** An emergency loan at 0 %: 150,000 in three instalments of 50,000. */
const urgent = paidOut({ on: '2025-01-20', principal: 150_000, months: 3, product: 'emergency' })
const brought = (amount: number, more: object = {}, on = '2025-03-20'): StoryCommand =>
  ({ ...paid(on, amount), ...more }) as StoryCommand
const released = (amount: number, to: 'savings' | 'cash', on = '2025-04-01'): StoryCommand => ({
  type: 'ReleaseSuspense',
  effectiveOn: on,
  memberId: 'm1',
  amount,
  to,
})

test('money beyond the debt waits for its owner', () => {
  const village = committeeAfter([urgent, brought(160_000)])
  expect(flagsOf(committeeAfter([urgent]), brought(160_000))).toEqual(['overpaid'])
  expect(booked(village, 'liability:suspense:m1')).toBe(-10_000)
  expect(savedSince(village)).toBe(0)
  expect(standingIn(village, '2025-03-20')).toMatchObject({ status: 'closed', owed: 0 })
})

test('with the consent of its owner it is saved at once', () => {
  const saved = brought(160_000, { excessTo: 'savings' })
  expect(flagsOf(committeeAfter([urgent]), saved)).toEqual(['overpaid'])
  const village = committeeAfter([urgent, saved])
  expect(savedSince(village)).toBe(10_000)
  expect(booked(village, 'liability:suspense:m1')).toBe(0)
})

test('the consent says nothing where nothing is beyond the debt', () => {
  const saved = brought(150_000, { excessTo: 'savings' })
  expect(flagsOf(committeeAfter([urgent]), saved)).toEqual([])
  expect(savedSince(committeeAfter([urgent, saved]))).toBe(0)
})

test('money that waits is saved or handed back when its owner says so', () => {
  const told = [urgent, brought(160_000)]
  const saved = committeeAfter([...told, released(10_000, 'savings')])
  expect(savedSince(saved)).toBe(10_000)
  expect(booked(saved, 'liability:suspense:m1')).toBe(0)
  const back = committeeAfter([...told, released(4_000, 'cash')])
  expect(booked(back, 'liability:suspense:m1')).toBe(-6_000)
  expect(booked(back, 'asset:cash-box')).toBe(100_000_000 + 6_000)
})

test('more than waits is not saved; if it was handed out it is recorded, with that word', () => {
  const village = committeeAfter([urgent, brought(160_000)])
  expect(wordOf(village, released(10_001, 'savings'))).toBe('more-than-waits')
  expect(flagsOf(village, released(10_001, 'cash'))).toEqual(['more-than-waited'])
  expect(flagsOf(village, released(10_000, 'cash'))).toEqual([])
})

test('nothing that came later is saved on a day before it came', () => {
  const village = committeeAfter([urgent, brought(160_000)])
  expect(wordOf(village, released(10_000, 'savings', '2025-03-19'))).toBe('more-than-waits')
})

test('what was given out later does not wait any more on an earlier day either', () => {
  const told = [urgent, brought(160_000), released(10_000, 'savings', '2025-05-01')]
  expect(wordOf(committeeAfter(told), released(10_000, 'savings', '2025-04-01'))).toBe(
    'more-than-waits',
  )
})

test('what is beyond one loan is no repayment of another', () => {
  const other = paidOut({ on: '2025-01-20', principal: 500_000, months: 10, loanId: 'l2' })
  const village = committeeAfter([urgent, other, brought(160_000)])
  expect(standingIn(village, '2025-03-20', 'l2').owed).toBe(500_000)
})

test('words that nobody knows are no words', () => {
  const village = committeeAfter([urgent])
  expect(wordOf(village, brought(1_000, { early: 'later' }))).not.toBe('recorded')
  expect(wordOf(village, brought(1_000, { excessTo: 'shares' }))).not.toBe('recorded')
  expect(wordOf(village, brought(1_000, { sender: 'moneylender' }))).not.toBe('recorded')
})

test('one sum pays what is due of each loan in the order of the payer, the rest goes to the first', () => {
  const loans = [
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    paidOut({ on: '2025-01-20', principal: 200_000, months: 4, loanId: 'l2', memberId: 'm2' }),
    paidOut({ on: '2025-01-20', principal: 300_000, months: 6, loanId: 'l3', memberId: 'm3' }),
  ]
  const sum = (amount: number, loanIds: readonly string[]): StoryCommand => ({
    type: 'RecordPaymentForLoans',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount,
    loanIds,
  })
  // Due on 20 February: 57,500, 53,000 and 54,500.
  const owedAfter = (told: StoryCommand) => {
    const village = committeeAfter([...loans, told])
    return ['l1', 'l2', 'l3'].map((id) => standingIn(village, '2025-02-20', id).owed)
  }
  expect(owedAfter(sum(165_000, ['l1', 'l2', 'l3']))).toEqual([450_000, 150_000, 250_000])
  expect(owedAfter(sum(175_000, ['l1', 'l2', 'l3']))).toEqual([440_000, 150_000, 250_000])
  expect(owedAfter(sum(175_000, ['l3', 'l2', 'l1']))).toEqual([450_000, 150_000, 240_000])
  expect(owedAfter(sum(60_000, ['l2', 'l1']))).toEqual([500_000, 150_000, 300_000])
  expect(owedAfter(sum(70_500, ['l2', 'l1']))).toEqual([490_000, 150_000, 300_000])
  const village = committeeAfter([...loans, sum(175_000, ['l1', 'l2', 'l3'])])
  expect(booked(village, 'asset:cash-box')).toBe(99_000_000 + 175_000)
  expect(booked(village, 'income:interest')).toBe(-15_000)
})

test('one sum beyond what is due pays the loans one after the other, and waits beyond them all', () => {
  const loans = [
    { ...urgent, memberId: 'm2' } as StoryCommand,
    paidOut({
      on: '2025-01-20',
      principal: 150_000,
      months: 3,
      loanId: 'l2',
      memberId: 'm3',
      product: 'emergency',
    }),
  ]
  const sum: StoryCommand = {
    type: 'RecordPaymentForLoans',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 310_000,
    loanIds: ['l1', 'l2'],
    sender: 'abroad',
  }
  expect(flagsOf(committeeAfter(loans), sum)).toEqual(['overpaid'])
  const village = committeeAfter([...loans, sum])
  for (const id of ['l1', 'l2'])
    expect(standingIn(village, '2025-02-20', id)).toMatchObject({ status: 'closed', owed: 0 })
})

test('one sum is too much by what is beyond the debt, also of loans on which something was paid before', () => {
  const told = [urgent, brought(20_000, {}, '2025-02-01')]
  const sum = (amount: number): StoryCommand => ({
    type: 'RecordPaymentForLoans',
    effectiveOn: '2025-03-20',
    memberId: 'm1',
    amount,
    loanIds: ['l1'],
    sender: 'abroad',
  })
  expect(flagsOf(committeeAfter(told), sum(130_000))).toEqual([])
  expect(flagsOf(committeeAfter(told), sum(130_001))).toEqual(['overpaid'])
})

test('a sum settles a loan from the riel on that covers what is owed and the interest that has fallen due', () => {
  // 1.5 % of 300,000 fell due on 20 February; ten of 28 days of the next month have gone by on 2 March.
  const lent = paidOut({ on: '2025-01-20', principal: 300_000, months: 3 })
  const after = (amount: number) =>
    standingIn(committeeAfter([lent, paid('2025-03-02', amount)]), '2025-03-02')
  const [short, full] = [after(304_499), after(304_500)]
  expect(short).toMatchObject({ owed: 1, interestDue: 0 })
  expect(full.owed).toBeGreaterThan(1_000)
})

test('one sum names loans that are there, each once', () => {
  const village = committeeAfter([urgent])
  const sum = (loanIds: readonly string[], amount = 1_000): StoryCommand => ({
    type: 'RecordPaymentForLoans',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount,
    loanIds,
  })
  expect(wordOf(village, sum(['l1']))).toBe('recorded')
  for (const told of [sum([]), sum(['l1', 'l1']), sum(['l9']), sum(['l1'], 0), sum(['l1'], 1.5)])
    expect(wordOf(village, told)).not.toBe('recorded')
})

test('a loan in relief is not pressed for by one sum: what is due elsewhere comes first', () => {
  const loans = [
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    paidOut({ on: '2025-01-20', principal: 200_000, months: 4, loanId: 'l2', memberId: 'm2' }),
    relieved('2025-02-01', { from: '2025-02-01', to: '2025-04-30' }),
  ]
  const sum: StoryCommand = {
    type: 'RecordPaymentForLoans',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 53_000,
    loanIds: ['l1', 'l2'],
  }
  const village = committeeAfter([...loans, sum])
  expect(standingIn(village, '2025-02-20', 'l1').owed).toBe(500_000)
  expect(standingIn(village, '2025-02-20', 'l2').owed).toBe(150_000)
})

test('what a migrant sends home is written down as that, and creates no debt of the migrant', () => {
  const village = committeeAfter([urgent])
  const sent = brought(50_000, { sender: 'abroad' })
  expect(flagsOf(village, sent)).toEqual([])
  const after = committeeAfter([urgent, sent])
  expect(standingIn(after, '2025-03-20').owed).toBe(100_000)
  expect(flagsOf(village, brought(50_000, { paidBy: 'm4' }))).toEqual(['paid-by-another'])
  expect(flagsOf(village, brought(50_000, { paidBy: 'm1' }))).toEqual([])
  expect(wordOf(village, brought(50_000, { paidBy: 'nobody' }))).toBe('member-unknown')
})
