import fc from 'fast-check'
import { expect, test } from 'vitest'
import { near } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  booked,
  flagsOf,
  founded,
  storyOf,
  unbalanced,
  villageAfter,
} from '#test/support/village.ts'

const on = '2025-01-20'
const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 300_000, social: 50_000, reserve: 250_000 } }),
  admitted('m1'),
  admitted('m2'),
]
const shares = (memberId: string, count: number): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn: on,
  memberId,
  shares: count,
})
const withdrawal = (memberId: string, amount: number): StoryCommand => ({
  type: 'RecordWithdrawal',
  effectiveOn: on,
  memberId,
  amount,
})

test('three shares of 5,000 are 15,000 in the box and 15,000 that the fund owes the member', () => {
  const village = villageAfter([...begun, shares('m1', 3)])
  expect(booked(village, 'asset:cash-box')).toBe(315_000)
  expect(booked(village, 'liability:savings:m1')).toBe(-15_000)
  expect(booked(village, 'liability:savings:m2')).toBe(0)
})

test('more shares than a meeting allows are in the box already: recorded and flagged', () => {
  const village = villageAfter(begun)
  expect(flagsOf(answerTo(village, shares('m1', 5)))).toEqual([])
  expect(flagsOf(answerTo(village, shares('m1', 6)))).toEqual(['more-shares-than-a-meeting-allows'])
})

test('nobody buys ten thousand shares at once', () => {
  const word = (count: number) => answerTo(villageAfter(begun), shares('m1', count)).outcome
  expect([word(9_999), word(10_000)]).toEqual(['recorded', 'invalid'])
})

test('savings that were handed back beyond what was saved are recorded and flagged', () => {
  const village = villageAfter([...begun, shares('m1', 3)])
  expect(flagsOf(answerTo(village, withdrawal('m1', 15_000)))).toEqual([])
  expect(flagsOf(answerTo(village, withdrawal('m1', 15_100)))).toEqual(['more-than-saved'])
  expect(flagsOf(answerTo(village, withdrawal('m2', 100)))).toEqual(['more-than-saved'])
})

test('savings taken over stand against the takeover account, not against the box', () => {
  const village = villageAfter([
    founded({ opening: { cash: 300_000 } }),
    admitted('m1'),
    { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 300_000 },
  ])
  expect(booked(village, 'asset:cash-box')).toBe(300_000)
  expect(booked(village, 'liability:savings:m1')).toBe(-300_000)
  expect(booked(village, 'equity:takeover')).toBe(0)
})

test('contributions and fines go to the social fund, and nobody earns by them', () => {
  const village = villageAfter([
    ...begun,
    { type: 'RecordSocialContribution', effectiveOn: on, memberId: 'm1', amount: 1_000 },
    { type: 'RecordFine', effectiveOn: on, memberId: 'm2', amount: 1_000 },
  ])
  expect(booked(village, 'liability:social-fund')).toBe(-52_000)
  expect(booked(village, 'income:fines')).toBe(0)
  expect(booked(village, 'liability:savings:m1')).toBe(0)
})

test('a contribution or a fine of what the charter asks is paid; a riel more is marked', () => {
  const village = villageAfter(begun)
  for (const type of ['RecordSocialContribution', 'RecordFine'] as const) {
    const flags = (amount: number) =>
      flagsOf(answerTo(village, { type, effectiveOn: on, memberId: 'm1', amount }))
    expect([999, 1_000, 1_001].map(flags)).toEqual([[], [], ['more-than-the-charter-asks']])
  }
})

test('as few shares as a meeting asks are enough', () => {
  const charter = { sharesPerMeeting: { min: 2, max: 5 } }
  const village = villageAfter([founded({ charter }), admitted('m1')])
  const flags = (count: number) => flagsOf(answerTo(village, shares('m1', count)))
  expect([flags(1), flags(2), flags(3)]).toEqual([['fewer-shares-than-a-meeting-asks'], [], []])
})

test('help beyond what the social fund holds is recorded and flagged', () => {
  const village = villageAfter(begun)
  const support = (amount: number): StoryCommand => ({
    type: 'RecordSocialSupport',
    effectiveOn: on,
    amount,
  })
  expect(flagsOf(answerTo(village, support(50_000)))).toEqual([])
  expect(flagsOf(answerTo(village, support(50_100)))).toEqual(['more-than-social-fund-holds'])
  const after = villageAfter([...begun, support(50_100)])
  expect(booked(after, 'liability:social-fund')).toBe(100)
  expect(booked(after, 'asset:cash-box')).toBe(249_900)
})

