import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountOfPlace, cashPlaces } from '#domain/fund/bank.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { near } from '#test/support/edge-draws.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  booked,
  flagsOf,
  founded,
  fundBookOf,
  storyOf,
  unbalanced,
  villageAfter,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  admitted('m2'),
]
const on = '2025-02-20'
const moved = (
  amount: number,
  more: Partial<Extract<StoryCommand, { type: 'RecordTransfer' }>> = {},
): StoryCommand => ({
  type: 'RecordTransfer',
  effectiveOn: on,
  amount,
  from: 'box',
  to: 'bank',
  names: ['m1', 'm2'],
  ...more,
})
const stated = (balance: number, effectiveOn = on): StoryCommand => ({
  type: 'RecordStatement',
  effectiveOn,
  place: 'bank',
  balance,
})
const codesOf = (told: readonly StoryCommand[], day = '2025-03-01') =>
  findingsOf(fundBookOf(storyOf(told)), day).map(({ code }) => code)

test('what is above the box limit goes to the bank in two names, and the cash is the same', () => {
  const village = villageAfter([...begun, moved(400_000)])
  expect(flagsOf(answerTo(villageAfter(begun), moved(400_000)))).toEqual([])
  expect(booked(village, 'asset:cash-box')).toBe(600_000)
  expect(booked(village, 'asset:bank')).toBe(400_000)
})

test('wherever money goes, what box, bank and wallet hold together stays', () => {
  const place = fc.constantFrom(...cashPlaces)
  const sum = near([3_000, 6_000], { min: 1, max: 9_000 })
  const move = fc.record({ from: place, to: place, amount: sum })
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      const real = moves.filter(({ from, to }) => from !== to)
      const story = storyOf([...begun, ...real.map(({ amount, ...way }) => moved(amount, way))])
      const held = cashPlaces.map((one) => booked(story.village, accountOfPlace(one)))
      expect(held.reduce((sum, amount) => sum + amount, 0)).toBe(1_000_000)
      for (const { body } of story.entries) expect(unbalanced(body.postings)).toEqual([])
      const inPlace = (one: string, until: number): number =>
        real.slice(0, until).reduce((all, { from, to, amount }) => {
          return all + (to === one ? amount : 0) - (from === one ? amount : 0)
        }, 0)
      const isTooMuch = real.map(
        ({ from, amount }, i) => from !== 'box' && amount > inPlace(from, i),
      )
      const marked = story.entries.slice(begun.length).map(({ body }) => body.flags.length > 0)
      expect(marked).toEqual(isTooMuch)
    }),
  )
})

test('a count after a trip to the bank finds the box as the book has it', () => {
  const closing: StoryCommand = {
    type: 'CloseMeeting',
    effectiveOn: on,
    count: { amount: 600_000, isByNote: true },
  }
  expect(flagsOf(answerTo(villageAfter([...begun, moved(400_000)]), closing))).toEqual([])
  const late = villageAfter([...begun, closing, moved(400_000)])
  expect(booked(late, 'expense:cash-shortage')).toBe(0)
  expect(booked(late, 'asset:cash-box')).toBe(600_000)
})

test.each<readonly [string, readonly string[]]>([
  ['one member alone', ['m1']],
  ['one member named twice', ['m2', 'm2']],
  ['nobody', []],
])('%s at the bank is recorded and flagged', (_, names) => {
  expect(flagsOf(answerTo(villageAfter(begun), moved(1000, { names })))).toEqual([
    'not-in-two-names',
  ])
  expect(codesOf([...begun, moved(1000, { names })])).toContain('moved-in-one-name')
})

test('more than the bank holds is recorded and flagged; an overdrawn box shows at the count', () => {
  const back = moved(500, { from: 'bank', to: 'box' })
  expect(flagsOf(answerTo(villageAfter(begun), back))).toEqual(['more-than-held'])
  expect(codesOf([...begun, back])).toContain('moved-more-than-held')
  expect(flagsOf(answerTo(villageAfter(begun), moved(2_000_000)))).toEqual([])
  const held = villageAfter([...begun, moved(400_000)])
  const taken = (amount: number) =>
    flagsOf(answerTo(held, moved(amount, { from: 'bank', to: 'box' })))
  expect([399_999, 400_000, 400_001].map(taken)).toEqual([[], [], ['more-than-held']])
})

