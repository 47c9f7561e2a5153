import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedOnce } from '#test/support/counted-once.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  booked,
  flagsOf,
  founded,
  idOf,
  villageAfter,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
]
const counted = (
  type: 'OpenMeeting' | 'CloseMeeting',
  effectiveOn: string,
  amount: number,
  isByNote = true,
) => ({ type, effectiveOn, count: { amount, isByNote } })
const spent = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordExpense',
  effectiveOn,
  amount,
})
const saved = (effectiveOn: string, shares: number): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId: 'm1',
  shares,
})
const short = 'expense:cash-shortage'

test('a count that finds what the books say books nothing and flags nothing', () => {
  const village = villageAfter([...begun, saved('2025-01-20', 2)])
  const body = bodyOf(answerTo(village, counted('CloseMeeting', '2025-01-20', 1_010_000)))
  expect(body.postings).toEqual([])
  expect(body.flags).toEqual([])
})

test('a box that lacks 300 riel opens all the same, with the difference booked by name', () => {
  const opening = counted('OpenMeeting', '2025-01-20', 999_700)
  expect(flagsOf(answerTo(villageAfter(begun), opening))).toEqual(['box-differs-from-books'])
  const village = villageAfter([...begun, opening])
  expect(booked(village, 'asset:cash-box')).toBe(999_700)
  expect(booked(village, short)).toBe(300)
})

test('a box that holds too much is booked on the same account, the other way', () => {
  const village = villageAfter([...begun, counted('CloseMeeting', '2025-01-20', 1_000_500)])
  expect(booked(village, short)).toBe(-500)
})

test('a total that is only written in a past book moves nothing', () => {
  const written = counted('CloseMeeting', '2025-01-20', 999_700, false)
  expect(flagsOf(answerTo(villageAfter(begun), written))).toEqual([])
  const village = villageAfter([...begun, written])
  expect(booked(village, 'asset:cash-box')).toBe(1_000_000)
  expect(booked(village, short)).toBe(0)
})

test('what a day moved lies between its opening and its closing count', () => {
  const village = villageAfter([
    ...begun,
    counted('OpenMeeting', '2025-01-20', 1_000_000),
    saved('2025-01-20', 4),
    spent('2025-01-20', 3_000),
    counted('CloseMeeting', '2025-01-20', 1_017_000),
  ])
  expect(booked(village, short)).toBe(0)
})

test('a difference is booked once: the next count that finds the same box finds it explained', () => {
  const village = villageAfter([
    ...begun,
    counted('CloseMeeting', '2025-01-20', 999_700),
    saved('2025-02-20', 1),
  ])
  const opening = counted('OpenMeeting', '2025-02-20', 999_700)
  expect(flagsOf(answerTo(village, opening))).toEqual([])
  const closing = counted('CloseMeeting', '2025-02-20', 1_004_700)
  expect(flagsOf(answerTo(village, closing))).toEqual([])
})

test('cash that is written down late was in the box when it was counted, and explains the count', () => {
  const village = villageAfter([
    ...begun,
    counted('CloseMeeting', '2025-01-20', 1_010_000),
    saved('2025-01-20', 2),
  ])
  expect(booked(village, short)).toBe(0)
  expect(booked(village, 'asset:cash-box', '2025-01-20')).toBe(1_010_000)
  expect(booked(village, 'liability:savings:m1')).toBe(-10_000)
})

test('cash of a later day explains no earlier count', () => {
  const village = villageAfter([
    ...begun,
    counted('CloseMeeting', '2025-01-20', 1_010_000),
    saved('2025-01-21', 2),
  ])
  expect(booked(village, short)).toBe(-10_000)
  expect(booked(village, 'asset:cash-box')).toBe(1_020_000)
})

test('of two counts of one hour the one that is written down last stands, whatever ids they were given', () => {
  const one = { ...counted('CloseMeeting', '2025-01-20', 990_000), id: idOf(10) }
  const other = { ...counted('CloseMeeting', '2025-01-20', 999_900), id: idOf(11) }
  for (const [first, last] of [
    [one, other],
    [other, one],
  ] as const) {
    const village = villageAfter([...begun, first, last])
    const { closing, countedBefore } = village.meetings.get('2025-01-20')!
    expect(closing!.amount).toBe(last.count.amount)
    expect(booked(village, short)).toBe(1_000_000 - last.count.amount)
    expect(countedBefore).toMatchObject([{ at: 'closing', amount: first.count.amount }])
  }
})

test('a count between two counts takes its difference out of the later one', () => {
  const village = villageAfter([
    ...begun,
    counted('CloseMeeting', '2025-03-20', 999_000),
    counted('CloseMeeting', '2025-02-20', 999_400),
  ])
  expect(booked(village, short, '2025-02-20')).toBe(600)
  expect(booked(village, short, '2025-03-20')).toBe(1_000)
})

