import { describe, expect, test } from 'vitest'
import { termEndOf, winnersOf } from '#domain/fund/people/elections.ts'
import { committeeAfter, flagsOf, wordOf } from '#test/support/committee.ts'
import { elected, holders, men, newChair } from '#test/support/elections.ts'
import { type StoryCommand, answerTo, bodyOf } from '#test/support/village.ts'

const village = committeeAfter([], { quorumPercent: 70 })
const faultOf = (told: StoryCommand): string => {
  const answer = answerTo(village, told)
  return answer.outcome === 'invalid' ? `${answer.code} ${answer.at}` : wordOf(village, told)
}
const chair = (votes: Readonly<Record<string, number>>, more: object = {}) =>
  elected([{ office: 'chair', votes }], more)

describe('who is elected', () => {
  const won = (votes: readonly number[], seats: number) => {
    const candidates = votes.map((count, i) => ({ memberId: `m${i + 1}`, votes: count }))
    const winners = winnersOf({ office: 'counter', seats, candidates })
    return winners === 'election-tied' ? winners : winners.map(({ memberId }) => memberId).join(' ')
  }

  test.each([
    [[5, 4], 1, 'm1'],
    [[4, 5], 1, 'm2'],
    [[4, 4], 1, 'election-tied'],
    [[4, 4], 2, 'm1 m2'],
    [[5, 3, 3], 1, 'm1'],
    [[5, 3, 3], 2, 'election-tied'],
    [[5, 3, 3], 3, 'm1 m2 m3'],
    [[3, 3, 5], 1, 'm3'],
    [[1, 0], 2, 'm1'],
    [[0, 0], 1, ''],
  ])('of %o for %i seats: %s', (votes, seats, said) => {
    expect(won(votes, seats)).toBe(said)
  })

  test('nobody with two offices, and somebody where an office stays empty', () => {
    const two = elected([
      { office: 'chair', votes: { m1: 5 } },
      { office: 'counter', votes: { m2: 0 } },
    ])
    expect(bodyOf(answerTo(village, two))).toMatchObject({
      elected: [{ office: 'chair', memberId: 'm1' }],
    })
  })
})

describe('votes that were counted', () => {
  test.each([
    ['nine of nine', chair({ m1: 9 }), 'recorded'],
    ['nine of nine for two', chair({ m1: 5, m2: 4 }), 'recorded'],
    ['ten of nine', chair({ m1: 10 }), 'more-votes-than-present /contests/0/candidates'],
    [
      'ten of nine for two',
      chair({ m1: 5, m2: 5 }),
      'more-votes-than-present /contests/0/candidates',
    ],
    ['one below zero', chair({ m1: 6, m2: -1 }), 'votes-not-whole /contests/0/candidates/1/votes'],
    ['a half', chair({ m1: 0.5, m2: 3 }), 'votes-not-whole /contests/0/candidates/0/votes'],
    ['none at all for nobody', chair({}), 'election-cannot-hold /contests/0/candidates'],
  ])('%s', (_, told, said) => {
    expect(faultOf(told)).toBe(said)
  })

  test('for two seats everybody has two, and nobody gets two from one', () => {
    const counters = (votes: Readonly<Record<string, number>>) =>
      faultOf(elected([{ office: 'counter', votes, seats: 2 }]))
    expect(counters({ m1: 9, m2: 9 })).toBe('recorded')
    expect(counters({ m1: 9, m2: 8, m3: 2 })).toBe('more-votes-than-present /contests/0/candidates')
    expect(counters({ m1: 10, m2: 2 })).toBe('more-votes-than-present /contests/0/candidates')
  })

  test('each office and each name stand once', () => {
    const candidates = [
      { memberId: 'm1', votes: 2 },
      { memberId: 'm1', votes: 3 },
    ]
    const twice = {
      ...chair({}),
      contests: [{ office: 'chair', seats: 1, candidates }],
    } as StoryCommand
    expect(faultOf(twice)).toBe('election-cannot-hold /contests/0/candidates')
    const both = elected([
      { office: 'chair', votes: { m1: 5 } },
      { office: 'chair', votes: { m2: 5 } },
    ])
    expect(faultOf(both)).toBe('election-cannot-hold /contests')
    const later = elected([
      { office: 'chair', votes: { m1: 5 } },
      { office: 'counter', votes: { x: 5 } },
    ])
    expect(faultOf(later)).toBe('member-unknown /contests/1/candidates/0')
  })

  test.each([
    [6, 'quorum-missing'],
    [7, 'recorded'],
    [10, 'recorded'],
    [11, 'more-present-than-members /present'],
  ])('%i of ten are there: %s', (present, said) => {
    expect(faultOf(chair({ m1: 5 }, { present }))).toBe(said)
  })
})

describe('the term', () => {
  test.each([
    [12, '2025-06-20', '2026-06-19'],
    [1, '2025-01-31', '2025-02-27'],
    [1, '2025-03-01', '2025-03-31'],
  ])('of %i months from %s ends on %s', (termMonths, on, until) => {
    expect(termEndOf({ termMonths }, on)).toBe(until)
  })

  test.each([
    ['2025-06-19', 'ends-before-it-begins /until'],
    ['2025-06-20', 'recorded'],
    ['2026-06-19', 'recorded'],
    ['2026-06-20', 'term-too-long'],
    ['2025-06-31', 'date-impossible /until'],
  ])('may be agreed through %s: %s', (until, said) => {
    expect(faultOf({ ...newChair, until } as StoryCommand)).toBe(said)
  })

  test('a shorter one that was agreed stands on the office', () => {
    const after = committeeAfter([{ ...newChair, until: '2025-12-31' } as StoryCommand])
    expect(after.members.get('m1')!.offices[0]).toMatchObject({ until: '2025-12-31' })
  })
})