test('the hash of a slip stands in the entry where there was a slip', () => {
  const slipHash = 'ab'.repeat(32)
  expect(bodyOf(answerTo(villageAfter(begun), moved(1000, { slipHash })))).toMatchObject({
    slipHash,
  })
  expect(bodyOf(answerTo(villageAfter(begun), moved(1000)))).not.toHaveProperty('slipHash')
})

test('a trip to the bank that never was is taken back like any other line', () => {
  const wrong = { ...moved(400_000), id: '00000000-0000-7000-8000-000000000777' } as StoryCommand
  const appointed: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-01',
    memberId: 'm2',
    office: 'chair',
  }
  const undone: StoryCommand = {
    type: 'ReverseEntry',
    effectiveOn: on,
    reverses: '00000000-0000-7000-8000-000000000777',
    reason: 'did-not-happen',
    approvedBy: 'm2',
  }
  const village = villageAfter([...begun, appointed, wrong, undone])
  expect(booked(village, 'asset:bank')).toBe(0)
  expect(booked(village, 'asset:cash-box')).toBe(1_000_000)
})

test('a statement of the bank is compared with the books of its day, and moves nothing', () => {
  const village = villageAfter([...begun, moved(400_000)])
  expect(flagsOf(answerTo(village, stated(400_000)))).toEqual([])
  expect(flagsOf(answerTo(village, stated(399_000)))).toEqual(['statement-differs'])
  expect(flagsOf(answerTo(village, stated(0, '2025-02-19')))).toEqual([])
  const told = [...begun, moved(400_000), stated(399_000)]
  const [finding] = findingsOf(fundBookOf(storyOf(told)), on).filter(
    ({ code }) => code === 'bank-statement-differs',
  )
  expect(finding).toMatchObject({ column: 'bank', expected: 400_000, found: 399_000, on })
})

test('a statement that differed when it came stays a finding, and one of a day that comes later stands for itself', () => {
  expect(codesOf([...begun, moved(400_000), stated(400_000)])).not.toContain(
    'bank-statement-differs',
  )
  expect(codesOf([...begun, stated(400_000), moved(400_000)])).toContain('bank-statement-differs')
  const two = [stated(1, '2025-02-20'), stated(2, '2025-02-19')]
  const kept = (told: readonly StoryCommand[]) =>
    villageAfter([...begun, ...told]).fund!.statements!.map(({ balance }) => balance)
  expect(kept(two)).toEqual([2, 1])
  expect(kept(two.toReversed())).toEqual([2, 1])
})

test.each<readonly [string, StoryCommand, string, string]>([
  ['nothing', moved(0), 'amount-not-whole', '/amount'],
  ['half a riel', moved(0.5), 'amount-not-whole', '/amount'],
  ['from nowhere', moved(1, { from: 'pocket' as never }), 'place-of-cash-unknown', '/from'],
  ['to nowhere', moved(1, { to: 'pocket' as never }), 'place-of-cash-unknown', '/to'],
  ['round and back', moved(1, { from: 'bank' }), 'moved-nowhere', '/to'],
  ['by a stranger', moved(1, { names: ['m1', 'm9'] }), 'member-unknown', '/names/1'],
  ['by a stranger first', moved(1, { names: ['m9', 'm1'] }), 'member-unknown', '/names/0'],
  ['with a photo', moved(1, { slipHash: 'slip.jpg' }), 'slip-not-a-hash', '/slipHash'],
  [
    'a statement of the box',
    { ...stated(1), place: 'box' } as never,
    'place-of-cash-unknown',
    '/place',
  ],
  ['a statement below zero', stated(-1), 'amount-not-whole', '/balance'],
])('money that goes %s is named', (_, told, code, at) => {
  expect(answerTo(villageAfter(begun), told)).toEqual({ outcome: 'invalid', code, at })
})
