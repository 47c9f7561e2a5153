import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { committeeStory } from '#test/support/committee.ts'
import { elected, men } from '#test/support/elections.ts'
import { type StoryCommand, founded, fundBookOf, paidOut, storyOf } from '#test/support/village.ts'

const bookAfter = (told: readonly StoryCommand[], charter: Partial<Charter> = {}) =>
  fundBookOf(committeeStory(told, charter))

/** What the book says about people, households and offices on a day, as `day code about`. */
const found = (
  told: readonly StoryCommand[],
  asOf = '2025-12-31',
  charter: Partial<Charter> = {},
) =>
  findingsOf(bookAfter(told, charter), asOf)
    .filter(({ code }) => ours.includes(code))
    .map(({ on, code, subject }) => `${on} ${code} ${subject.number}`)

const ours: readonly string[] = [
  'lent-to-somebody-not-here',
  'left-owing',
  'officer-gone',
  'written-after-death',
  'second-loan-in-household',
  'too-few-women',
  'key-holder-on-committee',
  'put-in-without-election',
  'hand-over-incomplete',
  'hand-over-missing',
  'hand-over-box-differs',
  'officers-lapsed',
]

const lent = (loanId: string, memberId: string, on = '2025-02-20'): StoryCommand =>
  paidOut({ on, principal: 100_000, months: 10, loanId, memberId })
const home: StoryCommand = {
  type: 'RecordHousehold',
  effectiveOn: '2025-01-05',
  householdId: 'h1',
  change: 'formed',
  memberIds: ['m1', 'm2', 'o4'],
}

test('two of one household who owe the same sort of loan are a finding on the later one', () => {
  const both = [home, lent('l1', 'm1'), lent('l2', 'm2', '2025-03-20')]
  expect(found(both)).toEqual(['2025-03-20 second-loan-in-household L2'])
  expect(found([lent('l1', 'm1'), lent('l2', 'm2')])).toEqual([])
  const moved: StoryCommand = {
    type: 'RecordHousehold',
    effectiveOn: '2025-06-01',
    householdId: 'h2',
    change: 'split',
    leftId: 'h1',
    memberIds: ['m2'],
  }
  // Who lived together on the day of the loan did so, whoever moves out afterwards.
  expect(found([...both, moved])).toHaveLength(1)
  expect(found([...both, { ...moved, effectiveOn: '2025-03-01' }])).toEqual([])
})

test('whoever lives with an officer counts with the committee', () => {
  const told = [lent('l1', 'm1'), lent('l2', 'm3')]
  const exposure = (all: readonly StoryCommand[]) =>
    healthOf(bookAfter(all), '2025-03-01').committee_exposure
  expect(exposure(told)).toBe(0)
  expect(exposure([home, ...told])).toBe(100_000)
})

test('an officer who goes, a loan to somebody who is away and a line about the dead are findings', () => {
  const told: readonly StoryCommand[] = [
    { type: 'RecordDeath', effectiveOn: '2025-03-01', memberId: 'o5' },
    { type: 'RecordMemberChange', effectiveOn: '2025-03-02', memberId: 'o5', change: 'away' },
    { type: 'RecordMemberChange', effectiveOn: '2025-02-01', memberId: 'm1', change: 'away' },
    lent('l1', 'm1'),
    { type: 'RecordMemberChange', effectiveOn: '2025-03-03', memberId: 'm1', change: 'left' },
  ]
  expect(found(told)).toEqual([
    '2025-02-20 lent-to-somebody-not-here L1',
    '2025-03-01 officer-gone O5',
    '2025-03-02 written-after-death O5',
    '2025-03-03 left-owing M1',
  ])
})

test('an office that went to somebody else without a hand-over is a finding a month later', () => {
  const election = elected([{ office: 'chair', votes: { m1: 9 } }])
  expect(found([election], '2025-07-20')).toEqual([])
  expect(found([election], '2025-07-21')).toEqual(['2025-07-21 hand-over-missing O1'])
  const over: StoryCommand = {
    type: 'RecordHandOver',
    effectiveOn: '2025-06-20',
    office: 'chair',
    from: 'o1',
    to: 'm1',
    witnesses: ['m2'],
    count: { amount: 5, isByNote: false },
    balanceHash: 'ab'.repeat(32),
  }
  expect(found([election, over])).toEqual([
    '2025-06-20 hand-over-box-differs 99999901',
    '2025-06-20 hand-over-incomplete 99999901',
  ])
  const again = elected([{ office: 'chair', votes: { o1: 9 } }])
  expect(found([again])).toEqual([])
})

