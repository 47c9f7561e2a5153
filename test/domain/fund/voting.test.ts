import { describe, expect, test } from 'vitest'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type Ballot, type Judged, type Matter, judged } from '#domain/fund/meeting/voting.ts'
import {
  byMeeting,
  byOfficers,
  committeeAfter,
  households,
  officers,
} from '#test/support/committee.ts'
import type { StoryCommand } from '#test/support/village.ts'

const charter: Charter = { ...defaultCharter, quorumPercent: 70 }
const { members } = committeeAfter([])

/** What a vote of 20 January about m1's loan of 500,000 comes to. */
const saidOf = (ballot: Ballot, more: Partial<Matter> = {}): string => {
  const matter: Matter = {
    members,
    day: '2025-01-20',
    charter,
    memberId: 'm1',
    amount: 500_000,
    isForTheMeeting: false,
    ...more,
  }
  return wordOf(judged(ballot, matter))
}

const wordOf = (one: Judged): string => {
  if (one.is === 'counted') return one.isCarried ? 'yes' : 'no'
  return one.is === 'invalid' ? `${one.code} ${one.at}` : one.code
}

const of = (count: number, from = 0) => officers.slice(from, from + count)

test('whoever was in the chair until the day before, and only counts the box now, confirms nothing', () => {
  const appoints = (memberId: string, office: 'chair' | 'counter'): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn: '2025-01-20',
    memberId,
    office,
  })
  const gaveUp: StoryCommand = {
    type: 'EndOffice',
    effectiveOn: '2025-01-20',
    memberId: 'o1',
    office: 'chair',
    why: 'resigned',
    approvedBy: 'o2',
  }
  const changed = committeeAfter([appoints('o1', 'counter'), gaveUp, appoints('o2', 'chair')])
  const said = (day: string): string => saidOf(byOfficers(of(4)), { members: changed.members, day })
  expect(['2025-01-19', '2025-01-20'].map(said)).toEqual(['yes', 'confirmed-by-no-chair'])
})

describe('officers vote by name', () => {
  test.each([
    [4, 0, 'yes'],
    [3, 1, 'yes'],
    [2, 2, 'no'],
    [1, 3, 'no'],
    [3, 2, 'yes'],
    [2, 3, 'no'],
    [3, 0, 'too-few-votes'],
  ])('%i for it and %i against: %s', (yes, no, said) => {
    expect(saidOf(byOfficers(of(yes), of(no, yes)))).toBe(said)
  })

  test('up to a million they decide, above it and on an appeal the meeting does', () => {
    const all = byOfficers(officers)
    expect(saidOf(all, { amount: 999_999 })).toBe('yes')
    expect(saidOf(all, { amount: 1_000_000 })).toBe('yes')
    expect(saidOf(all, { amount: 1_000_001 })).toBe('the-meeting-must-vote')
    expect(saidOf(all, { isForTheMeeting: true })).toBe('the-meeting-must-vote')
  })

  test('where one of them is kin four are left, and that is enough; where two are three are not', () => {
    const four = byOfficers(of(4), [], { recused: ['o5'] })
    expect(saidOf(four)).toBe('yes')
    expect(saidOf(byOfficers(of(3), [], { recused: ['o4', 'o5'] }))).toBe('the-meeting-must-vote')
    // A neighbour who steps out is none of the five.
    expect(saidOf(byOfficers(of(4), [], { recused: ['m2', 'm3'] }))).toBe('yes')
  })

  test('they decide nothing about one of themselves', () => {
    expect(saidOf(byOfficers(of(4)), { memberId: 'o5' })).toBe('the-meeting-must-vote')
  })

  test.each([
    ['the borrower', byOfficers([...of(4), 'm1']), 'borrower-votes'],
    ['whoever stepped out', byOfficers(officers, [], { recused: ['o5'] }), 'recused-votes'],
    ['a neighbour', byOfficers([...of(4), 'm2']), 'voter-not-an-officer'],
    ['somebody for the second time', byOfficers([...of(4), 'o4']), 'voted-twice'],
  ])('%s does not vote', (_, ballot, said) => {
    expect(saidOf(ballot)).toBe(said)
  })
})

