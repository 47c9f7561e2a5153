import { expect, test } from 'vitest'
import { takeInVotes } from '#domain/fund/meeting/raised.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { findingsOf } from '#domain/health/findings.ts'
import {
  appraised,
  byMeeting,
  committeeAfter,
  committeeStory,
  decided,
  households,
  officers,
  requested,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, answerTo, fundBookOf, idOf } from '#test/support/village.ts'

const day = '2025-01-20'
const everybody: readonly string[] = [...officers, ...households]
const asked = [requested(), appraised()]

const there = (present: readonly string[], on = day): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: on,
  present: [...present],
  absent: [],
})

const together = (memberIds: readonly string[]): StoryCommand => ({
  type: 'RecordHousehold',
  effectiveOn: '2025-01-02',
  householdId: idOf(900),
  change: 'formed',
  memberIds: [...memberIds],
})

const voted = (ballot: Ballot, ...before: readonly StoryCommand[]): string =>
  wordOf(committeeAfter([...before, ...asked]), decided({ ballot }))

const nine = everybody.filter((id) => id !== 'm5')

test('no more hands are raised than people are on the list of that meeting', () => {
  expect(voted(byMeeting({ present: 9, yes: 6, no: 2 }), there(nine))).toBe('recorded')
  expect(voted(byMeeting({ present: 10, yes: 6, no: 2 }), there(nine))).toBe(
    'more-votes-than-listed',
  )
  // The list of another day says nothing of this one.
  expect(voted(byMeeting({ present: 10, yes: 9, no: 0 }), there(nine, '2025-01-19'))).toBe(
    'recorded',
  )
})

test('whoever asks raises no hand, nor does her household or whoever stepped out', () => {
  const hands = (yes: number, no: number, recused: readonly string[] = []) =>
    byMeeting({ present: 10, yes, no }, { recused: [...recused] })
  const list = there(everybody)
  expect(voted(hands(9, 0), list)).toBe('recorded')
  expect(voted(hands(9, 1), list)).toBe('more-votes-than-listed')
  expect(voted(hands(8, 0), together(['m1', 'm2']), list)).toBe('recorded')
  expect(voted(hands(8, 1), together(['m1', 'm2']), list)).toBe('more-votes-than-listed')
  expect(voted(hands(7, 0, ['o4', 'o5']), list)).toBe('recorded')
  expect(voted(hands(8, 0, ['o4', 'o5']), list)).toBe('more-votes-than-listed')
  // Whoever lives with somebody who stepped out is not out for that.
  expect(voted(hands(8, 0, ['o5']), together(['m2', 'o5']), list)).toBe('recorded')
})

test('a quorum is of the people on the list, not of the number that was typed', () => {
  const six = there(everybody.slice(0, 6))
  expect(voted(byMeeting({ present: 6, yes: 5, no: 0 }), six)).toBe('quorum-missing')
  const seven = there(everybody.slice(0, 7))
  expect(voted(byMeeting({ present: 7, yes: 5, no: 0 }), seven)).toBe('recorded')
})

test('whoever is away votes by the member that she named, where that one is there', () => {
  const away: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: '2025-01-02',
    memberId: 'm5',
    change: 'away',
    proxy: 'm4',
  }
  const hands = byMeeting({ present: 10, yes: 9, no: 0 })
  expect(voted(hands, away, there(nine))).toBe('recorded')
  expect(voted(hands, away, there(nine.filter((id) => id !== 'm4')))).toBe('more-votes-than-listed')
})

test('whoever votes for others bears one vote beside the own, that of the first who was written down', () => {
  const away = (memberId: string, on = '2025-01-02'): StoryCommand => ({
    type: 'RecordMemberChange',
    effectiveOn: on,
    memberId,
    change: 'away',
    proxy: 'o5',
  })
  const gone = ['m2', 'm3', 'm4'] as const
  // The last one is written with an earlier day: she is not the first for that.
  const all = [away('m2', '2025-01-03'), away('m3', '2025-01-03'), away('m4')]
  const home = there(everybody.filter((id) => !gone.some((one) => one === id)))
  const hands = (yes: number, recused: readonly string[] = []) =>
    byMeeting({ present: 8, yes, no: 0 }, { recused: [...recused] })
  expect(voted(hands(7), ...all, home)).toBe('recorded')
  expect(voted(hands(8), ...all, home)).toBe('more-votes-than-listed')
  expect(voted(hands(7, ['m4']), ...all, home)).toBe('recorded')
  expect(voted(hands(7, ['m2']), ...all, home)).toBe('more-votes-than-listed')
  // They make no quorum either: of ten, three are there and one of them votes for one more.
  const few = there(['o1', 'o4', 'o5', 'm5'])
  expect(voted(byMeeting({ present: 5, yes: 5, no: 0 }), ...all, few)).toBe('quorum-missing')
  const found = findingsOf(fundBookOf(committeeStory(all)), '2025-12-31')
  expect(found.filter(({ code }) => code === 'proxy-for-another')).toHaveLength(1)
})

test('that somebody votes for another one and is not here either is a finding', () => {
  const away = (memberId: string, proxy: string): StoryCommand => ({
    type: 'RecordMemberChange',
    effectiveOn: '2025-01-02',
    memberId,
    change: 'away',
    proxy,
  })
  const told = committeeStory([away('m2', 'm3'), away('m3', 'm2')])
  const codes = findingsOf(fundBookOf(told), '2025-12-31').map(({ code }) => code)
  expect(codes).toContain('proxy-not-here')
})

