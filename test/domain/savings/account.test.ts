import fc from 'fast-check'
import { expect, test } from 'vitest'
import { near, nearDay } from '#test/support/edge-draws.ts'
import { nthSaved, savingStory } from '#test/support/saving-village.ts'
import { type SavingsLine, heldOn, withLoans } from '#domain/savings/account.ts'
import { reversed } from '#test/support/committee.ts'
import {
  type StoryCommand,
  answerTo,
  booked,
  flagsOf,
  villageAfter,
} from '#test/support/village.ts'
import { admitted, founded } from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 300_000, reserve: 300_000 } }),
  admitted('m1'),
]
const bought = (effectiveOn: string, shares: number): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId: 'm1',
  shares,
})
const saved = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn,
  memberId: 'm1',
  amount,
})
const out = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordWithdrawal',
  effectiveOn,
  memberId: 'm1',
  amount,
})
const held = (told: readonly StoryCommand[], day = '2025-12-31') =>
  heldOn(villageAfter([...begun, ...told]).savings.get('m1') ?? [], day)

test('twelve thousand saved beside two shares are free savings of the same member', () => {
  const village = villageAfter([...begun, bought('2025-01-20', 2), saved('2025-01-20', 12_300)])
  expect(booked(village, 'liability:savings:m1')).toBe(-22_300)
  expect(heldOn(village.savings.get('m1')!, '2025-01-20')).toEqual({
    saved: 22_300,
    shares: 2,
    inShares: 10_000,
    free: 12_300,
  })
})

test('a sum that is zero or no whole number is no deposit', () => {
  const village = villageAfter(begun)
  for (const amount of [0, -5, 0.5])
    expect(answerTo(village, saved('2025-01-20', amount))).toEqual({
      outcome: 'invalid',
      code: 'amount-not-whole',
      at: '/amount',
    })
})

test('what is given out is free savings first, then whole shares, the last bought first', () => {
  const told = [bought('2025-01-20', 4), saved('2025-02-20', 3_000)]
  expect(held([...told, out('2025-03-20', 3_000)])).toMatchObject({ shares: 4, free: 0 })
  expect(held([...told, out('2025-03-20', 10_000)])).toMatchObject({ shares: 2, free: 3_000 })
  expect(held([...told, out('2025-03-20', 23_000)])).toMatchObject({ shares: 0, free: 0 })
})

test('shares that were given back do not come back with money that is saved later', () => {
  const told = [bought('2025-01-20', 4), out('2025-03-20', 20_000), saved('2025-04-20', 20_000)]
  expect(held(told)).toEqual({ saved: 20_000, shares: 0, inShares: 0, free: 20_000 })
  expect(held(told, '2025-03-19')).toMatchObject({ shares: 4 })
})

test('savings of an older book are as many whole shares as they hold, and the rest is free', () => {
  const taken: StoryCommand = {
    type: 'TakeOverSavings',
    effectiveOn: '2025-01-01',
    memberId: 'm1',
    amount: 243_000,
  }
  expect(held([taken])).toEqual({ saved: 243_000, shares: 48, inShares: 240_000, free: 3_000 })
})

test('a purchase that is taken back was never there, and a withdrawal neither', () => {
  const told = [bought('2025-01-20', 4), out('2025-03-20', 20_000)]
  const at = (n: number) =>
    heldOn(
      savingStory([...told, reversed(nthSaved(n), '2025-05-01')]).village.savings.get('m1')!,
      '2025-12-31',
    )
  expect(at(2)).toEqual({ saved: 20_000, shares: 4, inShares: 20_000, free: 0 })
  expect(at(1)).toMatchObject({ saved: -20_000, shares: 0 })
})

test('a purchase entered late, after its period was closed, counts from its own day', () => {
  const told: readonly StoryCommand[] = [
    { type: 'ClosePeriod', effectiveOn: '2025-06-30' },
    bought('2025-02-20', 3),
  ]
  expect(held(told, '2025-03-01')).toMatchObject({ shares: 3 })
})