describe('a meeting raises hands', () => {
  test.each([
    [{ present: 7, yes: 4, no: 3 }, 'yes'],
    [{ present: 6, yes: 6, no: 0 }, 'quorum-missing'],
    [{ present: 8, yes: 4, no: 4 }, 'no'],
    [{ present: 8, yes: 3, no: 4 }, 'no'],
    [{ present: 10, yes: 1, no: 0 }, 'yes'],
    [{ present: 10, yes: 0, no: 0 }, 'no'],
    [{ present: 11, yes: 9, no: 0 }, 'more-present-than-members /ballot/hands/present'],
    [{ present: 9, yes: 6, no: 4 }, 'more-votes-than-present /ballot/hands'],
  ])('%o: %s', (hands, said) => {
    expect(saidOf(byMeeting(hands))).toBe(said)
  })

  test('it decides whatever the sum, and about officers too', () => {
    const all = byMeeting({ present: 9, yes: 8, no: 0 }, { confirmedBy: 'o1' })
    expect(saidOf(all, { amount: 2_000_000, isForTheMeeting: true })).toBe('yes')
    expect(saidOf(all, { memberId: 'o5' })).toBe('yes')
  })
})

const hands = { present: 9, yes: 8, no: 0 }

describe('who confirms what was counted', () => {
  test('the chair does where the matter is not the chair’s own, and nobody else', () => {
    expect(saidOf(byMeeting(hands, { confirmedBy: 'o2' }))).toBe('confirmed-by-no-chair')
    expect(saidOf(byMeeting(hands, { confirmedBy: 'm2' }))).toBe('confirmed-by-no-chair')
    expect(saidOf(byOfficers(of(4), [], { confirmedBy: 'o2' }))).toBe('confirmed-by-no-chair')
  })

  test('a chair who holds another office beside it is the chair', () => {
    const { members: two } = committeeAfter([
      { type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId: 'o1', office: 'committee' },
    ])
    expect(saidOf(byMeeting(hands), { members: two })).toBe('yes')
    expect(saidOf(byMeeting(hands, { confirmedBy: 'o2' }), { members: two })).toBe(
      'confirmed-by-no-chair',
    )
  })

  test('where it is the chair’s own loan, or kin’s, another officer does whose it is not', () => {
    const own = (confirmedBy: string) =>
      saidOf(byMeeting(hands, { confirmedBy }), { memberId: 'o1' })
    expect(['o1', 'o2', 'm2'].map(own)).toEqual([
      'confirmed-by-no-chair',
      'yes',
      'confirmed-by-no-chair',
    ])
    const kin = (confirmedBy: string) =>
      saidOf(byMeeting(hands, { confirmedBy, recused: ['o1', 'o2'] }))
    expect(['o1', 'o2', 'o3'].map(kin)).toEqual([
      'confirmed-by-no-chair',
      'confirmed-by-no-chair',
      'yes',
    ])
  })

  test('where all of the committee are kin the meeting decides all the same, and the chair writes it down', () => {
    const all = (confirmedBy: string, more: Partial<Matter> = {}) =>
      saidOf(byMeeting(hands, { confirmedBy, recused: [...officers] }), more)
    expect(['o1', 'o2', 'm2'].map((one) => all(one))).toEqual([
      'yes',
      'confirmed-by-no-chair',
      'confirmed-by-no-chair',
    ])
    // Nobody confirms what was voted on the own loan.
    const ofChair = { memberId: 'o1' }
    expect(['o1', 'o2'].map((one) => all(one, ofChair))).toEqual(['confirmed-by-no-chair', 'yes'])
    const alone = byOfficers(of(4), [], { recused: [...officers] })
    expect(saidOf(alone)).toBe('confirmed-by-no-chair')
  })
})

/** The committee with a last day of its term: those who are named, or all. */
const untilOn = (until: string, ids: readonly string[] = officers): ReadonlyMap<string, Member> =>
  new Map(
    [...members].map(([id, member]) => [
      id,
      ids.includes(id)
        ? { ...member, offices: member.offices.map((tenure) => ({ ...tenure, until })) }
        : member,
    ]),
  )