const full = committeeAfter(men('m1', 'o4', 'o5'), { quorumPercent: 70 })

describe('women’s seats', () => {
  const agreed = (present: number, yes: number, no: number) =>
    ({ ...newChair, exception: { present, yes, no } }) as StoryCommand

  test.each([
    [7, 4, 3, 'recorded'],
    [6, 6, 0, 'too-few-women'],
    [8, 4, 4, 'too-few-women'],
    [8, 3, 4, 'too-few-women'],
  ])('the meeting of %i agrees to fewer with %i against %i: %s', (present, yes, no, said) => {
    const third = committeeAfter(men('m1', 'o3', 'o4', 'o5'), { quorumPercent: 70 })
    expect(wordOf(third, agreed(present, yes, no))).toBe(said)
  })

  test('two men of five are not too many, and an agreement that was not needed marks nothing', () => {
    expect(wordOf(committeeAfter(men('m1', 'o5')), newChair)).toBe('recorded')
    expect(flagsOf(committeeAfter(men('m1', 'o5')), agreed(9, 7, 1))).toEqual([])
    expect(wordOf(full, newChair)).toBe('too-few-women')
  })

  test('one man among those elected is looked at, beside women and also alone', () => {
    const both = elected([
      { office: 'chair', votes: { m1: 6 } },
      { office: 'committee', votes: { m2: 6 } },
    ])
    const four = committeeAfter(men('m1', 'o2', 'o3', 'o4', 'o5'))
    expect(wordOf(four, both)).toBe('too-few-women')
    const women = elected([{ office: 'chair', votes: { m2: 6 } }])
    expect(wordOf(four, women)).toBe('recorded')
  })
})

describe('who takes a seat of the committee, and who takes none', () => {
  test('a key is no seat: a man gets one, and men who hold one take none of the women’s', () => {
    const keyTo = (memberId: string) =>
      elected([{ office: 'key-holder', votes: { [memberId]: 6 } }])
    expect(wordOf(full, keyTo('m1'))).toBe('recorded')
    const keys = ['m2', 'm3'].map(
      (memberId) =>
        ({
          type: 'AppointOfficer',
          effectiveOn: '2025-01-02',
          memberId,
          office: 'key-holder',
        }) as StoryCommand,
    )
    const beside = committeeAfter([...men('m1', 'm2', 'm3', 'o5'), ...keys])
    expect(wordOf(beside, newChair)).toBe('recorded')
    const withKey = elected([
      { office: 'chair', votes: { m1: 6 } },
      { office: 'key-holder', votes: { m4: 6, m5: 6 }, seats: 2 },
    ])
    expect(wordOf(committeeAfter(men('m1', 'm4', 'm5', 'o5')), withKey)).toBe('recorded')
    const few = committeeAfter(men('m1', 'o1', 'o2', 'o3', 'o4', 'o5'))
    expect(wordOf(few, keyTo('m1'))).toBe('recorded')
  })

  test('whoever is up for election counts only where elected, and for a second office stays', () => {
    const counters = elected([{ office: 'counter', votes: { m1: 6, m2: 5, m3: 4 }, seats: 3 }])
    // Both counters are men and go, three men come: three of six seats are women's.
    const five = men('o4', 'o5', 'm1', 'm2', 'm3')
    expect(wordOf(committeeAfter(five), counters)).toBe('recorded')
    const alsoKeeper: StoryCommand = {
      type: 'AppointOfficer',
      effectiveOn: '2025-01-02',
      memberId: 'o4',
      office: 'committee',
    }
    // A key, or a seat that was given up before, keeps nobody on the committee.
    const key = { ...alsoKeeper, office: 'key-holder' } as StoryCommand
    expect(wordOf(committeeAfter([...five, key]), counters)).toBe('recorded')
    const gaveUp: StoryCommand = {
      type: 'EndOffice',
      effectiveOn: '2025-02-01',
      memberId: 'o4',
      office: 'committee',
      why: 'resigned',
      approvedBy: 'o1',
    }
    expect(wordOf(committeeAfter([...five, alsoKeeper, gaveUp]), counters)).toBe('recorded')
    const stays = committeeAfter([...five, alsoKeeper])
    expect(wordOf(stays, counters)).toBe('too-few-women')
  })
})

describe('what an election changes', () => {
  test('it ends the offices that it is about and leaves the others alone', () => {
    const after = committeeAfter([newChair])
    expect(holders(after, 'counter', '2025-06-20')).toEqual(['o4', 'o5'])
    expect(after.members.get('o2')!.offices[0]).not.toHaveProperty('endedOn')
    expect(after.fund!.elections).toEqual([{ on: '2025-06-20', offices: ['chair'] }])
    const two = elected([
      { office: 'chair', votes: { m1: 6 } },
      { office: 'counter', votes: { m2: 6 } },
    ])
    expect(holders(committeeAfter([two]), 'chair', '2025-06-20')).toEqual(['m1'])
    expect(holders(committeeAfter([two]), 'counter', '2025-06-20')).toEqual(['m2'])
  })

  test('in a ballot of women alone a man does not stand, not even beside a woman', () => {
    const mixed = elected([{ office: 'chair', votes: { m4: 3, m1: 1 } }], {
      electorate: 'women',
      present: 8,
    })
    expect(wordOf(committeeAfter(men('m1')), mixed)).toBe('candidate-not-a-woman')
    expect(wordOf(committeeAfter([]), mixed)).toBe('recorded')
  })
})
