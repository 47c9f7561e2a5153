import { describe, expect, test } from 'vitest'
import { countActive, isCode } from '#domain/fund/people/members.ts'
import { isMemberOn, notHere, proxyOn, stateOn } from '#domain/fund/people/life.ts'
import { committeeAfter, flagsOf as marksOf, reversed } from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  bodyOf,
  flagsOf,
  founded,
  idOf,
  villageAfter,
} from '#test/support/village.ts'

type Change = 'away' | 'back' | 'left' | 'returned'
const changed = (
  change: Change,
  effectiveOn: string,
  more: { readonly memberId?: string; readonly proxy?: string; readonly id?: string } = {},
): StoryCommand => ({ type: 'RecordMemberChange', effectiveOn, memberId: 'm1', change, ...more })
const died = (effectiveOn: string, memberId = 'm1'): StoryCommand => ({
  type: 'RecordDeath',
  effectiveOn,
  memberId,
})
const begun: readonly StoryCommand[] = [founded(), ...['m1', 'm2', 'm3'].map((id) => admitted(id))]
const after = (...told: readonly StoryCommand[]) => villageAfter([...begun, ...told])
const m1After = (...told: readonly StoryCommand[]) => after(...told).members.get('m1')!

describe('where somebody is', () => {
  const changes: readonly Change[] = ['away', 'back', 'left', 'returned']

  test.each<readonly [string, readonly StoryCommand[], readonly Change[]]>([
    ['at home', [], ['back', 'returned']],
    ['away', [changed('away', '2025-02-01')], ['away', 'returned']],
    ['gone from the fund', [changed('left', '2025-02-01')], ['away', 'back', 'left']],
    [
      'back at home',
      [changed('away', '2025-02-01'), changed('back', '2025-02-02')],
      ['back', 'returned'],
    ],
  ])('of whoever is %s some changes are nothing new', (_, told, nothingNew) => {
    const village = after(...told)
    const marked = changes.filter((change) =>
      flagsOf(answerTo(village, changed(change, '2025-03-01'))).includes('already-so'),
    )
    expect(marked).toEqual(nothingNew)
  })

  test('of the dead every change is one too late, from the very day of the death on', () => {
    const village = after(died('2025-02-01'))
    for (const change of changes)
      expect(flagsOf(answerTo(village, changed(change, '2025-02-01')))).toEqual([
        'after-death',
        'already-so',
      ])
    expect(flagsOf(answerTo(village, changed('away', '2025-01-31')))).toEqual([])
    expect(stateOn(m1After(died('2025-02-01')), '2025-02-01')).toBe('dead')
  })

  test('a death is marked where there was one, and where an office was held that day', () => {
    expect(flagsOf(answerTo(after(), died('2025-02-01')))).toEqual([])
    const again = after(died('2025-02-01'))
    expect(flagsOf(answerTo(again, died('2025-01-15')))).toEqual(['already-so'])
    const marks = (change: Change, effectiveOn: string) =>
      marksOf(committeeAfter([]), changed(change, effectiveOn, { memberId: 'o1' }))
    // An old officer has saved half a million.
    expect(marks('left', '2025-01-15')).toEqual(['left-with-savings', 'held-office', 'by-one-word'])
    expect(marks('away', '2025-01-15')).toEqual(['held-office'])
    expect(marks('back', '2025-01-15')).toEqual(['already-so'])
    expect(marksOf(committeeAfter([]), died('2025-01-15', 'm1'))).toEqual([])
  })
})

describe('what somebody’s place means', () => {
  test('each of the four says why nothing is lent, or nothing', () => {
    const day = '2025-02-01'
    const reasons = [[], [changed('away', day)], [changed('left', day)], [died(day)]].map((told) =>
      notHere(m1After(...told), day),
    )
    expect(reasons).toEqual([undefined, 'borrower-away', 'borrower-left', 'borrower-died'])
    const are = [[], [changed('away', day)], [changed('left', day)], [died(day)]].map((told) =>
      isMemberOn(m1After(...told), day),
    )
    expect(are).toEqual([true, true, false, false])
  })

  test('a change that nobody knows is none', () => {
    expect(answerTo(after(), changed('gone' as Change, '2025-02-01'))).toEqual({
      outcome: 'invalid',
      code: 'change-unknown',
      at: '/change',
    })
  })
})

