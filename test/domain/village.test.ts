import { expect, test } from 'vitest'
import { amountMax } from '#domain/kernel/money.ts'
import { wordOf } from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  founded,
  paid,
  paidOut,
  villageAfter,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  paidOut({ on: '2025-01-20', principal: 100_000, months: 5 }),
]
const village = villageAfter(begun)

test('whoever pays for somebody else is known to the fund', () => {
  const by = (paidBy: string | undefined) =>
    ({ ...paid('2025-02-20', 20_000), paidBy }) as StoryCommand
  expect(wordOf(village, by(undefined))).toBe('recorded')
  expect(wordOf(village, by('m2'))).toBe('recorded')
  expect(answerTo(village, by('m9'))).toEqual({
    outcome: 'invalid',
    code: 'member-unknown',
    at: '/paidBy',
  })
})

test('a command about somebody unknown is named, and one of a kind that nobody knows too', () => {
  const fine: StoryCommand = {
    type: 'RecordFine',
    effectiveOn: '2025-02-20',
    memberId: 'm9',
    amount: 100,
  }
  expect(answerTo(village, fine)).toMatchObject({ code: 'member-unknown', at: '/memberId' })
  const sung = { type: 'SingASong', effectiveOn: '2025-02-20' } as unknown as StoryCommand
  expect(answerTo(village, sung)).toEqual({
    outcome: 'invalid',
    code: 'type-unknown',
    at: '/type',
  })
})

test('what happens on the first day of a fund happens in it, the day before does not', () => {
  const spent = (effectiveOn: string): StoryCommand => ({
    type: 'RecordExpense',
    effectiveOn,
    amount: 100,
  })
  expect(wordOf(village, spent('2024-12-31'))).toBe('before-the-fund-began')
  expect(wordOf(village, spent('2025-01-01'))).toBe('recorded')
})

test('no entry is written that makes the books hold more than they can count exactly', () => {
  const given = (amount: number): StoryCommand => ({
    type: 'RecordDonation',
    effectiveOn: '2025-02-20',
    amount,
  })
  // A donation stands on two accounts: 499 of the largest leave room for less than one more.
  const rich = villageAfter([...begun, ...Array.from({ length: 499 }, () => given(amountMax))])
  expect(wordOf(rich, given(Math.floor(amountMax / 2)))).toBe('recorded')
  expect(wordOf(rich, given(amountMax))).toBe('more-than-books-hold')
})

test('a close carries all that was earned through its day to the surplus of that day', () => {
  const closed: StoryCommand = { type: 'ClosePeriod', effectiveOn: '2025-02-28' }
  const spent: StoryCommand = { type: 'RecordExpense', effectiveOn: '2025-03-01', amount: 100 }
  const after = villageAfter([...begun, closed, spent])
  expect(booked(after, 'expense:running-costs', '2025-02-28')).toBe(0)
  expect(booked(after, 'expense:running-costs', '2025-03-01')).toBe(100)
  expect(after.fund!.closedThrough).toBe('2025-02-28')
})
