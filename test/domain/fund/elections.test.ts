import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rolesOfMember } from '#domain/access/roles.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { hasRoomForWomen, officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { committeeAfter, flagsOf, wordOf } from '#test/support/committee.ts'
import { type Contest, elected, holders, men, newChair } from '#test/support/elections.ts'
import { type StoryCommand, answerTo, bodyOf } from '#test/support/village.ts'

test('whoever has the most votes holds the office for a term, and whoever held it before holds it no more', () => {
  const village = committeeAfter([newChair])
  expect(holders(village, 'chair', '2025-06-19')).toEqual(['o1'])
  expect(holders(village, 'chair', '2025-06-20')).toEqual(['m1'])
  expect(village.members.get('m1')!.offices).toEqual([
    { office: 'chair', from: '2025-06-20', until: '2026-06-19' },
  ])
  expect(rolesOfMember(village.members.get('o1')!, '2025-06-20')).toEqual(['household-member'])
  expect(rolesOfMember(village.members.get('m1')!, '2025-06-20')).toContain('chair')
})

test('an office with several seats goes to as many, in the order of their votes', () => {
  const votes = { m1: 5, m2: 7, m3: 6 }
  const village = committeeAfter([elected([{ office: 'counter', votes, seats: 2 }])])
  expect(holders(village, 'counter', '2025-06-20')).toEqual(['m2', 'm3'])
})

test('slips are counted for each who stands, and whoever has none is not elected', () => {
  const slips = elected([{ office: 'counter', votes: { m1: 8, m2: 0 }, seats: 2 }], {
    by: 'slips',
  })
  expect(bodyOf(answerTo(committeeAfter([]), slips))).toMatchObject({
    by: 'slips',
    elected: [{ office: 'counter', memberId: 'm1' }],
  })
})

test('an election that is entered late ends what was held then, and not what was elected since', () => {
  const later = elected([{ office: 'chair', votes: { m2: 9 } }], { effectiveOn: '2025-08-20' })
  for (const order of [
    [newChair, later],
    [later, newChair],
  ]) {
    const village = committeeAfter(order)
    const days = ['2025-06-19', '2025-06-20', '2025-08-19', '2025-08-20']
    expect(days.map((day) => holders(village, 'chair', day))).toEqual([
      ['o1'],
      ['m1'],
      ['m1'],
      ['m2'],
    ])
  }
})

test.each([
  [
    'a tie for the seat',
    { contests: [{ office: 'chair', votes: { m1: 4, m2: 4 } }] },
    'election-tied',
  ],
  ['no vote at all', { contests: [{ office: 'chair', votes: { m1: 0 } }] }, 'nobody-elected'],
  [
    'one person for two offices',
    {
      contests: [
        { office: 'chair', votes: { m1: 5 } },
        { office: 'counter', votes: { m1: 5 } },
      ],
    },
    'elected-twice',
  ],
  ['too few who came', { present: 6 }, 'quorum-missing'],
  ['a confirmation by nobody of the committee', { confirmedBy: 'm3' }, 'approver-not-an-officer'],
  ['a term beyond the rules', { until: '2026-06-20' }, 'term-too-long'],
] as const)('%s elects nobody', (_, told, code) => {
  const { contests = [{ office: 'chair' as const, votes: { m1: 6 } }], ...more } = told as {
    readonly contests?: readonly Contest[]
  }
  expect(wordOf(committeeAfter([]), elected(contests, more))).toBe(code)
})

test('nobody who is away or dead is elected', () => {
  const gone: StoryCommand = {
    type: 'RecordMemberChange',
    effectiveOn: '2025-06-01',
    memberId: 'm2',
    change: 'away',
    proxy: 'm3',
  }
  expect(wordOf(committeeAfter([gone]), newChair)).toBe('candidate-not-here')
})

