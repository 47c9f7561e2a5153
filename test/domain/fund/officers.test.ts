import { expect, test } from 'vitest'
import { rolesOfMember } from '#domain/access/roles.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import {
  appraised,
  byOfficers,
  committeeAfter,
  decided,
  flagsOf,
  officers,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { elected, holders } from '#test/support/elections.ts'
import { type StoryCommand, answerTo } from '#test/support/village.ts'

const ending = (more: object = {}): StoryCommand =>
  ({
    type: 'EndOffice',
    effectiveOn: '2025-03-20',
    memberId: 'o4',
    office: 'counter',
    why: 'resigned',
    approvedBy: 'o1',
    ...more,
  }) as StoryCommand

test('whoever gives an office up holds it no more, and has no rights by it', () => {
  const village = committeeAfter([ending()])
  const member = village.members.get('o4')!
  expect(isActingOn(member, '2025-03-19')).toBe(true)
  expect(isActingOn(member, '2025-03-20')).toBe(false)
  expect(rolesOfMember(member, '2025-03-20')).toEqual(['household-member'])
  expect(holders(village, 'counter', '2025-03-20')).toEqual(['o5'])
})

test('the meeting takes an office away by hands, with its quorum', () => {
  const removed = (votes: object) => ending({ why: 'removed', votes })
  const village = committeeAfter([])
  expect(wordOf(village, removed({ present: 9, yes: 7, no: 2 }))).toBe('recorded')
  expect(wordOf(village, removed({ present: 9, yes: 4, no: 4 }))).toBe('vote-lost')
  expect(wordOf(village, removed({ present: 6, yes: 6, no: 0 }))).toBe('quorum-missing')
  expect(wordOf(village, ending({ why: 'removed' }))).toBe('votes-missing')
  expect(wordOf(village, ending({ votes: { present: 9, yes: 7, no: 2 } }))).toBe('votes-missing')
})

test('another officer stands behind it, and what is not held does not end', () => {
  const village = committeeAfter([])
  expect(wordOf(village, ending({ approvedBy: 'o4' }))).toBe('approver-not-an-officer')
  expect(wordOf(village, ending({ approvedBy: 'm1' }))).toBe('approver-not-an-officer')
  expect(wordOf(village, ending({ memberId: 'm1' }))).toBe('office-not-held')
  expect(wordOf(village, ending({ why: 'tired' }))).toBe('reason-unknown')
  expect(wordOf(village, ending({ office: 'king' }))).toBe('office-unknown')
  expect(wordOf(village, ending({ approvedBy: 'x' }))).toBe('member-unknown')
})

test('two officers stay, so that an election can still be written down', () => {
  const three = ['record-keeper', 'box-keeper', 'counter'].map((office, i) =>
    ending({ memberId: `o${i + 2}`, office }),
  )
  const village = committeeAfter(three)
  const last = ending({ memberId: 'o5', office: 'counter' })
  expect(wordOf(village, last)).toBe('too-few-officers-left')
})

test('an appointment may replace somebody, and without an end it holds for ever', () => {
  const put: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-03-20',
    memberId: 'm1',
    office: 'chair',
    replaces: 'o1',
    until: '2025-12-31',
  }
  const village = committeeAfter([put])
  expect(holders(village, 'chair', '2025-03-20')).toEqual(['m1'])
  expect(holders(village, 'record-keeper', '2099-01-01')).toEqual(['o2'])
  expect(answerTo(village, { ...put, until: '2025-03-19' } as StoryCommand)).toMatchObject({
    at: '/until',
  })
  expect(answerTo(village, { ...put, replaces: 'm1' } as StoryCommand)).toMatchObject({
    at: '/replaces',
  })
  const elect = elected([{ office: 'chair', votes: { m2: 9 } }])
  const again = { ...put, effectiveOn: '2025-07-01', replaces: 'm2' } as StoryCommand
  expect(flagsOf(committeeAfter([elect]), again)).toContain('without-election')
})

const key = (memberId: string): StoryCommand => ({
  type: 'AppointOfficer',
  effectiveOn: '2025-02-01',
  memberId,
  office: 'key-holder',
})

test('a key is held by a member who is not on the committee, or it is marked', () => {
  const village = committeeAfter([key('m1')])
  expect(flagsOf(village, key('m2'))).toEqual([])
  expect(flagsOf(village, key('o2'))).toEqual(['key-holder-on-committee'])
  const onto = { ...key('m1'), office: 'counter' } as StoryCommand
  expect(flagsOf(village, onto)).toEqual(['key-holder-on-committee'])
})

test('a key-holder reads, and neither votes nor approves', () => {
  const member = committeeAfter([key('m1')]).members.get('m1')!
  expect(isActingOn(member, '2025-02-01')).toBe(false)
  expect(rolesOfMember(member, '2025-02-01')).toEqual(['household-member', 'key-holder'])
})

const askedFor = [requested({ principal: 300_000 }), appraised()]

test('the charter says how much officers may lend by themselves, and how many must vote', () => {
  const four = byOfficers(officers.slice(0, 4))
  const word = (rules: Charter['officers'], ballot = four) =>
    wordOf(committeeAfter(askedFor, { officers: rules! }), decided({ ballot }))
  expect(word({})).toBe('recorded')
  expect(word({ amountMax: 300_000 })).toBe('recorded')
  expect(word({ amountMax: 299_999 })).toBe('the-meeting-must-vote')
  expect(word({ votingMin: 5 })).toBe('too-few-votes')
  expect(word({ votingMin: 3 }, byOfficers(officers.slice(0, 3)))).toBe('recorded')
})

test.each([
  ['/termMonths', { termMonths: 0 }],
  ['/termMonths', { termMonths: 61 }],
  ['/graceDays', { graceDays: -1 }],
  ['/graceDays', { graceDays: 367 }],
  ['/seats', { seats: 2 }],
  ['/votingMin', { votingMin: 2 }],
  ['/amountMax', { amountMax: 0.5 }],
  // Neither can be more than the seats.
  ['', { womenMin: 6 }],
  ['', { votingMin: 6 }],
])('rules of officers that cannot hold are no charter: %s %o', (at, rules) => {
  const amend: StoryCommand = {
    type: 'AmendCharter',
    effectiveOn: '2025-02-01',
    charter: { ...committeeAfter([]).fund!.charters[0]!.charter, officers: rules },
    votes: { present: 10, yes: 10, no: 0 },
  }
  expect(answerTo(committeeAfter([]), amend)).toMatchObject({ at: `/charter/officers${at}` })
})
