import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { Member } from '#domain/fund/people/members.ts'
import {
  householdsViewOf,
  memberCardOf,
  memberLines,
  officersViewOf,
  pastOf,
} from '#src/app/members/members-view.ts'
import { committeeStory } from '#test/support/committee.ts'
import { type StoryCommand, admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const whole = fundBookOf(committeeStory())
const member = (memberId: string, more: object = {}): Member =>
  ({
    memberId,
    card: memberId.toUpperCase(),
    sex: 'f',
    povertyLevel: undefined,
    zone: 'river',
    isFormer: false,
    admittedOn: '2025-01-01',
    offices: [],
    ...more,
  }) as Member
const bookOf = (...members: readonly Member[]): FundBook => ({ ...whole, members })
const change = (on: string, what: string) => [{ id: on, on, change: what }]
const office = (name: string, more: object = {}) => ({ office: name, from: '2025-01-01', ...more })

test('members and officers are listed by card, however they came', () => {
  const book = bookOf(
    ...['m3', 'm1', 'm4', 'm2'].map((id) => member(id, { offices: [office('counter')] })),
  )
  expect(memberLines(book, '2025-02-01').map(({ card }) => card)).toEqual(['M1', 'M2', 'M3', 'M4'])
  const { offices } = officersViewOf(book, '2025-02-01')
  const held = Object.fromEntries(offices.map((one) => [one.office, one.holders]))
  expect(held['counter']!.map(({ card }) => card)).toEqual(['M1', 'M2', 'M3', 'M4'])
  expect(held['chair']).toEqual([])
})

test('an officer is shown as away from the day on which she went, and women are counted among the seats', () => {
  const chair = member('m1', { offices: [office('chair')], life: change('2025-02-01', 'away') })
  const counter = member('m2', { sex: 'm', offices: [office('counter')] })
  const isAway = (day: string) =>
    officersViewOf(bookOf(chair, counter), day).offices.flatMap(({ holders }) =>
      holders.map((one) => one.isAway),
    )
  expect(isAway('2025-01-31')).toEqual([false, false])
  expect(isAway('2025-02-01')).toEqual([true, false])
  expect(officersViewOf(bookOf(chair, counter), '2025-02-01')).toMatchObject({
    women: 1,
    seated: 2,
    seats: 5,
    womenMin: 3,
    hasLapsed: false,
  })
})

test('one term that lapsed is enough to be told, and none that is held tells it', () => {
  const lapsed = member('m1', { offices: [office('chair', { until: '2025-01-31' })] })
  const held = member('m2', { offices: [office('counter')] })
  // The grace is sixty days: 1 April is its last, 2 April is after it.
  const hasLapsed = (day: string) => officersViewOf(bookOf(lapsed, held), day).hasLapsed
  expect(hasLapsed('2025-04-01')).toBe(false)
  expect(hasLapsed('2025-04-02')).toBe(true)
})

test('an office is told with the end of its term where it has one, and with the day on which it ended', () => {
  const past = (more: object) =>
    pastOf(member('m1', { offices: [office('chair', more)] }), '2026-01-01')
  expect(past({})).toStrictEqual([
    { on: '2025-01-01', what: 'admitted' },
    { on: '2025-01-01', what: 'office', office: 'chair' },
  ])
  expect(past({ until: '2025-12-31' })).toContainEqual({
    on: '2025-01-01',
    what: 'office',
    office: 'chair',
    until: '2025-12-31',
  })
  expect(past({ endedOn: '2025-06-01' })[0]).toEqual({
    on: '2025-06-01',
    what: 'ended',
    office: 'chair',
  })
})

test('who lives together is told in the order of cards, and whoever has left lives in no household of the fund', () => {
  const formed = (householdId: string, ...memberIds: string[]): StoryCommand => ({
    type: 'RecordHousehold',
    effectiveOn: '2025-02-01',
    change: 'formed',
    householdId,
    memberIds,
  })
  const book = fundBookOf(
    storyOf([
      founded(),
      ...['m9', 'm3', 'm8', 'm2', 'm7', 'm5', 'm1', 'm4'].map((memberId) => admitted(memberId)),
      formed('h1', 'm9', 'm3'),
      formed('h2', 'm8', 'm2', 'm7'),
      {
        type: 'RecordMemberChange',
        effectiveOn: '2025-03-01',
        memberId: 'm8',
        change: 'left',
      },
      {
        type: 'RecordMemberChange',
        effectiveOn: '2025-03-01',
        memberId: 'm5',
        change: 'left',
      },
    ]),
  )
  const cards = (day: string) => {
    const { households, unplaced } = householdsViewOf(book, day)
    return [
      households.map((ones) => ones.map(({ card }) => card).join(' ')),
      unplaced.map(({ card }) => card).join(' '),
    ]
  }
  expect(cards('2025-02-28')).toEqual([['M2 M7 M8', 'M3 M9'], 'M1 M4 M5'])
  expect(cards('2025-03-01')).toEqual([['M2 M7', 'M3 M9'], 'M1 M4'])
  expect(cards('2025-01-31')).toEqual([[], 'M1 M2 M3 M4 M5 M7 M8 M9'])
  expect(memberCardOf(book, 'm7', '2025-02-28')!.livesWith).toEqual(['M2', 'M8'])
  // Nobody lives with somebody of whom the book does not say it.
  expect(memberCardOf(book, 'm1', '2025-02-28')!.livesWith).toEqual([])
})