test('at the end of a cycle all shares are free savings', () => {
  const lines: SavingsLine[] = [
    {
      id: 'a',
      type: 'SharesBought',
      on: '2025-01-20',
      amount: 20_000,
      shares: 4,
      shareValue: 5000,
    },
    { id: 'b', type: 'SharesBought', on: '2025-12-20', amount: 5_000, shares: 1, shareValue: 5000 },
  ]
  expect(heldOn(lines, '2025-12-31', ['2025-11-30'])).toEqual({
    saved: 25_000,
    shares: 1,
    inShares: 5_000,
    free: 20_000,
  })
})

test('shares of one meeting are counted together, above and below what it asks', () => {
  const charter = { sharesPerMeeting: { min: 2, max: 5 } }
  const village = villageAfter([
    founded({ charter, opening: { cash: 300_000, reserve: 300_000 } }),
    admitted('m1'),
    bought('2025-01-20', 4),
  ])
  expect(flagsOf(answerTo(village, bought('2025-01-20', 1)))).toEqual([])
  expect(flagsOf(answerTo(village, bought('2025-01-20', 2)))).toEqual([
    'more-shares-than-a-meeting-allows',
  ])
  expect(flagsOf(answerTo(village, bought('2025-02-20', 1)))).toEqual([
    'fewer-shares-than-a-meeting-asks',
  ])
})

const line = fc.record({
  id: fc.uuid(),
  on: nearDay(['2025-02-05', '2025-02-28'], { from: '2025-02-01', to: '2025-02-28' }),
  moved: fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((shares) => ({ shares, shareValue: 5000 })),
    // A share or three of them, in and out.
    near([5_000, -5_000, -15_000], { min: -60_000, max: 60_000 }),
  ),
})
const lineOf = ({ id, on, moved }: { id: string; on: string; moved: number | object }) =>
  (typeof moved === 'number'
    ? { id, on, type: 'SavingsDeposited', amount: moved }
    : {
        id,
        on,
        type: 'SharesBought',
        amount: (moved as { shares: number }).shares * 5000,
        ...moved,
      }) as SavingsLine

test('what a member holds does not depend on the order of entry, and shares never exceed the savings', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.integer(), (told, turn) => {
      const lines = told.map(lineOf)
      const here = heldOn(lines, '2025-02-28')
      const turned = [
        ...lines.slice(turn % (lines.length + 1)),
        ...lines.slice(0, turn % (lines.length + 1)),
      ]
      expect(heldOn(turned, '2025-02-28')).toEqual(here)
      expect(heldOn(lines.toReversed(), '2025-02-28')).toEqual(here)
      expect(here.inShares).toBeLessThanOrEqual(Math.max(here.saved, 0))
      expect(here.shares * 5000).toBe(here.inShares)
      expect(here.free + here.inShares).toBe(here.saved)
    }),
  )
})

test('shares are given back only as far as the savings no longer hold them', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (told) => {
      const lines = told.map(lineOf)
      const days = [...new Set(lines.map(({ on }) => on))].toSorted()
      let before = 0
      for (const day of days) {
        const here = heldOn(lines, day)
        const bought = lines.reduce(
          (sum, { on, shares = 0 }) => (on === day ? sum + shares : sum),
          before,
        )
        expect(here.shares).toBeLessThanOrEqual(bought)
        if (here.shares < bought && here.saved >= 0) expect(here.free).toBeLessThan(5_000)
        before = here.shares
      }
    }),
  )
})

test('all that comes out of loans is a member’s, whatever else came out of them before', () => {
  const [first, second] = [
    { memberId: 'm1', on: '2025-02-20', amount: 300 },
    { memberId: 'm1', on: '2025-03-20', amount: -200 },
  ]
  const own = { id: 'd', type: 'SavingsDeposited', on: '2025-01-10', amount: 1_000 }
  const state = withLoans(new Map([['m1', [own]]]), [first!, second!])
  expect(state.get('m1')!.map(({ amount }) => amount)).toEqual([1_000, 300, -200])
})
