import fc from 'fast-check'
import { expect, test } from 'vitest'
import { householdOn, householdsOn, isSameHousehold } from '#domain/fund/people/households.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { beginningsOf, committeeAfter, flagsOf, reversed } from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  founded,
  fundBookOf,
  idOf,
  storyOf,
  villageAfter,
} from '#test/support/village.ts'
import { viewChanges } from '#src/app/views.ts'

type Change = 'formed' | 'split' | 'merged' | 'joined'

const household = (
  change: Change,
  on: string,
  more: { householdId: string; memberIds: readonly string[]; leftId?: string; id?: string },
): StoryCommand => ({ type: 'RecordHousehold', effectiveOn: on, change, ...more })

const ids = ['m1', 'm2', 'm3', 'm4', 'm5']
const begun: readonly StoryCommand[] = [founded(), ...ids.map((id) => admitted(id))]

const family = household('formed', '2025-02-01', {
  householdId: 'h1',
  memberIds: ['m1', 'm2', 'm3'],
  id: idOf(101),
})
const others = household('formed', '2025-02-01', {
  householdId: 'h2',
  memberIds: ['m4'],
  id: idOf(102),
})
const split = household('split', '2025-03-01', {
  householdId: 'h3',
  memberIds: ['m3'],
  leftId: 'h1',
  id: idOf(103),
})
const merger = household('merged', '2025-04-01', {
  householdId: 'h1',
  memberIds: ['m4'],
  leftId: 'h2',
  id: idOf(104),
})
const wedding = household('joined', '2025-05-01', {
  householdId: 'h3',
  memberIds: ['m5'],
  id: idOf(105),
})
const years = [family, others, split, merger, wedding]

const livingOn = (told: readonly StoryCommand[], day: string): Record<string, string[]> => {
  const members = [...villageAfter([...begun, ...told]).members.values()]
  const living = householdsOn(members, day)
  return Object.fromEntries(
    [...living].map(([id, of]) => [id, of.map(({ memberId }) => memberId).toSorted()]),
  )
}

test('households form, split and merge, and the book knows for each day who lived together', () => {
  expect(livingOn(years, '2025-01-31')).toEqual({})
  expect(livingOn(years, '2025-02-01')).toEqual({ h1: ['m1', 'm2', 'm3'], h2: ['m4'] })
  expect(livingOn(years, '2025-03-01')).toEqual({ h1: ['m1', 'm2'], h2: ['m4'], h3: ['m3'] })
  expect(livingOn(years, '2025-05-01')).toEqual({ h1: ['m1', 'm2', 'm4'], h3: ['m3', 'm5'] })
})

test('the same facts in any order give the same households on every day', () => {
  const days = ['2025-02-01', '2025-03-15', '2025-04-15', '2025-06-01']
  const expected = days.map((day) => livingOn(years, day))
  fc.assert(
    fc.property(fc.shuffledSubarray(years, { minLength: years.length }), (shuffled) => {
      expect(days.map((day) => livingOn(shuffled, day))).toEqual(expected)
    }),
  )
})

test('two of whom the book says nothing are not of one household', () => {
  const { members } = villageAfter([...begun, family])
  const [m1, m2, m4, m5] = ['m1', 'm2', 'm4', 'm5'].map((id) => members.get(id)!)
  expect(isSameHousehold(m1!, m2!, '2025-02-01')).toBe(true)
  expect(isSameHousehold(m1!, m4!, '2025-02-01')).toBe(false)
  expect(isSameHousehold(m4!, m5!, '2025-02-01')).toBe(false)
})

test('what does not fit what is known is written down and marked', () => {
  const village = villageAfter([...begun, family, others])
  const marked = (told: StoryCommand) => flagsOf(village, told)
  const again = { householdId: 'h1', memberIds: ['m5'] }
  expect(marked(household('formed', '2025-02-02', again))).toEqual(['household-already-there'])
  const nobody = { householdId: 'h9', memberIds: ['m5'] }
  expect(marked(household('joined', '2025-02-02', nobody))).toEqual(['household-not-there'])
  const strangers = { householdId: 'h9', memberIds: ['m3', 'm4'], leftId: 'h1' }
  expect(marked(household('split', '2025-02-02', strangers))).toEqual(['not-of-household'])
  expect(marked(split)).toEqual([])
  expect(marked(merger)).toEqual([])
})