describe('who votes for whom', () => {
  test('nobody votes for the dead, also where somebody did while they were away', () => {
    const told = [changed('away', '2025-02-01', { proxy: 'm2' }), died('2025-03-01')]
    const { members } = after(...told)
    expect(proxyOn(members.get('m1')!, '2025-02-28')).toBe('m2')
    expect(proxyOn(members.get('m1')!, '2025-03-01')).toBeUndefined()
    expect(['2025-02-28', '2025-03-01'].map((day) => countActive(members, day))).toEqual([3, 2])
    const late = after(died('2025-03-01'), changed('away', '2025-04-01', { proxy: 'm2' }))
    expect(proxyOn(late.members.get('m1')!, '2025-04-01')).toBeUndefined()
    expect(countActive(late.members, '2025-04-01')).toBe(2)
  })

  test('whoever is named again by the same person is not named twice', () => {
    const village = after(changed('away', '2025-02-01', { proxy: 'm2' }))
    const again = changed('away', '2025-03-01', { proxy: 'm2' })
    expect(flagsOf(answerTo(village, again))).toEqual(['already-so'])
    expect(bodyOf(answerTo(village, again))).toMatchObject({ proxy: 'm2' })
    expect(bodyOf(answerTo(village, changed('back', '2025-03-01')))).not.toHaveProperty('proxy')
    expect(m1After(changed('away', '2025-02-01')).life![0]).not.toHaveProperty('proxy')
  })
})

describe('what was mistyped', () => {
  const correct = (effectiveOn: string, more: object, id?: string): StoryCommand =>
    ({
      type: 'CorrectMember',
      effectiveOn,
      memberId: 'm1',
      ...(id && { id }),
      ...more,
    }) as StoryCommand

  test.each([
    { sex: 'f' },
    { sex: 'm' },
    { zone: 'upland' },
    { povertyLevel: 1 },
    { povertyLevel: 2 },
    { povertyLevel: null },
  ])('one thing alone is corrected, and the entry says that one alone: %o', (said) => {
    const { type, v, memberId, flags, postings, ...rest } = bodyOf(
      answerTo(after(), correct('2025-02-01', said)),
    ) as ReturnType<typeof bodyOf> & { readonly memberId: string }
    expect([type, v, memberId, flags, postings]).toEqual(['MemberCorrected', 1, 'm1', [], []])
    expect(Object.entries(rest)).toEqual(Object.entries(said))
  })

  test('the last correction of each thing stands by its day, and what it leaves out stays', () => {
    const told = [
      correct('2025-02-01', { sex: 'm', zone: 'upland', povertyLevel: 1 }),
      correct('2025-03-01', { zone: 'market' }),
    ]
    for (const order of [told, told.toReversed()])
      expect(m1After(...order)).toMatchObject({ sex: 'm', zone: 'market', povertyLevel: 1 })
    const none = m1After(...told, correct('2025-04-01', { povertyLevel: null }))
    expect(none.povertyLevel).toBeUndefined()
    // Of one day whatever was written down last.
    const same = [
      correct('2025-02-01', { zone: 'upland' }, idOf(501)),
      correct('2025-02-01', { zone: 'market' }, idOf(500)),
    ]
    expect(m1After(...same).zone).toBe('market')
    expect(m1After(...same.toReversed()).zone).toBe('upland')
  })

  test('a poverty level of the first day stays where the correction says nothing of it', () => {
    const poor = { ...admitted('m4'), povertyLevel: 2 } as StoryCommand
    const told = { ...correct('2025-02-01', { zone: 'market' }), memberId: 'm4' } as StoryCommand
    expect(after(poor, told).members.get('m4')).toMatchObject({ povertyLevel: 2, zone: 'market' })
  })
})

describe('a card', () => {
  test.each([
    ['x'.repeat(40), true],
    ['x'.repeat(41), false],
    ['x', true],
    ['', false],
    [12, false],
    [' x', false],
    ['A-1 b./_2', true],
  ])('%j is a code: %s', (value, is) => {
    expect(isCode(value)).toBe(is)
  })

  test.each([
    [{ povertyLevel: 1 }, 'recorded'],
    [{ povertyLevel: 2 }, 'recorded'],
    [{ povertyLevel: 0 }, 'invalid'],
    [{ povertyLevel: 3 }, 'invalid'],
    [{ sex: 'm' }, 'recorded'],
    [{ zone: '' }, 'invalid'],
  ])('of somebody with %o is %s', (more, outcome) => {
    expect(answerTo(after(), { ...admitted('m4'), ...more } as StoryCommand).outcome).toBe(outcome)
  })

  test('without a poverty level says nothing of one', () => {
    const poor = { ...admitted('m4'), povertyLevel: 2 } as StoryCommand
    expect(bodyOf(answerTo(after(), poor))).toMatchObject({ povertyLevel: 2 })
    expect(bodyOf(answerTo(after(), admitted('m4')))).not.toHaveProperty('povertyLevel')
  })
})

test('of two facts of a life the one that is taken back goes, and the other stays', () => {
  const told = [
    changed('away', '2025-02-01', { id: idOf(500) }),
    changed('back', '2025-03-01', { id: idOf(501) }),
    reversed(idOf(501), '2025-03-02'),
  ]
  const member = committeeAfter(told).members.get('m1')!
  expect(stateOn(member, '2025-04-01')).toBe('away')
  expect(member.life!.map(({ change }) => change)).toEqual(['away'])
})
