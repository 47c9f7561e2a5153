import { expect, test } from 'vitest'
import { wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { reversed } from '#test/support/committee.ts'
import { booksOf } from '#test/support/taken-back.ts'
import { type StoryCommand, answerTo, bodyOf, booked, flagsOf } from '#test/support/village.ts'

const mark = 'ab'.repeat(32)
const moved = (
  direction: 'in' | 'out',
  amount: number,
  more: Partial<Extract<StoryCommand, { type: 'RecordPrivateSavings' }>> = {},
): StoryCommand => ({
  type: 'RecordPrivateSavings',
  effectiveOn: '2025-02-20',
  mark,
  direction,
  amount,
  ...more,
})
const begun = [moved('in', 10_000)]

test('what is saved in private is in the box and owed to nobody by name; what is taken out is neither', () => {
  const saved = savingAfter(begun)
  expect(booked(saved, 'asset:cash-box')).toBe(100_010_000)
  expect(booked(saved, 'liability:private-savings')).toBe(-10_000)
  const taken = savingAfter([...begun, moved('out', 4_000)])
  expect(booked(taken, 'asset:cash-box')).toBe(100_006_000)
  expect(booked(taken, 'liability:private-savings')).toBe(-6_000)
})

test('all that is saved in private may be taken out; a riel more than the pool is flagged, and what was not one’s own is not', () => {
  const village = savingAfter(begun)
  const flags = (told: StoryCommand) => flagsOf(answerTo(village, told))
  expect(flags(moved('out', 10_000))).toEqual([])
  expect(flags(moved('out', 10_001))).toEqual(['more-than-all-private'])
  expect(flags(moved('out', 100, { isMoreThanOwn: true }))).toEqual([])
  expect(flags(moved('in', 10_001))).toEqual([])
  expect(flags(moved('in', 100, { isMoreThanOwn: true }))).toEqual([])
})

test('the entry holds the mark, the way and the sum, and nothing else', () => {
  const body = bodyOf(answerTo(savingAfter(begun), moved('out', 100, { isMoreThanOwn: true })))
  expect(Object.keys(body).toSorted()).toEqual([
    'amount',
    'direction',
    'flags',
    'mark',
    'postings',
    'type',
    'v',
  ])
})

test('a mark is 64 digits, a way is in or out, and a sum is whole', () => {
  const village = savingAfter([])
  const bad = ['a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), `${'a'.repeat(63)}g`, '', 7, [mark]]
  for (const odd of bad)
    expect(wordOf(village, moved('in', 100, { mark: odd as string }))).toBe('mark-unreadable')
  expect(wordOf(village, moved('in', 100, { mark: '0123456789abcdef'.repeat(4) }))).toBe('recorded')
  expect(wordOf(village, moved('by' as never, 100))).toBe('word-unknown')
  expect(wordOf(village, moved('in', 0))).toBe('amount-not-whole')
})

test('private savings stand by their entry, above zero for what came in, and marked when taken back', () => {
  const story = [...begun, moved('out', 4_000)]
  const back = savingStory([...story, reversed(nthSaved(2), '2025-03-01')])
  const lines = [...back.village.privates.values()]
  expect(lines).toEqual([
    { entryId: nthSaved(1), mark, on: '2025-02-20', amount: 10_000 },
    { entryId: nthSaved(2), mark, on: '2025-02-20', amount: -4_000, isTakenBack: true },
  ])
  expect(booksOf(back)).toEqual(booksOf(savingStory(begun)))
})