/** Who held the chair and gave it up on 20 June, and what was written of it since. */
const gaveUp = (handOvers: readonly object[], next: readonly object[]) => {
  const book = bookAfter([])
  const offices = (memberId: string) =>
    memberId === 'o1'
      ? [{ office: 'chair', from: '2025-01-01', endedOn: '2025-06-20' }]
      : memberId === 'm1'
        ? next
        : []
  const members = book.members.map((one) => ({ ...one, offices: offices(one.memberId) }))
  const fund = { ...book.fund, handOvers }
  const changed = { ...book, members, fund } as unknown as Parameters<typeof findingsOf>[0]
  return findingsOf(changed, '2025-12-31')
    .filter(({ code }) => code.startsWith('hand-over'))
    .map(({ on, code, subject }) => `${on} ${code} ${subject.number}`)
}

test('an office is followed by the same office from the very day, and handed over by who held it since then', () => {
  const next = [{ office: 'chair', from: '2025-06-20' }]
  const missing = ['2025-07-21 hand-over-missing O1']
  expect(gaveUp([], next)).toEqual(missing)
  expect(gaveUp([], [{ office: 'chair', from: '2025-06-21' }])).toEqual([])
  expect(gaveUp([], [{ office: 'counter', from: '2025-06-20' }])).toEqual([])
  expect(gaveUp([], [])).toEqual([])
  const over = { office: 'chair', from: 'o1', on: '2025-06-20' }
  expect(gaveUp([over], next)).toEqual([])
  expect(gaveUp([{ ...over, on: '2025-01-01' }], next)).toEqual([])
  expect(gaveUp([{ ...over, on: '2024-12-31' }], next)).toEqual(missing)
  expect(gaveUp([{ ...over, office: 'counter' }], next)).toEqual(missing)
  expect(gaveUp([{ ...over, from: 'o2' }], next)).toEqual(missing)
})

test('a box that was handed over as the books have it is no finding, and one without a count is none either', () => {
  const over = { office: 'box-keeper', from: 'o3', on: '2025-06-20' }
  expect(gaveUp([{ ...over, count: { amount: 5 }, booked: 5 }], [])).toEqual([])
  expect(gaveUp([{ ...over, booked: 5 }], [])).toEqual([])
  expect(gaveUp([{ ...over, count: { amount: 4 }, booked: 5 }], [])).toEqual([
    '2025-06-20 hand-over-box-differs 99999901',
  ])
})

test('officers whose term and grace ran out are a finding from that day on', () => {
  const charter: Partial<Charter> = { officers: { termMonths: 1, graceDays: 10 } }
  const election = elected([{ office: 'chair', votes: { o1: 9 } }])
  expect(found([election], '2025-07-29', charter)).toEqual([])
  expect(found([election], '2025-07-30', charter)).toEqual(['2025-07-30 officers-lapsed 99999901'])
  // A key that an officer holds beside the office runs out with nothing.
  const key: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-06-21',
    memberId: 'o1',
    office: 'key-holder',
  }
  expect(found([election, key], '2025-07-30', charter)).toContain(
    '2025-07-30 officers-lapsed 99999901',
  )
})

test('keys, seats and appointments that the rules do not want are findings', () => {
  const put = (office: 'key-holder' | 'counter', memberId: string): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: '2025-07-01',
    memberId,
    office,
  })
  const election = elected([{ office: 'counter', votes: { o4: 9 } }])
  const told = [...men('o2', 'o3', 'm1'), election, put('key-holder', 'o1'), put('counter', 'm1')]
  expect(found(told)).toEqual([
    '2025-07-01 key-holder-on-committee O1',
    '2025-07-01 put-in-without-election M1',
    '2025-07-01 too-few-women M1',
  ])
})

test('what the older book does not explain stays a finding until it is found', () => {
  const counted = { amount: 900, isByNote: true }
  const opening = { cash: 1000, reserve: 1000, counted }
  const book = fundBookOf(storyOf([founded({ opening })]))
  expect(findingsOf(book, '2025-01-31').map(({ code, found: sum }) => [code, sum])).toEqual([
    ['box-differs-from-books', null],
    ['not-explained', -100],
  ])
})
