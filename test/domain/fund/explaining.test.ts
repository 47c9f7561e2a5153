import { describe, expect, test } from 'vitest'
import {
  type Explainer,
  type Explaining,
  explainingOn,
  isOfficeHeld,
  isPutOff,
} from '#domain/fund/meeting/explaining.ts'
import { wordOf } from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  flagsOf,
  founded,
  idOf,
  storyOf,
} from '#test/support/village.ts'

const moved = (...days: readonly (readonly [on: string, amount: number])[]) =>
  days.map(([on, amount]) => ({ on, amount }))

const stoodOn = (days: ReturnType<typeof moved>, day: string, chosen: readonly Explainer[] = []) =>
  explainingOn(days, chosen, day)

/** `since, next check, last check where it failed`, or nothing. */
const checksOf = (one: Explaining | undefined): string | undefined =>
  one && `${one.since} ${one.nextOn} ${one.failedOn ?? 'none'}`

describe('since when something is unexplained', () => {
  const days = moved(['2025-03-01', 300], ['2025-01-01', 500], ['2025-02-01', -500])

  test.each([
    ['2024-12-31', undefined, undefined],
    ['2025-01-01', -500, '2025-01-01'],
    ['2025-01-31', -500, '2025-01-01'],
    ['2025-02-01', undefined, undefined],
    ['2025-02-28', undefined, undefined],
    ['2025-03-01', -300, '2025-03-01'],
  ])('on %s what is left is %s since %s', (day, left, since) => {
    const stands = stoodOn(days, day)
    expect(stands?.left).toBe(left)
    expect(stands?.since).toBe(since)
  })

  test('a part that was explained leaves the day on which it began', () => {
    expect(stoodOn(moved(['2025-01-01', 500], ['2025-02-01', -200]), '2025-02-01')).toMatchObject({
      left: -300,
      since: '2025-01-01',
    })
    expect(stoodOn([], '2025-02-01')).toBeUndefined()
  })
})

describe('by when it must be less', () => {
  // Ninety days after 1 January are 1 April, after that 30 June and 28 September.
  const from = ['2025-01-01', 500] as const

  test.each([
    ['the day before the check', [from], '2025-03-31', '2025-01-01 2025-04-01 none'],
    ['as much on the day of the check', [from], '2025-04-01', '2025-01-01 2025-06-30 2025-04-01'],
    [
      'one riel less on that very day',
      [from, ['2025-04-01', -1]],
      '2025-04-01',
      '2025-01-01 2025-06-30 none',
    ],
    [
      'one riel less a day too late',
      [from, ['2025-04-02', -1]],
      '2025-04-02',
      '2025-01-01 2025-06-30 2025-04-01',
    ],
    [
      'more than before',
      [from, ['2025-03-01', 1]],
      '2025-04-01',
      '2025-01-01 2025-06-30 2025-04-01',
    ],
    [
      'as much in the other direction',
      [from, ['2025-03-01', -1000]],
      '2025-04-01',
      '2025-01-01 2025-06-30 2025-04-01',
    ],
    [
      'less in the other direction',
      [from, ['2025-03-01', -999]],
      '2025-04-01',
      '2025-01-01 2025-06-30 none',
    ],
    [
      'less at the first check and as much at the second',
      [from, ['2025-03-01', -100]],
      '2025-06-30',
      '2025-01-01 2025-09-28 2025-06-30',
    ],
    [
      'as much at the first check and less at the second',
      [from, ['2025-05-01', -100]],
      '2025-06-30',
      '2025-01-01 2025-09-28 none',
    ],
  ] as const)('%s', (_, days, day, checks) => {
    expect(checksOf(stoodOn(moved(...days), day))).toBe(checks)
  })
})

const choice = (more: Partial<Explainer> = {}): Explainer => {
  const on = more.on ?? '2025-01-10'
  return {
    id: idOf(1),
    on,
    holdsFrom: on,
    office: 'chair',
    dueOn: '2025-02-10',
    wasDueOn: '2025-04-01',
    left: -500,
    why: 'people-away',
    ...more,
  }
}

