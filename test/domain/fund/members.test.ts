import { expect, test } from 'vitest'
import { countActive, isOfficerOn } from '#domain/fund/people/members.ts'
import {
  type StoryCommand,
  admitted,
  answerTo,
  founded,
  idOf,
  villageAfter,
} from '#test/support/village.ts'

const begun: readonly StoryCommand[] = [founded(), admitted('m1'), admitted('m2')]
const sheet = (present: readonly string[], absent: readonly string[]): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: '2025-01-20',
  present,
  absent,
})

test('a member is admitted once and a card is given once', () => {
  const village = villageAfter(begun)
  expect(answerTo(village, admitted('m1'))).toEqual({
    outcome: 'refused',
    code: 'member-already-admitted',
  })
  expect(answerTo(village, { ...admitted('m3'), card: 'M2' } as StoryCommand)).toEqual({
    outcome: 'refused',
    code: 'card-already-given',
  })
})

test.each([
  ['/card', { card: '' }],
  ['/card', { card: 'a\nb' }],
  ['/zone', { zone: 'x'.repeat(41) }],
  ['/sex', { sex: 'x' }],
  ['/povertyLevel', { povertyLevel: 3 }],
])('what cannot stand on a card is invalid at %s', (at, fault) => {
  const told = { ...admitted('m3'), ...fault } as StoryCommand
  expect(answerTo(villageAfter(begun), told)).toMatchObject({ outcome: 'invalid', at })
})

test('a card may be numbered in Khmer', () => {
  const told = { ...admitted('m3'), card: 'ក១២' } as StoryCommand
  expect(answerTo(villageAfter(begun), told).outcome).toBe('recorded')
})

test('former members are known and count for no quorum', () => {
  const village = villageAfter([...begun, admitted('x7', { isFormer: true })])
  expect(village.members.has('x7')).toBe(true)
  expect(countActive(village.members, '2025-02-01')).toBe(2)
})

test('an officer is one from the day of the office on', () => {
  const chair: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-03-20',
    memberId: 'm1',
    office: 'chair',
  }
  const member = villageAfter([...begun, chair]).members.get('m1')!
  expect(['2025-03-19', '2025-03-20', '2026-01-01'].map((day) => isOfficerOn(member, day))).toEqual(
    [false, true, true],
  )
  const unknown = { ...chair, office: 'king' } as unknown as StoryCommand
  expect(answerTo(villageAfter(begun), unknown)).toMatchObject({ at: '/office' })
  expect(answerTo(villageAfter(begun), { ...chair, memberId: 'm9' } as StoryCommand)).toMatchObject(
    {
      code: 'member-unknown',
    },
  )
})

test('who is on two lines of a sheet was there once, and presence stands before absence', () => {
  const village = villageAfter([...begun, sheet(['m1', 'm1'], ['m2']), sheet(['m2'], ['m1'])])
  expect(village.meetings.get('2025-01-20')).toMatchObject({ present: ['m1', 'm2'], absent: [] })
})

test('a stranger on the sheet is named by the line', () => {
  const village = villageAfter(begun)
  expect(answerTo(village, sheet(['m1', 'm9'], []))).toMatchObject({ at: '/present/1' })
  expect(answerTo(village, sheet(['m1'], ['m2', 'm9']))).toMatchObject({ at: '/absent/1' })
})

test('a count by note stands before a total that was only written', () => {
  const closing = (amount: number, isByNote: boolean, n: number): StoryCommand => ({
    type: 'CloseMeeting',
    effectiveOn: '2025-01-20',
    count: { amount, isByNote },
    id: idOf(n),
  })
  const byNote = closing(700, true, 50)
  const written = closing(900, false, 51)
  for (const order of [
    [byNote, written],
    [written, byNote],
  ]) {
    const meeting = villageAfter([...begun, ...order]).meetings.get('2025-01-20')!
    expect(meeting.closing).toMatchObject({ amount: 700, isByNote: true })
  }
})
