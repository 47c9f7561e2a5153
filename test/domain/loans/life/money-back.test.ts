import { expect, test } from 'vitest'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { approved, committeeAfter, flagsOf } from '#test/support/committee.ts'
import { booked, loanIn, paid, paidOut, standingIn } from '#test/support/village.ts'

/** The fund meets on the 20th; money paid out on the 5th may come back through the 20th. */
const out = paidOut({ on: '2025-02-05', principal: 500_000, months: 10 })
const lent = [...approved, out]

test('all of a loan may be handed back until three days later or the next meeting, whichever is later', () => {
  expect(loanIn(committeeAfter(lent)).moneyBackUntil).toBe('2025-02-20')
  const untilOf = (on: string) =>
    loanIn(committeeAfter([...approved, { ...out, effectiveOn: on }])).moneyBackUntil
  expect(untilOf('2025-02-19')).toBe('2025-02-22')
  expect(untilOf('2025-02-20')).toBe('2025-03-20')
  expect(untilOf('2025-02-17')).toBe('2025-02-20')
  expect(untilOf('2025-02-18')).toBe('2025-02-21')
})

test('money handed back on the last day costs nothing', () => {
  const village = committeeAfter([...lent, paid('2025-02-20', 500_000)])
  expect(standingIn(village, '2025-02-20')).toMatchObject({
    status: 'closed',
    owed: 0,
    interestPaid: 0,
    interestDue: 0,
  })
  expect(booked(village, 'income:interest')).toBe(0)
  expect(booked(village, 'asset:cash-box')).toBe(100_000_000)
})

test('money handed back a day late bears the interest of its days', () => {
  const village = committeeAfter([...lent, paid('2025-02-21', 500_000)])
  const { interestPaid, owed } = standingIn(village, '2025-02-21')
  expect(interestPaid).toBeGreaterThan(0)
  expect(owed).toBe(interestPaid)
})

test('a part that is handed back is a repayment like any other', () => {
  const village = committeeAfter([...lent, paid('2025-02-10', 300_000)])
  const other = committeeAfter([
    ...approved,
    { ...out, effectiveOn: '2025-02-05' },
    paid('2025-02-10', 200_000),
    paid('2025-02-10', 100_000),
  ])
  expect(standingIn(village, '2025-02-20')).toMatchObject({ owed: 200_000 })
  expect(standingIn(village, '2025-02-20').interestDue).toBeGreaterThan(0)
  expect(standingIn(other, '2025-02-20').interestDue).toBe(
    standingIn(village, '2025-02-20').interestDue,
  )
})

test('handing it all back in two sums within the days costs nothing either', () => {
  const village = committeeAfter([
    ...lent,
    paid('2025-02-10', 300_000),
    paid('2025-02-15', 200_000),
  ])
  expect(standingIn(village, '2025-02-15')).toMatchObject({ status: 'closed', interestPaid: 0 })
})

test('more than was lent is not interest in those days but waits for its owner', () => {
  const village = committeeAfter(lent)
  expect(flagsOf(village, paid('2025-02-10', 501_000))).toEqual(['overpaid'])
  const after = committeeAfter([...lent, paid('2025-02-10', 501_000)])
  expect(booked(after, 'liability:suspense:m1')).toBe(-1_000)
  expect(booked(after, 'income:interest')).toBe(0)
})

test('a loan paid out in parts is handed back by paying what went out', () => {
  const village = committeeAfter([
    ...approved,
    { ...out, amount: 200_000 } as typeof out,
    paid('2025-02-10', 200_000),
  ])
  expect(standingIn(village, '2025-02-10')).toMatchObject({ status: 'closed', interestPaid: 0 })
})

test('in those days a settlement is quoted without interest, and after them with it', () => {
  const quoteOn = (day: string) => earlyPaymentOf(loanIn(committeeAfter(lent)), day)!
  expect(quoteOn('2025-02-20')).toMatchObject({ principal: 500_000, interestNow: 0 })
  expect(quoteOn('2025-02-21').interestNow).toBeGreaterThan(0)
})

test('a riel less than all is no loan handed back: the month bears its days', () => {
  // 15 days of 500,000 to 20 February are 3,750; 10 days of it had gone on the 15th.
  const almost = committeeAfter([...lent, paid('2025-02-15', 499_999)])
  expect(standingIn(almost, '2025-02-20')).toMatchObject({ owed: 1, interestDue: 2_500 })
  const whole = committeeAfter([...lent, paid('2025-02-15', 500_000)])
  expect(standingIn(whole, '2025-02-20')).toMatchObject({ owed: 0, interestDue: 0 })
  const rest = committeeAfter([...lent, paid('2025-02-15', 499_999), paid('2025-02-20', 1)])
  expect(standingIn(rest, '2025-02-20')).toMatchObject({ status: 'closed', interestPaid: 0 })
})

test('money that nobody decided to lend has no days in which it costs nothing', () => {
  const village = committeeAfter([out, paid('2025-02-15', 500_000)])
  expect(loanIn(village).moneyBackUntil).toBeUndefined()
  expect(standingIn(village, '2025-02-15').interestPaid).toBe(2_500)
})
