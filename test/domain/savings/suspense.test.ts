import { expect, test } from 'vitest'
import { heldOn } from '#domain/savings/account.ts'
import { wordOf } from '#test/support/committee.ts'
import { savingAfter } from '#test/support/saving-village.ts'
import {
  type StoryCommand,
  answerTo,
  booked,
  flagsOf,
  paid,
  paidOut,
} from '#test/support/village.ts'

/** 500,000 and a month's 7,500 are owed in February: 92,500 of 600,000 wait for m1's word. */
const waits = [
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
  paid('2025-02-20', 600_000),
]
const released = (
  amount: number,
  to: 'savings' | 'cash',
  more: Partial<Extract<StoryCommand, { type: 'ReleaseSuspense' }>> = {},
): StoryCommand => ({
  type: 'ReleaseSuspense',
  effectiveOn: '2025-03-20',
  memberId: 'm1',
  amount,
  to,
  ...more,
})

test('money that waits is saved up to what waits, and not a riel more', () => {
  const village = savingAfter(waits)
  expect(booked(village, 'liability:suspense:m1')).toBe(-92_500)
  expect(wordOf(village, released(92_500, 'savings'))).toBe('recorded')
  expect(wordOf(village, released(92_501, 'savings'))).toBe('more-than-waits')
  expect(wordOf(village, released(92_500, 'savings', { effectiveOn: '2025-02-19' }))).toBe(
    'more-than-waits',
  )
  expect(wordOf(village, released(92_500, 'savings', { effectiveOn: '2025-02-20' }))).toBe(
    'recorded',
  )
})

test('money that was handed back beyond what waits has left the box: recorded and flagged', () => {
  const village = savingAfter(waits)
  expect(flagsOf(answerTo(village, released(92_500, 'cash')))).toEqual([])
  expect(flagsOf(answerTo(village, released(92_501, 'cash')))).toEqual(['more-than-waited'])
})

test('what was saved of it is free savings of its owner, and what was handed back left the box', () => {
  const saved = savingAfter([...waits, released(90_000, 'savings')])
  expect(booked(saved, 'liability:suspense:m1')).toBe(-2_500)
  expect(booked(saved, 'liability:savings:m1')).toBe(-90_000)
  expect(heldOn(saved.savings.get('m1')!, '2025-03-20')).toMatchObject({ free: 90_000, shares: 0 })
  expect(heldOn(saved.savings.get('m1')!, '2025-03-19')).toMatchObject({ free: 0 })
  const handed = savingAfter([...waits, released(90_000, 'cash')])
  expect(booked(handed, 'liability:suspense:m1')).toBe(-2_500)
  expect(booked(handed, 'asset:cash-box')).toBe(100_000_000 - 500_000 + 600_000 - 90_000)
  expect(handed.savings.get('m1')).toBe(undefined)
})

test('it goes to savings or into the hand, in whole sums', () => {
  const village = savingAfter(waits)
  expect(wordOf(village, released(100, 'box' as never))).toBe('word-unknown')
  expect(wordOf(village, released(0, 'cash'))).toBe('amount-not-whole')
})