test('an opening count that is entered late takes its difference out of the later one as well', () => {
  const village = villageAfter([
    ...begun,
    counted('CloseMeeting', '2025-02-20', 1_000_000),
    counted('OpenMeeting', '2025-01-20', 999_700),
  ])
  expect(booked(village, short, '2025-01-20')).toBe(300)
  expect(booked(village, short, '2025-02-20')).toBe(0)
})

test.each([-1, 0.5, Number.NaN])('%s riel were never counted', (amount) => {
  expect(answerTo(villageAfter(begun), counted('OpenMeeting', '2025-01-20', amount))).toMatchObject(
    { outcome: 'invalid', at: '/count/amount' },
  )
})

const days = ['2025-01-20', '2025-02-20', '2025-03-20'] as const
const day = fc.constantFrom(...days)
const told = fc.oneof(
  fc.tuple(day, fc.integer({ min: 1, max: 5 })).map(([on, shares]) => saved(on, shares)),
  fc.tuple(day, fc.integer({ min: 1, max: 9_000 })).map(([on, amount]) => spent(on, amount)),
  fc
    .tuple(
      fc.constantFrom('OpenMeeting' as const, 'CloseMeeting' as const),
      day,
      fc.integer({ min: 970_000, max: 1_030_000 }),
      fc.boolean(),
    )
    .map(([type, on, amount, isByNote]) => counted(type, on, amount, isByNote)),
)
const year = fc
  .array(told, { minLength: 1, maxLength: 9 })
  .map(countedOnce)
  .map((facts) => facts.map((fact, i) => ({ ...fact, id: idOf(100 + i) })))
const yearTwice = year.chain((facts) =>
  fc.tuple(
    fc.constant(facts),
    fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
  ),
)

test('box and shortage are the same every day, whatever the order of counts and cash', () => {
  fc.assert(
    fc.property(yearTwice, ([facts, shuffled]) => {
      const [one, other] = [facts, shuffled].map((list) => villageAfter([...begun, ...list]))
      for (const on of days) {
        expect(booked(other!, 'asset:cash-box', on)).toBe(booked(one!, 'asset:cash-box', on))
        expect(booked(other!, short, on)).toBe(booked(one!, short, on))
      }
    }),
  )
})

test('on the evening of a closing count by note the books hold what was counted', () => {
  fc.assert(
    fc.property(year, (facts) => {
      const village = villageAfter([...begun, ...facts])
      for (const { heldOn, closing } of village.meetings.values()) {
        if (closing?.isByNote)
          expect(booked(village, 'asset:cash-box', heldOn)).toBe(closing.amount)
      }
    }),
  )
})

test('a fund that is founded at a meeting opens with the cash that it was founded with', () => {
  const opening = counted('OpenMeeting', '2025-01-01', 1_000_000)
  expect(flagsOf(answerTo(villageAfter(begun), opening))).toEqual([])
  const village = villageAfter([...begun, opening, saved('2025-01-01', 1)])
  const closing = counted('CloseMeeting', '2025-01-01', 1_005_000)
  expect(flagsOf(answerTo(village, closing))).toEqual([])
})

test('a sheet of a closed period that comes late explains the count of its own day', () => {
  const village = villageAfter([
    ...begun,
    counted('CloseMeeting', '2025-01-20', 1_010_000),
    { type: 'ClosePeriod', effectiveOn: '2025-01-31' },
    saved('2025-01-20', 2),
  ])
  expect(booked(village, 'asset:cash-box', '2025-01-31')).toBe(1_010_000)
  expect(booked(village, 'asset:cash-box', '2025-02-01')).toBe(1_010_000)
  expect(flagsOf(answerTo(village, counted('OpenMeeting', '2025-02-20', 1_010_000)))).toEqual([])
})

test('counts that are entered in any order explain cash that comes late by the first one after it', () => {
  const [first, second, third] = [
    counted('CloseMeeting', '2025-01-20', 1_010_000),
    counted('CloseMeeting', '2025-02-20', 1_010_000),
    counted('CloseMeeting', '2025-03-20', 1_010_000),
  ]
  for (const order of [
    [first, second, third],
    [third, second, first],
    [second, third, first],
  ]) {
    const village = villageAfter([...begun, ...(order as StoryCommand[]), saved('2025-01-10', 2)])
    expect(booked(village, 'asset:cash-box', '2025-01-19')).toBe(1_010_000)
    expect(booked(village, short, '2025-01-20')).toBe(0)
    expect(booked(village, 'asset:cash-box', '2025-03-20')).toBe(1_010_000)
  }
})

test('cash that explained one count is still in the box for a count that is entered before it', () => {
  const village = villageAfter([
    ...begun,
    counted('CloseMeeting', '2025-03-20', 1_010_000),
    saved('2025-01-20', 2),
  ])
  const between = counted('CloseMeeting', '2025-02-20', 1_010_000)
  expect(flagsOf(answerTo(village, between))).toEqual([])
})

test.each([0, -1, 0.5])('running costs of %s riel were never paid', (amount) => {
  expect(answerTo(villageAfter(begun), spent('2025-01-20', amount))).toEqual({
    outcome: 'invalid',
    code: 'amount-not-whole',
    at: '/amount',
  })
})