describe('what was chosen moves a check', () => {
  const unexplained = moved(['2025-01-01', 500])
  const checks = (day: string, ...chosen: readonly Explainer[]) =>
    checksOf(stoodOn(unexplained, day, chosen))

  test('an earlier day counts from the choice on, and a quarter follows it', () => {
    expect(checks('2025-01-09', choice())).toBe('2025-01-01 2025-04-01 none')
    expect(checks('2025-01-10', choice())).toBe('2025-01-01 2025-02-10 none')
    expect(checks('2025-02-09', choice())).toBe('2025-01-01 2025-02-10 none')
    expect(checks('2025-02-10', choice())).toBe('2025-01-01 2025-05-11 2025-02-10')
  })

  test('of two choices the later one holds, also where it gives less time', () => {
    const less = choice({ id: idOf(2), on: '2025-01-20', dueOn: '2025-01-30' })
    expect(checks('2025-01-29', choice(), less)).toBe('2025-01-01 2025-01-30 none')
  })

  test('a check that has come is not moved away: the choice is about the next one', () => {
    const more = (on: string) => choice({ on, dueOn: '2025-04-20' })
    expect(checks('2025-04-01', more('2025-03-31'))).toBe('2025-01-01 2025-04-20 none')
    expect(checks('2025-04-01', more('2025-04-01'))).toBe('2025-01-01 2025-04-20 2025-04-01')
  })

  test('a choice of the day on which it began counts, and an older one is about something else', () => {
    expect(checks('2025-01-05', choice({ on: '2025-01-01' }))).toBe('2025-01-01 2025-02-10 none')
    const older = choice({ on: '2024-12-31', holdsFrom: '2025-01-02' })
    expect(checks('2025-01-05', older)).toBe('2025-01-01 2025-04-01 none')
    const told = stoodOn(unexplained, '2025-01-09', [choice(), older])
    expect(told?.chosen).toEqual([])
    expect(stoodOn(unexplained, '2025-01-10', [choice(), older])?.chosen).toEqual([choice()])
  })

  test('more time that was written down on the day it ends, or after it, gave none', () => {
    const late = (holdsFrom: string) => choice({ on: '2025-03-01', holdsFrom, dueOn: '2025-04-20' })
    expect(checks('2025-04-25', late('2025-04-19'))).toBe('2025-01-01 2025-07-19 2025-04-20')
    expect(checks('2025-04-25', late('2025-04-20'))).toBe('2025-01-01 2025-06-30 2025-04-01')
    expect(checks('2025-04-25', late('2025-04-21'))).toBe('2025-01-01 2025-06-30 2025-04-01')
  })

  test('only a later day than before is more time', () => {
    const days = ['2025-03-31', '2025-04-01', '2025-04-02']
    expect(days.map((dueOn) => isPutOff({ dueOn, wasDueOn: '2025-04-01' }))).toEqual([
      false,
      false,
      true,
    ])
  })
})