test('new rules and the end of an office are held against the list like a loan', () => {
  const village = committeeAfter([there(everybody.slice(0, 8))])
  const { charter } = village.fund!.charters[0]!
  const votes = { present: 9, yes: 9, no: 0 }
  const rules = { type: 'AmendCharter', effectiveOn: day, charter, votes, confirmedBy: 'o2' }
  const sent = (more: object) => answerTo(village, { ...rules, ...more } as StoryCommand)
  expect(sent({})).toMatchObject({ code: 'more-votes-than-listed', at: '/votes' })
  expect(sent({ votes: { present: 8, yes: 8, no: 0 } })).toMatchObject({ outcome: 'recorded' })
  const office = { type: 'EndOffice', memberId: 'o5', office: 'counter', why: 'removed' }
  const ended = { ...office, effectiveOn: day, votes, approvedBy: 'o2' }
  expect(answerTo(village, ended as StoryCommand)).toMatchObject({ at: '/votes' })
})

test('nobody has two hands for one seat, and only women where the women vote', () => {
  const village = committeeAfter([there(everybody.slice(0, 8))])
  const held = (present: number, votes: number) =>
    answerTo(village, {
      type: 'ElectOfficers',
      effectiveOn: day,
      by: 'hands',
      electorate: 'all',
      present,
      contests: [{ office: 'counter', seats: 1, candidates: [{ memberId: 'm4', votes }] }],
      confirmedBy: 'o2',
    } as StoryCommand)
  expect(held(9, 8)).toMatchObject({ code: 'more-votes-than-listed', at: '/present' })
  expect(held(8, 8)).not.toMatchObject({ code: 'more-votes-than-listed' })
})

const foundAfter = (...told: readonly StoryCommand[]) =>
  findingsOf(fundBookOf(committeeStory([...asked, ...told])), '2025-12-31')
    .filter(({ code }) => code === 'more-hands-than-people' || code === 'too-few-for-a-vote')
    .map(({ code, on, found, expected }) => [code, on, found, expected])

test('a list that is written after the vote gives what it would have stopped as a finding', () => {
  const hands = decided({ ballot: byMeeting({ present: 10, yes: 9, no: 1 }) })
  expect(foundAfter(hands)).toEqual([])
  expect(foundAfter(hands, there(everybody))).toEqual([['more-hands-than-people', day, 10, 9]])
  const few = decided({ ballot: byMeeting({ present: 9, yes: 5, no: 0 }) })
  expect(foundAfter(few, there(everybody.slice(0, 6)))).toEqual([
    ['more-hands-than-people', day, 9, 6],
    ['too-few-for-a-vote', day, 6, null],
  ])
  const fair = decided({ ballot: byMeeting({ present: 9, yes: 5, no: 0 }) })
  expect(foundAfter(fair, there(nine))).toEqual([])
})

test('it makes no difference whether the list or the vote was written down first', () => {
  const hands = decided({ ballot: byMeeting({ present: 7, yes: 5, no: 0 }) })
  const big = { ...there(nine), id: idOf(800) }
  const back = reversed(idOf(800), day)
  const small = there(everybody.slice(0, 5))
  const found = foundAfter(hands, small)
  expect(found.map(([code]) => code)).toEqual(['more-hands-than-people', 'too-few-for-a-vote'])
  expect(foundAfter(big, hands, back, small)).toEqual(found)
  expect(foundAfter(hands, big, back, small)).toEqual(found)
  expect(foundAfter(big, hands)).toEqual(foundAfter(hands, big))
})

test('a vote that is written down leaves the list of its meeting as it stood, in one order', () => {
  const [came, away] = [everybody.slice(0, -2), everybody.slice(-2)]
  const list = { ...there(came.toReversed()), absent: away.toReversed() } as StoryCommand
  const ballot = byMeeting({ present: came.length, yes: came.length - 1, no: 0 })
  const { meetings } = fundBookOf(committeeStory([list, ...asked, decided({ ballot })]))
  expect(meetings.find(({ heldOn }) => heldOn === day)).toMatchObject({
    present: came.toSorted(),
    absent: away.toSorted(),
    votes: [{ present: came.length }],
  })
})

test('a loan stands beside the vote by which it was paid out, as a second officer says; a debt of an older book and whatever else is voted on beside none', () => {
  const hands = { present: 9, yes: 9, no: 0 }
  const paidOut = { type: 'LoanPaidOut', loanId: 'l1', vote: hands, approvedBy: 'o2' }
  const loansBeside = (body: object, isOfBook = false) => {
    const meetings = new Map<string, Meeting>()
    const state = { requests: new Map(), loans: new Map(), members: new Map(), meetings }
    const entry = { id: idOf(1), body, effectiveOn: day, recordedAt: `${day}T03:00:00.000Z` }
    takeInVotes(state, entry as never, isOfBook)
    return meetings.get(day)?.votes?.map(({ loanId }) => loanId)
  }
  expect(loansBeside(paidOut)).toEqual(['l1'])
  expect(loansBeside(paidOut, true)).toEqual([undefined])
  expect(loansBeside({ type: 'LoanWrittenOff', loanId: 'l1', votes: hands })).toEqual([undefined])
  expect(loansBeside({ ...paidOut, approvedBy: undefined })).toBeUndefined()
})
