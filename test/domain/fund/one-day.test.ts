import { describe, expect, test } from 'vitest'
import { householdOn } from '#domain/fund/people/households.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import { isActingOn, isOfficerOn } from '#domain/fund/people/members.ts'
import { committeeAfter } from '#test/support/committee.ts'
import type { StoryCommand } from '#test/support/village.ts'

const on = '2025-06-20'
/** Greater than any id that a device makes. */
const lastId = 'ffffffff-ffff-7fff-bfff-ffffffffffff'

const changed = (change: 'away' | 'back' | 'left' | 'returned', more: object = {}): StoryCommand =>
  ({
    type: 'RecordMemberChange',
    effectiveOn: on,
    memberId: 'o3',
    change,
    ...more,
  }) as StoryCommand

describe('of two facts of one day the one that was written down last stands, whatever ids their senders chose', () => {
  test('an officer who was written away says that she is here, and is', () => {
    const away = committeeAfter([changed('away', { id: lastId }), changed('back')])
    expect(stateOn(away.members.get('o3')!, on)).toBe('here')
    expect(isActingOn(away.members.get('o3')!, on)).toBe(true)
    const left = committeeAfter([changed('left', { id: lastId }), changed('returned')])
    expect(isOfficerOn(left.members.get('o3')!, '2025-06-28')).toBe(true)
  })

  test('a card, a household and a bank’s balance are as they were said last', () => {
    const sex = (is: 'f' | 'm', more: object = {}): StoryCommand =>
      ({ type: 'CorrectMember', effectiveOn: on, memberId: 'm1', sex: is, ...more }) as StoryCommand
    const home = (householdId: string, more: object = {}): StoryCommand =>
      ({
        type: 'RecordHousehold',
        effectiveOn: on,
        householdId,
        change: 'formed',
        memberIds: ['m1'],
        ...more,
      }) as StoryCommand
    const bank = (balance: number, more: object = {}): StoryCommand =>
      ({
        type: 'RecordStatement',
        effectiveOn: on,
        place: 'bank',
        balance,
        ...more,
      }) as StoryCommand
    const m1 = committeeAfter([sex('m', { id: lastId }), sex('f')]).members.get('m1')!
    expect(m1.sex).toBe('f')
    const moved = committeeAfter([home('h1', { id: lastId }), home('h2')]).members.get('m1')!
    expect(householdOn(moved, on)).toBe('h2')
    const told = committeeAfter([bank(400_000, { id: lastId }), bank(0)]).fund!.statements!
    expect(told.map(({ balance }) => balance)).toEqual([400_000, 0])
  })
})
