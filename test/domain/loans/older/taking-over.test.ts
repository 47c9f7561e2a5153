import { expect, test } from 'vitest'
import { books } from '#domain/loans/books.ts'
import { committeeAfter, flagsOf, wordOf } from '#test/support/committee.ts'
import {
  type StoryCommand,
  answerTo,
  booked,
  loanIn,
  standingIn,
  takenOver,
} from '#test/support/village.ts'

const asked = { on: '2024-07-20', principal: 2_000_000, months: 10, owed: 500_000 }
const taken = (more: object = {}): StoryCommand =>
  ({ ...takenOver(asked), ...more }) as StoryCommand
const village = committeeAfter([])

test('a loan may be taken over on the day on which it was lent, and not before', () => {
  const lentOn = (paidOutOn: string) => wordOf(village, taken({ paidOutOn }))
  expect(['2024-12-31', '2025-01-01', '2025-01-02', '2024-02-30'].map(lentOn)).toEqual([
    'recorded',
    'recorded',
    'payout-after-takeover',
    'date-impossible',
  ])
})

test('what is still owed is nothing or a sum, and marked above what was lent', () => {
  const word = (owed: number) => wordOf(village, taken({ owed }))
  expect([-1, 0, 0.5].map(word)).toEqual(['loan-cannot-hold', 'recorded', 'loan-cannot-hold'])
  expect(flagsOf(village, taken({ owed: 2_000_000 }))).toEqual([])
  expect(flagsOf(village, taken({ owed: 2_000_001 }))).toEqual(['owed-above-principal'])
  expect(standingIn(committeeAfter([taken({ owed: 0 })]), '2025-01-01')).toMatchObject({
    status: 'closed',
    owed: 0,
  })
})

test('a loan that is taken over has an id and a number of its own', () => {
  const after = committeeAfter([taken()])
  expect(answerTo(after, taken())).toMatchObject({ code: 'loan-already-there', at: '/loanId' })
  expect(answerTo(after, taken({ loanId: 'l2' }))).toMatchObject({ code: 'loan-number-taken' })
  expect(wordOf(after, taken({ loanId: 'l2', number: 'L2' }))).toBe('recorded')
})

test('a book that tells its price, or its papers, is held against the ceiling; one that tells neither is not', () => {
  expect(flagsOf(village, taken())).toEqual([])
  expect(flagsOf(village, taken({ asWritten: {} }))).toEqual(['above-ceiling'])
  expect(flagsOf(village, taken({ securities: ['none'] }))).toEqual(['above-ceiling'])
  expect(flagsOf(village, taken({ securities: ['none'], principal: 1_500_000 }))).toEqual([])
  expect(flagsOf(village, taken({ securities: ['none'], principal: 1_500_001 }))).toEqual([
    'above-ceiling',
  ])
})

test('its instalments go on at the next meeting, the day itself with it, or on the day that is told', () => {
  const first = (effectiveOn: string, more: object = {}) =>
    loanIn(committeeAfter([taken({ effectiveOn, ...more })])).terms.firstDueOn
  expect(['2025-02-19', '2025-02-20', '2025-02-21'].map((on) => first(on))).toEqual([
    '2025-02-20',
    '2025-02-20',
    '2025-03-20',
  ])
  expect(first('2025-02-19', { firstDueOn: '2025-04-05' })).toBe('2025-04-05')
})

test('what is taken over comes from the older book and out of no box', () => {
  const after = committeeAfter([taken()])
  expect(booked(after, 'equity:takeover') - booked(village, 'equity:takeover')).toBe(-500_000)
  expect(booked(after, 'asset:cash-box')).toBe(booked(village, 'asset:cash-box'))
  const loan = loanIn(after)
  expect(books(loan).length).toBe(2)
  expect(books({ ...loan, isVoid: true })).toEqual([])
})

test('a loan to begin a trade is taken over without interest, whatever its book asks', () => {
  const asWritten = { method: 'declining', rateMonthlyPercent: '3' }
  const rate = (product: string) =>
    loanIn(committeeAfter([taken({ product, asWritten })])).terms.rateMonthlyPercent
  expect([rate('enterprise'), rate('normal')]).toEqual(['0', '1.5'])
})