describe('a term that has run out', () => {
  // Sixty days after 30 June are 29 August.
  const run = untilOn('2025-06-30')
  const later = (day: string, more: Partial<Matter> = {}) =>
    saidOf(byOfficers(officers), { members: run, day, ...more })

  test.each([
    ['2025-06-30', 'yes'],
    ['2025-07-01', 'yes'],
    ['2025-08-29', 'yes'],
    ['2025-08-30', 'officers-lapsed'],
  ])('on %s officers say %s', (day, said) => {
    expect(later(day)).toBe(said)
  })

  test('the charter says how long the grace is, and none is none', () => {
    const strict = { ...charter, officers: { graceDays: 0 } }
    expect(later('2025-06-30', { charter: strict })).toBe('yes')
    expect(later('2025-07-01', { charter: strict })).toBe('officers-lapsed')
  })

  test('it stops neither what is urgent nor a vote of the meeting', () => {
    expect(later('2025-08-30', { isUrgent: true })).toBe('yes')
    expect(saidOf(byMeeting(hands), { members: run, day: '2025-08-30' })).toBe('yes')
  })

  test('four in term decide without the fifth, three do not', () => {
    const day = '2025-08-30'
    const one = { members: untilOn('2025-06-30', ['o5']), day }
    expect(saidOf(byOfficers(of(4)), one)).toBe('yes')
    expect(saidOf(byOfficers(officers), one)).toBe('officers-lapsed')
    const two = { members: untilOn('2025-06-30', ['o4', 'o5']), day }
    expect(saidOf(byOfficers(of(4)), two)).toBe('officers-lapsed')
    expect(saidOf(byOfficers(of(3)), two)).toBe('officers-lapsed')
  })

  test('a chair whose term has run out confirms for the meeting, and not what officers voted', () => {
    const day = '2025-08-30'
    const chair = { members: untilOn('2025-06-30', ['o1']), day }
    expect(saidOf(byMeeting(hands), chair)).toBe('yes')
    const four = (confirmedBy: string) => saidOf(byOfficers(of(4, 1), [], { confirmedBy }), chair)
    expect(four('o1')).toBe('officers-lapsed')
    const keeper = { members: untilOn('2025-06-30', ['o2']), day }
    expect(saidOf(byMeeting(hands, { confirmedBy: 'o2' }), keeper)).toBe('confirmed-by-no-chair')
    expect(four('o2')).toBe('yes')
    expect(four('m2')).toBe('confirmed-by-no-chair')
  })
})

test.each([
  [{ ...byMeeting(hands), by: 'lot' }, 'vote-unknown /ballot/by'],
  [byOfficers([...of(3), 'x']), 'member-unknown /ballot'],
  [byMeeting(hands, { recused: ['x'] }), 'member-unknown /ballot'],
  [byMeeting(hands, { confirmedBy: 'x' }), 'member-unknown /ballot'],
  [
    {
      ...byOfficers(of(3)),
      votes: [...of(4)].map((memberId) => ({
        memberId,
        vote: memberId === 'o4' ? 'perhaps' : 'yes',
      })),
    },
    'vote-unknown /ballot/votes',
  ],
])('a vote that cannot have been is named: %#', (ballot, said) => {
  expect(saidOf(ballot as Ballot)).toBe(said)
})

test('whoever is away without a proxy is not counted, and quorum is counted from the rest', () => {
  const gone = committeeAfter(
    households.slice(2).map((memberId) => ({
      type: 'RecordMemberChange',
      effectiveOn: '2025-01-20',
      memberId,
      change: 'away',
    })),
  )
  const five = byMeeting({ present: 5, yes: 4, no: 1 })
  expect(saidOf(five, { members: gone.members, day: '2025-01-19' })).toBe('quorum-missing')
  // Seven are left, of whom seventy per cent are 4.9.
  expect(saidOf(five, { members: gone.members, day: '2025-01-20' })).toBe('yes')
})
