import { describe, expect, test } from 'vitest'
import { membersTouched } from '#domain/fund/people/elections.ts'
import { type PeopleBody, peopleOperations } from '#domain/fund/people-operations.ts'
import { membersOf } from '#domain/fund/people/taking-in-people.ts'
import { committeeAfter, flagsOf, wordOf } from '#test/support/committee.ts'
import { elected, holders, men } from '#test/support/elections.ts'
import { type StoryCommand, answerTo, bodyOf } from '#test/support/village.ts'

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
const put = (more: object = {}): StoryCommand =>
  ({
    type: 'AppointOfficer',
    effectiveOn: '2025-03-20',
    memberId: 'm1',
    office: 'counter',
    ...more,
  }) as StoryCommand

describe('an office is taken away', () => {
  const village = committeeAfter([], { quorumPercent: 70 })
  const removed = (present: number, yes: number, no: number) =>
    ending({ why: 'removed', votes: { present, yes, no } })

  test.each([
    [7, 4, 3, 'recorded'],
    [6, 6, 0, 'quorum-missing'],
    [10, 5, 5, 'vote-lost'],
    [10, 5, 4, 'recorded'],
    [10, 6, 5, 'more-votes-than-present'],
    [11, 6, 5, 'more-present-than-members'],
  ])('with %i there, %i for it and %i against: %s', (present, yes, no, said) => {
    expect(wordOf(village, removed(present, yes, no))).toBe(said)
  })

  test('the hands stand in the entry, and an office that was given up has none', () => {
    const votes = { present: 9, yes: 7, no: 2 }
    expect(bodyOf(answerTo(village, removed(9, 7, 2)))).toMatchObject({ votes })
    expect(bodyOf(answerTo(village, ending()))).not.toHaveProperty('votes')
  })
})

describe('an office is given up', () => {
  test('by whoever holds that one, on that day', () => {
    const village = committeeAfter([put({ effectiveOn: '2025-03-20' })])
    const of = (more: object) => wordOf(village, ending({ memberId: 'm1', ...more }))
    expect(of({ effectiveOn: '2025-03-19' })).toBe('office-not-held')
    expect(of({ effectiveOn: '2025-03-20' })).toBe('recorded')
    expect(of({ office: 'chair' })).toBe('office-not-held')
    const gone = committeeAfter([ending()])
    expect(wordOf(gone, ending({ effectiveOn: '2025-03-20' }))).toBe('office-not-held')
    expect(wordOf(gone, ending({ effectiveOn: '2025-03-19' }))).toBe('recorded')
  })

  test('where two others stay, and a key where fewer do', () => {
    const left = ['o3', 'o4', 'o5'].map((memberId, i) =>
      ending({ memberId, office: ['box-keeper', 'counter', 'counter'][i] }),
    )
    const key = put({ memberId: 'm2', office: 'key-holder' })
    const three = committeeAfter(left.slice(0, 2))
    expect(wordOf(three, ending({ memberId: 'o5' }))).toBe('recorded')
    const two = committeeAfter([...left, key])
    expect(wordOf(two, ending({ memberId: 'o2', office: 'record-keeper' }))).toBe(
      'too-few-officers-left',
    )
    expect(wordOf(two, ending({ memberId: 'm2', office: 'key-holder' }))).toBe('recorded')
    const away: StoryCommand = {
      type: 'RecordMemberChange',
      effectiveOn: '2025-03-01',
      memberId: 'o2',
      change: 'away',
    }
    const one = committeeAfter([...left, key, away])
    expect(wordOf(one, ending({ memberId: 'm2', office: 'key-holder' }))).toBe('recorded')
  })
})

