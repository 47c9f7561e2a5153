import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diedOn, isMemberOn, proxyOn, stateOn } from '#domain/fund/people/life.ts'
import { countActive, isActingOn, isOfficerOn } from '#domain/fund/people/members.ts'
import { rolesOfMember } from '#domain/access/roles.ts'
import {
  allOfUs,
  appraised,
  byOfficers,
  committeeAfter,
  decided,
  flagsOf,
  officers,
  requested,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  idOf,
  paidOut,
  storyOf,
  villageAfter,
} from '#test/support/village.ts'
import { viewChanges } from '#src/app/views.ts'

type Change = 'away' | 'back' | 'left' | 'returned'

const changed = (
  change: Change,
  on: string,
  more: { readonly memberId?: string; readonly proxy?: string; readonly id?: string } = {},
): StoryCommand => ({
  type: 'RecordMemberChange',
  effectiveOn: on,
  memberId: 'm1',
  change,
  ...more,
})

const died = (on: string, memberId = 'm1'): StoryCommand => ({
  type: 'RecordDeath',
  effectiveOn: on,
  memberId,
})

const begun: readonly StoryCommand[] = [founded(), ...['m1', 'm2', 'm3'].map((id) => admitted(id))]
const memberAfter = (told: readonly StoryCommand[], memberId = 'm1') =>
  villageAfter([...begun, ...told]).members.get(memberId)!

describe('where somebody is on a day', () => {
  test('away, back, left and returned are dated, and the card and its history stay', () => {
    const member = memberAfter([
      changed('away', '2025-02-01'),
      changed('back', '2025-03-01'),
      changed('left', '2025-04-01'),
      changed('returned', '2025-05-01'),
    ])
    const days = ['2025-01-31', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01']
    expect(days.map((day) => stateOn(member, day))).toEqual([
      'here',
      'away',
      'here',
      'left',
      'here',
    ])
    expect(member).toMatchObject({ card: 'M1', admittedOn: '2025-01-01' })
  })

  test('nothing brings back the dead: whatever is written later, the state is dead', () => {
    const village = villageAfter([...begun, died('2025-02-01'), changed('back', '2025-03-01')])
    const member = village.members.get('m1')!
    expect(diedOn(member)).toBe('2025-02-01')
    expect(stateOn(member, '2025-01-31')).toBe('here')
    expect(stateOn(member, '2025-06-01')).toBe('dead')
    expect(flagsOf(village, changed('returned', '2025-04-01'))).toContain('after-death')
  })

  test('whoever came over as former has left, and may return', () => {
    const former = admitted('x7', { isFormer: true })
    const member = memberAfter(
      [former, changed('returned', '2025-03-01', { memberId: 'x7' })],
      'x7',
    )
    expect(isMemberOn(member, '2025-02-28')).toBe(false)
    expect(isMemberOn(member, '2025-03-01')).toBe(true)
  })
})

test('the same facts of different days in any order give the same life', () => {
  const facts: readonly StoryCommand[] = [
    changed('away', '2025-02-01', { id: idOf(101), proxy: 'm2' }),
    changed('back', '2025-02-02', { id: idOf(102) }),
    changed('left', '2025-03-01', { id: idOf(103) }),
    changed('returned', '2025-04-01', { id: idOf(104) }),
    { ...died('2025-05-01'), id: idOf(105) } as StoryCommand,
    {
      type: 'CorrectMember',
      id: idOf(106),
      effectiveOn: '2025-02-01',
      memberId: 'm1',
      sex: 'm',
      povertyLevel: 2,
    },
    {
      type: 'CorrectMember',
      id: idOf(107),
      effectiveOn: '2025-02-02',
      memberId: 'm1',
      povertyLevel: null,
    },
  ]
  // Where in the journal a proxy was named is told beside it.
  const lived = (told: readonly StoryCommand[]) => {
    const { life = [], ...member } = memberAfter(told)
    return { ...member, life: life.map((fact) => ({ ...fact, seq: 0 })) }
  }
  const expected = lived(facts)
  expect(expected).toMatchObject({ sex: 'm', povertyLevel: undefined })
  fc.assert(
    fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (shuffled) => {
      expect(lived(shuffled)).toEqual(expected)
    }),
  )
})

