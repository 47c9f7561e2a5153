import { expect, test } from 'vitest'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import {
  allOfUs,
  appraised,
  byMeeting,
  byOfficers,
  committeeAfter,
  decided,
  officers,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, admitted, takenOver } from '#test/support/village.ts'

type Asker = { readonly memberId?: string; readonly principal?: number }

/** A neighbour's loan of the older book: of all that is lent an officer may be voted a part. */
const lent = takenOver({
  on: '2024-12-01',
  loanId: 'old',
  memberId: 'm5',
  principal: 9_000_000,
  months: 12,
  owed: 9_000_000,
})

const waiting = (asker: Asker = {}, more: readonly StoryCommand[] = []) =>
  committeeAfter([
    lent,
    ...more,
    requested(asker),
    appraised({ appraisedBy: asker.memberId === 'o2' ? 'o3' : 'o2' }),
  ])

const voted = (ballot: Ballot, asker: Asker = {}, more: readonly StoryCommand[] = []): string => {
  const village = waiting(asker, more)
  const word = wordOf(village, decided({ ballot }))
  if (word !== 'recorded') return word
  const told = [
    lent,
    ...more,
    requested(asker),
    appraised({ appraisedBy: 'o3' }),
    decided({ ballot }),
  ]
  return committeeAfter(told).requests.get('l1')!.decision!.outcome
}

test('five officers decide a loan of a household, the majority of them', () => {
  expect(voted(byOfficers(officers))).toBe('approved')
  expect(voted(byOfficers(['o1', 'o2', 'o3', 'o4'], ['o5']))).toBe('approved')
  expect(voted(byOfficers(['o1'], ['o2', 'o3', 'o4', 'o5']))).toBe('refused')
})

test('a tie is no', () => {
  expect(voted(byOfficers(['o1', 'o2'], ['o3', 'o4']))).toBe('refused')
  expect(voted(byMeeting({ present: 9, yes: 4, no: 4 }))).toBe('refused')
})

test('nobody saying yes is no', () => {
  expect(voted(byMeeting({ present: 9, yes: 0, no: 0 }))).toBe('refused')
})

test('fewer than four votes of officers decide nothing', () => {
  expect(voted(byOfficers(['o1', 'o2', 'o3']))).toBe('too-few-votes')
  expect(voted(byOfficers([]))).toBe('too-few-votes')
})

test('one officer may step out for kin; when two must, the meeting votes', () => {
  expect(voted(byOfficers(['o1', 'o2', 'o3', 'o4'], [], { recused: ['o5'] }))).toBe('approved')
  const kin = byOfficers(['o1', 'o2', 'o3'], [], { recused: ['o4', 'o5'] })
  expect(voted(kin)).toBe('the-meeting-must-vote')
  expect(voted(byMeeting({ present: 9, yes: 6, no: 1 }, { recused: ['o4', 'o5'] }))).toBe(
    'approved',
  )
})

test('who stepped out does not vote', () => {
  expect(voted(byOfficers(officers, [], { recused: ['o5'] }))).toBe('recused-votes')
})

test('officers decide up to a million riel; above it the meeting does', () => {
  expect(voted(byOfficers(officers), { principal: 1_000_000 })).toBe('approved')
  expect(voted(byOfficers(officers), { principal: 1_000_001 })).toBe('the-meeting-must-vote')
  expect(voted(allOfUs, { principal: 1_000_001 })).toBe('approved')
})

test("an officer's own loan goes before the meeting", () => {
  const others = byOfficers(['o1', 'o2', 'o3', 'o4'], [], { recused: ['o5'] })
  expect(voted(others, { memberId: 'o5' })).toBe('the-meeting-must-vote')
  expect(voted(allOfUs, { memberId: 'o5' })).toBe('approved')
})

test("the chair confirms what was counted; of the chair's own loan another officer does", () => {
  expect(voted(byMeeting({ present: 9, yes: 8, no: 0 }, { confirmedBy: 'o3' }))).toBe(
    'confirmed-by-no-chair',
  )
  expect(voted(allOfUs, { memberId: 'o1' })).toBe('confirmed-by-no-chair')
  const byKeeper = byMeeting({ present: 9, yes: 8, no: 0 }, { confirmedBy: 'o3' })
  expect(voted(byKeeper, { memberId: 'o1' })).toBe('approved')
  const byHousehold = byMeeting({ present: 9, yes: 8, no: 0 }, { confirmedBy: 'm3' })
  expect(voted(byHousehold, { memberId: 'o1' })).toBe('confirmed-by-no-chair')
})

