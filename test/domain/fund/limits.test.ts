import { expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { lateFineMax, officersAmountMax } from '#domain/fund/charter/limits.ts'
import { cashStepOf } from '#domain/kernel/money.ts'
import {
  byOfficers,
  allOfUs,
  appraised,
  committeeAfter,
  decided,
  officers,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, booked, paidOut } from '#test/support/village.ts'

const dollars = {
  currency: 'USD',
  instalmentStep: 1,
  interestStep: 1,
  rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' },
  ceiling: { ...defaultCharter.ceiling, amountMax: 400_00 },
} as const

const votedOn = (principal: number, ballot = byOfficers(officers)): string =>
  wordOf(committeeAfter([requested({ principal }), appraised()], dollars), decided({ ballot }))

test('in a fund of dollars officers decide up to 250.00; above it the meeting does', () => {
  expect(votedOn(250_00)).toBe('recorded')
  expect(votedOn(250_01)).toBe('the-meeting-must-vote')
  expect(votedOn(250_01, allOfUs)).toBe('recorded')
})

test('a fine in a fund of dollars is at most a quarter a meeting and 5 % of the instalment', () => {
  const half = paidOut({ on: '2025-01-20', principal: 100_00, months: 10 })
  const fined = (on: string, amount: number): StoryCommand => ({
    type: 'RecordLateFine',
    effectiveOn: on,
    loanId: 'l1',
    amount,
  })
  const kept = (...fines: readonly StoryCommand[]) => {
    const before = committeeAfter([half], dollars)
    const village = committeeAfter([half, ...fines], dollars)
    return (['liability:social-fund', 'liability:savings:m1'] as const).map(
      (account) => booked(village, account) - booked(before, account),
    )
  }
  expect(kept(fined('2025-03-01', 10_00))).toEqual([-25, -9_75])
  // An instalment of 10.00 takes 0.50 in all.
  const days = ['2025-03-01', '2025-03-10', '2025-03-15']
  expect(kept(...days.map((day) => fined(day, 25)))).toEqual([-50, -25])
})

test('a charter may lower what officers decide alone, and never raise it', () => {
  const ruled = (amountMax: number) =>
    charterFault({ ...defaultCharter, officers: { amountMax } } as Charter)
  expect(ruled(500_000)).toBeUndefined()
  expect(ruled(1_000_000)).toBeUndefined()
  expect(ruled(1_000_001)).toBe('/officers')
})

test('every limit can be paid in cash of its currency', () => {
  for (const currency of ['KHR', 'USD', 'THB', 'VND', 'LAK', 'MMK'] as const)
    for (const limit of [officersAmountMax(currency), lateFineMax(currency)])
      expect(limit % cashStepOf(currency), currency).toBe(0)
})
