import { expect, test } from 'vitest'
import { accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import { owedOutside } from '#domain/fund/borrowing.ts'
import { trialBalance } from '#domain/ledger/statements.ts'
import { flagsOf, reversed, wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { booksOf } from '#test/support/taken-back.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { type StoryCommand, answerTo, booked, fundBookOf } from '#test/support/village.ts'

const borrowed = (
  more: Partial<Extract<StoryCommand, { type: 'RecordBorrowing' }>> = {},
): StoryCommand => ({
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
const repaid = (principal: number, interest: number): StoryCommand => ({
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
  expect(owedOutside(borrowing, '2025-01-31')).toBe(0)
  expect(owedOutside(borrowing, '2025-02-01')).toBe(2_000_000)
  expect(owedOutside({ ...borrowing, isVoid: true }, '2025-02-01')).toBe(0)
  expect(owedOutside(borrowing, '2025-07-31')).toBe(2_000_000)
  expect(owedOutside(borrowing, '2025-08-01')).toBe(1_000_000)
})

test('what is borrowed and repaid by way of the bank or a wallet never touches the box', () => {
  for (const place of cashPlaces) {
    const village = savingAfter([
      borrowed({ place }),
      { ...repaid(1_000_000, 60_000), place } as StoryCommand,
    ])
    const moved = cashPlaces.map((one) => {
      const account = accountOfPlace(one)
      return booked(village, account) - booked(savingAfter([]), account)
    })
    expect(moved, place).toEqual(cashPlaces.map((one) => (one === place ? 940_000 : 0)))
  }
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

test('half of what the fund and its savers own may be owed in all, to the riel', () => {
  const of = (amount: number) =>
    borrowed({
      borrowingId: 'ngo-2',
      amount,
      schedule: [{ on: '2026-02-01', principal: amount, interest: 0 }],
    })
  const flags = (told: readonly StoryCommand[], amount: number) =>
    flagsOf(savingAfter(told), of(amount))
  expect(flags([], 50_000_000)).toEqual([])
  expect(flags([], 50_000_001)).toEqual(['above-borrowing-limit'])
  expect(flags([borrowed()], 48_000_000)).toEqual([])
  expect(flags([borrowed()], 48_000_001)).toEqual(['above-borrowing-limit'])
  // What the members save is theirs and counts, what others hold here does not.
  const bought: StoryCommand = {
    type: 'BuyShares',
    effectiveOn: '2025-01-20',
    memberId: 'm1',
    shares: 2,
  }
  expect(flags([bought], 50_005_000)).toEqual([])
  expect(flags([bought], 50_005_001)).toEqual(['above-borrowing-limit'])
})

test('what is paid back is at most what is owed, principal and interest each by itself', () => {
  const village = savingAfter([borrowed()])
  expect(flagsOf(village, repaid(2_000_000, 0))).toEqual([])
  expect(flagsOf(village, repaid(2_000_001, 0))).toEqual(['more-than-borrowed'])
  expect(flagsOf(village, repaid(0, 60_000))).toEqual([])
  expect(flagsOf(village, repaid(60_000, 60_000))).toEqual([])
  const said = (told: StoryCommand) => answerTo(village, told)
  expect(said(repaid(-1, 60_000))).toMatchObject({ outcome: 'invalid', at: '/principal' })
  expect(said(repaid(1000, -1))).toMatchObject({ outcome: 'invalid', at: '/interest' })
  expect(said({ ...repaid(1000, 0), place: 'pocket' } as never)).toMatchObject({ at: '/place' })
})

const dues = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    on: daysAfter('2025-02-01', n + 1),
    principal: 1000,
    interest: 0,
  }))

test.each([
  ['in six hundred parts', dues(600), 600_000, 'recorded'],
  ['in one more', dues(601), 601_000, 'list-too-long'],
  ['in none', [], 600_000, 'schedule-cannot-hold'],
  ['a day after it came', [{ ...dues(1)[0]!, on: '2025-02-02' }], 1000, 'recorded'],
  ['on the day it came', [{ ...dues(1)[0]!, on: '2025-02-01' }], 1000, 'schedule-cannot-hold'],
  [
    'twice on one day',
    dues(2).map((one) => ({ ...one, on: '2025-02-03' })),
    2000,
    'schedule-cannot-hold',
  ],
  ['on a day that is none', [{ ...dues(1)[0]!, on: '2025-02-30' }], 1000, 'date-impossible'],
  [
    'a part below zero',
    [
      { ...dues(1)[0]!, principal: -1000 },
      { ...dues(2)[1]!, principal: 2000 },
    ],
    1000,
    'amount-not-whole',
  ],
  ['half a riel of interest', [{ ...dues(1)[0]!, interest: 0.5 }], 1000, 'amount-not-whole'],
] as const)('money that is to be paid back %s: %#', (_, schedule, amount, said) => {
  expect(wordOf(savingAfter([]), borrowed({ schedule, amount }))).toBe(said)
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
  expect(booksOf(back)).toEqual(booksOf(savingStory([])))
  expect(wordOf(back.village, borrowed())).toBe('recorded')
})

test('of two that were paid back one is taken back, and the other stands, in the order of their days', () => {
  const two = [
    { ...repaid(500_000, 0), effectiveOn: '2025-09-01' } as StoryCommand,
    { ...repaid(300_000, 0), effectiveOn: '2025-08-01' } as StoryCommand,
  ]
  const kept = (told: readonly StoryCommand[]) =>
    savingAfter([borrowed(), ...told]).borrowings.get('ngo-1')!
  for (const order of [two, two.toReversed()])
    expect(kept(order).repayments.map(({ on }) => on)).toEqual(['2025-08-01', '2025-09-01'])
  const back = kept([...two, reversed(nthSaved(2), '2025-10-01')])
  expect(back.repayments.map(({ principal }) => principal)).toEqual([300_000])
  expect(owedOutside(back, '2025-12-31')).toBe(1_700_000)
})

const exchange = (
  more: Partial<Extract<StoryCommand, { type: 'RecordExchange' }>> = {},
): StoryCommand => ({
  type: 'RecordExchange',
  effectiveOn: '2025-02-01',
  from: { currency: 'KHR', amount: 405_000 },
  to: { currency: 'USD', amount: 10_000 },
  rate: { of: 'USD', in: 'KHR', value: '4050' },
  ...more,
})

test('an exchange is one entry with two sums, which comes to zero in each currency', () => {
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

test('less than the smallest note lies between a rate and its sums, whichever way it is told', () => {
  const riel = (amount: number) => exchange({ from: { currency: 'KHR', amount } })
  const marked = (told: StoryCommand) => flagsOf(savingAfter([]), told)
  expect([404_900, 404_901, 405_099, 405_100].map((sum) => marked(riel(sum)))).toEqual([
    ['rate-differs'],
    [],
    [],
    ['rate-differs'],
  ])
  // 1 KHR = 0.0002469 USD.
  const other = { of: 'KHR', in: 'USD', value: '0.0002469' } as const
  expect(marked(exchange({ rate: other }))).toEqual([])
  expect(marked(exchange({ rate: { ...other, value: '0.000247' } }))).toEqual(['rate-differs'])
  const baht = exchange({
    from: { currency: 'THB', amount: 100_00 },
    to: { currency: 'KHR', amount: 11_000 },
    rate: { of: 'THB', in: 'KHR', value: '110' },
  })
  expect(marked(baht)).toEqual(['more-than-held'])
})

test('all that the box holds may be given, and one riel more is flagged', () => {
  const all = (amount: number) =>
    exchange({ from: { currency: 'KHR', amount }, to: { currency: 'USD', amount: 24_691_36 } })
  expect(flagsOf(savingAfter([]), all(100_000_000))).not.toContain('more-than-held')
  expect(flagsOf(savingAfter([]), all(100_000_001))).toContain('more-than-held')
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
  const same = { of: 'USD' as const, in: 'USD' as const, value: '1' }
  expect(wordOf(village, exchange({ rate: same }))).toBe('rate-unreadable')
  for (const amount of [0, -1, 0.5]) {
    const sum = {
      from: { currency: 'KHR' as const, amount },
      to: { currency: 'USD' as const, amount },
    }
    expect(answerTo(village, exchange({ from: sum.from }))).toMatchObject({ at: '/from/amount' })
    expect(answerTo(village, exchange({ to: sum.to }))).toMatchObject({ at: '/to/amount' })
  }
  const none = { of: 'USD' as const, in: 'KHR' as const, value: '0' }
  expect(wordOf(village, exchange({ rate: none }))).toBe('rate-unreadable')
})

test('an exchange that is taken back was never made', () => {
  const back = savingStory([exchange(), reversed(nthSaved(1), '2025-03-01')])
  expect(booksOf(back)).toEqual(booksOf(savingStory([])))
})
