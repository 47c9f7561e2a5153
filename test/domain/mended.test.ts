import fc from 'fast-check'
import { expect, test } from 'vitest'
import { charterFault } from '#domain/fund/charter.ts'
import { defaultCharter } from '#domain/fund/default-charter.ts'
import { healthOf } from '#domain/health/health.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { quoteOf } from '#domain/loans/quote.ts'
import { dues } from '#domain/loans/schedule.ts'
import {
  type Told,
  admitted,
  answerTo,
  booked,
  flagsOf,
  founded,
  fundBookOf,
  lending,
  loanIn,
  paid,
  paidOut,
  relieved,
  standingIn,
  storyOf,
  takenOver,
  villageAfter,
} from '#test/support/village.ts'

test('after its first default a loan is never asked for more than the principal then outstanding', () => {
  const parts = Array.from({ length: 9 }, (_, i) =>
    paid(`2025-${String(i + 2).padStart(2, '0')}-20`, [15_000 - i * 1_500, 100_000]),
  )
  const village = lending([
    paidOut({ on: '2025-01-20', principal: 1_000_000, months: 10 }),
    ...parts,
  ])
  // 1,500 fell due with the missed instalment; from that day on at most 100,000 more.
  expect(standingIn(village, '2025-11-20').interestDue).toBe(1_500)
  expect(standingIn(village, '2060-01-01').interestDue).toBe(101_500)
})

test('an ordinary 1.5 % a month loan from any date is within the cap', () => {
  const date = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([m, d]) => `2025-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 12 }), (paidOutOn, months) => {
      const asked = { principal: 1_000_000, months, product: 'normal', paidOutOn } as const
      expect(quoteOf(defaultCharter, asked, undefined).verdict.cost).toBe('within-cap')
    }),
  )
})

test('a first due date that was agreed is the first due date, and the others count from it', () => {
  const told = {
    ...paidOut({ on: '2025-02-25', principal: 300_000, months: 3 }),
    firstDueOn: '2025-03-05',
  } as Told
  expect(dues(loanIn(lending([told]))).map(({ on }) => on)).toEqual([
    '2025-03-05',
    '2025-04-05',
    '2025-05-05',
  ])
})

test('surplus and reserve agree where more was written off than was owed', () => {
  const story = storyOf([
    founded({ opening: { cash: 1_000_000, reserve: 1_084_000 } }),
    admitted('m1'),
    takenOver({ on: '2024-01-20', principal: 300_000, months: 10, owed: 84_000 }),
    { type: 'RecordWriteOff', effectiveOn: '2025-06-20', loanId: 'l1', amount: 100_000 },
  ])
  const health = healthOf(fundBookOf(story), '2025-12-31')
  expect(health.reserve - 1_084_000).toBe(health.surplus)
  expect(health.surplus).toBe(-84_000)
})

test('a fund founded at a meeting opens with the cash that it was founded with', () => {
  const village = villageAfter([founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } })])
  const opening: Told = {
    type: 'OpenMeeting',
    effectiveOn: '2025-01-01',
    count: { amount: 1_000_000, isByNote: true },
  }
  expect(flagsOf(answerTo(village, opening))).toEqual([])
  const after = villageAfter([
    founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
    opening,
  ])
  expect(booked(after, 'asset:cash-box')).toBe(1_000_000)
})

test('a charter whose ceiling or share limit cannot be is not a charter', () => {
  const { ceiling } = defaultCharter
  expect(charterFault({ ...defaultCharter, ceiling: { ...ceiling, amountMax: -1 } })).toBe(
    '/ceiling',
  )
})

test('half a share is no limit', () => {
  expect(charterFault({ ...defaultCharter, sharesPerMeeting: { min: 1, max: 5.5 } })).toBe(
    '/sharesPerMeeting',
  )
})

test('assets are liabilities and reserve on every past day, also before relief was declared', () => {
  const story = storyOf([
    founded({ opening: { cash: 5_000_000, reserve: 5_000_000 } }),
    admitted('m1'),
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    paid('2025-02-20', 57_500),
    relieved('2025-03-20', { from: '2025-02-01', to: '2025-03-31' }),
  ])
  const health = healthOf(fundBookOf(story), '2025-02-28')
  expect(health.total_assets).toBe(health.reserve)
})

test('a count that finds the right box is not flagged because an older sheet came late', () => {
  const village = villageAfter([
    founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
    admitted('m1'),
    {
      type: 'CloseMeeting',
      effectiveOn: '2025-01-20',
      count: { amount: 1_010_000, isByNote: true },
    },
    { type: 'ClosePeriod', effectiveOn: '2025-01-31' },
    { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm1', shares: 2 },
  ])
  expect(booked(village, 'asset:cash-box')).toBe(1_010_000)
  const opening: Told = {
    type: 'OpenMeeting',
    effectiveOn: '2025-02-20',
    count: { amount: 1_010_000, isByNote: true },
  }
  expect(flagsOf(answerTo(village, opening))).toEqual([])
})

test('a half goes up below nought as well', () => {
  expect(percentOf(-12_345, 100_000)).toBe(-12.34)
})

test('a grant that was paid is a fact, also a second part of it under the same number', () => {
  const grant: Told = {
    type: 'RecordGrantPayout',
    effectiveOn: '2025-03-20',
    windowId: 'migration',
    grantNumber: 'G1',
    amount: 100,
  }
  expect(answerTo(villageAfter([founded(), grant]), grant).outcome).toBe('recorded')
})

test('six months from the middle of a month are six months', () => {
  const relief = relieved('2025-03-15', { from: '2025-03-15', to: '2025-09-10' })
  const loan = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  expect(flagsOf(answerTo(lending([loan]), relief))).not.toContain('longer-than-rule')
})

test('two windows of one event are one relief, and nine months of it are too long', () => {
  const loan = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  const told = {
    ...relieved('2025-03-01', { from: '2025-03-01', to: '2025-07-31' }),
    touched: [
      { loanId: 'l1', from: '2025-03-01', to: '2025-07-31' },
      { loanId: 'l1', from: '2025-08-01', to: '2025-11-30' },
    ],
  } as Told
  expect(flagsOf(answerTo(lending([loan]), told))).toContain('longer-than-rule')
})

test('money from the hand of a member that nobody knows is invalid', () => {
  const loan = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  const told = { ...paid('2025-02-20', 57_500), paidBy: 'm9' } as Told
  expect(answerTo(lending([loan]), told).outcome).toBe('invalid')
})
