import { expect, test } from 'vitest'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import type { EventKind } from '#domain/relief/relief.ts'
import { byMeeting, byOfficers, wordOf } from '#test/support/committee.ts'
import { activated, alongTheRiver, declared, officers, storyWith } from '#test/support/flood.ts'
import { type StoryCommand, paidOut } from '#test/support/village.ts'

const hands = { present: 8, yes: 8, no: 0 }
const book: readonly StoryCommand[] = [
  ...alongTheRiver(3),
  paidOut({ on: '2025-01-20', principal: 300_000, months: 6, loanId: 'own', memberId: 'o2' }),
]
const home = (memberIds: readonly string[], more: object = {}): StoryCommand =>
  ({
    type: 'RecordHousehold',
    effectiveOn: '2025-01-05',
    householdId: 'h1',
    change: 'formed',
    memberIds,
    ...more,
  }) as StoryCommand

/** What is said to relief for these people, given on 6 March by this vote. */
const said = (
  memberIds: readonly string[],
  ballot: Ballot,
  { homes = [] as readonly StoryCommand[], kind = 'flood' as EventKind } = {},
): string => {
  const { village } = storyWith([...book, ...homes], declared({ memberIds, kind }))
  return wordOf(village, { ...activated(village), ballot } as StoryCommand)
}
const three = byOfficers(['o1', 'o2', 'o3'])
const others = byOfficers(['o1', 'o3', 'o4'])

test('whoever lives with the household that was hit has no part in the officers’ vote', () => {
  const homes = [home(['m0', 'o2'])]
  expect(said(['m0'], three, { kind: 'personal' })).toBe('recorded')
  expect(said(['m0'], three, { kind: 'personal', homes })).toBe('recused-votes')
  expect(said(['m0'], others, { kind: 'personal', homes })).toBe('recorded')
})

test('two people of one house are one household, whatever somebody wrote that had happened', () => {
  const homes = [home(['m0', 'o2'])]
  expect(said(['m0', 'o2'], three)).toBe('recorded')
  expect(said(['m0', 'o2'], three, { homes })).toBe('recused-votes')
  expect(said(['m0', 'o2'], others, { homes })).toBe('recorded')
  expect(said(['m0'], three, { homes })).toBe('recused-votes')
  // A third from next door makes it more than one house, and everybody's matter.
  expect(said(['m0', 'o2', 'm1'], three, { homes })).toBe('recorded')
  // What befell one household is its own, however many houses the list comes from.
  expect(said(['m0', 'o2'], three, { kind: 'personal' })).toBe('recused-votes')
})

test('it is the house of the day of the vote that counts', () => {
  const since = (effectiveOn: string) => [home(['m0', 'o2'], { effectiveOn })]
  expect(said(['m0'], three, { homes: since('2025-03-06') })).toBe('recused-votes')
  expect(said(['m0'], three, { homes: since('2025-03-07') })).toBe('recorded')
  const moved = (effectiveOn: string) => [
    home(['m0', 'o2', 'm1']),
    home(['o2'], { effectiveOn, householdId: 'h2', change: 'split', leftId: 'h1' }),
  ]
  expect(said(['m0'], three, { homes: moved('2025-03-06') })).toBe('recorded')
  expect(said(['m0'], three, { homes: moved('2025-03-07') })).toBe('recused-votes')
})

test('an event of places is everybody’s, also where a single household lives there', () => {
  const { village } = storyWith([...book, home(['m0', 'o2'])], declared({ places: ['17020101'] }))
  expect(wordOf(village, activated(village))).toBe('recorded')
})

const meeting = (confirmedBy: string, recused: readonly string[] = []) =>
  byMeeting(hands, { confirmedBy, recused })
const personal = { kind: 'personal', homes: [home(['m0', 'o1'])] } as const

test('what a meeting decided for a house is confirmed by an officer who is not of it', () => {
  expect(said(['m0'], meeting('o1'), personal)).toBe('confirmed-by-no-chair')
  expect(said(['m0'], meeting('o2'), personal)).toBe('recorded')
  // Where the chair is of another house, it is the chair who confirms.
  const chairs = { kind: 'personal', homes: [home(['m0', 'o2'])] } as const
  expect(said(['m0'], meeting('o1'), chairs)).toBe('recorded')
  expect(said(['m0'], meeting('o3'), chairs)).toBe('confirmed-by-no-chair')
})

test('where all officers have stepped out, one whose house it is not writes down what the meeting said', () => {
  expect(said(['m0'], meeting('o3', officers), personal)).toBe('recorded')
  expect(said(['m0'], meeting('o1', officers), personal)).toBe('confirmed-by-no-chair')
  // Where four have stepped out the fifth writes it down.
  const four = ['o1', 'o2', 'o3', 'o4']
  expect(said(['m0'], meeting('o5', four), personal)).toBe('recorded')
  expect(said(['m0'], meeting('o3', four), personal)).toBe('confirmed-by-no-chair')
})

test('where every officer is of the house, the chair writes down what the others decided', () => {
  const kin = { kind: 'personal', homes: [home(['m0', ...officers])] } as const
  expect(said(['m0'], byOfficers(['o1', 'o2', 'o3']), kin)).not.toBe('recorded')
  expect(said(['m0'], meeting('o1'), kin)).toBe('recorded')
  expect(said(['m0'], meeting('o3'), kin)).toBe('confirmed-by-no-chair')
  // A name that nobody bears stays a slip of the pen.
  expect(said(['m0'], meeting('o1', ['m9']), kin)).toBe('member-unknown')
  expect(said(['m0'], meeting('o1', [...officers, 'm9']), personal)).toBe('member-unknown')
})

test('an officer who is far away leaves it to those who are at home', () => {
  const homes = [
    home(['m0', ...officers.slice(0, 4)]),
    { type: 'RecordMemberChange', effectiveOn: '2025-03-06', memberId: 'o5', change: 'away' },
  ] as readonly StoryCommand[]
  const seven = (confirmedBy: string) => byMeeting({ present: 7, yes: 7, no: 0 }, { confirmedBy })
  expect(said(['m0'], seven('o5'), { kind: 'personal', homes })).toBe('confirmed-by-no-chair')
  expect(said(['m0'], seven('o1'), { kind: 'personal', homes })).toBe('recorded')
})

test('those who may not vote for a house may not ratify its relief either', () => {
  const told = [...book, home(['m0', 'o1'])]
  const of = { memberIds: ['m0'], kind: 'personal' } as const
  const { village } = storyWith(told, declared(of), (now) =>
    activated(now, { ballot: byOfficers(['o2', 'o3', 'o4'], [], { confirmedBy: 'o2' }) }),
  )
  const ratified = (ballot: Ballot): StoryCommand => ({
    type: 'RatifyRelief',
    effectiveOn: '2025-03-20',
    eventId: 'E1',
    ballot,
  })
  expect(wordOf(village, ratified(meeting('o1')))).toBe('confirmed-by-no-chair')
  expect(wordOf(village, ratified(meeting('o2')))).toBe('recorded')
  const counted = (present: number, yes: number) =>
    wordOf(village, ratified(byMeeting({ present, yes, no: 0 }, { confirmedBy: 'o2' })))
  // Eight members: 67 % are six.
  expect(counted(5, 5)).toBe('quorum-missing')
  expect(counted(6, 6)).toBe('recorded')
  expect(counted(8, 9)).toBe('more-votes-than-present')
})
