import { expect, test } from 'vitest'
import { committeeAfter, flagsOf } from '#test/support/committee.ts'
import { type StoryCommand, answerTo, bodyOf } from '#test/support/village.ts'

const hash = 'ab'.repeat(32)

const newKeeper: StoryCommand = {
  type: 'AppointOfficer',
  effectiveOn: '2025-06-20',
  memberId: 'm1',
  office: 'box-keeper',
  replaces: 'o3',
}

const handedOver = (more: object = {}): StoryCommand =>
  ({
    type: 'RecordHandOver',
    effectiveOn: '2025-06-20',
    office: 'box-keeper',
    from: 'o3',
    to: 'm1',
    witnesses: ['m2', 'm3'],
    count: { amount: 100_000_000, isByNote: false },
    balanceHash: hash,
    ...more,
  }) as StoryCommand

const village = committeeAfter([newKeeper])

test('a box that is handed over counted, with a signed balance and two witnesses, is written down whole', () => {
  const body = bodyOf(answerTo(village, handedOver()))
  expect(body).toMatchObject({ type: 'OfficeHandedOver', booked: 100_000_000, flags: [] })
  expect(committeeAfter([newKeeper, handedOver()]).fund!.handOvers).toMatchObject([
    { on: '2025-06-20', office: 'box-keeper', from: 'o3', to: 'm1', balanceHash: hash },
  ])
})

test('a box that goes from hand to hand twice was handed over twice', () => {
  const { fund } = committeeAfter([
    newKeeper,
    handedOver(),
    handedOver({ witnesses: ['m4', 'm5'] }),
  ])
  expect(fund!.handOvers).toHaveLength(2)
})

test('what is missing from a hand-over is marked, and so is a box that differs from the books', () => {
  expect(flagsOf(village, handedOver({ count: undefined }))).toEqual(['without-count'])
  expect(flagsOf(village, handedOver({ balanceHash: undefined }))).toEqual([
    'without-signed-balance',
  ])
  expect(flagsOf(village, handedOver({ witnesses: ['m2'] }))).toEqual(['without-two-witnesses'])
  const less = { amount: 99_999_900, isByNote: false }
  expect(flagsOf(village, handedOver({ count: less }))).toEqual(['box-differs-from-books'])
  expect(flagsOf(village, handedOver({ to: 'm4' }))).toEqual(['office-of-another'])
})

test('up to five neighbours watch it, and each of them is somebody', () => {
  const witnesses = ['m2', 'm3', 'm4', 'm5', 'o1']
  expect(flagsOf(village, handedOver({ witnesses }))).toEqual([])
  const six = [...witnesses, 'o2']
  expect(answerTo(village, handedOver({ witnesses: six }))).toMatchObject({ at: '/witnesses' })
  expect(answerTo(village, handedOver({ witnesses: ['m2', 'x'] }))).toMatchObject({
    at: '/witnesses',
  })
})

test('whoever holds another office, or holds it from tomorrow, has not this one', () => {
  expect(flagsOf(village, handedOver({ to: 'o4' }))).toEqual(['office-of-another'])
  expect(flagsOf(village, handedOver({ effectiveOn: '2025-06-19' }))).toEqual(['office-of-another'])
  expect(flagsOf(village, handedOver({ from: 'o5', to: 'o3' }))).toEqual(['office-of-another'])
})

test('one riel more or less than the books is a difference', () => {
  const counted = (amount: number) =>
    flagsOf(village, handedOver({ count: { amount, isByNote: false } }))
  expect([99_999_999, 100_000_000, 100_000_001].map(counted)).toEqual([
    ['box-differs-from-books'],
    [],
    ['box-differs-from-books'],
  ])
})

test('what was not there stands neither in the entry nor with the fund', () => {
  const told = handedOver({ count: undefined, balanceHash: undefined })
  for (const kept of [
    bodyOf(answerTo(village, told)),
    committeeAfter([newKeeper, told]).fund!.handOvers![0]!,
  ]) {
    expect(kept).not.toHaveProperty('count')
    expect(kept).not.toHaveProperty('balanceHash')
  }
  const whole = committeeAfter([newKeeper, handedOver()]).fund!.handOvers![0]!
  expect(whole).toMatchObject({ count: { amount: 100_000_000 }, booked: 100_000_000 })
})

test('a hand-over moves no money: the next count of the box books what is missing', () => {
  const less = handedOver({ count: { amount: 99_999_900, isByNote: false } })
  expect(bodyOf(answerTo(village, less)).postings).toEqual([])
})

test('a key goes over by itself: nothing is counted for it', () => {
  const key: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-06-20',
    memberId: 'm4',
    office: 'key-holder',
  }
  const told = { office: 'key-holder', to: 'm4', count: undefined, balanceHash: undefined }
  expect(flagsOf(committeeAfter([key]), handedOver(told))).toEqual([])
})

test('notes that were counted come to the sum', () => {
  const count = { amount: 300_000, isByNote: true, notes: [{ note: 100_000, pieces: 3 }] }
  expect(bodyOf(answerTo(village, handedOver({ count })))).toMatchObject({ count })
  const wrong = { ...count, amount: 200_000 }
  expect(answerTo(village, handedOver({ count: wrong }))).toMatchObject({ at: '/count/notes' })
})

test.each([
  ['/office', { office: 'king' }],
  ['/from', { from: 'x' }],
  ['/to', { to: 'x' }],
  ['/witnesses', { witnesses: ['o3', 'm2'] }],
  ['/witnesses', { witnesses: ['m2', 'm2'] }],
  ['/witnesses', { witnesses: ['x'] }],
  ['/witnesses', { to: 'o3' }],
  ['/balanceHash', { balanceHash: 'none' }],
  ['/count/amount', { count: { amount: -1, isByNote: false } }],
])('a hand-over that cannot have been is invalid at %s', (at, fault) => {
  expect(answerTo(village, handedOver(fault))).toMatchObject({ outcome: 'invalid', at })
})
