import { expect, test } from 'vitest'
import { rolesOfMember } from '#domain/access/roles.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { isActingOn, mayApproveOn } from '#domain/fund/people/members.ts'
import {
  appraised,
  byMeeting,
  byOfficers,
  committeeAfter,
  decided,
  officers,
  requested,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import { elected } from '#test/support/elections.ts'
import { type StoryCommand, idOf, paidOut } from '#test/support/village.ts'

// Elected on 20 June for a month, with ten days of grace: lapsed from 30 July on.
const charter: Partial<Charter> = { officers: { termMonths: 1, graceDays: 10 } }
const all = elected([
  { office: 'chair', votes: { o1: 9 } },
  { office: 'counter', votes: { o4: 9, o5: 8 }, seats: 2 },
  { office: 'committee', votes: { o2: 9, o3: 9 }, seats: 2 },
])
const endings = [
  ['o2', 'record-keeper'],
  ['o3', 'box-keeper'],
].map(
  ([memberId, office]): StoryCommand =>
    ({
      type: 'EndOffice',
      effectiveOn: '2025-06-20',
      memberId,
      office,
      why: 'resigned',
      approvedBy: 'o1',
    }) as StoryCommand,
)
const lapsing = (told: readonly StoryCommand[] = []) =>
  committeeAfter([all, ...endings, ...told], charter)
const asked = (more: object = {}) => [
  requested({ on: '2025-07-01', ...more }),
  appraised({ on: '2025-07-01' }),
]
const voteOn = (on: string, ballot = byOfficers(officers)) => decided({ on, ballot })

test('within the grace officers vote; after it the meeting elects, and meetings still vote', () => {
  const village = lapsing(asked())
  expect(wordOf(village, voteOn('2025-07-29'))).toBe('recorded')
  expect(wordOf(village, voteOn('2025-07-30'))).toBe('officers-lapsed')
  const hands = byMeeting({ present: 9, yes: 8, no: 0 })
  expect(wordOf(village, voteOn('2025-07-30', hands))).toBe('recorded')
  expect(wordOf(village, { ...all, effectiveOn: '2025-08-20' } as StoryCommand)).toBe('recorded')
})

test('it never stops an emergency loan, relief or a withdrawal', () => {
  const village = lapsing([
    ...asked({ product: 'emergency', months: 3, principal: 100_000 }),
    paidOut({ on: '2025-07-02', principal: 100_000, months: 10, loanId: 'l2', memberId: 'm2' }),
  ])
  expect(wordOf(village, voteOn('2025-12-01'))).toBe('recorded')
  const withdrawal: StoryCommand = {
    type: 'RecordWithdrawal',
    effectiveOn: '2025-12-01',
    memberId: 'm1',
    amount: 100,
  }
  const relief: StoryCommand = {
    type: 'RecordRelief',
    effectiveOn: '2025-12-01',
    eventId: 'E1',
    kind: 'flood',
    touched: [{ loanId: 'l2', from: '2025-12-01', to: '2026-02-28' }],
  }
  expect([withdrawal, relief].map((told) => wordOf(village, told))).toEqual([
    'recorded',
    'recorded',
  ])
})

test('nobody whose term has run out stands behind a correction', () => {
  const fine: StoryCommand = {
    type: 'RecordFine',
    id: idOf(700),
    effectiveOn: '2025-07-01',
    memberId: 'm1',
    amount: 100,
  }
  const village = lapsing([fine])
  expect(wordOf(village, reversed(idOf(700), '2025-07-29'))).toBe('recorded')
  expect(wordOf(village, reversed(idOf(700), '2025-07-30'))).toBe('officers-lapsed')
})

test('one vote of a lapsed officer among enough others does not count', () => {
  const chairOnly = elected([{ office: 'chair', votes: { o1: 9 } }])
  const village = committeeAfter([chairOnly, ...asked()], charter)
  const others = officers.slice(1)
  expect(wordOf(village, voteOn('2025-08-01', byOfficers(others, [], { confirmedBy: 'o2' })))).toBe(
    'recorded',
  )
  expect(
    wordOf(village, voteOn('2025-08-01', byOfficers(officers, [], { confirmedBy: 'o2' }))),
  ).toBe('officers-lapsed')
  expect(wordOf(village, voteOn('2025-08-01', byOfficers(others)))).toBe('officers-lapsed')
})

test('a lapsed officer still holds the office and its rights: a lapse is no vacancy', () => {
  const member = lapsing().members.get('o1')!
  expect(isActingOn(member, '2026-06-01')).toBe(true)
  expect(mayApproveOn(member, '2026-06-01', 10)).toBe(false)
  expect(rolesOfMember(member, '2026-06-01')).toContain('chair')
})

test('an office of an older book has no end and never lapses', () => {
  const member = committeeAfter([]).members.get('o1')!
  expect(mayApproveOn(member, '2099-01-01', 0)).toBe(true)
})