test('a chair who stepped out for kin does not confirm it either', () => {
  const four = ['o2', 'o3', 'o4', 'o5']
  expect(voted(byOfficers(four, [], { recused: ['o1'] }))).toBe('confirmed-by-no-chair')
  expect(voted(byOfficers(four, [], { recused: ['o1'], confirmedBy: 'o2' }))).toBe('approved')
})

test('where all officers stepped out the chair writes down what the meeting decided, never the borrower', () => {
  const hands = { present: 9, yes: 8, no: 0 }
  const all = (confirmedBy: string) => byMeeting(hands, { recused: officers, confirmedBy })
  expect(voted(all('o1'))).toBe('approved')
  expect(voted(all('o3'))).toBe('confirmed-by-no-chair')
  expect(voted(all('m3'))).toBe('confirmed-by-no-chair')
  expect(voted(all('o3'), { memberId: 'o1' })).toBe('approved')
  expect(voted(all('o1'), { memberId: 'o1' })).toBe('confirmed-by-no-chair')
  // One who did not step out is left: none of the others writes it down.
  const butOne = (confirmedBy: string) =>
    byMeeting(hands, { recused: ['o1', 'o2', 'o3', 'o4'], confirmedBy })
  expect(voted(butOne('o5'))).toBe('approved')
  expect(voted(butOne('o1'))).toBe('confirmed-by-no-chair')
  expect(voted(byOfficers([], [], { recused: officers }))).toBe('confirmed-by-no-chair')
})

test('nobody votes twice, also once yes and once no', () => {
  expect(voted(byOfficers(['o1', 'o2', 'o3', 'o3']))).toBe('voted-twice')
  expect(voted(byOfficers(['o1', 'o2', 'o3', 'o4'], ['o4']))).toBe('voted-twice')
})

test('only officers of the day vote with the officers', () => {
  expect(voted(byOfficers(['o1', 'o2', 'o3', 'm3']))).toBe('voter-not-an-officer')
  expect(voted(byOfficers(['o1', 'o2', 'o3', 'nobody']))).toBe('member-unknown')
  const elected: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-01-21',
    memberId: 'm4',
    office: 'committee',
  }
  const ballot = byOfficers(['o1', 'o2', 'o3', 'm4'])
  expect(voted(ballot, {}, [elected])).toBe('voter-not-an-officer')
  expect(voted(ballot, {}, [{ ...elected, effectiveOn: '2025-01-05' }])).toBe('approved')
})

test('a borrower does not vote on the own loan', () => {
  expect(voted(byOfficers(['o1', 'o2', 'o3', 'm1']))).toBe('borrower-votes')
})

test('the quorum is counted before anyone steps out', () => {
  const kin = { recused: ['m1', 'm2', 'm3'] }
  expect(voted(byMeeting({ present: 7, yes: 3, no: 1 }, kin))).toBe('approved')
  expect(voted(byMeeting({ present: 6, yes: 6, no: 0 }))).toBe('quorum-missing')
})

test('who has left the fund is not counted for a quorum', () => {
  const former = ['f1', 'f2', 'f3'].map((memberId) => admitted(memberId, { isFormer: true }))
  expect(voted(byMeeting({ present: 7, yes: 6, no: 0 }), {}, former)).toBe('approved')
})

test('no more hands go up than there are people who may raise one', () => {
  expect(voted(byMeeting({ present: 8, yes: 6, no: 3 }))).toBe('more-votes-than-present')
  expect(voted(byMeeting({ present: 11, yes: 10, no: 0 }))).toBe('more-present-than-members')
  expect(voted(byMeeting({ present: 8.5, yes: 6, no: 2 }))).toBe('amount-not-whole')
  expect(voted(byMeeting({ present: 8, yes: 9, no: -1 }))).toBe('amount-not-whole')
})

test('a stranger neither steps out nor confirms', () => {
  const hands = { present: 9, yes: 8, no: 0 }
  expect(voted(byMeeting(hands, { recused: ['nobody'] }))).toBe('member-unknown')
  expect(voted(byMeeting(hands, { confirmedBy: 'nobody' }))).toBe('member-unknown')
})

test('every word of a vote is a yes or a no', () => {
  const maybe = {
    ...byOfficers(officers),
    votes: officers.map((memberId) => ({ memberId, vote: 'maybe' })),
  } as unknown as Ballot
  expect(voted(maybe)).toBe('vote-unknown')
})

test('the order in which officers are named changes nothing', () => {
  const turned = byOfficers(['o5', 'o3', 'o1', 'o2'], ['o4'])
  expect(voted(turned)).toBe(voted(byOfficers(['o1', 'o2', 'o3', 'o5'], ['o4'])))
})