test('one alone who writes that an officer has moved out is marked, and two are not', () => {
  const lived = household('formed', '2025-02-01', { householdId: 'h1', memberIds: ['m1', 'o2'] })
  const village = committeeAfter([lived])
  const out = (memberId: string) =>
    household('split', '2025-03-01', { householdId: 'h3', memberIds: [memberId], leftId: 'h1' })
  expect(flagsOf(village, out('o2'))).toEqual(['by-one-word'])
  // Whoever lives with an officer is of that household too.
  expect(flagsOf(village, out('m1'))).toEqual(['by-one-word'])
  expect(flagsOf(village, { ...out('o2'), confirmedBy: 'o3' } as StoryCommand)).toEqual([])
  const moved = fundBookOf(storyOf([...beginningsOf(), lived, out('o2')]))
  expect(findingsOf(moved, '2025-06-30').map(({ code }) => code)).toContain(
    'household-moved-by-one-word',
  )
})

test('the household that was left stands in the entry and with whoever left it, and else nothing does', () => {
  const village = villageAfter([...begun, family])
  expect(bodyOf(answerTo(village, split))).toMatchObject({ leftId: 'h1' })
  expect(bodyOf(answerTo(village, others))).not.toHaveProperty('leftId')
  const { members } = villageAfter([...begun, family, split])
  expect(members.get('m3')!.placements!.at(-1)).toMatchObject({ leftId: 'h1', householdId: 'h3' })
  expect(members.get('m1')!.placements!.at(-1)).not.toHaveProperty('leftId')
})

test('whoever joins a household that is there comes from none, and is not marked for it', () => {
  const village = villageAfter([...begun, family])
  const joins = (memberId: string, on: string) =>
    flagsOf(village, household('joined', on, { householdId: 'h1', memberIds: [memberId] }))
  expect(joins('m5', '2025-02-01')).toEqual([])
  expect(joins('m5', '2025-01-31')).toEqual(['household-not-there'])
  expect(joins('m1', '2025-02-02')).toEqual([])
})

test.each([
  ['/change', { change: 'sold' }],
  ['/memberIds', { memberIds: [] }],
  ['/memberIds', { memberIds: ['m1', 'm1'] }],
  ['/memberIds/1', { memberIds: ['m1', 'm9'] }],
  ['/memberIds/0', { memberIds: ['m9', 'm1'] }],
  ['/leftId', { change: 'split' }],
  ['/leftId', { leftId: 'h2' }],
  ['/leftId', { change: 'merged', leftId: 'h1' }],
])('a household that cannot be is invalid at %s', (at, fault) => {
  const told = { ...family, ...fault } as StoryCommand
  expect(answerTo(villageAfter(begun), told)).toMatchObject({ outcome: 'invalid', at })
})

test('a household that was mistyped is taken back, and whoever was in it is where they were before', () => {
  const told = household('formed', '2025-02-01', {
    householdId: 'h1',
    memberIds: ['m1', 'm2'],
    id: idOf(500),
  })
  const village = committeeAfter([told, reversed(idOf(500), '2025-02-02')])
  expect(householdOn(village.members.get('m1')!, '2025-03-01')).toBeUndefined()
  expect(householdOn(village.members.get('m2')!, '2025-03-01')).toBeUndefined()
})

test('a household stands in the rows of those who belong to it, by an opaque id alone', () => {
  const { village, entries } = storyOf([...begun, family])
  const { subjects } = viewChanges(village, entries.slice(-1))
  const members = subjects.filter(({ kind }) => kind === 'member')
  expect(members.map(({ key }) => key)).toEqual(['m1', 'm2', 'm3'])
})