describe('an appointment', () => {
  const village = committeeAfter([])

  test('may last a day, or say no end, and the entry says what was said', () => {
    expect(wordOf(village, put({ until: '2025-03-20' }))).toBe('recorded')
    expect(wordOf(village, put({ until: '2025-03-19' }))).toBe('ends-before-it-begins')
    expect(wordOf(village, put({ until: '2025-02-30' }))).toBe('date-impossible')
    expect(wordOf(village, put({ replaces: 'x' }))).toBe('member-unknown')
    const body = bodyOf(answerTo(village, put({ until: '2025-12-31', replaces: 'o4' })))
    expect(body).toMatchObject({ until: '2025-12-31', replaces: 'o4' })
    const bare = bodyOf(answerTo(village, put()))
    expect(bare).not.toHaveProperty('until')
    expect(bare).not.toHaveProperty('replaces')
    const { offices } = committeeAfter([put({ until: '2025-12-31' })]).members.get('m1')!
    expect(offices).toEqual([{ office: 'counter', from: '2025-03-20', until: '2025-12-31' }])
    expect(committeeAfter([put()]).members.get('m1')!.offices[0]).not.toHaveProperty('until')
  })

  test('takes the office from whoever is replaced, from that very day', () => {
    const after = committeeAfter([put({ replaces: 'o4' })])
    expect(holders(after, 'counter', '2025-03-19')).toEqual(['o4', 'o5'])
    expect(holders(after, 'counter', '2025-03-20')).toEqual(['o5', 'm1'])
  })

  test('to an office that the meeting elects is marked from the day of the first election on', () => {
    const counters = elected([{ office: 'counter', votes: { o4: 9, o5: 8 }, seats: 2 }])
    const after = committeeAfter([counters])
    const marks = (effectiveOn: string, more: object = {}) =>
      flagsOf(after, put({ effectiveOn, ...more }))
    expect(marks('2025-06-19')).toEqual([])
    expect(marks('2025-06-20')).toEqual(['without-election'])
    expect(marks('2025-06-21')).toEqual(['without-election'])
    expect(marks('2025-06-21', { office: 'committee' })).toEqual([])
  })

  test('of a woman is never one too few women, and of a man it is where the seats are full', () => {
    const full = committeeAfter(men('m1', 'o4', 'o5'))
    expect(flagsOf(full, put())).toEqual([])
    // Of six people three seats are women's: three men leave them, a fourth one does not.
    const more = committeeAfter([...men('m1', 'm2', 'o4', 'o5'), put({ memberId: 'm2' })])
    expect(flagsOf(more, put())).toEqual(['too-few-women'])
    expect(flagsOf(more, put({ memberId: 'm3' }))).toEqual([])
    const few = committeeAfter(men('o1', 'o2', 'o3', 'o4', 'o5'))
    expect(flagsOf(few, put())).toEqual([])
    expect(flagsOf(more, put({ replaces: 'o5' }))).toEqual([])
  })

  test('of whoever holds a key that day to the committee is marked, of whoever gave it back is not', () => {
    const key = put({ office: 'key-holder', effectiveOn: '2025-02-01' })
    const back = ending({ memberId: 'm1', office: 'key-holder' })
    expect(flagsOf(committeeAfter([key]), put())).toEqual(['key-holder-on-committee'])
    expect(flagsOf(committeeAfter([key, back]), put())).toEqual([])
    expect(flagsOf(village, put({ memberId: 'o1', office: 'counter' }))).toEqual([])
  })
})

test('an entry about offices names everybody whose row it changes', () => {
  const { members } = committeeAfter([])
  const replaced = bodyOf(answerTo(committeeAfter([]), put({ replaces: 'o4' })))
  const alone = bodyOf(answerTo(committeeAfter([]), put()))
  const ballot = bodyOf(
    answerTo(committeeAfter([]), elected([{ office: 'chair', votes: { m1: 6, m2: 3 } }])),
  )
  const box = bodyOf(
    answerTo(committeeAfter([]), {
      type: 'RecordHandOver',
      effectiveOn: '2025-06-20',
      office: 'box-keeper',
      from: 'o3',
      to: 'm1',
      witnesses: ['m2', 'm3'],
    }),
  )
  const people = [replaced, alone, ballot, box] as unknown as PeopleBody[]
  expect(people.map((body) => membersOf(body))).toEqual([
    ['m1', 'o4'],
    ['m1'],
    ['m1'],
    ['o3', 'm1', 'm2', 'm3'],
  ])
  const about = people.map((body) =>
    peopleOperations.about(body, 'e1').map(({ kind, key }) => `${kind} ${key}`),
  )
  expect(about).toEqual([
    ['member m1', 'member o4'],
    ['member m1'],
    ['fund fund', 'member m1'],
    ['fund fund'],
  ])
  const elections = people.filter((body) => body.type === 'OfficersElected')
  expect(
    elections.map((body) => membersTouched(members.values(), body).map((one) => one.memberId)),
  ).toEqual([['o1', 'm1']])
})