test.each([0, -5_000, 0.5, Number.NaN, 2 ** 53])('%s is no sum that can be saved', (amount) => {
  const village = villageAfter(begun)
  const ofMember = [
    'TakeOverSavings',
    'RecordWithdrawal',
    'RecordSocialContribution',
    'RecordFine',
  ] as const
  for (const type of ofMember) {
    expect(answerTo(village, { type, effectiveOn: on, memberId: 'm1', amount })).toEqual({
      outcome: 'invalid',
      code: 'amount-not-whole',
      at: '/amount',
    })
  }
  expect(answerTo(village, shares('m1', amount)).outcome).toBe('invalid')
  const support: StoryCommand = { type: 'RecordSocialSupport', effectiveOn: on, amount }
  expect(answerTo(village, support).outcome).toBe('invalid')
})

test('nobody saves under a card that the fund does not know', () => {
  expect(answerTo(villageAfter(begun), shares('m9', 1))).toEqual({
    outcome: 'invalid',
    code: 'member-unknown',
    at: '/memberId',
  })
})

const riel = (max: number) => ({ min: 1, max })
const shareSums = [5_000, 10_000, 15_000]
const fact = fc.oneof(
  fc
    .record({ memberId: fc.constantFrom('m1', 'm2'), shares: near([1, 3], { min: 1, max: 9 }) })
    .map(({ memberId, shares: count }): StoryCommand => shares(memberId, count)),
  fc
    .record({ memberId: fc.constantFrom('m1', 'm2'), amount: near(shareSums, riel(90_000)) })
    .map(({ memberId, amount }): StoryCommand => withdrawal(memberId, amount)),
  fc
    .record({ memberId: fc.constantFrom('m1', 'm2'), amount: near([1_000], riel(5_000)) })
    .map(({ memberId, amount }): StoryCommand => ({
      type: 'RecordFine',
      effectiveOn: on,
      memberId,
      amount,
    })),
  near([25_000, 50_000], riel(90_000)).map((amount): StoryCommand => ({
    type: 'RecordSocialSupport',
    effectiveOn: on,
    amount,
  })),
)

/** Cash in, savings and social fund that a fact makes, read off the command alone. */
const movedBy = (told: StoryCommand): { readonly cash: number; readonly saved: number } => {
  if (told.type === 'BuyShares') return { cash: told.shares * 5_000, saved: told.shares * 5_000 }
  if (told.type === 'RecordWithdrawal') return { cash: -told.amount, saved: -told.amount }
  if (told.type === 'RecordFine') return { cash: told.amount, saved: 0 }
  return { cash: told.type === 'RecordSocialSupport' ? -told.amount : 0, saved: 0 }
}

/** Whether so much was there as is given out, of the facts before it alone. */
const isMoreThanThere = (told: StoryCommand, before: readonly StoryCommand[]): boolean => {
  const sum = (ofType: StoryCommand['type'], memberId?: string): number =>
    before.reduce((all, one) => {
      if (one.type !== ofType || (memberId && !('memberId' in one && one.memberId === memberId)))
        return all
      return all + ('shares' in one ? one.shares * 5_000 : 'amount' in one ? Number(one.amount) : 0)
    }, 0)
  if (told.type === 'RecordWithdrawal')
    return told.amount > sum('BuyShares', told.memberId) - sum('RecordWithdrawal', told.memberId)
  if (told.type === 'RecordSocialSupport')
    return told.amount > 50_000 + sum('RecordFine') - sum('RecordSocialSupport')
  return false
}

test('more than was saved, or than the social fund holds, is marked, and the last riel of it is not', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
      const { entries } = storyOf([...begun, ...facts])
      for (const [i, told] of facts.entries()) {
        if (told.type !== 'RecordWithdrawal' && told.type !== 'RecordSocialSupport') continue
        const { flags } = entries[begun.length + i]!.body
        expect(flags.length > 0).toBe(isMoreThanThere(told, facts.slice(0, i)))
      }
    }),
  )
})

test('every saving is recorded, and box, savings and social fund move by what was handed over', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 12 }), (facts) => {
      const { village, entries } = storyOf([...begun, ...facts])
      const moved = facts.map(movedBy)
      const cash = moved.reduce((sum, { cash: one }) => sum + one, 0)
      const saved = moved.reduce((sum, { saved: one }) => sum + one, 0)
      const savings =
        booked(village, 'liability:savings:m1') + booked(village, 'liability:savings:m2')
      expect(booked(village, 'asset:cash-box')).toBe(300_000 + cash)
      expect(0 - savings).toBe(saved)
      expect(0 - booked(village, 'liability:social-fund')).toBe(50_000 + cash - saved)
      expect(unbalanced(entries.flatMap(({ body }) => body.postings))).toEqual([])
    }),
  )
})