test.each([
  ['/by', { by: 'feet' }],
  ['/electorate', { electorate: 'men' }],
  ['/present', { present: 11 }],
  ['/present', { present: 1.5 }],
  ['/contests', { contests: [] }],
  [
    '/contests/0/candidates',
    { contests: [{ office: 'chair', seats: 1, candidates: [{ memberId: 'm1', votes: 10 }] }] },
  ],
  [
    '/contests/0/candidates/0',
    { contests: [{ office: 'chair', seats: 1, candidates: [{ memberId: 'x', votes: 1 }] }] },
  ],
  [
    '/contests/0/office',
    { contests: [{ office: 'king', seats: 1, candidates: [{ memberId: 'm1', votes: 1 }] }] },
  ],
  [
    '/contests/0/seats',
    { contests: [{ office: 'chair', seats: 0, candidates: [{ memberId: 'm1', votes: 1 }] }] },
  ],
  ['/until', { until: '2025-06-19' }],
  ['/exception/present', { exception: { present: 11, yes: 9, no: 0 } }],
  ['/confirmedBy', { confirmedBy: 'x' }],
])('an election that cannot have been is invalid at %s', (at, fault) => {
  const told = { ...newChair, ...fault } as StoryCommand
  expect(answerTo(committeeAfter([]), told)).toMatchObject({ outcome: 'invalid', at })
})

const someMen = men('m1', 'm2', 'm3', 'o4', 'o5')

test('of five seats three are women’s: a third man is not elected unless the meeting votes for it', () => {
  const village = committeeAfter(someMen)
  expect(wordOf(village, newChair)).toBe('too-few-women')
  const agreed = { ...newChair, exception: { present: 9, yes: 7, no: 1 } } as StoryCommand
  expect(flagsOf(village, agreed)).toEqual(['fewer-women-by-vote'])
  for (const exception of [
    { present: 9, yes: 4, no: 4 },
    { present: 6, yes: 6, no: 0 },
  ])
    expect(wordOf(village, { ...newChair, exception } as StoryCommand)).toBe('too-few-women')
})

test('a man who takes a man’s seat changes nothing', () => {
  const village = committeeAfter([...men('o1', 'm1', 'o4')])
  expect(wordOf(village, newChair)).toBe('recorded')
})

test('the charter says how many seats, and zero is none', () => {
  const officersOf = (womenMin: number): Partial<Charter> => ({ officers: { womenMin } })
  expect(wordOf(committeeAfter(someMen, officersOf(2)), newChair)).toBe('recorded')
  expect(wordOf(committeeAfter(men('m1'), officersOf(5)), newChair)).toBe('too-few-women')
})

test('somebody who was put in without an election is marked where women lose their seats', () => {
  const village = committeeAfter(someMen)
  const put: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-06-20',
    memberId: 'm1',
    office: 'counter',
  }
  expect(flagsOf(village, { ...put, replaces: 'o1' } as StoryCommand)).toEqual(['too-few-women'])
  expect(flagsOf(village, { ...put, replaces: 'o5' } as StoryCommand)).toEqual([])
})

test('in a ballot of women alone women vote, and women stand', () => {
  const village = committeeAfter(men('m1', 'm2', 'm3', 'o3', 'o4', 'o5'))
  const contests = [{ office: 'chair', votes: { m4: 3 } }] as const
  const ballot = (more: object) => elected(contests, { electorate: 'women', ...more })
  expect(wordOf(village, ballot({ present: 4 }))).toBe('recorded')
  expect(wordOf(village, ballot({ present: 2 }))).toBe('more-votes-than-present')
  expect(answerTo(village, ballot({ present: 5 }))).toMatchObject({ at: '/present' })
  const man = elected([{ office: 'chair', votes: { m1: 3 } }], {
    electorate: 'women',
    present: 4,
  })
  expect(wordOf(village, man)).toBe('candidate-not-a-woman')
})

test('room for women is never lost to free seats, and never gained by more of the same men', () => {
  const rules = officerRulesOf({ currency: 'KHR' })
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), (women, men_) => {
      const total = Math.max(5, women + men_)
      const wanted = Math.floor((3 * total) / 5)
      expect(hasRoomForWomen(rules, { women, men: men_ })).toBe(total - men_ >= wanted)
    }),
  )
})