const members = ['o1', 'o2', 'o3', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']
const appointed = (memberId: string, office: string): StoryCommand =>
  ({ type: 'AppointOfficer', effectiveOn: '2025-01-01', memberId, office }) as StoryCommand

/** The box held 45,000 less than the old book said; ten members, of whom seven are a quorum. */
const begun = (counted = 955_000): readonly StoryCommand[] => [
  founded({
    charter: { quorumPercent: 70 },
    opening: { cash: 1_000_000, reserve: 1_000_000, counted: { amount: counted, isByNote: true } },
  }),
  ...members.map((memberId) => admitted(memberId)),
  appointed('o1', 'chair'),
  appointed('o2', 'record-keeper'),
  appointed('m7', 'key-holder'),
]

/** On 1 February the chair answers for it by 1 April. */
const assigned = (more: object = {}): StoryCommand =>
  ({
    type: 'AssignUnexplained',
    effectiveOn: '2025-02-01',
    office: 'chair',
    dueOn: '2025-04-01',
    why: 'papers-sought',
    approvedBy: 'o2',
    ...more,
  }) as StoryCommand

const { village } = storyOf(begun())
const word = (more: object) => wordOf(village, assigned(more))

describe('who answers for it, and by when', () => {
  test('the entry says by when it had to be less before, and what was unexplained', () => {
    const body = bodyOf(answerTo(village, assigned()))
    expect(body).toEqual({
      type: 'UnexplainedAssigned',
      v: 1,
      office: 'chair',
      dueOn: '2025-04-01',
      why: 'papers-sought',
      wasDueOn: '2025-04-01',
      left: -45_000,
      approvedBy: 'o2',
      flags: [],
      postings: [],
    })
    expect(body).not.toHaveProperty('votes')
    const votes = { present: 8, yes: 5, no: 3 }
    expect(bodyOf(answerTo(village, assigned({ votes })))).toMatchObject({ votes })
  })

  test('a later day than before is marked as put off, the same and an earlier one are not', () => {
    const flags = (dueOn: string) => flagsOf(answerTo(village, assigned({ dueOn })))
    expect(['2025-03-31', '2025-04-01', '2025-04-02'].map(flags)).toEqual([[], [], ['put-off']])
  })

  test.each([
    ['2025-01-31', 'due-day-not-ahead'],
    ['2025-02-01', 'due-day-not-ahead'],
    ['2025-02-02', 'recorded'],
    // Ninety days after 1 February.
    ['2025-05-02', 'recorded'],
    ['2025-05-03', 'due-day-too-far'],
  ])('a day chosen on 1 February may be %s: %s', (dueOn, said) => {
    expect(word({ dueOn })).toBe(said)
  })

  test.each([
    [{ present: 6, yes: 6, no: 0 }, 'quorum-missing'],
    [{ present: 7, yes: 4, no: 3 }, 'recorded'],
    [{ present: 8, yes: 4, no: 4 }, 'vote-lost'],
    [{ present: 8, yes: 3, no: 4 }, 'vote-lost'],
    [{ present: 10, yes: 10, no: 0 }, 'recorded'],
    [{ present: 11, yes: 11, no: 0 }, 'more-present-than-members'],
  ])('hands %o come to %s', (votes, said) => {
    expect(word({ votes })).toBe(said)
  })

  test('an office answers that somebody of the committee holds, and another officer agrees', () => {
    expect(word({ office: 'box-keeper' })).toBe('office-not-held')
    expect(word({ office: 'key-holder' })).toBe('office-unknown')
    expect(word({ approvedBy: 'm1' })).toBe('approver-not-an-officer')
    expect(word({ approvedBy: 'm7' })).toBe('approver-not-an-officer')
    expect(wordOf(storyOf(begun(1_000_000)).village, assigned())).toBe('nothing-unexplained')
    const held = [village.members.get('o1')!]
    expect(isOfficeHeld(held, 'chair', '2024-12-31')).toBe(false)
    expect(isOfficeHeld(held, 'chair', '2025-01-01')).toBe(true)
    expect(isOfficeHeld(held, 'record-keeper', '2025-01-01')).toBe(false)
  })
})

describe('what the fund keeps of a choice', () => {
  test.each([
    ['/dueOn', { dueOn: '2025-02-30' }],
    ['/why', { why: 'tired' }],
    ['/approvedBy', { approvedBy: 'x' }],
    ['/votes', { votes: { present: 8, yes: 5, no: 4 } }],
    ['/votes/present', { votes: { present: 11, yes: 5, no: 4 } }],
  ])('a choice that cannot be is invalid at %s', (at, fault) => {
    expect(answerTo(village, assigned(fault))).toMatchObject({ outcome: 'invalid', at })
  })

  test('more time holds from when it was written down, an earlier day from when it was chosen', () => {
    const kept = (dueOn: string, day: string) =>
      storyOf([...begun(), assigned({ dueOn })], () => `${day}T02:00:00.000Z`).village.fund!
        .explainers![0]!.holdsFrom
    expect(kept('2025-04-02', '2025-03-01')).toBe('2025-03-01')
    expect(kept('2025-04-02', '2025-01-31')).toBe('2025-02-01')
    expect(kept('2025-04-01', '2025-03-01')).toBe('2025-02-01')
  })

  test('choices stand in the order of their days, whichever was written down first', () => {
    const later = assigned({ effectiveOn: '2025-02-10', dueOn: '2025-03-20' })
    for (const order of [
      [assigned(), later],
      [later, assigned()],
    ]) {
      const { fund } = storyOf([...begun(), ...order]).village
      expect(fund!.explainers!.map(({ on }) => on)).toEqual(['2025-02-01', '2025-02-10'])
    }
  })
})