describe('what is marked', () => {
  const lent: readonly StoryCommand[] = [
    ...begun,
    { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm2', shares: 1 },
    paidOut({ on: '2025-01-20', principal: 100_000, months: 5 }),
  ]

  test('who leaves while something is owed or saved is marked, and who leaves clean is not', () => {
    const village = villageAfter(lent)
    expect(flagsOf(village, changed('left', '2025-02-01'))).toEqual(['left-owing'])
    expect(flagsOf(village, changed('left', '2025-02-01', { memberId: 'm2' }))).toEqual([
      'left-with-savings',
    ])
    expect(flagsOf(village, changed('left', '2025-02-01', { memberId: 'm3' }))).toEqual([])
    expect(flagsOf(village, changed('left', '2025-01-19'))).toEqual([])
  })

  test('what does not follow on what was known is written down and marked', () => {
    const village = villageAfter(begun)
    expect(flagsOf(village, changed('back', '2025-02-01'))).toEqual(['already-so'])
    expect(flagsOf(village, changed('returned', '2025-02-01'))).toEqual(['already-so'])
    const dead = villageAfter([...begun, died('2025-02-01')])
    expect(flagsOf(dead, died('2025-02-03'))).toEqual(['already-so'])
  })

  test('money that was lent to somebody who is away or dead stands in the book, marked', () => {
    const gone = [changed('away', '2025-02-01'), died('2025-02-01', 'm2')]
    const village = villageAfter([...begun, ...gone])
    const lentTo = (memberId: string, on: string) =>
      flagsOf(village, paidOut({ on, principal: 1000, months: 1, memberId }))
    expect(lentTo('m1', '2025-02-01')).toContain('borrower-not-here')
    expect(lentTo('m2', '2025-02-01')).toContain('borrower-not-here')
    expect(lentTo('m1', '2025-01-31')).not.toContain('borrower-not-here')
  })
})

describe('who votes for somebody who is away', () => {
  test('whoever is away counts where somebody votes for them, and not otherwise', () => {
    const named = villageAfter([...begun, changed('away', '2025-02-01', { proxy: 'm2' })])
    const unnamed = villageAfter([...begun, changed('away', '2025-02-01')])
    expect(proxyOn(named.members.get('m1')!, '2025-02-01')).toBe('m2')
    expect(proxyOn(named.members.get('m1')!, '2025-01-31')).toBeUndefined()
    expect(countActive(named.members, '2025-02-01')).toBe(3)
    expect(countActive(unnamed.members, '2025-02-01')).toBe(2)
    expect(countActive(unnamed.members, '2025-01-31')).toBe(3)
  })

  test('one person votes for one, and should be at home', () => {
    const village = villageAfter([
      ...begun,
      changed('away', '2025-02-01', { proxy: 'm2' }),
      changed('away', '2025-02-01', { memberId: 'm3' }),
    ])
    const also = changed('away', '2025-02-02', { memberId: 'm3', proxy: 'm2' })
    expect(flagsOf(village, also)).toEqual(['already-so', 'proxy-for-another'])
    const gone = changed('away', '2025-02-02', { memberId: 'm2', proxy: 'm3' })
    expect(flagsOf(village, gone)).toEqual(['proxy-not-here'])
    for (const told of [
      changed('away', '2025-02-02', { proxy: 'm1' }),
      changed('left', '2025-02-02', { proxy: 'm2' }),
    ])
      expect(answerTo(village, told)).toMatchObject({ code: 'proxy-cannot-hold' })
    const stranger = changed('away', '2025-02-02', { proxy: 'm9' })
    expect(answerTo(village, stranger)).toMatchObject({ code: 'member-unknown', at: '/proxy' })
  })
})

describe('what somebody who is not here can still do', () => {
  test('an officer who is away confirms and votes no more, and keeps the office; who has left holds none', () => {
    const away = committeeAfter([changed('away', '2025-01-15', { memberId: 'o1' })])
    const byTwo = { memberId: 'o1', confirmedBy: 'o2' }
    const left = committeeAfter([changed('left', '2025-01-15', byTwo)])
    const dead = committeeAfter([{ ...died('2025-01-15', 'o1'), ...byTwo }])
    const chairOf = (village: typeof away) => village.members.get('o1')!
    expect([away, left, dead].map((v) => isActingOn(chairOf(v), '2025-01-20'))).toEqual([
      false,
      false,
      false,
    ])
    expect([away, left, dead].map((v) => isOfficerOn(chairOf(v), '2025-01-20'))).toEqual([
      true,
      false,
      false,
    ])
    expect(rolesOfMember(chairOf(away), '2025-01-20')).toContain('chair')
    expect(rolesOfMember(chairOf(left), '2025-01-20')).toEqual(['household-member'])
    expect(rolesOfMember(chairOf(dead), '2025-01-20')).toEqual(['household-member'])
    expect(flagsOf(committeeAfter([]), died('2025-01-15', 'o1'))).toEqual([
      'held-office',
      'by-one-word',
    ])
  })

  test('where the chair is away another officer confirms what four have voted', () => {
    const asked = [requested(), appraised(), changed('away', '2025-01-15', { memberId: 'o1' })]
    const village = committeeAfter(asked)
    const four = officers.slice(1)
    expect(wordOf(village, decided({ ballot: byOfficers(four, [], { confirmedBy: 'o2' }) }))).toBe(
      'recorded',
    )
    expect(wordOf(village, decided({ ballot: byOfficers(four, []) }))).toBe('confirmed-by-no-chair')
  })

  test.each([
    ['away', changed('away', '2025-01-05'), 'borrower-away'],
    ['gone', changed('left', '2025-01-05'), 'borrower-left'],
    ['dead', died('2025-01-05'), 'borrower-died'],
  ])('nothing is lent by decision to somebody who is %s', (_, fact, code) => {
    expect(wordOf(committeeAfter([fact]), requested())).toBe(code)
    const late = { ...fact, effectiveOn: '2025-01-19' } as StoryCommand
    const village = committeeAfter([requested(), appraised(), late])
    expect(wordOf(village, decided())).toBe(code)
    expect(wordOf(village, decided({ ballot: allOfUs }))).toBe(code)
    const no = decided({ ballot: byOfficers([], officers), reason: 'no-cash' })
    expect(wordOf(village, no)).toBe('recorded')
  })
})

describe('what was mistyped', () => {
  const correct = (more: object): StoryCommand =>
    ({ type: 'CorrectMember', effectiveOn: '2025-02-01', memberId: 'm1', ...more }) as StoryCommand

  test('sex, zone and poverty level are corrected by a later fact, and the rest stays', () => {
    const member = memberAfter([correct({ sex: 'm', zone: 'upland', povertyLevel: 1 })])
    expect(member).toMatchObject({ sex: 'm', zone: 'upland', povertyLevel: 1, card: 'M1' })
    expect(member.corrections).toHaveLength(1)
  })

  test.each([
    ['', {}],
    ['/sex', { sex: 'x' }],
    ['/zone', { zone: '' }],
    ['/povertyLevel', { povertyLevel: 3 }],
  ])('what cannot stand on a card is invalid at "%s"', (at, more) => {
    expect(answerTo(villageAfter(begun), correct(more))).toMatchObject({ outcome: 'invalid', at })
  })
})

test('a death that was written to the wrong card is taken back by two people, and the life is whole', () => {
  const told = [{ ...died('2025-01-15', 'm2'), id: idOf(500) } as StoryCommand]
  const village = committeeAfter([...told, reversed(idOf(500), '2025-01-16')])
  expect(stateOn(village.members.get('m2')!, '2025-02-01')).toBe('here')
})

test('a fact of somebody’s life changes that member’s row and no other', () => {
  const { village, entries } = storyOf([...begun, changed('away', '2025-02-01')])
  const { subjects, flags } = viewChanges(village, entries.slice(-1))
  expect(subjects.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['member m1', 'summary fund'])
  expect(flags).toEqual([])
})
